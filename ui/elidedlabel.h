// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace weir {

// One line of plain text that gives way: what does not fit ends in an ellipsis, and a tool tip has the whole.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &accessibleName, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ElidedLabel)

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace weir
