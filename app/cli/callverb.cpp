// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callverb.h"

#include "cli.h"
#include "interrupt.h"

#include "http/lineclient.h"
#include "jsonrpc/rpcmessage.h"
#include "session/clientsettings.h"
#include "websocket/outbox.h"

#include "base/rawjson.h"

#include <QTimer>

#include <unistd.h>

#include <cstdio>

namespace weir {

namespace {
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
    connect(m_client.get(), &LineClient::finished, this, [this] {
        if (const LineStatus status = m_client->lineStatus(); status.failed && !m_hasFailed) {
            m_hasFailed = true;
            Cli::printError(errorText(status.error));
        }
        QCoreApplication::quit();
    });
    QMetaObject::invokeMethod(m_client.get(), &LineClient::start, Qt::QueuedConnection);
    QCoreApplication::exec();
    m_client.reset();
    print();
    const bool isAnswered = m_isSent && m_waiting.empty();
    return m_hasFailed || !isAnswered ? Cli::Failed : m_hasError ? Cli::RpcFailed : Cli::Done;
}

bool CallVerb::accept(EventBatch &batch)
{
    for (qsizetype i = 0; i < batch.count(); ++i) {
        const EventView row = batch.at(i);
        if (row.direction == Direction::Out)
            takeSent(row, batch.records()[size_t(i)].number);
        else if (row.kind == Kind::RpcResult || row.kind == Kind::RpcError)
            takeAnswer(row);
        else if (row.kind == Kind::RpcBatch)
            m_whole = row.payload.toByteArray();
        else if (row.kind == Kind::HttpResponse)
            m_isTaken = row.name.startsWith('2');
        else if (row.kind == Kind::RpcInvalid)
            takeFailure(row, rpcFaultText(rpcFaultFromName(row.name)));
        else if (row.kind == Kind::Error && row.ref != 0)
            takeFailure(row, QString::fromUtf8(row.payload));
    }
    batch.clear();
    QTimer::singleShot(0, this, &CallVerb::look);
    return true;
}

void CallVerb::takeSent(const EventView &row, quint64 number)
{
    switch (row.kind) {
    case Kind::RpcRequest:
        m_waiting.insert(number);
        [[fallthrough]];
    case Kind::RpcNotification:
    case Kind::RpcBatch:
    case Kind::RpcInvalid:
        m_isSent = true;
        break;
    default:
        break;
    }
}

void CallVerb::takeAnswer(const EventView &row)
{
    m_waiting.erase(row.ref);
    m_answers.append(row.payload.toByteArray());
    m_hasError = m_hasError || row.kind == Kind::RpcError;
}

// Of one call, or of all where the row is about the whole.
void CallVerb::takeFailure(const EventView &row, const QString &sentence)
{
    m_hasFailed = true;
    Cli::printError(sentence);
    if (row.kind == Kind::RpcInvalid && m_whole.isEmpty())
        m_whole = row.payload.toByteArray();
    if (row.kind == Kind::Error && m_waiting.erase(row.ref) == 0)
        m_waiting.clear();
    else
        m_waiting.erase(row.ref);
}

void CallVerb::look()
{
    const bool isTaken = m_isTaken || m_hasFailed || !m_answers.isEmpty() || m_options.settings.isWebSocket();
    if (m_client && m_isSent && isTaken && m_waiting.empty())
        m_client->stop();
}

void CallVerb::print() const
{
    if (m_options.raw) {
        if (!m_whole.isEmpty())
            return printLine(m_whole);
        for (const QByteArray &answer : m_answers)
            printLine(answer);
        return;
    }
    if (jsonType(m_options.text) == JsonType::Array) {
        if (!m_answers.isEmpty())
            printJson('[' + m_answers.join(',') + ']');
        return;
    }
    for (const QByteArray &answer : m_answers)
        printJson(memberOf(answer, m_hasError ? QByteArrayView("error") : QByteArrayView("result")));
}

int runCall(const QStringList &arguments)
{
    auto parsed = parseCall(arguments);
    if (const int *code = std::get_if<int>(&parsed))
        return *code;
    return CallVerb(std::get<CallOptions>(std::move(parsed))).exec();
}

} // namespace weir
