// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bubblelayout.h"

#include "theme.h"

#include <QFontMetrics>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace weir {

namespace {
constexpr int padX = 11;
constexpr int padY = 7;
constexpr int pillPadX = 11;
constexpr int pillPadY = 3;
constexpr int partGap = 3; // between the lines of a bubble
constexpr int pictureGap = 6;
constexpr double widest = 0.62; // of the view
constexpr int alwaysWide = 460; // pixels that a bubble may take where there are as many
constexpr int neverWider = 860;
constexpr int baseCost = 2000;
constexpr int bytesPerCost = 32; // of pictures

int toInt(qreal length)
{
    return int(std::ceil(length));
}
} // namespace

BubbleStyle BubbleStyle::of(const QWidget *widget)
{
    BubbleStyle style;
    style.text = widget->font();
    style.fixed = fixedFont();
    style.small = smallFont();
    style.info = smallFont();
    style.info.setPointSizeF(std::max(7.0, style.small.pointSizeF() - 0.75));
    style.theme = &Theme::of(widget);
    return style;
}

int BubbleStyle::estimatedHeight() const
{
    return BubbleLayout::gap + 2 * padY + partGap + QFontMetrics(text).height() + QFontMetrics(info).height();
}

BubbleLayout::BubbleLayout(BubbleContent content, const BubbleStyle &style, int width, QImage picture)
    : m_content(std::move(content))
    , m_style(style)
    , m_picture(std::move(picture))
{
    if (!m_content.day.isEmpty())
        layOutDay(width);
    m_height += gap;
    if (m_content.side == BubbleContent::Side::System)
        layOutLine(width);
    else
        layOutBubble(width);
    m_height = m_bubble.bottom() + 1;
}

int BubbleLayout::cost() const
{
    return baseCost + textLength() + int(m_picture.sizeInBytes() / bytesPerCost);
}

int BubbleLayout::textLength() const
{
    return int(m_content.text.text.size());
}

void BubbleLayout::layOutDay(int width)
{
    m_day = std::make_unique<TextBlock>(m_content.day, m_style.small);
    m_day->layOut(std::max(1, width - 2 * (margin + pillPadX)), 1);
    const QSize size = m_day->size().toSize() + QSize(2 * pillPadX, 2 * pillPadY);
    m_dayPill = QRect(QPoint((width - size.width()) / 2, gap), size);
    m_height = m_dayPill.bottom() + 1;
}

void BubbleLayout::layOutLine(int width)
{
    m_text = std::make_unique<TextBlock>(m_content.text.text, m_style.small);
    m_text->setLeftToRight();
    m_text->layOut(std::max(1, width - 2 * (margin + pillPadX)), 1);
    const QSize size = m_text->size().toSize() + QSize(2 * pillPadX, 2 * pillPadY);
    m_bubble = QRect(QPoint((width - size.width()) / 2, m_height), size);
    m_textPlace = m_bubble.topLeft() + QPoint(pillPadX, pillPadY);
}

void BubbleLayout::layOutBubble(int width)
{
    const int room = std::max(1, width - 2 * margin);
    const int most = std::min({room, neverWider, std::max(alwaysWide, int(room * widest))});
    const int inner = std::max(1, most - 2 * padX);
    const bool isFixed = m_content.text.isJson;
    QString text = m_content.text.text;
    if (m_content.text.isCut)
        text += u'…';
    m_text = std::make_unique<TextBlock>(text, isFixed ? m_style.fixed : m_style.text, jsonFormats());
    if (isFixed || m_content.isBinary)
        m_text->setLeftToRight();
    m_text->layOut(inner, m_content.isExpanded ? 0 : collapsedLines);
    m_infoLine = m_content.info(m_text->isCut());
    m_info = linkBlock(m_infoLine, m_style.info);
    m_info->layOut(inner, 0);
    qreal wide = std::max(m_text->size().width(), m_info->size().width());
    int y = m_height + padY;
    int last = toInt(m_text->size().height());
    const auto place = [&](int gapBefore, int height) {
        y += last + gapBefore;
        last = height;
        return QPoint(padX, y);
    };
    m_textPlace = {padX, y};
    if (!m_picture.isNull()) {
        // Painted smaller where the bubble is narrow.
        const qreal own = m_picture.deviceIndependentSize().width();
        if (own > inner)
            m_picture.setDevicePixelRatio(m_picture.devicePixelRatio() * own / inner);
        m_picturePlace = place(pictureGap, toInt(m_picture.deviceIndependentSize().height()));
        wide = std::max(wide, m_picture.deviceIndependentSize().width());
        last += pictureGap - partGap;
    }
    if (!m_content.hex.text.isEmpty()) {
        m_hex = linkBlock(m_content.hex, m_style.fixed);
        m_hex->layOut(inner, 0);
        wide = std::max(wide, m_hex->size().width());
        m_hexPlace = place(partGap, toInt(m_hex->size().height()));
    }
    m_infoPlace = place(partGap, toInt(m_info->size().height()));
    const QSize size(toInt(wide) + 2 * padX, y + last + padY - m_height);
    const bool isSent = m_content.side == BubbleContent::Side::Sent;
    const int left = isSent ? width - margin - size.width() : margin;
    m_bubble = QRect(QPoint(left, m_height), size);
    for (QPoint *part : {&m_textPlace, &m_picturePlace, &m_hexPlace, &m_infoPlace})
        part->rx() += left;
    // Its own right, which is the right of the bubble where another line is longer.
    if (!isFixed && !m_content.isBinary && m_content.text.text.isRightToLeft())
        m_textPlace.rx() += toInt(wide) - toInt(m_text->size().width());
}

TextBlock::Formats BubbleLayout::jsonFormats() const
{
    const Theme &theme = *m_style.theme;
    TextBlock::Formats formats;
    formats.reserve(qsizetype(m_content.text.spans.size()));
    for (const MessageText::Span &span : m_content.text.spans) {
        QTextCharFormat format;
        format.setForeground(span.tone == MessageText::Tone::Key          ? theme.jsonKey
                                 : span.tone == MessageText::Tone::String ? theme.jsonString
                                 : span.tone == MessageText::Tone::Number ? theme.jsonNumber
                                                                          : theme.jsonWord);
        formats.append({span.begin, span.length, format});
    }
    return formats;
}

std::unique_ptr<TextBlock> BubbleLayout::linkBlock(const BubbleContent::Line &line, const QFont &font) const
{
    TextBlock::Formats formats;
    for (const BubbleContent::Line::Link &link : line.links) {
        QTextCharFormat format;
        format.setForeground(m_style.theme->accent);
        formats.append({link.begin, link.length, format});
    }
    auto block = std::make_unique<TextBlock>(line.text, font, formats);
    block->setLeftToRight();
    return block;
}

BubbleLink BubbleLayout::linkAt(QPoint place) const
{
    const auto in = [place](const TextBlock *block, QPoint corner, const BubbleContent::Line &line) {
        const int at = block ? block->characterAt(place - corner) : -1;
        for (const BubbleContent::Line::Link &link : line.links) {
            if (at >= link.begin && at < link.begin + link.length)
                return link.target;
        }
        return BubbleLink::None;
    };
    const BubbleLink target = in(m_info.get(), m_infoPlace, m_infoLine);
    return target != BubbleLink::None ? target : in(m_hex.get(), m_hexPlace, m_content.hex);
}

bool BubbleLayout::isOnText(QPoint place) const
{
    return m_content.side != BubbleContent::Side::System && m_text->characterAt(place - m_textPlace) >= 0;
}

int BubbleLayout::positionAt(QPoint place) const
{
    return std::min(m_text->positionAt(place - m_textPlace), m_text->length());
}

void BubbleLayout::wordAt(QPoint place, int &begin, int &end) const
{
    const int character = m_text->characterAt(place - m_textPlace);
    m_text->wordAt(character < 0 ? m_text->positionAt(place - m_textPlace) : character, begin, end);
}

int BubbleLayout::steppedFrom(int position, int by, bool byWord) const
{
    return m_text->steppedFrom(position, by, byWord);
}

// An ellipsis is ours.
QString BubbleLayout::textBetween(int begin, int end) const
{
    const int length = m_text->isCut() ? m_text->length() - 1 : textLength();
    return m_text->text().mid(begin, std::min(end, length) - begin);
}

} // namespace weir
