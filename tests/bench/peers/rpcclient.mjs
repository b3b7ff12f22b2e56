// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// rpcclient.mjs trips|batch|pending URL COUNT: calls with fetch, one after the other, or as one batch; or over
// npm ws, all at once. Prints microseconds: of each trip a line; of the rest one, the whole.
import WebSocket from "ws";

const [what, url, count] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const call = (id) => ({ jsonrpc: "2.0", method: "subtract", params: [42, 23], id });
const post = async (body) =>
  (await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body })).json();
const waiting = new Map();
const settle = (message) => {
  const resolve = waiting.get(message.id);
  if (!resolve) throw new Error(`nobody asked for ${message.id}`);
  waiting.delete(message.id);
  resolve(message.result);
};
const asked = (id) => new Promise((resolve) => waiting.set(id, resolve));

if (what === "trips") {
  const times = [];
  for (let id = 1; id <= count; ++id) {
    const begun = performance.now();
    const message = await post(JSON.stringify(call(id)));
    times.push((performance.now() - begun) * 1000);
    if (message.id !== id) throw new Error("another answer");
  }
  console.log(times.join("\n"));
} else if (what === "batch") {
  await post(JSON.stringify(call(0)));
  const begun = performance.now();
  const calls = Array.from({ length: count }, (_, i) => call(i + 1));
  const all = calls.map(({ id }) => asked(id));
  (await post(JSON.stringify(calls))).forEach(settle);
  await Promise.all(all);
  console.log((performance.now() - begun) * 1000);
} else {
  const socket = new WebSocket(`${url}?n=${count}`, { perMessageDeflate: false });
  socket.on("message", (data) => settle(JSON.parse(data)));
  await new Promise((resolve) => socket.on("open", resolve));
  const begun = performance.now();
  const all = [];
  for (let id = 1; id <= count; ++id) {
    all.push(asked(id));
    socket.send(JSON.stringify(call(id)));
  }
  await Promise.all(all);
  console.log((performance.now() - begun) * 1000);
  socket.close();
}
