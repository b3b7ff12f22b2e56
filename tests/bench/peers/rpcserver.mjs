// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// rpcserver.mjs: JSON-RPC over HTTP POST and over WebSocket on a port of its own, which it prints. Over a
// WebSocket with ?n=COUNT it keeps so many calls waiting, and then answers them in random order.
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const answer = (call) => ({ jsonrpc: "2.0", result: call.params[0] - call.params[1], id: call.id });

const server = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const asked = JSON.parse(Buffer.concat(parts));
    const body = JSON.stringify(Array.isArray(asked) ? asked.map(answer) : answer(asked));
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
    response.end(body);
  });
});
server.keepAliveTimeout = 60000;

new WebSocketServer({ server, perMessageDeflate: false }).on("connection", (socket, request) => {
  const count = Number(new URL(request.url, "http://localhost").searchParams.get("n"));
  const waiting = [];
  socket.on("message", (data) => {
    waiting.push(JSON.parse(data));
    if (waiting.length < count) return;
    for (let i = waiting.length - 1; i > 0; --i) {
      const j = Math.floor(Math.random() * (i + 1));
      [waiting[i], waiting[j]] = [waiting[j], waiting[i]];
    }
    for (const call of waiting.splice(0)) socket.send(JSON.stringify(answer(call)));
  });
});

server.listen(0, "127.0.0.1", () => console.log(`port ${server.address().port}`));
