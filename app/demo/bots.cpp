// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bots.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace weir {

namespace {
constexpr qint64 largeUsually = 1000 * 1000; // bytes
constexpr qint64 largeLimit = 16 * 1024 * 1024;
constexpr qsizetype quoteLimit = 200; // characters

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray build(int seconds)
{
    return compact({{QStringLiteral("from"), QStringLiteral("ci")},
                    {QStringLiteral("status"), QStringLiteral("green")},
                    {QStringLiteral("took_s"), seconds}});
}

// The whole message has the size, not its text.
QByteArray large(const QString &said)
{
    static const QRegularExpression pattern(QStringLiteral("large\\s+(\\d+)"),
                                            QRegularExpression::CaseInsensitiveOption);
    bool ok = false;
    const qint64 asked = pattern.match(said).captured(1).toLongLong(&ok);
    const qint64 size = std::min(ok ? asked : largeUsually, largeLimit);
    const qint64 syntax = botSays("ops", {}).size();
    return botSays("ops", QString(qsizetype(std::max<qint64>(size - syntax, 0)), QLatin1Char('x')));
}

QList<BotAnswer> says(const QByteArray &from, const QString &text)
{
    return {{.kind = BotAnswer::Text, .payload = botSays(from, text)}};
}

QList<BotAnswer> otherwise(const QString &said)
{
    if (said.trimmed().isEmpty())
        return says("bot", QStringLiteral("that was empty"));
    const QString quote = said.size() > quoteLimit ? said.first(quoteLimit) + QChar(0x2026) : said;
    return says("bot", QStringLiteral("you said “%1”; say help for what we know").arg(quote));
}

// Whether a word of what was said begins so: “deployed” is about a deploy, “download” is not about the load.
bool begins(const QString &said, QLatin1String word)
{
    for (qsizetype at = -1; (at = said.indexOf(word, at + 1, Qt::CaseInsensitive)) >= 0;) {
        if (at == 0 || !said[at - 1].isLetterOrNumber())
            return true;
    }
    return false;
}

struct Keyword
{
    const char *word;
    QList<BotAnswer> (*answer)(const QString &said);
};

constexpr std::array keywords{
    Keyword{"help",
            [](const QString &) {
                return says(
                    "bot",
                    QStringLiteral("we know: hello, who, deploy, load, picture, large, large 1000000, "
                                   "ping me, thanks, restart, bye"));
            }},
    Keyword{"deploy",
            [](const QString &) -> QList<BotAnswer> {
                return {{.kind = BotAnswer::Text, .payload = build(312)}};
            }},
    Keyword{"picture",
            [](const QString &) -> QList<BotAnswer> {
                return {{.kind = BotAnswer::Binary, .payload = botPicture()}};
            }},
    Keyword{"large",
            [](const QString &said) -> QList<BotAnswer> {
                return {{.kind = BotAnswer::Text, .payload = large(said)}};
            }},
    Keyword{"ping me",
            [](const QString &) -> QList<BotAnswer> {
                return {{.kind = BotAnswer::Ping, .payload = "from ops"},
                        {.kind = BotAnswer::Text, .payload = botSays("ops", QStringLiteral("pinged you"))}};
            }},
    Keyword{"restart",
            [](const QString &) -> QList<BotAnswer> {
                return {{.kind = BotAnswer::Close, .payload = "Service Restart", .code = 1012}};
            }},
    Keyword{"bye",
            [](const QString &) -> QList<BotAnswer> {
                return {{.kind = BotAnswer::Close, .payload = "Until next time", .code = 1000}};
            }},
    Keyword{"load",
            [](const QString &) { return says("ops", QStringLiteral("load 0.42, queue 7, all quiet")); }},
    Keyword{"who",
            [](const QString &) {
                return says("bot", QStringLiteral("bot, who greets; ci, who builds; ops, who watches"));
            }},
    Keyword{"hello", [](const QString &) { return says("bot", QStringLiteral("hello to you")); }},
    Keyword{"thanks", [](const QString &) { return says("bot", QStringLiteral("any time")); }},
};
}

QList<QByteArray> botNames()
{
    return {"bot", "ci", "ops"};
}

QByteArray botSays(const QByteArray &from, const QString &text)
{
    return compact({{QStringLiteral("from"), QString::fromUtf8(from)}, {QStringLiteral("text"), text}});
}

QList<BotAnswer> botAnswers(const QString &said)
{
    const auto found = std::find_if(keywords.begin(), keywords.end(), [&](const Keyword &keyword) {
        return begins(said, QLatin1String(keyword.word));
    });
    return found == keywords.end() ? otherwise(said) : found->answer(said);
}

QByteArray botChatter(quint64 number)
{
    static constexpr quint64 round = 5;
    switch (number % round) {
    case 0:
        return botSays("bot", QStringLiteral("quiet today"));
    case 1:
        return build(int(290 + number * 7 % 60));
    case 2:
        return botSays("ops", QStringLiteral("queue %1, load 0.%2").arg(number % 12).arg(20 + number % 60));
    case 3:
        return botSays("bot", QStringLiteral("schöne Grüße 👋 你好"));
    default:
        return botSays("ops", QStringLiteral("backup %1 is done").arg(number / round + 1));
    }
}

} // namespace weir
