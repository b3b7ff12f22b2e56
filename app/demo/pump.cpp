// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pump.h"

#include <QTcpSocket>

#include <algorithm>
#include <cmath>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace weir {

namespace {
constexpr qsizetype chunkLimit = 16 * 1024;
}

DemoPump::DemoPump(QTcpSocket &socket, std::unique_ptr<DemoSource> source, double rate, Framing framing,
                   ContentCoding coding)
    : QObject(&socket)
    , m_socket(socket)
    , m_source(std::move(source))
    , m_encoder(coding)
    , m_rate(rate)
    , m_framing(framing)
{
    m_clock.start();
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DemoPump::pump);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_rate <= 0)
            pump();
    });
    if (rate > 0)
        QTimer::singleShot(0, this, &DemoPump::pump); // the first is due at once
    m_timer.start(rate > 0 ? std::max(5, int(std::floor(1000 / std::max(rate, 0.01)))) : 0);
}

DemoPump::~DemoPump() = default;

// Items that should be out by now: the first at once. What a slow peer held back is not made up for later
// than a second after.
qint64 DemoPump::due() const
{
    return qint64(double(m_clock.elapsed()) * m_rate / 1000) + 1 - m_done;
}

void DemoPump::pump()
{
    if (m_finished || m_socket.state() != QAbstractSocket::ConnectedState)
        return;
    if (m_rate <= 0)
        m_timer.stop(); // from here on bytesWritten() drives
    DemoSource::Next next = DemoSource::Next::More;
    const auto fill = [&](qint64 items) {
        QByteArray chunk;
        while (next == DemoSource::Next::More && items-- > 0 && chunk.size() < chunkLimit) {
            next = m_source->produce(chunk);
            ++m_done;
        }
        write(chunk, next == DemoSource::Next::End);
    };
    if (m_rate <= 0) {
        while (next == DemoSource::Next::More && m_socket.bytesToWrite() < unsentLimit)
            fill(chunkLimit);
    } else {
        if (due() > qint64(m_rate) + 1)
            m_done += due() - qint64(m_rate) - 1;
        while (next == DemoSource::Next::More && due() > 0 && m_socket.bytesToWrite() < unsentLimit)
            fill(1);
    }
    if (next != DemoSource::Next::More)
        finish(next);
}

void DemoPump::write(const QByteArray &item, bool last)
{
    const QByteArray bytes = m_encoder.encode(item, last);
    if (m_framing == Framing::Raw) {
        m_socket.write(bytes);
        return;
    }
    // RFC 9112 7.1: an empty chunk would be the last one
    QByteArray framed;
    framed.reserve(bytes.size() + 24);
    if (!bytes.isEmpty())
        framed.append(QByteArray::number(bytes.size(), 16)).append("\r\n").append(bytes).append("\r\n");
    if (last)
        framed.append("0\r\n\r\n");
    m_socket.write(framed);
}

void DemoPump::finish(DemoSource::Next how)
{
    m_finished = true;
    m_timer.stop();
    if (how == DemoSource::Next::Reset)
        resetLine(m_socket);
    else if (how != DemoSource::Next::Stay)
        m_socket.disconnectFromHost();
    Q_EMIT finished();
}

void resetLine(QTcpSocket &socket)
{
    socket.flush();
#ifdef Q_OS_UNIX
    const linger tear{.l_onoff = 1, .l_linger = 0};
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &tear, sizeof tear);
#endif
    socket.abort();
}

} // namespace weir
