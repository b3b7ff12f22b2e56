// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bubblecache.h"
#include "copyjob.h"
#include "intervals.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QTimer>

#include <memory>

class QToolButton;

namespace weir {

class Lens;

// A lens as a conversation: what was sent at the right, what was received at the left, what the line did
// between them. Lays out and paints only the rows on screen; where it stands is a row and the pixels of it
// that are scrolled out of sight. The lens and its reader belong to the page. Lives on the GUI thread.
class ConversationView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ConversationView(Lens *lens, QWidget *parent = nullptr);
    ~ConversationView() override;
    Q_DISABLE_COPY_MOVE(ConversationView)

    // Where expanded messages, pictures and copies have their bytes.
    void setReader(std::shared_ptr<CaptureReader> reader);
    Lens *lens() const { return m_lens; }

    bool isFollowing() const { return m_follow; }
    void setFollowing(bool follow); // true goes to the end

    quint64 currentSeq() const { return m_current; } // 0: none
    void setCurrentSeq(quint64 seq); // selects it alone and brings it into view
    void showSeq(quint64 seq); // the same, or the next one that is shown; no longer follows
    const Intervals &selection() const { return m_selection; } // of seqs
    void selectAll();
    QString selectedText() const; // characters of one message

    // Places with this text are marked; empty: none.
    void setHighlight(const QString &text);

    // Characters where some are selected, else the payloads of the selected messages, whole, read on the
    // pool; said() tells of it.
    void copy();
    void copyWithTime();
    void setExpanded(quint64 seq, bool expanded);

    // A row on screen, places in the viewport.
    struct Shown
    {
        quint64 row = 0;
        quint64 seq = 0;
        int y = 0;
        int height = 0;
        bool isKnown = false; // measured and not estimated
    };
    const std::vector<Shown> &shown() const { return m_shown; }
    const BubbleLayout *bubble(quint64 row) const { return m_bubbles->at(row); } // null while it is read
    const BubbleCache &bubbles() const { return *m_bubbles; }
    quint64 topRow() const { return m_top; }
    int topShift() const { return m_shift; }

    QSize sizeHint() const override { return {640, 420}; }

Q_SIGNALS:
    void currentChanged(quint64 seq);
    void selectionChanged();
    void followChanged(bool following);
    void activated(quint64 seq); // Return or double click: its detail
    void hexRequested(quint64 seq);
    void resendRequested(quint64 seq);
    void editRequested(quint64 seq);
    void replyRequested(const QByteArray &text); // what is selected of it, else the whole payload
    void saveRequested(quint64 seq);
    void showInLogRequested(quint64 seq);
    void resumeRequested(); // the chip of new messages was clicked while the lens is paused
    void said(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
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
    void onReset();
    void onRowsAppended();
    void onBubbleChanged(quint64 seq);
    void restyle();
    void readAhead();

    // Where it stands: conversationscroll.cpp.
    void arrange();
    void arrangeInPlace(); // heights have changed: what is read does not move
    void fillShown();
    void placeRow(quint64 row, int y);
    void placeAtEnd();
    bool isAtEnd() const;
    bool isScrollable() const;
    void setFollowState(bool follow);
    void scrollByPixels(qint64 pixels);
    void ensureVisible(quint64 row);
    double endPosition();
    void updateScrollBar();
    void updateNewRows();

    // What hands do: conversationinput.cpp.
    const Shown *shownAt(int y) const;
    const Shown *shownRow(quint64 row) const;
    BubbleLink linkAt(QPoint place) const;
    void openLink(BubbleLink link, quint64 seq);
    void pressText(const Shown &shown, QPoint place);
    void dragTo(QPoint place);
    void updateCursor(QPoint place);
    bool handleCommand(const QKeyEvent &event);
    bool handleMove(const QKeyEvent &event);
    void moveBy(qint64 rows, Qt::KeyboardModifiers modifiers);
    void moveByPage(int pages, Qt::KeyboardModifiers modifiers);
    void moveCurrent(quint64 row, Qt::KeyboardModifiers modifiers);
    bool extendText(int by, bool byWord);
    void setCurrent(quint64 seq);
    void selectTo(quint64 seq, Qt::KeyboardModifiers modifiers);
    void clearText();

    void popUpMenu(const Shown &shown, const QPoint &place);
    void startCopy(CopyJob::Form form, std::vector<EventColumn> columns);
    void reply(quint64 seq);

    // Characters of one message that are selected.
    struct TextRange
    {
        quint64 seq = 0; // 0: none
        int anchor = 0;
        int cursor = 0;
        int begin() const { return std::min(anchor, cursor); }
        int end() const { return std::max(anchor, cursor); }
    };

    Lens *m_lens;
    std::shared_ptr<CaptureReader> m_reader;
    BubbleCache *m_bubbles;
    QToolButton *m_newRows; // chip over the last rows
    std::vector<Shown> m_shown;
    quint64 m_top = 0;
    int m_shift = 0;
    quint64 m_seenRows = 0; // when following ended
    quint64 m_current = 0;
    quint64 m_anchor = 0; // where shift begins
    Intervals m_selection;
    TextRange m_text;
    QString m_highlight;
    quint64 m_expanding = 0; // was expanded while the view followed
    BubbleLink m_pressedLink = BubbleLink::None;
    std::unique_ptr<CopyJob> m_copy;
    std::shared_ptr<Delivery> m_reply;
    qreal m_wheel = 0; // pixels that do not make a whole one yet
    QBasicTimer m_drag; // the pointer is held outside
    QPoint m_dragPlace;
    QTimer m_pace; // what arrives is arranged at most once a frame
    QElapsedTimer m_sincePaint;
    bool m_follow = true;
    bool m_dragging = false;
    bool m_scrolling = false; // the scroll bar is moved by us
};

} // namespace weir
