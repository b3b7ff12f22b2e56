// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "curlcommand.h"

#include "commandwords.h"
#include "curldata.h"
#include "importtext.h"
#include "profiledraft.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
// One request of the command line, between two --next.
class CurlRequest final
{
public:
    Q_DISABLE_COPY_MOVE(CurlRequest)
    explicit CurlRequest(const ImportOptions &options)
        : m_options(options)
        , m_data(options)
    {
        m_profile.method.clear();
    }

    void apply(const GivenOption &given)
    {
        if (!given.option)
            m_urls.append(given.value);
        else if (!applyConnection(given) && !applyRequest(given))
            notTaken(given);
    }

    void notTaken(const QString &sentence) { m_draft.notTaken.append(sentence); }

    Expected<QList<ImportedProfile>> finish(ImportedSecrets &secrets)
    {
        completeLogin();
        completeHeaders();
        if (m_head && m_profile.method.isEmpty())
            m_profile.method = QStringLiteral("HEAD");
        if (m_get && m_profile.method.isEmpty())
            m_profile.method = QStringLiteral("GET");
        if (!m_get)
            m_profile.body = m_data.text();
        QList<ImportedProfile> result;
        for (const QString &url : std::as_const(m_urls)) {
            ProfileDraft draft = m_draft;
            draft.profile = m_profile;
            draft.profile.url = m_data.addedTo(completeUrl(url, draft), m_get);
            auto profile = finishDraft(draft, secrets);
            if (!profile)
                return tl::unexpected(profile.error());
            result.append(*profile);
        }
        return result;
    }

private:
    void notTaken(const GivenOption &given, const QString &why = {})
    {
        const QString what = describeOption(given);
        notTaken(why.isEmpty() ? what : QString(what + QLatin1String(": ") + why));
    }

    void setHeader(const QString &name, const QString &value) { m_profile.headers.append({name, value}); }

    // TLS, proxy, time: how the line is made.
    bool applyConnection(const GivenOption &given)
    {
        const QString &value = given.value;
        switch (CurlEffect(given.option->effect)) {
        case CurlEffect::Insecure:
            m_profile.tls.insecure = !given.negated;
            return true;
        case CurlEffect::CaFile:
            m_profile.tls.caFile = value;
            return true;
        case CurlEffect::Certificate:
            takeCertificate(value);
            return true;
        case CurlEffect::Key:
            m_profile.tls.keyFile = value;
            return true;
        case CurlEffect::KeyPassword:
            m_profile.tls.keyPassword = value;
            return true;
        case CurlEffect::CertificateType:
            return value.compare(QLatin1String("PEM"), Qt::CaseInsensitive) == 0
                || value.compare(QLatin1String("P12"), Qt::CaseInsensitive) == 0;
        case CurlEffect::KeyType:
            return value.compare(QLatin1String("PEM"), Qt::CaseInsensitive) == 0;
        case CurlEffect::Tls12:
            m_profile.tls.minimum = ProfileTls::Version::Tls12;
            return true;
        case CurlEffect::Tls13:
            m_profile.tls.minimum = ProfileTls::Version::Tls13;
            return true;
        case CurlEffect::Http2:
            m_profile.http2 = !given.negated;
            return true;
        case CurlEffect::Proxy:
            takeProxy(given, QStringLiteral("http"));
            return true;
        case CurlEffect::Socks5:
            takeProxy(given, QStringLiteral("socks5"));
            return true;
        case CurlEffect::ProxyUser:
            takeProxyLogin(value);
            return true;
        case CurlEffect::NoProxy:
            if (value == QLatin1String("*"))
                m_profile.proxy = {.mode = ProfileProxy::Mode::None};
            return value == QLatin1String("*");
        case CurlEffect::Retry:
            takeRetry(given);
            return true;
        case CurlEffect::RetryDelay:
            return takeRetryDelay(value);
        default:
            return false;
        }
    }

    bool applyRequest(const GivenOption &given)
    {
        const QString &value = given.value;
        const auto effect = CurlEffect(given.option->effect);
        switch (effect) {
        case CurlEffect::Ignore:
            return true;
        case CurlEffect::Method:
            m_profile.method = value;
            return true;
        case CurlEffect::Header:
            takeHeader(given);
            return true;
        case CurlEffect::Data:
        case CurlEffect::DataBinary:
        case CurlEffect::DataRaw:
        case CurlEffect::DataUrlencode:
        case CurlEffect::Json:
            if (const auto added = m_data.add(effect, value); !added)
                notTaken(given, reason(added.error()));
            return true;
        case CurlEffect::UrlQuery:
            if (const auto added = m_data.addToQuery(value); !added)
                notTaken(given, reason(added.error()));
            return true;
        case CurlEffect::Get:
            m_get = !given.negated;
            return true;
        case CurlEffect::GlobOff:
            m_globs = given.negated;
            return true;
        case CurlEffect::Head:
            m_head = !given.negated;
            return true;
        case CurlEffect::User:
            takeLogin(value);
            return true;
        case CurlEffect::Bearer:
            m_profile.auth = {.type = ProfileAuth::Type::Bearer, .token = value};
            return true;
        case CurlEffect::OtherLogin:
            m_otherLogin = given.negated ? QString() : given.spelled;
            return true;
        case CurlEffect::NoBuffer:
            m_draft.wantsStream = !given.negated;
            return true;
        case CurlEffect::UserAgent:
            m_userAgent = value;
            return true;
        case CurlEffect::Referer:
            m_referer = QString(value).remove(QLatin1String(";auto"));
            return !value.endsWith(QLatin1String(";auto"));
        case CurlEffect::Cookie:
            if (!value.contains(QLatin1Char('=')))
                return value.isEmpty();
            m_cookies.append(value);
            return true;
        case CurlEffect::Range:
            setHeader(QStringLiteral("Range"), QLatin1String("bytes=") + value);
            return true;
        case CurlEffect::Url:
            m_urls.append(value);
            return true;
        case CurlEffect::ProtoDefault:
            m_scheme = value;
            return true;
        default:
            return false;
        }
    }

    static QString reason(const Error &error)
    {
        return error.code == ErrorCode::ImportFailed ? error.detail : errorText(error);
    }

    // NAME, or NAME:PASSWORD with "\:" for a colon of the name; a drive's colon separates nothing.
    void takeCertificate(const QString &value)
    {
        static const QRegularExpression pattern(
            QStringLiteral("^((?:[A-Za-z]:(?=[\\\\/]))?(?:\\\\[\\\\:]|[^:])*+)(?::(.*))?$"),
            QRegularExpression::DotMatchesEverythingOption);
        const auto match = pattern.match(value);
        QString name = match.captured(1);
        name.replace(QLatin1String("\\:"), QLatin1String(":"));
        m_profile.tls.certFile = name.replace(QLatin1String("\\\\"), QLatin1String("\\"));
        if (match.hasCaptured(2))
            m_profile.tls.keyPassword = match.captured(2);
    }

    // [SCHEME://][USER[:PASSWORD]@]HOST[:PORT]
    void takeProxy(const GivenOption &given, const QString &otherwise)
    {
        if (given.value.isEmpty()) {
            m_profile.proxy = {.mode = ProfileProxy::Mode::None};
            return;
        }
        static const QRegularExpression pattern(
            QStringLiteral("^(?:([A-Za-z0-9]+)://)?(?:(.*)@)?(\\[[^\\]]*\\]|[^:/@]+)(?::(\\d+))?/?$"));
        const auto match = pattern.match(given.value);
        QString scheme = match.captured(1).isEmpty() ? otherwise : match.captured(1).toLower();
        if (scheme == QLatin1String("socks5h"))
            scheme = QStringLiteral("socks5");
        if (!match.hasMatch() || (scheme != QLatin1String("http") && scheme != QLatin1String("socks5"))) {
            notTaken(given, Import::tr("a proxy is http:// or socks5://"));
            return;
        }
        const QString port = match.captured(4).isEmpty() ? QStringLiteral("1080") : match.captured(4);
        m_profile.proxy.mode = ProfileProxy::Mode::Manual;
        m_profile.proxy.url = scheme + QLatin1String("://") + match.captured(3) + QLatin1Char(':') + port;
        if (match.hasCaptured(2)) {
            const auto decoded = [](const QString &text) {
                return marked::mapLetters(text, [](const QString &letters) {
                    return marked::unmarked(QUrl::fromPercentEncoding(letters.toUtf8()));
                });
            };
            const QString login = match.captured(2);
            m_profile.proxy.user = decoded(login.section(QLatin1Char(':'), 0, 0));
            m_profile.proxy.password = decoded(login.section(QLatin1Char(':'), 1));
        }
    }

    void takeProxyLogin(const QString &value)
    {
        m_profile.proxy.user = value.section(QLatin1Char(':'), 0, 0);
        m_profile.proxy.password = value.section(QLatin1Char(':'), 1);
    }

    void takeLogin(const QString &value)
    {
        m_profile.auth = {.type = ProfileAuth::Type::Basic,
                          .user = value.section(QLatin1Char(':'), 0, 0),
                          .password = value.section(QLatin1Char(':'), 1)};
    }

    void takeRetry(const GivenOption &given)
    {
        if (given.value.toInt() <= 0)
            return;
        m_profile.resilient = true;
        notTaken(given, Import::tr("Weir tries again without a limit"));
    }

    bool takeRetryDelay(const QString &value)
    {
        bool ok = false;
        const double seconds = value.toDouble(&ok);
        if (ok && seconds >= 0 && seconds <= 86400)
            m_profile.reconnectionTime = qRound64(seconds * 1000);
        return ok;
    }

    void takeHeader(const GivenOption &given)
    {
        if (!given.value.startsWith(QLatin1Char('@'))) {
            takeHeaderLine(given.value);
            return;
        }
        const QString path = given.value.mid(1);
        constexpr qint64 limit = 1024 * 1024;
        const auto bytes = m_options.readFile && !marked::hasVariable(path)
            ? m_options.readFile(path, limit)
            : failure(ErrorCode::ImportFailed,
                      Import::tr("the file %1 was not read").arg(marked::toPlainText(path)));
        if (!bytes) {
            notTaken(given, reason(bytes.error()));
            return;
        }
        for (const QString &line :
             marked::unmarked(QString::fromUtf8(*bytes)).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            takeHeaderLine(line.trimmed());
    }

    void takeHeaderLine(const QString &line)
    {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon < 0 && line.endsWith(QLatin1Char(';'))) {
            setHeader(line.chopped(1).trimmed(), {});
        } else if (colon <= 0) {
            notTaken(Import::tr("The header “%1” has no colon.").arg(marked::toPlainText(line)));
        } else if (const QString value = line.mid(colon + 1).trimmed(); value.isEmpty()) {
            m_removed.append(line.left(colon).trimmed().toLower());
        } else {
            setHeader(line.left(colon).trimmed(), value);
        }
    }

    bool hasHeader(const QString &name) const
    {
        return m_removed.contains(name.toLower())
            || std::any_of(m_profile.headers.cbegin(), m_profile.headers.cend(),
                           [&name](const ProfileRow &row) {
                               return row.name.compare(name, Qt::CaseInsensitive) == 0;
                           });
    }

    void setDefaultHeader(const QString &name, const QString &value)
    {
        if (!value.isEmpty() && !hasHeader(name))
            setHeader(name, value);
    }

    void completeLogin()
    {
        if (!m_otherLogin.isEmpty()) {
            notTaken(Import::tr("%1: the login is left out, Weir knows Basic and tokens.").arg(m_otherLogin));
            m_profile.auth = {};
        }
        if (hasHeader(QStringLiteral("Authorization")))
            m_profile.auth = {};
    }

    void completeHeaders()
    {
        static const QStringList ours = {QStringLiteral("accept"), QStringLiteral("user-agent"),
                                         QStringLiteral("content-type"), QStringLiteral("host")};
        for (const QString &name : std::as_const(m_removed)) {
            if (ours.contains(name))
                notTaken(Import::tr("The header “%1” without a value: Weir may send its own.").arg(name));
        }
        setDefaultHeader(QStringLiteral("User-Agent"), m_userAgent);
        setDefaultHeader(QStringLiteral("Referer"), m_referer);
        if (!m_cookies.isEmpty())
            setHeader(QStringLiteral("Cookie"), m_cookies.join(QLatin1String("; ")));
        if (m_data.isJson()) {
            setDefaultHeader(QStringLiteral("Content-Type"), QStringLiteral("application/json"));
            setDefaultHeader(QStringLiteral("Accept"), QStringLiteral("application/json"));
        } else if (m_data.text() && !m_get && !isJsonRpc(*m_data.text())) {
            setDefaultHeader(QStringLiteral("Content-Type"),
                             QStringLiteral("application/x-www-form-urlencoded"));
        }
    }

    QString completeUrl(const QString &url, ProfileDraft &draft) const
    {
        static const QRegularExpression range(
            QStringLiteral("\\[(?:\\d+-\\d+|[A-Za-z]-[A-Za-z])(?::\\d+)?\\]|\\{[^{}]*,[^{}]*\\}"));
        if (m_globs && range.match(url).hasMatch())
            draft.notTaken.append(Import::tr("The brackets of the URL: curl would ask for several."));
        static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*://"));
        if (scheme.match(url).hasMatch() || (!url.isEmpty() && marked::hasVariable(url.first(1))))
            return url;
        return m_scheme + QLatin1String("://") + url;
    }

    const ImportOptions &m_options;
    ProfileDraft m_draft;
    Profile m_profile;
    CurlData m_data;
    QStringList m_urls;
    QStringList m_removed; // headers that curl shall not send, in lower case
    QStringList m_cookies;
    QString m_userAgent;
    QString m_referer;
    QString m_otherLogin; // the option that asks for it
    QString m_scheme = QStringLiteral("http");
    bool m_get = false;
    bool m_globs = true;
    bool m_head = false;
};
}

Expected<ImportResult> importCurlCommand(const QString &command, const ImportOptions &options)
{
    const auto words = readCommand(command, {QStringLiteral("curl")});
    if (!words)
        return tl::unexpected(words.error());
    const GivenOptions read = readOptions(words->arguments, curlOptions(), OptionStyle::Curl);
    QStringList notTaken = words->warnings;
    for (const QString &option : read.unknown)
        notTaken.append(Import::tr("%1: curl has no such option.").arg(marked::toPlainText(option)));
    for (const QString &option : read.withoutValue)
        notTaken.append(Import::tr("%1: its value is missing.").arg(option));
    ImportResult result{.format = QStringLiteral("curl")};
    ImportedSecrets secrets(options.secretNames);
    for (auto first = read.given.cbegin();;) {
        const auto next = std::find_if(first, read.given.cend(), [](const GivenOption &given) {
            return given.option && CurlEffect(given.option->effect) == CurlEffect::Next;
        });
        CurlRequest request(options);
        for (const QString &sentence : std::exchange(notTaken, {}))
            request.notTaken(sentence);
        std::for_each(first, next, [&request](const GivenOption &given) { request.apply(given); });
        auto profiles = request.finish(secrets);
        if (!profiles)
            return tl::unexpected(profiles.error());
        result.profiles += *profiles;
        if (next == read.given.cend())
            break;
        first = next + 1;
    }
    if (result.profiles.isEmpty())
        return failure(ErrorCode::ImportFailed, Import::tr("the command line has no URL"));
    return result;
}

} // namespace weir
