// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultpanel.h"

#include "calldiff.h"
#include "callstrip.h"
#include "delivery.h"
#include "emptyhint.h"
#include "eventformat.h"
#include "payloadview.h"
#include "resulttext.h"
#include "rowfetch.h"
#include "theme.h"
#include "timingview.h"
#include "widgets.h"

#include "session/callindex.h"
#include "session/callmembers.h"
#include "session/calloutcome.h"
#include "session/calltext.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QThreadPool>
#include <QVBoxLayout>

namespace weir {

ResultPanel::ResultPanel(const CallIndex &index, QWidget *parent)
    : QWidget(parent)
    , m_index(index)
    , m_rows(new RowFetch(this))
    , m_strip(new CallStrip(this))
    , m_tabs(makeTabs(tr("What is shown of the call"),
                      {tr("Result"), tr("Raw response"), tr("Headers"), tr("Timing"), tr("Diff")}, this))
    , m_stack(new QStackedWidget(this))
    , m_note(makeLabel(tr("About the result"), this))
    , m_result(new PayloadView(PayloadView::Form::Pretty, this))
    , m_raw(new PayloadView(PayloadView::Form::Raw, this))
    , m_headers(new QPlainTextEdit(this))
    , m_timing(new TimingView(this))
    , m_diff(new CallDiff(index, this))
{
    setObjectName(QStringLiteral("resultPanel"));
    setAttribute(Qt::WA_StyledBackground);
    buildPages();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        fill();
    });
    connect(m_strip, &CallStrip::cancelRequested, this, [this] {
        for (const Call &call : waitingCalls(m_index, m_call))
            Q_EMIT cancelRequested(call);
    });
    connect(m_strip, &CallStrip::answerRequested, this, [this] { Q_EMIT answerRequested(m_call); });
    connect(m_rows, &RowFetch::fetched, this, &ResultPanel::take);
    connect(m_rows, &RowFetch::failed, this, [this](const Error &error) {
        m_readError = errorText(error);
        showHints();
    });
    connect(&index, &CallIndex::reset, this, &ResultPanel::follow);
    connect(&index, &CallIndex::changed, this, &ResultPanel::follow);
    connect(&index, &CallIndex::appended, this, &ResultPanel::follow);
    showCall(0);
}

ResultPanel::~ResultPanel()
{
    if (m_delivery)
        m_delivery->cancel();
}

void ResultPanel::setReader(std::shared_ptr<CaptureReader> reader)
{
    m_rows->setReader(reader);
    m_diff->setReader(std::move(reader));
    showCall(0);
}

void ResultPanel::grow()
{
    m_rows->grow();
    m_diff->grow();
}

void ResultPanel::showCall(quint64 seq)
{
    if (seq != 0 && seq == m_call.seq)
        return follow();
    if (m_delivery)
        m_delivery->cancel();
    m_call = {};
    m_call.seq = seq;
    m_answer = m_httpRequest = m_httpResponse = {};
    m_part.clear();
    m_resultRow = m_rawRow = m_partRow = 0;
    m_schemaFaults.clear();
    m_readError.clear();
    const qsizetype at = seq == 0 ? -1 : m_index.indexOf(seq);
    if (at >= 0)
        return setCall(m_index.at(at));
    m_strip->clear();
    m_strip->setHttpStatus({});
    m_diff->showCall(0);
    showHints();
    showNote();
    showHeaders();
    showTiming();
}

void ResultPanel::compare(quint64 older, quint64 newer)
{
    m_diff->compare(older, newer);
    setTab(Diff);
}

void ResultPanel::setSchemaFaults(const QStringList &sentences)
{
    m_schemaFaults = sentences;
    showNote();
}

void ResultPanel::setHandshake(const QString &text)
{
    m_handshake = text;
    showHeaders();
}

ResultPanel::Tab ResultPanel::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void ResultPanel::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

QString ResultPanel::summary() const
{
    return m_strip->text();
}

void ResultPanel::buildPages()
{
    m_tabs->setFont(smallFont());
    m_note->setFont(smallFont());
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 8, 12, 0);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_headers->setReadOnly(true);
    m_headers->setFrameShape(QFrame::NoFrame);
    m_headers->setFont(fixedFont());
    m_headers->setTabChangesFocus(true);
    m_headers->setAccessibleName(tr("Headers of the request and of the response"));
    m_headers->document()->setDocumentMargin(12);
    m_stack->addWidget(makePage(m_result, &m_resultHint, m_note));
    m_stack->addWidget(makePage(m_raw, &m_rawHint));
    m_stack->addWidget(makePage(m_headers, &m_headersHint));
    m_stack->addWidget(makePage(m_timing, &m_timingHint));
    m_stack->addWidget(m_diff);
}

QWidget *ResultPanel::makePage(QWidget *view, EmptyHint **hint, QLabel *above)
{
    auto *page = new QWidget(m_stack);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    if (above)
        layout->addWidget(above);
    layout->addWidget(view, 1);
    *hint = new EmptyHint(page);
    return page;
}

void ResultPanel::follow()
{
    const qsizetype at = m_call.seq == 0 ? -1 : m_index.indexOf(m_call.seq);
    if (at >= 0 && m_index.at(at) != m_call)
        setCall(m_index.at(at));
}

void ResultPanel::setCall(const Call &call)
{
    m_call = call;
    m_strip->setCall(call, callIdText(m_index, m_index.indexOf(call.seq)));
    m_strip->setHttpStatus(m_httpResponse.name);
    m_diff->showCall(call.seq);
    showHints();
    showNote();
    showHeaders();
    showTiming();
    fetch();
}

void ResultPanel::fetch()
{
    const auto missing = [](quint64 seq, const Event &row) { return seq == row.seq ? 0 : seq; };
    m_rows->fetch({missing(shownRow(m_call), m_answer), missing(m_call.httpRequest, m_httpRequest),
                   missing(m_call.httpResponse, m_httpResponse)});
}

void ResultPanel::take(const Event &row)
{
    if (row.seq == m_call.httpRequest)
        m_httpRequest = row;
    else if (row.seq == m_call.httpResponse)
        m_httpResponse = row;
    else if (row.seq == shownRow(m_call))
        m_answer = row;
    else
        return;
    if (row.seq == m_answer.seq)
        return showAnswer();
    m_strip->setHttpStatus(m_httpResponse.name);
    showHeaders();
    showTiming();
}

void ResultPanel::showAnswer()
{
    showHints();
    fill();
    if (m_delivery)
        m_delivery->cancel();
    m_delivery = std::make_shared<Delivery>(this);
    const bool isAnswer = m_answer.kind == Kind::RpcResult || m_answer.kind == Kind::RpcError;
    if (!isAnswer)
        return takePart(m_answer.payload);
    QThreadPool::globalInstance()->start([this, delivery = m_delivery, payload = m_answer.payload] {
        const QByteArray part = answerPart(payload);
        delivery->deliver([this, delivery, part] {
            if (!delivery->isCancelled())
                takePart(part);
        });
    });
}

void ResultPanel::takePart(const QByteArray &part)
{
    m_part = part;
    m_partRow = m_answer.seq;
    fill();
    if (m_call.type == Call::Type::Call && m_answer.kind == Kind::RpcResult)
        Q_EMIT resultShown(m_call.seq, part);
}

// Only what is on screen: a large payload is formatted once for each view.
void ResultPanel::fill()
{
    if (m_answer.seq == 0)
        return;
    if (tab() == Result && m_partRow == m_answer.seq && m_resultRow != m_answer.seq) {
        m_resultRow = m_answer.seq;
        m_result->setPayload(m_part);
    } else if (tab() == Raw && m_rawRow != m_answer.seq) {
        m_rawRow = m_answer.seq;
        m_raw->setPayload(m_answer.payload);
    }
}

void ResultPanel::showHints()
{
    const QString hint = m_readError.isEmpty() ? resultHint(m_call) : m_readError;
    m_resultHint->say(hint);
    m_rawHint->say(hint);
    m_result->setVisible(hint.isEmpty());
    m_raw->setVisible(hint.isEmpty());
}

void ResultPanel::showNote()
{
    const ResultNote note = resultNote(m_call, m_schemaFaults);
    m_note->setText(note.text);
    m_note->setVisible(!note.text.isEmpty());
    const char *tone = note.isWarning ? "warn" : "";
    if (m_note->property("tone").toString() != QLatin1String(tone))
        setTone(m_note, tone);
}

void ResultPanel::showHeaders()
{
    QString text = headersText(m_httpRequest, m_httpResponse);
    if (m_call.httpRequest == 0 && m_call.begun != 0)
        text = m_handshake;
    if (m_headers->toPlainText() != text)
        m_headers->setPlainText(text);
    m_headersHint->say(text.isEmpty() ? tr("The headers of a call's request and response appear here.")
                                      : QString());
    m_headers->setVisible(!text.isEmpty());
}

void ResultPanel::showTiming()
{
    std::vector<TimingView::Part> parts = timingParts(m_call, m_httpRequest, m_httpResponse);
    m_timing->setVisible(!parts.empty());
    m_timingHint->say(parts.empty() ? tr("Where the time went is told once there is an answer.") : QString());
    m_timing->setParts(std::move(parts),
                       m_call.begun == 0 ? QString() : tr("Sent at %1").arg(formatTime(m_call.begun)));
}

} // namespace weir
