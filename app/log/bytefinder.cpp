// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bytefinder.h"

#include <array>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define WEIR_WIDE 1
#endif

namespace weir {

namespace {
constexpr char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}
constexpr bool isLetter(char c)
{
    return folded(c) >= 'a' && folded(c) <= 'z';
}
constexpr char upper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c & ~0x20) : c;
}

// How common a byte is in the payloads of event streams, which are JSON mostly: 0 is seldom.
int commonness(char c)
{
    if (memchr("\":,. 0", c, 6))
        return 4;
    if ((c >= '1' && c <= '9') || memchr("{}[]_-/aeiorstn", c, 15))
        return 3;
    if (c >= 'a' && c <= 'z')
        return 2;
    return isLetter(c) ? 1 : 0;
}

// The first byte without regard to case; end where there is none.
const char *findFolded(const char *begin, const char *end, char lower)
{
    const char other = upper(lower);
    if (other == lower) {
        const void *hit = memchr(begin, lower, size_t(end - begin));
        return hit ? static_cast<const char *>(hit) : end;
    }
    while (begin != end && *begin != lower && *begin != other)
        ++begin;
    return begin;
}

bool processorIsWide()
{
#ifdef WEIR_WIDE
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}
}

ByteFinder::ByteFinder(QByteArray needle, bool caseSensitive)
    : m_needle(std::move(needle))
    , m_caseSensitive(caseSensitive)
    , m_wide(processorIsWide())
{
    Q_ASSERT(!m_needle.isEmpty());
    if (!caseSensitive) {
        for (char &c : m_needle)
            c = folded(c);
    }
    m_rareToo = m_needle.size() - 1;
    for (qsizetype i = 1; i < m_needle.size(); ++i) {
        if (commonness(m_needle[i]) < commonness(m_needle[m_rare]))
            m_rare = i;
    }
    if (m_rareToo == m_rare)
        m_rareToo = 0;
    for (qsizetype i = m_needle.size() - 1; i >= 0; --i) {
        if (i != m_rare && commonness(m_needle[i]) < commonness(m_needle[m_rareToo]))
            m_rareToo = i;
    }
}

const char *ByteFinder::find(const char *begin, const char *end) const
{
    return m_wide ? findWide(begin, end) : findPlain(begin, end);
}

bool ByteFinder::isAt(const char *place) const
{
    if (m_caseSensitive)
        return memcmp(place, m_needle.constData(), size_t(m_needle.size())) == 0;
    for (const char c : m_needle) {
        if (folded(*place++) != c)
            return false;
    }
    return true;
}

const char *ByteFinder::findPlain(const char *begin, const char *end) const
{
    if (end - begin < size())
        return end;
    if (m_caseSensitive) {
        const void *hit = memmem(begin, size_t(end - begin), m_needle.constData(), size_t(size()));
        return hit ? static_cast<const char *>(hit) : end;
    }
    const char *const last = end - size() + 1;
    while (true) {
        const char *hit = findFolded(begin + m_rare, last + m_rare, m_needle[m_rare]) - m_rare;
        if (hit == last)
            return end;
        if (isAt(hit))
            return hit;
        begin = hit + 1;
    }
}

#ifdef WEIR_WIDE
namespace {
// Which of 32 places have both rare bytes, in lower or upper case.
struct Filter
{
    __m256i lower;
    __m256i upper;
    __m256i lowerToo;
    __m256i upperToo;
};

__attribute__((target("avx2"))) inline __m256i load(const char *place)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i_u *>(place));
}

template <bool Fold>
__attribute__((target("avx2"))) inline quint32 candidates(const Filter &filter, const char *rare,
                                                          const char *rareToo)
{
    const __m256i a = load(rare);
    const __m256i b = load(rareToo);
    __m256i first = _mm256_cmpeq_epi8(a, filter.lower);
    __m256i second = _mm256_cmpeq_epi8(b, filter.lowerToo);
    if constexpr (Fold) {
        first = _mm256_or_si256(first, _mm256_cmpeq_epi8(a, filter.upper));
        second = _mm256_or_si256(second, _mm256_cmpeq_epi8(b, filter.upperToo));
    }
    return quint32(_mm256_movemask_epi8(_mm256_and_si256(first, second)));
}

// The first place in [begin, end) that passes the filter, in steps of 32 as long as they fit; the mask tells
// which of the 32. Places behind `begin` are read as far as end + rare bytes.
template <bool Fold>
__attribute__((target("avx2"))) const char *skip(const Filter &filter, const char *begin, const char *end,
                                                 qsizetype rare, qsizetype rareToo, quint32 &mask)
{
    mask = 0;
    for (; end - begin >= 32; begin += 32) {
        mask = candidates<Fold>(filter, begin + rare, begin + rareToo);
        if (mask)
            break;
    }
    return begin;
}

__attribute__((target("avx2"))) Filter makeFilter(char rare, char rareToo)
{
    return {_mm256_set1_epi8(rare), _mm256_set1_epi8(upper(rare)), _mm256_set1_epi8(rareToo),
            _mm256_set1_epi8(upper(rareToo))};
}
}

__attribute__((target("avx2"))) const char *ByteFinder::findWide(const char *begin, const char *end) const
{
    if (end - begin < size() + 32)
        return findPlain(begin, end);
    const Filter filter = makeFilter(m_needle[m_rare], m_needle[m_rareToo]);
    const char *const last = end - size() + 1; // where a needle can begin, exclusive
    while (true) {
        quint32 mask = 0;
        begin = m_caseSensitive ? skip<false>(filter, begin, last, m_rare, m_rareToo, mask)
                                : skip<true>(filter, begin, last, m_rare, m_rareToo, mask);
        if (!mask)
            return findPlain(begin, end);
        for (; mask; mask &= mask - 1) {
            const char *place = begin + __builtin_ctz(mask);
            if (isAt(place))
                return place;
        }
        begin += 32;
    }
}
#else
const char *ByteFinder::findWide(const char *begin, const char *end) const
{
    return findPlain(begin, end);
}
#endif

} // namespace weir
