// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractScrollArea>
#include <QByteArray>

#include <algorithm>

namespace weir {

// Bytes as offset, in hexadecimal and in ASCII, sixteen a line or as many as there is room for; only visible
// lines are painted.
class HexView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit HexView(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HexView)

    void setBytes(const QByteArray &bytes);
    int bytesPerLine() const { return m_perLine; }
    QString line(qsizetype index) const; // as it is shown and copied
    qsizetype selectionStart() const { return std::min(m_anchor, m_cursor); }
    qsizetype selectionEnd() const
    {
        return m_bytes.isEmpty() ? 0 : std::max(m_anchor, m_cursor) + 1;
    } // exclusive
    void selectAll();
    void copy() const; // the selected bytes in hexadecimal
    void copyText() const; // as UTF-8

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    qsizetype lineCount() const { return (m_bytes.size() + m_perLine - 1) / m_perLine; }
    int hexPlace(int index) const;
    int visibleLines() const;
    void updateScrollBars();
    void moveCursor(qsizetype to, bool extend);
    qsizetype byteAt(QPoint place) const;
    void paintLine(QPainter &painter, qsizetype index, int y) const;

    QByteArray m_bytes;
    qsizetype m_anchor = 0;
    qsizetype m_cursor = 0;
    int m_perLine = 16;
    int m_lineHeight = 16;
    qreal m_advance = 7;
};

} // namespace weir
