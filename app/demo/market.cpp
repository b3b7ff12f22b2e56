// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "market.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace weir {

namespace {
struct Listing
{
    const char *symbol;
    double price;
};
constexpr std::array<Listing, 8> listings{{{"ACME", 104.5},
                                           {"GLBX", 61.2},
                                           {"HOOL", 243.8},
                                           {"INIT", 33.1},
                                           {"NWND", 18.4},
                                           {"SOYL", 9.7},
                                           {"UMBR", 77.9},
                                           {"WAYN", 412.6}}};
constexpr int heartbeatEvery = 100;
constexpr int dropAfter = 4;
constexpr int beatsPerStatus = 5;

// splitmix64, the finaliser: a number's own noise.
quint64 noise(quint64 x)
{
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

void appendNumber(QByteArray &out, quint64 value)
{
    char text[24];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    out.append(text, end - text);
}

void appendRetry(QByteArray &out, qint64 milliseconds)
{
    out.append("retry: ").append(QByteArray::number(milliseconds)).append("\n\n");
}

void appendPrice(QByteArray &out, quint64 cents)
{
    appendNumber(out, cents / 100);
    out.append('.');
    out.append(char('0' + cents / 10 % 10));
    out.append(char('0' + cents % 10));
}

quint64 centsAt(const QByteArray &symbol, quint64 seq, quint64 random)
{
    const auto listing = std::find_if(listings.begin(), listings.end(),
                                      [&](const Listing &one) { return symbol == one.symbol; });
    const double base = listing == listings.end() ? 50 : listing->price;
    const double phase = double(noise(quint64(symbol.size()) + quint64(uchar(symbol.back()))) % 628) / 100;
    const double swing = 1 + 0.04 * std::sin(double(seq) / 900 + phase) + double(random % 200) / 100000;
    return quint64(base * swing * 100);
}
}

MarketSource::MarketSource(Options options)
    : m_options(std::move(options))
    , m_seq(m_options.first)
{
    if (m_options.symbols.isEmpty())
        m_options.symbols = allSymbols();
}

QList<QByteArray> MarketSource::allSymbols()
{
    QList<QByteArray> symbols;
    for (const Listing &listing : listings)
        symbols.append(listing.symbol);
    return symbols;
}

DemoSource::Next MarketSource::produce(QByteArray &out)
{
    if (m_done == 0)
        appendRetry(out, m_options.retry);
    const quint64 random = noise(m_seq);
    const QByteArray &symbol = m_options.symbols[qsizetype(random % quint64(m_options.symbols.size()))];
    const quint64 dice = (random >> 16) % 200;
    out.append(dice == 0 ? "event: halt\nid: " : dice < 40 ? "event: trade\nid: " : "event: tick\nid: ");
    appendNumber(out, m_seq);
    out.append("\ndata: {\"symbol\":\"").append(symbol);
    if (dice == 0) {
        out.append("\",\"reason\":\"").append((random >> 40) % 2 ? "volatility" : "news pending").append('"');
    } else {
        out.append("\",\"price\":");
        appendPrice(out, centsAt(symbol, m_seq, random >> 24));
        out.append(",\"volume\":");
        appendNumber(out, 1 + (random >> 32) % 900);
        if (dice < 40)
            out.append((random >> 48) % 2 ? ",\"side\":\"buy\"" : ",\"side\":\"sell\"");
    }
    out.append(",\"seq\":");
    appendNumber(out, m_seq);
    out.append("}\n\n");
    if (m_seq % heartbeatEvery == 0)
        out.append(": heartbeat\n\n");
    ++m_seq;
    ++m_done;
    return m_options.count > 0 && m_done >= m_options.count ? m_options.after : Next::More;
}

DemoSource::Next DeploySource::produce(QByteArray &out)
{
    if (m_done == 0)
        appendRetry(out, m_retry);
    static constexpr std::array services{"checkout", "search", "mail", "billing", "gateway"};
    static constexpr std::array stages{"queued", "building", "testing", "rolling-out", "done"};
    const quint64 deploy = m_seq / stages.size();
    const quint64 stage = m_seq % stages.size();
    const bool failed = stage == stages.size() - 1 && noise(deploy) % 5 == 0;
    out.append(failed ? "event: failed\nid: " : "event: deploy\nid: ");
    appendNumber(out, m_seq);
    // two data lines: the payload of the event holds a line feed
    out.append("\ndata: {\"service\":\"").append(services[noise(deploy) % services.size()]);
    out.append("\",\"version\":\"2.")
        .append(QByteArray::number(deploy % 100))
        .append(".0\",\ndata:  \"stage\":\"");
    out.append(failed ? "rolled back" : stages[stage]).append("\",\"seq\":");
    appendNumber(out, m_seq);
    out.append("}\n\n");
    ++m_seq;
    return ++m_done >= dropAfter ? Next::Drop : Next::More;
}

DemoSource::Next HeartbeatSource::produce(QByteArray &out)
{
    if (m_beat++ % beatsPerStatus != 0) {
        out.append(": heartbeat\n\n");
        return Next::More;
    }
    const quint64 random = noise(m_seq);
    out.append("id: ");
    appendNumber(out, m_seq);
    out.append("\ndata: {\"status\":\"").append(random % 12 == 0 ? "degraded" : "ok");
    out.append("\",\"load\":0.");
    appendNumber(out, 10 + random % 80);
    out.append(",\"queue\":");
    appendNumber(out, (random >> 16) % 40);
    out.append("}\n\n");
    ++m_seq;
    return Next::More;
}

} // namespace weir
