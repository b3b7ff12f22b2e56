// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/call.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class ElidedLabel;

// One line about a call: what became of it, the id that matched, HTTP's status, time and size; and the button
// for what waits.
class CallStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit CallStrip(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CallStrip)

    void setCall(const Call &call, const QString &id); // `id`: as the list writes it
    void setHttpStatus(const QByteArray &status); // empty: none
    void clear();
    QString text() const; // all of it

Q_SIGNALS:
    void cancelRequested();
    void answerRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showTime();

    Call m_call;
    ElidedLabel *m_state;
    QLabel *m_id;
    QLabel *m_status;
    QLabel *m_time;
    QLabel *m_size;
    QPushButton *m_cancel;
    QPushButton *m_answer;
    QTimer m_tick; // while it waits and is seen
};

} // namespace weir
