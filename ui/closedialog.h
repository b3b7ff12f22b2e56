// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QSpinBox;

namespace weir {

// With which code and reason a WebSocket is to be closed.
class CloseDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit CloseDialog(QWidget *parent);
    Q_DISABLE_COPY_MOVE(CloseDialog)

Q_SIGNALS:
    void closeRequested(int code, const QByteArray &reason); // both are allowed

private:
    void request();

    QSpinBox *m_code;
    QLineEdit *m_reason;
    QLabel *m_error;
};

} // namespace weir
