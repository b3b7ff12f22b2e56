// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ndjsonoutput.h"

#include "cli.h"

#include "log/ndjson.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace weir {

namespace {
constexpr qsizetype writeLimit = 1024 * 1024;

// The state that follows an error says why, in the same words.
bool isSaidAgain(const EventBatch &batch, qsizetype index)
{
    if (index + 1 == batch.count())
        return false;
    const EventView next = batch.at(index + 1);
    return next.kind == Kind::State && next.payload.startsWith(batch.at(index).payload);
}
}

void NdjsonOutput::setName(quint32 connection, const QByteArray &name)
{
    const std::lock_guard lock(m_mutex);
    m_names.insert(connection, name);
}

void NdjsonOutput::take(const EventBatch &batch)
{
    QByteArray name;
    {
        const std::lock_guard lock(m_mutex);
        name = m_names.value(batch.connection());
    }
    for (qsizetype i = 0; i < batch.count(); ++i) {
        const Kind kind = batch.records()[size_t(i)].kind;
        if (kind == Kind::State || kind == Kind::Note || (kind == Kind::Error && !isSaidAgain(batch, i)))
            diagnose(batch.at(i), name);
        const bool streamed = kind < Kind::HttpRequest;
        if (!m_options.print || m_broken || !(streamed || m_options.all))
            continue;
        appendNdjson(m_buffer, batch.at(i), name);
        if (m_buffer.size() >= writeLimit)
            write();
    }
    write();
}

void NdjsonOutput::diagnose(const EventView &event, const QByteArray &name) const
{
    const QByteArrayView sentence = event.payload.isEmpty() ? event.name : event.payload;
    const QString prefix = name.isEmpty() ? QString() : QString::fromUtf8(name) + QLatin1String(": ");
    Cli::printError(prefix + QString::fromUtf8(sentence));
}

void NdjsonOutput::write()
{
    qsizetype at = 0;
    while (at < m_buffer.size() && !m_broken) {
        const auto written = ::write(m_options.fd, m_buffer.constData() + at, size_t(m_buffer.size() - at));
        if (written >= 0) {
            at += written;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            // somebody made the descriptor non-blocking: wait all the same
            pollfd ready{m_options.fd, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            m_broken = true;
            if (m_options.broken)
                m_options.broken(errno);
        }
    }
    m_buffer.resize(0);
}

} // namespace weir
