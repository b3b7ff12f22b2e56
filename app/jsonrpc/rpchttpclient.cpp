// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpchttpclient.h"

#include "rpcanswer.h"
#include "rpcpost.h"
#include "rpcrequest.h"

#include "base/clock.h"

#include <algorithm>
#include <utility>

namespace weir {

RpcHttpClient::RpcHttpClient(const RpcSettings &settings, quint32 connection, EventSink &sink,
                             std::shared_ptr<Outbox> outbox)
    : LineClient(settings, connection, sink, {})
    , m_settings(settings)
    , m_rules(settings.answers)
    , m_outbox(std::move(outbox))
    , m_journal(log, settings.callTimeout)
    , m_timer(m_journal, this)
{
    m_cell.set(m_status);
    connect(&m_timer, &CallTimer::expired, this, &RpcHttpClient::dropAbandoned);
}

RpcHttpClient::~RpcHttpClient() = default;

Expected<void> RpcHttpClient::validate(const RpcSettings &settings)
{
    return validatePost(settings);
}

void RpcHttpClient::attempt()
{
    opened(tr("Ready: each call is a POST to %1.").arg(m_settings.url.toDisplayString(QUrl::RemoveUserInfo)));
    settled();
    sendQueued();
}

void RpcHttpClient::leave()
{
    m_timer.stop();
    std::vector<OutMessage> unsent;
    for (RpcPost *post : m_posts) {
        if (const auto message = post->unsent())
            unsent.push_back(*message);
        post->stop();
    }
    std::sort(unsent.begin(), unsent.end(),
              [](const OutMessage &a, const OutMessage &b) { return a.id < b.id; });
    m_outbox->putBack(std::move(unsent));
    m_journal.giveUp("lost", tr("The connection was closed before the answer came."));
    m_journal.giveUpAsked("lost", tr("The connection was closed before it was answered."));
}

void RpcHttpClient::hold()
{
    for (RpcPost *post : m_posts)
        post->setHeld(true);
}

// What is read now may fill the log again, and may begin another post.
void RpcHttpClient::resume()
{
    const std::vector<RpcPost *> posts = m_posts;
    for (RpcPost *post : posts) {
        if (m_status.held)
            return;
        post->setHeld(false);
    }
    sendQueued();
}

void RpcHttpClient::share()
{
    m_status.counts = m_journal.counts();
    m_status.queuedMessages = m_outbox->count();
    m_cell.set(m_status);
}

void RpcHttpClient::sendQueued()
{
    while (m_status.state == LineState::Open && !m_status.held) {
        RpcPost *post = idlePost();
        const auto message = post ? m_outbox->take() : std::nullopt;
        if (!message)
            break;
        post->send(*message);
    }
    publishSoon();
}

void RpcHttpClient::cancel(const QByteArray &id, qint64 time)
{
    m_journal.cancel(id, time);
    dropAbandoned();
}

// A stream may stay open as long as its server likes, and our answer to what it asks must get through: it is
// no line that calls wait for. Where there are too many, the oldest one that owes us nothing ends.
RpcPost *RpcHttpClient::idlePost()
{
    size_t waiting = 0;
    RpcPost *spare = nullptr;
    for (RpcPost *post : m_posts) {
        if (post->isIdle())
            return post;
        waiting += post->isStreaming() ? 0 : 1;
        if (!spare && post->isSpare())
            spare = post;
    }
    if (waiting >= lineLimit)
        return nullptr;
    if (m_posts.size() < streamLimit)
        return addPost();
    if (spare)
        spare->stop();
    return spare;
}

RpcPost *RpcHttpClient::addPost()
{
    auto *post = new RpcPost(m_settings, m_journal, log, this);
    connect(post, &RpcPost::happened, this, [this] {
        deliver();
        publishSoon();
        m_timer.watch();
    });
    connect(post, &RpcPost::received, this, [this](quint64 messages, qint64 bytes) {
        m_status.events += messages;
        m_status.bytes += quint64(bytes);
        m_status.lastByteAt = nowMicroseconds();
    });
    connect(post, &RpcPost::asked, this, &RpcHttpClient::answer);
    connect(post, &RpcPost::certificateRefused, this,
            [this](const CertificateReport &report) { m_status.certificate = report; });
    connect(post, &RpcPost::finished, this, &RpcHttpClient::sendQueued);
    m_posts.push_back(post);
    return post;
}

// A request that came in a stream is answered by a POST of its own.
void RpcHttpClient::answer(const std::vector<RpcMessage> &asked, bool isBatch)
{
    const QByteArray text = ruledAnswer(asked, isBatch, m_rules);
    if (text.isEmpty())
        return;
    (void)m_outbox->push(Kind::WsText, text);
    sendQueued();
}

// Nobody waits for some of the calls any more.
void RpcHttpClient::dropAbandoned()
{
    stopIdlers();
    publish();
    sendQueued();
}

void RpcHttpClient::stopIdlers()
{
    for (RpcPost *post : m_posts) {
        if (!post->isIdle() && post->isAbandoned())
            post->stop();
    }
}

} // namespace weir
