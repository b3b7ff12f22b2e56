// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ws-echo.mjs HOST PORT: a WebSocket server of npm ws that sends back what it gets.
//   /close?code=N&reason=TEXT closes at once; /protocols picks the last subprotocol that was offered.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.WEIR_PEERS, "package.json"));
const { WebSocketServer } = require("ws");
const [host, port] = process.argv.slice(2);
const server = new WebSocketServer({
  host,
  port: Number(port),
  maxPayload: 64 * 1024 * 1024,
  handleProtocols: (offered) => [...offered].at(-1),
});
server.on("connection", (socket, request) => {
  const url = new URL(request.url, "ws://host");
  socket.on("error", () => {});
  if (url.pathname === "/close")
    socket.close(Number(url.searchParams.get("code")), url.searchParams.get("reason") ?? "");
  socket.on("message", (data, isBinary) => socket.send(data, { binary: isBinary }));
});
