// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

namespace weir {

// Scrolls a form, a widget with a layout, up and down, never sideways. As high as the form where there is
// room; where there is little, what in the form scrolls by itself becomes lower first. What must always be in
// sight, its buttons for one, stands below this and not in the form.
class FormScroll final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormScroll(QWidget *form, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FormScroll)

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace weir
