// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;

namespace weir {

// A small field in the upper corner of a table that asks for the number of a row. Return goes there, Escape
// or a click elsewhere closes it.
class GoToBox final : public QWidget
{
    Q_OBJECT

public:
    explicit GoToBox(QWidget *over);
    Q_DISABLE_COPY_MOVE(GoToBox)

    void ask(quint64 current);

Q_SIGNALS:
    void chosen(quint64 seq);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();
    void leave();
    void place();

    QLineEdit *m_number;
};

} // namespace weir
