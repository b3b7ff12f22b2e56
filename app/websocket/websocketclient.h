// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "framewalker.h"
#include "outbox.h"
#include "websocketsettings.h"

#include "http/lineclient.h"

#include "base/statuscell.h"

#include <QAbstractSocket>

class QSslError;

namespace weir {

// What the strip above a conversation shows. Sizes in bytes of payloads.
struct WebSocketStatus : LineStatus
{
    int httpStatus = 0; // of the answer to the opening handshake
    QString subprotocol; // agreed
    qint64 handshakeMs = -1; // from the attempt to the open line
    quint64 sentMessages = 0;
    quint64 sentBytes = 0;
    qsizetype queuedMessages = 0; // that no line has taken yet
    qint64 queuedBytes = 0;
    qint64 unsentBytes = 0; // that the line has and the system has not
    qint64 roundTrip = -1; // of the last ping, microseconds
    quint64 roundTrips = 0;
    int closeCode = 0; // how the last line ended; 0: it has not
    QString closeReason;
    QByteArray requestHead; // of the opening handshake, as in the log
    QByteArray answerHead;
};

// One WebSocket that is kept: opening handshake, messages both ways, pings, closing handshake. QWebSocket
// carries it; where that one says too little, its WireTap does.
class WebSocketClient : public LineClient
{
    Q_OBJECT

public:
    // The outbox outlives the lines, and may outlive the client: what is in it is sent by the next one.
    WebSocketClient(const WebSocketSettings &settings, quint32 connection, EventSink &sink,
                    std::shared_ptr<Outbox> outbox, std::function<double()> random = {});
    ~WebSocketClient() override;
    Q_DISABLE_COPY_MOVE(WebSocketClient)

    // Any thread.
    static Expected<void> validate(const WebSocketSettings &settings);
    // InvalidCloseCode, CloseReasonTooLong, InvalidText. The reason is UTF-8.
    static Expected<void> validateClose(int code, const QByteArray &reason);
    const StatusCell<WebSocketStatus> &status() const;
    LineStatus lineStatus() const override;

    // On the client's thread.
    void sendQueued(); // what the outbox has, as fast as the peer reads
    void ping(const QByteArray &payload = {}); // 125 bytes at most; without one, one of our own
    void close(int code, const QByteArray &reason); // stop(), and why

protected:
    // A message, a ping, a pong or a close frame, both ways, becomes a row; answers its number, or 0.
    virtual quint64 record(const EventBatch::Record &head, QByteArrayView name, const QByteArray &payload);
    void leave() override;
    void share() override;
    // Messages that a line has and the system may still have a part of: with what the peer answers to the
    // last of them that fits, it and all before it are out.
    bool hasFlight() const;
    void landThrough(const std::function<bool(const QByteArray &payload)> &fits);

private:
    LineStatus &line() override;
    Expected<void> check() const override;
    void forget() override;
    void attempt() override;
    void part() override;
    void hold() override;
    void resume() override;
    QString resumeText() const override;

    // the opening handshake
    void open();
    void judge(const QList<QSslError> &errors);
    void failed(QAbstractSocket::SocketError error);
    void refused();
    void handshakeTimedOut();
    void connected();
    // the open line
    bool isWritable() const;
    void watch();
    void frameFound(const FrameWalker::Frame &frame);
    void lastFrameFound(const FrameWalker::Frame &frame);
    void received(Kind kind, const QByteArray &payload);
    void ponged(const QByteArray &payload);
    void catchUp();
    void written();
    void landed(const OutMessage &message);
    void turnEnded();
    void checkIdle();
    // the closing handshake
    void peerClosed(const QByteArray &payload);
    void violated(int code, const QString &why);
    void disconnected();
    void closedByQt();
    void addClose(Direction direction, int code, const QByteArray &reason);
    void rememberClose(int code, const QByteArray &reason);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace weir
