// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

#include <QColor>
#include <QWidget>

class QPainter;

namespace weir {

struct Theme;

// How something stands, told by a dot and a word.
class StateDot final : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Idle, Ok, Warn, Error };
    explicit StateDot(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(StateDot)

    void setState(Tone tone, const QString &text);
    Tone tone() const { return m_tone; }
    QString text() const { return m_text; }
    // Only the dot has the tone's colour.
    void setQuiet(bool quiet) { m_quiet = quiet; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    // The dot alone, for delegates: `diameter` pixels around `centre`.
    static QColor dotColour(const Theme &theme, Tone tone);
    static void paintDot(QPainter &painter, QPointF centre, qreal diameter, const QColor &colour);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Idle;
    QString m_text;
    bool m_quiet = false;
};

// SSE, WS or RPC in a small frame.
class ProtocolBadge final : public QWidget
{
    Q_OBJECT

public:
    explicit ProtocolBadge(Protocol protocol, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProtocolBadge)

    QSize sizeHint() const override { return size(); }
    QSize minimumSizeHint() const override { return size(); }

    // For delegates and tab bars.
    static constexpr QSize size() { return {34, 16}; }
    static QString word(Protocol protocol);
    static void paint(QPainter &painter, const QRect &rect, Protocol protocol, const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Protocol m_protocol;
};

} // namespace weir
