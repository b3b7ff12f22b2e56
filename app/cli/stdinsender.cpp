// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stdinsender.h"

#include "cli.h"

#include "websocket/websocketclient.h"

#include <QSocketNotifier>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <cerrno>

namespace weir {

namespace {
constexpr qsizetype slice = 64 * 1024;
constexpr qint64 mostQueued = 8 * 1024 * 1024; // bytes; beyond it nothing is read
constexpr qsizetype longestLine = 128 * 1024 * 1024;

tl::unexpected<Error> wrong(const QString &sentence)
{
    return failure(ErrorCode::Usage, sentence);
}

std::optional<std::string> textMember(const nlohmann::json &object, const char *name)
{
    const auto found = object.find(name);
    if (found == object.end())
        return std::string();
    return found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

Expected<InputCommand> closeCommand(const nlohmann::json &object)
{
    InputCommand command{.kind = Kind::WsClose};
    if (const auto code = object.find("code"); code != object.end()) {
        if (!code->is_number_integer())
            return wrong(Cli::tr("“code” is not a whole number."));
        command.code = int(std::clamp<qint64>(code->get<qint64>(), 0, 65535));
    }
    const auto reason = textMember(object, "reason");
    if (!reason)
        return wrong(Cli::tr("“reason” is not a text."));
    command.payload = QByteArray::fromStdString(*reason);
    if (const auto valid = WebSocketClient::validateClose(command.code, command.payload); !valid)
        return wrong(errorText(valid.error()));
    return command;
}

Expected<InputCommand> jsonCommand(QByteArrayView line)
{
    const auto object = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    if (!object.is_object())
        return wrong(Cli::tr("This is not a JSON object."));
    const auto name = textMember(object, "kind");
    const auto kind = kindFromName(QByteArray::fromStdString(name.value_or(std::string())));
    if (kind == Kind::WsClose)
        return closeCommand(object);
    if (kind != Kind::WsText && kind != Kind::WsBinary && kind != Kind::WsPing)
        return wrong(Cli::tr("“kind” is one of ws.text, ws.binary, ws.ping and ws.close."));
    const auto payload = textMember(object, "payload");
    if (!payload)
        return wrong(Cli::tr("“payload” is not a text."));
    InputCommand command{.kind = *kind, .payload = QByteArray::fromStdString(*payload)};
    if (kind != Kind::WsBinary)
        return command;
    auto decoded = QByteArray::fromBase64Encoding(command.payload, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return wrong(Cli::tr("The payload of ws.binary is not base64."));
    command.payload = std::move(*decoded);
    return command;
}
}

Expected<InputCommand> inputCommand(QByteArrayView line, InputForm form)
{
    if (form == InputForm::Ndjson)
        return jsonCommand(line);
    if (line.endsWith('\r'))
        line.chop(1);
    return InputCommand{.payload = line.toByteArray()};
}

StdinSender::StdinSender(InputForm form, WebSocketClient &client, std::shared_ptr<Outbox> outbox)
    : m_form(form)
    , m_client(client)
    , m_outbox(std::move(outbox))
    , m_notifier(std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read))
{
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StdinSender::read);
    connect(&client, &LineClient::statusChanged, this, &StdinSender::pump);
}

StdinSender::~StdinSender() = default;

void StdinSender::read()
{
    const qsizetype before = m_rest.size();
    m_rest.resize(before + slice);
    const ssize_t size = ::read(STDIN_FILENO, m_rest.data() + before, size_t(slice));
    m_rest.resize(before + std::max<ssize_t>(0, size));
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    const bool isTooLong = m_rest.size() > longestLine && m_rest.indexOf('\n', before) < 0;
    const bool atEnd = size <= 0 || isTooLong;
    if (isTooLong) {
        Cli::printError(
            Cli::tr("Line %1 of standard input is too long; nothing more is read.").arg(m_lines + 1));
        m_failed = true;
        m_rest.clear();
    }
    takeLines(before, atEnd);
    if (atEnd)
        m_notifier.reset();
    pump();
}

// What stands before `from` has no end of a line.
void StdinSender::takeLines(qsizetype from, bool atEnd)
{
    qsizetype begin = 0;
    for (;;) {
        const qsizetype end = m_rest.indexOf('\n', std::max(begin, from));
        if (end < 0)
            break;
        take(QByteArrayView(m_rest).sliced(begin, end - begin));
        begin = end + 1;
    }
    m_rest.remove(0, begin);
    if (atEnd && !m_rest.isEmpty())
        take(std::exchange(m_rest, {}));
}

void StdinSender::take(QByteArrayView line)
{
    ++m_lines;
    if (m_form == InputForm::Ndjson && line.trimmed().isEmpty())
        return;
    const auto command = inputCommand(line, m_form);
    if (command) {
        m_commands.push_back(*command);
        return;
    }
    Cli::printError(Cli::tr("Line %1 of standard input was not sent: %2")
                        .arg(QString::number(m_lines), command.error().detail));
    m_failed = true;
}

// A ping or a close waits for the messages before it.
void StdinSender::pump()
{
    bool pushed = false;
    while (!m_commands.empty()) {
        const InputCommand &command = m_commands.front();
        const bool isMessage = command.kind == Kind::WsText || command.kind == Kind::WsBinary;
        const WebSocketStatus status = m_client.status().get();
        if (isMessage) {
            if (m_outbox->bytes() > mostQueued || !m_outbox->hasRoomFor(command.payload.size()))
                break;
            if (const auto id = m_outbox->push(command.kind, command.payload); !id) {
                Cli::printError(errorText(id.error()));
                m_failed = true;
            }
            pushed = true;
        } else {
            if (pushed || m_outbox->count() > 0 || status.unsentBytes > 0 || status.state != LineState::Open)
                break;
            if (command.kind == Kind::WsPing)
                m_client.ping(command.payload);
            else
                m_client.close(command.code, command.payload);
        }
        m_commands.pop_front();
    }
    if (pushed)
        m_client.sendQueued();
    if (m_notifier)
        m_notifier->setEnabled(m_commands.empty());
}

} // namespace weir
