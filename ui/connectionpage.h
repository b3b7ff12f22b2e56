// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lensview.h"

namespace weir {

class Connection;
class RequestBar;
class Variables;

// The page of one connection: what is asked, how the line stands, and what goes over it. Closing it ends
// nothing.
class ConnectionPage : public LensView
{
    Q_OBJECT

public:
    Connection &connection() const { return m_connection; }
    RequestBar &request() const { return *m_request; }
    void connectNow(); // with what stands in the request bar
    void disconnectNow();
    void focusUrl();
    // What messages are filled in with, the values of secrets included.
    virtual void setMessageVariables(const Variables & /*variables*/) { }

Q_SIGNALS:
    void showInLogRequested(quint64 seq);
    // What was typed is of another protocol: this page has no place for it.
    void otherProtocolChosen(bool connectAtOnce);
    void secretsMissing(const QStringList &names); // that a message names: answered by setMessageVariables()

protected:
    ConnectionPage(Workbench &workbench, Connection &connection, Settings &settings, QWidget *parent);

    // At the end of every constructor: nothing before has a status to show.
    void watch();
    virtual void showStatus() = 0;
    quint32 logId() const { return m_id; } // of the connection in the capture, 0 until it was started
    // What stands in place of rows where the line has none to give; `waiting` while it is open.
    QString lineText(const QString &waiting, const QString &typeUrl, const QString &closed) const;

private:
    void attachOnce(); // as soon as the log knows the connection
    void refresh();
    void showFailure();
    QString remedyText() const; // what can be done about it

    Connection &m_connection;
    RequestBar *m_request;
    const Protocol m_protocol;
    quint32 m_id = 0;
    bool m_failureShown = false;
};

} // namespace weir
