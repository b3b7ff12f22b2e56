// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "jsonrpc/openrpc.h"

#include <QFile>
#include <QTest>

using namespace weir;
using Structure = RpcMethodInfo::Structure;

class TestOpenRpc final : public QObject
{
    Q_OBJECT

    static QByteArray document(const QByteArray &methods, const QByteArray &components = "{}")
    {
        return R"({"openrpc":"1.3.2","info":{"title":"T","version":"2.1"},"methods":)" + methods
            + R"(,"components":)" + components + '}';
    }
    static RpcService read(const QByteArray &json)
    {
        const auto service = readOpenRpc(json);
        return service ? *service : RpcService{service.error(), {}, {}, {}};
    }

private Q_SLOTS:
    void aDocumentIsRead();
    void partsMayBeElsewhere();
    void examplesAreWrittenAsTheMethodWantsThem_data();
    void examplesAreWrittenAsTheMethodWantsThem();
    void examplesThatAreElsewhereAreLeftOut();
    void valuesStayAsTheyAreWritten();
    void namesAloneAreAList();
    void theAnswerToDiscoverIsRead();
    void whatServersGetWrongIsReadWithANote();
    void referencesThatLeadNowhereAreNoted();
    void valuesAreNoReferences();
    void notesAreBounded();
    void whatIsNoDocumentIsASentence_data();
    void whatIsNoDocumentIsASentence();
    void brokenDocumentsEndAtTheirFault();
    void largeTangledDocumentsAreRead();
};

void TestOpenRpc::aDocumentIsRead()
{
    const RpcService service =
        read(document(R"([{"name":"a.b","summary":"S","description":"D","deprecated":true,
        "paramStructure":"by-name","params":[
            {"name":"x","summary":"sum","required":true,"deprecated":true,"schema":{"type":"integer"}},
            {"name":"y","description":"des"}],
        "result":{"name":"r","schema":{"type":"string"}}},{"name":"c","params":[],"paramStructure":"by-position"}])"));
    QCOMPARE(service.title, QStringLiteral("T"));
    QCOMPARE(service.version, QStringLiteral("2.1"));
    QCOMPARE(service.notes, QStringList());
    QCOMPARE(service.methods.size(), size_t(2));
    const RpcMethodInfo *method = service.method(QStringLiteral("a.b"));
    QVERIFY(method && method->deprecated && method->isDescribed);
    QCOMPARE(method->summary, QStringLiteral("S"));
    QCOMPARE(method->description, QStringLiteral("D"));
    QCOMPARE(method->structure, Structure::ByName);
    QCOMPARE(method->params.size(), size_t(2));
    QVERIFY(method->params[0].required && method->params[0].deprecated
            && method->params[0].schema.wantsInteger());
    QCOMPARE(method->params[0].summary, QStringLiteral("sum"));
    QVERIFY(!method->params[1].required && method->params[1].schema.isNull());
    QCOMPARE(method->params[1].summary, QStringLiteral("des"));
    QCOMPARE(method->result.typeText(), QStringLiteral("string"));
    QCOMPARE(service.methods[1].structure, Structure::ByPosition);
    QVERIFY(service.methods[1].result.isNull());
    QCOMPARE(service.method(QStringLiteral("nothing")), nullptr);
}

void TestOpenRpc::partsMayBeElsewhere()
{
    const RpcService service = read(document(R"([{"$ref":"#/components/methods/m"}])", R"({
        "methods":{"m":{"name":"m","params":[{"$ref":"#/components/contentDescriptors/x"}],
            "result":{"$ref":"#/components/contentDescriptors/y"},"examples":[{"$ref":"#/components/examplePairings/p"}]}},
        "contentDescriptors":{"x":{"name":"x","required":true,"schema":{"$ref":"#/components/schemas/I"}},
            "y":{"$ref":"#/components/contentDescriptors/z"},"z":{"name":"z","schema":{"type":"null"}}},
        "schemas":{"I":{"type":"integer"}},
        "examplePairings":{"p":{"name":"P","params":[{"$ref":"#/components/examples/e"}],
            "result":{"$ref":"#/components/examples/n"}}},
        "examples":{"e":{"name":"two","value":2},"n":{"name":"none","value":null}}})"));
    QCOMPARE(service.notes, QStringList());
    const RpcMethodInfo *method = service.method(QStringLiteral("m"));
    QVERIFY(method);
    QVERIFY(method->params[0].required && method->params[0].schema.wantsInteger());
    QCOMPARE(method->result.typeText(), QStringLiteral("null"));
    QCOMPARE(method->examples.size(), size_t(1));
    QCOMPARE(method->examples[0].name, QStringLiteral("P"));
    QCOMPARE(method->examples[0].params, R"({"x":2})");
    QCOMPARE(method->examples[0].result, "null");
}

void TestOpenRpc::examplesAreWrittenAsTheMethodWantsThem_data()
{
    QTest::addColumn<QByteArray>("structure");
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QByteArray>("json");
    const auto add = [](const char *name, const char *structure, const char *params, const char *json) {
        QTest::newRow(name) << QByteArray(structure) << QByteArray(params) << QByteArray(json);
    };
    add("either", "either", R"([{"name":"one","value":1},{"value":2}])", R"({"a":1,"b":2})");
    add("by their names", "by-name", R"([{"name":"b","value":2},{"name":"a","value":1}])",
        R"({"b":2,"a":1})");
    add("by position", "by-position", R"([{"name":"x","value":1},{"name":"y","value":"z"}])", R"([1,"z"])");
    add("more than there are", "either", R"([{"value":1},{"value":2},{"value":3}])", "[1,2,3]");
    add("none", "either", "[]", "{}");
    add("none by position", "by-position", "[]", "[]");
    add("bare values", "either", R"([1,"b"])", R"({"a":1,"b":"b"})");
    add("an object of values", "either", R"({"b":{"value":1}})", R"({"b":1})");
}

void TestOpenRpc::examplesAreWrittenAsTheMethodWantsThem()
{
    QFETCH(QByteArray, structure);
    QFETCH(QByteArray, params);
    QFETCH(QByteArray, json);
    const RpcService service =
        read(document(R"([{"name":"m","params":[{"name":"a"},{"name":"b"}],"paramStructure":")" + structure
                      + R"(","examples":[{"params":)" + params + "}]}]"));
    QCOMPARE(service.methods.at(0).examples.at(0).params, json);
    QCOMPARE(service.methods[0].examples[0].result, QByteArray());
}

void TestOpenRpc::examplesThatAreElsewhereAreLeftOut()
{
    const RpcService service = read(document(
        R"([{"name":"m","params":[{"name":"a"}],"examples":[{"params":[{"externalValue":"https://example.org"}]},{}]}])"));
    QVERIFY(service.methods.at(0).examples.empty());
}

void TestOpenRpc::valuesStayAsTheyAreWritten()
{
    const RpcService service =
        read(document(R"([{"name":"m","params":[{"name":"a","schema":{"default":9007199254740993}}],
        "examples":[{"params":[{"value":{"x":1e400,"x":1.0}}],"result":{"value":"\ud800"}}]}])"));
    QCOMPARE(service.methods.at(0).params[0].schema.defaultValue(), QByteArray("9007199254740993"));
    QCOMPARE(service.methods[0].examples[0].params, R"({"a":{"x":1e400,"x":1.0}})");
    QCOMPARE(service.methods[0].examples[0].result, R"("\ud800")");
}

void TestOpenRpc::namesAloneAreAList()
{
    for (const char *json : {R"(["a","b"])", R"({"openrpc":"1.0","info":{},"methods":["a","b"]})",
                             "\xef\xbb\xbf[\"a\",\n\"b\"]"}) {
        const RpcService service = read(json);
        QCOMPARE(service.methods.size(), size_t(2));
        QCOMPARE(service.methods[1].name, QStringLiteral("b"));
        QVERIFY(!service.methods[1].isDescribed);
        QCOMPARE(service.notes, QStringList());
    }
    QVERIFY(readOpenRpc("[]"));
    QCOMPARE(read(R"([{"name":"a","params":[]}])").methods.at(0).name, QStringLiteral("a"));
}

void TestOpenRpc::theAnswerToDiscoverIsRead()
{
    const QByteArray inner =
        document(R"([{"name":"m","params":[{"$ref":"#/components/contentDescriptors/x"}]}])",
                 R"({"contentDescriptors":{"x":{"name":"x"}}})");
    const RpcService service = read(R"({"jsonrpc":"2.0","id":1,"result":)" + inner + '}');
    QCOMPARE(service.title, QStringLiteral("T"));
    QCOMPARE(service.methods.at(0).params.at(0).name, QStringLiteral("x"));
    QCOMPARE(read(R"({"jsonrpc":"2.0","id":1,"result":["a"]})").methods.at(0).name, QStringLiteral("a"));
}

void TestOpenRpc::whatServersGetWrongIsReadWithANote()
{
    const RpcService service = read(R"({"methods":{"a":{"params":{"x":{"schema":{"type":"null"}}},
        "result":{"type":"integer"}},"b":{"name":"c","params":[{"schema":{}}]}}})");
    QCOMPARE(service.methods.size(), size_t(2));
    QCOMPARE(service.methods[0].name, QStringLiteral("a"));
    QCOMPARE(service.methods[0].params.at(0).name, QStringLiteral("x"));
    QVERIFY(service.methods[0].result.wantsInteger());
    QCOMPARE(service.methods[1].name, QStringLiteral("c"));
    QCOMPARE(service.methods[1].params.at(0).name, QStringLiteral("param1"));
    const QStringList notes{
        QStringLiteral("“info” is missing: the service has no title."),
        QStringLiteral("“openrpc” is missing: it is read as version 1."),
        QStringLiteral(
            "“methods” is an object and not a list: its names are taken for those of the methods."),
        QStringLiteral("The params of “a” are an object and not a list."),
        QStringLiteral("Parameter 1 of “c” has no name."),
    };
    QCOMPARE(service.notes, notes);
    const RpcService odd =
        read(R"({"openrpc":"2.0","info":{},"methods":[{"name":"a"},{"name":"a"},{},7,null]})");
    QCOMPARE(odd.methods.size(), size_t(1));
    QVERIFY(!odd.methods[0].isDescribed);
    const QStringList oddNotes{
        QStringLiteral("This is version 2.0 of OpenRPC: it is read as version 1."),
        QStringLiteral("“a” is there twice: the first one counts."),
        QStringLiteral("A method without a name is left out."),
    };
    QCOMPARE(odd.notes, oddNotes);
}

void TestOpenRpc::referencesThatLeadNowhereAreNoted()
{
    const RpcService service =
        read(document(R"([{"name":"m","params":[
        {"name":"a","schema":{"title":"t","$ref":"#/components/schemas/Gone"}},
        {"name":"b","schema":{"$ref":"#/components/schemas/Round"}},
        {"name":"c","schema":{"properties":{"$ref":{"type":"string"}}}},
        {"name":"d","schema":{"$ref":"other.json"}},
        {"$ref":"#/components/contentDescriptors/Gone"}]}])",
                      R"({"schemas":{"Round":{"$ref":"#/components/schemas/Round"}}})"));
    QCOMPARE(service.methods.at(0).params.size(), size_t(5));
    QVERIFY(service.methods[0].params[0].schema.isNull());
    QVERIFY(service.methods[0].params[1].schema.isNull());
    QVERIFY(!service.methods[0].params[2].schema.isNull());
    const QStringList notes{
        QStringLiteral("Parameter 5 of “m” has no name."),
        QStringLiteral("“#/components/schemas/Gone” leads nowhere: anything is taken there."),
        QStringLiteral("“#/components/schemas/Round” leads round in circles: anything is taken there."),
        QStringLiteral("“other.json” leads nowhere: anything is taken there."),
        QStringLiteral("“#/components/contentDescriptors/Gone” leads nowhere: anything is taken there."),
    };
    QCOMPARE(service.notes, notes);
}

void TestOpenRpc::valuesAreNoReferences()
{
    const RpcService service = read(document(R"([{"name":"m","params":[{"name":"a","schema":{"type":"array",
        "enum":[[{"$ref":"#/gone"}]],"default":[{"$ref":"#/gone"}]}}]}])"));
    QCOMPARE(service.notes, QStringList());
}

void TestOpenRpc::notesAreBounded()
{
    QByteArray params;
    for (int i = 0; i < 200; ++i)
        params += R"({"name":"p","schema":{"$ref":"#/gone/)" + QByteArray::number(i) + R"("}},)";
    const RpcService service =
        read(document(R"([{"name":"m","params":[)" + params + R"({"name":"last"}]}])"));
    QCOMPARE(service.notes.size(), 51);
    QCOMPARE(service.notes.last(), QStringLiteral("There is more of this kind."));
}

void TestOpenRpc::whatIsNoDocumentIsASentence_data()
{
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *json, const char *sentence) {
        QTest::newRow(json) << QString::fromUtf8(sentence);
    };
    add("", "Line 1, column 1: the JSON ends too early.");
    add("{\"methods\":[}", "Line 1, column 13: “}” cannot stand here.");
    add("7", "This is neither an OpenRPC document nor a list of methods.");
    add("[1,2]", "This is neither an OpenRPC document nor a list of methods.");
    add("{}", "This is no OpenRPC document: “methods” is missing.");
    add("{\"openapi\":\"3.0.0\",\"paths\":{}}", "This is an OpenAPI document: it describes no JSON-RPC.");
    add("{\"methods\":7}", "This is no OpenRPC document: “methods” is not a list.");
}

void TestOpenRpc::whatIsNoDocumentIsASentence()
{
    QFETCH(QString, sentence);
    const auto service = readOpenRpc(QTest::currentDataTag());
    QVERIFY(!service);
    QCOMPARE(service.error(), sentence);
}

void TestOpenRpc::brokenDocumentsEndAtTheirFault()
{
    const QByteArray whole = document(R"([{"name":"m","params":[{"name":"a","schema":{"enum":["é",1]}}]}])");
    QVERIFY(readOpenRpc(whole));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!readOpenRpc(whole.first(size)));
}

// 10 MB in which every schema refers to every other one.
void TestOpenRpc::largeTangledDocumentsAreRead()
{
    constexpr int count = 25'000;
    QByteArray methods = "[";
    QByteArray schemas = "{";
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray next = QByteArray::number((i * 7919 + 1) % count);
        methods += R"({"name":"method)" + number
            + R"(","summary":"It does what its name says, and sometimes more.","params":[{"name":"value","required":true,)"
              R"("schema":{"$ref":"#/components/schemas/Type)"
            + number
            + R"("}},{"name":"note","schema":{"type":"string"}}],"result":{"name":"r","schema":)"
              R"({"$ref":"#/components/schemas/Type)"
            + next + R"("}}},)";
        schemas += "\"Type" + number
            + R"(":{"type":"object","required":["self","next"],"properties":{"self":)"
            + R"({"$ref":"#/components/schemas/Type)" + number
            + R"("},"next":{"$ref":"#/components/schemas/Type)" + next
            + R"("},"count":{"type":"integer","minimum":0}}},)";
    }
    methods.back() = ']';
    schemas.back() = '}';
    const QByteArray json = document(methods, QByteArray("{\"schemas\":" + schemas + "}"));
    QVERIFY(json.size() > 10'000'000);
    const RpcService service = read(json);
    QCOMPARE(service.methods.size(), size_t(count));
    QCOMPARE(service.notes, QStringList());
    const RpcParamInfo &param = service.methods.back().params.at(0);
    QCOMPARE(param.schema.properties().size(), size_t(3));
    (void)param.schema.blank(param.name);
    QCOMPARE(param.schema.checkJson(R"({"self":{"count":-1},"next":null})").size(), size_t(4));
}

WEIR_TEST(runPlainTest<TestOpenRpc>)
#include "tst_openrpc.moc"
