// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listenoptions.h"

#include "cli.h"
#include "lineoptions.h"
#include "profilefeed.h"
#include "savedprofiles.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace weir {

namespace {
// The options of `listen`, each with the words of its help.
struct Options
{
    QCommandLineOption all{optionWord("all"),
                           Cli::tr("Print also the rows of kind http.*, state, error, note.")};
    QCommandLineOption capture{
        optionWord("capture"),
        Cli::tr("Record every row into the capture FILE; one that is there is continued. Nothing is printed "
                "then unless --print is given. Without it no file is written."),
        optionWord("FILE")};
    QCommandLineOption print{optionWord("print"), Cli::tr("Print although a capture is recorded.")};
    QCommandLineOption method{{optionWord("X"), optionWord("request")},
                              Cli::tr("The HTTP method; without it GET, or POST where there is a body."),
                              optionWord("METHOD")};
    QCommandLineOption data{{optionWord("d"), optionWord("data")},
                            Cli::tr("Send this body, or that of a file, at every attempt."),
                            optionWord("BODY|@FILE")};
    QCommandLineOption lastEventId{optionWord("last-event-id"), Cli::tr("Start after the event of this id."),
                                   optionWord("ID")};
    QCommandLineOption retry{optionWord("retry"),
                             Cli::tr("The reconnection time until the feed says another; 3000 without it."),
                             optionWord("MS")};
    QCommandLineOption readTimeout{
        optionWord("read-timeout"),
        Cli::tr("Reconnect when nothing was received for so long; never without it."), optionWord("MS")};
    QCommandLineOption count{optionWord("count"), Cli::tr("Stop after exactly N events."), optionWord("N")};
    QCommandLineOption seconds{optionWord("for"), Cli::tr("Stop after so many seconds."),
                               optionWord("SECONDS")};
    QCommandLineOption noReconnect{optionWord("no-reconnect"),
                                   Cli::tr("End when the line ends or the attempt fails.")};
    QCommandLineOption resilient{
        optionWord("resilient"),
        Cli::tr("Try again also after HTTP 408, 425, 429 and 5xx, which otherwise end the feed.")};
    QCommandLineOption subprotocol{
        optionWord("subprotocol"),
        Cli::tr("WebSocket: offer this subprotocol; may be given many times, the preferred one first."),
        optionWord("P")};
    QCommandLineOption input{
        optionWord("stdin"),
        Cli::tr(
            "WebSocket: send what comes on standard input: with “lines” each line as a text message, with "
            "“ndjson” objects: {\"kind\":\"ws.text\",\"payload\":\"...\"}, ws.binary (payload in base64), "
            "ws.ping, ws.close (code, reason). Its end leaves the line open."),
        optionWord("ndjson|lines")};
    QCommandLineOption environment{optionWord("env"),
                                   Cli::tr("Take the values of variables from this environment."),
                                   optionWord("NAME")};
    QCommandLineOption profiles{optionWord("profiles"),
                                Cli::tr("Look for profiles and environments in this folder instead of "
                                        "WEIR_PROFILES or the folder that the "
                                        "window uses."),
                                optionWord("FOLDER")};
    LineOptions line;

    QList<QCommandLineOption> list() const
    {
        return QList{all,   capture,     print, environment, profiles,    method,    data,        lastEventId,
                     retry, readTimeout, count, seconds,     noReconnect, resilient, subprotocol, input}
        + line.list();
    }
};

Expected<void> overrideFeed(const QCommandLineParser &parser, const Options &options, SseSettings &settings)
{
    if (parser.isSet(options.subprotocol) || parser.isSet(options.input))
        return failure(ErrorCode::Usage, Cli::tr("--subprotocol and --stdin are for WebSocket URLs."));
    if (parser.isSet(options.data)) {
        auto body = textOrFile(parser.value(options.data));
        if (!body)
            return tl::unexpected(body.error());
        settings.body = std::move(*body);
        if (settings.method == "GET")
            settings.method = "POST";
    }
    if (parser.isSet(options.method))
        settings.method = parser.value(options.method).toUtf8();
    if (parser.isSet(options.lastEventId))
        settings.lastEventId = parser.value(options.lastEventId).toUtf8();
    return {};
}

Expected<void> overrideSocket(const QCommandLineParser &parser, const Options &options,
                              WebSocketSettings &settings)
{
    for (const QCommandLineOption *option : {&options.method, &options.data, &options.lastEventId}) {
        if (parser.isSet(*option))
            return failure(ErrorCode::Usage,
                           Cli::tr("--%1 is for feeds over http; a WebSocket sends what --stdin says.")
                               .arg(option->names().constLast()));
    }
    if (parser.isSet(options.subprotocol))
        settings.subprotocols = parser.values(options.subprotocol);
    return {};
}

// What the command line says goes before what the settings hold.
Expected<void> override(const QCommandLineParser &parser, const Options &options, ClientSettings &settings)
{
    LineSettings &line = lineOf(settings);
    auto *socket = std::get_if<WebSocketSettings>(&settings);
    if (auto read = socket ? overrideSocket(parser, options, *socket)
                           : overrideFeed(parser, options, std::get<SseSettings>(settings));
        !read)
        return read;
    line.resilient = line.resilient || parser.isSet(options.resilient);
    line.reconnect = line.reconnect && !parser.isSet(options.noReconnect);
    const auto retry = wholeNumber(parser, options.retry, 0, line.reconnectionTime);
    if (!retry)
        return tl::unexpected(retry.error());
    line.reconnectionTime = *retry;
    const auto readTimeout = wholeNumber(parser, options.readTimeout, 0, line.readTimeout);
    if (!readTimeout)
        return tl::unexpected(readTimeout.error());
    line.readTimeout = *readTimeout;
    return options.line.read(parser, line);
}

// Where a feed comes from, in few words; with the query where another feed has the same.
QString nameOf(const QUrl &url, const QStringList &taken)
{
    QString text = url.toDisplayString(QUrl::RemoveScheme | QUrl::RemoveUserInfo | QUrl::RemoveQuery
                                       | QUrl::RemoveFragment);
    text.remove(0, 2); // the slashes before the host
    if (taken.contains(text) && url.hasQuery())
        text += QLatin1Char('?') + url.query();
    return text;
}

Expected<ProfileFeed> urlFeed(const QString &text, const QStringList &taken)
{
    ProfileFeed feed;
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || scheme.isEmpty())
        return failure(ErrorCode::InvalidUrl, text);
    feed.name = nameOf(url, taken);
    feed.resolved.settings.url = feed.resolved.webSocket.url = url;
    if (scheme == QLatin1String("ws") || scheme == QLatin1String("wss"))
        feed.resolved.protocol = Protocol::WebSocket;
    return feed;
}

Expected<ProfileChoice> readChoice(const QCommandLineParser &parser, const Options &options)
{
    const auto folder = SavedProfiles::choose(parser.value(options.profiles));
    if (!folder)
        return tl::unexpected(folder.error());
    return ProfileChoice{*folder, parser.isSet(options.profiles), parser.value(options.environment)};
}

Expected<void> readFeeds(const QCommandLineParser &parser, const Options &options, ListenOptions &listen)
{
    const QStringList sources = parser.positionalArguments();
    if (sources.isEmpty())
        return failure(ErrorCode::Usage, Cli::tr("“weir listen” takes at least one profile or URL."));
    const auto choice = readChoice(parser, options);
    if (!choice)
        return tl::unexpected(choice.error());
    for (const QString &source : sources) {
        const bool isUrl = source.contains(QLatin1String("://"));
        auto feed = isUrl ? urlFeed(source, listen.names) : readProfileFeed(source, *choice);
        if (!feed)
            return tl::unexpected(feed.error());
        ClientSettings settings = feed->resolved.clientSettings();
        if (auto read = override(parser, options, settings); !read)
            return read;
        if (auto valid = validate(settings); !valid) {
            valid.error().detail = SecretMask(feed->resolved.secrets).masked(valid.error().detail);
            return isUrl
                ? valid
                : failure(ErrorCode::Usage, feed->name + QLatin1String(": ") + errorText(valid.error()));
        }
        listen.names.append(feed->name);
        listen.feeds.push_back(std::move(settings));
        listen.secrets.push_back(std::move(feed->resolved.secrets));
    }
    return {};
}

Expected<InputForm> readInput(const QCommandLineParser &parser, const Options &options, size_t feeds)
{
    if (!parser.isSet(options.input))
        return InputForm::None;
    if (feeds != 1)
        return failure(ErrorCode::Usage, Cli::tr("--stdin sends to one WebSocket; give one URL."));
    const QString form = parser.value(options.input);
    if (form == QLatin1String("lines"))
        return InputForm::Lines;
    if (form == QLatin1String("ndjson"))
        return InputForm::Ndjson;
    return failure(ErrorCode::Usage, Cli::tr("--stdin takes “ndjson” or “lines”, not “%1”.").arg(form));
}

Expected<ListenOptions> read(const QCommandLineParser &parser, const Options &options)
{
    ListenOptions listen;
    listen.all = parser.isSet(options.all);
    listen.print = parser.isSet(options.print);
    listen.capturePath = parser.value(options.capture);
    if (parser.isSet(options.capture) && listen.capturePath.isEmpty())
        return failure(ErrorCode::Usage, Cli::tr("--capture takes the name of a file."));
    if (const QString folder = QFileInfo(listen.capturePath).path();
        !listen.capturePath.isEmpty() && !QFileInfo(folder).isDir())
        return failure(ErrorCode::Usage, Cli::tr("There is no folder “%1” for the capture.").arg(folder));
    const auto count = wholeNumber(parser, options.count, 1, 0);
    if (!count)
        return tl::unexpected(count.error());
    listen.count = quint64(*count);
    if (parser.isSet(options.seconds)) {
        bool ok = false;
        listen.seconds = parser.value(options.seconds).toDouble(&ok);
        if (!ok || !(listen.seconds > 0 && listen.seconds <= 2e6))
            return failure(
                ErrorCode::Usage,
                Cli::tr("--for takes a number of seconds, not “%1”.").arg(parser.value(options.seconds)));
    }
    if (auto feeds = readFeeds(parser, options, listen); !feeds)
        return tl::unexpected(feeds.error());
    const auto input = readInput(parser, options, listen.feeds.size());
    if (!input)
        return tl::unexpected(input.error());
    listen.input = *input;
    return listen;
}
}

std::variant<ListenOptions, int> parseListen(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Receives Server-Sent Events (http, https) or speaks WebSocket (ws, wss), and prints what comes and "
        "goes as NDJSON, one event a line. What "
        "is no URL is a saved profile: its name, or that of its file, or the path of a file that ends "
        "in .json; an environment is looked for beside it. What the options say goes before what the profile "
        "says. A secret NAME comes from the system's keychain, else from WEIR_SECRET_NAME in the "
        "environment, and "
        "stays out of everything that is printed or recorded. "
        "Reconnects when the line breaks, a feed with its Last-Event-ID. Ends after --count or --for, when "
        "it is "
        "interrupted, or when every feed has ended. States, errors and notes go to standard error. "
        "Exit code: 0 done, 1 a connection failed for good, 2 wrong usage."));
    parser.addPositionalArgument(QStringLiteral("PROFILE|URL"),
                                 Cli::tr("Saved profiles, or URLs: http, https, ws or wss."),
                                 QStringLiteral("PROFILE|URL..."));
    const Options options;
    parser.addOptions(options.list());
    if (const auto code = Cli::parse(parser, QStringLiteral("listen"), arguments))
        return *code;
    auto listen = read(parser, options);
    if (!listen)
        return Cli::usageError(listen.error());
    return std::move(*listen);
}

} // namespace weir
