// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "websocketcommand.h"

#include "commandoptions.h"
#include "commandwords.h"
#include "importtext.h"
#include "profiledraft.h"

#include <QRegularExpression>

namespace weir {

namespace {
enum class E {
    NotTaken,
    Ignore, // Weir does so anyway
    Url,
    Header,
    Subprotocol,
    Origin,
    Login,
    Insecure,
    CaFile,
    CertFile,
    KeyFile,
    KeyPassword,
    Proxy,
    Socks5,
    PingInterval,
    PingTimeout,
    JsonRpc,
    Host,
    NoReconnect,
    Server, // the program would be the server
};

constexpr CommandOption row(const char *name, char letter, bool takesValue, E effect)
{
    return {name, letter, takesValue, int(effect)};
}

// websocat 1.13
constexpr CommandOption websocatOptions[] = {
    row("header", 'H', true, E::Header),
    row("protocol", '\0', true, E::Subprotocol),
    row("origin", '\0', true, E::Origin),
    row("basic-auth", '\0', true, E::Login),
    row("basic-auth-file", '\0', true, E::NotTaken),
    row("insecure", 'k', false, E::Insecure),
    row("client-pkcs12-der", '\0', true, E::CertFile),
    row("client-pkcs12-passwd", '\0', true, E::KeyPassword),
    row("pkcs12-der", '\0', true, E::NotTaken),
    row("pkcs12-passwd", '\0', true, E::NotTaken),
    row("socks5", '\0', true, E::Socks5),
    row("socks5-destination", '\0', true, E::NotTaken),
    row("socks5-user-pass", '\0', true, E::NotTaken),
    row("ping-interval", '\0', true, E::PingInterval),
    row("ping-timeout", '\0', true, E::PingTimeout),
    row("jsonrpc", '\0', false, E::JsonRpc),
    row("jsonrpc-omit-jsonrpc", '\0', false, E::NotTaken),
    row("server-mode", 's', false, E::Server),
    row("text", 't', false, E::Ignore),
    row("no-close", 'n', false, E::Ignore),
    row("verbose", 'v', false, E::Ignore),
    row("quiet", 'q', false, E::Ignore),
    row("line", 'l', false, E::Ignore),
    row("no-line", '\0', false, E::NotTaken),
    row("binary", 'b', false, E::NotTaken),
    row("base64", '\0', false, E::NotTaken),
    row("binary-prefix", '\0', true, E::NotTaken),
    row("text-prefix", '\0', true, E::NotTaken),
    row("unidirectional", 'u', false, E::NotTaken),
    row("unidirectional-reverse", 'U', false, E::NotTaken),
    row("one-message", '1', false, E::NotTaken),
    row("oneshot", '\0', false, E::NotTaken),
    row("exit-on-eof", 'E', false, E::NotTaken),
    row("strict", 'S', false, E::NotTaken),
    row("null-terminated", '0', false, E::NotTaken),
    row("buffer-size", 'B', true, E::NotTaken),
    row("queue-len", '\0', true, E::NotTaken),
    row("max-messages", '\0', true, E::NotTaken),
    row("max-messages-rev", '\0', true, E::NotTaken),
    row("max-ws-frame-length", '\0', true, E::NotTaken),
    row("max-ws-message-length", '\0', true, E::NotTaken),
    row("close-status-code", '\0', true, E::NotTaken),
    row("close-reason", '\0', true, E::NotTaken),
    row("ws-c-uri", '\0', true, E::NotTaken),
    row("websocket-version", '\0', true, E::NotTaken),
    row("tls-domain", '\0', true, E::NotTaken),
    row("autoreconnect-delay-millis", '\0', true, E::NotTaken),
    row("conncap", '\0', true, E::NotTaken),
    row("exec-args", '\0', true, E::NotTaken),
    row("restrict-uri", '\0', true, E::NotTaken),
    row("static-file", 'F', true, E::NotTaken),
    row("preamble", 'p', true, E::NotTaken),
    row("preamble-reverse", 'P', true, E::NotTaken),
    row("compress-deflate", '\0', false, E::NotTaken),
    row("compress-gzip", '\0', false, E::NotTaken),
    row("compress-zlib", '\0', false, E::NotTaken),
    row("uncompress-deflate", '\0', false, E::NotTaken),
    row("uncompress-gzip", '\0', false, E::NotTaken),
    row("uncompress-zlib", '\0', false, E::NotTaken),
    row("print-ping-rtts", '\0', false, E::Ignore),
    row("async-stdio", '\0', false, E::Ignore),
};

// wscat 6
constexpr CommandOption wscatOptions[] = {
    row("connect", 'c', true, E::Url),
    row("header", 'H', true, E::Header),
    row("subprotocol", 's', true, E::Subprotocol),
    row("origin", 'o', true, E::Origin),
    row("host", '\0', true, E::Host),
    row("auth", '\0', true, E::Login),
    row("no-check", 'n', false, E::Insecure),
    row("ca", '\0', true, E::CaFile),
    row("cert", '\0', true, E::CertFile),
    row("key", '\0', true, E::KeyFile),
    row("passphrase", '\0', true, E::KeyPassword),
    row("proxy", '\0', true, E::Proxy),
    row("location", 'L', false, E::Ignore),
    row("show-ping-pong", 'P', false, E::Ignore),
    row("no-color", '\0', false, E::Ignore),
    row("slash", '\0', false, E::Ignore),
    row("listen", 'l', true, E::Server),
    row("execute", 'x', true, E::NotTaken),
    row("wait", 'w', true, E::NotTaken),
    row("protocol", 'p', true, E::NotTaken),
};

class SocketRequest final
{
public:
    Q_DISABLE_COPY_MOVE(SocketRequest)
    SocketRequest() = default;

    void notTaken(const QString &sentence) { m_draft.notTaken.append(sentence); }

    void apply(const GivenOption &given)
    {
        if (!given.option)
            takeWord(given.value);
        else if (!applyConnection(given) && !applyHandshake(given))
            m_draft.notTaken.append(describeOption(given));
    }

    Expected<ImportedProfile> finish(ImportedSecrets &secrets)
    {
        if (m_server)
            return failure(ErrorCode::ImportFailed, Import::tr("the command line starts a server"));
        if (m_draft.profile.url.isEmpty())
            return failure(ErrorCode::ImportFailed, Import::tr("the command line has no URL"));
        return finishDraft(m_draft, secrets);
    }

private:
    void takeWord(const QString &word)
    {
        static const QRegularExpression listens(QStringLiteral("^(?:ws-l|ws-listen|l-ws|tcp-l|unix-l):"));
        static const QRegularExpression url(QStringLiteral("^(?:ws|wss|ws-c|http|https)://"));
        QString &known = m_draft.profile.url;
        if (listens.match(word).hasMatch())
            m_server = true;
        else if (known.isEmpty() && (url.match(word).hasMatch() || marked::hasVariable(word.left(1))))
            known = word;
        else if (word != QLatin1String("-") && word != QLatin1String("stdio:"))
            notTaken(marked::toPlainText(word));
    }

    void setHeader(const QString &name, const QString &value)
    {
        m_draft.profile.headers.append({name, value});
    }

    bool applyConnection(const GivenOption &given)
    {
        Profile &profile = m_draft.profile;
        const QString &value = given.value;
        switch (E(given.option->effect)) {
        case E::Ignore:
            return true;
        case E::Server:
            m_server = true;
            return true;
        case E::Url:
            profile.url = value.contains(QLatin1String("://")) || marked::hasVariable(value.left(1))
                ? value
                : QString(QLatin1String("ws://") + value);
            return true;
        case E::Insecure:
            profile.tls.insecure = true;
            return true;
        case E::CaFile:
            profile.tls.caFile = value;
            return true;
        case E::CertFile:
            profile.tls.certFile = value;
            return true;
        case E::KeyFile:
            profile.tls.keyFile = value;
            return true;
        case E::KeyPassword:
            profile.tls.keyPassword = value;
            return true;
        case E::Proxy:
            return takeProxy(value);
        case E::Socks5:
            return takeProxy(QLatin1String("socks5://") + value);
        case E::PingInterval:
            return takeSeconds(value, profile.heartbeat);
        case E::PingTimeout:
            return takeSeconds(value, profile.heartbeatTimeout);
        default:
            return false;
        }
    }

    bool applyHandshake(const GivenOption &given)
    {
        const QString &value = given.value;
        switch (E(given.option->effect)) {
        case E::Header:
            if (!value.contains(QLatin1Char(':')))
                return false;
            setHeader(value.section(QLatin1Char(':'), 0, 0).trimmed(),
                      value.section(QLatin1Char(':'), 1).trimmed());
            return true;
        case E::Subprotocol:
            for (const QString &name : value.split(QLatin1Char(','), Qt::SkipEmptyParts))
                m_draft.profile.subprotocols.append(name.trimmed());
            return true;
        case E::Origin:
            setHeader(QStringLiteral("Origin"), value);
            return true;
        case E::Host:
            setHeader(QStringLiteral("Host"), value);
            return true;
        case E::Login:
            m_draft.profile.auth = {.type = ProfileAuth::Type::Basic,
                                    .user = value.section(QLatin1Char(':'), 0, 0),
                                    .password = value.section(QLatin1Char(':'), 1)};
            return true;
        case E::JsonRpc:
            m_draft.protocol = Protocol::JsonRpc;
            return true;
        default:
            return false;
        }
    }

    bool takeProxy(const QString &value)
    {
        static const QRegularExpression pattern(
            QStringLiteral("^(http|socks5)://(?:([^:@]*)(?::([^@]*))?@)?(\\[[^\\]]*\\]|[^:/@]+)(:\\d+)?/?$"));
        const auto match = pattern.match(value);
        if (!match.hasMatch())
            return false;
        m_draft.profile.proxy = {.mode = ProfileProxy::Mode::Manual,
                                 .url = match.captured(1) + QLatin1String("://") + match.captured(4)
                                     + match.captured(5),
                                 .user = match.captured(2),
                                 .password = match.captured(3)};
        return true;
    }

    static bool takeSeconds(const QString &value, qint64 &milliseconds)
    {
        bool ok = false;
        const double seconds = value.toDouble(&ok);
        if (ok && seconds >= 0 && seconds <= 86400)
            milliseconds = qRound64(seconds * 1000);
        return ok;
    }

    ProfileDraft m_draft;
    bool m_server = false;
};
}

Expected<ImportResult> importWebSocketCommand(const QString &command, const ImportOptions &options)
{
    const auto words = readCommand(command, {QStringLiteral("websocat"), QStringLiteral("wscat")});
    if (!words)
        return tl::unexpected(words.error());
    const bool websocat = words->program == QLatin1String("websocat");
    const std::span<const CommandOption> table = websocat ? std::span<const CommandOption>(websocatOptions)
                                                          : std::span<const CommandOption>(wscatOptions);
    const GivenOptions read = readOptions(words->arguments, table, OptionStyle::Common);
    SocketRequest request;
    for (const QString &sentence : words->warnings)
        request.notTaken(sentence);
    for (const QString &option : read.unknown)
        request.notTaken(
            Import::tr("%1: %2 has no such option.").arg(marked::toPlainText(option), words->program));
    for (const QString &option : read.withoutValue)
        request.notTaken(Import::tr("%1: its value is missing.").arg(option));
    for (const GivenOption &given : read.given)
        request.apply(given);
    ImportedSecrets secrets(options.secretNames);
    const auto profile = request.finish(secrets);
    if (!profile)
        return tl::unexpected(profile.error());
    return ImportResult{.format = words->program, .profiles = {*profile}};
}

} // namespace weir
