// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "demo/rpcconversation.h"

#include "base/jsonformat.h"
#include "base/rawjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace weir;

namespace {
using Reach = RpcConversation::Reach;
using Heard = RpcConversation::Heard;

// A client that hears what the server says, and its conversation.
class Talk final : public RpcListener
{
public:
    QList<QByteArray> answers;
    QList<QByteArray> said;
    bool isBehind = false;
    RpcConversation conversation;

    explicit Talk(Reach reach = Reach::Never)
        : conversation(calculatorMethods(), std::make_shared<RpcQuestions>(), reach, this)
    {
    }
    Heard send(const QByteArray &text)
    {
        return conversation.hear(text, [this](const QByteArray &answer) { answers.append(answer); });
    }
    void say(const QByteArray &text) override { said.append(text); }
    bool keepsUp() const override { return !isBehind; }
};

QByteArray answerTo(const QByteArray &text)
{
    Talk client;
    client.send(text);
    return client.answers.size() == 1 ? client.answers.first() : QByteArray("nothing, or more than once");
}

QByteArray requestText(const QByteArray &method, const QByteArray &params)
{
    return R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + params + ",\"id\":1}";
}

QByteArray resultOf(const QByteArray &method, const QByteArray &params)
{
    const QByteArray answer = answerTo(requestText(method, params));
    for (const auto &[name, value] : jsonMembers(answer)) {
        if (name == "result" || name == "error")
            return value.toByteArray();
    }
    return {};
}

QJsonObject errorOf(const QByteArray &method, const QByteArray &params)
{
    return QJsonDocument::fromJson(resultOf(method, params)).object();
}
}

class TestRpcConversation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // JSON-RPC 2.0, 7: every example, in its order
    void answersTheExamplesOfTheSpecification_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *name, const char *sent, const char *answer) {
            QTest::newRow(name) << QByteArray(sent) << QByteArray(answer);
        };
        row("by position", R"({"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1})",
            R"({"jsonrpc": "2.0", "result": 19, "id": 1})");
        row("by position, the other way",
            R"({"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2})",
            R"({"jsonrpc": "2.0", "result": -19, "id": 2})");
        row("by name",
            R"({"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3})",
            R"({"jsonrpc": "2.0", "result": 19, "id": 3})");
        row("by name, in another order",
            R"({"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4})",
            R"({"jsonrpc": "2.0", "result": 19, "id": 4})");
        row("a notification", R"({"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]})", "");
        row("a notification of an unknown method", R"({"jsonrpc": "2.0", "method": "foobar"})", "");
        row("an unknown method", R"({"jsonrpc": "2.0", "method": "foobar", "id": "1"})",
            R"({"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "1"})");
        row("invalid JSON", R"({"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz])",
            R"({"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null})");
        row("an invalid request", R"({"jsonrpc": "2.0", "method": 1, "params": "bar"})",
            R"({"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null})");
        row("a batch of invalid JSON", R"([
  {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
  {"jsonrpc": "2.0", "method"
])",
            R"({"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null})");
        row("an empty batch", "[]",
            R"({"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null})");
        row("an invalid batch", "[1]",
            R"([{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}])");
        row("a longer invalid batch", "[1,2,3]", R"([
  {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
  {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
  {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}
])");
        row("a batch", R"([
        {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
        {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
        {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
        {"foo": "boo"},
        {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
        {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
    ])",
            R"([
        {"jsonrpc": "2.0", "result": 7, "id": "1"},
        {"jsonrpc": "2.0", "result": 19, "id": "2"},
        {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
        {"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "5"},
        {"jsonrpc": "2.0", "result": ["hello", 5], "id": "9"}
    ])");
        row("a batch of notifications", R"([
        {"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},
        {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}
    ])",
            "");
    }
    void answersTheExamplesOfTheSpecification()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, answer);
        QCOMPARE(answerTo(sent), answer.isEmpty() ? answer : compactJson(answer).value());
    }

    void anIdComesBackAsItWas()
    {
        for (const QByteArray id :
             {"0", "-1", "1.0", "1e2", "9007199254740993", "\"\"", "\"\\u00e9\"", "\"1\"", "null"}) {
            const QByteArray sent = R"({"jsonrpc":"2.0","method":"get_data","id":)" + id + '}';
            QCOMPARE(answerTo(sent), R"({"jsonrpc":"2.0","result":["hello",5],"id":)" + id + '}');
        }
    }

    void whatIsNoRequestIsInvalid_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("id");
        const auto row = [](const char *sent, const char *id) {
            QTest::newRow(sent) << QByteArray(sent) << QByteArray(id);
        };
        row("1", "null");
        row("\"subtract\"", "null");
        row("{}", "null");
        row(R"({"method":"get_data","id":1})", "1");
        row(R"({"jsonrpc":"1.0","method":"get_data","id":1})", "1");
        row(R"({"jsonrpc":2.0,"method":"get_data","id":"a"})", "\"a\"");
        row(R"({"jsonrpc":"2.0","method":"get_data","params":"x","id":1})", "1");
        row(R"({"jsonrpc":"2.0","method":"get_data","params":null,"id":1})", "1");
        row(R"({"jsonrpc":"2.0","method":"get_data","id":true})", "null");
        row(R"({"jsonrpc":"2.0","method":"get_data","id":[1]})", "null");
        row(R"({"jsonrpc":"2.0","id":1})", "1");
    }
    void whatIsNoRequestIsInvalid()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, id);
        QCOMPARE(answerTo(sent),
                 R"({"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":)" + id + '}');
    }

    void calculatesExactly_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *method, const char *params, const char *result) {
            QTest::addRow("%s %s", method, params)
                << QByteArray(method) << QByteArray(params) << QByteArray(result);
        };
        row("subtract", "[9007199254740993, 1]", "9007199254740992");
        row("subtract", "[1.0, 0]", "1");
        row("subtract", "[42, 23, 2]", "19.00");
        row("subtract", "[2.5, 0, 0]", "2");
        row("subtract", R"([2.5, 0, 0, "half-up"])", "3");
        row("subtract", R"({"minuend":2.59,"subtrahend":0,"precision":1.0,"rounding":"down"})", "2.5");
        row("subtract", R"({"minuend":42,"subtrahend":23,"precision":null})", "19");
        row("minus", "[42, 23]", "19");
        row("add", "[0.1, 0.2]", "0.3");
        row("add", R"({"b":2,"a":1})", "3");
        row("sum", "[]", "0");
        row("sum", R"({"numbers":[1,2,4]})", "7");
        row("divide", "[22, 7, 2]", "3.14");
        row("divide", "[1, 3]", "0.333333333333333");
        row("divide", "[1, 4]", "0.25");
        row("echo", "[ 1.0,  1e400 ]", "[ 1.0,  1e400 ]");
        row("echo", R"({"a": 1, "a": 9007199254740993})", R"({"a": 1, "a": 9007199254740993})");
        row("order.price",
            R"({"customer":{"name":"Ada","address":{"city":"London","country":"GB"}},)"
            R"("items":[{"sku":"A-1001","quantity":2,"price":9.50},{"sku":"A-1002","quantity":3,"price":0.1}],)"
            R"("payment":{"method":"card","number":"4000000000000002"},"discount":10})",
            R"({"items":5,"total":17.37,"currency":"EUR"})");
        row("tree.depth",
            R"([{"name":"a","children":[{"name":"b"},{"name":"c","children":[{"name":"d"}]}]}])", "3");
    }
    void calculatesExactly()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, params);
        QFETCH(const QByteArray, result);
        QCOMPARE(resultOf(method, params), result);
    }

    void saysWhichParameterIsWrong_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QByteArray>("data");
        const auto row = [](const char *method, const char *params, const char *data) {
            QTest::addRow("%s %s", method, params)
                << QByteArray(method) << QByteArray(params) << QByteArray(data);
        };
        row("subtract", "[42]",
            R"({"param":"subtrahend","expected":"a number with at most 1000 digits on either side of the point"})");
        row("subtract", R"([42, 23, "two"])",
            R"({"param":"precision","expected":"an integer from 0 to 15","got":"two"})");
        row("subtract", "[42, 23, 16]",
            R"({"param":"precision","expected":"an integer from 0 to 15","got":16})");
        row("subtract", "[42, 23, 1.5]",
            R"({"param":"precision","expected":"an integer from 0 to 15","got":1.5})");
        row("subtract", R"([42, 23, 2, "up"])",
            R"({"param":"rounding","expected":"one of half-even, half-up, down","got":"up"})");
        row("add", "[1, 2, 3]", R"({"param":"2","expected":"at most 2 parameters by position"})");
        row("add", R"({"a":1,"c":2})", R"({"param":"c","expected":"one of a, b"})");
        row("sum", R"([1, "2"])", R"({"param":"numbers","expected":"numbers and nothing else"})");
        row("unsubscribe", R"(["sub-1"])",
            R"({"param":"subscription","expected":"a subscription that is open","got":"sub-1"})");
        row("slow", "[-1]", R"({"param":"ms","expected":"an integer from 0 to 600000","got":-1})");
        row("order.price", R"({"customer":{"name":"Ada"}})",
            R"({"param":"customer","expected":"a name, and an address with city and country","got":{"name":"Ada"}})");
        row("tree.depth", "[1]", R"({"param":"tree","expected":"a node","got":1})");
    }
    void saysWhichParameterIsWrong()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, params);
        QFETCH(const QByteArray, data);
        QCOMPARE(resultOf(method, params),
                 R"({"code":-32602,"message":"Invalid params","data":)" + data + '}');
    }

    void divisionByZeroHasDataInItsError()
    {
        QCOMPARE(
            resultOf("divide", "[1.50, 0e3]"),
            QByteArray(
                R"({"code":-32002,"message":"Division by zero","data":{"dividend":1.50,"divisor":0e3}})"));
    }

    void failsAsItIsTold()
    {
        QCOMPARE(resultOf("fail", R"([-32050, "Zu spät", {"at": 1.0}])"),
                 QByteArray("{\"code\":-32050,\"message\":\"Zu spät\",\"data\":{\"at\": 1.0}}"));
        QCOMPARE(errorOf("fail", "[]").value(QLatin1String("code")).toInt(), -32000);
    }

    void bigNumbersAreInTheTextAsTheyAre()
    {
        const QByteArray big = resultOf("big", "[]");
        for (const char *part : {"9007199254740993", ":1.0,", "1e400", "-1.50E-400", ":-0,", "\\u0041\\/",
                                 "1234567890123456789012345678901234567890", R"("twice":1,"twice":2)"})
            QVERIFY2(big.contains(part), part);
        QVERIFY(checkJson(big));
    }

    void aLargeResultHasAsManyBytes()
    {
        for (const int size : {4, 5, 100, 1000, 1024 * 1024}) {
            const QByteArray large = resultOf("large", '[' + QByteArray::number(size) + ']');
            QCOMPARE(large.size(), size);
            QVERIFY(checkJson(large));
        }
    }

    void describesItsMethods()
    {
        const QJsonObject described = QJsonDocument::fromJson(resultOf("rpc.discover", "[]")).object();
        QVERIFY(described.value(QLatin1String("openrpc")).toString().startsWith(QLatin1String("1.2")));
        QStringList names;
        for (const auto &method : described.value(QLatin1String("methods")).toArray())
            names.append(method.toObject().value(QLatin1String("name")).toString());
        QStringList known{QStringLiteral("slow"), QStringLiteral("confirm"), QStringLiteral("subscribe"),
                          QStringLiteral("unsubscribe")};
        for (const auto &[name, method] : calculatorMethods()) {
            if (name != "rpc.discover")
                known.append(QString::fromUtf8(name));
        }
        names.sort();
        known.sort();
        QCOMPARE(names, known);
    }

    void itsExamplesComeOutAsItsDescriptionSays()
    {
        int tried = 0;
        for (const QByteArrayView method : methodsOf(calculatorDescription())) {
            for (const QByteArrayView example : jsonElements(member(method, "examples"))) {
                QByteArrayList params;
                for (const QByteArrayView param : jsonElements(member(example, "params")))
                    params.append(member(param, "name").toByteArray() + ':'
                                  + member(param, "value").toByteArray());
                const QByteArray name = jsonText(member(method, "name"));
                const QByteArray expected = member(member(example, "result"), "value").toByteArray();
                QCOMPARE(resultOf(name, '{' + params.join(',') + '}'), compactJson(expected).value());
                ++tried;
            }
        }
        QVERIFY(tried >= 7);
    }

    void aQuickCallOvertakesASlowOne()
    {
        Talk client(Reach::Always);
        client.send(R"({"jsonrpc":"2.0","method":"slow","params":[20],"id":1})");
        client.send(R"({"jsonrpc":"2.0","method":"get_data","id":2})");
        QCOMPARE(client.answers.size(), 1);
        QVERIFY(client.answers[0].endsWith("\"id\":2}"));
        QTRY_COMPARE(client.answers.size(), 2);
        QCOMPARE(client.answers[1], QByteArray(R"({"jsonrpc":"2.0","result":{"waited":20},"id":1})"));
    }

    void aBatchWaitsForItsSlowestAndKeepsItsOrder()
    {
        Talk client;
        client.send(R"([{"jsonrpc":"2.0","method":"slow","params":[10],"id":1},)"
                    R"({"jsonrpc":"2.0","method":"slow","params":[0]},)"
                    R"({"jsonrpc":"2.0","method":"add","params":[1,2],"id":2}])");
        QVERIFY(client.answers.isEmpty());
        QTRY_COMPARE(client.answers.size(), 1);
        QCOMPARE(client.answers[0],
                 QByteArray(R"([{"jsonrpc":"2.0","result":{"waited":10},"id":1},)"
                            R"({"jsonrpc":"2.0","result":3,"id":2}])"));
    }

    void asksTheClientBack()
    {
        Talk client(Reach::Always);
        const QByteArray question = "\"Really \\\"now\\\"?\"";
        client.send(requestText("confirm", '[' + question + ']'));
        QVERIFY(client.answers.isEmpty());
        QCOMPARE(client.said,
                 QList<QByteArray>{R"({"jsonrpc":"2.0","method":"confirm","params":{"question":)" + question
                                   + R"(},"id":"srv-1"})"});
        QCOMPARE(client.send(R"({"jsonrpc":"2.0","result":{"yes": 1.0},"id":"srv-1"})"), Heard::Answers);
        QCOMPARE(client.answers,
                 (QList<QByteArray>{R"({"jsonrpc":"2.0","result":{"answer":{"yes": 1.0}},"id":1})", ""}));
        QCOMPARE(client.send(R"({"jsonrpc":"2.0","result":1,"id":"srv-1"})"), Heard::UnknownAnswer);
    }

    void aClientMayRefuse()
    {
        Talk client(Reach::Always);
        client.send(requestText("confirm", "[]"));
        client.send(R"({"jsonrpc":"2.0","error":{"code":-1,"message":"No","data":[1.0]},"id":"srv-1"})");
        QCOMPARE(client.answers.first(),
                 QByteArray(R"({"jsonrpc":"2.0","result":{"refusal":)"
                            R"({"code":-1,"message":"No","data":[1.0]}},"id":1})"));
    }

    void losesPatience()
    {
        Talk client(Reach::Always);
        client.send(requestText("confirm", R"({"patience":1})"));
        QTRY_COMPARE(client.answers.size(), 1);
        QVERIFY(client.answers[0].contains(R"({"code":-32001,"message":"Nobody answered","data":"srv-1"})"));
        QCOMPARE(client.send(R"({"jsonrpc":"2.0","result":1,"id":"srv-1"})"), Heard::UnknownAnswer);
    }

    void pushesUntilTheSubscriptionEnds()
    {
        Talk client(Reach::Always);
        client.send(requestText("subscribe", R"({"rate":1000})"));
        QCOMPARE(client.answers, QList<QByteArray>{R"({"jsonrpc":"2.0","result":"sub-1","id":1})"});
        QTRY_VERIFY(client.said.size() >= 3);
        QVERIFY(client.said[0].startsWith(
            R"({"jsonrpc":"2.0","method":"tick","params":{"subscription":"sub-1","n":1,"symbol":"ACME",)"));
        QVERIFY(checkJson(client.said[0]));
        client.send(requestText("unsubscribe", R"(["sub-1"])"));
        QCOMPARE(client.answers[1], QByteArray(R"({"jsonrpc":"2.0","result":true,"id":1})"));
        const qsizetype said = client.said.size();
        client.send(requestText("slow", "[10]"));
        QTRY_COMPARE(client.answers.size(), 3);
        QCOMPARE(client.said.size(), said);
    }

    void waitsForAClientThatIsBehind()
    {
        Talk client(Reach::Always);
        client.isBehind = true;
        client.send(requestText("subscribe", R"({"rate":1000,"count":2})"));
        client.send(requestText("slow", "[10]"));
        QTRY_COMPARE(client.answers.size(), 2);
        QVERIFY(client.said.isEmpty());
        client.isBehind = false;
        QTRY_COMPARE(client.said.size(), 2);
        client.send(requestText("slow", "[10]"));
        QTRY_COMPARE(client.answers.size(), 3);
        QCOMPARE(client.said.size(), 2);
    }

    void theResultComesLastWhereTheLineEndsWithIt()
    {
        Talk client(Reach::UntilAnswered);
        client.send(requestText("subscribe", R"({"rate":1000,"count":3})"));
        QTRY_COMPARE(client.answers.size(), 1);
        QCOMPARE(client.said.size(), 3);
        QCOMPARE(client.answers[0], QByteArray(R"({"jsonrpc":"2.0","result":{"ticks":3},"id":1})"));
    }

    void pushesNothingToWhoCannotHear()
    {
        for (const char *method : {"subscribe", "confirm"})
            QCOMPARE(errorOf(method, "[]").value(QLatin1String("code")).toInt(), -32000);
    }

private:
    static QByteArrayView member(QByteArrayView object, QByteArrayView name)
    {
        for (const auto &[each, value] : jsonMembers(object)) {
            if (each == name)
                return value;
        }
        return {};
    }
    // Views into a text that lives as long as the test.
    std::vector<QByteArrayView> methodsOf(const QByteArray &description)
    {
        m_description = description;
        return jsonElements(member(m_description, "methods"));
    }
    QByteArray m_description;
};

WEIR_TEST(runAppTest<TestRpcConversation>)
#include "tst_rpcconversation.moc"
