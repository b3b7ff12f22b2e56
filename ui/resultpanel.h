// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/call.h"

#include "base/event.h"

#include <QStringList>
#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace weir {

class CallDiff;
class CallIndex;
class CallStrip;
class CaptureReader;
class Delivery;
class EmptyHint;
class PayloadView;
class RowFetch;
class TimingView;

// What became of one call: its result or its error, the answer as it came, what HTTP said, where the time
// went, and what differs from the answer before. Follows the call in the index, and reads its rows out of
// the log; payloads of any size are taken apart off the GUI thread.
class ResultPanel final : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Result, Raw, Headers, Timing, Diff };
    explicit ResultPanel(const CallIndex &index, QWidget *parent = nullptr);
    ~ResultPanel() override;
    Q_DISABLE_COPY_MOVE(ResultPanel)

    void setReader(std::shared_ptr<CaptureReader> reader); // that of the index
    void grow(); // the reader was refreshed
    void showCall(quint64 seq); // 0: none
    quint64 seq() const { return m_call.seq; }
    void compare(quint64 older, quint64 newer); // seqs of two calls; opens the tab
    void setSchemaFaults(const QStringList &sentences); // of the result that is shown; gone with it
    void setHandshake(const QString &text); // of a WebSocket, whose calls have no headers of their own
    Tab tab() const;
    void setTab(Tab tab);
    QString summary() const; // "● Result · id 7 matched · HTTP 200 · 1.8 ms · 39 B"

Q_SIGNALS:
    void cancelRequested(const weir::Call &call); // of a batch, for each member that waits
    void answerRequested(const weir::Call &call);
    // The result of a call of ours, raw JSON: for whoever checks it.
    void resultShown(quint64 seq, const QByteArray &result);

private:
    QWidget *makePage(QWidget *view, EmptyHint **hint, QLabel *above = nullptr);
    void buildPages();
    void follow();
    void setCall(const Call &call);
    void fetch();
    void take(const Event &row);
    void showAnswer();
    void takePart(const QByteArray &part);
    void fill();
    void showHints();
    void showNote();
    void showHeaders();
    void showTiming();

    const CallIndex &m_index;
    RowFetch *m_rows;
    CallStrip *m_strip;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QLabel *m_note; // a sentence above the result
    PayloadView *m_result;
    PayloadView *m_raw;
    QPlainTextEdit *m_headers;
    TimingView *m_timing;
    CallDiff *m_diff;
    EmptyHint *m_resultHint = nullptr;
    EmptyHint *m_rawHint = nullptr;
    EmptyHint *m_headersHint = nullptr;
    EmptyHint *m_timingHint = nullptr;

    Call m_call;
    Event m_answer; // or, of what the server asks, the request; seq 0: not read yet
    QByteArray m_part; // of the answer
    quint64 m_resultRow = 0; // that the views show
    quint64 m_rawRow = 0;
    quint64 m_partRow = 0;
    Event m_httpRequest;
    Event m_httpResponse;
    QStringList m_schemaFaults;
    QString m_handshake;
    QString m_readError;
    std::shared_ptr<Delivery> m_delivery;
};

} // namespace weir
