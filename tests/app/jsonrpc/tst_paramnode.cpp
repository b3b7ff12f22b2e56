// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "jsonrpc/paramnode.h"

#include "base/jsonformat.h"

#include <QTest>

using namespace weir;
using Type = ParamNode::Type;

class TestParamNode final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesReadBack_data();
    void valuesReadBack();
    void typesAreTold();
    void whatIsOffIsNotSent();
    void typedTextStandsThereAsItIs();
};

void TestParamNode::valuesReadBack_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
         {"9007199254740993", "1.0", "1e400", "-0", "1E+2", "\"\"", "\"\\ud800x\"", "\"\\u0000\"", "null",
          "true", "false", "{}", "[]", "[[],{}]", R"({"a":1,"a":2,"":null})",
          R"({"\ud83d":[1.0,{"b":"\""}]})", "\"\xf0\x9f\x98\x80\xe4\xb8\xad\""})
        QTest::newRow(json) << QByteArray(json);
}

void TestParamNode::valuesReadBack()
{
    QFETCH(QByteArray, json);
    QVERIFY(checkJson(json));
    const ParamNode node = nodeFromJson(QByteArray(' ' + json + '\n'), QStringLiteral("name"));
    QCOMPARE(node.name, QStringLiteral("name"));
    QCOMPARE(nodeToJson(node), json);
}

void TestParamNode::typesAreTold()
{
    const ParamNode node = nodeFromJson(R"([1.0,"1",true,null,{"a":2},[]])");
    QCOMPARE(node.type, Type::Array);
    const std::vector<ParamNode> wanted{
        {{}, Type::Number, QStringLiteral("1.0")},
        {{}, Type::String, QStringLiteral("1")},
        {{}, Type::Boolean, QStringLiteral("true")},
        {{}, Type::Null},
        {{}, Type::Object, {}, {{QStringLiteral("a"), Type::Number, QStringLiteral("2")}}},
        {{}, Type::Array},
    };
    QCOMPARE(node.children, wanted);
}

void TestParamNode::whatIsOffIsNotSent()
{
    ParamNode node = nodeFromJson(R"({"a":1,"b":[1,2,3],"c":3})");
    node.children[0].on = false;
    node.children[1].children[1].on = false;
    QCOMPARE(nodeToJson(node), R"({"b":[1,3],"c":3})");
    node.children[1].on = false;
    node.children[2].on = false;
    QCOMPARE(nodeToJson(node), "{}");
}

void TestParamNode::typedTextStandsThereAsItIs()
{
    QCOMPARE(nodeToJson({{}, Type::Number, QStringLiteral("two")}), "two");
    QCOMPARE(nodeToJson({{}, Type::Number, QStringLiteral(" 2 ")}), "2");
    QCOMPARE(nodeToJson({{}, Type::Number, {}}), "");
    QCOMPARE(nodeToJson({{}, Type::Boolean, QStringLiteral("yes")}), "yes");
    QCOMPARE(nodeToJson({{}, Type::Null, QStringLiteral("anything")}), "null");
    QCOMPARE(nodeToJson({{}, Type::String, QStringLiteral("{{name}}")}), "\"{{name}}\"");
}

WEIR_TEST(runPlainTest<TestParamNode>)
#include "tst_paramnode.moc"
