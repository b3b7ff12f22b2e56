// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connectionpage.h"

#include "format.h"
#include "requestbar.h"

#include "session/workbench.h"

#include <QVBoxLayout>

namespace weir {

ConnectionPage::ConnectionPage(Workbench &workbench, Connection &connection, Settings &settings,
                               QWidget *parent)
    : LensView(workbench, settings, parent)
    , m_connection(connection)
    , m_request(new RequestBar(this))
    , m_protocol(connection.profile().protocol)
{
    column()->addWidget(m_request);
    m_request->setProfile(connection.profile());
    connect(m_request, &RequestBar::connectRequested, this, &ConnectionPage::connectNow);
    connect(m_request, &RequestBar::disconnectRequested, this, &ConnectionPage::disconnectNow);
    connect(m_request, &RequestBar::protocolChosen, this, [this] {
        m_connection.setProfile(m_request->profile());
        if (m_request->profile().protocol != m_protocol)
            Q_EMIT otherProtocolChosen(false);
    });
}

void ConnectionPage::watch()
{
    connect(&m_connection, &Connection::changed, this, &ConnectionPage::refresh);
    refresh();
}

void ConnectionPage::connectNow()
{
    if (m_connection.isActive())
        return;
    m_connection.setProfile(m_request->profile());
    if (m_request->profile().protocol != m_protocol) {
        Q_EMIT otherProtocolChosen(true);
        return;
    }
    const auto started = m_connection.start();
    m_request->showError(started ? Error{} : started.error());
    m_failureShown = false;
    refresh();
}

void ConnectionPage::disconnectNow()
{
    m_connection.stop();
}

void ConnectionPage::focusUrl()
{
    m_request->focusUrl();
}

QString ConnectionPage::lineText(const QString &waiting, const QString &typeUrl, const QString &closed) const
{
    const LineStatus status = m_connection.status();
    switch (status.state) {
    case LineState::Connecting:
        return tr("Connecting to %1…").arg(m_connection.url().authority());
    case LineState::Open:
    case LineState::Closing:
        return waiting;
    case LineState::Waiting:
        return tr("%1\nWeir tries again by itself; “Reconnect now” does not wait.")
            .arg(errorText(status.error));
    case LineState::Closed:
        break;
    }
    if (status.error.code != ErrorCode::None)
        return tr("%1\nChange the request above, or press Connect to try again.")
            .arg(errorText(status.error));
    return m_connection.profile().url.isEmpty() ? typeUrl : closed;
}

void ConnectionPage::attachOnce()
{
    if (m_id == m_connection.id())
        return;
    m_id = m_connection.id();
    attach(m_id);
}

void ConnectionPage::refresh()
{
    attachOnce();
    m_request->setActive(m_connection.isActive());
    showFailure();
    showStatus();
    updateMatches();
}

// Once for each failure: typing takes the sentence away, and it does not come back by itself.
void ConnectionPage::showFailure()
{
    const LineStatus status = m_connection.status();
    if (status.failed == m_failureShown)
        return;
    m_failureShown = status.failed;
    QString sentence;
    if (status.failed) {
        sentence = errorText(status.error);
        if (const QString advice = adviceText(status.error); !advice.isEmpty())
            sentence += QLatin1Char(' ') + advice;
    }
    m_request->showSentence(sentence, status.failed ? remedyText() : QString());
}

QString ConnectionPage::remedyText() const
{
    if (!m_connection.missingSecrets().isEmpty())
        return tr("Enter the secret…");
    return m_connection.status().certificate.chain.isEmpty() ? QString() : tr("Show certificate…");
}

} // namespace weir
