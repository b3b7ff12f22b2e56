// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "base/jsonformat.h"
#include "base/rawjson.h"

#include <QTest>

using namespace weir;

class TestRawJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersStayAsTheyStand();
    void aMemberThatComesTwiceIsThereTwice();
    void elementsStayAsTheyStand();
    void whatIsNoContainerHasNoParts();
    void namesAndTextsAreUnescaped();
    void quotedTextReadsBack_data();
    void quotedTextReadsBack();
    void typesAreTold();
    void oneLineKeepsEveryToken();
};

void TestRawJson::membersStayAsTheyStand()
{
    const QByteArray json =
        " { \"a\" : 1.0 , \"b\":[ 1, {\"}\":\"]\"} ],\n\"c\":\"x\\\"y\", \"d\":1e400,\"e\":{} } ";
    QVERIFY(checkJson(json));
    const auto members = jsonMembers(trimmedJson(json));
    QCOMPARE(members.size(), size_t(5));
    QCOMPARE(members[0].name, "a");
    QCOMPARE(members[0].value.toByteArray(), "1.0");
    QCOMPARE(members[1].value.toByteArray(), "[ 1, {\"}\":\"]\"} ]");
    QCOMPARE(members[2].value.toByteArray(), "\"x\\\"y\"");
    QCOMPARE(members[3].value.toByteArray(), "1e400");
    QCOMPARE(members[4].value.toByteArray(), "{}");
}

void TestRawJson::aMemberThatComesTwiceIsThereTwice()
{
    const auto members = jsonMembers("{\"a\":1,\"a\":2}");
    QCOMPARE(members.size(), size_t(2));
    QCOMPARE(members[1].value.toByteArray(), "2");
}

void TestRawJson::elementsStayAsTheyStand()
{
    const auto elements = jsonElements("[9007199254740993,\"a,b\",[ ],null , true]");
    QCOMPARE(elements.size(), size_t(5));
    QCOMPARE(elements[0].toByteArray(), "9007199254740993");
    QCOMPARE(elements[1].toByteArray(), "\"a,b\"");
    QCOMPARE(elements[2].toByteArray(), "[ ]");
    QCOMPARE(elements[3].toByteArray(), "null");
    QCOMPARE(elements[4].toByteArray(), "true");
}

void TestRawJson::whatIsNoContainerHasNoParts()
{
    QVERIFY(jsonMembers("[1]").empty());
    QVERIFY(jsonMembers("{}").empty());
    QVERIFY(jsonElements("{\"a\":1}").empty());
    QVERIFY(jsonElements("[ ]").empty());
    QVERIFY(jsonMembers("12").empty());
}

void TestRawJson::namesAndTextsAreUnescaped()
{
    QCOMPARE(jsonMembers("{\"\\u0069d\":1}")[0].name, "id");
    QCOMPARE(jsonText("\"\\ud83d\\ude00 \\n\""), QByteArray("\xf0\x9f\x98\x80 \n"));
    const QByteArray half = jsonText("\"\\ud800\"");
    QVERIFY(half.isValidUtf8() && !half.isEmpty());
    QCOMPARE(jsonText("12"), "");
}

void TestRawJson::quotedTextReadsBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("abc");
    QTest::newRow("quotation marks") << QByteArray("a\"b\\c/");
    QTest::newRow("controls") << QByteArray("\b\f\n\r\t\x01\x1f\x7f");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("every plane") << QByteArray("\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80");
    QTest::newRow("nothing") << QByteArray();
}

void TestRawJson::quotedTextReadsBack()
{
    QFETCH(QByteArray, text);
    const QByteArray quoted = quotedJson(text);
    QVERIFY(checkJson(quoted));
    QCOMPARE(jsonText(quoted), text);
}

void TestRawJson::typesAreTold()
{
    QCOMPARE(jsonType(" {}"), JsonType::Object);
    QCOMPARE(jsonType("[]"), JsonType::Array);
    QCOMPARE(jsonType("\"\""), JsonType::String);
    QCOMPARE(jsonType("true"), JsonType::Boolean);
    QCOMPARE(jsonType("false"), JsonType::Boolean);
    QCOMPARE(jsonType("null"), JsonType::Null);
    QCOMPARE(jsonType("-1e5"), JsonType::Number);
}

void TestRawJson::oneLineKeepsEveryToken()
{
    const auto line = compactJson("{ \"a\" : [ 1.0 , 1e400 ],\n \"a\": \"x  y\" , \"b\": { } }");
    QVERIFY(line);
    QCOMPARE(*line, "{\"a\":[1.0,1e400],\"a\":\"x  y\",\"b\":{}}");
    QCOMPARE(compactJson("[1,").error().reason, JsonFault::Truncated);
}

WEIR_TEST(runPlainTest<TestRawJson>)
#include "tst_rawjson.moc"
