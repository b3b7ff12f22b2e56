// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "idchoice.h"

#include "chipchoice.h"
#include "theme.h"
#include "variableedit.h"
#include "widgets.h"

#include <QLabel>
#include <QVBoxLayout>

namespace weir {

namespace {
constexpr int widestEdit = 260;

QString automaticLabel(qint64 next)
{
    return IdChoice::tr("auto (%1)").arg(next);
}
}

IdChoice::IdChoice(const VariableScope *scope, QWidget *parent)
    : QWidget(parent)
    , m_kinds(new ChipChoice(
          {automaticLabel(1), tr("number"), tr("string"), QStringLiteral("null"), tr("notification")}, this))
    , m_edit(new VariableEdit(scope, this))
    , m_problem(makeLabel(tr("What is wrong with the id"), this))
{
    m_kinds->setAccessibleName(tr("Id"));
    m_kinds->setToolTips({tr("The next number"), tr("A number of your own"), tr("A string of your own"),
                          tr("Allowed, and hard to tell from an error that has no id"),
                          tr("No id: the server sends no answer")});
    m_edit->setFont(fixedFont());
    m_edit->setMaximumWidth(widestEdit);
    m_problem->setFont(smallFont());
    m_problem->setWordWrap(true);
    setTone(m_problem, "error");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(5);
    column->addWidget(m_kinds);
    column->addWidget(m_edit);
    column->addWidget(m_problem);
    column->addStretch(1);
    setFocusProxy(m_kinds);
    connect(m_kinds, &ChipChoice::chosen, this, [this] {
        showEdit();
        if (!m_edit->isHidden())
            m_edit->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::textEdited, this, &IdChoice::edited);
    showEdit();
}

CallDraft::Id IdChoice::kind() const
{
    return CallDraft::Id(m_kinds->current());
}

QString IdChoice::text() const
{
    return m_edit->text();
}

void IdChoice::setId(CallDraft::Id kind, const QString &text)
{
    m_kinds->setCurrent(int(kind));
    if (text != m_edit->text())
        m_edit->setText(text);
    showEdit();
}

void IdChoice::setNext(qint64 id)
{
    m_kinds->setLabel(0, automaticLabel(id));
}

void IdChoice::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (m_edit->property("invalid").toBool() == !sentence.isEmpty())
        return;
    m_edit->setProperty("invalid", !sentence.isEmpty());
    setTone(m_edit, "");
}

void IdChoice::showEdit()
{
    const bool isNumber = kind() == CallDraft::Id::Number;
    m_edit->setVisible(isNumber || kind() == CallDraft::Id::String);
    m_edit->setAccessibleName(isNumber ? tr("Number that is the id") : tr("String that is the id"));
    m_edit->setPlaceholderText(isNumber ? QStringLiteral("42") : QStringLiteral("req-42"));
}

} // namespace weir
