// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace weir {

// A sentence in the middle of a place that is empty: what to do next. Lies over its parent and lets the mouse
// through.
class EmptyHint final : public QLabel
{
    Q_OBJECT

public:
    explicit EmptyHint(QWidget *over);
    Q_DISABLE_COPY_MOVE(EmptyHint)

    void say(const QString &text); // empty: hidden

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
};

} // namespace weir
