// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "framewalker.h"

#include <QObject>

#include <optional>

class QTcpSocket;
class QWebSocket;

namespace weir {

// Sees what a QWebSocket receives before that one does, and changes nothing of it: the head of the answer to
// the opening handshake, and the frames. QWebSocket (6.4) keeps the answer and the peer's pings to itself,
// says 1000 for a close without a status, and takes 1012 to 1014 for faults. Made before open(); a child of
// the socket.
class WireTap final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype headLimit = 256 * 1024;
    static constexpr qsizetype bodyLimit = 64 * 1024;

    explicit WireTap(QWebSocket &socket);
    Q_DISABLE_COPY_MOVE(WireTap)

    QTcpSocket *tcp() const { return m_tcp; } // null before opened()
    void opened(); // right after open()

    const QByteArray &head() const { return m_head; } // with the empty line, where that has come
    bool isHeadComplete() const { return m_isHeadComplete; }
    const QByteArray &body() const { return m_rest; } // of an answer that opens no line, up to bodyLimit

    void startFrames(); // the line is open: what follows the head are frames
    // What is not handed over yet is thrown away: QWebSocket does not see it.
    void swallow();
    // A close frame of our own making, RFC 6455 5.5.1: close() of QWebSocket does not wait for the answer.
    void sendClose(int code, const QByteArray &reason);

Q_SIGNALS:
    void turnBegan(); // bytes have come and QWebSocket is about to see them
    void turnEnded(); // it has
    void headTooLong();
    // Not of a close or a masked frame:
    void frameFound(const weir::FrameWalker::Frame &frame);
    // That one ends what is read. It and what follows is kept from QWebSocket, which has seen all before it.
    void lastFrameFound(const weir::FrameWalker::Frame &frame);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void looked();
    void readAnswer(QByteArrayView bytes);
    void found(const FrameWalker::Frame &frame);
    void walk(QByteArrayView bytes, qint64 at);

    QWebSocket &m_socket;
    QTcpSocket *m_tcp = nullptr;
    FrameWalker m_walker;
    QByteArray m_head;
    QByteArray m_rest; // behind the head, until startFrames()
    qint64 m_known = 0; // bytes in the buffer that were looked at and that QWebSocket left there
    std::optional<FrameWalker::Frame> m_last; // after which nothing is read
    bool m_isHeadComplete = false;
    bool m_hasFrames = false;
    bool m_isOver = false; // the last frame was told
};

} // namespace weir
