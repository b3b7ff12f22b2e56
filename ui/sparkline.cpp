// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sparkline.h"

#include "theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace weir {

namespace {

constexpr double headroom = 1.5;

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::append(double value)
{
    if (m_values.size() >= size_t(Capacity))
        m_values.erase(m_values.begin());
    m_values.push_back(std::max(0.0, value));
    update();
}

void Sparkline::clear()
{
    m_values.clear();
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(this).accent, 1.5));
    // Room above: a steady rate is a line in the picture, not on its edge.
    const double top = std::max(*std::max_element(m_values.begin(), m_values.end()) * headroom, 1e-9);
    const double step = (width() - 2.0) / (Capacity - 1);
    const double left = width() - 1 - step * double(m_values.size() - 1);
    QPainterPath path;
    for (size_t i = 0; i < m_values.size(); ++i) {
        const QPointF point(left + step * double(i), height() - 2 - m_values[i] / top * (height() - 4));
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    painter.drawPath(path);
}

} // namespace weir
