// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wiretap.h"

#include <QChildEvent>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QWebSocket>
#include <QtEndian>

#include <algorithm>
#include <utility>

namespace weir {

WireTap::WireTap(QWebSocket &socket)
    : QObject(&socket)
    , m_socket(socket)
    , m_walker([this](const FrameWalker::Frame &frame) { found(frame); })
{
    socket.installEventFilter(this);
}

// QWebSocket::open() makes its socket and connects to it at once; who wants to be told before has this one
// moment. The child is no more than a QObject yet, so that nothing but its address may be used.
bool WireTap::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_socket && event->type() == QEvent::ChildAdded) {
        QObject *child = static_cast<QChildEvent *>(event)->child();
        if (child != this)
            connect(reinterpret_cast<QIODevice *>(child), &QIODevice::readyRead, this, &WireTap::look);
    }
    return QObject::eventFilter(watched, event);
}

void WireTap::opened()
{
    m_tcp = m_socket.findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
    if (m_tcp)
        connect(m_tcp, &QIODevice::readyRead, this, &WireTap::looked);
}

void WireTap::startFrames()
{
    m_hasFrames = true;
    walk(std::exchange(m_rest, {}), 0);
}

void WireTap::swallow()
{
    if (m_tcp && m_tcp->isOpen())
        m_tcp->readAll();
}

void WireTap::sendClose(int code, const QByteArray &reason)
{
    QByteArray payload;
    if (code != 0) {
        payload.resize(2);
        qToBigEndian(quint16(code), payload.data());
        payload += reason;
    }
    QByteArray mask(4, Qt::Uninitialized);
    qToBigEndian(QRandomGenerator::system()->generate(), mask.data());
    QByteArray frame;
    frame += char(0x80 | quint8(Opcode::Close));
    frame += char(0x80 | payload.size());
    frame += mask;
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame += char(payload[i] ^ mask[i % 4]);
    m_tcp->write(frame);
    m_tcp->flush();
}

void WireTap::look()
{
    if (!m_tcp)
        return;
    Q_EMIT turnBegan();
    if (m_last)
        return swallow();
    const qint64 available = m_tcp->bytesAvailable();
    const qint64 fresh = available - m_known;
    if (fresh <= 0)
        return;
    if (m_hasFrames && quint64(fresh) <= m_walker.skippable()) {
        m_walker.skip(quint64(fresh)); // a large message on its way
        return;
    }
    const QByteArray all = m_tcp->peek(available);
    const QByteArrayView news = QByteArrayView(all).sliced(qsizetype(m_known));
    m_hasFrames ? walk(news, m_known) : readAnswer(news);
}

void WireTap::found(const FrameWalker::Frame &frame)
{
    if (m_last)
        return;
    if (frame.isMasked || frame.opcode == Opcode::Close)
        m_last = frame;
    else
        Q_EMIT frameFound(frame);
}

// `at`: where the bytes stand in the buffer of the socket.
void WireTap::walk(QByteArrayView bytes, qint64 at)
{
    const quint64 before = m_walker.position();
    m_walker.feed(bytes);
    if (!m_last)
        return;
    // What stands before it is QWebSocket's: messages that came in the same breath.
    const qint64 begin = m_last->begin < before ? 0 : at + qint64(m_last->begin - before);
    const QByteArray theirs = m_tcp->read(begin);
    m_tcp->readAll();
    for (qsizetype i = theirs.size(); i > 0; --i)
        m_tcp->ungetChar(theirs[i - 1]);
}

void WireTap::looked()
{
    m_known = m_tcp->bytesAvailable();
    if (m_last && !m_isOver) {
        m_isOver = true;
        Q_EMIT lastFrameFound(*m_last);
    }
    Q_EMIT turnEnded();
}

void WireTap::readAnswer(QByteArrayView bytes)
{
    qsizetype taken = 0;
    if (!m_isHeadComplete) {
        const qsizetype before = m_head.size();
        m_head.append(bytes.data(), bytes.size());
        const qsizetype end = m_head.indexOf("\r\n\r\n", std::max<qsizetype>(0, before - 3));
        if (end < 0) {
            if (m_head.size() > headLimit)
                Q_EMIT headTooLong();
            return;
        }
        m_isHeadComplete = true;
        m_head.truncate(end + 4);
        taken = end + 4 - before;
    }
    // Frames that came with the head are all in one piece.
    const QByteArrayView rest = bytes.sliced(taken);
    if (m_rest.size() + rest.size() <= bodyLimit || m_rest.isEmpty())
        m_rest.append(rest.data(), rest.size());
}

} // namespace weir
