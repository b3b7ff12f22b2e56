// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calloptions.h"

#include "cli.h"
#include "lineoptions.h"

#include "jsonrpc/rpchttpclient.h"
#include "jsonrpc/rpcmessage.h"
#include "websocket/websocketclient.h"

#include "base/jsonfaulttext.h"
#include "base/rawjson.h"

#include <QCommandLineParser>

namespace weir {

namespace {
constexpr qint64 usualTimeout = 30000; // ms

struct CallWords
{
    QCommandLineOption notify{QStringLiteral("notify"),
                              Cli::tr("Send a notification: no id, and no answer is waited for.")};
    QCommandLineOption id{QStringLiteral("id"),
                          Cli::tr("The id: a JSON number, string or null; what is none of them is sent as a "
                                  "string. 1 without it."),
                          QStringLiteral("ID")};
    QCommandLineOption batch{
        QStringLiteral("batch"),
        Cli::tr("Send the batch (a JSON array) of this file, “-” for standard input, instead of METHOD."),
        QStringLiteral("FILE")};
    QCommandLineOption timeout{QStringLiteral("timeout"),
                               Cli::tr("Wait so long for the answer; 30000 without it, 0: for ever."),
                               QStringLiteral("MS")};
    QCommandLineOption raw{QStringLiteral("raw"),
                           Cli::tr("Print the whole answer as it came, whatever it is.")};
    QCommandLineOption subprotocol{QStringLiteral("subprotocol"),
                                   Cli::tr("WebSocket: offer this subprotocol; may be given many times."),
                                   QStringLiteral("P")};
    LineOptions line;

    QList<QCommandLineOption> list() const
    {
        return QList{notify, id, batch, timeout, raw, subprotocol} + line.list();
    }
};

Expected<QByteArray> readBatch(const QString &path)
{
    const auto text =
        textOrFile(path == QLatin1String("-") ? QStringLiteral("@/dev/stdin") : QLatin1Char('@') + path);
    if (!text)
        return text;
    if (const auto checked = checkJson(*text); !checked)
        return failure(ErrorCode::Usage,
                       Cli::tr("The batch is not JSON. %1").arg(jsonFaultText(checked.error(), *text)));
    if (jsonType(*text) != JsonType::Array)
        return failure(ErrorCode::Usage, Cli::tr("A batch is a JSON array of calls."));
    return text->trimmed();
}

Expected<QByteArray> readParams(const QString &text)
{
    const auto params = textOrFile(text);
    if (!params)
        return params;
    if (const auto checked = checkJson(*params); !checked)
        return failure(ErrorCode::Usage,
                       Cli::tr("PARAMS is not JSON. %1").arg(jsonFaultText(checked.error(), *params)));
    // JSON-RPC 2.0, 4.2
    if (const JsonType type = jsonType(*params); type != JsonType::Array && type != JsonType::Object)
        return failure(ErrorCode::Usage, Cli::tr("PARAMS is a JSON array or object."));
    return trimmedJson(*params).toByteArray();
}

QByteArray idOf(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const bool isJson = checkJson(utf8).has_value();
    const JsonType type = isJson ? jsonType(utf8) : JsonType::Object;
    const bool isId = type == JsonType::Number || type == JsonType::String || type == JsonType::Null;
    return isId ? trimmedJson(utf8).toByteArray() : quotedJson(utf8);
}

Expected<QByteArray> readMessage(const QCommandLineParser &parser, const CallWords &options,
                                 const QStringList &words)
{
    if (parser.isSet(options.batch)) {
        if (words.size() != 1 || parser.isSet(options.notify) || parser.isSet(options.id))
            return failure(ErrorCode::Usage,
                           Cli::tr("With --batch, methods, params and ids stand in the file."));
        return readBatch(parser.value(options.batch));
    }
    if (words.size() < 2 || words.size() > 3)
        return failure(ErrorCode::Usage, Cli::tr("“weir call” takes a URL, a method and, if any, params."));
    if (parser.isSet(options.notify) && parser.isSet(options.id))
        return failure(ErrorCode::Usage, Cli::tr("A notification has no id: --notify or --id, not both."));
    QByteArray text = R"({"jsonrpc":"2.0","method":)" + quotedJson(words[1].toUtf8());
    if (words.size() == 3) {
        const auto params = readParams(words[2]);
        if (!params)
            return params;
        text += ",\"params\":" + *params;
    }
    if (!parser.isSet(options.notify))
        text += ",\"id\":" + (parser.isSet(options.id) ? idOf(parser.value(options.id)) : QByteArray("1"));
    return text + '}';
}

Expected<CallOptions> read(const QCommandLineParser &parser, const CallWords &options)
{
    CallOptions call;
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return failure(ErrorCode::Usage, Cli::tr("“weir call” takes a URL, a method and, if any, params."));
    RpcSettings &settings = call.settings;
    settings.url = QUrl(words[0], QUrl::StrictMode);
    if (!settings.url.isValid() || settings.url.scheme().isEmpty())
        return failure(ErrorCode::InvalidUrl, words[0]);
    settings.reconnect = false;
    settings.subprotocols = parser.values(options.subprotocol);
    if (!settings.subprotocols.isEmpty() && !settings.isWebSocket())
        return failure(ErrorCode::Usage, Cli::tr("--subprotocol is for WebSocket URLs."));
    const auto timeout = wholeNumber(parser, options.timeout, 0, usualTimeout);
    if (!timeout)
        return tl::unexpected(timeout.error());
    settings.callTimeout = settings.headerTimeout = *timeout;
    if (auto line = options.line.read(parser, settings); !line)
        return tl::unexpected(line.error());
    const auto valid =
        settings.isWebSocket() ? WebSocketClient::validate(settings) : RpcHttpClient::validate(settings);
    if (!valid)
        return tl::unexpected(valid.error());
    auto text = readMessage(parser, options, words);
    if (!text)
        return tl::unexpected(text.error());
    call.text = std::move(*text);
    call.raw = parser.isSet(options.raw);
    return call;
}
}

std::variant<CallOptions, int> parseCall(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Calls a method of a JSON-RPC 2.0 server over http, https, ws or wss and prints the result, "
                "over several lines on a terminal and on one in a pipe. Every number stays as it came. An "
                "error object of the server goes to standard output as well. Exit code: 0 a result, 3 an "
                "error of the server, 1 no answer, 2 wrong usage."));
    parser.addPositionalArgument(QStringLiteral("URL"), Cli::tr("The server: http, https, ws or wss."));
    parser.addPositionalArgument(QStringLiteral("METHOD"), Cli::tr("The method."));
    parser.addPositionalArgument(QStringLiteral("PARAMS"),
                                 Cli::tr("A JSON array or object, or @FILE that holds one."),
                                 QStringLiteral("[PARAMS]"));
    const CallWords options;
    parser.addOptions(options.list());
    if (const auto code = Cli::parse(parser, QStringLiteral("call"), arguments))
        return *code;
    auto call = read(parser, options);
    if (!call)
        return Cli::usageError(call.error());
    return std::move(*call);
}

} // namespace weir
