// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps messages in a list, as a tool in a web view does; prints the bytes each takes.
//   node messages.mjs EVENTS PAYLOAD-SIZE
const [events, size] = process.argv.slice(2).map(Number);
const text = new TextDecoder();
const wire = new TextEncoder().encode("x".repeat(size));
const list = [];
const push = (count) => {
  for (let i = 0; i < count; i++)
    list.push({ id: String(list.length), type: "tick", data: text.decode(wire), time: Date.now() });
};
const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss;
};
push(events / 10);
const base = memory();
push(events - events / 10);
console.log((memory() - base) / (events - events / 10), list.length);
