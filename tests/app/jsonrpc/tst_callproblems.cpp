// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "jsonrpc/calldraft.h"
#include "jsonrpc/openrpc.h"

#include <QTest>

using namespace weir;
using Id = CallDraft::Id;
using Params = CallDraft::Params;
using Part = CallProblem::Part;
using Type = ParamNode::Type;

class TestCallProblems final : public QObject
{
    Q_OBJECT

    static RpcService calculator()
    {
        return *readOpenRpc(R"({"openrpc":"1.3.2","info":{},"methods":[
            {"name":"subtract","params":[
                {"name":"minuend","required":true,"schema":{"type":"number"}},
                {"name":"subtrahend","required":true,"schema":{"type":"number"}},
                {"name":"precision","schema":{"type":"integer","minimum":0,"maximum":15}},
                {"name":"rounding","schema":{"enum":["half-even","down"],"default":"half-even"}}]},
            {"name":"positional","paramStructure":"by-position","params":[{"name":"a","schema":{}}]},
            {"name":"named","paramStructure":"by-name","params":[{"name":"a","schema":{}}]},
            {"name":"rpc.modules","params":[]}]})");
    }
    static CallDraft subtraction()
    {
        CallDraft draft;
        draft.method = QStringLiteral("subtract");
        draft.rows = {{QStringLiteral("minuend"), Type::Number, QStringLiteral("42")},
                      {QStringLiteral("subtrahend"), Type::Number, QStringLiteral("23")},
                      {QStringLiteral("precision"), Type::Number, QStringLiteral("2")}};
        return draft;
    }
    static QStringList told(const CallDraft &draft, const RpcMethodInfo *method)
    {
        QStringList all;
        for (const CallProblem &problem : problemsOf(draft, method)) {
            QString text = problem.part == Part::Method ? QStringLiteral("method")
                : problem.part == Part::Id              ? QStringLiteral("id")
                                                        : QStringLiteral("params");
            for (const int index : problem.path)
                text += u' ' + QString::number(index);
            all.append(text + QLatin1String(": ") + problem.sentence);
        }
        return all;
    }
    static QString one(const CallDraft &draft, const RpcMethodInfo *method = nullptr)
    {
        return told(draft, method).join(u'\n');
    }

    const RpcService m_service = calculator();
    const RpcMethodInfo *m_subtract = m_service.method(QStringLiteral("subtract"));

private Q_SLOTS:
    void aGoodCallHasNone();
    void whatIsTypedIsNamed();
    void theMethodHasToBeThere();
    void rpcNamesAreReserved();
    void rawParamsAreLookedAt();
    void namesAreThereOnce();
    void idsAreNumbersWhereTheyAreToBe();
    void missingParamsAreFound();
    void paramsTheMethodDoesNotHaveAreFound();
    void positionsAreThoseOfTheMethod();
    void theStructureIsTheMethods();
    void variablesAreTakenToBeRight();
    void onlyWhatIsSentIsLookedAt();
};

void TestCallProblems::aGoodCallHasNone()
{
    QCOMPARE(one(subtraction()), QString());
    QCOMPARE(one(subtraction(), m_subtract), QString());
    CallDraft draft = subtraction();
    draft.params = Params::ByPosition;
    QCOMPARE(one(draft, m_subtract), QString());
}

void TestCallProblems::whatIsTypedIsNamed()
{
    CallDraft draft = subtraction();
    draft.rows[2].text = QStringLiteral("two");
    QCOMPARE(one(draft, m_subtract),
             QStringLiteral("params 2: “two” is not an integer. The method expects 0 to 15."));
    QCOMPARE(one(draft), QStringLiteral("params 2: “two” is not a number."));
    draft.rows[2].text = QStringLiteral("16");
    QCOMPARE(one(draft, m_subtract),
             QStringLiteral("params 2: “16” is out of range. The method expects 0 to 15."));
    draft.rows[2].text.clear();
    QCOMPARE(one(draft, m_subtract),
             QStringLiteral("params 2: A number is missing here. The method expects 0 to 15."));
    draft.rows[2] = {QStringLiteral("rounding"), Type::String, QStringLiteral("up")};
    QCOMPARE(one(draft, m_subtract),
             QStringLiteral("params 2: “up” is none of the values that can stand here. "
                            "The method expects half-even or down."));
    draft.rows[2] = {QStringLiteral("precision"), Type::Boolean, QStringLiteral("yes")};
    QCOMPARE(one(draft), QStringLiteral("params 2: “yes” is neither true nor false."));
    draft.rows = {nodeFromJson(R"({"a":[1,2]})", QStringLiteral("deep"))};
    draft.rows[0].children[0].children[1].text = QStringLiteral("1,5");
    QCOMPARE(one(draft), QStringLiteral("params 0 0 1: “1,5” is not a number."));
}

void TestCallProblems::theMethodHasToBeThere()
{
    QCOMPARE(one({}), QStringLiteral("method: A method is missing."));
}

void TestCallProblems::rpcNamesAreReserved()
{
    CallDraft draft;
    draft.method = QStringLiteral("rpc.other");
    QCOMPARE(one(draft), QStringLiteral("method: Names that begin with “rpc.” are reserved for extensions."));
    draft.method = QStringLiteral("rpc.discover");
    QCOMPARE(one(draft), QString());
    draft.method = QStringLiteral("rpc.modules");
    QCOMPARE(one(draft, m_service.method(draft.method)), QString());
}

void TestCallProblems::rawParamsAreLookedAt()
{
    CallDraft draft = subtraction();
    draft.params = Params::Raw;
    const auto raw = [&draft, this](const char *text, bool isKnown = false) {
        draft.raw = QString::fromUtf8(text);
        return one(draft, isKnown ? m_subtract : nullptr);
    };
    QCOMPARE(raw(""), QStringLiteral("params: The params are missing."));
    QCOMPARE(raw("{\"a\":}"), QStringLiteral("params: Line 1, column 6: “}” cannot stand here."));
    QCOMPARE(raw("12"), QStringLiteral("params: Params are an object or an array."));
    QCOMPARE(raw("{\"a\":{{x}}}"), QString());
    QCOMPARE(raw("[1e400]"), QString());
    QCOMPARE(raw("[1,2]", true), QString());
    QCOMPARE(raw("[1,2,16]", true),
             QStringLiteral("params: /2: “16” is out of range. The method expects 0 to 15."));
    QCOMPARE(raw("{\"minuend\":1}", true), QStringLiteral("params: “subtrahend” is missing."));
}

void TestCallProblems::namesAreThereOnce()
{
    CallDraft draft = subtraction();
    draft.rows[1].name = QStringLiteral("minuend");
    draft.rows[2].name.clear();
    QCOMPARE(one(draft), QStringLiteral("params 1: “minuend” is there twice.\nparams 2: A name is missing."));
    draft.params = Params::ByPosition;
    QCOMPARE(one(draft), QString());
    draft.rows = {nodeFromJson(R"({"a":1,"a":2})", QStringLiteral("row"))};
    QCOMPARE(one(draft), QStringLiteral("params 0 1: “a” is there twice."));
}

void TestCallProblems::idsAreNumbersWhereTheyAreToBe()
{
    CallDraft draft = subtraction();
    draft.id = Id::Number;
    const auto id = [&draft](const char *text) {
        draft.idText = QString::fromUtf8(text);
        return one(draft);
    };
    QCOMPARE(id("1.5"), QString());
    QCOMPARE(id("9007199254740993"), QString());
    QCOMPARE(id("{{id}}"), QString());
    QCOMPARE(id("x"), QStringLiteral("id: “x” is not a number."));
    QCOMPARE(id(""), QStringLiteral("id: A number is missing here."));
    draft.id = Id::String;
    QCOMPARE(id(""), QString());
}

void TestCallProblems::missingParamsAreFound()
{
    CallDraft draft = subtraction();
    draft.rows[1].on = false;
    QCOMPARE(one(draft, m_subtract), QStringLiteral("params 1: “subtrahend” is missing."));
    draft.rows.erase(draft.rows.begin() + 1);
    QCOMPARE(one(draft, m_subtract), QStringLiteral("params: “subtrahend” is missing."));
    draft.params = Params::None;
    QCOMPARE(told(draft, m_subtract).size(), 1);
    QVERIFY(one(draft, m_subtract).startsWith(QStringLiteral("params: “minuend” is missing.")));
}

void TestCallProblems::paramsTheMethodDoesNotHaveAreFound()
{
    CallDraft draft = subtraction();
    draft.rows.push_back({QStringLiteral("precison"), Type::Number, QStringLiteral("2")});
    QCOMPARE(one(draft, m_subtract), QStringLiteral("params 3: The method has no “precison”."));
    const auto listed = readOpenRpc(R"(["subtract"])");
    QCOMPARE(one(draft, &listed->methods[0]), QString());
}

void TestCallProblems::positionsAreThoseOfTheMethod()
{
    CallDraft draft = subtraction();
    draft.params = Params::ByPosition;
    draft.rows[1].on = false;
    QCOMPARE(one(draft, m_subtract), QStringLiteral("params 2: In this place it is taken for “subtrahend”."));
    draft.rows = {5, {{}, Type::Number, QStringLiteral("1")}};
    draft.rows[3] = {{}, Type::String, QStringLiteral("down")};
    QCOMPARE(one(draft, m_subtract), QStringLiteral("params 4: The method has 4 params only."));
}

void TestCallProblems::theStructureIsTheMethods()
{
    CallDraft draft;
    draft.rows = {{QStringLiteral("a"), Type::Null}};
    draft.method = QStringLiteral("positional");
    QCOMPARE(one(draft, m_service.method(draft.method)),
             QStringLiteral("params: The method takes its params by position."));
    draft.params = Params::ByPosition;
    QCOMPARE(one(draft, m_service.method(draft.method)), QString());
    draft.method = QStringLiteral("named");
    QCOMPARE(one(draft, m_service.method(draft.method)),
             QStringLiteral("params: The method takes its params by name."));
}

void TestCallProblems::variablesAreTakenToBeRight()
{
    CallDraft draft = subtraction();
    draft.rows[2].text = QStringLiteral("{{precision}}");
    QCOMPARE(one(draft, m_subtract), QString());
    draft.rows[2] = {QStringLiteral("rounding"), Type::String, QStringLiteral("half-{{how}}")};
    QCOMPARE(one(draft, m_subtract), QString());
    draft.rows[2].text = QStringLiteral("}}{{");
    QVERIFY(!one(draft, m_subtract).isEmpty());
}

void TestCallProblems::onlyWhatIsSentIsLookedAt()
{
    CallDraft draft = subtraction();
    draft.rows[2].text = QStringLiteral("two");
    draft.rows[2].on = false;
    QCOMPARE(one(draft, m_subtract), QString());
    draft.rows[2].on = true;
    draft.params = Params::None;
    QCOMPARE(one(draft), QString());
}

WEIR_TEST(runPlainTest<TestCallProblems>)
#include "tst_callproblems.moc"
