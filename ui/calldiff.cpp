// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calldiff.h"

#include "delivery.h"
#include "diffview.h"
#include "eventformat.h"
#include "resulttext.h"
#include "rowfetch.h"
#include "visibletext.h"

#include "session/callindex.h"
#include "session/calloutcome.h"
#include "session/calltext.h"

#include <QThreadPool>
#include <QVBoxLayout>

namespace weir {

namespace {

QString nameOf(const CallIndex &index, quint64 seq)
{
    const qsizetype at = index.indexOf(seq);
    const Call &call = index.at(at);
    return CallDiff::tr("%1, id %2, %3")
        .arg(visibleText(callMethodText(call)), visibleText(callIdText(index, at)), formatTime(call.begun));
}
}

CallDiff::CallDiff(const CallIndex &index, QWidget *parent)
    : QWidget(parent)
    , m_index(index)
    , m_rows(new RowFetch(this))
    , m_view(new DiffView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_rows, &RowFetch::fetched, this, &CallDiff::take);
    connect(m_rows, &RowFetch::failed, this, [this](const Error &error) { m_view->clear(errorText(error)); });
    showCall(0);
}

CallDiff::~CallDiff()
{
    if (m_delivery)
        m_delivery->cancel();
}

void CallDiff::setReader(std::shared_ptr<CaptureReader> reader)
{
    m_rows->setReader(std::move(reader));
    showCall(0);
}

void CallDiff::grow()
{
    m_rows->grow();
}

void CallDiff::showCall(quint64 seq)
{
    if (seq == m_shown && (m_isChosen || m_isLoaded))
        return;
    m_shown = m_newer = seq;
    m_isChosen = m_isLoaded = false;
    if (isVisible())
        load();
}

void CallDiff::compare(quint64 older, quint64 newer)
{
    m_older = older;
    m_newer = newer;
    m_isChosen = true;
    m_isLoaded = false;
    if (isVisible())
        load();
}

void CallDiff::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isLoaded)
        load();
}

void CallDiff::load()
{
    m_isLoaded = true;
    m_sides = {};
    if (m_delivery)
        m_delivery->cancel();
    const Call *const newer = callAt(m_newer);
    if (!m_isChosen)
        m_older = newer && hasAnswer(*newer) ? callBefore(*newer) : 0;
    const Call *const calls[] = {callAt(m_older), newer};
    if (!newer)
        return m_view->clear(tr("Choose a call, or two of them, to see what differs."));
    if (!hasAnswer(*newer)) {
        m_isLoaded = false; // there may be one later
        return m_view->clear(tr("There is no answer yet that could be compared."));
    }
    if (!calls[0])
        return m_view->clear(tr("This is the first answer of its method. Choose two calls in the list, and "
                                "“Compare the two results” in its menu."));
    for (size_t i = 0; i < m_sides.size(); ++i)
        m_sides[i] = {calls[i]->answer, nameOf(m_index, calls[i]->seq), {}, false};
    m_rows->fetch({m_sides[0].row, m_sides[1].row});
}

void CallDiff::take(const Event &row)
{
    for (Side &side : m_sides) {
        if (side.row != row.seq)
            continue;
        side.answer = row.payload;
        side.isLoaded = true;
    }
    if (m_sides[0].isLoaded && m_sides[1].isLoaded)
        compareAnswers();
}

void CallDiff::compareAnswers()
{
    m_delivery = std::make_shared<Delivery>(this);
    QThreadPool::globalInstance()->start([this, delivery = m_delivery, sides = m_sides] {
        const QByteArray older = answerPart(sides[0].answer);
        const QByteArray newer = answerPart(sides[1].answer);
        delivery->deliver([this, delivery, older, newer] {
            if (!delivery->isCancelled())
                m_view->compare(older, newer, m_sides[0].name, m_sides[1].name);
        });
    });
}

const Call *CallDiff::callAt(quint64 seq) const
{
    const qsizetype at = seq == 0 ? -1 : m_index.indexOf(seq);
    return at < 0 ? nullptr : &m_index.at(at);
}

quint64 CallDiff::callBefore(const Call &call) const
{
    for (qsizetype at = m_index.indexOf(call.seq) - 1; at >= 0; --at) {
        const Call &one = m_index.at(at);
        if (one.type == call.type && one.method == call.method && hasAnswer(one))
            return one.seq;
    }
    return 0;
}

} // namespace weir
