// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lensview.h"

namespace weir {

class Connection;
class RequestBar;
class StatusStrip;

// One feed: what is asked, how the line stands, its events and the detail of one. Closing it ends nothing.
class SsePage final : public LensView
{
    Q_OBJECT

public:
    SsePage(Workbench &workbench, Connection &connection, Settings &settings, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SsePage)

    Connection &connection() const { return m_connection; }
    RequestBar &request() const { return *m_request; }
    void connectNow(); // with what stands in the request bar
    void disconnectNow();
    void focusUrl();

Q_SIGNALS:
    void showInLogRequested(quint64 seq);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Query wantedQuery() const override;
    void updateChips() override;
    void checkOnly(EventColumn column, const Event &event) override;
    QString matchesText() const override;
    QString emptyText() const override;
    void buildFilterRow();
    void buildBody();
    void attachOnce(); // as soon as the log knows the connection
    void refresh();
    void showFailure();
    QString remedyText() const; // what can be done about it

    Connection &m_connection;
    RequestBar *m_request;
    StatusStrip *m_strip;
    quint32 m_id = 0; // of the connection in the capture, 0 until it was started
    bool m_failureShown = false;
};

} // namespace weir
