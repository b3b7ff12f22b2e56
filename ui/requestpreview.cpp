// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestpreview.h"

#include "format.h"
#include "theme.h"
#include "variabletextedit.h"
#include "widgets.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace weir {

namespace {
constexpr int fewestLines = 3;
constexpr int leastLines = 5; // of those that are there, where room is scarce
constexpr int mostLines = 10;
constexpr int around = 8; // pixels: margin of the document
constexpr int frameWidth = 10; // border and padding in the style sheet
constexpr int showAfter = 60; // ms without a key
constexpr qsizetype longestAtOnce = 2000; // characters
constexpr qsizetype longestText = 64 * 1024; // characters; on one line, laid out anew at each key
}

RequestPreview::RequestPreview(const VariableScope *scope, QWidget *parent)
    : QWidget(parent)
    , m_edit(new VariableTextEdit(scope, this))
    , m_problem(makeLabel(tr("What is wrong with the request"), this))
{
    auto *title = new QLabel(tr("Request preview"), this);
    QFont font = smallFont();
    font.setBold(true);
    font.setCapitalization(QFont::AllUppercase);
    font.setPointSizeF(font.pointSizeF() - 0.5);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    title->setFont(font);
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setBuddy(m_edit);
    m_edit->setObjectName(QStringLiteral("requestPreview"));
    m_edit->setFont(fixedFont());
    m_edit->setJson(true);
    m_edit->setLongest(longestText, longestText);
    m_edit->setAccessibleName(tr("Request preview"));
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_edit->document()->setDocumentMargin(around);
    m_edit->installEventFilter(this);
    m_problem->setFont(smallFont());
    m_problem->setWordWrap(true);
    setTone(m_problem, "error");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(5);
    column->addWidget(title);
    column->addWidget(m_edit, 1);
    column->addWidget(m_problem);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(showAfter);
    connect(&m_showSoon, &QTimer::timeout, this, &RequestPreview::showText);
    connect(m_edit, &VariableTextEdit::edited, this, [this] {
        m_showSoon.stop();
        m_text = m_edit->text();
        Q_EMIT edited();
    });
    connect(m_edit, &VariableTextEdit::longTextRefused, this, &RequestPreview::longTextRefused);
    connect(m_edit->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &RequestPreview::fitHeight);
    fitHeight();
}

void RequestPreview::setText(const QString &text)
{
    m_text = text;
    if (text.size() > longestAtOnce)
        m_showSoon.start();
    else
        showText();
}

void RequestPreview::showText()
{
    m_showSoon.stop();
    const bool isTooLong = m_edit->isTooLong(m_text);
    m_edit->setReadOnly(isTooLong);
    m_edit->setPlaceholderText(
        isTooLong ? tr("The request is too long to be shown here (%1). It is sent as the form has it.")
                        .arg(sizeText(m_text.size()))
                  : QString());
    m_edit->setText(isTooLong ? QString() : m_text);
    mark();
}

void RequestPreview::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void RequestPreview::setWrong(const QStringList &parts)
{
    m_wrong = parts;
    mark();
}

bool RequestPreview::eventFilter(QObject *watched, QEvent *event)
{
    // Other lines where another width breaks them.
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &RequestPreview::fitHeight, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void RequestPreview::mark()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const QString &part : std::as_const(m_wrong)) {
        QTextEdit::ExtraSelection selection;
        const qsizetype begin = m_edit->text().indexOf(part);
        if (begin < 0)
            continue;
        selection.cursor = QTextCursor(m_edit->document());
        selection.cursor.setPosition(int(begin));
        selection.cursor.setPosition(int(begin + part.size()), QTextCursor::KeepAnchor);
        selection.format.setForeground(Theme::of(this).error);
        selections.append(selection);
    }
    m_edit->setExtraSelections(selections);
}

void RequestPreview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
}

void RequestPreview::fitHeight()
{
    const QFontMetrics metrics(m_edit->font());
    const auto heightOf = [&metrics](int lines) {
        return lines * metrics.lineSpacing() + 2 * around + frameWidth;
    };
    const auto lines = int(m_edit->document()->size().height());
    m_edit->setMinimumHeight(heightOf(std::clamp(lines, fewestLines, leastLines)));
    m_edit->setMaximumHeight(heightOf(std::clamp(lines, fewestLines, mostLines)));
}

} // namespace weir
