// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerqueue.h"

#include "router.h"

#include <QTcpSocket>

#include <utility>

namespace weir {

namespace {
QByteArray headOf(QByteArrayView status, const QList<QByteArray> &headers)
{
    QByteArray head = QByteArray("HTTP/1.1 ").append(status).append("\r\n");
    for (const QByteArray &header : headers)
        head.append(header).append("\r\n");
    return head;
}
}

AnswerQueue::AnswerQueue(QTcpSocket &socket)
    : QObject(&socket)
    , m_socket(socket)
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

AnswerQueue &AnswerQueue::of(QTcpSocket &socket)
{
    auto *queue = socket.findChild<AnswerQueue *>(QString(), Qt::FindDirectChildrenOnly);
    return queue ? *queue : *new AnswerQueue(socket);
}

quint64 AnswerQueue::expect(const DemoRequest &request)
{
    m_answers.push_back(
        {.unsent = {}, .isWhole = false, .isLast = request.header("Connection").toLower().contains("close")});
    return m_first + m_answers.size() - 1;
}

void AnswerQueue::answer(quint64 place, QByteArrayView status, const QList<QByteArray> &headers,
                         const QByteArray &body)
{
    QByteArray out = headOf(status, headers);
    // RFC 9110 8.6: no Content-Length with 204
    if (!status.startsWith("204"))
        out.append("Content-Length: ").append(QByteArray::number(body.size())).append("\r\n");
    write(place, out.append("\r\n").append(body), true);
}

void AnswerQueue::begin(quint64 place, const QList<QByteArray> &headers)
{
    write(place, headOf("200 OK", headers).append("Transfer-Encoding: chunked\r\n\r\n"), false);
}

void AnswerQueue::append(quint64 place, const QByteArray &part)
{
    write(place, QByteArray::number(part.size(), 16).append("\r\n").append(part).append("\r\n"), false);
}

void AnswerQueue::end(quint64 place)
{
    write(place, "0\r\n\r\n", true);
}

void AnswerQueue::drop(quint64 place)
{
    m_answers[place - m_first].isLast = true;
    write(place, {}, true);
}

qint64 AnswerQueue::unsent() const
{
    qint64 unsent = m_socket.bytesToWrite();
    for (const Answer &answer : m_answers)
        unsent += answer.unsent.size();
    return unsent;
}

void AnswerQueue::write(quint64 place, const QByteArray &bytes, bool isWhole)
{
    Answer &answer = m_answers[place - m_first];
    answer.unsent += bytes;
    answer.isWhole = isWhole;
    while (!m_answers.empty() && m_socket.state() == QAbstractSocket::ConnectedState) {
        Answer &first = m_answers.front();
        m_socket.write(std::exchange(first.unsent, {}));
        if (!first.isWhole)
            return;
        if (first.isLast)
            m_socket.disconnectFromHost();
        m_answers.pop_front();
        ++m_first;
    }
}

} // namespace weir
