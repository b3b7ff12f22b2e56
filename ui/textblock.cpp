// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textblock.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace weir {

namespace {
constexpr int tabColumns = 4;
}

TextBlock::TextBlock(const QString &text, const QFont &font, Formats formats)
    : m_layout(QString(text).replace(u'\n', QChar(QChar::LineSeparator)), font)
    , m_formats(std::move(formats))
    , m_tab(QFontMetricsF(font).horizontalAdvance(u' ') * tabColumns)
    , m_isRightToLeft(text.isRightToLeft())
{
    m_layout.setCacheEnabled(true);
    m_layout.setFormats(m_formats);
}

void TextBlock::layOut(qreal width, int mostLines)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(m_tab);
    option.setTextDirection(m_isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(m_isRightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    m_layout.setTextOption(option);
    // Room for the ellipsis is made by taking away characters; a line breaks anew where it grew too long.
    int end = breakLines(width, mostLines);
    m_isCut = end >= 0;
    for (int tries = 0; end > 0 && tries < 8; ++tries) {
        QString text = m_layout.text().left(end);
        while (!text.isEmpty() && (text.back().isSpace() || text.back().isHighSurrogate()))
            text.chop(1);
        end = int(text.size()) - 1;
        m_layout.setText(text + u'…');
        Formats within;
        for (QTextLayout::FormatRange range : std::as_const(m_formats)) {
            range.length = std::min(range.length, int(text.size()) - range.start);
            if (range.length > 0)
                within.append(range);
        }
        m_layout.setFormats(within);
        if (breakLines(width, mostLines) < 0)
            break;
    }
    // What reads from right to left stands at the right of its own width and not of the one it was given.
    if (m_isRightToLeft && m_size.width() < width)
        breakLines(m_size.width(), mostLines);
}

// The end of the last line that is allowed where there are more, else -1.
int TextBlock::breakLines(qreal width, int mostLines)
{
    qreal y = 0;
    qreal widest = 0;
    int lines = 0;
    int end = -1;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        if (mostLines > 0 && lines == mostLines) {
            end = line.textStart();
            break;
        }
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
        widest = std::max(widest, line.naturalTextWidth());
        ++lines;
    }
    m_layout.endLayout();
    m_size = QSizeF(std::min(std::ceil(widest), width), std::ceil(y));
    return end;
}

QString TextBlock::text() const
{
    return m_layout.text().replace(QChar(QChar::LineSeparator), u'\n');
}

QTextLine TextBlock::lineAt(qreal y) const
{
    int first = 0;
    int last = m_layout.lineCount() - 1;
    while (first < last) {
        const int middle = (first + last) / 2;
        const QTextLine line = m_layout.lineAt(middle);
        if (y < line.y() + line.height())
            last = middle;
        else
            first = middle + 1;
    }
    return m_layout.lineAt(std::max(0, first));
}

int TextBlock::positionAt(QPointF place) const
{
    return m_layout.lineCount() == 0 ? 0 : lineAt(place.y()).xToCursor(place.x());
}

int TextBlock::characterAt(QPointF place) const
{
    if (m_layout.lineCount() == 0 || place.y() < 0 || place.y() >= m_size.height())
        return -1;
    const QTextLine line = lineAt(place.y());
    const QRectF text = line.naturalTextRect();
    if (place.x() < text.left() || place.x() > text.right())
        return -1;
    return line.xToCursor(place.x(), QTextLine::CursorOnCharacter);
}

void TextBlock::wordAt(int position, int &begin, int &end) const
{
    const QString text = m_layout.text();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(std::clamp(position, 0, int(text.size())));
    begin = finder.isAtBoundary() ? int(finder.position())
                                  : int(std::max<qsizetype>(0, finder.toPreviousBoundary()));
    finder.setPosition(begin);
    const qsizetype next = finder.toNextBoundary();
    end = next < 0 ? int(text.size()) : int(next);
}

int TextBlock::steppedFrom(int position, int by, bool byWord) const
{
    const QTextLayout::CursorMode mode = byWord ? QTextLayout::SkipWords : QTextLayout::SkipCharacters;
    return by < 0 ? m_layout.previousCursorPosition(position, mode)
                  : m_layout.nextCursorPosition(position, mode);
}

void TextBlock::paint(QPainter &painter, QPointF place, const Formats &marks, const QRectF &clip) const
{
    m_layout.draw(&painter, place, marks, clip);
}

} // namespace weir
