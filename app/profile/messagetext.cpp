// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messagetext.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype aroundSecret = 16; // characters that tell a short secret's place
constexpr qsizetype bytesPerLine = 16;

struct MessageTextWords
{
    Q_DECLARE_TR_FUNCTIONS(MessageText)
};

tl::unexpected<Error> faultAt(QStringView text, qsizetype at, const QString &sentence)
{
    const QStringView before = text.first(at);
    const auto line = 1 + before.count(u'\n');
    const auto column = at - before.lastIndexOf(u'\n');
    return failure(ErrorCode::MessageInvalid,
                   MessageTextWords::tr("Line %1, column %2: %3").arg(line).arg(column).arg(sentence));
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

int hexDigit(QChar c)
{
    const auto unit = c.unicode();
    if (unit >= '0' && unit <= '9')
        return unit - '0';
    const auto lower = unit | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isBase64Digit(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')
        || QStringView(u"+/-_=").contains(c);
}

// The character as it can be named, both halves of a pair.
QString characterAt(QStringView text, qsizetype at)
{
    const bool pair = at + 1 < text.size() && text[at].isHighSurrogate() && text[at + 1].isLowSurrogate();
    return text.sliced(at, pair ? 2 : 1).toString();
}

Expected<QByteArray> bytesFrom(QStringView text, MessageFormat format)
{
    if (format == MessageFormat::Hex)
        return bytesFromHex(text);
    if (format == MessageFormat::Base64)
        return bytesFromBase64(text);
    if (!text.isValidUtf16()) {
        qsizetype at = 0;
        while (text.first(at + 1).isValidUtf16()
               || (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()))
            ++at;
        return faultAt(text, at, MessageTextWords::tr("half of a character, which UTF-8 cannot hold."));
    }
    return text.toUtf8();
}

void addSecret(const QByteArray &value, const QByteArray &before, const QByteArray &after, Secrets &secrets)
{
    const SecretPlace place{before, value, after};
    if (value.size() >= SecretMask::leastSize) {
        if (!secrets.values.contains(value))
            secrets.values.append(value);
    } else if (!value.isEmpty() && !secrets.places.contains(place)) {
        secrets.places.append(place);
    }
}

Secrets secretsIn(const ResolvedText &resolved, MessageFormat format)
{
    Secrets secrets;
    const QStringView text = resolved.text;
    for (const ResolvedText::Secret &secret : resolved.secrets) {
        const QStringView value = text.sliced(secret.begin, secret.length);
        const qsizetype end = secret.begin + secret.length;
        const qsizetype from = std::max<qsizetype>(0, secret.begin - aroundSecret);
        if (format == MessageFormat::Text || format == MessageFormat::Json) {
            addSecret(value.toUtf8(), text.sliced(from, secret.begin - from).toUtf8(),
                      text.sliced(end).first(std::min(aroundSecret, text.size() - end)).toUtf8(), secrets);
        } else if (const auto bytes = bytesFrom(value, format);
                   bytes && bytes->size() >= SecretMask::leastSize) {
            addSecret(*bytes, {}, {}, secrets);
        }
    }
    return secrets;
}
}

Expected<OutgoingPayload> messageFrom(const QString &text, MessageFormat format, const Variables &variables)
{
    const ResolvedText resolved = variables.resolve(text);
    if (!resolved.problems.isEmpty())
        return failure(ErrorCode::ProfileIncomplete, resolved.problems.constFirst().sentence);
    auto bytes = bytesFrom(resolved.text, format);
    if (!bytes) {
        // The place is that of the whole text, which is not what stands in the editor.
        return resolved.text == text
            ? tl::unexpected(bytes.error())
            : failure(ErrorCode::MessageInvalid,
                      MessageTextWords::tr("With its variables filled in: %1").arg(bytes.error().detail));
    }
    const bool isText = format == MessageFormat::Text || format == MessageFormat::Json;
    return OutgoingPayload{isText ? Kind::WsText : Kind::WsBinary, std::move(*bytes),
                           secretsIn(resolved, format)};
}

Expected<QByteArray> bytesFromHex(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size() / 2);
    bool atStart = true; // of a group: there may be 0x
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (isBlank(c) || c == u',') {
            atStart = true;
            ++i;
            continue;
        }
        if (atStart && c == u'0' && i + 1 < text.size() && (text[i + 1] == u'x' || text[i + 1] == u'X')) {
            atStart = false;
            i += 2;
            if (i == text.size() || hexDigit(text[i]) < 0)
                return faultAt(text, i - 2, MessageTextWords::tr("no digits behind “0x”."));
            continue;
        }
        atStart = false;
        const int high = hexDigit(c);
        if (high < 0)
            return faultAt(
                text, i, MessageTextWords::tr("“%1” is not a hexadecimal digit.").arg(characterAt(text, i)));
        const bool ends = i + 1 == text.size() || isBlank(text[i + 1]) || text[i + 1] == u',';
        if (ends)
            return faultAt(text, i, MessageTextWords::tr("a byte has two digits, and this one has one."));
        const int low = hexDigit(text[i + 1]);
        if (low < 0)
            return faultAt(
                text, i + 1,
                MessageTextWords::tr("“%1” is not a hexadecimal digit.").arg(characterAt(text, i + 1)));
        bytes.append(char(high << 4 | low));
        i += 2;
    }
    return bytes;
}

Expected<QByteArray> bytesFromBase64(QStringView text)
{
    QByteArray digits;
    digits.reserve(text.size());
    qsizetype padding = -1;
    bool urlSafe = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isBlank(c))
            continue;
        if (!isBase64Digit(c))
            return faultAt(text, i,
                           MessageTextWords::tr("“%1” does not occur in base64.").arg(characterAt(text, i)));
        if (c != u'=' && padding >= 0)
            return faultAt(text, padding, MessageTextWords::tr("“=” stands only at the end of base64."));
        if (c == u'=' && padding < 0)
            padding = i;
        urlSafe = urlSafe || c == u'-' || c == u'_';
        digits.append(char(c.unicode()));
    }
    const auto alphabet = urlSafe ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding;
    auto decoded = QByteArray::fromBase64Encoding(digits, alphabet | QByteArray::AbortOnBase64DecodingErrors);
    using Status = QByteArray::Base64DecodingStatus;
    if (decoded.decodingStatus == Status::IllegalCharacter)
        return faultAt(text, 0,
                       MessageTextWords::tr("“+” and “/” do not stand with “-” and “_” in one base64 text."));
    // RFC 4648 4: groups of four; a single one in the last group holds no byte.
    if (!decoded || digits.size() % 4 == 1)
        return faultAt(
            text, padding < 0 ? text.size() : padding,
            MessageTextWords::tr("base64 comes in groups of four characters, and the last one has %1.")
                .arg(digits.size() % 4 == 0 ? 4 : digits.size() % 4));
    return std::move(decoded.decoded);
}

Expected<QByteArray> bytesFromFile(const QString &path)
{
    const auto tooLarge = [&path] {
        return failure(
            ErrorCode::MessageInvalid,
            MessageTextWords::tr("The file %1 is larger than %2 MiB, the most that is sent in one message.")
                .arg(path)
                .arg(messageFileLimit / (1024 * 1024)));
    };
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::FileNotFound, path);
    // A pipe or a device may never end.
    if (!info.isFile())
        return failure(ErrorCode::MessageInvalid, MessageTextWords::tr("%1 is not a file.").arg(path));
    if (info.size() > messageFileLimit)
        return tooLarge();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const bool denied = file.error() == QFile::PermissionsError || !info.isReadable();
        return denied ? failure(ErrorCode::PermissionDenied, path)
                      : failure(ErrorCode::FileError, file.errorString());
    }
    QByteArray bytes = file.read(messageFileLimit + 1); // it may grow meanwhile
    if (file.error() != QFile::NoError)
        return failure(ErrorCode::FileError, file.errorString());
    if (bytes.size() > messageFileLimit)
        return tooLarge();
    return bytes;
}

QString hexText(const QByteArray &bytes)
{
    QByteArray text = bytes.toHex(' ');
    for (qsizetype i = 3 * bytesPerLine - 1; i < text.size(); i += 3 * bytesPerLine)
        text[i] = '\n';
    return QString::fromLatin1(text);
}

QList<MessageTemplate> laterMessages(const Profile &profile)
{
    QList<MessageTemplate> messages = profile.templates;
    for (const SavedCall &call : profile.calls) {
        messages.append({.format = MessageFormat::Json, .body = call.params});
        for (const QString &text : {call.method, call.idText})
            messages.append({.body = text});
    }
    for (const AnswerRule &rule : profile.answers)
        messages.append({.format = MessageFormat::Json, .body = rule.json});
    return messages;
}

Secrets templateSecrets(const QList<MessageTemplate> &templates, VariableSources sources)
{
    sources.generators = {}; // a number that is only looked at is not used up
    const Variables variables(std::move(sources));
    Secrets all;
    for (const MessageTemplate &message : templates) {
        const Secrets found = secretsIn(variables.resolve(message.body), message.format);
        for (const QByteArray &value : found.values)
            addSecret(value, {}, {}, all);
        for (const SecretPlace &place : found.places)
            addSecret(place.value, place.before, place.after, all);
    }
    return all;
}

} // namespace weir
