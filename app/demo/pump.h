// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contentencoder.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

class QTcpSocket;

namespace weir {

// What a stream is made of, item by item.
class DemoSource
{
public:
    virtual ~DemoSource() = default;

    enum class Next {
        More,
        End, // a clean end
        Drop, // the line closes in mid-stream
        Reset, // the line is torn (RST)
        Stay, // nothing more, and the line stays
    };
    // Appends the next item and says what follows it.
    virtual Next produce(QByteArray &out) = 0;
};

// Moves a source to a socket at a rate, and no faster than the socket's peer reads. A child of the socket.
class DemoPump final : public QObject
{
    Q_OBJECT

public:
    enum class Framing { Raw, Chunked };
    // `rate` in items a second; 0: as fast as the peer reads. With a rate each item is a chunk of its own.
    DemoPump(QTcpSocket &socket, std::unique_ptr<DemoSource> source, double rate, Framing framing,
             ContentCoding coding = ContentCoding::Identity);
    ~DemoPump() override;
    Q_DISABLE_COPY_MOVE(DemoPump)

    static constexpr qint64 unsentLimit = 256 * 1024;

Q_SIGNALS:
    void finished(); // the last item is with the socket

private:
    void pump();
    qint64 due() const;
    void write(const QByteArray &item, bool last);
    void finish(DemoSource::Next how);

    QTcpSocket &m_socket;
    std::unique_ptr<DemoSource> m_source;
    ContentEncoder m_encoder;
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_rate;
    qint64 m_done = 0;
    Framing m_framing;
    bool m_finished = false;
};

// Tears the line with RST instead of closing it.
void resetLine(QTcpSocket &socket);

} // namespace weir
