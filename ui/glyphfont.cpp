// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glyphfont.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace weir {

namespace {
constexpr char16_t ellipsis = u'…';
constexpr char16_t marks[] = u"…−↓↑•⟪⟫␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟␡";
constexpr qreal leastGlyphWidth = 2; // pixels: more characters than width / 2 are never seen
constexpr qreal tolerance = 0.01; // of sums of advances
}

GlyphFont::GlyphFont(const QFont &font)
    : m_font(font)
    , m_metrics(font)
{
    const QRawFont raw = QRawFont::fromFont(font);
    m_run.setRawFont(raw);
    // Advances as layout rounds them; a font that is shaped in other widths is not painted glyph by glyph.
    const auto find = [&](char16_t c) {
        const QChar character(c);
        quint32 index = 0;
        int found = 1;
        if (!raw.isValid() || !raw.glyphIndexesForChars(&character, 1, &index, &found) || found == 0)
            return Glyph{};
        return Glyph{index, m_metrics.horizontalAdvance(character)};
    };
    for (char16_t c = 0x20; c < 0x7f; ++c)
        m_ascii[c] = find(c);
    for (const char16_t c : marks) {
        if (const Glyph found = c ? find(c) : Glyph{}; found.index)
            m_marks.emplace_back(c, found);
    }
}

void GlyphFont::paint(QPainter &painter, const QRect &rect, Qt::Alignment horizontal, Chars &text)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    text.resize(std::min(text.size(), qsizetype(rect.width() / leastGlyphWidth) + 2));
    const bool plain = isPlain(text);
    QString laidOut;
    qreal wide = 0;
    if (plain) {
        cut(text, rect.width());
        wide = width(text);
    } else {
        laidOut = m_metrics.elidedText(QStringView(text).toString(), Qt::ElideRight, rect.width());
        wide = m_metrics.horizontalAdvance(laidOut);
    }
    qreal x = rect.x();
    if (horizontal & Qt::AlignRight)
        x += rect.width() - wide;
    else if (horizontal & Qt::AlignHCenter)
        x += (rect.width() - wide) / 2;
    const qreal baseline = rect.y() + (rect.height() - m_metrics.height()) / 2 + m_metrics.ascent();
    const QPointF place(std::round(x), std::round(baseline));
    if (plain) {
        paintPlain(painter, place, text);
        return;
    }
    painter.setFont(m_font);
    painter.drawText(place, laidOut);
}

qreal GlyphFont::width(const Chars &text) const
{
    if (!isPlain(text))
        return m_metrics.horizontalAdvance(QStringView(text).toString());
    qreal wide = 0;
    for (const char16_t c : text)
        wide += glyph(c)->advance;
    return wide;
}

const GlyphFont::Glyph *GlyphFont::glyph(char16_t c) const
{
    if (c < m_ascii.size())
        return m_ascii[c].index ? &m_ascii[c] : nullptr;
    for (const auto &[mark, found] : m_marks) {
        if (mark == c)
            return &found;
    }
    return nullptr;
}

bool GlyphFont::isPlain(const Chars &text) const
{
    return glyph(ellipsis) && std::all_of(text.begin(), text.end(), [this](char16_t c) { return glyph(c); });
}

void GlyphFont::cut(Chars &text, qreal width) const
{
    const qreal room = width + tolerance;
    const qreal mark = glyph(ellipsis)->advance;
    qreal wide = 0;
    qsizetype kept = 0; // that leave room for the ellipsis
    for (qsizetype i = 0; i < text.size(); ++i) {
        wide += glyph(text[i])->advance;
        if (wide + mark <= room)
            kept = i + 1;
        if (wide > room) {
            text.resize(kept);
            if (mark <= room)
                text.append(ellipsis);
            return;
        }
    }
}

void GlyphFont::paintPlain(QPainter &painter, QPointF place, const Chars &text)
{
    m_indexes.resize(text.size());
    m_places.resize(text.size());
    qreal x = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const Glyph *found = glyph(text[i]);
        m_indexes[i] = found->index;
        m_places[i] = QPointF(x, 0);
        x += found->advance;
    }
    m_run.setRawData(m_indexes.constData(), m_places.constData(), int(text.size()));
    painter.drawGlyphRun(place, m_run);
}

} // namespace weir
