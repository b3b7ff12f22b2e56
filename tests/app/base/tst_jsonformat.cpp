// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "base/jsonformat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace weir;

class TestJsonFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indentsByTwo()
    {
        QCOMPARE(formatted(" {'a' : [1,2 ,{ 'b':null}],'c':{},'d':[ ] ,'e':'x,y:{}'}\n"),
                 quoted("{\n  'a': [\n    1,\n    2,\n    {\n      'b': null\n    }\n  ],\n"
                        "  'c': {},\n  'd': [],\n  'e': 'x,y:{}'\n}"));
    }

    void keepsEveryTokenAsItCame_data()
    {
        QTest::addColumn<QByteArray>("token");
        for (const char *token :
             {"1.0", "1e400", "-0", "-0.0E+05", "123456789012345678901234567890", "true", "false", "null",
              "''", "'a\\u0041\\/\\n\\ud800'", "'\xe2\x82\xac \xf0\x9f\x98\x80 long enough for a word'",
              "'01234567\\\\'", "'0123456\\''", "'\x7f'"})
            QTest::newRow(token) << quoted(token);
    }
    void keepsEveryTokenAsItCame()
    {
        QFETCH(QByteArray, token);
        QCOMPARE(formatJson(token).value_or(""), token);
        QCOMPARE(formatJson(QByteArray("[" + token + "]")).value_or(""), "[\n  " + token + "\n]");
        QCOMPARE(formatJson(QByteArray("{\"a\":" + token + ",\"a\":" + token + "}")).value_or(""),
                 "{\n  \"a\": " + token + ",\n  \"a\": " + token + "\n}");
    }

    void tellsWhereItIsNotJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("offset");
        const auto row = [](const char *json, JsonFault::Reason reason, int offset) {
            QTest::newRow(json) << quoted(json) << int(reason) << offset;
        };
        row("", JsonFault::Truncated, 0);
        row("  ", JsonFault::Truncated, 2);
        row("hello", JsonFault::Unexpected, 0);
        row("[1,]", JsonFault::Unexpected, 3);
        row("[,1]", JsonFault::Unexpected, 1);
        row("{'a'}", JsonFault::Unexpected, 4);
        row("{'a':1,}", JsonFault::Unexpected, 7);
        row("{1:2}", JsonFault::Unexpected, 1);
        row("[1}", JsonFault::Unexpected, 2);
        row("{'a':1]", JsonFault::Unexpected, 6);
        row("[1 2]", JsonFault::Unexpected, 3);
        row("01", JsonFault::TrailingText, 1);
        row("1.", JsonFault::Truncated, 2);
        row("1.x", JsonFault::BadNumber, 2);
        row("-x", JsonFault::BadNumber, 1);
        row("1e+", JsonFault::Truncated, 3);
        row("+1", JsonFault::Unexpected, 0);
        row(".5", JsonFault::Unexpected, 0);
        row("NaN", JsonFault::Unexpected, 0);
        row("nul", JsonFault::Truncated, 3);
        row("nulL", JsonFault::Unexpected, 3);
        row("{} {}", JsonFault::TrailingText, 3);
        row("'abc", JsonFault::Truncated, 4);
        row("'a\\x'", JsonFault::BadEscape, 3);
        row("'\\u12g4'", JsonFault::BadEscape, 5);
        row("'a\nb'", JsonFault::ControlCharacter, 2);
        row("['0123456789\x01']", JsonFault::ControlCharacter, 12);
        row("'ab\xff'", JsonFault::NotUtf8, 3);
        row("'\xe2\x82\xac\xc3'", JsonFault::NotUtf8, 4);
        row("\xef\xbb\xbf{}", JsonFault::Unexpected, 0);
        row("// x\n1", JsonFault::Unexpected, 0);
    }
    void tellsWhereItIsNotJson()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, reason);
        QFETCH(int, offset);
        const auto result = formatJson(json);
        QVERIFY(!result);
        QCOMPARE(int(result.error().reason), reason);
        QCOMPARE(int(result.error().offset), offset);
    }

    void everyCutIsAFaultThatIsWithinTheText()
    {
        const QByteArray json = quoted("{'a':[1.5e3,true,null,{'b\\u00e9':'\xc3\xa9'}],'c':[],'d':{}}");
        QVERIFY(formatJson(json));
        for (qsizetype size = 0; size < json.size(); ++size) {
            const QByteArray cut(json.constData(), size); // its own memory: a read beyond it shows
            const auto result = formatJson(cut);
            QVERIFY(!result);
            QVERIFY(result.error().offset <= size);
        }
    }

    void depthIsBounded()
    {
        const QByteArray deep = QByteArray(jsonDepthLimit, '[') + QByteArray(jsonDepthLimit, ']');
        QVERIFY(formatJson(deep));
        QCOMPARE(formatJson(QByteArray('[' + deep + ']')).error(),
                 (JsonFault{JsonFault::TooDeep, jsonDepthLimit}));
        QCOMPARE(formatJson(QByteArray(1'000'000, '[')).error().reason, JsonFault::TooDeep);
        QByteArray objects;
        for (int i = 0; i <= jsonDepthLimit; ++i)
            objects += "{\"a\":";
        QCOMPARE(formatJson(objects).error().reason, JsonFault::TooDeep);
    }

    void sizeIsBounded()
    {
        // Much indentation for few bytes.
        const QByteArray json =
            QByteArray(500, '[') + QByteArray("1,").repeated(100'000) + '1' + QByteArray(500, ']');
        QVERIFY(formatJson(json).value_or("").size() < json.size() * 40);
        const auto result = formatJson(json, 1'000'000);
        QVERIFY(!result);
        QCOMPARE(result.error().reason, JsonFault::TooLarge);
    }

    void agreesWithQJsonDocument()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 300; ++i) {
            const QJsonValue value = randomValue(random, 6);
            const QJsonDocument document(QJsonArray{value});
            const QByteArray json = document.toJson(QJsonDocument::Compact);
            const QByteArray pretty = formatJson(json).value_or("");
            QCOMPARE(QJsonDocument::fromJson(pretty), document);
            QCOMPARE(formatJson(pretty).value_or(""), pretty);
        }
    }

    void randomBytesDoNoHarm()
    {
        QRandomGenerator random(3);
        const QByteArray alphabet = quoted("{}[]:,'\\u01.-tfn \n\xc3\xa9");
        for (int i = 0; i < 20000; ++i) {
            QByteArray json;
            for (int n = random.bounded(24); n > 0; --n)
                json += alphabet[random.bounded(int(alphabet.size()))];
            QJsonParseError error;
            QJsonDocument::fromJson("[" + json + "]", &error);
            const auto ours = formatJson(QByteArray("[" + json + "]"));
            // Qt takes numbers such as 01 and raw control characters, so only one direction holds.
            if (ours)
                QCOMPARE(error.error, QJsonParseError::NoError);
        }
    }

private:
    static QByteArray quoted(const char *text) { return QByteArray(text).replace('\'', '"'); }
    static QByteArray formatted(const char *text) { return formatJson(quoted(text)).value_or("not JSON"); }
    static QJsonValue randomValue(QRandomGenerator &random, int depth)
    {
        switch (random.bounded(depth > 0 ? 6 : 4)) {
        case 0:
            return random.bounded(2) == 0;
        case 1:
            return double(random.generate()) / 8;
        case 2:
            return QString(QString(random.bounded(20), u'\u00e9') + u'"' + u'\n');
        case 3:
            return QJsonValue::Null;
        case 4: {
            QJsonArray array;
            for (int i = random.bounded(5); i > 0; --i)
                array.append(randomValue(random, depth - 1));
            return array;
        }
        default: {
            QJsonObject object;
            for (int i = random.bounded(5); i > 0; --i)
                object.insert(QString::number(random.bounded(100)), randomValue(random, depth - 1));
            return object;
        }
        }
    }
};

WEIR_TEST(runPlainTest<TestJsonFormat>)
#include "tst_jsonformat.moc"
