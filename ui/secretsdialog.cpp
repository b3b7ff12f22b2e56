// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretsdialog.h"

#include "theme.h"
#include "widgets.h"

#include "profile/secretstore.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace weir {

SecretsDialog::SecretsDialog(SecretStore &secrets, const QStringList &names, const QString &accept,
                             QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_names(names)
    , m_place(new QLabel(this))
    , m_keep(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Secrets"));
    auto *rows = new QWidget(this);
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setColumnStretch(1, 1);
    for (const QString &name : m_names)
        addRow(grid, name);
    grid->setRowStretch(grid->rowCount(), 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(rows);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setWordWrap(true);
    QPushButton *cancel = makeButton(tr("Cancel"), "", false, this);
    m_keep = makeButton(accept, "", false, this);
    setTone(m_keep, "primary");
    m_keep->setDefault(true);
    auto *end = new QHBoxLayout;
    end->addStretch(1);
    end->addWidget(cancel);
    end->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    if (m_names.isEmpty()) {
        auto *hint =
            new QLabel(tr("No connection uses a secret yet. Write {{secret.NAME}} where one belongs."), this);
        hint->setWordWrap(true);
        layout->addWidget(hint);
    }
    layout->addWidget(scroll, 1);
    layout->addWidget(m_place);
    layout->addLayout(end);
    resize(520, qBound(200, 130 + 36 * int(m_names.size()), 480));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, &SecretsDialog::keep);
    connect(&m_secrets, &SecretStore::stateChanged, this, &SecretsDialog::showPlace);
    showPlace();
    look();
}

void SecretsDialog::addRow(QGridLayout *grid, const QString &name)
{
    const int row = grid->rowCount();
    auto *label = new QLabel(name, this);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fixedFont());
    auto *edit = new QLineEdit(this);
    edit->setEchoMode(QLineEdit::Password);
    edit->setAccessibleName(tr("Value of %1").arg(name));
    label->setBuddy(edit);
    QPushButton *remove = makeButton(tr("Forget"), "", false, this);
    remove->setAccessibleName(tr("Forget the value of %1").arg(name));
    grid->addWidget(label, row, 0);
    grid->addWidget(edit, row, 1);
    grid->addWidget(remove, row, 2);
    m_edits.insert(name, edit);
    connect(remove, &QPushButton::clicked, this, [this, name] { forget(name); });
}

void SecretsDialog::look()
{
    m_secrets.resolve(m_names, this, [this](const SecretStore::Answer &answer) {
        for (const auto &[name, edit] : m_edits.asKeyValueRange())
            edit->setPlaceholderText(answer.values.contains(name) ? tr("has a value; type to replace it")
                                                                  : tr("no value yet"));
    });
}

void SecretsDialog::keep()
{
    QStringList names;
    for (const QString &name : m_names) {
        if (!m_edits[name]->text().isEmpty())
            names.append(name);
    }
    m_failed = false;
    m_pending = int(names.size());
    if (names.isEmpty()) {
        Q_EMIT kept();
        return accept();
    }
    m_keep->setEnabled(false); // once is enough
    for (const QString &name : std::as_const(names)) {
        m_secrets.write(name, m_edits[name]->text(), this, [this, names](const Expected<void> &outcome) {
            if (!outcome) {
                m_failed = true;
                say(outcome);
            }
            if (--m_pending > 0)
                return;
            m_keep->setEnabled(true);
            Q_EMIT changed(names);
            if (m_failed)
                return;
            Q_EMIT kept();
            accept();
        });
    }
}

void SecretsDialog::forget(const QString &name)
{
    m_edits[name]->clear();
    m_secrets.remove(name, this, [this, name](const Expected<void> &outcome) {
        say(outcome);
        look();
        Q_EMIT changed({name});
    });
}

void SecretsDialog::say(const Expected<void> &outcome)
{
    if (!outcome)
        m_place->setText(errorText(outcome.error()));
}

void SecretsDialog::showPlace()
{
    const QString onlyHere = m_secrets.sentence();
    m_place->setText(onlyHere.isEmpty()
                         ? tr("Values go to the keychain of your system. Files hold only their names.")
                         : onlyHere);
}

} // namespace weir
