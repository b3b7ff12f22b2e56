// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

namespace weir {

// A magnifier before the text, a cross behind it. Escape empties it; Down, and Escape where it is empty,
// leave it.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(const QString &placeholder, const QString &accessibleName, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SearchField)

Q_SIGNALS:
    void leaveRequested(); // to what is searched

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace weir
