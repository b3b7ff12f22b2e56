// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretmask.h"

#include <algorithm>

namespace weir {

namespace {
constexpr QByteArrayView bullets("•••");

bool isHostCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}
}

bool Secrets::add(const Secrets &more)
{
    const qsizetype before = values.size() + places.size();
    for (const QByteArray &value : more.values) {
        if (!values.contains(value))
            values.append(value);
    }
    for (const SecretPlace &place : more.places) {
        if (!places.contains(place))
            places.append(place);
    }
    return values.size() + places.size() > before;
}

SecretMask::SecretMask(const Secrets &secrets)
{
    std::vector<SecretNeedle> values;
    for (const QByteArray &value : secrets.values)
        addValue(value, values);
    m_values = SecretNeedles(std::move(values));
    std::vector<SecretNeedle> places;
    for (const SecretPlace &place : secrets.places) {
        const QByteArray bytes = place.before + place.value + place.after;
        const qsizetype begin = place.before.size();
        if (!place.value.isEmpty() && bytes.size() >= 2)
            places.push_back({bytes, {begin, begin + place.value.size()}});
    }
    m_places = SecretNeedles(std::move(places));
}

void SecretMask::addValue(const QByteArray &secret, std::vector<SecretNeedle> &needles)
{
    const QByteArray value = secret.trimmed(); // as headers are
    if (value.size() < leastSize)
        return;
    const auto add = [&needles](const QByteArray &bytes, bool opens = false, bool closes = false) {
        needles.push_back({bytes, {0, bytes.size()}, opens, closes});
    };
    add(value);
    // the host of a URL is made lower case
    const QByteArray lower = value.toLower();
    if (lower != value && std::all_of(value.begin(), value.end(), isHostCharacter))
        add(lower);
    // Six bits make a character: where the value begins in the encoded bytes decides what it looks like.
    for (qsizetype shift = 0; shift < 3; ++shift) {
        const QByteArray whole = QByteArray(QByteArray(shift, '\0') + value).toBase64();
        const qsizetype begin = (shift * 8 + 5) / 6;
        const qsizetype bits = (shift + value.size()) * 8;
        const QByteArray core = whole.mid(begin, bits / 6 - begin);
        add(core, shift != 0, bits % 6 != 0);
        QByteArray forUrls = core;
        forUrls.replace('+', '-').replace('/', '_');
        if (forUrls != core)
            add(forUrls, shift != 0, bits % 6 != 0);
    }
}

bool SecretMask::isIn(QByteArrayView text, Origin origin) const
{
    return m_values.isIn(text) || (origin == Origin::Ourselves && m_places.isIn(text));
}

std::optional<QByteArray> SecretMask::apply(QByteArrayView text, Origin origin) const
{
    std::vector<TextRange> ranges;
    m_values.find(text, ranges);
    if (origin == Origin::Ourselves)
        m_places.find(text, ranges);
    if (ranges.empty())
        return std::nullopt;
    std::sort(ranges.begin(), ranges.end(),
              [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; });
    QByteArray masked;
    qsizetype done = 0;
    for (const TextRange &range : ranges) {
        if (range.begin > done || masked.isEmpty()) {
            masked.append(text.sliced(done, range.begin - done));
            masked.append(bullets);
        }
        done = std::max(done, range.end);
    }
    masked.append(text.sliced(done));
    return masked;
}

QString SecretMask::masked(const QString &text) const
{
    return isEmpty() ? text : QString::fromUtf8(masked(text.toUtf8()));
}

QByteArray SecretMask::masked(const QByteArray &text) const
{
    return apply(text, Origin::Ourselves).value_or(text);
}

} // namespace weir
