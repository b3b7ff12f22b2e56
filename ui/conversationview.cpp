// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversationview.h"

#include "conversationaccessible.h"
#include "delivery.h"
#include "format.h"
#include "theme.h"

#include "log/capturereader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>

namespace weir {

namespace {
constexpr quint64 copyRows = 100'000;
constexpr qsizetype copyBytes = 64 * 1024 * 1024;
constexpr quint64 ahead = 24; // rows read beyond both ends of the screen
}

ConversationView::ConversationView(Lens *lens, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_lens(lens)
    , m_bubbles(new BubbleCache(lens, this))
    , m_newRows(new QToolButton(this))
{
    installConversationAccessible();
    setAccessibleName(tr("Conversation"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    m_pace.setSingleShot(true);
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(&m_pace, &QTimer::timeout, this, &ConversationView::arrange);
    m_newRows->hide();
    m_newRows->setFocusPolicy(Qt::NoFocus);
    m_newRows->setProperty("tone", QStringLiteral("primary"));
    m_newRows->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(m_newRows, &QToolButton::clicked, this, [this] {
        if (m_lens->isPaused())
            Q_EMIT resumeRequested();
        setFollowing(true);
    });
    connect(m_lens, &Lens::reset, this, &ConversationView::onReset);
    connect(m_lens, &Lens::rowsAppended, this, &ConversationView::onRowsAppended);
    connect(m_lens, &Lens::rowsLoaded, this, &ConversationView::arrangeInPlace);
    connect(m_lens, &Lens::searchProgressed, this, &ConversationView::updateNewRows);
    connect(m_bubbles, &BubbleCache::changed, this, &ConversationView::onBubbleChanged);
    restyle();
}

ConversationView::~ConversationView()
{
    if (m_reply)
        m_reply->cancel();
}

void ConversationView::setReader(std::shared_ptr<CaptureReader> reader)
{
    m_copy.reset();
    m_reader = std::move(reader);
    m_bubbles->setReader(m_reader);
    arrange();
}

void ConversationView::setCurrentSeq(quint64 seq)
{
    clearText();
    selectTo(seq, Qt::NoModifier);
    setCurrent(seq);
    if (seq != 0 && m_lens->rowCount() > 0)
        ensureVisible(std::min(m_lens->rowOf(seq), m_lens->rowCount() - 1));
}

void ConversationView::showSeq(quint64 seq)
{
    const quint64 rows = m_lens->rowCount();
    if (rows == 0)
        return;
    const quint64 row = std::min(m_lens->rowOf(seq), rows - 1);
    setFollowing(false);
    clearText();
    selectTo(m_lens->seqAt(row), Qt::NoModifier);
    setCurrent(m_lens->seqAt(row));
    const Shown *shown = shownRow(row);
    if (!shown || shown->y < 0 || shown->y + shown->height > viewport()->height()) {
        placeRow(row, std::max(0, (viewport()->height() - m_bubbles->height(row)) / 2));
        arrange();
    }
}

void ConversationView::selectAll()
{
    const quint64 rows = m_lens->rowCount();
    m_selection.clear();
    clearText();
    if (rows > 0)
        m_selection.add(m_lens->seqAt(0), m_lens->seqAt(rows - 1));
    viewport()->update();
    Q_EMIT selectionChanged();
}

QString ConversationView::selectedText() const
{
    if (m_text.seq == 0 || m_text.anchor == m_text.cursor)
        return {};
    const quint64 row = m_lens->rowOf(m_text.seq);
    const BubbleLayout *layout = m_lens->seqAt(row) == m_text.seq ? m_bubbles->at(row) : nullptr;
    return layout ? layout->textBetween(m_text.begin(), m_text.end()) : QString();
}

void ConversationView::setHighlight(const QString &text)
{
    if (text == m_highlight)
        return;
    m_highlight = text;
    viewport()->update();
}

void ConversationView::copy()
{
    const QString text = selectedText();
    if (text.isEmpty()) {
        startCopy(CopyJob::Form::Payloads, {});
        return;
    }
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT said(tr("Copied the selected text."));
}

void ConversationView::copyWithTime()
{
    startCopy(CopyJob::Form::Text, {EventColumn::Time, EventColumn::Direction, EventColumn::Data});
}

void ConversationView::startCopy(CopyJob::Form form, std::vector<EventColumn> columns)
{
    if (m_selection.isEmpty() || !m_reader)
        return;
    CopyJob::Options options{form, std::move(columns), copyRows, copyBytes};
    m_copy = std::make_unique<CopyJob>(m_lens, m_reader, m_selection, std::move(options));
    connect(m_copy.get(), &CopyJob::finished, this, [this](const QString &text, quint64 rows, bool cut) {
        QGuiApplication::clipboard()->setText(text);
        Q_EMIT said(copiedText(rows, cut));
    });
    m_copy->start();
}

void ConversationView::reply(quint64 seq)
{
    if (const QString text = selectedText(); !text.isEmpty() && m_text.seq == seq) {
        Q_EMIT replyRequested(text.toUtf8());
        return;
    }
    if (!m_reader)
        return;
    if (m_reply)
        m_reply->cancel();
    m_reply = std::make_shared<Delivery>(this);
    QThreadPool::globalInstance()->start([this, delivery = m_reply, reader = m_reader, seq] {
        const Expected<Event> event = reader->event(seq);
        delivery->deliver([this, delivery, event] {
            if (delivery->isCancelled())
                return;
            if (event)
                Q_EMIT replyRequested(event->payload);
            else
                Q_EMIT said(errorText(event.error()));
        });
    });
}

void ConversationView::setExpanded(quint64 seq, bool expanded)
{
    clearText();
    const quint64 row = m_lens->rowOf(seq);
    const BubbleLayout *layout = m_lens->seqAt(row) == seq ? m_bubbles->at(row) : nullptr;
    if (!m_reader || !layout || !layout->content().isExpandable())
        return;
    if (expanded) {
        // It is read from its beginning, which would be carried away.
        m_expanding = m_follow ? seq : 0;
        setFollowState(false);
        m_bubbles->expanded().expand(seq);
    } else if (m_bubbles->expanded().isExpanded(seq)) {
        m_bubbles->expanded().collapse(seq);
        ensureVisible(row);
    }
}

void ConversationView::onBubbleChanged(quint64 seq)
{
    arrangeInPlace();
    if (seq != m_expanding)
        return;
    m_expanding = 0;
    setFollowState(isAtEnd());
}

void ConversationView::restyle()
{
    m_bubbles->setStyle(BubbleStyle::of(this));
    arrangeInPlace();
}

void ConversationView::onReset()
{
    m_copy.reset();
    m_bubbles->clear();
    m_shown.clear();
    m_shift = 0;
    m_seenRows = m_lens->rowCount();
    if (!m_follow && m_seenRows > 0) {
        const quint64 row = m_current == 0 ? 0 : std::min(m_lens->rowOf(m_current), m_seenRows - 1);
        placeRow(row, (viewport()->height() - m_bubbles->height(row)) / 2);
    }
    arrange();
}

void ConversationView::onRowsAppended()
{
    if (!isVisible()) // showEvent() looks again
        return;
    constexpr int frame = 16; // ms
    const qint64 since = m_sincePaint.isValid() ? m_sincePaint.elapsed() : frame;
    if (since >= frame)
        arrange();
    else if (!m_pace.isActive())
        m_pace.start(int(frame - since));
}

// Rows that are about to be scrolled into view are read before they are seen.
void ConversationView::readAhead()
{
    if (m_shown.empty())
        return;
    const quint64 first = m_shown.front().row;
    const quint64 last = std::min(m_shown.back().row + ahead, m_lens->rowCount() - 1);
    (void)m_lens->row(first - std::min(first, ahead));
    (void)m_lens->row(last);
}

void ConversationView::paintEvent(QPaintEvent *event)
{
    m_sincePaint.start();
    const Theme &theme = Theme::of(this);
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme.deep);
    for (const Shown &shown : m_shown) {
        const QRect rect(0, shown.y, viewport()->width(), shown.height);
        if (!rect.intersects(event->rect()))
            continue;
        const BubbleLayout *layout = m_bubbles->at(shown.row);
        if (!layout) {
            BubbleLayout::paintPlaceholder(painter, theme, rect);
            continue;
        }
        BubbleLayout::Marks marks;
        marks.isCurrent = shown.seq == m_current && hasFocus();
        marks.isSelected = m_selection.contains(shown.seq);
        marks.found = m_highlight;
        if (shown.seq == m_text.seq) {
            marks.selectionBegin = m_text.begin();
            marks.selectionEnd = m_text.end();
        }
        layout->paint(painter, rect.topLeft(), marks, event->rect());
    }
    readAhead();
}

} // namespace weir
