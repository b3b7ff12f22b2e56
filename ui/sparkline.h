// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

namespace weir {

// A small line of the last values, newest at the right, scaled to the largest of them.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(Sparkline)

    static constexpr int Capacity = 60; // values that are kept
    void append(double value); // not negative
    void clear();
    QSize sizeHint() const override { return {120, 20}; }
    QSize minimumSizeHint() const override { return {40, 14}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<double> m_values;
};

} // namespace weir
