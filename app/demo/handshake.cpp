// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handshake.h"

#include "feeds.h"
#include "websocketline.h"

#include <QCryptographicHash>
#include <QTcpSocket>

#include <algorithm>
#include <array>

namespace weir {

namespace {
constexpr std::array subprotocols{"chat.v1", "chat.v2"};
constexpr auto plainText = "Content-Type: text/plain; charset=utf-8";

QList<QByteArray> items(const QByteArray &header)
{
    QList<QByteArray> items;
    for (const QByteArray &item : header.split(','))
        items.append(item.trimmed());
    return items;
}

bool lists(const QByteArray &header, const char *wanted)
{
    const QList<QByteArray> all = items(header);
    return std::any_of(all.begin(), all.end(), [&](const QByteArray &item) {
        return item.compare(wanted, Qt::CaseInsensitive) == 0;
    });
}

QByteArray chosenSubprotocol(const DemoRequest &request)
{
    for (const QByteArray &asked : items(request.header("Sec-WebSocket-Protocol"))) {
        if (std::find(subprotocols.begin(), subprotocols.end(), asked) != subprotocols.end())
            return asked;
    }
    return {};
}
}

std::optional<DemoRequest> parsedHead(QByteArrayView head)
{
    QList<QByteArray> lines = head.toByteArray().split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    if (first.size() != 3 || !first[2].startsWith("HTTP/1."))
        return {};
    DemoRequest request;
    request.method = first[0];
    request.url = QUrl::fromEncoded(first[1]);
    request.query = QUrlQuery(request.url);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.append({line.first(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    request.host = request.header("Host");
    request.lastEventId = request.header("Last-Event-ID");
    return request;
}

bool asksForWebSocket(const DemoRequest &request)
{
    return request.method == "GET" && lists(request.header("Upgrade"), "websocket")
        && lists(request.header("Connection"), "upgrade");
}

QByteArray acceptKey(const QByteArray &key)
{
    const QByteArray salted = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(salted, QCryptographicHash::Sha1).toBase64();
}

void switchProtocols(const DemoRequest &request, QTcpSocket &socket, const HandshakeAnswer &answer)
{
    const QByteArray right = acceptKey(request.header("Sec-WebSocket-Key"));
    const QByteArray subprotocol =
        answer.subprotocol.isEmpty() ? chosenSubprotocol(request) : answer.subprotocol;
    QByteArray head("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n");
    head.append("Sec-WebSocket-Accept: ")
        .append(answer.accept.isEmpty() ? right : answer.accept)
        .append("\r\n");
    if (!subprotocol.isEmpty())
        head.append("Sec-WebSocket-Protocol: ").append(subprotocol).append("\r\n");
    socket.write(head.append("\r\n"));
}

void UpgradeHandler::handle(const DemoRequest &request, QTcpSocket &socket)
{
    // RFC 6455 4.2.1, 4.4; RFC 9110 15.5.22
    if (!asksForWebSocket(request)) {
        answer(socket, "426 Upgrade Required", {plainText, "Upgrade: websocket", "Connection: Upgrade"},
               "This path speaks WebSocket: open it with ws:// instead of http://.\n");
    } else if (request.header("Sec-WebSocket-Version") != "13") {
        answer(socket, "426 Upgrade Required",
               {plainText, "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"},
               "This server speaks version 13 of WebSocket.\n");
    } else if (QByteArray::fromBase64(request.header("Sec-WebSocket-Key")).size() != 16) {
        answer(socket, "400 Bad Request", {plainText}, "Sec-WebSocket-Key is not 16 bytes in base64.\n");
    } else {
        m_function(request, socket);
    }
}

FunctionHandler::Function opened(Conversation conversation)
{
    return [conversation = std::move(conversation)](const DemoRequest &request, QTcpSocket &socket) {
        switchProtocols(request, socket);
        conversation(request, *new WebSocketLine(socket));
    };
}

void addWebSocket(DemoRouter &router, const QByteArray &path, const QByteArray &query,
                  FunctionHandler::Function function)
{
    router.add(path, path + query, std::make_unique<UpgradeHandler>(std::move(function)),
               DemoScheme::WebSocket);
}

} // namespace weir
