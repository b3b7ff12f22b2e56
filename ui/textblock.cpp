// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textblock.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QTextBoundaryFinder>
#include <QTextOption>

#include <algorithm>
#include <cmath>
#include <optional>

namespace weir {

namespace {
constexpr int tabColumns = 4;
constexpr int chunkLength = 1500; // characters from which on a chunk ends with its line
constexpr int longestChunk =
    3000; // a longer line is parted: Qt looks through all of a word for each line of it
constexpr QChar lineEnd(QChar::LineSeparator);

QTextLine lineAt(const QTextLayout &layout, qreal y)
{
    int first = 0;
    int last = layout.lineCount() - 1;
    while (first < last) {
        const int middle = (first + last) / 2;
        const QTextLine line = layout.lineAt(middle);
        if (y < line.y() + line.height())
            last = middle;
        else
            first = middle + 1;
    }
    return layout.lineAt(std::max(0, first));
}
} // namespace

struct TextBlock::PlainLines
{
    explicit PlainLines(const QFont &font)
    {
        if (!QFontInfo(font).fixedPitch())
            return;
        QTextLayout sample(QStringLiteral("0123456789"), font);
        sample.beginLayout();
        QTextLine line = sample.createLine();
        line.setLineWidth(1e6);
        sample.endLayout();
        advance = line.naturalTextWidth() / 10;
        height = line.height();
    }
    qreal advance = 0; // 0: the font is not of that kind
    qreal height = 0;
};

TextBlock::TextBlock(const QString &text, const QFont &font, Formats formats)
    : m_text(QString(text).replace(u'\n', lineEnd))
    , m_font(font)
    , m_formats(std::move(formats))
    , m_tab(QFontMetricsF(font).horizontalAdvance(u' ') * tabColumns)
    , m_isRightToLeft(text.isRightToLeft())
{
}

void TextBlock::layOut(qreal width, int mostLines)
{
    m_width = width;
    m_chunks.clear();
    if (mostLines > 0)
        cutTo(mostLines);
    else
        splitUp();
    place();
    // What reads from right to left stands at the right of its own width and not of the one it was given.
    if (m_isRightToLeft && m_size.width() < width) {
        m_width = m_size.width();
        for (Chunk &chunk : m_chunks)
            layOut(chunk, mostLines);
    }
}

void TextBlock::splitUp()
{
    std::optional<PlainLines> plain;
    if (m_text.size() > chunkLength && !m_isRightToLeft)
        plain.emplace(m_font);
    for (qsizetype begin = 0; begin <= m_text.size();) {
        qsizetype end =
            m_text.size() - begin > chunkLength ? m_text.indexOf(lineEnd, begin + chunkLength) : -1;
        if (end < 0)
            end = m_text.size();
        const bool isParted = end - begin > longestChunk;
        Chunk chunk{int(begin), isParted ? longestChunk : int(end - begin), 0, {}, {}};
        if (isParted)
            endWithItsLine(chunk);
        else if (!plain || !measurePlain(chunk, *plain))
            layOut(chunk, 0);
        begin += chunk.length + (isParted ? 0 : 1);
        m_chunks.push_back(std::move(chunk));
    }
}

// Its last line, which may not be full, is the first one of the next chunk.
void TextBlock::endWithItsLine(Chunk &chunk) const
{
    layOut(chunk, 0);
    const int last = chunk.layout->lineAt(chunk.layout->lineCount() - 1).textStart();
    if (last > 0) {
        chunk.length = last;
        layOut(chunk, 0);
    }
}

// Room for the ellipsis is made by taking away characters; a line breaks anew where it grew too long.
void TextBlock::cutTo(int mostLines)
{
    m_chunks.push_back({0, int(m_text.size()), 0, {}, {}});
    Chunk &chunk = m_chunks.front();
    int end = layOut(chunk, mostLines);
    m_isCut = end >= 0;
    for (int tries = 0; end > 0 && tries < 8; ++tries) {
        m_text.truncate(end);
        while (!m_text.isEmpty() && (m_text.back().isSpace() || m_text.back().isHighSurrogate()))
            m_text.chop(1);
        chunk.length = int(m_text.size());
        m_formats = slice(m_formats, chunk);
        end = chunk.length - 1;
        m_text += u'…';
        ++chunk.length;
        if (layOut(chunk, mostLines) < 0)
            break;
    }
}

void TextBlock::place()
{
    qreal widest = 0;
    qreal y = 0;
    for (Chunk &chunk : m_chunks) {
        chunk.y = y;
        y += chunk.size.height();
        widest = std::max(widest, chunk.size.width());
    }
    m_size = QSizeF(std::min(std::ceil(widest), m_width), std::ceil(y));
}

// Lines of plain characters that need no break are as high as all others and as wide as they have characters.
bool TextBlock::measurePlain(Chunk &chunk, const PlainLines &plain) const
{
    if (plain.advance <= 0)
        return false;
    const auto most = int((m_width - 1) / plain.advance);
    int longest = 0;
    int column = 0;
    int lines = 1;
    for (const QChar c : QStringView(m_text).mid(chunk.begin, chunk.length)) {
        if (c == lineEnd) {
            ++lines;
            column = 0;
        } else if (c.unicode() < 0x20 || c.unicode() >= 0x7f || ++column > most) {
            return false;
        } else {
            longest = std::max(longest, column);
        }
    }
    chunk.size = QSizeF(longest * plain.advance, lines * plain.height);
    return true;
}

// The end of the last line that is allowed where there are more, else -1.
int TextBlock::layOut(Chunk &chunk, int mostLines) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(m_tab);
    option.setTextDirection(m_isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(m_isRightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    chunk.layout = std::make_unique<QTextLayout>(m_text.mid(chunk.begin, chunk.length), m_font);
    chunk.layout->setCacheEnabled(true);
    chunk.layout->setTextOption(option);
    chunk.layout->setFormats(slice(m_formats, chunk));
    qreal y = 0;
    qreal widest = 0;
    int lines = 0;
    int end = -1;
    chunk.layout->beginLayout();
    for (QTextLine line = chunk.layout->createLine(); line.isValid(); line = chunk.layout->createLine()) {
        if (mostLines > 0 && lines == mostLines) {
            end = line.textStart();
            break;
        }
        line.setLineWidth(m_width);
        line.setPosition({0, y});
        y += line.height();
        widest = std::max(widest, line.naturalTextWidth());
        ++lines;
    }
    chunk.layout->endLayout();
    chunk.size = QSizeF(widest, y);
    return end;
}

const QTextLayout &TextBlock::layoutOf(const Chunk &chunk) const
{
    if (!chunk.layout)
        layOut(m_chunks[size_t(&chunk - m_chunks.data())], 0);
    return *chunk.layout;
}

QString TextBlock::text() const
{
    return QString(m_text).replace(lineEnd, u'\n');
}

const TextBlock::Chunk &TextBlock::chunkAt(qreal y) const
{
    const auto after = std::upper_bound(m_chunks.begin(), m_chunks.end(), y,
                                        [](qreal place, const Chunk &chunk) { return place < chunk.y; });
    return after == m_chunks.begin() ? *after : *std::prev(after);
}

const TextBlock::Chunk &TextBlock::chunkOf(int position) const
{
    const auto after = std::upper_bound(m_chunks.begin(), m_chunks.end(), position,
                                        [](int place, const Chunk &chunk) { return place < chunk.begin; });
    return after == m_chunks.begin() ? *after : *std::prev(after);
}

int TextBlock::positionAt(QPointF place) const
{
    const Chunk &chunk = chunkAt(place.y());
    return chunk.begin + lineAt(layoutOf(chunk), place.y() - chunk.y).xToCursor(place.x());
}

int TextBlock::characterAt(QPointF place) const
{
    if (place.y() < 0 || place.y() >= m_size.height())
        return -1;
    const Chunk &chunk = chunkAt(place.y());
    const QTextLine line = lineAt(layoutOf(chunk), place.y() - chunk.y);
    const QRectF text = line.naturalTextRect();
    if (place.x() < text.left() || place.x() > text.right())
        return -1;
    return chunk.begin + line.xToCursor(place.x(), QTextLine::CursorOnCharacter);
}

void TextBlock::wordAt(int position, int &begin, int &end) const
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, m_text);
    finder.setPosition(std::clamp(position, 0, length()));
    begin =
        int(finder.isAtBoundary() ? finder.position() : std::max<qsizetype>(0, finder.toPreviousBoundary()));
    finder.setPosition(begin);
    const qsizetype next = finder.toNextBoundary();
    end = next < 0 ? length() : int(next);
}

int TextBlock::steppedFrom(int position, int by, bool byWord) const
{
    const Chunk &chunk = chunkOf(by < 0 ? std::max(0, position - 1) : position);
    const QTextLayout &layout = layoutOf(chunk);
    const int inside = position - chunk.begin;
    // Over the line's end that parts it from the chunk beside it.
    if (by < 0 ? inside > chunk.length : inside >= chunk.length)
        return std::clamp(position + by, 0, length());
    const QTextLayout::CursorMode mode = byWord ? QTextLayout::SkipWords : QTextLayout::SkipCharacters;
    return chunk.begin
        + (by < 0 ? layout.previousCursorPosition(inside, mode) : layout.nextCursorPosition(inside, mode));
}

TextBlock::Formats TextBlock::slice(const Formats &formats, const Chunk &chunk)
{
    Formats inside;
    for (const QTextLayout::FormatRange &range : formats) {
        const int from = std::max(0, range.start - chunk.begin);
        const int to = std::min(chunk.length, range.start + range.length - chunk.begin);
        if (from < to)
            inside.append({from, to - from, range.format});
    }
    return inside;
}

void TextBlock::paint(QPainter &painter, QPointF place, const Formats &marks, const QRectF &clip) const
{
    for (const Chunk &chunk : m_chunks) {
        const qreal top = place.y() + chunk.y;
        if (clip.isNull() || (top < clip.bottom() && top + chunk.size.height() > clip.top()))
            layoutOf(chunk).draw(&painter, QPointF(place.x(), top), slice(marks, chunk), clip);
    }
}

} // namespace weir
