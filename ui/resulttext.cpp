// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resulttext.h"

#include "visibletext.h"

#include "jsonrpc/rpcmessage.h"
#include "session/calltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace weir {

namespace {
struct ResultWords
{
    Q_DECLARE_TR_FUNCTIONS(ResultText)
};

constexpr qsizetype longestSentence = 1000; // bytes
constexpr qsizetype mostFaults = 5; // that are listed
constexpr qsizetype longestHeaders = 256 * 1024; // bytes

QString sentence(const QByteArray &utf8)
{
    return visibleText(utf8, longestSentence);
}

// What the standard calls the code, where the server says something else.
QString codeNote(const Call &call)
{
    if (call.state != Call::State::Error || call.type == Call::Type::Batch)
        return {};
    const qsizetype end = call.outcome.indexOf(' ');
    const QByteArray code = end < 0 ? call.outcome : call.outcome.first(end);
    const QString name = rpcErrorName(code);
    if (name.isEmpty() || QString::fromUtf8(call.outcome).contains(name, Qt::CaseInsensitive))
        return {};
    return ResultWords::tr("%1 is “%2” in JSON-RPC 2.0.").arg(errorCodeText(code), name);
}

QString faultsText(const QStringList &faults)
{
    QString text = ResultWords::tr("⚠ The result is not what the method promises.");
    for (const QString &fault : faults.mid(0, mostFaults))
        text += u'\n' + visibleText(fault);
    if (faults.size() > mostFaults)
        text += u'\n' + ResultWords::tr("… and %1 more.").arg(faults.size() - mostFaults);
    return text;
}
}

QString resultHint(const Call &call)
{
    if (call.begun == 0)
        return ResultWords::tr("Fill in the form and send the call: its result appears here.");
    if (call.state == Call::State::Failed)
        return sentence(call.outcome);
    if (call.state == Call::State::Sent && !call.outcome.isEmpty())
        return sentence(call.outcome);
    if (call.state == Call::State::Sent)
        return ResultWords::tr("A notification has no id: no reply is expected, and none is waited for.");
    if (shownRow(call) != 0)
        return {};
    return call.type == Call::Type::Batch && call.state != Call::State::Waiting
        ? ResultWords::tr("The answers of this batch came one by one: open it in the list.")
        : ResultWords::tr("Waiting for the answer.");
}

ResultNote resultNote(const Call &call, const QStringList &schemaFaults)
{
    if (call.state == Call::State::Invalid)
        return {QStringLiteral("⚠ ") + sentence(call.outcome), true};
    if (!schemaFaults.isEmpty())
        return {faultsText(schemaFaults), true};
    if (call.type == Call::Type::Asked && call.state != Call::State::Failed)
        return {hasAnswer(call) ? ResultWords::tr("This was answered to the server.")
                                : ResultWords::tr("The server asks this and waits for a reply."),
                false};
    return {codeNote(call), false};
}

QString headersText(const Event &httpRequest, const Event &httpResponse)
{
    QString text;
    for (const Event *row : {&httpRequest, &httpResponse}) {
        if (row->seq == 0)
            continue;
        if (!text.isEmpty())
            text += u'\n';
        text += visibleText(row->payload, longestHeaders, Lines::Multi).trimmed() + u'\n';
    }
    return text;
}

std::vector<TimingView::Part> timingParts(const Call &call, const Event &httpRequest,
                                          const Event &httpResponse)
{
    std::vector<TimingView::Part> parts;
    const auto add = [&](const QString &label, qint64 time) {
        const qint64 from = parts.empty() ? 0 : parts.back().to;
        parts.push_back({label, from, std::max(from, time - call.begun)});
    };
    if (httpRequest.seq != 0)
        add(ResultWords::tr("Request sent"), httpRequest.time);
    if (httpResponse.seq != 0)
        add(ResultWords::tr("Response header"), httpResponse.time);
    if (call.ended > 0)
        add(ResultWords::tr("Answer"), call.ended);
    if (!parts.empty())
        parts.push_back({ResultWords::tr("Total"), 0, parts.back().to, true});
    return parts;
}

bool hasAnswer(const Call &call)
{
    return call.answer != 0 && call.state != Call::State::Failed;
}

quint64 shownRow(const Call &call)
{
    if (hasAnswer(call))
        return call.answer;
    return call.type == Call::Type::Asked && call.state != Call::State::Failed ? call.seq : 0;
}

} // namespace weir
