// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
QT_END_NAMESPACE

namespace weir {

// Where the time of a call went: a line for each part of it, with a bar on a common scale.
class TimingView final : public QWidget
{
    Q_OBJECT

public:
    explicit TimingView(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TimingView)

    struct Part
    {
        QString label;
        qint64 from = 0; // microseconds since the beginning of the whole
        qint64 to = 0;
        bool isWhole = false; // the sum of the others
        bool operator==(const Part &) const = default;
    };
    void setParts(std::vector<Part> parts, const QString &begun);

private:
    class Bar;

    std::vector<Part> m_parts;
    QGridLayout *m_grid;
    QLabel *m_begun;
};

} // namespace weir
