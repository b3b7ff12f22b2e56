// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>
#include <QObject>

#include <deque>

class QTcpSocket;

namespace weir {

struct DemoRequest;

// The answers on a line that is kept, in the order of their requests, whenever they are ready (RFC 9112 9.3).
// A child of the socket.
class AnswerQueue final : public QObject
{
    Q_OBJECT

public:
    static AnswerQueue &of(QTcpSocket &socket);
    Q_DISABLE_COPY_MOVE(AnswerQueue)

    // The place of the answer to a request that has just come.
    quint64 expect(const DemoRequest &request);
    void answer(quint64 place, QByteArrayView status, const QList<QByteArray> &headers,
                const QByteArray &body = {});
    // An answer in parts; `headers` tell its type.
    void begin(quint64 place, const QList<QByteArray> &headers);
    void append(quint64 place, const QByteArray &part);
    void end(quint64 place);
    void drop(quint64 place); // the line ends where the answer should be

    qint64 unsent() const; // bytes

private:
    struct Answer
    {
        QByteArray unsent;
        bool isWhole = false;
        bool isLast = false; // the line ends after it
    };
    explicit AnswerQueue(QTcpSocket &socket);
    void write(quint64 place, const QByteArray &bytes, bool isWhole);

    QTcpSocket &m_socket;
    std::deque<Answer> m_answers;
    quint64 m_first = 0; // the place of the first of them
};

} // namespace weir
