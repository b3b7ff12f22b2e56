// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "jsonrpc/jsontree.h"

#include <QTest>

using namespace weir;

class TestJsonTree final : public QObject
{
    Q_OBJECT

    static std::shared_ptr<const JsonTree> treeOf(const QByteArray &json)
    {
        auto tree = JsonTree::read(json);
        return tree ? *tree : nullptr;
    }

private Q_SLOTS:
    void everyValueStandsAsItStood();
    void scalarsAreTrees();
    void theLastOfTwoMembersCounts();
    void namesAreUnescaped();
    void manyMembersAreFound();
    void pointersLeadToValues_data();
    void pointersLeadToValues();
    void whatIsNotJsonIsRefused();
    void deepTextsAreRead();
    void stringsReadBack_data();
    void stringsReadBack();
};

void TestJsonTree::everyValueStandsAsItStood()
{
    const auto tree = treeOf(R"( { "a" : [ 1.0 , 1e400, {} ] , "b" : "x\"," , "c":{"d":null} } )");
    const auto members = tree->members(0);
    QCOMPARE(members.size(), size_t(3));
    QCOMPARE(members[0].name, QStringLiteral("a"));
    QCOMPARE(tree->text(members[0].value).toByteArray(), "[1.0,1e400,{}]");
    const auto elements = tree->elements(members[0].value);
    QCOMPARE(elements.size(), size_t(3));
    QCOMPARE(tree->text(elements[1]).toByteArray(), "1e400");
    QVERIFY(tree->members(elements[2]).empty());
    QCOMPARE(tree->string(members[1].value), QStringLiteral("x\","));
    QCOMPARE(tree->type(tree->member(members[2].value, "d")), JsonType::Null);
    QVERIFY(tree->elements(0).empty());
    QVERIFY(tree->members(elements[0]).empty());
}

void TestJsonTree::scalarsAreTrees()
{
    QCOMPARE(treeOf(" 1.0 ")->text(0).toByteArray(), "1.0");
    QCOMPARE(treeOf("\"a\"")->string(0), QStringLiteral("a"));
    QCOMPARE(treeOf("[]")->type(0), JsonType::Array);
    QCOMPARE(treeOf("7")->string(0), QString());
    QCOMPARE(treeOf("7")->member(0, "a"), JsonTree::none);
}

void TestJsonTree::theLastOfTwoMembersCounts()
{
    const auto tree = treeOf(R"({"a":1,"a":2})");
    QCOMPARE(tree->members(0).size(), size_t(2));
    QCOMPARE(tree->text(tree->member(0, "a")).toByteArray(), "2");
}

void TestJsonTree::namesAreUnescaped()
{
    const auto tree = treeOf(R"({"\u0069d":1,"\ud800":2,"":3})");
    QCOMPARE(tree->text(tree->member(0, "id")).toByteArray(), "1");
    QCOMPARE(tree->members(0)[1].name, QString(QChar(0xd800)));
    QCOMPARE(tree->text(tree->member(0, "")).toByteArray(), "3");
}

void TestJsonTree::manyMembersAreFound()
{
    QByteArray json = "{";
    for (int i = 0; i < 1000; ++i)
        json += '"' + QByteArray::number(i) + "\":[" + QByteArray::number(i) + "],";
    json += "\"7\":\"again\",\"\u0061\":{\"b\":1}}";
    const auto tree = treeOf(json);
    QCOMPARE(tree->text(tree->member(0, "999")).toByteArray(), "[999]");
    QCOMPARE(tree->string(tree->member(0, "7")), QStringLiteral("again"));
    QCOMPARE(tree->text(tree->member(0, "a")).toByteArray(), "{\"b\":1}");
    QCOMPARE(tree->member(0, "1000"), JsonTree::none);
}

void TestJsonTree::pointersLeadToValues_data()
{
    QTest::addColumn<QByteArray>("found");
    const auto add = [](const char *pointer, const char *found) {
        QTest::newRow(pointer) << QByteArray(found);
    };
    // RFC 6901, 5
    add("/foo", R"(["bar","baz"])");
    add("/foo/0", R"("bar")");
    add("/", "0");
    add("/a~1b", "1");
    add("/m~0n", "8");
    add("/c%d", "2");
    add("/~01", "9");
    add("/foo/2", "");
    add("/foo/-", "");
    add("/foo/x", "");
    add("/nothing", "");
    add("foo", "");
    add("/foo/0/x", "");
}

void TestJsonTree::pointersLeadToValues()
{
    QFETCH(QByteArray, found);
    const auto tree = treeOf(R"({"foo":["bar","baz"],"":0,"a/b":1,"m~n":8,"c%d":2,"~1":9})");
    const int value = tree->at(QTest::currentDataTag());
    QCOMPARE(value == JsonTree::none ? QByteArray() : tree->text(value).toByteArray(), found);
    QCOMPARE(tree->at(""), 0);
}

void TestJsonTree::whatIsNotJsonIsRefused()
{
    QVERIFY(!JsonTree::read(""));
    QVERIFY(!JsonTree::read("{\"a\":}"));
    QVERIFY(!JsonTree::read("[1] 2"));
    QCOMPARE(JsonTree::read("\"\xff\"").error().reason, JsonFault::NotUtf8);
}

void TestJsonTree::deepTextsAreRead()
{
    const QByteArray deep = QByteArray(jsonDepthLimit, '[') + QByteArray(jsonDepthLimit, ']');
    const auto tree = treeOf(deep);
    QVERIFY(tree);
    QCOMPARE(tree->behind(0), jsonDepthLimit);
}

void TestJsonTree::stringsReadBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("plain") << QStringLiteral("abc") << QByteArray("\"abc\"");
    QTest::newRow("nothing") << QString() << QByteArray("\"\"");
    QTest::newRow("escapes") << QStringLiteral("\"\\n") << QByteArray(R"("\"\\n")");
    QTest::newRow("pair") << QString::fromUtf8("\xf0\x9f\x98\x80") << QByteArray("\"\xf0\x9f\x98\x80\"");
    QTest::newRow("high half") << QString(QChar(0xd83d)) << QByteArray(R"("\ud83d")");
    QTest::newRow("low half") << QString(QChar(0xde00)) << QByteArray(R"("\ude00")");
    QTest::newRow("halves the wrong way round")
        << QString(QStringLiteral("a") + QChar(0xde00) + QChar(0xd83d) + u'b')
        << QByteArray(R"("a\ude00\ud83db")");
    QTest::newRow("half beside a pair") << QString(QChar(0xd83d) + QString::fromUtf8("\xf0\x9f\x98\x80"))
                                        << QByteArray("\"\\ud83d\xf0\x9f\x98\x80\"");
    QTest::newRow("byte order mark") << QString(QChar(0xfeff) + QStringLiteral("a\n"))
                                     << QByteArray("\"\xef\xbb\xbf"
                                                   "a\\n\"");
    QTest::newRow("byte order mark alone") << QString(QChar(0xfeff)) << QByteArray("\"\xef\xbb\xbf\"");
    QTest::newRow("NUL") << QString(QChar(u'\0')) << QByteArray(R"("\u0000")");
}

void TestJsonTree::stringsReadBack()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    QCOMPARE(quotedJson(text), json);
    QCOMPARE(jsonString(json), text);
}

WEIR_TEST(runPlainTest<TestJsonTree>)
#include "tst_jsontree.moc"
