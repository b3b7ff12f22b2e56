// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcpaths.h"

#include "answerqueue.h"
#include "websocketline.h"

#include <QTcpSocket>

namespace weir {

namespace {
const QList<QByteArray> jsonHeaders{"Content-Type: application/json"};

// One POST on its way to its answer.
class RpcPost final : public QObject, private RpcListener
{
public:
    RpcPost(const DemoRequest &request, AnswerQueue &queue, const DemoRpcMethods &methods,
            const std::shared_ptr<RpcQuestions> &questions)
        : QObject(&queue)
        , m_queue(queue)
        , m_place(queue.expect(request))
        , m_takesEvents(request.header("Accept").toLower().contains("text/event-stream"))
        , m_conversation(
              methods, questions,
              m_takesEvents ? RpcConversation::Reach::UntilAnswered : RpcConversation::Reach::Never, this)
    {
    }

    void begin(const QByteArray &body)
    {
        using Heard = RpcConversation::Heard;
        const auto heard = m_conversation.hear(body, [this](const QByteArray &answer) { finish(answer); });
        if (heard == Heard::Answers)
            m_queue.answer(m_place, "202 Accepted", {});
        else if (heard == Heard::UnknownAnswer)
            m_queue.answer(m_place, "400 Bad Request", {"Content-Type: text/plain; charset=utf-8"},
                           "Nobody waits for this answer.\n");
        else if (m_hasNothing)
            m_queue.answer(m_place, "204 No Content", {});
    }

private:
    void say(const QByteArray &text) override
    {
        if (!std::exchange(m_streams, true))
            m_queue.begin(m_place, {"Content-Type: text/event-stream", "Cache-Control: no-cache"});
        // HTML 9.2.5: a line of data each
        QByteArray data = text;
        data.replace("\r\n", "\n").replace('\r', '\n').replace('\n', "\ndata: ");
        m_queue.append(m_place, "event: message\ndata: " + data + "\n\n");
    }
    bool keepsUp() const override { return m_queue.unsent() < WebSocketLine::unsentLimit; }
    void finish(const QByteArray &answer)
    {
        if (m_streams) {
            if (!answer.isEmpty())
                say(answer);
            m_queue.end(m_place);
        } else if (!answer.isEmpty()) {
            m_queue.answer(m_place, "200 OK", jsonHeaders, answer);
        } else {
            m_hasNothing = true;
        }
        deleteLater();
    }

    AnswerQueue &m_queue;
    const quint64 m_place;
    const bool m_takesEvents;
    bool m_streams = false;
    bool m_hasNothing = false;
    RpcConversation m_conversation;
};

class LineListener final : public QObject, public RpcListener
{
public:
    explicit LineListener(WebSocketLine &line)
        : QObject(&line)
        , m_line(line)
    {
    }
    void say(const QByteArray &text) override { m_line.sendText(text); }
    bool keepsUp() const override { return m_line.unsent() < WebSocketLine::unsentLimit; }

private:
    WebSocketLine &m_line;
};
}

bool isPost(const DemoRequest &request, QTcpSocket &socket)
{
    if (request.method == "POST")
        return true;
    AnswerQueue &queue = AnswerQueue::of(socket);
    // RFC 9110 15.5.6
    queue.answer(queue.expect(request), "405 Method Not Allowed",
                 {"Content-Type: text/plain; charset=utf-8", "Allow: POST"},
                 request.method == "HEAD"
                     ? QByteArray()
                     : "This path speaks JSON-RPC 2.0: POST a request, or open it with ws://.\n");
    return false;
}

void RpcPostHandler::handle(const DemoRequest &request, QTcpSocket &socket)
{
    if (isPost(request, socket))
        (new RpcPost(request, AnswerQueue::of(socket), m_methods, m_questions))->begin(request.body);
}

Conversation rpcOverWebSocket(const DemoRpcMethods &methods)
{
    return [methods](const DemoRequest &, WebSocketLine &line) {
        auto *listener = new LineListener(line);
        auto *conversation = new RpcConversation(methods, std::make_shared<RpcQuestions>(),
                                                 RpcConversation::Reach::Always, listener, listener);
        const auto hear = [&line, conversation](const QByteArray &text) {
            conversation->hear(text, [&line](const QByteArray &answer) {
                if (!answer.isEmpty())
                    line.sendText(answer);
            });
        };
        QObject::connect(&line, &WebSocketLine::textReceived, conversation, hear);
        QObject::connect(&line, &WebSocketLine::binaryReceived, conversation, hear);
        QObject::connect(&line, &WebSocketLine::finished, listener, &QObject::deleteLater);
    };
}

void addRpc(DemoRouter &router)
{
    router.add("/rpc", "/rpc", std::make_unique<RpcPostHandler>(calculatorMethods()));
    addWebSocket(router, "/rpc", "", opened(rpcOverWebSocket(calculatorMethods())));
}

} // namespace weir
