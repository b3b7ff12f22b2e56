// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secretneedles.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace weir {

// Where a value was put, and what stands around it: “X-Pin: ” and “\n”, or “?pin=” and “&”. UTF-8, not
// escaped.
struct SecretPlace
{
    QByteArray before;
    QByteArray value;
    QByteArray after;

    bool operator==(const SecretPlace &) const = default;
};

// What the log of a connection must not tell. UTF-8.
struct Secrets
{
    // Looked for in everything. Those of less than eight bytes would be found by chance; they need places.
    QList<QByteArray> values;
    // Looked for in what we wrote ourselves; two bytes at least with what stands around.
    QList<SecretPlace> places;

    bool isEmpty() const { return values.isEmpty() && places.isEmpty(); }
    // True: there was something new.
    bool add(const Secrets &more);
    bool operator==(const Secrets &) const = default;
};

// Replaces secrets by bullets: as they are, in base64 (also within a larger one, as Basic has it), escaped
// for a URL or for JSON, wholly or in part, one also in the other. What it cannot see: a secret that comes in
// two pieces, compressed, encrypted, hashed, or encoded in ways not named here. Immutable: any number of
// threads may use it.
class SecretMask final
{
public:
    SecretMask() = default;
    explicit SecretMask(const Secrets &secrets);

    static constexpr qsizetype leastSize = 8; // bytes, of a value that is looked for everywhere

    enum class Origin { Peer, Ourselves }; // who wrote the text

    bool isEmpty() const { return m_values.isEmpty() && m_places.isEmpty(); }
    // Whether apply() would change it, or a part of it.
    bool isIn(QByteArrayView text, Origin origin) const;
    // The text without secrets; nothing where it has none.
    std::optional<QByteArray> apply(QByteArrayView text, Origin origin) const;
    // The same for what we wrote ourselves: a name, a sentence.
    QString masked(const QString &text) const;
    QByteArray masked(const QByteArray &text) const;

private:
    static void addValue(const QByteArray &secret, std::vector<SecretNeedle> &needles);

    SecretNeedles m_values;
    SecretNeedles m_places;
};

} // namespace weir
