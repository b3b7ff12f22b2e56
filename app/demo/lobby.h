// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

namespace weir {

class WebSocketLine;

// A chat room: its people hear each other, and its bots answer the one who speaks to them. Messages are JSON,
// `{"from":"bot","text":"..."}`; what people say may be plain text too.
class Lobby final : public QObject
{
    Q_OBJECT

public:
    Lobby() = default;
    Q_DISABLE_COPY_MOVE(Lobby)

    // Without a name the person is a guest with a number. `chatter`: how often a second the bots say
    // something to this person unasked, 0 for never, 1000 at most.
    void join(WebSocketLine &line, const QByteArray &name, double chatter);

    static constexpr double usualChatter = 0.5;

private:
    struct Person
    {
        WebSocketLine *line = nullptr;
        QByteArray name;
    };
    void hear(WebSocketLine &line, const QByteArray &message);
    void see(WebSocketLine &line, const QByteArray &bytes);
    void leave(const WebSocketLine &line);
    QList<WebSocketLine *> others(const WebSocketLine &line) const;
    QByteArray nameOf(const WebSocketLine &line) const;
    static void chatTo(WebSocketLine &line, double chatter);

    QList<Person> m_people;
    int m_guests = 0;
};

} // namespace weir
