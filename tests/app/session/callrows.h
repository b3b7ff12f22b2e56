// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

#include <QByteArray>
#include <QStringBuilder>

#include <utility>
#include <vector>

// Rows of a JSON-RPC connection as its client writes them: seqs count up, and time does by a millisecond.
class CallRows final
{
public:
    static constexpr qint64 start = 1'795'344'127'000'000; // µs
    static constexpr qint64 step = 1000;

    quint64 request(const QByteArray &method, const QByteArray &id, quint64 batch = 0)
    {
        return add(weir::Kind::RpcRequest, weir::Direction::Out, method, id, batch,
                   R"({"jsonrpc":"2.0","method":")" + method + R"(","id":)" + id + '}');
    }
    quint64 notification(const QByteArray &method, quint64 batch = 0)
    {
        return add(weir::Kind::RpcNotification, weir::Direction::Out, method, {}, batch,
                   R"({"jsonrpc":"2.0","method":")" + method + "\"}");
    }
    quint64 batch() { return add(weir::Kind::RpcBatch, weir::Direction::Out, {}, {}, 0, "[...]"); }
    quint64 asked(const QByteArray &method, const QByteArray &id)
    {
        return add(weir::Kind::RpcRequest, weir::Direction::In, method, id, 0,
                   R"({"jsonrpc":"2.0","method":")" + method + R"(","id":)" + id + '}');
    }
    quint64 result(quint64 ref, const QByteArray &json, weir::Direction direction = weir::Direction::In)
    {
        return add(weir::Kind::RpcResult, direction, "m", "1", ref,
                   R"({"jsonrpc":"2.0","result":)" + json + R"(,"id":1})");
    }
    quint64 error(quint64 ref, int code, const QByteArray &message)
    {
        return add(weir::Kind::RpcError, weir::Direction::In, "m", "1", ref,
                   R"({"jsonrpc":"2.0","error":{"code":)" + QByteArray::number(code) + R"(,"message":")"
                       + message + R"("},"id":1})");
    }
    quint64 failure(quint64 ref, const QByteArray &name, const QByteArray &sentence)
    {
        return add(weir::Kind::Error, weir::Direction::Local, name, {}, ref, sentence);
    }
    quint64 add(weir::Kind kind, weir::Direction direction, const QByteArray &name, const QByteArray &id,
                quint64 ref, const QByteArray &payload)
    {
        const quint64 seq = m_first + m_rows.size();
        weir::Event row;
        row.seq = seq;
        row.time = start + qint64(seq) * step;
        row.connection = 1;
        row.direction = direction;
        row.kind = kind;
        row.ref = ref;
        row.name = name;
        row.id = id;
        row.payload = payload;
        m_rows.push_back(row);
        return seq;
    }
    std::vector<weir::Event> take() // those since it was last asked
    {
        m_first += m_rows.size();
        return std::exchange(m_rows, {});
    }

    static weir::EventView view(const weir::Event &row)
    {
        return {row.seq,   row.time, row.connection, row.direction, row.kind,
                row.flags, row.ref,  row.name,       row.id,        row.payload};
    }

private:
    quint64 m_first = 1;
    std::vector<weir::Event> m_rows;
};
