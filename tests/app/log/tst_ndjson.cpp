// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "log/ndjson.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace weir;

class TestNdjson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAllMembersInOrder()
    {
        EventView event;
        event.seq = 7;
        event.time = 1'795'344'127'266'113;
        event.kind = Kind::SseEvent;
        event.name = "tick";
        event.id = "48199";
        event.ref = 3;
        event.payload = "{\"a\":1}";
        QCOMPARE(line(event, "Market ticks"),
                 quoted("{'seq':7,'time':'2026-11-22T10:42:07.266113Z','connection':'Market ticks',"
                        "'direction':'in','kind':'sse.event','name':'tick','id':'48199','ref':3,"
                        "'size':7,'payload':'{\\'a\\':1}'}\n"));
    }

    void leavesOutWhatIsAbsent()
    {
        EventView event;
        event.seq = 1;
        event.kind = Kind::Note;
        event.direction = Direction::Local;
        QCOMPARE(line(event, {}),
                 quoted("{'seq':1,'time':'1970-01-01T00:00:00.000000Z','direction':'local',"
                        "'kind':'note','size':0,'payload':''}\n"));
    }

    void appendsBehindWhatIsThere()
    {
        QByteArray out = "before\n";
        appendNdjson(out, {}, {});
        QVERIFY(out.startsWith("before\n{\"seq\":0"));
        QVERIFY(out.endsWith("}\n"));
    }

    void payloadThatIsNotUtf8GoesAsBase64()
    {
        EventView event;
        const QByteArray payload("\x00\xff\xfe raw", 7);
        event.payload = payload;
        const QByteArray text = line(event, "x");
        QVERIFY(text.contains(quoted("'size':7,'encoding':'base64','payload':'AP/+IHJhdw=='}")));
        QCOMPARE(QByteArray::fromBase64(object(text).value(u"payload").toString().toLatin1()), payload);
    }

    void namesThatAreNotUtf8StillGiveJson()
    {
        EventView event;
        event.name = "a\xff"
                     "b";
        event.id = "\xc3";
        const QJsonObject found = object(line(event, "\xf0\x9f"));
        QCOMPARE(found.value(u"name").toString(), QStringLiteral("a\uFFFDb"));
        QVERIFY(found.value(u"id").toString().contains(QChar(0xfffd)));
        QVERIFY(found.value(u"connection").toString().contains(QChar(0xfffd)));
    }

    void keepsAByteOrderMark()
    {
        EventView event;
        event.name = "\xef\xbb\xbf"
                     "a\xff";
        event.payload = "\xef\xbb\xbf{}";
        const QByteArray text = line(event, {});
        QVERIFY(text.contains("\"name\":\"\xef\xbb\xbf"
                              "a\xef\xbf\xbd\""));
        QVERIFY(text.contains("\"payload\":\"\xef\xbb\xbf{}\""));
    }

    void escapesEveryByteAtEveryPlace()
    {
        for (int byte = 0; byte < 128; ++byte) {
            for (int place = 0; place < 20; ++place) {
                QByteArray payload(20, 'x');
                payload[place] = char(byte);
                EventView event;
                event.payload = payload;
                const QByteArray text = line(event, {});
                QCOMPARE(text.count('\n'), 1);
                QCOMPARE(object(text).value(u"payload").toString().toUtf8(), payload);
            }
        }
    }

    void escapesTextOfAllPlanes()
    {
        EventView event;
        const QByteArray payload = "\u20ac \U0001F600 \u4e2d\u6587 \"\\\b\f\n\r\t\x01\x1f\x7f";
        event.payload = payload;
        QCOMPARE(object(line(event, {})).value(u"payload").toString().toUtf8(), payload);
    }

    void timesAgreeWithQDateTime()
    {
        QRandomGenerator random(1);
        for (int i = 0; i < 20000; ++i) {
            const auto time = random.bounded(qint64(-60'000'000'000), qint64(250'000'000'000)) * 1000 * 1000
                + qint64(random.bounded(1'000'000));
            EventView event;
            event.time = time;
            qint64 milliseconds = time / 1000;
            if (time % 1000 < 0)
                --milliseconds;
            const QDateTime expected = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
            const QByteArray stamp = object(line(event, {})).value(u"time").toString().toLatin1();
            QCOMPARE(stamp.first(23), expected.toString(u"yyyy-MM-ddTHH:mm:ss.zzz").toLatin1());
            QCOMPARE(stamp.sliced(23, 3).toInt(), int(time - milliseconds * 1000));
        }
    }

    void timesBeyondFourDigitsAreClamped()
    {
        EventView event;
        event.time = std::numeric_limits<qint64>::min();
        QVERIFY(line(event, {}).contains("\"0000-01-01T00:00:00.000000Z\""));
        event.time = std::numeric_limits<qint64>::max();
        QVERIFY(line(event, {}).contains("\"9999-12-31T23:59:59.999999Z\""));
    }

private:
    // moc 6.4 loses its way in raw strings that hold quotation marks.
    static QByteArray quoted(const char *text) { return QByteArray(text).replace('\'', '"'); }
    static QByteArray line(const EventView &event, QByteArrayView connection)
    {
        QByteArray out;
        appendNdjson(out, event, connection);
        return out;
    }
    static QJsonObject object(const QByteArray &text)
    {
        QJsonParseError error;
        const QJsonObject result = QJsonDocument::fromJson(text, &error).object();
        if (error.error != QJsonParseError::NoError)
            qWarning() << error.errorString() << text;
        return result;
    }
};

WEIR_TEST(runPlainTest<TestNdjson>)
#include "tst_ndjson.moc"
