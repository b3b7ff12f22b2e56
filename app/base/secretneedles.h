// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "patternset.h"
#include "spelling.h"

#include <QByteArray>

#include <array>
#include <optional>
#include <vector>

namespace weir {

struct TextRange
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

// One form of a secret: what is looked for, and which part of it is the secret.
struct SecretNeedle
{
    QByteArray bytes; // two at least
    TextRange secret = {};
    // base64: whether the character before, and the one behind, holds a few bits of the secret too
    bool opens = false;
    bool closes = false;
};

// Finds secrets however each of their bytes is escaped. Immutable: any number of threads may use it.
class SecretNeedles final
{
public:
    SecretNeedles() = default;
    explicit SecretNeedles(std::vector<SecretNeedle> needles);

    bool isEmpty() const { return m_needles.empty(); }
    bool isIn(QByteArrayView text) const;
    // Appends where they are, in no order.
    void find(QByteArrayView text, std::vector<TextRange> &ranges) const;

private:
    struct Place
    {
        qsizetype needle = 0;
        qsizetype index = 0;
    };
    struct Path;
    struct DeadEnds;
    template <typename Found> void findEscaped(QByteArrayView text, Found found) const;
    template <typename Found>
    bool findFrom(QByteArrayView text, qsizetype escape, DeadEnds &deadEnds, Found found) const;
    static bool step(Path &path, const Spelling &spelling, const SecretNeedle &needle);
    static std::optional<TextRange> follow(const Path &start, QByteArrayView text, const SecretNeedle &needle,
                                           DeadEnds &deadEnds);
    static TextRange widened(TextRange range, QByteArrayView text, const SecretNeedle &needle);

    std::vector<SecretNeedle> m_needles;
    PatternSet m_patterns;
    std::array<std::vector<Place>, 256> m_places; // of each byte in the needles
    bool m_hasSpace = false;
};

} // namespace weir
