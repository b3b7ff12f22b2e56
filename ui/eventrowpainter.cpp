// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventrowpainter.h"

#include "badges.h"
#include "theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace weir {

namespace {
constexpr int padding = 8;
constexpr int rowSpace = 5;
constexpr int dotSize = 8;
constexpr int dotGap = 6;
constexpr qreal narrowestGlyph = 2; // pixels: more characters than width / 2 are never seen

QColor cellColour(const Theme &theme, EventColumn column, const Event &event, bool besideKinds)
{
    switch (column) {
    case EventColumn::Seq:
    case EventColumn::Delta:
    case EventColumn::Size:
        return theme.muted;
    case EventColumn::Direction:
        return event.direction == Direction::In ? theme.shade(1)
            : event.direction == Direction::Out ? theme.shade(3)
                                                : theme.muted;
    case EventColumn::Kind:
        return EventRowPainter::kindColour(theme, event.kind);
    case EventColumn::EventName:
        if (event.kind != Kind::SseEvent)
            return besideKinds ? theme.text : EventRowPainter::kindColour(theme, event.kind);
        return besideKinds ? theme.text : EventRowPainter::nameColour(theme, event.name);
    case EventColumn::Data:
        return event.kind == Kind::Error                                     ? theme.error
            : event.kind == Kind::SseComment || event.kind == Kind::SseRetry ? theme.muted
                                                                             : theme.text;
    default:
        return theme.text;
    }
}
} // namespace

EventRowPainter::EventRowPainter()
    : m_text(smallFont())
    , m_fixed(fixedFont())
{
}

void EventRowPainter::setFonts(const QFont &text, const QFont &fixed)
{
    m_text = GlyphFont(text);
    m_fixed = GlyphFont(fixed);
}

int EventRowPainter::rowHeight() const
{
    return int(std::max(m_text.metrics().height(), m_fixed.metrics().height()) + 0.5) + rowSpace;
}

QColor EventRowPainter::nameColour(const Theme &theme, QByteArrayView name)
{
    if (name.isEmpty() || name == "message")
        return theme.text;
    for (const char *trouble : {"error", "fail", "fatal", "halt", "alert"}) {
        if (name.startsWith(trouble))
            return theme.error;
    }
    quint32 hash = 2166136261; // FNV-1a: the same colour on every machine
    for (const char c : name)
        hash = (hash ^ uchar(c)) * 16777619;
    constexpr std::array<quint32, 5> hues{1, 3, 5, 4, 7};
    constexpr int spread = 3; // the lowest bits of FNV mix least
    return theme.shade(hues[(hash >> spread) % hues.size()]);
}

QColor EventRowPainter::kindColour(const Theme &theme, Kind kind)
{
    switch (kind) {
    case Kind::State:
        return theme.warn;
    case Kind::Error:
    case Kind::RpcError:
    case Kind::RpcInvalid:
        return theme.error;
    case Kind::Note:
    case Kind::SseComment:
    case Kind::SseRetry:
        return theme.muted;
    default:
        return theme.text;
    }
}

void EventRowPainter::paintCell(QPainter &painter, const Theme &theme, const Cell &cell, const Lens::Row &row,
                                const QString &connection, bool besideKinds)
{
    QRect inside = cell.rect.adjusted(padding, 0, -padding, 0);
    if (cell.column == EventColumn::Connection && row.event.connection != 0) {
        const int top = inside.y() + (inside.height() - dotSize) / 2;
        painter.drawPixmap(QPoint(inside.x(), top),
                           dot(theme.dot(row.event.connection), painter.device()->devicePixelRatioF()));
        inside.setLeft(inside.left() + dotSize + dotGap);
    }
    if (inside.width() <= 0)
        return;
    m_chars.clear();
    appendCell(m_chars, cell.column, row, connection, qsizetype(inside.width() / narrowestGlyph) * 4);
    if (m_chars.isEmpty())
        return;
    painter.setPen(pen(cellColour(theme, cell.column, row.event, besideKinds)));
    const Qt::Alignment alignment = isRightAligned(cell.column) ? Qt::AlignRight
        : cell.column == EventColumn::Direction                 ? Qt::AlignHCenter
                                                                : Qt::AlignLeft;
    (isFixedFont(cell.column) ? m_fixed : m_text).paint(painter, inside, alignment, m_chars);
}

int EventRowPainter::widthOf(EventColumn column, const Lens::Row &row, const QString &connection)
{
    m_chars.clear();
    appendCell(m_chars, column, row, connection, Lens::previewLimit);
    const qreal text = (isFixedFont(column) ? m_fixed : m_text).width(m_chars);
    const int dot = column == EventColumn::Connection ? dotSize + dotGap : 0;
    return int(std::ceil(text)) + dot + 2 * padding;
}

const QPen &EventRowPainter::pen(const QColor &colour)
{
    auto found = m_pens.constFind(colour.rgba());
    if (found == m_pens.constEnd())
        found = m_pens.insert(colour.rgba(), QPen(colour));
    return *found;
}

// Painted once: a round shape costs more than all text of its row.
const QPixmap &EventRowPainter::dot(const QColor &colour, qreal pixelRatio)
{
    QPixmap &dot = m_dots[colour.rgba()];
    if (dot.isNull() || dot.devicePixelRatio() != pixelRatio) {
        dot = QPixmap(QSize(dotSize, dotSize) * pixelRatio);
        dot.setDevicePixelRatio(pixelRatio);
        dot.fill(Qt::transparent);
        QPainter painter(&dot);
        StateDot::paintDot(painter, {dotSize / 2.0, dotSize / 2.0}, dotSize, colour);
    }
    return dot;
}

void EventRowPainter::paintPlaceholder(QPainter &painter, const Theme &theme, const QRect &rect) const
{
    const int height = std::max(2, rect.height() / 3);
    const QRect bar(rect.x() + padding, rect.center().y() - height / 2, std::min(rect.width() / 3, 240),
                    height);
    painter.fillRect(bar, theme.deep);
}

} // namespace weir
