// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hexview.h"

#include "theme.h"
#include "visibletext.h"

#include "base/utf8.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace weir {

namespace {
constexpr int margin = 12; // pixels, at the sides
constexpr int topMargin = 8;
constexpr int hexColumn = 10; // characters before the first byte: the offset and two spaces
constexpr int mostPerLine = 16;
constexpr int fewestPerLine = 4;
constexpr qsizetype mostCopied = 4 * 1024 * 1024; // bytes; the clipboard holds three times as much

// Characters before the ASCII of a line.
constexpr int asciiColumn(int perLine)
{
    return hexColumn + perLine * 3 + 2;
}

constexpr int lineLength(int perLine)
{
    return asciiColumn(perLine) + perLine;
}
} // namespace

HexView::HexView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Payload in hexadecimal"));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    updateScrollBars();
}

void HexView::setBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_anchor = m_cursor = 0;
    verticalScrollBar()->setValue(0);
    updateScrollBars();
    viewport()->update();
}

// A wider gap in the middle.
int HexView::hexPlace(int index) const
{
    return hexColumn + index * 3 + (index >= m_perLine / 2 ? 1 : 0);
}

QString HexView::line(qsizetype index) const
{
    const qsizetype start = std::min(index * m_perLine, m_bytes.size());
    const QByteArrayView bytes(m_bytes.constData() + start,
                               std::min<qsizetype>(m_perLine, m_bytes.size() - start));
    QString text(lineLength(m_perLine), u' ');
    const QString offset = QStringLiteral("%1").arg(index * m_perLine, 8, 16, QLatin1Char('0'));
    text.replace(0, offset.size(), offset);
    for (int i = 0; i < bytes.size(); ++i) {
        constexpr char digits[] = "0123456789abcdef";
        const uchar byte = uchar(bytes[i]);
        text[hexPlace(i)] = QLatin1Char(digits[byte >> 4]);
        text[hexPlace(i) + 1] = QLatin1Char(digits[byte & 15]);
        text[asciiColumn(m_perLine) + i] =
            byte >= 0x20 && byte < 0x7f ? QLatin1Char(char(byte)) : QLatin1Char('.');
    }
    return text;
}

void HexView::selectAll()
{
    m_anchor = 0;
    m_cursor = std::max<qsizetype>(0, m_bytes.size() - 1);
    viewport()->update();
}

void HexView::copy() const
{
    const qsizetype size = std::min(mostCopied, selectionEnd() - selectionStart());
    QGuiApplication::clipboard()->setText(
        QString::fromLatin1(m_bytes.mid(selectionStart(), size).toHex(' ')));
}

void HexView::copyText() const
{
    const qsizetype size = std::min(mostCopied, selectionEnd() - selectionStart());
    QGuiApplication::clipboard()->setText(textFromUtf8(m_bytes.mid(selectionStart(), size)));
}

void HexView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::of(this).window);
    painter.setFont(fixedFont());
    const qsizetype first = verticalScrollBar()->value();
    for (int i = 0; i <= visibleLines() && first + i < lineCount(); ++i)
        paintLine(painter, first + i, topMargin + i * m_lineHeight);
}

void HexView::paintLine(QPainter &painter, qsizetype index, int y) const
{
    const Theme &theme = Theme::of(this);
    const qreal left = margin - horizontalScrollBar()->value();
    const auto x = [&](int column) { return left + column * m_advance; };
    const qsizetype first = index * m_perLine;
    for (int i = 0; i < m_perLine && first + i < m_bytes.size(); ++i) {
        if (first + i < selectionStart() || first + i >= selectionEnd())
            continue;
        painter.fillRect(QRectF(x(hexPlace(i)) - 1, y, 2 * m_advance + 2, m_lineHeight), theme.soft);
        painter.fillRect(QRectF(x(asciiColumn(m_perLine) + i), y, m_advance, m_lineHeight), theme.soft);
    }
    const QString text = line(index);
    const qreal baseline = y + painter.fontMetrics().ascent() + 1;
    painter.setPen(theme.muted);
    painter.drawText(QPointF(x(0), baseline), text.left(hexColumn));
    painter.setPen(theme.text);
    painter.drawText(QPointF(x(hexColumn), baseline),
                     text.mid(hexColumn, asciiColumn(m_perLine) - hexColumn));
    painter.setPen(theme.jsonString);
    painter.drawText(QPointF(x(asciiColumn(m_perLine)), baseline), text.mid(asciiColumn(m_perLine)));
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void HexView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateScrollBars();
}

int HexView::visibleLines() const
{
    return std::max(1, (viewport()->height() - topMargin) / m_lineHeight);
}

void HexView::updateScrollBars()
{
    const QFontMetricsF metrics(fixedFont());
    m_lineHeight = int(std::ceil(metrics.height())) + 2;
    m_advance = metrics.horizontalAdvance(u'0');
    // As many bytes a line as there is room for; what stood first stays in view.
    const qsizetype top = qsizetype(verticalScrollBar()->value()) * m_perLine;
    m_perLine = mostPerLine;
    while (m_perLine > fewestPerLine && lineLength(m_perLine) * m_advance + 2 * margin > viewport()->width())
        m_perLine /= 2;
    verticalScrollBar()->setRange(0, int(std::max<qsizetype>(0, lineCount() - visibleLines())));
    verticalScrollBar()->setPageStep(visibleLines());
    verticalScrollBar()->setValue(int(top / m_perLine));
    const int width = int(lineLength(m_perLine) * m_advance) + 2 * margin;
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const qsizetype page = qsizetype(visibleLines()) * m_perLine;
    const qsizetype inLine = m_cursor % m_perLine;
    const bool whole = event->modifiers() & Qt::ControlModifier;
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Left)
        moveCursor(m_cursor - 1, extend);
    else if (event->key() == Qt::Key_Right)
        moveCursor(m_cursor + 1, extend);
    else if (event->key() == Qt::Key_Up)
        moveCursor(m_cursor - m_perLine, extend);
    else if (event->key() == Qt::Key_Down)
        moveCursor(m_cursor + m_perLine, extend);
    else if (event->key() == Qt::Key_PageUp)
        moveCursor(m_cursor - page, extend);
    else if (event->key() == Qt::Key_PageDown)
        moveCursor(m_cursor + page, extend);
    else if (event->key() == Qt::Key_Home)
        moveCursor(whole ? 0 : m_cursor - inLine, extend);
    else if (event->key() == Qt::Key_End)
        moveCursor(whole ? m_bytes.size() - 1 : m_cursor - inLine + m_perLine - 1, extend);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void HexView::moveCursor(qsizetype to, bool extend)
{
    m_cursor = std::clamp<qsizetype>(to, 0, std::max<qsizetype>(0, m_bytes.size() - 1));
    if (!extend)
        m_anchor = m_cursor;
    const qsizetype at = m_cursor / m_perLine;
    QScrollBar *bar = verticalScrollBar();
    if (at < bar->value())
        bar->setValue(int(at));
    else if (at >= bar->value() + visibleLines())
        bar->setValue(int(at - visibleLines() + 1));
    viewport()->update();
}

qsizetype HexView::byteAt(QPoint place) const
{
    const qsizetype at = verticalScrollBar()->value() + (place.y() - topMargin) / m_lineHeight;
    const int column = int((place.x() - margin + horizontalScrollBar()->value()) / m_advance);
    int index = column - asciiColumn(m_perLine);
    if (index < 0) {
        index = 0;
        while (index + 1 < m_perLine && hexPlace(index + 1) <= column)
            ++index;
    }
    return at * m_perLine + std::min(index, m_perLine - 1);
}

void HexView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        moveCursor(byteAt(event->position().toPoint()), event->modifiers() & Qt::ShiftModifier);
}

void HexView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        moveCursor(byteAt(event->position().toPoint()), true);
}

void HexView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy as hexadecimal"), this, &HexView::copy);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut); // shown; the view itself listens
    menu->addAction(tr("Copy as text"), this, &HexView::copyText);
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &HexView::selectAll);
    for (QAction *action : menu->actions())
        action->setEnabled(!m_bytes.isEmpty());
    menu->popup(event->globalPos());
}

void HexView::scrollContentsBy(int, int)
{
    viewport()->update();
}

} // namespace weir
