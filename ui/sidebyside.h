// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/call.h"

#include <QDialog>
#include <QStringList>

#include <array>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class CallStrip;
class DiffView;

// The same call to two connections: what became of it on either side, how long each took, and what differs
// between the two results. It sends nothing itself.
class SideBySide final : public QDialog
{
    Q_OBJECT

public:
    enum Side { Left, Right };
    explicit SideBySide(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SideBySide)

    void setRequest(const QString &method, const QByteArray &request); // the JSON that is sent
    // The connections it could go to, and those that are chosen at first.
    void setCandidates(const QStringList &names, int left = 0, int right = 1);
    int candidate(Side side) const; // -1: there is none
    void setOutcome(Side side, const Call &call, const QByteArray &result); // result or error, raw JSON
    void setFailure(Side side, const QString &sentence); // it could not even be sent

Q_SIGNALS:
    void sendRequested(int left, int right); // numbers of candidates

private:
    struct Half
    {
        QComboBox *connection = nullptr;
        CallStrip *strip = nullptr;
        QLabel *failure = nullptr;
        Call call;
        QByteArray result;
        bool hasEnded = false;
    };
    QWidget *makeHalf(Side side);
    void send();
    void updateSend();
    void showDiff();

    std::array<Half, 2> m_halves;
    QLabel *m_request;
    QPushButton *m_send;
    QLabel *m_times; // which was faster
    DiffView *m_diff;
};

} // namespace weir
