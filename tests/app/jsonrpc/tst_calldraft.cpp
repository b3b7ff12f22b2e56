// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "jsonrpc/calldraft.h"
#include "jsonrpc/openrpc.h"

#include "base/jsonformat.h"

#include <QTest>

using namespace weir;
using Id = CallDraft::Id;
using Params = CallDraft::Params;
using Type = ParamNode::Type;

class TestCallDraft final : public QObject
{
    Q_OBJECT

    static CallDraft subtraction()
    {
        CallDraft draft;
        draft.method = QStringLiteral("subtract");
        draft.rows = {{QStringLiteral("minuend"), Type::Number, QStringLiteral("42")},
                      {QStringLiteral("subtrahend"), Type::Number, QStringLiteral("23")}};
        return draft;
    }
    static QStringList namesOf(const std::vector<ParamNode> &rows)
    {
        QStringList names;
        for (const ParamNode &row : rows)
            names.append(row.on ? row.name : QString(u'-' + row.name));
        return names;
    }
    static RpcService service(const QByteArray &methods)
    {
        return *readOpenRpc(QByteArray(R"({"openrpc":"1.3.2","info":{},"methods":)" + methods + '}'));
    }

private Q_SLOTS:
    void requestsAreWrittenAsTheyAreSent();
    void everyKindOfIdIsWritten();
    void rowsThatAreOffLeaveEmptyParams();
    void switchingTheKindKeepsWhatWasTyped();
    void textsReadBack_data();
    void textsReadBack();
    void numbersAndDuplicatesSurviveTheForm();
    void rowsThatAreOffStayWhereTheyWere();
    void whatIsOffInsideStaysToo();
    void namesStayByPosition();
    void aRowThatComesBackInTheTextIsOn();
    void rawParamsStayRaw();
    void variablesStandWhereValuesBelong();
    void theIdStaysAutomatic();
    void whatIsNoRequestIsASentence_data();
    void whatIsNoRequestIsASentence();
    void aMethodMakesAForm();
    void typedValuesGoAlongToAnotherMethod();
    void aMethodOfWhichOnlyTheNameIsKnownKeepsTheRows();
};

void TestCallDraft::requestsAreWrittenAsTheyAreSent()
{
    CallDraft draft = subtraction();
    QCOMPARE(callText(draft, "8"),
             R"({"jsonrpc":"2.0","method":"subtract","params":{"minuend":42,"subtrahend":23},"id":8})");
    draft.params = Params::ByPosition;
    QCOMPARE(callText(draft, "8"), R"({"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":8})");
    draft.params = Params::None;
    QCOMPARE(callText(draft, "8"), R"({"jsonrpc":"2.0","method":"subtract","id":8})");
    draft.params = Params::Raw;
    draft.raw = QStringLiteral("\n{ \"a\" : 1.0 }  ");
    draft.method = QStringLiteral("a\"b");
    QCOMPARE(callText(draft, "8"), R"({"jsonrpc":"2.0","method":"a\"b","params":{ "a" : 1.0 },"id":8})");
}

void TestCallDraft::everyKindOfIdIsWritten()
{
    CallDraft draft;
    draft.params = Params::None;
    draft.idText = QStringLiteral("1.0");
    const auto ending = [&draft](Id id) {
        draft.id = id;
        return callText(draft, "\"a-1\"").mid(QByteArray(R"({"jsonrpc":"2.0","method":"")").size());
    };
    QCOMPARE(ending(Id::Automatic), R"(,"id":"a-1"})");
    QCOMPARE(ending(Id::Number), R"(,"id":1.0})");
    QCOMPARE(ending(Id::String), R"(,"id":"1.0"})");
    QCOMPARE(ending(Id::Null), R"(,"id":null})");
    QCOMPARE(ending(Id::Notification), "}");
}

void TestCallDraft::rowsThatAreOffLeaveEmptyParams()
{
    CallDraft draft = subtraction();
    draft.rows[0].on = false;
    QVERIFY(callText(draft, "1").contains(R"("params":{"subtrahend":23})"));
    draft.rows[1].on = false;
    QVERIFY(callText(draft, "1").contains(R"("params":{})"));
    draft.params = Params::ByPosition;
    QVERIFY(callText(draft, "1").contains(R"("params":[])"));
}

void TestCallDraft::switchingTheKindKeepsWhatWasTyped()
{
    CallDraft draft = subtraction();
    draft.raw = QStringLiteral("[1]");
    const QByteArray before = callText(draft, "1");
    for (const Params kind : {Params::ByPosition, Params::None, Params::Raw, Params::ByName})
        draft.params = kind;
    QCOMPARE(callText(draft, "1"), before);
}

void TestCallDraft::textsReadBack_data()
{
    QTest::addColumn<QByteArray>("text");
    for (
        const char *text : {
            R"({"jsonrpc":"2.0","method":"a","params":{"b":1.0,"c":[1e400,{"d":null}],"b":2},"id":9007199254740993})",
            R"({"jsonrpc":"2.0","method":"a","params":[],"id":"x\"y"})",
            R"({"jsonrpc":"2.0","method":"a","params":{},"id":null})",
            R"({"jsonrpc":"2.0","method":"\ud800"})",
            R"({"jsonrpc":"2.0","method":"","params":["{{a}}",{{b}},{"c":{{d}}}],"id":{{e}}})",
            R"({"jsonrpc":"2.0","method":"a","params":[true,false,"","\ud83d"],"id":-1.5})",
        })
        QTest::newRow(text) << QByteArray(text);
}

void TestCallDraft::textsReadBack()
{
    QFETCH(QByteArray, text);
    const auto draft = draftFromText(text, {}, "7");
    QVERIFY2(draft, qPrintable(draft ? QString() : draft.error()));
    QCOMPARE(callText(*draft, "7"), text);
    QCOMPARE(draftFromText(text, *draft, "7"), draft);
    // Blanks do no harm.
    if (const auto lines = formatJson(text))
        QCOMPARE(draftFromText(*lines, {}, "7"), draft);
}

void TestCallDraft::numbersAndDuplicatesSurviveTheForm()
{
    const QByteArray text =
        R"({"jsonrpc":"2.0","method":"a","params":{"n":9007199254740993,"n":1.0,"m":1e400},"id":1})";
    const auto draft = draftFromText(text, subtraction(), "1");
    QCOMPARE(namesOf(draft->rows),
             QStringList({QStringLiteral("n"), QStringLiteral("n"), QStringLiteral("m")}));
    QCOMPARE(draft->rows[0].text, QStringLiteral("9007199254740993"));
    QCOMPARE(callText(*draft, "1"), text);
}

void TestCallDraft::rowsThatAreOffStayWhereTheyWere()
{
    CallDraft draft = subtraction();
    draft.rows.insert(draft.rows.begin() + 1, {QStringLiteral("note"), Type::String, {}, {}, false});
    const auto more = draftFromText(
        R"({"jsonrpc":"2.0","method":"subtract","params":{"minuend":1,"subtrahend":2,"more":3},"id":8})",
        draft, "8");
    QCOMPARE(namesOf(more->rows).join(u' '), QStringLiteral("minuend -note subtrahend more"));
    const auto none =
        draftFromText(R"({"jsonrpc":"2.0","method":"subtract","params":{},"id":8})", draft, "8");
    QCOMPARE(namesOf(none->rows).join(u' '), QStringLiteral("-note"));
    const auto without = draftFromText(R"({"jsonrpc":"2.0","method":"subtract","id":8})", draft, "8");
    QCOMPARE(without->params, Params::None);
    QCOMPARE(without->rows, draft.rows);
}

void TestCallDraft::whatIsOffInsideStaysToo()
{
    CallDraft draft;
    draft.rows = {nodeFromJson(R"({"x":1,"y":2})", QStringLiteral("a"))};
    draft.rows[0].children[0].on = false;
    const auto read =
        draftFromText(R"({"jsonrpc":"2.0","method":"m","params":{"a":{"y":3}},"id":1})", draft, "1");
    QCOMPARE(namesOf(read->rows[0].children).join(u' '), QStringLiteral("-x y"));
    QCOMPARE(read->rows[0].children[1].text, QStringLiteral("3"));
}

void TestCallDraft::namesStayByPosition()
{
    CallDraft draft = subtraction();
    draft.rows.insert(draft.rows.begin(), {QStringLiteral("off"), Type::Null, {}, {}, false});
    const auto read =
        draftFromText(R"({"jsonrpc":"2.0","method":"subtract","params":[1,"2",3],"id":8})", draft, "8");
    QCOMPARE(read->params, Params::ByPosition);
    QCOMPARE(namesOf(read->rows).join(u' '), QStringLiteral("-off minuend subtrahend "));
    QCOMPARE(read->rows[2].type, Type::String);
}

void TestCallDraft::aRowThatComesBackInTheTextIsOn()
{
    CallDraft draft = subtraction();
    draft.rows[0].on = false;
    const auto read =
        draftFromText(R"({"jsonrpc":"2.0","method":"subtract","params":{"minuend":5},"id":8})", draft, "8");
    QCOMPARE(namesOf(read->rows).join(u' '), QStringLiteral("minuend"));
}

void TestCallDraft::rawParamsStayRaw()
{
    CallDraft draft = subtraction();
    draft.params = Params::Raw;
    const auto read = draftFromText(
        R"({"jsonrpc":"2.0","method":"subtract","params": [ 1.0, {{x}} ] ,"id":8})", draft, "8");
    QCOMPARE(read->params, Params::Raw);
    QCOMPARE(read->raw, QStringLiteral("[ 1.0, {{x}} ]"));
    QCOMPARE(read->rows, draft.rows);
}

void TestCallDraft::variablesStandWhereValuesBelong()
{
    const QByteArray text =
        R"({"jsonrpc":"2.0","method":"{{m}}","params":{"a":{{count}},"b":"{{b}}"},"id":{{id}}})";
    const auto draft = draftFromText(text, {}, "8");
    QVERIFY(draft);
    QCOMPARE(draft->method, QStringLiteral("{{m}}"));
    QCOMPARE(draft->rows[0].type, Type::Number);
    QCOMPARE(draft->rows[0].text, QStringLiteral("{{count}}"));
    QCOMPARE(draft->rows[1].type, Type::String);
    QCOMPARE(draft->id, Id::Number);
    QCOMPARE(draft->idText, QStringLiteral("{{id}}"));
    QVERIFY(!draftFromText(R"({"jsonrpc":"2.0","method":"m","params":{"a":{{count}}})", {}, "8"));
    QVERIFY(!draftFromText(R"({"jsonrpc":"2.0","method":"m","id":{{x"y}}})", {}, "8"));
    QVERIFY(!draftFromText(R"({"jsonrpc":"2.0","method":"m","id":{{}}})", {}, "8"));
    // What marks them while they are read is no variable.
    const QByteArray marked = "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[\"\x7f"
                              "a\x7f\"]}";
    QCOMPARE(callText(*draftFromText(marked, {}, "8"), "8"), marked);
}

void TestCallDraft::theIdStaysAutomatic()
{
    const QByteArray text = R"({"jsonrpc":"2.0","method":"m","id":8})";
    CallDraft draft;
    QCOMPARE(draftFromText(text, draft, "8")->id, Id::Automatic);
    QCOMPARE(draftFromText(text, draft, "9")->id, Id::Number);
    draft.id = Id::Number;
    draft.idText = QStringLiteral("7");
    QCOMPARE(draftFromText(text, draft, "8")->idText, QStringLiteral("8"));
    QCOMPARE(draftFromText(text, draft, "8")->id, Id::Number);
    QCOMPARE(draftFromText(R"({"jsonrpc":"2.0","method":"m"})", draft, "8")->idText, QStringLiteral("7"));
    QCOMPARE(draftFromText(R"({"jsonrpc":"2.0","method":"m","id":"8"})", draft, "8")->id, Id::String);
}

void TestCallDraft::whatIsNoRequestIsASentence_data()
{
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *text, const char *sentence) {
        QTest::newRow(text) << QString::fromUtf8(sentence);
    };
    add("{\"jsonrpc\":\"2.0\",\"method\":}", "Line 1, column 27: “}” cannot stand here.");
    add("[]", "This is a batch: the form has one request.");
    add("1", "A request is a JSON object.");
    add("{\"method\":\"m\"}", "“jsonrpc” is missing.");
    add("{\"jsonrpc\":2.0,\"method\":\"m\"}", "“jsonrpc” has to be \"2.0\".");
    add("{\"jsonrpc\":\"2.0\",\"id\":1}", "“method” is missing.");
    add("{\"jsonrpc\":\"2.0\",\"method\":1}", "“method” has to be a string.");
    add("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":1}", "“params” has to be an object or an array.");
    add("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":true}", "“id” has to be a string, a number or null.");
    add("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"extra\":1}", "A request has no “extra”.");
    add("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"id\":2}", "“id” is there twice.");
}

void TestCallDraft::whatIsNoRequestIsASentence()
{
    QFETCH(QString, sentence);
    const auto draft = draftFromText(QTest::currentDataTag(), {}, "1");
    QVERIFY(!draft);
    QCOMPARE(draft.error(), sentence);
}

void TestCallDraft::aMethodMakesAForm()
{
    const RpcService described = service(R"([{"name":"round","params":[
        {"name":"value","required":true,"schema":{"type":"number"}},
        {"name":"mode","schema":{"enum":["half-even","down"],"default":"down"}},
        {"name":"note","schema":{"type":"string"}},
        {"name":"where","required":true,"schema":{"type":"object","required":["x"],
            "properties":{"x":{"type":"boolean"},"y":{"type":"string"}}}}]}])");
    CallDraft before;
    before.params = Params::Raw;
    before.raw = QStringLiteral("kept");
    const CallDraft draft = draftFor(described.methods[0], before);
    QCOMPARE(draft.method, QStringLiteral("round"));
    QCOMPARE(draft.params, Params::ByName);
    QCOMPARE(draft.raw, QStringLiteral("kept"));
    QCOMPARE(namesOf(draft.rows).join(u' '), QStringLiteral("value mode -note where"));
    QCOMPARE(draft.rows[0].type, Type::Number);
    QCOMPARE(draft.rows[1].text, QStringLiteral("down"));
    QCOMPARE(namesOf(draft.rows[3].children).join(u' '), QStringLiteral("x"));
    QCOMPARE(draft.rows[3].children[0].text, QStringLiteral("false"));
}

void TestCallDraft::typedValuesGoAlongToAnotherMethod()
{
    const RpcService described = service(R"([
        {"name":"a","paramStructure":"by-position","params":[
            {"name":"minuend","schema":{"type":"string"}},
            {"name":"subtrahend","required":true,"schema":{"type":"integer"}}]}])");
    CallDraft before = subtraction();
    before.rows[0].on = false;
    before.rows[1].on = false;
    before.rows.push_back({QStringLiteral("mine"), Type::Null});
    const CallDraft draft = draftFor(described.methods[0], before);
    QCOMPARE(draft.params, Params::ByPosition);
    QCOMPARE(namesOf(draft.rows).join(u' '), QStringLiteral("-minuend subtrahend"));
    QCOMPARE(draft.rows[0].text, QStringLiteral("42"));
    QCOMPARE(draft.rows[0].type, Type::String);
    // The same method described anew keeps what was added to it.
    before.method = QStringLiteral("a");
    QCOMPARE(namesOf(draftFor(described.methods[0], before).rows).join(u' '),
             QStringLiteral("-minuend subtrahend mine"));
}

void TestCallDraft::aMethodOfWhichOnlyTheNameIsKnownKeepsTheRows()
{
    const auto listed = readOpenRpc(R"(["a","b"])");
    const CallDraft draft = draftFor(listed->methods[1], subtraction());
    QCOMPARE(draft.method, QStringLiteral("b"));
    QCOMPARE(draft.rows, subtraction().rows);
}

WEIR_TEST(runPlainTest<TestCallDraft>)
#include "tst_calldraft.moc"
