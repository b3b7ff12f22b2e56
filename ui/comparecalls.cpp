// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparecalls.h"

#include "rowfetch.h"

#include "jsonrpc/rpcmessage.h"
#include "log/capturereader.h"
#include "session/callindex.h"
#include "session/workbench.h"

#include "base/rawjson.h"

namespace weir {

namespace {
// The result, or the error object, as it stands in the answer.
QByteArray outcomeOf(const QByteArray &answer)
{
    if (!checkJson(answer))
        return answer;
    for (const JsonMember &member : jsonMembers(trimmedJson(answer))) {
        if (member.name == "result" || member.name == "error")
            return member.value.toByteArray();
    }
    return answer;
}
}

void CompareCalls::open(Workbench &workbench, const Connection &first, const QByteArray &text,
                        const Secrets &secrets, QWidget *window)
{
    auto *dialog = new SideBySide(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    new CompareCalls(workbench, first, text, secrets, dialog);
    dialog->open();
}

CompareCalls::CompareCalls(Workbench &workbench, const Connection &first, const QByteArray &text,
                           const Secrets &secrets, SideBySide *dialog)
    : QObject(dialog)
    , m_workbench(workbench)
    , m_dialog(dialog)
    , m_text(text)
    , m_secrets(secrets)
{
    const RpcMessage message = parseRpc(text).messages.front();
    m_id = message.id;
    QStringList names;
    int left = 0;
    for (Connection *connection : workbench.connections()) {
        if (connection->profile().protocol != Protocol::JsonRpc)
            continue;
        if (connection == &first)
            left = int(names.size());
        m_candidates.append(connection);
        names.append(connection->name());
    }
    dialog->setRequest(QString::fromUtf8(message.method), text);
    dialog->setCandidates(names, left, left == 0 ? 1 : 0);
    for (const SideBySide::Side side : {SideBySide::Left, SideBySide::Right}) {
        Half &half = m_halves[side];
        half.index = new CallIndex(this);
        half.rows = new RowFetch(this);
        connect(half.index, &CallIndex::appended, this, [this, side] { look(side); });
        connect(half.index, &CallIndex::changed, this, [this, side] { look(side); });
        connect(half.rows, &RowFetch::fetched, this, [this, side](const Event &event) {
            const Half &now = m_halves[side];
            for (qsizetype i = 0; event.seq == now.answer && i < now.index->count(); ++i) {
                if (now.index->at(i).answer == event.seq)
                    m_dialog->setOutcome(side, now.index->at(i), outcomeOf(event.payload));
            }
        });
    }
    connect(dialog, &SideBySide::sendRequested, this, &CompareCalls::send);
    connect(&workbench, &Workbench::logGrown, this, &CompareCalls::grow);
}

void CompareCalls::send(int left, int right)
{
    sendTo(SideBySide::Left, m_candidates.value(left));
    sendTo(SideBySide::Right, m_candidates.value(right));
}

void CompareCalls::sendTo(SideBySide::Side side, Connection *connection)
{
    Half &half = m_halves[side];
    half.connection = connection;
    half.after = m_workbench.reader()->count();
    half.logId = 0;
    half.answer = 0;
    half.isSent = false;
    if (!connection)
        return;
    if (const auto started = connection->start(); !started)
        return m_dialog->setFailure(side, errorText(started.error()));
    if (const auto sent = connection->send(Kind::WsText, m_text, m_secrets); !sent)
        return m_dialog->setFailure(side, errorText(sent.error()));
    half.isSent = true;
}

void CompareCalls::grow()
{
    for (const SideBySide::Side side : {SideBySide::Left, SideBySide::Right}) {
        Half &half = m_halves[side];
        if (!half.isSent || !half.connection)
            continue;
        if (half.logId != half.connection->id() && half.connection->id() != 0) {
            half.logId = half.connection->id();
            half.rows->setReader(m_workbench.reader());
            half.index->setReader(m_workbench.reader(), {half.logId});
        }
        half.index->grow();
        half.rows->grow();
        if (const LineStatus status = half.connection->status(); status.failed)
            m_dialog->setFailure(side, errorText(status.error));
    }
}

void CompareCalls::look(SideBySide::Side side)
{
    Half &half = m_halves[side];
    for (qsizetype i = 0; i < half.index->count(); ++i) {
        const Call &call = half.index->at(i);
        if (call.seq <= half.after || call.id != m_id || call.type != Call::Type::Call)
            continue;
        if (call.answer != half.answer && call.state != Call::State::Failed) {
            half.answer = call.answer;
            half.rows->fetch({call.answer});
        } else if (call.state != Call::State::Waiting || half.answer == 0) {
            m_dialog->setOutcome(side, call, {});
        }
        return;
    }
}

} // namespace weir
