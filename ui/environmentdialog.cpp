// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "environmentdialog.h"

#include "emptyhint.h"
#include "icons.h"
#include "rowtable.h"
#include "theme.h"
#include "variablescope.h"
#include "widgets.h"

#include "profile/profilestore.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace weir {

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int FaultRole = Qt::UserRole + 1;
// pixels
constexpr int listWidth = 210;
constexpr QSize usualSize(760, 440);

} // namespace

EnvironmentDialog::EnvironmentDialog(ProfileStore &store, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_scope(new VariableScope(this))
    , m_list(new QListWidget(this))
    , m_table(new RowTable(m_scope, this))
    , m_duplicate(makeButton(tr("Duplicate"), "", false, this))
    , m_remove(makeButton(tr("Remove"), "", false, this))
    , m_hint(new EmptyHint(m_table->viewport()))
    , m_fault(new QLabel(this))
{
    setWindowTitle(tr("Environments"));
    setObjectName(QStringLiteral("environments"));
    build();
    connect(m_list, &QListWidget::currentItemChanged, this, &EnvironmentDialog::showVariables);
    connect(m_list, &QListWidget::itemChanged, this, &EnvironmentDialog::rename);
    connect(m_table, &RowTable::edited, this, &EnvironmentDialog::save);
    connect(m_duplicate, &QPushButton::clicked, this, &EnvironmentDialog::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &EnvironmentDialog::remove);
    connect(&m_store, &ProfileStore::environmentsChanged, this, &EnvironmentDialog::refresh);
    refresh();
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    resize(usualSize);
}

void EnvironmentDialog::choose(const QString &name)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->text() == name)
            m_list->setCurrentRow(row);
    }
}

void EnvironmentDialog::build()
{
    m_list->setAccessibleName(tr("Environments"));
    m_list->setObjectName(QStringLiteral("environmentList"));
    m_list->setMinimumWidth(listWidth);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setAccessibleName(tr("Variables"));
    m_table->setHints(tr("name"), tr("value"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    setTone(m_fault, "warn");
    m_fault->hide();
    QPushButton *add = makeButton(tr("Add"), "plus", false, this);
    connect(add, &QPushButton::clicked, this, [this] { this->add({.name = tr("New environment")}); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (QPushButton *button : {add, m_duplicate, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *secrets = new QLabel(
        tr("A file of its own holds each environment. Write {{secret.NAME}} for what it must not tell."),
        this);
    secrets->setTextFormat(Qt::PlainText);
    secrets->setWordWrap(true);
    secrets->setForegroundRole(QPalette::PlaceholderText);
    secrets->setFont(smallFont());
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_list, 1);
    left->addLayout(buttons);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_fault);
    right->addWidget(m_table, 1);
    right->addWidget(secrets);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addLayout(left);
    layout->addLayout(right, 1);
    auto *removeKey = new QShortcut(QKeySequence::Delete, m_list);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &EnvironmentDialog::remove);
    auto *undoKey = new QShortcut(QKeySequence::Undo, this);
    connect(undoKey, &QShortcut::activated, &m_store, &ProfileStore::undo);
    auto *redoKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), this);
    connect(redoKey, &QShortcut::activated, &m_store, &ProfileStore::redo);
}

// Row by row: a name that is being edited stays so.
void EnvironmentDialog::refresh()
{
    const QSignalBlocker quiet(m_list);
    const auto &all = m_store.environments();
    for (int row = m_list->count() - 1; row >= 0; --row) {
        if (!all.contains(m_list->item(row)->data(IdRole).toString()))
            delete m_list->takeItem(row);
    }
    int row = 0;
    for (const auto &[id, entry] : all) {
        QListWidgetItem *item = m_list->item(row);
        if (!item || item->data(IdRole).toString() != id) {
            item = new QListWidgetItem;
            item->setFlags(item->flags() | Qt::ItemIsEditable);
            item->setData(IdRole, id);
            m_list->insertItem(row, item);
        }
        ++row;
        const QString fault = entry.broken ? faultText(*entry.broken) : QString();
        // What did not change is not set: a name that is being typed would be lost.
        if (item->text() == entry.value.name && item->data(FaultRole).toString() == fault)
            continue;
        item->setText(entry.value.name);
        item->setData(FaultRole, fault);
        item->setToolTip(fault.toHtmlEscaped());
        item->setIcon(entry.broken ? icon(QLatin1String("warning"), Tint::Warn) : QIcon());
        item->setFlags(entry.broken ? Qt::ItemIsSelectable | Qt::ItemIsEnabled
                                    : Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable);
    }
    showVariables();
}

void EnvironmentDialog::showVariables()
{
    const QString id = current();
    const EnvironmentEntry *entry = m_store.environment(id);
    const bool isWhole = entry && !entry->broken;
    m_remove->setEnabled(entry);
    m_duplicate->setEnabled(isWhole);
    m_table->setEnabled(isWhole);
    m_fault->setText(entry && entry->broken ? faultText(*entry->broken) : QString());
    m_fault->setVisible(entry && entry->broken);
    m_hint->say(entry ? QString()
                      : tr("Add an environment, such as dev, staging or prod: a set of values for "
                           "{{variables}} in URLs, headers and bodies."));
    m_scope->setVariables(Variables({.environment = isWhole ? std::optional(entry->value) : std::nullopt,
                                     .process = QProcessEnvironment::systemEnvironment()}));
    const QList<ProfileRow> rows = isWhole ? entry->value.variables : QList<ProfileRow>();
    // What a person typed is not set again under the cursor.
    if (std::exchange(m_shown, id) != id || m_table->rows() != rows)
        m_table->setRows(rows);
}

void EnvironmentDialog::add(const Environment &environment)
{
    Environment named = environment;
    named.name = freeName(environment.name);
    m_store.addEnvironment(named);
    choose(named.name);
    m_list->setFocus();
    m_list->editItem(m_list->currentItem());
}

void EnvironmentDialog::duplicate()
{
    const EnvironmentEntry *entry = m_store.environment(current());
    if (!entry || entry->broken)
        return;
    Environment copy = entry->value;
    copy.name = tr("%1 copy").arg(copy.name);
    add(copy);
}

void EnvironmentDialog::remove()
{
    if (const QString id = current(); !id.isEmpty())
        m_store.removeEnvironments({id});
}

void EnvironmentDialog::rename(QListWidgetItem *item)
{
    const QString id = item->data(IdRole).toString();
    const EnvironmentEntry *entry = m_store.environment(id);
    const QString typed = item->text().trimmed();
    if (!entry || entry->broken || typed == entry->value.name)
        return;
    if (typed.isEmpty()) {
        item->setText(entry->value.name);
        return;
    }
    Environment environment = entry->value;
    environment.name = freeName(typed, id);
    m_store.saveEnvironment(id, environment);
}

void EnvironmentDialog::save()
{
    const EnvironmentEntry *entry = m_store.environment(m_shown);
    if (!entry || entry->broken || entry->value.variables == m_table->rows())
        return;
    Environment environment = entry->value;
    environment.variables = m_table->rows();
    m_store.saveEnvironment(m_shown, environment);
}

QString EnvironmentDialog::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(IdRole).toString() : QString();
}

// Environments are chosen by their names.
QString EnvironmentDialog::freeName(const QString &wanted, const QString &except) const
{
    const auto isTaken = [&](const QString &name) {
        return std::any_of(
            m_store.environments().begin(), m_store.environments().end(),
            [&](const auto &one) { return one.first != except && one.second.value.name == name; });
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = QString(wanted % u' ' % QString::number(number));
    return name;
}

} // namespace weir
