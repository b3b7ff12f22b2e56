// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ws.mjs URL [TRIPS]: receives until the line is closed and prints the milliseconds from the first message to
// the last; with TRIPS so many round trips of 100 bytes, and their percentiles.
import WebSocket from "ws";

const [url, trips] = process.argv.slice(2);
const socket = new WebSocket(url, { perMessageDeflate: false });
if (trips) {
  const times = [];
  let begun = 0;
  const next = () => {
    begun = performance.now();
    socket.send("x".repeat(100));
  };
  socket.on("open", next);
  socket.on("message", () => {
    times.push((performance.now() - begun) * 1000);
    if (times.length < Number(trips)) return next();
    times.sort((a, b) => a - b);
    const at = (part) => times[Math.floor((times.length - 1) * part)].toFixed(1).padStart(6);
    console.log(`  ${"npm ws".padEnd(28)} p50 ${at(0.5)} us   p99 ${at(0.99)} us`);
    socket.close();
  });
} else {
  let first = 0;
  let last = 0;
  let bytes = 0;
  socket.on("message", (data) => {
    last = performance.now();
    first ||= last;
    bytes += data.toString().length; // as a program that reads it would
  });
  socket.on("close", () => console.log(bytes > 0 ? last - first : 0));
}
