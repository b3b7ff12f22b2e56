// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversations.h"
#include "feeds.h"
#include "websocketline.h"

#include <QTcpSocket>

namespace weir {

namespace {
constexpr auto plainText = "Content-Type: text/plain; charset=utf-8";

void addRefusals(DemoRouter &router)
{
    addWebSocket(router, "/bad/ws-401", "", [](auto &, auto &socket) {
        answer(socket, "401 Unauthorized", {plainText, "WWW-Authenticate: Bearer realm=\"demo\""},
               "This path lets nobody in, with a token or without.\n");
    });
    addWebSocket(router, "/bad/ws-302", "",
                 [](auto &, auto &socket) { answer(socket, "302 Found", {"Location: /echo"}); });
    addWebSocket(router, "/bad/ws-503", "?times=2",
                 [unavailable = std::make_shared<UnavailableHandler>(1, opened(echoMessages))](
                     auto &request, auto &socket) { unavailable->handle(request, socket); });
    addWebSocket(router, "/bad/ws-200", "", [](auto &, auto &socket) {
        answer(socket, "200 OK", {"Content-Type: text/html; charset=utf-8"},
               "<p>This is not a WebSocket.</p>\n");
    });
    addWebSocket(router, "/bad/ws-accept", "", [](auto &request, auto &socket) {
        switchProtocols(request, socket, {.accept = acceptKey("another key"), .subprotocol = {}});
    });
    addWebSocket(router, "/bad/ws-subprotocol", "", [](auto &request, auto &socket) {
        switchProtocols(request, socket, {.accept = {}, .subprotocol = "chat.v0"});
        echoMessages(request, *new WebSocketLine(socket));
    });
    addWebSocket(router, "/bad/ws-silence", "", [](auto &, auto &) {});
    addWebSocket(router, "/bad/ws-garbage", "", [](auto &, auto &socket) {
        socket.write(QByteArray("\x00\xff\x16\x03 this is not HTTP\r\n\r\n", 25));
        socket.disconnectFromHost();
    });
}

// Opens well and then says these bytes; the line stays until the peer has refused them.
void addBytes(DemoRouter &router, const char *path, const QByteArray &bytes)
{
    addWebSocket(router, path, "",
                 opened([bytes](const DemoRequest &, WebSocketLine &line) { line.sendRaw(bytes); }));
}

void addBrokenFrames(DemoRouter &router)
{
    using Opcode = WebSocketOpcode;
    // RFC 6455 5.1: a server must not mask
    addBytes(router, "/bad/ws-masked",
             webSocketFrame(Opcode::Text, "masked", {.final = true, .masked = true, .reserved = 0}));
    addBytes(router, "/bad/ws-utf8", webSocketFrame(Opcode::Text, "not UTF-8: \xc3\x28 \xff"));
    // 2^40 bytes are announced, ten come
    addBytes(router, "/bad/ws-huge",
             QByteArray("\x82\x7f\x00\x00\x01\x00\x00\x00\x00\x00", 10) + "0123456789");
    addBytes(router, "/bad/ws-reserved",
             webSocketFrame(Opcode::Text, "no extension was agreed on",
                            {.final = true, .masked = false, .reserved = 7}));
    addBytes(router, "/bad/ws-opcode", webSocketFrame(Opcode(3), "no such opcode"));
    // RFC 6455 5.6: only the whole message has to be UTF-8
    const QByteArray text("half a character: €");
    const qsizetype inside = text.size() - 2;
    addBytes(
        router, "/bad/ws-fragment",
        webSocketFrame(Opcode::Text, text.first(inside), {.final = false, .masked = false, .reserved = 0})
            + webSocketFrame(Opcode::Continuation, text.sliced(inside)));
}
}

void addBadWebSockets(DemoRouter &router)
{
    addRefusals(router);
    addBrokenFrames(router);
}

} // namespace weir
