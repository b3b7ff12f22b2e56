// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonrpc/rpcstatus.h"
#include "profile/profile.h"
#include "sse/sseclient.h"
#include "websocket/websocketclient.h"

#include "base/error.h"
#include "base/secretmask.h"

#include <QObject>

#include <memory>

namespace weir {

// A live profile as the window sees it: what was asked, and how it stands. The client lives on a network
// thread.
class Connection final : public QObject
{
    Q_OBJECT

public:
    ~Connection() override;
    Q_DISABLE_COPY_MOVE(Connection)

    quint32 id() const; // in the capture; 0 before the first start
    const Profile &profile() const;
    void setProfile(const Profile &profile); // takes effect at the next start
    const Profile &startedProfile() const; // of the last start
    QString profileId() const; // of the store; empty: it is not kept
    void setProfileId(const QString &id);
    QString name() const; // of the profile, else host and path of its URL
    QUrl url() const; // of the last start, its variables filled in, without user and password
    QStringList missingSecrets() const; // for want of which the last start came to nothing
    LineStatus status() const; // secrets masked
    SseStatus sseStatus() const; // more, of a feed
    WebSocketStatus webSocketStatus() const; // more, of a WebSocket, also beneath JSON-RPC
    RpcStatus rpcStatus() const; // more, of JSON-RPC
    double eventsPerSecond() const; // over the last second
    bool isActive() const; // connecting, open, waiting or closing

    // ProfileIncomplete where a variable has no value, or what the client finds. Where secrets
    // have to be read first, both come later, as the status.
    Expected<void> start();
    void stop();
    void reconnectNow();
    Expected<void> restart(); // also where it runs: with what the profile says now

    // Of a WebSocket or JSON-RPC. A message waits for the line where that is down; the errors are those of
    // Outbox. `secrets`: that stand in it, and that the log must not tell.
    Expected<quint64> send(Kind kind, const QByteArray &payload, const Secrets &secrets = {});
    std::optional<OutMessage> withdraw(quint64 id); // a message that waits; nothing: it is on its way
    void withdrawAll();
    std::vector<OutMessage> waitingMessages(size_t most) const; // the first, as they will be sent
    quint64 waitingRevision() const; // another one whenever a message came or went
    QString masked(const QString &text) const; // without the secrets of this connection
    void ping();
    Expected<void> close(int code, const QByteArray &reason);
    // Nobody waits any more for the answer to the call with this id (raw JSON) that went out at `time` (UTC,
    // microseconds).
    void cancelCall(const QByteArray &id, qint64 time);

Q_SIGNALS:
    void changed(); // status or profile; at most once in 16 ms

private:
    friend class Workbench;
    struct Private;
    explicit Connection(std::unique_ptr<Private> d);
    template <typename Status> Status asShown(Status status) const;
    std::unique_ptr<Private> d;
};

} // namespace weir
