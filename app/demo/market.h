// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pump.h"

#include <QByteArray>
#include <QList>

namespace weir {

// A market feed: ticks, trades and halts. What an event holds depends on its number alone, so that a feed
// that is resumed goes on as if nothing had happened.
class MarketSource final : public DemoSource
{
public:
    struct Options
    {
        quint64 first = 48001; // the id of the first event
        quint64 count = 0; // events until `after`; 0: for ever
        Next after = Next::End;
        QList<QByteArray> symbols; // empty: all
        qint64 retry = 3000; // the reconnection time it begins with, in milliseconds
    };
    explicit MarketSource(Options options);

    Next produce(QByteArray &out) override;

    static QList<QByteArray> allSymbols();

private:
    Options m_options;
    quint64 m_seq;
    quint64 m_done = 0;
};

// Deployments that march through their stages; the line drops after every fourth event.
class DeploySource final : public DemoSource
{
public:
    DeploySource(quint64 first, qint64 retry)
        : m_seq(first)
        , m_retry(retry)
    {
    }

    Next produce(QByteArray &out) override;

private:
    quint64 m_seq;
    qint64 m_retry;
    int m_done = 0;
};

// Comments that only say that the line stands, and once in a while the state of a service, without a type.
class HeartbeatSource final : public DemoSource
{
public:
    explicit HeartbeatSource(quint64 first)
        : m_seq(first)
    {
    }

    Next produce(QByteArray &out) override;

private:
    quint64 m_seq;
    int m_beat = 0;
};

} // namespace weir
