// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QList>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace weir {

// A piece of text laid out in a width, of at most so many lines. Never rich text. Its colours come with its
// formats; what has none is painted in the painter's pen. Long text is laid out in chunks of some lines each,
// and not before they are seen where their height is known without: Qt's layout of all would be felt.
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
    int length() const { return int(m_text.size()); }
    QString text() const; // as shown, lines parted by LF

    // Places are relative to the block's upper left corner.
    int positionAt(QPointF place) const; // the nearest between two characters
    int characterAt(QPointF place) const; // -1 beside the text
    void wordAt(int position, int &begin, int &end) const;
    int steppedFrom(int position, int by, bool byWord) const; // a character or a word on or back
    void paint(QPainter &painter, QPointF place, const Formats &marks, const QRectF &clip) const;

private:
    struct Chunk
    {
        int begin = 0; // in the text
        int length = 0; // without the end of its last line
        qreal y = 0;
        QSizeF size;
        std::unique_ptr<QTextLayout> layout; // null: of plain lines, not seen yet
    };
    struct PlainLines; // what lines of a fixed font measure
    void splitUp();
    void endWithItsLine(Chunk &chunk) const;
    void cutTo(int mostLines);
    void place();
    bool measurePlain(Chunk &chunk, const PlainLines &plain) const;
    int layOut(Chunk &chunk, int mostLines) const;
    const QTextLayout &layoutOf(const Chunk &chunk) const;
    const Chunk &chunkAt(qreal y) const;
    const Chunk &chunkOf(int position) const;
    static Formats slice(const Formats &formats, const Chunk &chunk);

    QString m_text; // lines parted by QChar::LineSeparator
    const QFont m_font;
    Formats m_formats;
    mutable std::vector<Chunk> m_chunks;
    QSizeF m_size;
    qreal m_width = 0;
    qreal m_tab = 0;
    bool m_isRightToLeft = false;
    bool m_isCut = false;
};

} // namespace weir
