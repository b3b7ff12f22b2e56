// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profileresolver.h"

#include "jsonrpc/rpcrequest.h"
#include "profile/messagetext.h"
#include "profile/profilename.h"
#include "profile/requestbody.h"
#include "sse/sserequest.h"
#include "websocket/handshake.h"

#include <QRegularExpression>

#include <algorithm>

namespace weir {

namespace {
const QString bullets = QStringLiteral("•••");

QByteArray withoutBlanks(QByteArray value)
{
    // only blanks: what else surrounds the value is for the validation to refuse
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!value.isEmpty() && isBlank(value.front()))
        value.remove(0, 1);
    while (!value.isEmpty() && isBlank(value.back()))
        value.chop(1);
    return value;
}

VariableSources withRows(VariableSources sources, const QList<ProfileRow> &rows)
{
    sources.profile = rows;
    return sources;
}

bool isSent(const ProfileRow &row)
{
    return row.on && !(row.name.isEmpty() && row.value.isEmpty());
}

// What the log shows around a value. Where it shows nothing of the kind, a short secret needs no place.
struct Around
{
    QString before = {};
    QString after = {};
    bool isShown = false;
    bool isUrl = false; // of which the log shows only parts
};

class Resolver final
{
    Q_DECLARE_TR_FUNCTIONS(ProfileResolver)

public:
    Resolver(const Profile &profile, VariableSources sources)
        : m_profile(profile)
        , m_sources(withRows(std::move(sources), profile.variables))
        , m_variables(m_sources)
    {
    }
    Q_DISABLE_COPY_MOVE(Resolver)

    ResolvedProfile run();
    const QString &url() const { return m_url; } // also where it is none

private:
    QString filled(const QString &place, const QString &text, const Around &around = {});
    QString credential(const QString &place, const QString &text, const Around &around = {});
    void addSecret(const QString &value, const Around &around = {});
    void addProblem(const QString &place, const QString &sentence);
    void resolveHeaders();
    void resolveQuery();
    void resolveAuth();
    void resolveBasic();
    void resolveApiKey();
    void addParameter(const QString &name, const QString &value);
    void addAuthHeader(const QByteArray &name, const QByteArray &value);
    void assembleUrl();
    void resolveTls();
    void resolveProxy();
    void resolveRpc();
    void resolveSocket(WebSocketSettings &socket);
    void resolveTemplates();

    const Profile &m_profile;
    const VariableSources m_sources;
    const Variables m_variables;
    QString m_url;
    QStringList m_query; // encoded
    ResolvedProfile m_result;
};

ResolvedProfile Resolver::run()
{
    SseSettings &settings = m_result.settings;
    m_result.protocol = m_profile.protocol;
    m_url = urlWithScheme(filled(tr("URL"), m_profile.url, {{}, {}, true, true}), m_profile.protocol);
    settings.method = filled(tr("Method"), m_profile.method).toUtf8();
    resolveHeaders();
    resolveQuery();
    resolveAuth();
    assembleUrl();
    if (const auto body = requestBody(m_profile))
        settings.body = filled(tr("Body"), *body).toUtf8();
    settings.lastEventId = filled(QStringLiteral("Last-Event-ID"), m_profile.lastEventId).toUtf8();
    settings.resilient = m_profile.resilient;
    settings.reconnect = m_profile.reconnect;
    settings.reconnectionTime = m_profile.reconnectionTime;
    settings.headerTimeout = m_profile.headerTimeout;
    settings.readTimeout = m_profile.readTimeout;
    settings.lineLimit = m_profile.lineLimit;
    resolveTls();
    resolveProxy();
    if (m_profile.protocol == Protocol::WebSocket)
        resolveSocket(m_result.webSocket);
    if (m_profile.protocol == Protocol::JsonRpc)
        resolveRpc();
    resolveTemplates();
    return std::move(m_result);
}

QString Resolver::filled(const QString &place, const QString &text, const Around &around)
{
    using Kind = VariableProblem::Kind;
    const ResolvedText resolved = m_variables.resolve(text);
    for (const VariableProblem &problem : resolved.problems) {
        const bool noSecret = problem.kind == Kind::NoSecret;
        const bool noValue = problem.kind == Kind::Unknown || problem.kind == Kind::NoProcessValue;
        m_result.problems.append({place, problem.sentence, noSecret ? problem.name : QString(),
                                  noValue ? problem.name : QString()});
    }
    for (const ResolvedText::Secret &secret : resolved.secrets) {
        QString before = around.before + resolved.text.left(secret.begin);
        QString after = resolved.text.mid(secret.begin + secret.length) + around.after;
        if (around.isUrl) {
            static const QRegularExpression delimiter(QStringLiteral("[/?&#]"));
            before = before.mid(std::max<qsizetype>(0, before.lastIndexOf(delimiter)));
            after = after.left(after.indexOf(delimiter)); // -1: all of it
        }
        addSecret(resolved.text.mid(secret.begin, secret.length), {before, after, around.isShown});
    }
    return resolved.text;
}

QString Resolver::credential(const QString &place, const QString &text, const Around &around)
{
    const QString value = filled(place, text, around);
    addSecret(value, around);
    return value;
}

void Resolver::addSecret(const QString &value, const Around &around)
{
    // a line break at the end of a token is not sent
    for (const QString &one : {value, value.trimmed()}) {
        const QByteArray bytes = one.toUtf8();
        const SecretPlace place{around.before.toUtf8(), bytes, around.after.toUtf8()};
        if (bytes.size() >= SecretMask::leastSize) {
            if (!m_result.secrets.values.contains(bytes))
                m_result.secrets.values.append(bytes);
        } else if (around.isShown && !bytes.isEmpty() && !m_result.secrets.places.contains(place)) {
            m_result.secrets.places.append(place);
        }
    }
}

void Resolver::addProblem(const QString &place, const QString &sentence)
{
    m_result.problems.append({place, sentence, {}, {}});
}

void Resolver::resolveHeaders()
{
    for (const ProfileRow &row : m_profile.headers) {
        if (!isSent(row))
            continue;
        const QString place = tr("Header %1").arg(row.name);
        const QString name = filled(place, row.name).trimmed();
        const QString value = filled(place, row.value, {name + QLatin1String(": "), {}, true});
        m_result.settings.headers.append({name.toUtf8(), withoutBlanks(value.toUtf8())});
    }
}

void Resolver::resolveQuery()
{
    for (const ProfileRow &row : m_profile.query) {
        if (!isSent(row))
            continue;
        const QString place = tr("Parameter %1").arg(row.name);
        const QString name = filled(place, row.name);
        addParameter(name, filled(place, row.value, {name + QLatin1Char('='), {}, true}));
    }
}

void Resolver::resolveAuth()
{
    using Type = ProfileAuth::Type;
    const ProfileAuth &auth = m_profile.auth;
    const QString place = tr("Authentication");
    switch (auth.type) {
    case Type::None:
        break;
    case Type::Basic:
        resolveBasic();
        break;
    case Type::Bearer:
        if (const QString token = credential(place, auth.token).trimmed(); token.isEmpty())
            addProblem(place, tr("The token is empty."));
        else
            addAuthHeader("Authorization", "Bearer " + token.toUtf8());
        break;
    case Type::ApiKeyHeader:
    case Type::ApiKeyQuery:
        resolveApiKey();
        break;
    case Type::Custom:
        if (const QString value = credential(place, auth.value).trimmed(); value.isEmpty())
            addProblem(place, tr("The value of the header Authorization is empty."));
        else
            addAuthHeader("Authorization", value.toUtf8());
        break;
    }
}

// RFC 7617 2 and 2.1: no colon in the name, no control characters, UTF-8.
void Resolver::resolveBasic()
{
    const QString place = tr("Authentication");
    const QString user = filled(place, m_profile.auth.user);
    const QString password = credential(place, m_profile.auth.password);
    if (user.contains(QLatin1Char(':')))
        addProblem(place, tr("Basic does not allow a colon in the name of the user."));
    const QString login = user + QLatin1Char(':') + password;
    if (std::any_of(login.begin(), login.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        addProblem(place, tr("Basic does not allow control characters, not even a line break at the end."));
    const QByteArray encoded = login.toUtf8().toBase64();
    addSecret(QString::fromLatin1(encoded));
    addAuthHeader("Authorization", "Basic " + encoded);
}

void Resolver::resolveApiKey()
{
    const ProfileAuth &auth = m_profile.auth;
    const QString place = tr("Authentication");
    const QString name = filled(place, auth.name).trimmed();
    const bool isHeader = auth.type == ProfileAuth::Type::ApiKeyHeader;
    const QLatin1String between(isHeader ? ": " : "=");
    const QString value = credential(place, auth.value, {name + between, {}, true});
    if (name.isEmpty())
        addProblem(place, tr("The API key has no name."));
    else if (isHeader)
        addAuthHeader(name.toUtf8(), withoutBlanks(value.toUtf8()));
    else
        addParameter(name, value);
}

void Resolver::addParameter(const QString &name, const QString &value)
{
    m_query.append(QString::fromLatin1(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value)));
}

// Two headers of one name would go out as one, with a comma between.
void Resolver::addAuthHeader(const QByteArray &name, const QByteArray &value)
{
    if (hasHeader(m_result.settings.headers, name))
        addProblem(
            tr("Authentication"),
            tr("The header %1 is also among the headers; switch it off there.").arg(QString::fromUtf8(name)));
    m_result.settings.headers.append({name, value});
}

void Resolver::assembleUrl()
{
    QUrl url(m_url);
    if (!m_query.isEmpty() && url.isValid()) {
        if (const QString typed = url.query(QUrl::FullyEncoded); !typed.isEmpty())
            m_query.prepend(typed);
        url.setQuery(m_query.join(QLatin1Char('&')));
    }
    if (const QString password = url.password(QUrl::FullyDecoded); !password.isEmpty()) {
        const QString login = url.userName(QUrl::FullyDecoded) + QLatin1Char(':') + password;
        addSecret(password);
        addSecret(QString::fromLatin1(login.toUtf8().toBase64())); // of the header that it becomes
    }
    m_result.settings.url = url;
}

void Resolver::resolveTls()
{
    const ProfileTls &tls = m_profile.tls;
    TlsOptions &options = m_result.settings.tls;
    options.insecure = tls.insecure;
    options.pins = tls.pins;
    options.caFile = filled(tr("Certificates of authorities"), tls.caFile);
    options.certFile = filled(tr("Client certificate"), tls.certFile);
    const QString place = tr("Key of the client certificate");
    options.keyFile = filled(place, tls.keyFile);
    options.keyPassword = credential(place, tls.keyPassword);
    if (tls.minimum == ProfileTls::Version::Tls13)
        options.minimum = TlsOptions::Version::Tls13;
    m_result.settings.http2 = m_profile.http2;
}

void Resolver::resolveProxy()
{
    const ProfileProxy &proxy = m_profile.proxy;
    if (proxy.mode == ProfileProxy::Mode::None)
        m_result.settings.proxy.mode = ProxyChoice::Mode::None;
    if (proxy.mode != ProfileProxy::Mode::Manual)
        return;
    const QString place = tr("Proxy");
    QUrl url(filled(place, proxy.url).trimmed());
    const QString user = filled(place, proxy.user);
    const QString password = credential(place, proxy.password);
    if (!user.isEmpty() || !password.isEmpty()) {
        url.setUserName(user, QUrl::DecodedMode);
        url.setPassword(password, QUrl::DecodedMode);
    }
    m_result.settings.proxy = {ProxyChoice::Mode::Manual, url};
}

void Resolver::resolveSocket(WebSocketSettings &socket)
{
    static_cast<LineSettings &>(socket) = m_result.settings;
    for (const QString &subprotocol : m_profile.subprotocols)
        socket.subprotocols.append(filled(tr("Subprotocols"), subprotocol).trimmed());
    socket.messageLimit = m_profile.messageLimit;
    socket.heartbeat = m_profile.heartbeat;
    socket.heartbeatTimeout = m_profile.heartbeatTimeout;
    socket.reconnectAfterClose = m_profile.reconnectAfterClose;
}

void Resolver::resolveRpc()
{
    RpcSettings &rpc = m_result.rpc;
    resolveSocket(rpc);
    rpc.http2 = m_profile.http2;
    rpc.callTimeout = m_profile.callTimeout;
    // What a rule misses is no reason not to connect; it cannot answer then.
    for (const AnswerRule &rule : m_profile.answers) {
        const ResolvedText json = m_variables.resolve(rule.json);
        if (rule.on && json.problems.isEmpty())
            rpc.answers.push_back({rule.method.toUtf8(), rule.isError, json.text.toUtf8()});
    }
}

// They are sent later, if at all: what is missing in them is no problem now.
void Resolver::resolveTemplates()
{
    m_result.secrets.add(templateSecrets(laterMessages(m_profile), m_sources));
}

QStringList missing(const ResolvedProfile &resolved, QString ProfileProblem::*name)
{
    QStringList names;
    for (const ProfileProblem &problem : resolved.problems) {
        if (!(problem.*name).isEmpty())
            names.append(problem.*name);
    }
    names.removeDuplicates();
    names.sort();
    return names;
}
}

QString ProfileProblem::text() const
{
    return place + QLatin1String(": ") + sentence;
}

ClientSettings ResolvedProfile::clientSettings() const
{
    if (protocol == Protocol::WebSocket)
        return webSocket;
    if (protocol == Protocol::JsonRpc)
        return rpc;
    return settings;
}

ResolvedProfile resolveProfile(const Profile &profile, VariableSources sources)
{
    return Resolver(profile, std::move(sources)).run();
}

QStringList requiredSecrets(const Profile &profile, const std::optional<Environment> &environment)
{
    return missing(resolveProfile(profile, {.environment = environment}), &ProfileProblem::secret);
}

QStringList namedSecrets(const Profile &profile, const std::optional<Environment> &environment)
{
    QStringList names = requiredSecrets(profile, environment);
    const Variables variables(withRows({.environment = environment}, profile.variables));
    for (const MessageTemplate &message : laterMessages(profile)) {
        for (const VariableProblem &problem : variables.resolve(message.body).problems) {
            if (problem.kind == VariableProblem::Kind::NoSecret)
                names.append(problem.name);
        }
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

QStringList requiredVariables(const Profile &profile)
{
    return missing(resolveProfile(profile, {}), &ProfileProblem::variable);
}

QString requestPreview(const Profile &profile, VariableSources sources)
{
    for (QString &value : sources.secrets)
        value = bullets;
    Resolver resolver(profile, std::move(sources));
    const ResolvedProfile resolved = resolver.run();
    const SseSettings &settings = resolved.settings;
    const bool isRpc = resolved.protocol == Protocol::JsonRpc;
    const bool isSocket = isRpc ? resolved.rpc.isWebSocket() : resolved.protocol == Protocol::WebSocket;
    HttpRequest request;
    bool masked = false;
    QByteArray head;
    if (isSocket) {
        const WebSocketSettings &socket = isRpc ? resolved.rpc : resolved.webSocket;
        head = handshakeFor(socket).text(offeredSubprotocols(socket), &masked);
    } else {
        request = isRpc ? postOf(resolved.rpc, {}) : requestFor(settings, firstLastEventId(settings));
        head = requestText(request, &masked);
    }
    QString text = QString::fromUtf8(head);
    if (!settings.url.isValid()) {
        // a URL that is being typed: as far as it goes
        text.replace(0, text.indexOf(QLatin1Char('\n')),
                     QString::fromUtf8(isSocket ? QByteArray("GET") : request.method) + QLatin1Char(' ')
                         + resolver.url());
        text.remove(QLatin1String("Host: \n"));
    }
    text.replace(QString::fromLatin1(QUrl::toPercentEncoding(bullets)), bullets);
    if (request.body)
        text += QLatin1Char('\n') + QString::fromUtf8(*request.body);
    return text;
}

} // namespace weir
