// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variabletext.h"

#include <algorithm>

namespace weir {

namespace {
constexpr QStringView opening = u"{{";
constexpr QStringView closing = u"}}";

qsizetype backslashesBefore(QStringView text, qsizetype at, qsizetype from)
{
    qsizetype first = at;
    while (first > from && text[first - 1] == u'\\')
        --first;
    return at - first;
}

bool endsName(QChar c)
{
    return c == u'{' || c == u'}' || c == u'\n' || c == u'\r' || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator;
}
}

std::optional<VariableToken> nextVariableToken(QStringView text, qsizetype from)
{
    using Type = VariableToken::Type;
    qsizetype at = text.indexOf(opening, from);
    if (at < 0)
        return std::nullopt;
    if (const qsizetype count = backslashesBefore(text, at, from); count > 0) {
        const QString kept(count / 2, QLatin1Char('\\'));
        if (count % 2 == 0)
            return VariableToken{Type::Escape, at - count, count, kept};
        return VariableToken{Type::Escape, at - count, count + opening.size(), kept + opening.toString()};
    }
    while (at + 2 < text.size() && text[at + 2] == u'{')
        ++at;
    const auto inside = text.sliced(at + opening.size());
    const auto end = std::find_if(inside.begin(), inside.end(), endsName);
    const auto name = inside.first(end - inside.begin());
    if (!inside.sliced(name.size()).startsWith(closing))
        return VariableToken{Type::Unclosed, at, opening.size(), {}};
    const qsizetype length = opening.size() + name.size() + closing.size();
    const QString trimmed = name.trimmed().toString();
    return VariableToken{trimmed.isEmpty() ? Type::NoName : Type::Variable, at, length, trimmed};
}

QString escapedVariables(const QString &text)
{
    QString result;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, done)) {
        const qsizetype count = backslashesBefore(text, at, done);
        result += QStringView(text).sliced(done, at - done);
        result += QString(count + 1, QLatin1Char('\\')) + opening;
        done = at + opening.size();
    }
    return result + QStringView(text).sliced(done);
}

} // namespace weir
