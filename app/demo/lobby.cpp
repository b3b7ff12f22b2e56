// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lobby.h"

#include "bots.h"
#include "websocketline.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>

namespace weir {

namespace {
// A person who takes nothing misses what others say; it is not kept for them without end.
bool listens(const WebSocketLine &line)
{
    return line.unsent() <= WebSocketLine::unsentLimit;
}

void act(WebSocketLine &line, const BotAnswer &answer)
{
    switch (answer.kind) {
    case BotAnswer::Text:
        line.sendText(answer.payload);
        break;
    case BotAnswer::Binary:
        line.sendBinary(answer.payload);
        break;
    case BotAnswer::Ping:
        line.ping(answer.payload);
        break;
    case BotAnswer::Close:
        line.close(answer.code, answer.payload);
        break;
    }
}
}

void Lobby::join(WebSocketLine &line, const QByteArray &name, double chatter)
{
    const qsizetype present = botNames().size() + m_people.size();
    ++m_guests;
    m_people.append(
        {&line, name.isEmpty() ? QByteArray("guest-").append(QByteArray::number(m_guests)) : name});
    connect(&line, &WebSocketLine::textReceived, this, [this, &line](const auto &text) { hear(line, text); });
    connect(&line, &WebSocketLine::binaryReceived, this,
            [this, &line](const auto &bytes) { see(line, bytes); });
    connect(&line, &WebSocketLine::finished, this, [this, &line] { leave(line); });
    line.sendText(botSays("bot", QStringLiteral("hello, there are %1 people here").arg(present)));
    if (chatter > 0)
        chatTo(line, chatter);
}

void Lobby::hear(WebSocketLine &line, const QByteArray &message)
{
    const QJsonObject json = QJsonDocument::fromJson(message).object();
    const QJsonValue text = json.value(QLatin1String("text"));
    const QString said = text.isString() ? text.toString() : QString::fromUtf8(message);
    const QByteArray named = json.value(QLatin1String("from")).toString().toUtf8();
    const QByteArray from = named.isEmpty() ? nameOf(line) : named;
    const QByteArray passedOn = botSays(from, said);
    for (WebSocketLine *other : others(line))
        other->sendText(passedOn);
    for (const BotAnswer &answer : botAnswers(said))
        act(line, answer);
}

void Lobby::see(WebSocketLine &line, const QByteArray &bytes)
{
    for (WebSocketLine *other : others(line))
        other->sendBinary(bytes);
    line.sendText(botSays("bot", QStringLiteral("that was binary, %1 bytes").arg(bytes.size())));
}

void Lobby::leave(const WebSocketLine &line)
{
    m_people.removeIf([&](const Person &person) { return person.line == &line; });
}

QList<WebSocketLine *> Lobby::others(const WebSocketLine &line) const
{
    QList<WebSocketLine *> others;
    for (const Person &person : m_people) {
        if (person.line != &line && listens(*person.line))
            others.append(person.line);
    }
    return others;
}

QByteArray Lobby::nameOf(const WebSocketLine &line) const
{
    const auto found = std::find_if(m_people.begin(), m_people.end(),
                                    [&](const Person &person) { return person.line == &line; });
    return found == m_people.end() ? QByteArray() : found->name;
}

void Lobby::chatTo(WebSocketLine &line, double chatter)
{
    auto *timer = new QTimer(&line);
    timer->setTimerType(Qt::PreciseTimer);
    timer->callOnTimeout(&line, [&line, number = quint64(0)]() mutable {
        if (listens(line))
            line.sendText(botChatter(number++));
    });
    timer->start(int(std::clamp(1000 / chatter, 1.0, 3600e3)));
}

} // namespace weir
