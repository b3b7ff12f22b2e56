// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QHBoxLayout;
QT_END_NAMESPACE

namespace weir {

// The theme's colours of connections to choose from, as "#rrggbb" of the light theme, or none. A colour that
// is not among them stands beside them.
class ColourSwatches final : public QWidget
{
    Q_OBJECT

public:
    explicit ColourSwatches(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ColourSwatches)

    QString colour() const;
    void setColour(const QString &colour); // empty: none

Q_SIGNALS:
    void edited();

private:
    void add(const QString &colour, const QString &name);

    QButtonGroup *m_group;
    QHBoxLayout *m_row;
};

} // namespace weir
