// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "badges.h"

#include "theme.h"

#include <QPainter>

namespace weir {

namespace {
constexpr int dotSize = 8;
constexpr int dotGap = 6;

QColor textColour(const Theme &theme, StateDot::Tone tone)
{
    switch (tone) {
    case StateDot::Tone::Ok:
        return theme.ok;
    case StateDot::Tone::Warn:
        return theme.warn;
    case StateDot::Tone::Error:
        return theme.error;
    case StateDot::Tone::Idle:
        break;
    }
    return theme.muted;
}

quint32 badgeHue(Protocol protocol)
{
    switch (protocol) {
    case Protocol::WebSocket:
        return 3;
    case Protocol::JsonRpc:
        return 2;
    case Protocol::Sse:
        break;
    }
    return 1;
}
} // namespace

StateDot::StateDot(QWidget *parent)
    : QWidget(parent)
{
    setFont(smallFont());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void StateDot::setState(Tone tone, const QString &text)
{
    if (tone == m_tone && text == m_text)
        return;
    m_tone = tone;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StateDot::sizeHint() const
{
    return {dotSize + dotGap + fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height() + 2};
}

QColor StateDot::dotColour(const Theme &theme, Tone tone)
{
    return tone == Tone::Idle ? theme.idle : textColour(theme, tone);
}

void StateDot::paintDot(QPainter &painter, QPointF centre, qreal diameter, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(centre, diameter / 2, diameter / 2);
    painter.restore();
}

void StateDot::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    paintDot(painter, {dotSize / 2.0, height() / 2.0}, dotSize, dotColour(theme, m_tone));
    painter.setPen(m_quiet ? theme.muted : textColour(theme, m_tone));
    painter.drawText(rect().adjusted(dotSize + dotGap, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                     m_text);
}

ProtocolBadge::ProtocolBadge(Protocol protocol, QWidget *parent)
    : QWidget(parent)
    , m_protocol(protocol)
{
    setFixedSize(size());
    setAccessibleName(word(protocol));
}

QString ProtocolBadge::word(Protocol protocol)
{
    switch (protocol) {
    case Protocol::WebSocket:
        return QStringLiteral("WS");
    case Protocol::JsonRpc:
        return QStringLiteral("RPC");
    case Protocol::Sse:
        break;
    }
    return QStringLiteral("SSE");
}

void ProtocolBadge::paint(QPainter &painter, const QRect &rect, Protocol protocol, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.dot(badgeHue(protocol)), 1));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    QFont font = painter.font();
    font.setPixelSize(10);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(theme.shade(badgeHue(protocol)));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, word(protocol));
    painter.restore();
}

void ProtocolBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_protocol, Theme::of(this));
}

} // namespace weir
