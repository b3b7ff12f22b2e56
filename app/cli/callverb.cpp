// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callverb.h"

#include "cli.h"
#include "interrupt.h"

#include "http/lineclient.h"
#include "jsonrpc/rpcmessage.h"
#include "session/clientsettings.h"
#include "websocket/outbox.h"

#include "base/clock.h"
#include "base/rawjson.h"

#include <QTimer>

#include <unistd.h>

#include <cstdio>

namespace weir {

namespace {
constexpr qint64 limitGrace = 2000; // ms: the client knows more, and is to say it first

// Raw, also what no standard knows of.
QByteArray memberOf(const QByteArray &answer, QByteArrayView name)
{
    QByteArray found;
    for (const JsonMember &member : jsonMembers(answer)) {
        if (member.name == name)
            found = member.value.toByteArray();
    }
    return found;
}

void printLine(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
}

void printJson(const QByteArray &json)
{
    const bool isTerminal = isatty(STDOUT_FILENO) != 0;
    const auto text = isTerminal ? formatJson(json) : compactJson(json);
    if (!isTerminal || !text)
        return printLine(text.value_or(json));
    for (const QByteArray &line : text->split('\n'))
        printLine(Cli::harmless(QString::fromUtf8(line)).toUtf8());
}
}

CallVerb::CallVerb(CallOptions options)
    : m_options(std::move(options))
{
    m_limit.setSingleShot(true);
}

CallVerb::~CallVerb() = default;

int CallVerb::exec()
{
    Interrupt interrupt;
    auto outbox = std::make_shared<Outbox>();
    if (const auto pushed = outbox->push(Kind::WsText, m_options.text); !pushed)
        return Cli::usageError(pushed.error());
    m_client = makeClient(m_options.settings, 1, *this, outbox);
    connect(&interrupt, &Interrupt::requested, m_client.get(), &LineClient::stop);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        fail(Cli::tr("No answer in %1.").arg(millisecondsText(m_options.settings.callTimeout)));
        m_client->stopNow();
    });
    connect(m_client.get(), &LineClient::finished, this, [this] {
        if (const LineStatus status = m_client->lineStatus(); status.failed && !m_hasFailed)
            fail(errorText(status.error));
        QCoreApplication::quit();
    });
    QMetaObject::invokeMethod(m_client.get(), &LineClient::start, Qt::QueuedConnection);
    QCoreApplication::exec();
    m_client.reset();
    print();
    if (m_hasFailed || !isComplete())
        return Cli::Failed;
    const bool hasError =
        std::any_of(m_answers.begin(), m_answers.end(), [](const Answer &answer) { return answer.isError; });
    return hasError ? Cli::RpcFailed : Cli::Done;
}

bool CallVerb::accept(EventBatch &batch)
{
    for (qsizetype i = 0; i < batch.count(); ++i) {
        const EventView row = batch.at(i);
        if (row.direction == Direction::Out)
            takeSent(row, batch.records()[size_t(i)].number);
        else if (row.kind == Kind::RpcResult || row.kind == Kind::RpcError)
            takeAnswer(row);
        else if (row.kind == Kind::RpcBatch && (row.ref == m_exchange || m_expectsError))
            m_whole = row.payload.toByteArray();
        else if (row.kind == Kind::HttpResponse)
            m_isTaken = row.name.startsWith('2');
        else if (row.kind == Kind::RpcInvalid)
            takeInvalid(row);
        else if (row.kind == Kind::Error && row.ref != 0)
            takeFailure(row);
    }
    batch.clear();
    // Not from inside of what the client is doing.
    QTimer::singleShot(0, this, [this] {
        if (m_client && (isComplete() || (m_hasFailed && m_waiting.empty())))
            m_client->stop();
    });
    return true;
}

void CallVerb::takeSent(const EventView &row, quint64 number)
{
    constexpr quint64 messages = kindBit(Kind::RpcRequest) | kindBit(Kind::RpcNotification)
        | kindBit(Kind::RpcBatch) | kindBit(Kind::RpcInvalid) | kindBit(Kind::RpcResult)
        | kindBit(Kind::RpcError);
    if (!(kindBit(row.kind) & messages))
        return;
    if (m_exchange == 0) {
        m_exchange = number;
        if (m_options.settings.callTimeout > 0)
            m_limit.start(int(std::min(m_options.settings.callTimeout + limitGrace, longestTimer)));
    }
    m_expectsError = m_expectsError || row.kind == Kind::RpcInvalid;
    if (row.kind == Kind::RpcRequest) {
        m_calls.insert(number);
        m_waiting.insert(number);
    }
}

// What comes besides, for whomever, is no business of this call.
void CallVerb::takeAnswer(const EventView &row)
{
    const bool isAboutAll = row.ref == m_exchange || (row.ref == 0 && m_expectsError);
    if (m_waiting.erase(row.ref) > 0 || (isAboutAll && row.kind == Kind::RpcError))
        m_answers.push_back({row.payload.toByteArray(), row.kind == Kind::RpcError});
}

void CallVerb::takeInvalid(const EventView &row)
{
    const QString sentence = rpcFaultText(rpcFaultFromName(row.name));
    const bool isAnswered = m_calls.contains(row.ref) && !m_waiting.contains(row.ref);
    if (isAnswered || (!m_waiting.contains(row.ref) && row.ref != m_exchange))
        return Cli::printError(sentence);
    if (m_whole.isEmpty())
        m_whole = row.payload.toByteArray();
    // The page of an HTTP error: the status, which says more, follows.
    if (!m_options.settings.isWebSocket() && !m_isTaken && row.name == rpcFaultName(RpcFault::NotJson))
        return;
    m_waiting.erase(row.ref);
    fail(sentence);
}

// Of one call, or of all that wait where the row is about the whole.
void CallVerb::takeFailure(const EventView &row)
{
    fail(QString::fromUtf8(row.payload));
    if (m_waiting.erase(row.ref) == 0)
        m_waiting.clear();
}

void CallVerb::fail(const QString &sentence)
{
    m_hasFailed = true;
    Cli::printError(sentence);
}

bool CallVerb::isComplete() const
{
    if (m_exchange == 0 || !m_waiting.empty())
        return false;
    if (m_expectsError || !m_calls.empty())
        return !m_answers.empty();
    return m_isTaken || m_options.settings.isWebSocket() || !m_answers.empty();
}

void CallVerb::print() const
{
    QByteArrayList texts;
    for (const Answer &answer : m_answers)
        texts.append(answer.text);
    if (m_options.raw) {
        if (!m_whole.isEmpty() || !texts.isEmpty())
            printLine(m_whole.isEmpty() ? texts.join('\n') : m_whole);
    } else if (jsonType(m_options.text) == JsonType::Array) {
        if (!texts.isEmpty())
            printJson('[' + texts.join(',') + ']');
    } else {
        for (const Answer &answer : m_answers)
            printJson(memberOf(answer.text, answer.isError ? "error" : "result"));
    }
}

int runCall(const QStringList &arguments)
{
    auto parsed = parseCall(arguments);
    if (const int *code = std::get_if<int>(&parsed))
        return *code;
    return CallVerb(std::get<CallOptions>(std::move(parsed))).exec();
}

} // namespace weir
