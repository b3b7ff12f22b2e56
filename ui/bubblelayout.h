// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bubblecontent.h"
#include "textblock.h"

#include <QImage>
#include <QRect>

#include <memory>

class QPainter;

namespace weir {

struct Theme;

// Fonts and colours that rows are laid out with; a change of one means to lay out anew.
struct BubbleStyle
{
    QFont text;
    QFont fixed; // JSON, hexadecimal
    QFont small; // lines of the system
    QFont info; // the last line of a bubble
    const Theme *theme = nullptr;

    static BubbleStyle of(const QWidget *widget);
    int estimatedHeight() const; // of a row that is not read yet
};

// One row of a conversation laid out in the width of the view: where its parts are, and how they are painted.
// All places are relative to the row's upper left corner. GUI thread.
class BubbleLayout final
{
public:
    static constexpr int collapsedLines = 6;
    static constexpr int margin = 18; // at both sides of the view
    static constexpr int gap = 8; // above each row

    BubbleLayout(BubbleContent content, const BubbleStyle &style, int width, QImage picture = {});
    Q_DISABLE_COPY_MOVE(BubbleLayout)

    const BubbleContent &content() const { return m_content; }
    const QImage &picture() const { return m_picture; }
    int height() const { return m_height; }
    QRect bubble() const { return m_bubble; }
    int cost() const; // of keeping it: roughly characters

    BubbleLink linkAt(QPoint place) const;
    // In the text of a message, which can be selected; systems' lines have none.
    bool isOnText(QPoint place) const;
    int positionAt(QPoint place) const;
    void wordAt(QPoint place, int &begin, int &end) const;
    int steppedFrom(int position, int by, bool byWord) const; // a character or a word on or back
    QString textBetween(int begin, int end) const;
    int textLength() const;

    struct Marks
    {
        bool isCurrent = false; // and has the keyboard
        bool isSelected = false;
        int selectionBegin = 0; // characters
        int selectionEnd = 0;
        QString found; // find in conversation
    };
    void paint(QPainter &painter, QPoint place, const Marks &marks, const QRect &clip) const;
    // What stands in for a row that is still read.
    static void paintPlaceholder(QPainter &painter, const Theme &theme, const QRect &row);

private:
    void layOutDay(int width);
    void layOutLine(int width);
    void layOutBubble(int width);
    TextBlock::Formats jsonFormats() const;
    std::unique_ptr<TextBlock> linkBlock(const BubbleContent::Line &line, const QFont &font) const;
    QColor textColour() const;
    TextBlock::Formats formatsOf(const Marks &marks, const QRect &clip) const;
    void paintPill(QPainter &painter, QPoint place, const QRect &pill, const TextBlock &block,
                   const QColor &colour) const;
    void paintFrame(QPainter &painter, const QRect &frame, const Marks &marks) const;

    BubbleContent m_content;
    const BubbleStyle m_style;
    QImage m_picture;
    std::unique_ptr<TextBlock> m_day;
    std::unique_ptr<TextBlock> m_text;
    std::unique_ptr<TextBlock> m_hex;
    std::unique_ptr<TextBlock> m_info;
    BubbleContent::Line m_infoLine;
    QRect m_dayPill;
    QRect m_bubble; // or the pill of a system's line
    QPoint m_textPlace;
    QPoint m_picturePlace;
    QPoint m_hexPlace;
    QPoint m_infoPlace;
    int m_height = 0;
};

} // namespace weir
