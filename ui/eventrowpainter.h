// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "eventcolumns.h"
#include "glyphfont.h"

#include <QHash>
#include <QPen>
#include <QPixmap>
#include <QRect>

class QPainter;

namespace weir {

struct Theme;

// Paints the cells of one row. Fonts, pens and buffers are kept between rows: plain text costs no allocation.
class EventRowPainter final
{
public:
    EventRowPainter();

    void setFonts(const QFont &text, const QFont &fixed);
    int rowHeight() const;

    struct Cell
    {
        EventColumn column;
        QRect rect;
    };
    // A colour for the name of events of a feed: always the same for the same name.
    static QColor nameColour(const Theme &theme, QByteArrayView name);
    static QColor kindColour(const Theme &theme, Kind kind);

    void paintCell(QPainter &painter, const Theme &theme, const Cell &cell, const Lens::Row &row,
                   const QString &connection, bool besideKinds);
    // What a column needs to show the row whole.
    int widthOf(EventColumn column, const Lens::Row &row, const QString &connection);
    // What stands in for a row that is still read.
    void paintPlaceholder(QPainter &painter, const Theme &theme, const QRect &rect) const;

private:
    const QPen &pen(const QColor &colour);
    const QPixmap &dot(const QColor &colour, qreal pixelRatio);

    GlyphFont m_text;
    GlyphFont m_fixed;
    QHash<QRgb, QPen> m_pens;
    QHash<QRgb, QPixmap> m_dots;
    Chars m_chars;
};

} // namespace weir
