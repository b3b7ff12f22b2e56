// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "../app/session/callcapture.h"

#include "session/callindex.h"

#include <QTest>

namespace weir {

// A capture of a JSON-RPC connection and the index of its calls, as the page has them.
class CallsFixture final
{
public:
    CallsFixture() { index.setReader(capture.reader(), {capture.connection()}); }
    Q_DISABLE_COPY_MOVE(CallsFixture)

    // Until the index has seen all that was written: `calls` of them.
    void flush(qsizetype calls)
    {
        capture.write(rows);
        (void)capture.reader();
        index.grow();
        QTRY_COMPARE_WITH_TIMEOUT(index.count(), calls, 60'000);
    }
    // Until the last row that was written is seen: that it changed something.
    template <typename Condition> void flushUntil(Condition condition)
    {
        capture.write(rows);
        (void)capture.reader();
        index.grow();
        QTRY_VERIFY(condition());
    }

    // Those of the picture: the calls of a calculator, and a server that asks.
    void writePicture()
    {
        const quint64 confirm = rows.asked("confirm", "\"srv-1\"");
        Q_UNUSED(confirm);
        const quint64 batch = rows.batch();
        const quint64 members[] = {rows.request("sum", "1", batch), rows.request("subtract", "2", batch),
                                   rows.request("foo.get", "3", batch), rows.request("get_data", "4", batch)};
        rows.add(Kind::RpcBatch, Direction::In, {}, {}, batch,
                 R"([{"jsonrpc":"2.0","result":7,"id":1},{"jsonrpc":"2.0","result":19,"id":2}])");
        rows.result(members[0], "7");
        rows.result(members[1], "19");
        rows.error(members[2], -32601, "Method not found");
        rows.result(members[3], R"(["hello", 5])");
        exchange("get_data", "5", R"(["hello", 5])");
        const quint64 wrong = rows.request("foobar", "6");
        http(wrong, [&] { rows.error(wrong, -32601, "Method not found"); });
        rows.notification("update");
        exchange("subtract", "7", "19");
    }
    quint64 exchange(const QByteArray &method, const QByteArray &id, const QByteArray &result)
    {
        const quint64 seq = rows.request(method, id);
        http(seq, [&] { rows.result(seq, result); });
        return seq;
    }
    template <typename Answer> void http(quint64 seq, Answer answer)
    {
        const quint64 request = rows.add(Kind::HttpRequest, Direction::Out, "POST", {}, seq,
                                         "POST /rpc HTTP/1.1\nHost: 127.0.0.1:41873\n"
                                         "Content-Type: application/json\nContent-Length: 74\n");
        rows.add(Kind::HttpResponse, Direction::In, "200", {}, request,
                 "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 39\n");
        answer();
    }

    CallCapture capture;
    CallRows rows;
    CallIndex index;
};

} // namespace weir
