// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methodedit.h"

#include "icons.h"
#include "methodlist.h"
#include "theme.h"
#include "variableedit.h"
#include "visibletext.h"
#include "widgets.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype longestSummary = 240; // characters
constexpr qsizetype longestExample = 80;
constexpr qsizetype mostExamples = 50;

QString cut(const QString &text, qsizetype longest)
{
    const QString shown = visibleText(QStringView(text).left(longest));
    return text.size() > longest ? shown + QChar(u'…') : shown;
}

QString firstLine(const QString &text)
{
    return text.section(u'\n', 0, 0).trimmed();
}
}

MethodEdit::MethodEdit(const VariableScope *scope, QWidget *parent)
    : QWidget(parent)
    , m_list(new MethodList(this))
    , m_edit(new VariableEdit(scope, this))
    , m_examples(makeIconButton("chevron-down", tr("Examples"), this))
    , m_deprecated(makeLabel({}, this))
    , m_summary(makeLabel(tr("What the method does"), this))
    , m_problem(makeLabel(tr("What is wrong with the method"), this))
{
    m_edit->setFont(fixedFont());
    m_edit->setAccessibleName(tr("Method"));
    m_edit->setPlaceholderText(tr("Name of a method"));
    m_edit->setChoices(m_list, new MethodDelegate(this));
    QAction *all =
        m_edit->addAction(icon(QLatin1String("chevron-down"), Tint::Muted), QLineEdit::TrailingPosition);
    all->setText(tr("Known methods"));
    all->setToolTip(tr("Known methods"));
    m_examples->setText(tr("Examples ▾"));
    m_examples->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_examples->setPopupMode(QToolButton::InstantPopup);
    m_examples->setFixedHeight(m_edit->sizeHint().height());
    m_examples->setToolTip(tr("Fill in an example from the description"));
    m_examples->setMenu(new QMenu(m_examples));
    m_examples->hide();
    m_deprecated->setText(tr("Deprecated."));
    m_deprecated->setFont(smallFont());
    setTone(m_deprecated, "warn");
    m_summary->setFont(smallFont());
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setWordWrap(true);
    m_problem->setFont(smallFont());
    m_problem->setWordWrap(true);
    setTone(m_problem, "error");
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_edit, 1);
    head->addWidget(m_examples);
    auto *about = new QHBoxLayout;
    about->setSpacing(5);
    about->addWidget(m_deprecated, 0, Qt::AlignTop);
    about->addWidget(m_summary, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(5);
    column->addLayout(head);
    column->addLayout(about);
    column->addWidget(m_problem);
    setFocusProxy(m_edit);
    connect(all, &QAction::triggered, m_edit, &VariableEdit::offerChoices);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        showInfo();
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &MethodEdit::settled);
    connect(m_edit, &VariableEdit::completed, this, &MethodEdit::settled);
}

QString MethodEdit::method() const
{
    return m_edit->text();
}

void MethodEdit::setMethod(const QString &method)
{
    if (method != m_edit->text())
        m_edit->setText(method);
    showInfo();
}

void MethodEdit::setService(std::shared_ptr<const RpcService> service)
{
    m_service = std::move(service);
    fillList();
    showInfo();
}

void MethodEdit::setHeard(const QStringList &names)
{
    if (names == m_heard)
        return;
    m_heard = names;
    fillList();
}

const RpcMethodInfo *MethodEdit::info() const
{
    return m_service ? m_service->method(m_edit->text()) : nullptr;
}

void MethodEdit::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (m_edit->property("invalid").toBool() == !sentence.isEmpty())
        return;
    m_edit->setProperty("invalid", !sentence.isEmpty());
    setTone(m_edit, "");
}

void MethodEdit::fillList()
{
    std::vector<KnownMethod> methods;
    QStringList names;
    if (m_service) {
        for (const RpcMethodInfo &method : m_service->methods) {
            const QString &summary = method.summary.isEmpty() ? method.description : method.summary;
            methods.push_back({method.name, firstLine(summary), method.deprecated});
            names.append(method.name);
        }
    }
    const QSet<QString> described(names.begin(), names.end());
    for (const QString &name : std::as_const(m_heard)) {
        if (!described.contains(name))
            methods.push_back({.name = name});
    }
    m_list->setMethods(std::move(methods));
}

void MethodEdit::showInfo()
{
    const RpcMethodInfo *info = this->info();
    m_deprecated->setVisible(info && info->deprecated);
    const QString summary = !info ? QString()
        : info->summary.isEmpty() ? firstLine(info->description)
                                  : info->summary;
    m_summary->setText(cut(summary, longestSummary));
    m_summary->setVisible(!summary.isEmpty());
    m_summary->setToolTip(info && info->description != summary && !info->description.isEmpty()
                              ? QStringLiteral("<qt>%1</qt>").arg(info->description.toHtmlEscaped())
                              : QString());
    const bool hasExamples = info && !info->examples.empty();
    m_examples->setVisible(hasExamples);
    m_examples->menu()->clear();
    const auto count = hasExamples ? std::min<qsizetype>(qsizetype(info->examples.size()), mostExamples) : 0;
    for (qsizetype i = 0; i < count; ++i) {
        const QString name = cut(info->examples[size_t(i)].name, longestExample);
        QAction *action = m_examples->menu()->addAction(
            name.isEmpty() ? tr("Example %1").arg(i + 1) : QString(name).replace(u'&', QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT exampleChosen(int(i)); });
    }
}

} // namespace weir
