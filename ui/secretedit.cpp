// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretedit.h"

#include "variableedit.h"
#include "variablescope.h"
#include "widgets.h"

#include "profile/variabletext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace weir {

namespace {
constexpr QLatin1String prefix("secret.");

// The name of the secret that a text stands for and nothing else, or nothing.
QString secretOf(const QString &text)
{
    const auto token = nextVariableToken(text, 0);
    const bool alone = token && token->type == VariableToken::Type::Variable && token->begin == 0
        && token->length == text.size();
    return alone && token->text.startsWith(prefix) ? token->text.mid(prefix.size()) : QString();
}

} // namespace

SecretEdit::SecretEdit(const VariableScope *scope, Form form, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_form(form)
    , m_edit(new VariableEdit(scope, this))
    , m_keep(makeButton(tr("Keep as secret"), "", false, this))
    , m_sentence(makeLabel(tr("What is wrong"), this))
{
    m_edit->setPlaceholderText(tr("{{secret.NAME}}, or type it"));
    m_sentence->setObjectName(QStringLiteral("errorSentence"));
    m_sentence->setWordWrap(true);
    m_keep->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_edit, 1);
    row->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(3);
    layout->addLayout(row);
    layout->addWidget(m_sentence);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &SecretEdit::read);
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretEdit::keep);
    connect(m_keep, &QPushButton::clicked, this, &SecretEdit::keep);
}

void SecretEdit::setReference(const QString &reference)
{
    if (reference == m_committed && (isPending() || m_edit->text() == reference))
        return;
    m_committed = reference;
    m_edit->setText(reference);
    show(isPending());
}

void SecretEdit::setSuggestedName(const QString &name)
{
    m_suggestedName = name;
}

bool SecretEdit::isPending() const
{
    return !isReference(m_edit->text());
}

QString SecretEdit::sentence() const
{
    return tr("Not kept yet: press Enter to keep it as the secret “%1”. A profile never holds it.")
        .arg(nameToKeep());
}

void SecretEdit::read()
{
    const bool pending = isPending();
    if (!pending && m_edit->text() != m_committed) {
        m_committed = m_edit->text();
        Q_EMIT edited();
    }
    show(pending);
}

void SecretEdit::keep()
{
    if (!isPending() || isUnfinished())
        return;
    const QString name = nameToKeep();
    const QString value = m_edit->text();
    m_committed = QLatin1String("{{") + prefix + name + QLatin1String("}}");
    m_edit->setText(m_committed);
    show(false);
    Q_EMIT secretEntered(name, value);
    Q_EMIT edited();
}

void SecretEdit::show(bool pending)
{
    const bool unfinished = isUnfinished();
    // The echo before the text is painted: a literal is not on screen for a moment either.
    m_edit->setEchoMode(pending && !unfinished ? QLineEdit::Password : QLineEdit::Normal);
    m_keep->setVisible(pending && !unfinished);
    m_sentence->setText(unfinished ? tr("Not finished: a reference reads {{secret.NAME}}.") : sentence());
    m_sentence->setVisible(pending);
    m_edit->setProperty("invalid", pending);
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
}

bool SecretEdit::isReference(const QString &text) const
{
    qsizetype done = 0;
    if (m_form == Form::WithScheme) {
        const qsizetype blank = text.indexOf(u' ');
        const qsizetype brace = text.indexOf(QLatin1String("{{"));
        if (blank > 0 && brace == blank + 1)
            done = brace;
    }
    while (done < text.size()) {
        const auto token = nextVariableToken(text, done);
        if (!token || token->type != VariableToken::Type::Variable || token->begin != done)
            return false;
        done += token->length;
    }
    return true;
}

// A reference is being typed, not a literal.
bool SecretEdit::isUnfinished() const
{
    const qsizetype braces = m_edit->text().indexOf(QLatin1String("{{"));
    return m_form == Form::WithScheme ? braces >= 0 : braces == 0;
}

QString SecretEdit::nameToKeep() const
{
    // Typed over a reference to a secret, the new value is that secret's.
    if (const QString known = secretOf(m_committed); !known.isEmpty())
        return known;
    const QStringList taken = m_scope->variables().names();
    QString name = m_suggestedName;
    for (int number = 2; taken.contains(prefix + name); ++number)
        name = m_suggestedName + u'_' + QString::number(number);
    return name;
}

} // namespace weir
