// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sse/collectingsink.h"
#include "testprogram.h"

#include "base/maskingsink.h"

#include <QTest>

using namespace weir;

class TestMaskingSink final : public QObject
{
    Q_OBJECT

    struct Line
    {
        CollectingSink *kept = nullptr;
        std::unique_ptr<MaskingSink> sink;
    };
    static Line lineWith(const Secrets &secrets)
    {
        auto kept = std::make_unique<CollectingSink>();
        CollectingSink *raw = kept.get();
        return {raw, std::make_unique<MaskingSink>(std::move(kept), SecretMask(secrets))};
    }
    static EventBatch::Record head(Kind kind, Direction direction)
    {
        return {.time = 5, .number = 7, .ref = 3, .kind = kind, .direction = direction, .flags = OwnId};
    }

private Q_SLOTS:
    void rowsWithASecretAreMaskedAndFlagged()
    {
        const Line line = lineWith({.values = {"hunter2hunter2"}, .places = {}});
        EventBatch batch;
        batch.append(head(Kind::SseEvent, Direction::In), "tick", "1", "{\"a\":1}");
        batch.append(head(Kind::SseEvent, Direction::In), "hunter2hunter2", "2", "b");
        batch.append(head(Kind::SseEvent, Direction::In), "tick", "3-hunter2hunter2", "c");
        batch.append(head(Kind::Error, Direction::Local), {}, {}, "no hunter2hunter2 and hunter2%68unter2");
        QVERIFY(line.sink->accept(batch));
        QVERIFY(batch.isEmpty());
        const auto &rows = line.kept->rows;
        QCOMPARE(rows.size(), size_t(4));
        QCOMPARE(rows[0].payload, QByteArray("{\"a\":1}"));
        QCOMPARE(rows[0].flags, quint16(OwnId));
        QCOMPARE(rows[1].name, QByteArray("•••"));
        QCOMPARE(rows[2].id, QByteArray("3-•••"));
        QCOMPARE(rows[3].payload, QByteArray("no ••• and •••"));
        for (size_t i = 1; i < rows.size(); ++i) {
            QCOMPARE(rows[i].flags, quint16(OwnId | Masked));
            QCOMPARE(rows[i].time, 5);
            QCOMPARE(rows[i].ref, 3u);
            QCOMPARE(line.kept->numbers[i], 7u);
        }
    }

    void whatRunsOverTheEndOfARowIsNone()
    {
        const Line line = lineWith({.values = {"hunter2hunter2"}, .places = {}});
        EventBatch batch;
        batch.append(head(Kind::SseEvent, Direction::In), "x", "hunter2", "hunter2");
        batch.append(head(Kind::SseEvent, Direction::In), "hunter2", {}, "hunter2");
        QVERIFY(line.sink->accept(batch));
        for (const Event &row : line.kept->rows) {
            QCOMPARE(row.payload, QByteArray("hunter2"));
            QCOMPARE(row.flags, quint16(OwnId));
        }
    }

    void shortSecretsStayInWhatThePeerSays()
    {
        const Line line = lineWith({.values = {}, .places = {{"pin=", "42", ""}}});
        EventBatch batch;
        batch.append(head(Kind::HttpRequest, Direction::Out), "GET", {}, "GET /?pin=42 HTTP/1.1\n");
        batch.append(head(Kind::SseEvent, Direction::In), {}, {}, "pin=42");
        QVERIFY(line.sink->accept(batch));
        QCOMPARE(line.kept->rows[0].payload, QByteArray("GET /?pin=••• HTTP/1.1\n"));
        QCOMPARE(line.kept->rows[1].payload, QByteArray("pin=42"));
    }

    void passesOnThatTheLogHasEnoughAndWakes()
    {
        const Line line = lineWith({.values = {"hunter2hunter2"}, .places = {}});
        line.kept->full = true;
        EventBatch batch;
        batch.append(head(Kind::Note, Direction::Local), {}, {}, "x");
        QVERIFY(!line.sink->accept(batch));
        int woken = 0;
        line.sink->setWaker([&woken] { ++woken; });
        line.kept->waker();
        QCOMPARE(woken, 1);
    }
};

WEIR_TEST(runAppTest<TestMaskingSink>)
#include "tst_maskingsink.moc"
