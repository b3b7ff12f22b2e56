// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "copyjob.h"
#include "eventcolumns.h"
#include "eventrowpainter.h"
#include "intervals.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <memory>

class QToolButton;

namespace weir {

class CaptureReader;
class EventHeader;
class GoToBox;
class Lens;

// The big table: paints the visible rows of a lens and scrolls by row number, so that nothing is kept or done
// per row. Owns current row and selection (as seqs: they outlive a filter); the lens and its reader belong to
// the page. Lives on the GUI thread.
class EventTable final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit EventTable(Lens *lens, std::vector<EventColumn> columns, QWidget *parent = nullptr);
    ~EventTable() override;
    Q_DISABLE_COPY_MOVE(EventTable)

    // Where connections have their names and copied rows their bytes.
    void setReader(std::shared_ptr<CaptureReader> reader);
    Lens *lens() const { return m_lens; }
    EventHeader *header() const { return m_header; }
    const std::vector<EventColumn> &columns() const;
    // What the page can do with a row: its menu offers no more.
    struct Offers
    {
        std::vector<EventColumn> filters;
        bool search = false;
        bool showInLog = false;
    };
    void setOffers(Offers offers) { m_offers = std::move(offers); }

    // Widths, order and visibility of the columns.
    QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state);

    bool isFollowing() const { return m_follow; }
    void setFollowing(bool follow); // true goes to the end

    quint64 currentSeq() const { return m_current; } // 0: none
    void setCurrentSeq(quint64 seq); // selects it alone and brings it into view
    // The row of this number, or the next one that is shown; no longer follows. Nothing where there is none.
    void goTo(quint64 seq);
    void askWhereToGo();
    const Intervals &selection() const { return m_selection; } // of seqs
    void selectAll();

    // Copies read on the pool and end with copied(). At most copyRows rows and copyBytes bytes of text.
    static constexpr quint64 copyRows = 100'000;
    static constexpr qsizetype copyBytes = 64 * 1024 * 1024;
    void copy(CopyJob::Form form); // Text: the visible columns
    void copyRowsAsText() { copy(CopyJob::Form::Text); }
    void copyPayloads() { copy(CopyJob::Form::Payloads); }

    quint64 topRow() const { return m_top; }
    int topShift() const { return m_shift; } // pixels of it that are scrolled out of sight
    int rowHeight() const { return m_painter.rowHeight(); }
    int visibleRows() const; // whole ones
    quint64 rowAt(int y) const; // of the viewport; rowCount() where there is none
    QRect cellRect(quint64 row, int column) const; // in the viewport; null where not visible
    QString text(quint64 row, int column) const; // null while a row is read
    QString title(int column) const;

    QSize sizeHint() const override { return {640, 320}; }

Q_SIGNALS:
    void currentChanged(quint64 seq);
    void activated(quint64 seq); // Return or double click
    void selectionChanged();
    void followChanged(bool following);
    void resumeRequested(); // the chip of new rows was clicked while the lens is paused
    void copied(quint64 rows, bool cut); // the text is on the clipboard; `cut`: a limit ended it
    // Out of the menu of a row: only rows that have in this column what `row` has; rows with this text in
    // their payload; this row among those of all connections.
    void filterRequested(weir::EventColumn column, const weir::Event &event);
    void searchRequested(const QString &text);
    void showInLogRequested(quint64 seq);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void buildHeader();
    void layoutParts();
    void onReset();
    void onRowsAppended();
    void fitColumn(int column);
    void popUpMenu(quint64 row, int column, const QPoint &place);

    quint64 maxTop() const;
    void scrollTo(quint64 top);
    void scrollByUser(qint64 rows);
    void scrollByPixels(qint64 pixels);
    void centre(quint64 seq);
    void ensureVisible(quint64 row);
    void updateScrollBars();
    void updateNewRows();
    void widenNumbers();
    void updateSoon();

    void moveCurrent(quint64 row, Qt::KeyboardModifiers modifiers);
    void moveBy(qint64 rows, Qt::KeyboardModifiers modifiers);
    bool handleMove(const QKeyEvent &event);
    bool handleCommand(QKeyEvent &event);
    void dragTo(int y);
    void setCurrent(quint64 seq);
    void selectTo(quint64 seq, Qt::KeyboardModifiers modifiers);

    const QString &connectionName(quint32 id) const;
    void paintRow(QPainter &painter, quint64 row, const QRect &rect);

    Lens *m_lens;
    std::shared_ptr<CaptureReader> m_reader;
    EventHeader *m_header;
    QWidget *m_corner; // beside the header, over the scroll bar
    QToolButton *m_newRows; // chip over the last rows
    GoToBox *m_goTo = nullptr; // made when it is asked for
    Offers m_offers;
    EventRowPainter m_painter;
    mutable QHash<quint32, QString> m_names; // of connections
    quint64 m_top = 0;
    int m_shift = 0;
    quint64 m_seenRows = 0; // when following ended
    quint64 m_widest = 0; // number that was looked at for the width of its column
    quint64 m_current = 0;
    quint64 m_anchor = 0; // where shift begins
    Intervals m_selection;
    std::unique_ptr<CopyJob> m_copy;
    qreal m_wheel = 0; // pixels that do not make a whole one yet
    QBasicTimer m_drag; // the pointer is held outside
    int m_dragY = 0;
    QTimer m_pace; // what arrives is painted at most once a frame
    QElapsedTimer m_sincePaint;
    bool m_follow = true;
    bool m_scrolling = false; // the scroll bar is moved by us
};

} // namespace weir
