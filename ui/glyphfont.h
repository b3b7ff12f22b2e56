// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "eventformat.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QRawFont>

#include <array>
#include <vector>

class QPainter;

namespace weir {

// Paints one line of text in one font. Plain characters (ASCII and a few marks of ours) are painted glyph by
// glyph: nothing is shaped and nothing allocated. All other text is laid out by Qt.
class GlyphFont final
{
public:
    explicit GlyphFont(const QFont &font);

    const QFontMetricsF &metrics() const { return m_metrics; }
    // The text, cut with an ellipsis where it is wider than the rectangle, centred vertically in it.
    void paint(QPainter &painter, const QRect &rect, Qt::Alignment horizontal, Chars &text);
    qreal width(const Chars &text) const;

private:
    struct Glyph
    {
        quint32 index = 0; // 0: the font has none
        qreal advance = 0;
    };
    const Glyph *glyph(char16_t c) const;
    bool isPlain(const Chars &text) const;
    void cut(Chars &text, qreal width) const;
    void paintPlain(QPainter &painter, QPointF place, const Chars &text);

    QFont m_font;
    QFontMetricsF m_metrics;
    std::array<Glyph, 128> m_ascii;
    std::vector<std::pair<char16_t, Glyph>> m_marks;
    QGlyphRun m_run;
    QVarLengthArray<quint32, 512> m_indexes; // what the run refers to
    QVarLengthArray<QPointF, 512> m_places;
};

} // namespace weir
