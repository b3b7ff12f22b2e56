// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messagetext.h"

#include "visibletext.h"

#include "base/jsonformat.h"

#include <algorithm>

namespace weir {

namespace {
constexpr int deepestIndent = 64;
constexpr qsizetype longestText = 128'000; // characters: indentation can make a short payload very long

bool isJson(QByteArrayView bytes, bool isCut)
{
    const QByteArrayView text = bytes.trimmed();
    if (!text.startsWith('{') && !text.startsWith('['))
        return false;
    const auto formatted = formatJson(bytes);
    return formatted || (isCut && formatted.error().reason == JsonFault::Truncated);
}

// Writes the tokens of JSON, which may end anywhere, with blanks and lines of its own.
class JsonWriter final
{
public:
    JsonWriter(QStringView json, JsonForm form, MessageText &out)
        : m_in(json)
        , m_form(form)
        , m_out(out)
    {
    }

    void run()
    {
        for (skipSpace(); m_at < m_in.size(); skipSpace()) {
            const QChar c = m_in[m_at];
            if (c == u'"')
                copyString();
            else if (c == u'{' || c == u'[')
                open(c);
            else if (c == u'}' || c == u']')
                close(c);
            else if (c == u',')
                part(c);
            else if (c == u':')
                copyMark(u": ");
            else
                copyScalar();
        }
    }

private:
    void skipSpace()
    {
        while (m_at < m_in.size() && m_in[m_at].isSpace())
            ++m_at;
    }
    void copyMark(QStringView text)
    {
        m_out.text += text;
        ++m_at;
    }
    void open(QChar bracket)
    {
        copyMark(QStringView(&bracket, 1));
        skipSpace();
        const QChar closing = bracket == u'{' ? u'}' : u']';
        if (m_at < m_in.size() && m_in[m_at] == closing) {
            copyMark(QStringView(&closing, 1));
            return;
        }
        ++m_depth;
        breakLine(bracket == u'{');
    }
    void close(QChar bracket)
    {
        --m_depth;
        breakLine(bracket == u'}');
        copyMark(QStringView(&bracket, 1));
    }
    void part(QChar comma)
    {
        copyMark(QStringView(&comma, 1));
        breakLine(true);
    }
    void breakLine(bool blank)
    {
        if (m_form == JsonForm::Indented)
            m_out.text += u'\n' + QString(std::clamp(2 * m_depth, 0, deepestIndent), u' ');
        else if (blank)
            m_out.text += u' ';
    }
    void copyString()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_in.size() && m_in[m_at] != u'"')
            m_at += m_in[m_at] == u'\\' ? 2 : 1;
        m_at = std::min(m_at + 1, m_in.size());
        const qsizetype end = m_at;
        skipSpace();
        const bool isKey = m_at < m_in.size() && m_in[m_at] == u':';
        append(m_in.sliced(begin, end - begin), isKey ? MessageText::Tone::Key : MessageText::Tone::String);
    }
    void copyScalar()
    {
        const qsizetype begin = m_at;
        while (m_at < m_in.size() && !m_in[m_at].isSpace() && !QStringView(u",:{}[]\"").contains(m_in[m_at]))
            ++m_at;
        append(m_in.sliced(begin, m_at - begin),
               m_in[begin].isLetter() ? MessageText::Tone::Word : MessageText::Tone::Number);
    }
    void append(QStringView token, MessageText::Tone tone)
    {
        m_out.spans.push_back({int(m_out.text.size()), int(token.size()), tone});
        m_out.text += token;
    }

    QStringView m_in;
    const JsonForm m_form;
    MessageText &m_out;
    qsizetype m_at = 0;
    int m_depth = 0;
};

char16_t folded(QChar c)
{
    return c >= u'A' && c <= u'Z' ? char16_t(c.unicode() + 0x20) : c.unicode();
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n';
}
} // namespace

std::vector<MessageText::Span> MessageText::find(QStringView needle, qsizetype from, qsizetype to) const
{
    std::vector<Span> found;
    if (needle.isEmpty())
        return found;
    const auto endsBefore = [](qsizetype place) {
        return [place](const Span &span) { return span.begin + span.length <= place; };
    };
    auto token = std::partition_point(spans.begin(), spans.end(), endsBefore(from));
    for (qsizetype begin = from; begin < std::min(to, text.size()); ++begin) {
        token = std::find_if_not(token, spans.end(), endsBefore(begin));
        qsizetype at = begin;
        auto inside = token;
        qsizetype matched = 0;
        for (; matched < needle.size() && at < text.size(); ++at) {
            inside = std::find_if_not(inside, spans.end(), endsBefore(at));
            const bool inToken = inside != spans.end() && inside->begin <= at;
            if (folded(text[at]) == folded(needle[matched]))
                ++matched;
            else if (!isJson || inToken || matched == 0 || !isBlank(text[at]))
                break;
        }
        if (matched == needle.size()) {
            found.push_back({int(begin), int(at - begin), Tone::Word});
            begin = at - 1;
        }
    }
    return found;
}

MessageText messageText(QByteArrayView bytes, quint64 size, JsonForm form)
{
    MessageText message;
    message.isCut = size > quint64(bytes.size());
    message.isJson = isJson(bytes, message.isCut);
    QString text = visibleText(bytes, bytes.size(), Lines::Multi);
    if (message.isCut && text.endsWith(QChar::ReplacementCharacter))
        text.chop(1); // a character that the cut went through
    if (message.isJson)
        JsonWriter(text, form, message).run();
    else
        message.text = std::move(text);
    if (message.text.size() > longestText) {
        message.text.truncate(longestText);
        std::erase_if(message.spans, [](const auto &span) { return span.begin + span.length > longestText; });
        message.isCut = true;
    }
    return message;
}

} // namespace weir
