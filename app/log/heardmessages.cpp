// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heardmessages.h"

#include "capturereader.h"

#include <algorithm>
#include <utility>

namespace weir {

HeardMessages::HeardMessages(QObject *parent)
    : QObject(parent)
    , m_lens(this)
{
    connect(&m_lens, &Lens::rowsAppended, this, &HeardMessages::readNext);
    connect(&m_lens, &Lens::searchProgressed, this, &HeardMessages::readNext);
    connect(&m_lens, &Lens::eventLoaded, this, [this](const Event &event) {
        if (!m_isOn || event.seq != m_awaited)
            return;
        m_awaited = 0;
        m_lastSeq = event.seq;
        Q_EMIT heard(event.payload);
        readNext();
    });
    connect(&m_lens, &Lens::failed, this, [this] {
        m_lastSeq =
            std::max(m_lastSeq, std::exchange(m_awaited, 0)); // one that cannot be read is passed over
        readNext();
    });
}

void HeardMessages::start(std::shared_ptr<CaptureReader> reader, quint32 connection)
{
    m_isOn = true;
    m_awaited = 0;
    m_lastSeq = reader->count();
    Query query;
    query.connections = {connection};
    query.kinds = kindBit(Kind::WsText) | kindBit(Kind::WsBinary);
    query.directions = directionBit(Direction::In);
    m_lens.setQuery(query);
    m_lens.setReader(std::move(reader));
}

void HeardMessages::stop()
{
    m_isOn = false;
    m_lens.setReader(nullptr);
}

void HeardMessages::grow()
{
    if (m_isOn)
        m_lens.grow();
}

void HeardMessages::readNext()
{
    if (!m_isOn || m_awaited != 0)
        return;
    const quint64 seq = m_lens.seqAt(m_lens.rowOf(m_lastSeq + 1));
    if (seq <= m_lastSeq)
        return;
    m_awaited = seq;
    m_lens.loadEvent(seq);
}

} // namespace weir
