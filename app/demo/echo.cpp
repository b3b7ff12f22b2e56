// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "echo.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace weir {

namespace {
QByteArray eventOf(QByteArrayView name, QByteArray data)
{
    data.replace("\r\n", "\n").replace('\r', '\n').replace('\n', "\ndata: ");
    return QByteArray("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
}
}

EchoSource::EchoSource(const DemoRequest &request)
{
    const QByteArray target = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    QJsonObject headers;
    m_said = eventOf("request", QByteArray(request.method).append(' ').append(target));
    for (const auto &[name, value] : request.headers) {
        m_said += eventOf("header", QByteArray(name).append(": ").append(value));
        headers.insert(QString::fromUtf8(name), QString::fromUtf8(value));
    }
    m_said += eventOf("body", request.body);
    const QJsonObject all{{QStringLiteral("method"), QString::fromUtf8(request.method)},
                          {QStringLiteral("target"), QString::fromUtf8(target)},
                          {QStringLiteral("headers"), headers},
                          {QStringLiteral("body"), QString::fromUtf8(request.body)}};
    const QByteArray json = QJsonDocument(all).toJson(QJsonDocument::Compact);
    m_said += eventOf("json", json) + eventOf("base64", json.toBase64());
}

DemoSource::Next EchoSource::produce(QByteArray &out)
{
    out += m_said.isEmpty() ? QByteArray(": nothing more\n\n") : std::exchange(m_said, {});
    return Next::More;
}

} // namespace weir
