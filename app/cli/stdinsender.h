// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listenoptions.h"

#include <QByteArray>
#include <QObject>

#include <deque>
#include <memory>

class QSocketNotifier;

namespace weir {

class Outbox;
class WebSocketClient;

// What a line of input asks for.
struct InputCommand
{
    Kind kind = Kind::WsText; // WsText, WsBinary, WsPing, WsClose
    QByteArray payload = {}; // of a close the reason
    int code = 1000; // of a close

    bool operator==(const InputCommand &) const = default;
};

// Without its line break. Usage, where it is no such object; the detail is a sentence.
Expected<InputCommand> inputCommand(QByteArrayView line, InputForm form);

// Reads standard input and sends what it says, in this order, no faster than the peer reads. Lives on the
// main thread, as its client does.
class StdinSender final : public QObject
{
    Q_OBJECT

public:
    StdinSender(InputForm form, WebSocketClient &client, std::shared_ptr<Outbox> outbox);
    ~StdinSender() override;
    Q_DISABLE_COPY_MOVE(StdinSender)

    bool hasFailed() const { return m_failed; } // a line was none

private:
    void read();
    void takeLines(qsizetype from, bool atEnd);
    void take(QByteArrayView line);
    void pump();

    const InputForm m_form;
    WebSocketClient &m_client;
    const std::shared_ptr<Outbox> m_outbox;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_rest; // of a line that has not ended
    std::deque<InputCommand> m_commands; // that wait for what was sent before
    quint64 m_lines = 0;
    bool m_failed = false;
};

} // namespace weir
