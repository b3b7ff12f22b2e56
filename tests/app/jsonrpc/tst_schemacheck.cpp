// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemafixture.h"
#include "testprogram.h"

#include <QTest>

using namespace weir;
using Type = ParamNode::Type;

class TestSchemaCheck final : public QObject
{
    Q_OBJECT

    static QStringList told(const FormSchema &schema, const ParamNode &value)
    {
        QStringList all;
        for (const FormSchema::Fault &fault : schema.check(value)) {
            QString path;
            for (const int index : fault.path)
                path += QString::number(index) + u' ';
            all.append(path + fault.sentence);
        }
        return all;
    }

private Q_SLOTS:
    void everyKeywordIsChecked_data();
    void everyKeywordIsChecked();
    void sentencesNameTheValue_data();
    void sentencesNameTheValue();
    void placesAreThoseOfTheForm();
    void rowsThatAreOffAreNotThere();
    void variablesAreTakenToBeRight();
    void resultsHaveNoVariables();
    void wrongSchemasSayNothing_data();
    void wrongSchemasSayNothing();
    void manyAlternativesComeToAnEnd();
    void longChainsOfReferencesAreFollowed();
    void deepValuesAreLookedAt();
    void largeResultsAreLookedAt();
    void onlyTheFirstFaultsAreTold();
};

void TestSchemaCheck::everyKeywordIsChecked_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    const auto add = [](const char *name, const char *schema, const char *good, const char *bad) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(good) << QByteArray(bad);
    };
    // Several values at once: good and bad are arrays of them.
    add("type", R"({"type":"string"})", R"(["","a"])", R"([1,null,true,{},[]])");
    add("integer", R"({"type":"integer"})", "[1,1.0,1e3,-0,1e400,123456789012345678901234567890]",
        R"([1.5,"1",1e-1])");
    add("number", R"({"type":"number"})", "[1,1.5,1e400,-1e-400]", R"(["1",true])");
    add("types", R"({"type":["integer","null"]})", "[1,null]", R"(["",1.5,false])");
    add("nullable", R"({"type":"string","nullable":true})", R"(["",null])", "[1]");
    add("enum", R"({"enum":["a",1,null,{"b":[1]}]})", R"(["a",1,1.0,null,{"b":[1]}])",
        R"(["b","1",2,{"b":[]}])");
    add("const", R"({"const":[1,"a"]})", R"([[1,"a"],[1.0,"a"]])", R"([[1],["a",1],1])");
    add("minimum", R"({"minimum":9007199254740993})", R"([9007199254740993,1e400,"a"])",
        "[9007199254740992,-1e400]");
    add("maximum", R"({"maximum":0.1})", "[0.1,-5]", "[0.10000000000000000001,1]");
    add("exclusiveMinimum", R"({"exclusiveMinimum":9007199254740992})", "[9007199254740993]",
        "[9007199254740992]");
    add("exclusiveMaximum", R"({"exclusiveMaximum":1e400})", "[1e399]", "[1e400,1e401]");
    add("draft 4 exclusive", R"({"minimum":0,"exclusiveMinimum":true,"maximum":9,"exclusiveMaximum":false})",
        "[1,9]", "[0,10]");
    add("multipleOf", R"({"multipleOf":0.01})", "[19.99,1,0,-0.5]", "[19.995]");
    add("minLength", R"({"minLength":2})", "[\"ab\",\"\xf0\x9f\x98\x80\xf0\x9f\x98\x80\",\"a\\u0000\",1]",
        "[\"a\",\"\xf0\x9f\x98\x80\"]");
    add("maxLength", R"({"maxLength":1})", "[\"\",\"\xf0\x9f\x98\x80\"]", R"(["ab"])");
    add("pattern", R"({"pattern":"^[a-z]+$"})", R"(["abc",1])", R"(["","A","a1"])");
    add("pattern of JavaScript", R"({"pattern":"^\\u0041\\/\\d{2}$"})", R"(["A/12"])", R"(["u0041/12"])");
    add("date", R"({"format":"date"})", R"(["2026-11-28",1,{}])", R"(["2026-13-01","tomorrow"])");
    add("date-time", R"({"format":"date-time"})", R"(["2026-11-28T10:00:00Z"])", R"(["2026-11-28"])");
    add("another format", R"({"format":"email"})", R"(["no matter"])", "[]");
    add("minItems", R"({"minItems":1})", "[[1],1]", "[[]]");
    add("maxItems", R"({"maxItems":1})", "[[],[1]]", "[[1,2]]");
    add("uniqueItems", R"({"uniqueItems":true})", R"([[],[1],[1,"1"],[{"a":1},{"a":2}]])",
        "[[1,1],[1,1.0],[{},{}]]");
    add("items", R"({"items":{"type":"integer"}})", "[[],[1,2],{}]", R"([[1,"a"]])");
    add("prefixItems", R"({"prefixItems":[{"type":"string"}],"items":{"type":"null"}})",
        R"([["a",null],["a"],[]])", R"([[null],["a","b"]])");
    add("items before prefixItems", R"({"items":[{"type":"string"}],"additionalItems":false})",
        R"([["a"],[]])", R"([[1],["a","b"]])");
    add("contains", R"({"contains":{"const":1}})", "[[0,1],1]", "[[],[0]]");
    add("minProperties", R"({"minProperties":1})", R"([{"a":1}])", "[{}]");
    add("maxProperties", R"({"maxProperties":1})", R"([{},{"a":1}])", R"([{"a":1,"b":2}])");
    add("required", R"({"required":["a","b"]})", R"([{"a":1,"b":null},[]])", R"([{"a":1},{}])");
    add("properties", R"({"properties":{"a":{"type":"integer"}}})", R"([{},{"a":1,"b":"x"}])",
        R"([{"a":"x"}])");
    add("patternProperties", R"({"patternProperties":{"^x":{"type":"null"}}})", R"([{"x":null,"y":1}])",
        R"([{"xy":1}])");
    add("additionalProperties", R"({"properties":{"a":{}},"additionalProperties":false})", R"([{},{"a":1}])",
        R"([{"b":1}])");
    add("additionalProperties with a schema", R"({"additionalProperties":{"type":"string"}})",
        R"([{"a":""}])", R"([{"a":1}])");
    add("propertyNames", R"({"propertyNames":{"pattern":"^[a-z]$"}})", R"([{"a":1}])", R"([{"A":1}])");
    add("dependentRequired", R"({"dependentRequired":{"a":["b"]}})", R"([{"b":1},{"a":1,"b":1}])",
        R"([{"a":1}])");
    add("dependencies", R"({"dependencies":{"a":["b"],"c":{"required":["d"]}}})",
        R"([{"a":1,"b":1},{"c":1,"d":1}])", R"([{"a":1},{"c":1}])");
    add("dependentSchemas", R"({"dependentSchemas":{"a":{"maxProperties":1}}})", R"([{"a":1},{"b":1,"c":1}])",
        R"([{"a":1,"b":1}])");
    add("allOf", R"({"allOf":[{"minimum":1},{"maximum":3}]})", "[1,3]", "[0,4]");
    add("anyOf", R"({"anyOf":[{"type":"integer"},{"minimum":10}]})", "[1,12,10.5]", "[1.5]");
    add("oneOf", R"({"oneOf":[{"type":"integer"},{"minimum":10}]})", "[1,10.5]", "[12,1.5]");
    add("not", R"({"not":{"type":"null"}})", "[1]", "[null]");
    add("if",
        R"({"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}})",
        R"([{"a":1,"b":1},{"c":1}])", R"([{"a":1},{"a":2}])");
    add("false", "false", "[]", "[1,null]");
    add("$ref", R"({"$ref":"#/components/schemas/Positive"})", "[1]", R"([0,"a"])");
}

void TestSchemaCheck::everyKeywordIsChecked()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    const FormSchema read = schemaOf(schema, R"({"Positive":{"type":"integer","exclusiveMinimum":0}})");
    QVERIFY(!read.isNull());
    const ParamNode goodOnes = nodeFromJson(good);
    QCOMPARE(goodOnes.type, Type::Array);
    for (const ParamNode &value : goodOnes.children)
        QVERIFY2(read.check(value).empty(), qPrintable(told(read, value).join(u' ')));
    for (const ParamNode &value : nodeFromJson(bad).children) {
        QVERIFY2(!read.check(value).empty(), nodeToJson(value).constData());
        QVERIFY(!read.checkJson(nodeToJson(value)).empty());
    }
}

void TestSchemaCheck::sentencesNameTheValue_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *schema, const char *value, const char *sentence) {
        QTest::newRow(schema) << QByteArray(value) << QString::fromUtf8(sentence);
    };
    add(R"({"type":"integer","minimum":0,"maximum":15})", "\"two\"",
        "“two” is not an integer. The method expects 0 to 15.");
    add(R"({"type":["string","null"]})", "{}", "This object is not a string or null.");
    add(R"({"type":"boolean"})", "[1]", "This array is not true or false.");
    add(R"({"enum":["open","closed"]})", "\"shut\"",
        "“shut” is none of the values that can stand here. The method expects open or closed.");
    add(R"({"const":2})", "3", "“3” is not what has to stand here. The method expects 2.");
    add(R"({"pattern":"^a$"})", "\"b\"", "“b” does not match. The method expects text that matches ^a$.");
    add(R"({"multipleOf":5})", "7", "“7” is not a multiple of 5.");
    add(R"({"minLength":3})", "\"ab\"",
        "“ab” has the wrong length. The method expects 3 characters at least.");
    add(R"({"minItems":2})", "[1]", "The number of items is wrong. The method expects 2 items at least.");
    add(R"({"uniqueItems":true})", "[1,1]", "An item is there twice. The method expects no item twice.");
    add(R"({"required":["a"]})", "{}", "“a” is missing.");
    add(R"({"additionalProperties":false})", R"({"b":1})", "0 There is no “b” here.");
    add(R"({"format":"date"})", "\"x\"", "“x” is not a date of RFC 3339.");
    add(R"({"oneOf":[{"type":"string"},{"type":"null"}]})", "1", "“1” fits none of the 2 alternatives.");
    add(R"({"oneOf":[{"type":"null"},{"type":"boolean"}]})", "\"%1 %2\"",
        "“%1 %2” fits none of the 2 alternatives.");
    add(R"({"oneOf":[{"type":"integer","maximum":5},{"type":"null"}]})", "7",
        "“7” is out of range. The method expects 5 at most.");
    add(R"({"oneOf":[{"properties":{"kind":{"const":"a"},"x":{"type":"string"}}},{"properties":{"kind":{"const":"b"}}}]})",
        R"({"kind":"a","x":1})", "1 “1” is not a string.");
    add(R"({"oneOf":[{"minimum":0},{"maximum":9}]})", "5",
        "“5” fits 2 alternatives where it has to fit one.");
    add(R"({"not":{"type":"null"}})", "null", "“null” is what cannot stand here.");
    add(R"({"maxLength":1})", R"("a very long text that goes on and on and on")",
        "“a very long text that goes on and on and…” has the wrong length. The method expects 1 character at "
        "most.");
}

void TestSchemaCheck::sentencesNameTheValue()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, sentence);
    QCOMPARE(told(schemaOf(QTest::currentDataTag()), nodeFromJson(value)).join(u'\n'), sentence);
}

void TestSchemaCheck::placesAreThoseOfTheForm()
{
    const FormSchema schema =
        schemaOf(R"({"properties":{"list":{"items":{"properties":{"n":{"type":"integer"}}}}}})");
    const QByteArray value = R"({"a":1,"list":[{"n":1},{"m":0,"n":"x"}]})";
    QCOMPARE(told(schema, nodeFromJson(value)).join(u'\n'), QStringLiteral("1 1 1 “x” is not an integer."));
    QCOMPARE(schema.checkJson(value),
             std::vector<QString>{QStringLiteral("/list/1/n: “x” is not an integer.")});
}

void TestSchemaCheck::rowsThatAreOffAreNotThere()
{
    const FormSchema schema = schemaOf(
        R"({"required":["a"],"properties":{"b":{"items":[{"type":"string"},{"type":"null"}],"maxItems":2}}})");
    ParamNode value = nodeFromJson(R"({"a":1,"b":["x",1,null],"c":2})");
    value.children[1].children[1].on = false;
    QCOMPARE(told(schema, value), QStringList());
    value.children[0].on = false;
    QCOMPARE(told(schema, value), QStringList{QStringLiteral("0 “a” is missing.")});
    value.children[1].children[2].type = Type::Boolean;
    value.children[1].children[2].text = QStringLiteral("true");
    QCOMPARE(told(schema, value).last(), QStringLiteral("1 2 “true” is not null."));
}

void TestSchemaCheck::variablesAreTakenToBeRight()
{
    const FormSchema schema = schemaOf(R"({"properties":{"n":{"type":"integer"},"e":{"enum":["a"]}},
        "oneOf":[{"properties":{"n":{"const":1}}},{"properties":{"n":{"const":2}}}],
        "not":{"required":["n"]},"required":["m"]})");
    ParamNode value = nodeFromJson(R"({"n":0,"e":"{{e}}"})");
    value.children[0].text = QStringLiteral("{{n}}");
    QCOMPARE(told(schema, value), QStringList{QStringLiteral("“m” is missing.")});
}

void TestSchemaCheck::resultsHaveNoVariables()
{
    QCOMPARE(schemaOf(R"({"enum":["a","b"]})").checkJson("\"{{e}}\""),
             std::vector<QString>{
                 QStringLiteral("“{{e}}” is none of the values that can stand here. Expected: a or b.")});
}

void TestSchemaCheck::wrongSchemasSayNothing_data()
{
    QTest::addColumn<QByteArray>("schema");
    for (const char *schema : {R"({"type":"any"})",
                               R"({"type":7})",
                               R"({"type":["integer",7]})",
                               R"({"enum":"a"})",
                               R"({"minimum":"1"})",
                               R"({"multipleOf":0})",
                               R"({"multipleOf":-1})",
                               R"({"pattern":"["})",
                               R"({"pattern":7})",
                               R"({"required":true})",
                               R"({"required":[1]})",
                               R"({"properties":[]})",
                               R"({"items":7})",
                               R"({"minItems":-1})",
                               R"({"minLength":1.5})",
                               R"({"format":7})",
                               R"({"oneOf":{}})",
                               R"({"oneOf":[]})",
                               R"({"anyOf":[7]})",
                               R"({"allOf":"x"})",
                               R"({"not":7})",
                               R"({"if":7})",
                               R"({"dependencies":[]})",
                               R"({"$ref":7})",
                               R"({"$ref":"#/nowhere"})",
                               R"({"uniqueItems":"yes"})",
                               R"({"const":1e400})",
                               R"({"patternProperties":{"[":false}})",
                               R"({"id":"http://example.org/","description":7,"title":{}})",
                               R"({"properties":{"a":{"$ref":"#/x"}}})"})
        QTest::newRow(schema) << QByteArray(schema);
}

void TestSchemaCheck::wrongSchemasSayNothing()
{
    QFETCH(QByteArray, schema);
    const FormSchema read = schemaOf(schema);
    for (const char *value : {"1e400", "\"a\"", "{\"a\":1}", "[1,1]", "true"}) {
        const QByteArray json = value;
        // 1e400 is 1e400, and the rest is not.
        const bool isConst = schema.contains("const") && json != "1e400";
        QCOMPARE(read.checkJson(json).empty(), !isConst);
        (void)read.blank({});
        (void)read.expectation();
        (void)read.typeText();
    }
}

void TestSchemaCheck::manyAlternativesComeToAnEnd()
{
    // Each asks for the next one twice: 2 ^ 60 ways.
    QByteArray schemas = "{";
    for (int i = 0; i < 60; ++i) {
        const QByteArray next = R"({"$ref":"#/components/schemas/S)" + QByteArray::number(i + 1) + R"("})";
        schemas += "\"S" + QByteArray::number(i) + R"(":{"oneOf":[)" + next + ',' + next + "]},";
    }
    schemas += R"("S60":{"type":"string"}})";
    const FormSchema schema = schemaOf(R"({"$ref":"#/components/schemas/S0"})", schemas);
    (void)schema.check(nodeFromJson("1"));
    (void)schema.check(nodeFromJson("\"a\""));
}

void TestSchemaCheck::longChainsOfReferencesAreFollowed()
{
    QByteArray schemas = "{";
    for (int i = 0; i < 20'000; ++i)
        schemas += "\"S" + QByteArray::number(i) + R"(":{"properties":{"n":{"$ref":"#/components/schemas/S)"
            + QByteArray::number(i + 1) + R"("}}},)";
    schemas += R"("S20000":{"type":"string"}})";
    const FormSchema schema = schemaOf(R"({"$ref":"#/components/schemas/S0"})", schemas);
    QVERIFY(!schema.isNull());
    QVERIFY(schema.checkJson(R"({"n":{"n":{}}})").empty());
    const FormSchema last = schemaOf(R"({"$ref":"#/components/schemas/S19999"})", schemas);
    QCOMPARE(last.checkJson(R"({"n":1})"), std::vector<QString>{QStringLiteral("/n: “1” is not a string.")});
}

void TestSchemaCheck::deepValuesAreLookedAt()
{
    const FormSchema schema =
        schemaOf(R"({"$ref":"#/components/schemas/List"})",
                 R"({"List":{"type":"array","items":{"$ref":"#/components/schemas/List"}}})");
    const auto nested = [](int depth) {
        return QByteArray(QByteArray(depth, '[') + '1' + QByteArray(depth, ']'));
    };
    QCOMPARE(schema.checkJson(nested(100)).size(), size_t(1));
    (void)schema.checkJson(nested(1023));
}

void TestSchemaCheck::largeResultsAreLookedAt()
{
    const FormSchema schema =
        schemaOf(R"({"items":{"properties":{"id":{"type":"integer"},"name":{"type":"string"}},
        "required":["id"]},"uniqueItems":true})");
    QByteArray json = "[";
    for (int i = 0; i < 20'000; ++i)
        json += R"({"id":)" + QByteArray::number(i) + R"(,"name":"row"},)";
    QVERIFY(schema.checkJson(QByteArray(json + R"({"id":1}])")).empty());
    QCOMPARE(schema.checkJson(QByteArray(json + R"({"id":"1"}])")),
             std::vector<QString>{QStringLiteral("/20000/id: “1” is not an integer.")});
}

void TestSchemaCheck::onlyTheFirstFaultsAreTold()
{
    const FormSchema schema = schemaOf(R"({"items":{"type":"integer"}})");
    QByteArray json = "[";
    for (int i = 0; i < 100; ++i)
        json += "\"x\",";
    QCOMPARE(schema.checkJson(QByteArray(json + "1]")).size(), size_t(20));
}

WEIR_TEST(runPlainTest<TestSchemaCheck>)
#include "tst_schemacheck.moc"
