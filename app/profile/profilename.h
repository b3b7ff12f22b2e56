// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace weir {

struct Profile;
enum class Protocol : quint8;

// What a profile is called: its name, else host and path of its URL, else "New connection".
QString shownName(const Profile &profile);
// What a person typed as a URL: http://, or ws:// for a WebSocket, is added where there is no scheme, also
// where variables stand for it; and a WebSocket's scheme of HTTP is made its own (WHATWG WebSockets 3.1).
QString urlWithScheme(const QString &text, Protocol protocol);
// WebSocket where its scheme is ws or wss, otherwise SSE.
Protocol protocolOfUrl(const QString &url);

} // namespace weir
