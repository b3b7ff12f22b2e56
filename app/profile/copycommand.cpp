// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "copycommand.h"

#include "copycall.h"
#include "importedprofile.h"

#include <QRegularExpression>

namespace weir {

namespace {
// One command of bash, an option a line.
class Command final
{
public:
    explicit Command(const QString &program)
        : m_lines({program})
    {
    }

    void add(const QString &option) { m_lines.append(option); }
    void add(const QString &option, const CopyText &value)
    {
        m_lines.append(option + QLatin1Char(' ') + bashWord(value));
    }
    void add(const QString &option, const QString &profileText) { add(option, copyText(profileText)); }
    void addIf(const QString &option, const QString &profileText)
    {
        if (!profileText.isEmpty())
            add(option, profileText);
    }
    void addToFirst(const QString &words) { m_lines.first() += QLatin1Char(' ') + words; }
    QString text() const { return m_lines.join(QLatin1String(" \\\n  ")); }

private:
    QStringList m_lines;
};

QString shellText(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

CopyText headerLine(const CopyRequest::Header &header, bool curl)
{
    if (curl && header.second.isEmpty())
        return header.first + copyLetters(shellText(";"));
    return header.first + copyLetters(shellText(": ")) + header.second;
}

// A colon would begin the password of the certificate's key.
QString escapedCertificate(QString name)
{
    return name.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char(':'), QLatin1String("\\:"));
}

bool isPkcs12(const QString &name)
{
    return name.endsWith(QLatin1String(".p12"), Qt::CaseInsensitive)
        || name.endsWith(QLatin1String(".pfx"), Qt::CaseInsensitive);
}

void listPins(const ProfileTls &tls, QStringList &notTaken)
{
    if (!tls.pins.isEmpty())
        notTaken.append(Import::tr("The certificates that are trusted by their fingerprints."));
}

void addCurlTls(const ProfileTls &tls, Command &command)
{
    if (tls.insecure)
        command.add(shellText("--insecure"));
    command.addIf(shellText("--cacert"), tls.caFile);
    if (!tls.certFile.isEmpty())
        command.add(shellText("--cert"), escapedCertificate(tls.certFile));
    if (isPkcs12(tls.certFile))
        command.add(shellText("--cert-type P12"));
    command.addIf(shellText("--key"), tls.keyFile);
    command.addIf(shellText("--pass"), tls.keyPassword);
    if (tls.minimum != ProfileTls::Version::Any)
        command.add(tls.minimum == ProfileTls::Version::Tls12 ? shellText("--tlsv1.2")
                                                              : shellText("--tlsv1.3"));
}

void addCurlProxy(const ProfileProxy &proxy, Command &command)
{
    if (proxy.mode == ProfileProxy::Mode::None)
        command.add(shellText("--noproxy '*'"));
    if (proxy.mode != ProfileProxy::Mode::Manual)
        return;
    // socks5h: the proxy looks the name up, as it does for Weir
    QString url = proxy.url;
    if (url.startsWith(QLatin1String("socks5://")))
        url.replace(0, 6, QLatin1String("socks5h"));
    command.add(shellText("--proxy"), url);
    if (!proxy.user.isEmpty() || !proxy.password.isEmpty())
        command.add(shellText("--proxy-user"),
                    copyText(proxy.user) + copyLetters(shellText(":")) + copyText(proxy.password));
}

// "user:password" in base64; where a part is in the environment the shell has to do it.
QString basicHeader(const CopyRequest::Header &login)
{
    const CopyText both = login.first + copyLetters(shellText(":")) + login.second;
    if (!hasVariable(both))
        return bashWord(copyLetters(QLatin1String("Authorization: Basic ")
                                    + QString::fromLatin1(lettersOf(both).toUtf8().toBase64())));
    return QLatin1String("\"Authorization: Basic $(printf %s ") + bashWord(both)
        + QLatin1String(" | base64 -w0)\"");
}

// SCHEME://USER:PASSWORD@HOST
CopyText proxyWithLogin(const ProfileProxy &proxy)
{
    if (proxy.user.isEmpty() && proxy.password.isEmpty())
        return copyText(proxy.url);
    const qsizetype host = proxy.url.indexOf(QLatin1String("://")) + 3;
    return copyText(proxy.url.left(host)) + percentEncodedLetters(copyText(proxy.user))
        + copyLetters(shellText(":")) + percentEncodedLetters(copyText(proxy.password))
        + copyLetters(shellText("@")) + copyText(proxy.url.mid(host));
}

// What is called goes into the first line. A message that cannot be taken apart stays out.
void addCall(const CopyText &message, Command &command, QStringList &notTaken)
{
    if (isBatch(message)) {
        command.addToFirst(shellText("--batch <(printf %s ") + bashWord(message) + QLatin1Char(')'));
        return;
    }
    const auto call = copiedCall(message);
    if (!call)
        notTaken.append(Import::tr("The message: it is no request of JSON-RPC."));
    const CopiedCall known = call.value_or(CopiedCall());
    command.addToFirst(bashWord(known.method));
    if (!known.params.isEmpty())
        command.addToFirst(bashWord(known.params));
    if (known.isNotification)
        command.add(shellText("--notify"));
    else if (!known.id.isEmpty())
        command.add(shellText("--id"), known.id);
}
}

CopiedText copyAsCurl(const Profile &profile)
{
    const CopyRequest request = copyRequest(profile);
    CopiedText copied;
    Command command(request.isRpc ? shellText("curl") : shellText("curl -N"));
    static const QRegularExpression globbed(QStringLiteral("[\\[\\]{}]"));
    command.addToFirst((lettersOf(request.url).contains(globbed) ? shellText("-g ") : QString())
                       + bashWord(request.url));
    const QString usual = request.body ? shellText("POST") : shellText("GET");
    if (request.method != usual && !request.isSocket)
        command.add(shellText("-X"), copyLetters(request.method));
    if (request.login)
        command.add(shellText("-u"),
                    request.login->first + copyLetters(shellText(":")) + request.login->second);
    for (const CopyRequest::Header &header : request.headers)
        command.add(shellText("-H"), headerLine(header, true));
    if (request.isSocket && !profile.subprotocols.isEmpty())
        command.add(shellText("-H"),
                    shellText("Sec-WebSocket-Protocol: ") + profile.subprotocols.join(QLatin1String(", ")));
    if (request.body && !request.isSocket)
        command.add(shellText("--data-raw"), *request.body);
    else if (request.body)
        copied.notTaken.append(Import::tr("The message: curl opens the line and sends none."));
    addCurlTls(profile.tls, command);
    addCurlProxy(profile.proxy, command);
    if (profile.http2)
        command.add(shellText("--http2"));
    listPins(profile.tls, copied.notTaken);
    copied.text = command.text();
    return copied;
}

CopiedText copyAsWebsocat(const Profile &profile)
{
    const CopyRequest request = copyRequest(profile);
    CopiedText copied;
    Command command(shellText("websocat"));
    command.addToFirst(bashWord(request.url));
    if (request.login)
        command.add(shellText("--basic-auth"),
                    request.login->first + copyLetters(shellText(":")) + request.login->second);
    // websocat takes what follows -H as more headers, so the value is tied to it.
    for (const CopyRequest::Header &header : request.headers)
        command.add(shellText("-H=") + bashWord(headerLine(header, false)));
    if (!profile.subprotocols.isEmpty())
        command.add(shellText("--protocol"), profile.subprotocols.join(QLatin1Char(',')));
    if (profile.tls.insecure)
        command.add(shellText("--insecure"));
    if (isPkcs12(profile.tls.certFile)) {
        command.add(shellText("--client-pkcs12-der"), profile.tls.certFile);
        command.addIf(shellText("--client-pkcs12-passwd"), profile.tls.keyPassword);
    } else if (!profile.tls.certFile.isEmpty()) {
        copied.notTaken.append(Import::tr("The client certificate: websocat takes PKCS#12 only."));
    }
    if (!profile.tls.caFile.isEmpty())
        copied.notTaken.append(Import::tr("The file of certificates that are trusted."));
    if (profile.proxy.mode == ProfileProxy::Mode::Manual)
        copied.notTaken.append(Import::tr("The proxy."));
    if (profile.heartbeat > 0) {
        command.add(shellText("--ping-interval ")
                    + QString::number(std::max<qint64>(1, profile.heartbeat / 1000)));
        command.add(shellText("--ping-timeout ")
                    + QString::number(std::max<qint64>(1, profile.heartbeatTimeout / 1000)));
    }
    listPins(profile.tls, copied.notTaken);
    if (request.isSocket && request.body)
        command.add(shellText("-n1 <<<"), *request.body);
    copied.text = command.text();
    return copied;
}

CopiedText copyAsWeir(const Profile &profile)
{
    CopyRequest request = copyRequest(profile);
    CopiedText copied;
    Command command(request.isRpc ? shellText("weir call") : shellText("weir listen"));
    command.addToFirst(bashWord(request.url));
    if (request.isRpc) {
        addCall(*request.body, command, copied.notTaken);
    } else if (!request.isSocket) {
        const QString usual = request.body ? shellText("POST") : shellText("GET");
        if (request.method != usual)
            command.add(shellText("-X"), copyLetters(request.method));
        if (request.body)
            command.add(shellText("-d"), *request.body);
    }
    if (request.login)
        command.add(shellText("-H ") + basicHeader(*request.login));
    for (const CopyRequest::Header &header : request.headers) {
        const QString name = lettersOf(header.first).toLower();
        if (name == QLatin1String("last-event-id"))
            command.add(shellText("--last-event-id"), header.second);
        else if (name != QLatin1String("accept")
                 || lettersOf(header.second) != QLatin1String("text/event-stream"))
            command.add(shellText("-H"), headerLine(header, false));
    }
    for (const QString &name : request.isSocket ? profile.subprotocols : QStringList())
        command.add(shellText("--subprotocol"), name);
    if (request.isRpc) {
        if (profile.callTimeout != Profile().callTimeout)
            command.add(shellText("--timeout ") + QString::number(profile.callTimeout));
    } else {
        if (profile.reconnectionTime != Profile().reconnectionTime)
            command.add(shellText("--retry ") + QString::number(profile.reconnectionTime));
        if (profile.readTimeout > 0)
            command.add(shellText("--read-timeout ") + QString::number(profile.readTimeout));
        if (!profile.reconnect)
            command.add(shellText("--no-reconnect"));
        if (profile.resilient)
            command.add(shellText("--resilient"));
    }
    if (profile.tls.insecure)
        command.add(shellText("--insecure"));
    command.addIf(shellText("--cacert"), profile.tls.caFile);
    command.addIf(shellText("--cert"), profile.tls.certFile);
    command.addIf(shellText("--key"), profile.tls.keyFile);
    if (profile.proxy.mode == ProfileProxy::Mode::Manual)
        command.add(shellText("--proxy"), proxyWithLogin(profile.proxy));
    if (!profile.tls.keyPassword.isEmpty())
        copied.notTaken.append(Import::tr("The password of the key."));
    if (profile.tls.minimum != ProfileTls::Version::Any)
        copied.notTaken.append(Import::tr("The least TLS version."));
    if (profile.http2)
        copied.notTaken.append(Import::tr("HTTP/2."));
    listPins(profile.tls, copied.notTaken);
    copied.text = command.text();
    return copied;
}

} // namespace weir
