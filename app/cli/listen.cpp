// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listen.h"

#include "cli.h"
#include "interrupt.h"
#include "ndjsonoutput.h"
#include "stdinsender.h"

#include "log/recorder.h"
#include "websocket/websocketclient.h"

#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace weir {

Listen::Listen(ListenOptions options)
    : m_options(std::move(options))
{
}

Listen::~Listen()
{
    m_input.reset();
    m_feeds.clear();
}

int Listen::exec()
{
    Interrupt interrupt;
    if (const auto opened = open(); !opened)
        return Cli::usageError(opened.error());
    connect(&interrupt, &Interrupt::requested, this, &Listen::stop);
    if (m_options.seconds > 0) {
        QTimer::singleShot(std::chrono::milliseconds(qint64(m_options.seconds * 1000)), Qt::PreciseTimer,
                           this, &Listen::stop);
    }
    QMetaObject::invokeMethod(this, &Listen::start, Qt::QueuedConnection);
    QCoreApplication::exec();
    const bool failed = std::any_of(m_feeds.begin(), m_feeds.end(),
                                    [](const auto &feed) { return feed->client->lineStatus().failed; });
    const bool badInput = m_input && m_input->hasFailed();
    m_input.reset();
    m_feeds.clear();
    m_recorder.reset(); // writes and prints what is queued
    QCoreApplication::processEvents(); // a broken output may have been reported meanwhile
    if (m_outputFailed)
        return Cli::Failed;
    if (failed && !m_stopped)
        return Cli::Failed;
    return badInput ? Cli::WrongUsage : Cli::Done;
}

Expected<void> Listen::open()
{
    m_output = std::make_unique<NdjsonOutput>(
        NdjsonOutput::Options{.print = m_options.capturePath.isEmpty() || m_options.print,
                              .all = m_options.all,
                              .broken = [this](int error) {
                                  QMetaObject::invokeMethod(
                                      this, [this, error] { onBroken(error); }, Qt::QueuedConnection);
                              }});
    Recorder::Options options;
    options.capturePath = m_options.capturePath;
    options.tap = [this](const EventBatch &batch) { m_output->take(batch); };
    options.trouble = [](const Error &error) {
        Cli::printError(error.code == ErrorCode::None ? Cli::tr("Recording goes on.") : errorText(error));
    };
    auto recorder = Recorder::start(std::move(options));
    if (!recorder)
        return tl::unexpected(recorder.error());
    m_recorder = std::move(*recorder);
    m_limit.left = m_options.count;
    m_limit.reached = [this] { QMetaObject::invokeMethod(this, &Listen::stop, Qt::QueuedConnection); };
    for (size_t i = 0; i < m_options.feeds.size(); ++i)
        addFeed(m_options.feeds[i], m_options.names[qsizetype(i)],
                i < m_options.secrets.size() ? m_options.secrets[i] : Secrets{});
    return {};
}

void Listen::addFeed(const ClientSettings &settings, const QString &name, const Secrets &secrets)
{
    const SecretMask mask(secrets);
    auto feed = std::make_unique<Feed>();
    const QByteArray url = lineOf(settings).url.toEncoded(QUrl::RemoveUserInfo);
    Recorder::Port port = m_recorder->addConnection(
        {.protocol = protocolOf(settings), .name = name.toUtf8(), .url = url}, mask);
    m_output->setName(port.id, mask.masked(name.toUtf8()));
    feed->sink = std::move(port.sink);
    EventSink *sink = feed->sink.get();
    if (m_options.count > 0) {
        feed->limited = std::make_unique<LimitSink>(*sink, m_limit);
        sink = feed->limited.get();
    }
    feed->outbox = std::make_shared<Outbox>();
    feed->client = makeClient(settings, port.id, *sink, feed->outbox);
    Feed *raw = feed.get();
    connect(raw->client.get(), &LineClient::finished, this, [this, raw] { onFinished(*raw); });
    m_feeds.push_back(std::move(feed));
}

void Listen::start()
{
    if (m_options.input != InputForm::None) {
        const Feed &feed = *m_feeds.front();
        m_input = std::make_unique<StdinSender>(
            m_options.input, *qobject_cast<WebSocketClient *>(feed.client.get()), feed.outbox);
    }
    for (const auto &feed : m_feeds)
        feed->client->start();
}

void Listen::stop()
{
    m_stopped = true;
    for (const auto &feed : m_feeds) {
        if (!feed->finished)
            feed->client->stop();
    }
}

void Listen::onFinished(Feed &feed)
{
    feed.finished = true;
    if (std::all_of(m_feeds.begin(), m_feeds.end(), [](const auto &one) { return one->finished; }))
        QCoreApplication::quit();
}

void Listen::onBroken(int error)
{
    if (error != EPIPE) {
        m_outputFailed = true;
        Cli::printError(Cli::tr("Standard output cannot be written (%1).")
                            .arg(QString::fromLocal8Bit(std::strerror(error))));
    }
    stop();
}

int runListen(const QStringList &arguments)
{
    auto parsed = parseListen(arguments);
    if (const int *code = std::get_if<int>(&parsed))
        return *code;
    return Listen(std::get<ListenOptions>(std::move(parsed))).exec();
}

} // namespace weir
