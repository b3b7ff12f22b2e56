// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a row of a conversation is painted.
#include "bubblelayout.h"
#include "theme.h"

#include <QPainter>

#include <algorithm>

namespace weir {

namespace {
constexpr qreal radius = 7;
constexpr int selectionStrength = 34; // percent of the accent
constexpr int foundStrength = 42;
constexpr size_t foundHue = 4; // of Theme::dots: amber

QColor mixed(const QColor &ground, const QColor &colour, int percent)
{
    const auto part = [percent](int a, int b) { return (a * (100 - percent) + b * percent) / 100; };
    return {part(ground.red(), colour.red()), part(ground.green(), colour.green()),
            part(ground.blue(), colour.blue())};
}

// With the line on whole pixels.
void drawBox(QPainter &painter, const QRect &box, qreal corner, const QColor &fill, const QPen &pen)
{
    const qreal half = pen.widthF() / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), corner, corner);
    painter.setRenderHint(QPainter::Antialiasing, false);
}
} // namespace

QColor BubbleLayout::textColour() const
{
    const Theme &theme = *m_style.theme;
    if (m_content.side != BubbleContent::Side::System)
        return theme.text;
    return m_content.tone == BubbleContent::Tone::Error ? theme.error
        : m_content.tone == BubbleContent::Tone::Warn   ? theme.warn
                                                        : theme.muted;
}

TextBlock::Formats BubbleLayout::formatsOf(const Marks &marks, const QRect &clip) const
{
    const Theme &theme = *m_style.theme;
    const QColor ground = m_content.side == BubbleContent::Side::Sent ? theme.soft : theme.window;
    TextBlock::Formats formats;
    const auto add = [&](int begin, int end, const QColor &back) {
        QTextCharFormat format;
        format.setBackground(back);
        format.setForeground(theme.text);
        const int last = std::min(end, m_text->length());
        if (begin < last)
            formats.append({begin, last - begin, format});
    };
    if (!marks.found.isEmpty()) {
        // Of a long message only what is seen; a place may begin above.
        const int left = m_bubble.left();
        const int right = m_bubble.right();
        const int first = std::min(positionAt({left, clip.top()}), positionAt({right, clip.top()}));
        const int last = std::max(positionAt({left, clip.bottom()}), positionAt({right, clip.bottom()}));
        const int from = std::max(0, first - int(marks.found.size()));
        for (const auto &span : m_content.text.find(marks.found, from, last))
            add(span.begin, span.begin + span.length, mixed(ground, theme.dots[foundHue], foundStrength));
    }
    if (marks.selectionBegin < marks.selectionEnd)
        add(marks.selectionBegin, marks.selectionEnd, mixed(ground, theme.accent, selectionStrength));
    return formats;
}

void BubbleLayout::paint(QPainter &painter, QPoint place, const Marks &marks, const QRect &clip) const
{
    const Theme &theme = *m_style.theme;
    if (m_day)
        paintPill(painter, place, m_dayPill, *m_day, theme.muted);
    paintFrame(painter, m_bubble.translated(place), marks);
    painter.setPen(textColour());
    m_text->paint(painter, place + m_textPlace, formatsOf(marks, clip.translated(-place)), clip);
    if (!m_picture.isNull()) {
        const QRect frame(place + m_picturePlace, m_picture.deviceIndependentSize().toSize());
        // Most pictures with holes in them were drawn for paper.
        if (m_picture.hasAlphaChannel())
            painter.fillRect(frame, Qt::white);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(frame, m_picture);
    }
    painter.setPen(theme.muted);
    if (m_hex)
        m_hex->paint(painter, place + m_hexPlace, {}, clip);
    if (m_info)
        m_info->paint(painter, place + m_infoPlace, {}, clip);
}

void BubbleLayout::paintPill(QPainter &painter, QPoint place, const QRect &pill, const TextBlock &block,
                             const QColor &colour) const
{
    const QRect box = pill.translated(place);
    drawBox(painter, box, box.height() / 2.0, m_style.theme->panel, QPen(m_style.theme->line));
    painter.setPen(colour);
    const QPointF corner = box.center() - QPointF(block.size().width(), block.size().height()) / 2;
    block.paint(painter, corner + QPointF(0.5, 0.5), {}, {});
}

void BubbleLayout::paintFrame(QPainter &painter, const QRect &frame, const Marks &marks) const
{
    const Theme &theme = *m_style.theme;
    const bool isSystem = m_content.side == BubbleContent::Side::System;
    const bool isSent = m_content.side == BubbleContent::Side::Sent;
    QPen pen(isSent ? mixed(theme.soft, theme.accent, 22) : theme.line);
    if (isSystem && m_content.tone != BubbleContent::Tone::Plain)
        pen.setColor(mixed(theme.panel, textColour(), 40));
    if (marks.isSelected || marks.isCurrent)
        pen.setColor(theme.accent);
    if (marks.isCurrent)
        pen.setWidthF(2);
    drawBox(painter, frame, isSystem ? frame.height() / 2.0 : radius,
            isSent         ? theme.soft
                : isSystem ? theme.panel
                           : theme.window,
            pen);
}

void BubbleLayout::paintPlaceholder(QPainter &painter, const Theme &theme, const QRect &row)
{
    const int width = std::min(row.width() / 3, 320);
    const QRect box(row.x() + margin, row.y() + gap, width, std::max(1, row.height() - gap));
    drawBox(painter, box, radius, mixed(theme.deep, theme.window, 50), QPen(theme.line));
}

} // namespace weir
