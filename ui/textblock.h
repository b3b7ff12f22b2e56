// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QList>
#include <QTextLayout>

class QPainter;

namespace weir {

// A piece of text laid out in a width, of at most so many lines. Never rich text. Its colours come with its
// formats; what has none is painted in the painter's pen.
class TextBlock final
{
public:
    using Formats = QList<QTextLayout::FormatRange>;

    TextBlock(const QString &text, const QFont &font, Formats formats = {});
    Q_DISABLE_COPY_MOVE(TextBlock)

    // JSON and hexadecimal run from left to right whatever letters they hold.
    void setLeftToRight() { m_isRightToLeft = false; }
    // `mostLines` 0: all. Text that does not fit ends with an ellipsis.
    void layOut(qreal width, int mostLines);
    bool isCut() const { return m_isCut; }
    QSizeF size() const { return m_size; }
    int length() const { return int(m_layout.text().size()); }
    QString text() const; // as shown, lines parted by LF

    // Places are relative to the block's upper left corner.
    int positionAt(QPointF place) const; // the nearest between two characters
    int characterAt(QPointF place) const; // -1 beside the text
    void wordAt(int position, int &begin, int &end) const;
    int steppedFrom(int position, int by, bool byWord) const; // a character or a word on or back
    void paint(QPainter &painter, QPointF place, const Formats &marks, const QRectF &clip) const;

private:
    int breakLines(qreal width, int mostLines);
    QTextLine lineAt(qreal y) const;

    QTextLayout m_layout;
    Formats m_formats;
    QSizeF m_size;
    qreal m_tab = 0;
    bool m_isRightToLeft = false;
    bool m_isCut = false;
};

} // namespace weir
