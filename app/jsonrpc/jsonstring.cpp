// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonstring.h"

#include "base/rawjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringConverter>

namespace weir {

namespace {
// QString::fromUtf8() takes a byte order mark off.
QString textFromUtf8(QByteArrayView utf8)
{
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom)(utf8);
}
}

QString stringFromJson(QByteArrayView string)
{
    string = trimmedJson(string);
    if (string.size() < 2 || string.front() != '"')
        return {};
    if (!string.contains('\\'))
        return textFromUtf8(string.sliced(1, string.size() - 2));
    return QJsonDocument::fromJson('[' + string.toByteArray() + ']').array().at(0).toString();
}

QByteArray jsonFromString(QStringView text)
{
    QByteArray json;
    const auto append = [&json](QStringView part) {
        const QByteArray quoted = quotedJson(part.toUtf8());
        json += QByteArrayView(quoted).sliced(1, quoted.size() - 2);
    };
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!text[at].isSurrogate())
            continue;
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            ++at;
            continue;
        }
        append(text.sliced(begin, at - begin));
        json += "\\u" + QByteArray::number(text[at].unicode(), 16);
        begin = at + 1;
    }
    append(text.sliced(begin));
    return '"' + json + '"';
}

} // namespace weir
