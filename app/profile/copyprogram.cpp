// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "copyprogram.h"

#include "importedprofile.h"

#include <QMap>

namespace weir {

namespace {
QString code(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

CopyText letters(const QString &text)
{
    return copyLetters(text);
}

using Expression = QString (*)(const CopyText &);

CopyRequest::Header loginHeader(const CopyRequest &request)
{
    return {request.login->first + copyLetters(code(":")), request.login->second};
}

// {"name": value, ...}, both languages write it alike; a header that is there twice is joined.
QString headerMap(const CopyRequest &request, Expression expression, const QString &indent)
{
    QList<CopyRequest::Header> joined;
    for (const CopyRequest::Header &header : request.headers) {
        const QString name = lettersOf(header.first);
        const auto known =
            std::find_if(joined.begin(), joined.end(), [&name](const CopyRequest::Header &other) {
                return lettersOf(other.first).compare(name, Qt::CaseInsensitive) == 0;
            });
        if (known == joined.end())
            joined.append(header);
        else
            known->second += letters(code(", ")) + header.second;
    }
    QStringList lines;
    for (const CopyRequest::Header &header : std::as_const(joined)) {
        const bool computed = hasVariable(header.first) && expression == javaScriptText;
        const QString name = expression(header.first);
        lines.append(indent + (computed ? QString(QLatin1Char('[') + name + QLatin1Char(']')) : name)
                     + code(": ") + expression(header.second) + QLatin1Char(','));
    }
    return lines.join(QLatin1Char('\n'));
}

QString quotedList(const QStringList &texts, Expression expression)
{
    QStringList items;
    for (const QString &item : texts)
        items.append(expression(copyText(item)));
    return QLatin1Char('[') + items.join(QLatin1String(", ")) + QLatin1Char(']');
}

void listTransport(const Profile &profile, QStringList &notTaken)
{
    const ProfileTls &tls = profile.tls;
    if (tls.insecure || !tls.pins.isEmpty() || !tls.caFile.isEmpty() || !tls.certFile.isEmpty()
        || tls.minimum != ProfileTls::Version::Any)
        notTaken.append(Import::tr("The TLS settings."));
    if (profile.proxy.mode == ProfileProxy::Mode::Manual)
        notTaken.append(Import::tr("The proxy."));
    if (profile.http2)
        notTaken.append(Import::tr("HTTP/2."));
}

QString javaScriptHeaders(const CopyRequest &request, const QString &indent)
{
    QString lines = headerMap(request, javaScriptText, indent);
    if (request.login) {
        const auto login = loginHeader(request);
        lines += (lines.isEmpty() ? QString() : code("\n")) + indent
            + code("\"Authorization\": \"Basic \" + Buffer.from(")
            + javaScriptText(login.first + login.second) + code(").toString(\"base64\"),");
    }
    return lines;
}

QString javaScriptSocket(const Profile &profile, const CopyRequest &request)
{
    const QString headers = javaScriptHeaders(request, code("    "));
    QString options;
    if (!headers.isEmpty())
        // what browsers refuse and Node takes
        options = code(", {\n  protocols: ") + quotedList(profile.subprotocols, javaScriptText)
            + code(",\n  headers: {\n") + headers + code("\n  },\n}");
    else if (!profile.subprotocols.isEmpty())
        options = code(", ") + quotedList(profile.subprotocols, javaScriptText);
    QString result =
        code("const socket = new WebSocket(") + javaScriptText(request.url) + options + code(");\n");
    if (request.isRpc)
        result += code("socket.onopen = () => socket.send(") + javaScriptText(*request.body) + code(");\n");
    return result
        + code("socket.onmessage = (event) => console.log(event.data);\n"
               "socket.onclose = (event) => console.log(\"closed\", event.code, event.reason);\n");
}

QString javaScriptFetch(const CopyRequest &request)
{
    QString result = code("const response = await fetch(") + javaScriptText(request.url)
        + code(", {\n  method: ") + javaScriptText(letters(request.method)) + code(",\n");
    if (const QString headers = javaScriptHeaders(request, code("    ")); !headers.isEmpty())
        result += code("  headers: {\n") + headers + code("\n  },\n");
    if (request.body)
        result += code("  body: ") + javaScriptText(*request.body) + code(",\n");
    result += code("});\n");
    if (request.isRpc)
        return result + code("console.log(response.status, await response.text());\n");
    return result
        + code("if (!response.ok) throw new Error(`HTTP ${response.status}`);\n"
               "const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();\n"
               "for (;;) {\n"
               "  const { done, value } = await reader.read();\n"
               "  if (done) break;\n"
               "  process.stdout.write(value);\n"
               "}\n");
}

bool isPlainFeed(const CopyRequest &request)
{
    return request.method == QLatin1String("GET") && !request.body && !request.login
        && request.headers.size() == 1 && request.has(QLatin1String("accept"));
}

QString pythonContext(const ProfileTls &tls)
{
    QString result = code("context = ssl.create_default_context(")
        + (tls.caFile.isEmpty() ? QString() : QString(code("cafile=") + pythonText(copyText(tls.caFile))))
        + code(")\n");
    if (tls.insecure)
        result += code("context.check_hostname = False\ncontext.verify_mode = ssl.CERT_NONE\n");
    if (tls.minimum != ProfileTls::Version::Any)
        result += code("context.minimum_version = ssl.TLSVersion.")
            + (tls.minimum == ProfileTls::Version::Tls12 ? code("TLSv1_2\n") : code("TLSv1_3\n"));
    if (!tls.certFile.isEmpty()) {
        result += code("context.load_cert_chain(") + pythonText(copyText(tls.certFile));
        if (!tls.keyFile.isEmpty())
            result += code(", keyfile=") + pythonText(copyText(tls.keyFile));
        if (!tls.keyPassword.isEmpty())
            result += code(", password=") + pythonText(copyText(tls.keyPassword));
        result += code(")\n");
    }
    return result + QLatin1Char('\n');
}

bool needsContext(const ProfileTls &tls)
{
    return tls.insecure || !tls.caFile.isEmpty() || !tls.certFile.isEmpty()
        || tls.minimum != ProfileTls::Version::Any;
}

QString pythonProxy(const ProfileProxy &proxy)
{
    if (proxy.user.isEmpty() && proxy.password.isEmpty())
        return pythonText(copyText(proxy.url));
    const qsizetype host = proxy.url.indexOf(QLatin1String("://")) + 3;
    return pythonText(copyText(proxy.url.left(host)) + percentEncodedLetters(copyText(proxy.user))
                      + letters(code(":")) + percentEncodedLetters(copyText(proxy.password))
                      + letters(code("@")) + copyText(proxy.url.mid(host)));
}

QString pythonHttp(const Profile &profile, const CopyRequest &request)
{
    QStringList client = {code("timeout=None")};
    if (needsContext(profile.tls))
        client.append(code("verify=context"));
    if (profile.proxy.mode == ProfileProxy::Mode::Manual)
        client.append(code("proxy=") + pythonProxy(profile.proxy));
    if (profile.proxy.mode == ProfileProxy::Mode::None)
        client.append(code("trust_env=False"));
    if (profile.http2)
        client.append(code("http2=True"));
    QString call = pythonText(letters(request.method)) + code(", ") + pythonText(request.url)
        + code(", headers=headers");
    if (request.body)
        call += code(", content=(") + pythonText(*request.body) + code(").encode()");
    if (request.login)
        call += code(", auth=(") + pythonText(request.login->first) + code(", ")
            + pythonText(request.login->second) + code(")");
    const QString open =
        code("with httpx.Client(") + client.join(QLatin1String(", ")) + code(") as client:\n");
    const QString headers =
        code("headers = {\n") + headerMap(request, pythonText, code("    ")) + code("\n}\n");
    if (request.isRpc)
        return headers + open + code("    response = client.request(") + call
            + code(")\n    print(response.status_code, response.text)\n");
    return headers + open + code("    with client.stream(") + call
        + code(") as response:\n"
               "        response.raise_for_status()\n"
               "        for line in response.iter_lines():\n"
               "            print(line, flush=True)\n");
}

QString pythonSocket(const Profile &profile, const CopyRequest &request)
{
    QString options;
    QString headers = headerMap(request, pythonText, code("            "));
    if (request.login) {
        const auto login = loginHeader(request);
        headers += (headers.isEmpty() ? QString() : code("\n"))
            + code("            \"Authorization\": \"Basic \" + base64.b64encode((")
            + pythonText(login.first + login.second) + code(").encode()).decode(),");
    }
    if (!headers.isEmpty())
        options += code("        additional_headers={\n") + headers + code("\n        },\n");
    if (!profile.subprotocols.isEmpty())
        options += code("        subprotocols=") + quotedList(profile.subprotocols, pythonText) + code(",\n");
    if (needsContext(profile.tls))
        options += code("        ssl=context,\n");
    if (profile.proxy.mode == ProfileProxy::Mode::Manual)
        options += code("        proxy=") + pythonProxy(profile.proxy) + code(",\n");
    QString result = code("async def main():\n    async with websockets.connect(\n        ")
        + pythonText(request.url) + code(",\n") + options + code("    ) as socket:\n");
    if (request.isRpc)
        result += code("        await socket.send(") + pythonText(*request.body) + code(")\n");
    return result
        + code("        async for message in socket:\n"
               "            print(message, flush=True)\n"
               "\n"
               "asyncio.run(main())\n");
}
}

CopiedText copyAsJavaScript(const Profile &profile)
{
    const CopyRequest request = copyRequest(profile);
    CopiedText copied;
    listTransport(profile, copied.notTaken);
    if (request.isSocket)
        copied.text = javaScriptSocket(profile, request);
    else if (!request.isRpc && isPlainFeed(request))
        copied.text = code("const source = new EventSource(") + javaScriptText(request.url)
            + code(");\n"
                   "source.onmessage = (event) => console.log(event.lastEventId, event.data);\n"
                   "source.onerror = (event) => console.error(event);\n");
    else
        copied.text = javaScriptFetch(request);
    return copied;
}

CopiedText copyAsPython(const Profile &profile)
{
    const CopyRequest request = copyRequest(profile);
    CopiedText copied;
    if (!profile.tls.pins.isEmpty())
        copied.notTaken.append(Import::tr("The certificates that are trusted by their fingerprints."));
    const bool tls = needsContext(profile.tls);
    const QString body = (tls ? pythonContext(profile.tls) : QString())
        + (request.isSocket ? pythonSocket(profile, request) : pythonHttp(profile, request));
    QStringList standard;
    if (request.isSocket)
        standard.append(code("asyncio"));
    if (body.contains(QLatin1String("base64.b64encode")))
        standard.append(code("base64"));
    if (body.contains(QLatin1String("os.environ[")))
        standard.append(code("os"));
    if (tls)
        standard.append(code("ssl"));
    QString head;
    for (const QString &module : std::as_const(standard))
        head += code("import ") + module + QLatin1Char('\n');
    head += (head.isEmpty() ? QString() : code("\n")) + code("import ")
        + (request.isSocket ? code("websockets") : code("httpx")) + code("\n\n");
    copied.text = head + body;
    return copied;
}

} // namespace weir
