// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemafixture.h"
#include "testprogram.h"

#include <QTest>

using namespace weir;
using Type = ParamNode::Type;

namespace {
// A service where everything refers to everything.
const QByteArray tangled = R"({
    "Node":{"type":"object","required":["next"],"properties":{"next":{"$ref":"#/components/schemas/Node"},
        "all":{"type":"array","items":{"$ref":"#/components/schemas/Node"}}}},
    "A":{"$ref":"#/components/schemas/B"},"B":{"$ref":"#/components/schemas/A"},
    "Self":{"allOf":[{"$ref":"#/components/schemas/Self"}],"title":"itself"},
    "Any":{"anyOf":[{"$ref":"#/components/schemas/Any"},{"$ref":"#/components/schemas/Other"}]},
    "Other":{"oneOf":[{"$ref":"#/components/schemas/Any"},{"$ref":"#/components/schemas/Other"}]}})";
}

class TestFormSchema final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSchemaThatSaysNothingIsNull();
    void titlesAreThere();
    void typesAreTold_data();
    void typesAreTold();
    void expectationsAreWords_data();
    void expectationsAreWords();
    void valuesStayAsTheyAreWritten();
    void propertiesComeInTheirOrder();
    void allOfIsOneSchema();
    void referencesAreFollowed();
    void whatStandsBesideAReferenceCounts();
    void referencesThatLeadNowhereAreNull();
    void itemsAreFound();
    void unnamedMembersHaveASchema();
    void alternativesAreListed();
    void blanksBeginWithWhatIsKnown_data();
    void blanksBeginWithWhatIsKnown();
    void circlesEnd();
};

void TestFormSchema::aSchemaThatSaysNothingIsNull()
{
    QVERIFY(FormSchema().isNull());
    QVERIFY(schemaOf("{}").isNull());
    QVERIFY(schemaOf("true").isNull());
    QVERIFY(schemaOf("17").isNull());
    QVERIFY(!schemaOf("false").isNull());
    const FormSchema null;
    QVERIFY(null.types().empty() && null.properties().empty() && null.alternatives().empty());
    QVERIFY(null.enumeration().empty() && !null.defaultValue() && null.expectation().isEmpty());
    QVERIFY(null.property(QStringLiteral("a")).isNull() && null.item(0).isNull());
    QVERIFY(null.check(nodeFromJson("{}")).empty() && null.checkJson("[1]").empty());
    QCOMPARE(null.blank(QStringLiteral("a")), ParamNode{QStringLiteral("a")});
}

void TestFormSchema::titlesAreThere()
{
    const FormSchema schema = schemaOf(R"({"title":"T","description":"D \u00e9","type":"string"})");
    QCOMPARE(schema.title(), QStringLiteral("T"));
    QCOMPARE(schema.description(), QStringLiteral("D é"));
    QCOMPARE(schemaOf(R"({"title":1,"type":"string"})").title(), QString());
}

void TestFormSchema::typesAreTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<Type>>("types");
    const auto add = [](const char *schema, const char *text, std::vector<Type> types) {
        QTest::newRow(schema) << QString::fromUtf8(text) << std::move(types);
    };
    add(R"({"type":"integer"})", "integer", {Type::Number});
    add(R"({"type":["string","null"]})", "string or null", {Type::String, Type::Null});
    add(R"({"type":["integer","number","boolean"]})", "integer, number or boolean",
        {Type::Number, Type::Boolean});
    add(R"({"enum":["a",1]})", "enum", {Type::String, Type::Number});
    add(R"({"const":true})", "constant", {Type::Boolean});
    add(R"({"oneOf":[{"type":"string"},{"type":"null"},{"enum":[1]}]})", "one of 3",
        {Type::String, Type::Null, Type::Number});
    add(R"({"anyOf":[{"type":"string"},{}]})", "one of 2", {});
    add(R"({"type":"array","items":{"type":"string"}})", "array of string", {Type::Array});
    add(R"({"type":"array"})", "array", {Type::Array});
    add(R"({"properties":{}})", "object", {Type::Object});
    add(R"({"items":{}})", "array", {Type::Array});
    add(R"({"pattern":"^a"})", "string", {Type::String});
    add(R"({"minimum":1})", "number", {Type::Number});
    add(R"({"title":"any"})", "any", {});
    add(R"({"type":"unheard-of"})", "unheard-of", {});
}

void TestFormSchema::typesAreTold()
{
    QFETCH(QString, text);
    QFETCH(std::vector<Type>, types);
    const FormSchema schema = schemaOf(QTest::currentDataTag());
    QCOMPARE(schema.typeText(), text);
    QCOMPARE(schema.types(), types);
    QCOMPARE(schema.wantsInteger(), text == QLatin1String("integer"));
}

void TestFormSchema::expectationsAreWords_data()
{
    QTest::addColumn<QString>("text");
    const auto add = [](const char *schema, const char *text) {
        QTest::newRow(schema) << QString::fromUtf8(text);
    };
    add(R"({"type":"integer"})", "");
    add(R"({"minimum":0,"maximum":15})", "0 to 15");
    add(R"({"minimum":9007199254740993})", "9007199254740993 at least");
    add(R"({"maximum":1.0})", "1.0 at most");
    add(R"({"minimum":7,"maximum":7})", "7");
    add(R"({"exclusiveMinimum":0,"maximum":1})", "more than 0, 1 at most");
    add(R"({"minimum":0,"exclusiveMinimum":true,"exclusiveMaximum":false,"maximum":1})",
        "more than 0, 1 at most");
    add(R"({"exclusiveMaximum":10,"multipleOf":5})", "less than 10, a multiple of 5");
    add(R"({"pattern":"^[a-z]+$"})", "text that matches ^[a-z]+$");
    add(R"({"minLength":1})", "1 character at least");
    add(R"({"minLength":2,"maxLength":5})", "2 to 5 characters");
    add(R"({"minItems":3})", "3 items at least");
    add(R"({"minItems":1,"maxItems":1,"uniqueItems":true})", "exactly 1 item, no item twice");
    add(R"({"maxProperties":2})", "2 members at most");
    add(R"({"enum":["a","b",""]})", "a, b or \"\"");
    add(R"({"enum":[1,2,3,4,5,6,7,8,9]})", "one of 1, 2, 3, 4, 5, 6, 7, 8, …");
    add(R"({"const":{"a":1}})", "{\"a\":1}");
    add(R"({"format":"date"})", "format date");
}

void TestFormSchema::expectationsAreWords()
{
    QFETCH(QString, text);
    QCOMPARE(schemaOf(QTest::currentDataTag()).expectation(), text);
}

void TestFormSchema::valuesStayAsTheyAreWritten()
{
    const FormSchema schema = schemaOf(R"({"enum":[1.0,9007199254740993,1e400,"\ud800"],"default":1.0})");
    const std::vector<QByteArray> values{"1.0", "9007199254740993", "1e400", "\"\\ud800\""};
    QCOMPARE(schema.enumeration(), values);
    QCOMPARE(schema.defaultValue(), QByteArray("1.0"));
    QCOMPARE(schemaOf(R"({"const":null})").enumeration(), std::vector<QByteArray>{"null"});
    QCOMPARE(schemaOf(R"({"default":null})").defaultValue(), QByteArray("null"));
}

void TestFormSchema::propertiesComeInTheirOrder()
{
    const auto properties =
        schemaOf(R"({"properties":{"z":{"type":"string"},"a":true},"required":["a","more"]})").properties();
    QCOMPARE(properties.size(), size_t(3));
    QCOMPARE(properties[0].name, QStringLiteral("z"));
    QVERIFY(!properties[0].required);
    QCOMPARE(properties[0].schema->typeText(), QStringLiteral("string"));
    QVERIFY(properties[1].required && properties[1].schema->isNull());
    QCOMPARE(properties[2].name, QStringLiteral("more"));
    QVERIFY(properties[2].required && properties[2].schema);
}

void TestFormSchema::allOfIsOneSchema()
{
    const FormSchema pet = schemaOf(R"({"allOf":[{"$ref":"#/components/schemas/NewPet"},
        {"required":["id"],"properties":{"id":{"type":"integer"}}}]})",
                                    R"({"NewPet":{"type":"object","required":["name"],
        "properties":{"name":{"type":"string"},"tag":{"type":"string"}}}})");
    QCOMPARE(pet.typeText(), QStringLiteral("object"));
    QStringList names;
    for (const FormSchema::Property &property : pet.properties())
        names.append(property.name + (property.required ? QLatin1String("*") : QLatin1String("")));
    QCOMPARE(names.join(u' '), QStringLiteral("name* tag id*"));
    QVERIFY(pet.property(QStringLiteral("id")).wantsInteger());
}

void TestFormSchema::referencesAreFollowed()
{
    const QByteArray schemas = R"({"A":{"$ref":"#/components/schemas/B"},"B":{"type":"integer"},
        "with / and ~ and %":{"type":"boolean"},
        "Local":{"$defs":{"x":{"type":"null"}},"definitions":{"y":{"type":"array"}}}})";
    const auto typeOf = [&](const char *pointer) {
        return schemaOf(R"({"$ref":"#)" + QByteArray(pointer) + R"("})", schemas).typeText();
    };
    QCOMPARE(typeOf("/components/schemas/A"), QStringLiteral("integer"));
    QCOMPARE(typeOf("/components/schemas/with%20~1%20and%20~0%20and%20%25"), QStringLiteral("boolean"));
    QCOMPARE(typeOf("/components/schemas/Local/$defs/x"), QStringLiteral("null"));
    QCOMPARE(typeOf("/components/schemas/Local/definitions/y"), QStringLiteral("array"));
}

void TestFormSchema::whatStandsBesideAReferenceCounts()
{
    const FormSchema schema =
        schemaOf(R"({"$ref":"#/components/schemas/A","description":"here","maximum":5})",
                 R"({"A":{"type":"integer","description":"there","minimum":1}})");
    QCOMPARE(schema.description(), QStringLiteral("here"));
    QCOMPARE(schema.expectation(), QStringLiteral("1 to 5"));
    QVERIFY(schema.wantsInteger());
}

void TestFormSchema::referencesThatLeadNowhereAreNull()
{
    for (const char *target : {"#/nowhere", "#/components/schemas/A", "other.json#/x",
                               "https://example.org/a", "#name", "#/methods/7", ""})
        QVERIFY2(schemaOf(R"({"$ref":")" + QByteArray(target) + R"("})", tangled).isNull(), target);
    QVERIFY(schemaOf(R"({"properties":{"a":{"$ref":"#/nowhere"}}})").property(QStringLiteral("a")).isNull());
}

void TestFormSchema::itemsAreFound()
{
    const FormSchema list = schemaOf(R"({"items":{"type":"string"}})");
    QCOMPARE(list.item(7).typeText(), QStringLiteral("string"));
    const FormSchema tuple =
        schemaOf(R"({"prefixItems":[{"type":"string"},{"type":"null"}],"items":{"type":"integer"}})");
    QCOMPARE(tuple.item(1).typeText(), QStringLiteral("null"));
    QCOMPARE(tuple.item(2).typeText(), QStringLiteral("integer"));
    const FormSchema old = schemaOf(R"({"items":[{"type":"string"}],"additionalItems":{"type":"boolean"}})");
    QCOMPARE(old.item(0).typeText(), QStringLiteral("string"));
    QCOMPARE(old.item(1).typeText(), QStringLiteral("boolean"));
}

void TestFormSchema::unnamedMembersHaveASchema()
{
    const FormSchema schema = schemaOf(R"({"properties":{"a":{"type":"null"}},
        "patternProperties":{"^x-":{"type":"string"}},"additionalProperties":{"type":"integer"}})");
    QCOMPARE(schema.property(QStringLiteral("a")).typeText(), QStringLiteral("null"));
    QCOMPARE(schema.property(QStringLiteral("x-y")).typeText(), QStringLiteral("string"));
    QCOMPARE(schema.property(QStringLiteral("other")).typeText(), QStringLiteral("integer"));
}

void TestFormSchema::alternativesAreListed()
{
    const FormSchema schema = schemaOf(R"({"oneOf":[{"title":"A","type":"string"},{},{"type":"null"}]})");
    QCOMPARE(schema.alternatives().size(), size_t(3));
    QCOMPARE(schema.alternatives()[0].title(), QStringLiteral("A"));
    QVERIFY(schema.alternatives()[1].isNull());
}

void TestFormSchema::blanksBeginWithWhatIsKnown_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto add = [](const char *schema, const char *json) { QTest::newRow(schema) << QByteArray(json); };
    add(R"({"default":{"a":1.0}})", R"({"a":1.0})");
    add(R"({"const":"c"})", R"("c")");
    add(R"({"enum":[9007199254740993,2]})", "9007199254740993");
    add(R"({"type":["null","boolean"]})", "false");
    add(R"({"type":"null"})", "null");
    add(R"({"type":"string"})", R"("")");
    add(R"({"type":"number"})", "");
    add(R"({"oneOf":[{"type":"object","required":["a"],"properties":{"a":{"default":1}}},{"type":"null"}]})",
        R"({"a":1})");
    add(R"({"type":"object","required":["b"],"properties":{"a":{},"b":{"type":"string"}}})", R"({"b":""})");
    add(R"({"type":"array","minItems":2,"items":{"type":"boolean"}})", "[false,false]");
    add(R"({"type":"array","minItems":1e9})", R"(["","","","","","","","","","","","","","","",""])");
    add(R"({"required":["a"]})", R"({"a":""})");
}

void TestFormSchema::blanksBeginWithWhatIsKnown()
{
    QFETCH(QByteArray, json);
    const ParamNode blank = schemaOf(QTest::currentDataTag()).blank(QStringLiteral("name"));
    QCOMPARE(blank.name, QStringLiteral("name"));
    QCOMPARE(nodeToJson(blank), json);
}

void TestFormSchema::circlesEnd()
{
    for (const char *name : {"Node", "Self", "Any", "Other"}) {
        const FormSchema schema =
            schemaOf(R"({"$ref":"#/components/schemas/)" + QByteArray(name) + R"("})", tangled);
        QVERIFY(!schema.isNull());
        (void)schema.types();
        (void)schema.typeText();
        (void)schema.expectation();
        (void)schema.blank({});
        (void)schema.checkJson(R"({"next":{"next":{}},"all":[{"next":null}]})");
    }
    const FormSchema node = schemaOf(R"({"$ref":"#/components/schemas/Node"})", tangled);
    QCOMPARE(node.property(QStringLiteral("all")).item(0).property(QStringLiteral("next")).typeText(),
             QStringLiteral("object"));
    QCOMPARE(node.checkJson(R"({"next":{"next":1}})"),
             std::vector<QString>{QStringLiteral("/next/next: “1” is not an object.")});
}

WEIR_TEST(runPlainTest<TestFormSchema>)
#include "tst_formschema.moc"
