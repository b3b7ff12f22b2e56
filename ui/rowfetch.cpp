// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowfetch.h"

namespace weir {

RowFetch::RowFetch(QObject *parent)
    : QObject(parent)
    , m_lens(this)
{
    connect(&m_lens, &Lens::eventLoaded, this, [this](const Event &event) {
        if (m_wanted.empty() || m_wanted.front() != event.seq)
            return;
        m_wanted.pop_front();
        Q_EMIT fetched(event);
        next();
    });
    connect(&m_lens, &Lens::failed, this, [this](const Error &error) {
        m_wanted.clear();
        Q_EMIT failed(error);
    });
}

void RowFetch::setReader(std::shared_ptr<CaptureReader> reader)
{
    m_wanted.clear();
    m_hasReader = reader != nullptr;
    m_lens.setReader(std::move(reader));
}

void RowFetch::grow()
{
    m_lens.grow();
}

void RowFetch::fetch(const std::vector<quint64> &seqs)
{
    m_wanted.clear();
    for (const quint64 seq : seqs) {
        if (seq != 0 && m_hasReader)
            m_wanted.push_back(seq);
    }
    next();
}

void RowFetch::next()
{
    if (!m_wanted.empty())
        m_lens.loadEvent(m_wanted.front());
}

} // namespace weir
