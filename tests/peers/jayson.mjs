// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// jayson.mjs HOST PORT: npm jayson, JSON-RPC 2.0 over HTTP and WebSocket on one port; 0 is a free one. Says
// which it is.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.WEIR_PEERS, "package.json"));
const jayson = require("jayson");
const { WebSocketServer } = require("ws");
const [host, port] = process.argv.slice(2);
let notified = 0;
const methods = new jayson.Server({
  add: (params, done) => {
    const [a, b] = Array.isArray(params) ? params : [params.a, params.b];
    done(null, a + b);
  },
  echo: (params, done) => done(null, params ?? null),
  fail: (params, done) => done({ code: -32050, message: "As it was told", data: params }),
  slow: ([ms], done) => setTimeout(() => done(null, ms), ms),
  notify: (params, done) => {
    ++notified;
    done(null, null);
  },
  notified: (params, done) => done(null, notified),
});
const http = methods.http();
methods.websocket({ wss: new WebSocketServer({ server: http }) });
http.listen(Number(port), host, () => console.log(http.address().port));
