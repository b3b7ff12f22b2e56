# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later

# websockets_echo.py HOST PORT: a WebSocket server of python3-websockets that sends back what it gets.
import asyncio
import sys

import websockets


async def echo(socket):
    try:
        async for message in socket:
            await socket.send(message)
    except websockets.ConnectionClosed:
        pass


async def main():
    host, port = sys.argv[1], int(sys.argv[2])
    async with websockets.serve(echo, host, port, max_size=64 * 1024 * 1024):
        await asyncio.Future()


asyncio.run(main())
