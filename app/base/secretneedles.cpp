// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretneedles.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace weir {

namespace {
bool isBase64(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
        || c == '-' || c == '_';
}

// The next `c` from `at` on, or the end.
qsizetype nextOf(char c, QByteArrayView text, qsizetype at)
{
    const void *hit = at < text.size() ? std::memchr(text.data() + at, c, size_t(text.size() - at)) : nullptr;
    return hit ? static_cast<const char *>(hit) - text.data() : text.size();
}
}

// How far a needle has been followed through a text, and what of that is the secret.
struct SecretNeedles::Path
{
    qsizetype index = 0; // in the needle
    qsizetype at = 0; // in the text
    TextRange secret = {};
};

// Where paths through one text ended, so that nobody goes there again: a run of backslashes can be read in
// very many ways.
struct SecretNeedles::DeadEnds
{
    using Place = std::array<qsizetype, 2>; // in the needle, in the text
    std::map<const SecretNeedle *, std::set<Place>> places;
};

SecretNeedles::SecretNeedles(std::vector<SecretNeedle> needles)
    : m_needles(std::move(needles))
{
    QByteArrayList patterns;
    for (const SecretNeedle &needle : m_needles) {
        for (qsizetype i = 0; i < needle.bytes.size(); ++i)
            m_places[quint8(needle.bytes[i])].push_back({patterns.size(), i});
        m_hasSpace = m_hasSpace || needle.bytes.contains(' ');
        patterns.append(needle.bytes);
    }
    m_patterns = PatternSet(patterns);
}

bool SecretNeedles::isIn(QByteArrayView text) const
{
    bool is = false;
    m_patterns.find(text, [&is](qsizetype, qsizetype) { return !(is = true); });
    if (!is)
        findEscaped(text, [&is](const TextRange &) { return !(is = true); });
    return is;
}

void SecretNeedles::find(QByteArrayView text, std::vector<TextRange> &ranges) const
{
    m_patterns.find(text, [&](qsizetype index, qsizetype at) {
        const SecretNeedle &needle = m_needles[size_t(index)];
        ranges.push_back(widened({at + needle.secret.begin, at + needle.secret.end}, text, needle));
        return true;
    });
    findEscaped(text, [&ranges](const TextRange &range) {
        ranges.push_back(range);
        return true;
    });
}

// Each is found from its first escape: what stands before that is as it is.
template <typename Found> void SecretNeedles::findEscaped(QByteArrayView text, Found found) const
{
    DeadEnds deadEnds;
    qsizetype backslash = nextOf('\\', text, 0);
    qsizetype percent = nextOf('%', text, 0);
    qsizetype plus = m_hasSpace ? nextOf('+', text, 0) : text.size();
    while (true) {
        const qsizetype at = std::min({backslash, percent, plus});
        if (at == text.size() || !findFrom(text, at, deadEnds, found))
            return;
        if (at == backslash)
            backslash = nextOf('\\', text, at + 1);
        else if (at == percent)
            percent = nextOf('%', text, at + 1);
        else
            plus = nextOf('+', text, at + 1);
    }
}

template <typename Found>
bool SecretNeedles::findFrom(QByteArrayView text, qsizetype escape, DeadEnds &deadEnds, Found found) const
{
    const auto glance = glanceAt(text, escape);
    const auto isNowhere = [this](quint8 byte) { return m_places[byte].empty(); };
    if (glance && std::all_of(glance->bytes.begin(), glance->bytes.begin() + glance->size, isNowhere))
        return true;
    Spellings spellings;
    appendSpellings(text, escape, spellings);
    for (const Spelling &spelling : std::as_const(spellings)) {
        if (spelling.size == 1 && spelling.length == 1 && spelling.bytes[0] == text[escape])
            continue; // no escape
        for (const Place &place : m_places[quint8(spelling.bytes[0])]) {
            const SecretNeedle &needle = m_needles[size_t(place.needle)];
            const qsizetype start = escape - place.index;
            if (start < 0
                || text.sliced(start, place.index) != QByteArrayView(needle.bytes).first(place.index))
                continue;
            Path path{place.index,
                      escape,
                      {start + std::min(place.index, needle.secret.begin),
                       start + std::min(place.index, needle.secret.end)}};
            const auto range =
                step(path, spelling, needle) ? follow(path, text, needle, deadEnds) : std::nullopt;
            if (range && !found(widened(*range, text, needle)))
                return false;
        }
    }
    return true;
}

// Goes over one spelling of the next bytes; false: they are others.
bool SecretNeedles::step(Path &path, const Spelling &spelling, const SecretNeedle &needle)
{
    if (!QByteArrayView(needle.bytes).sliced(path.index).startsWith(spelling.view()))
        return false;
    const bool wasBeforeEnd = path.index < needle.secret.end;
    path.index += spelling.size;
    path.at += spelling.length;
    if (path.index <= needle.secret.begin)
        path.secret.begin = path.at;
    if (wasBeforeEnd)
        path.secret.end = path.at;
    return true;
}

// A text may be read in more than one way: the longest that is the needle counts.
std::optional<TextRange> SecretNeedles::follow(const Path &start, QByteArrayView text,
                                               const SecretNeedle &needle, DeadEnds &deadEnds)
{
    std::optional<TextRange> longest;
    std::vector<Path> open{start};
    std::set<DeadEnds::Place> &dead = deadEnds.places[&needle];
    std::set<DeadEnds::Place> seen;
    while (!open.empty()) {
        const Path path = open.back();
        open.pop_back();
        if (path.index == needle.bytes.size()) {
            if (!longest || path.secret.end > longest->end)
                longest = path.secret;
            continue;
        }
        const DeadEnds::Place place{path.index, path.at};
        if (path.at == text.size() || dead.contains(place) || !seen.insert(place).second)
            continue;
        Spellings spellings;
        appendSpellings(text, path.at, spellings);
        for (const Spelling &spelling : std::as_const(spellings)) {
            Path next = path;
            if (step(next, spelling, needle))
                open.push_back(next);
        }
    }
    if (!longest)
        dead.merge(seen);
    return longest;
}

TextRange SecretNeedles::widened(TextRange range, QByteArrayView text, const SecretNeedle &needle)
{
    if (needle.opens && range.begin > 0 && isBase64(text[range.begin - 1]))
        --range.begin;
    if (needle.closes && range.end < text.size() && isBase64(text[range.end]))
        ++range.end;
    return range;
}

} // namespace weir
