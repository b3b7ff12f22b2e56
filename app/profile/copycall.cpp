// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "copycall.h"

#include "base/jsonformat.h"
#include "base/rawjson.h"

namespace weir {

namespace {
// Noncharacters of Unicode stand for the variables, so that the rest can be read as JSON.
constexpr char16_t firstMark = 0xfdd0;
constexpr int marks = 32;

// Empty where it cannot be done, or is no JSON.
QByteArray markedJson(const CopyText &message)
{
    QString text;
    for (qsizetype i = 0; i < message.size(); ++i)
        text += message[i].variable.isEmpty() ? message[i].letters : QString(QChar(char16_t(firstMark + i)));
    const QByteArray json = text.toUtf8();
    return message.size() <= marks && checkJson(json) ? json : QByteArray();
}

CopyText unmarked(const QString &text, const CopyText &message)
{
    CopyText result;
    qsizetype done = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int mark = text[i].unicode() - firstMark;
        if (mark < 0 || mark >= message.size() || message[mark].variable.isEmpty())
            continue;
        result += copyLetters(text.mid(done, i - done));
        result.append(message[mark]);
        done = i + 1;
    }
    return result + copyLetters(text.mid(done));
}
}

std::optional<CopiedCall> copiedCall(const CopyText &message)
{
    const QByteArray json = markedJson(message);
    CopiedCall call{.method = {}, .isNotification = true};
    for (const auto &[name, value] : jsonMembers(trimmedJson(json))) {
        const CopyText raw = unmarked(QString::fromUtf8(value), message);
        if (name == "method" && jsonType(value) == JsonType::String) {
            call.method = unmarked(QString::fromUtf8(jsonText(value)), message);
        } else if (name == "params") {
            call.params = raw;
        } else if (name == "id") {
            call.id = raw;
            call.isNotification = false;
        }
    }
    return call.method.isEmpty() ? std::nullopt : std::optional(call);
}

bool isBatch(const CopyText &message)
{
    const QByteArray json = markedJson(message);
    return !json.isEmpty() && jsonType(json) == JsonType::Array;
}

} // namespace weir
