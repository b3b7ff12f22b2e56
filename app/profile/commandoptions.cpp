// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandoptions.h"

#include "importtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstring>

namespace weir {

namespace {
constexpr qsizetype valueLimit = 60;

class OptionReader final
{
public:
    Q_DISABLE_COPY_MOVE(OptionReader)
    OptionReader(const QStringList &words, std::span<const CommandOption> table, OptionStyle style)
        : m_words(words)
        , m_table(table)
        , m_style(style)
    {
    }

    GivenOptions read()
    {
        bool plain = false;
        while (m_at < m_words.size()) {
            const QString word = m_words[m_at++];
            if (!plain && word == QLatin1String("--"))
                plain = true;
            else if (!plain && word.startsWith(QLatin1String("--")))
                readLong(word);
            else if (!plain && word.size() > 1 && word.startsWith(QLatin1Char('-')))
                readLetters(word);
            else
                m_result.given.append({nullptr, word, word, false});
        }
        return m_result;
    }

private:
    const CommandOption *byName(const QString &name, bool cut = true) const
    {
        const CommandOption *found = nullptr;
        int count = 0;
        for (const CommandOption &option : m_table) {
            const QLatin1String known(option.name);
            if (known == name)
                return &option;
            if (cut && m_style == OptionStyle::Curl && !name.isEmpty() && known.startsWith(name)) {
                found = &option;
                ++count;
            }
        }
        return count == 1 ? found : nullptr;
    }

    const CommandOption *byLetter(QChar letter) const
    {
        const auto found =
            std::find_if(m_table.begin(), m_table.end(), [letter](const CommandOption &option) {
                return option.letter != 0 && letter == QLatin1Char(option.letter);
            });
        return found == m_table.end() ? nullptr : &*found;
    }

    void addWithValue(const CommandOption *option, const QString &spelled)
    {
        if (!option->takesValue)
            m_result.given.append({option, spelled, {}, false});
        else if (m_at < m_words.size())
            m_result.given.append({option, spelled, m_words[m_at++], false});
        else
            m_result.withoutValue.append(spelled);
    }

    void readLong(const QString &word)
    {
        const qsizetype equals = m_style == OptionStyle::Common ? word.indexOf(QLatin1Char('=')) : -1;
        const QString spelled = equals < 0 ? word : word.left(equals);
        const QString name = spelled.mid(2);
        if (const CommandOption *option = byName(name)) {
            if (equals < 0)
                addWithValue(option, spelled);
            else
                m_result.given.append({option, spelled, word.mid(equals + 1), false});
            return;
        }
        const CommandOption *negated = m_style == OptionStyle::Curl && name.startsWith(QLatin1String("no-"))
            ? byName(name.mid(3))
            : nullptr;
        if (!negated && m_style == OptionStyle::Curl)
            negated = byName(QLatin1String("no-") + name, false);
        if (negated && !negated->takesValue)
            m_result.given.append({negated, spelled, {}, true});
        else
            m_result.unknown.append(spelled);
    }

    void readLetters(const QString &word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const QString spelled = QLatin1Char('-') + QString(word[i]);
            const CommandOption *option = byLetter(word[i]);
            if (!option) {
                // What follows may be its value or other letters: nobody knows.
                m_result.unknown.append(i == 1 ? word : QString(QLatin1Char('-') + word.mid(i)));
                return;
            }
            if (option->takesValue && i + 1 < word.size()) {
                const bool equals = m_style == OptionStyle::Common && word[i + 1] == QLatin1Char('=');
                m_result.given.append({option, spelled, word.mid(i + (equals ? 2 : 1)), false});
                return;
            }
            addWithValue(option, spelled);
        }
    }

    const QStringList &m_words;
    const std::span<const CommandOption> m_table;
    const OptionStyle m_style;
    qsizetype m_at = 0;
    GivenOptions m_result;
};
}

GivenOptions readOptions(const QStringList &words, std::span<const CommandOption> table, OptionStyle style)
{
    return OptionReader(words, table, style).read();
}

QString describeOption(const GivenOption &given)
{
    if (!given.option || !given.option->takesValue)
        return given.spelled;
    static const QRegularExpression secret(QStringLiteral(
        "pass|user|header|cookie|token|secret|auth|form|proxy|data|json|variable|sigv4|quote|mail"));
    if (secret.match(QLatin1String(given.option->name)).hasMatch())
        return given.spelled + QLatin1Char(' ') + QChar(0x2026);
    const QString value = marked::toProfileText(given.value).simplified();
    return given.spelled + QLatin1Char(' ')
        + (value.size() > valueLimit ? QString(value.left(valueLimit) + QChar(0x2026)) : value);
}

} // namespace weir
