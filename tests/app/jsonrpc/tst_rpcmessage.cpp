// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "jsonrpc/rpcmessage.h"

#include <QTest>

using namespace weir;
using MessageType = RpcMessage::Type;

namespace {
RpcMessage only(const QByteArray &text)
{
    const RpcDocument document = parseRpc(text);
    return document.isBatch || document.messages.size() != 1 ? RpcMessage{} : document.messages.front();
}
}

class TestRpcMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exampleOfTheSpecificationIsRead_data();
    void exampleOfTheSpecificationIsRead();
    void batchOfTheSpecificationIsRead();
    void rawTextSurvives();
    void wrongMessageIsNamed_data();
    void wrongMessageIsNamed();
    void outcomeOfAWrongAnswerIsStillRead();
    void idsAreComparedWithTheirType();
    void lastOfTwoMembersCounts();
    void longArrayOfSomethingElseIsOneWrongMessage();
    void errorCodesHaveNames();
    void faultNamesReadBack();
};

// JSON-RPC 2.0, 7
void TestRpcMessage::exampleOfTheSpecificationIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("inside"); // params, result, or code and message
    const auto row = [](const char *name, const char *text, MessageType type, const char *id,
                        const char *inside) {
        QTest::newRow(name) << QByteArray(text) << int(type) << QByteArray(id) << QByteArray(inside);
    };
    row("positional call", R"({"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1})",
        MessageType::Request, "1", "[42, 23]");
    row("its result", R"({"jsonrpc": "2.0", "result": 19, "id": 1})", MessageType::Result, "1", "19");
    row("named call",
        R"({"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3})",
        MessageType::Request, "3", R"({"subtrahend": 23, "minuend": 42})");
    row("notification", R"({"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]})",
        MessageType::Notification, "", "[1,2,3,4,5]");
    row("notification without params", R"({"jsonrpc": "2.0", "method": "foobar"})", MessageType::Notification,
        "", "");
    row("call of no method", R"({"jsonrpc": "2.0", "method": "foobar", "id": "1"})", MessageType::Request,
        "\"1\"", "");
    row("its error",
        R"({"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "1"})",
        MessageType::Error, "\"1\"", "-32601 Method not found");
    row("answer to what is not JSON",
        R"({"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null})",
        MessageType::Error, "null", "-32700 Parse error");
    row("answer to no request",
        R"({"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null})",
        MessageType::Error, "null", "-32600 Invalid Request");
}

void TestRpcMessage::exampleOfTheSpecificationIsRead()
{
    QFETCH(QByteArray, text);
    const RpcMessage message = only(text);
    QTEST(int(message.type), "type");
    QTEST(message.id, "id");
    QFETCH(QByteArray, inside);
    const QByteArray read = message.error     ? message.error->code + ' ' + message.error->message
        : message.type == MessageType::Result ? message.result
                                              : message.params;
    QCOMPARE(read, inside);
    QCOMPARE(message.fault, RpcFault::None);
    QCOMPARE(message.text, text);
}

void TestRpcMessage::batchOfTheSpecificationIsRead()
{
    const RpcDocument calls = parseRpc(R"([
        {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
        {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
        {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
        {"foo": "boo"},
        {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
        {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
    ])");
    QVERIFY(calls.isBatch);
    const std::vector<MessageType> types{MessageType::Request, MessageType::Notification,
                                         MessageType::Request, MessageType::Invalid,
                                         MessageType::Request, MessageType::Request};
    QCOMPARE(calls.messages.size(), types.size());
    for (size_t i = 0; i < types.size(); ++i)
        QCOMPARE(calls.messages[i].type, types[i]);
    const RpcDocument numbers = parseRpc("[1,2,3]");
    QVERIFY(numbers.isBatch);
    QCOMPARE(numbers.messages.size(), size_t(3));
    QCOMPARE(numbers.messages[1].fault, RpcFault::NotAnObject);
    QCOMPARE(numbers.messages[1].text, "2");
    const RpcDocument empty = parseRpc("[]");
    QVERIFY(empty.isBatch);
    QCOMPARE(empty.messages.at(0).fault, RpcFault::EmptyBatch);
    const RpcDocument broken = parseRpc(R"([{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
        {"jsonrpc": "2.0", "method"])");
    QCOMPARE(broken.messages.at(0).fault, RpcFault::NotJson);
    QVERIFY(broken.jsonFault);
}

void TestRpcMessage::rawTextSurvives()
{
    const RpcMessage call =
        only(R"({"jsonrpc":"2.0","id":9007199254740993,"method":"m","params":{"a":1.0,"a":1e400}})");
    QCOMPARE(call.id, "9007199254740993");
    QCOMPARE(call.params, R"({"a":1.0,"a":1e400})");
    const RpcMessage answer =
        only(R"({"jsonrpc":"2.0","error":{"code":1,"message":"x","data":[1.10, -0]},"id":1.0})");
    QCOMPARE(answer.id, "1.0");
    QCOMPARE(answer.error->data, "[1.10, -0]");
}

void TestRpcMessage::wrongMessageIsNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<RpcFault>("fault");
    const auto row = [](const char *text, RpcFault fault) {
        QTest::newRow(text) << QByteArray(text) << fault;
    };
    row("", RpcFault::NotJson);
    row("{\"jsonrpc\": \"2.0\", \"method\": \"foobar, \"params\": \"bar\", \"baz]", RpcFault::NotJson);
    row("\xff", RpcFault::NotJson);
    row("12", RpcFault::NotAnObject);
    row("\"text\"", RpcFault::NotAnObject);
    row("{}", RpcFault::NoVersion);
    row(R"({"result":19,"error":null,"id":1})", RpcFault::NoVersion);
    row(R"({"jsonrpc":"1.0","result":19,"id":1})", RpcFault::WrongVersion);
    row(R"({"jsonrpc":2.0,"result":19,"id":1})", RpcFault::WrongVersion);
    row(R"({"jsonrpc":"2.0","method":1,"params":"bar"})", RpcFault::BadMethod);
    row(R"({"jsonrpc":"2.0","method":"m","params":"bar"})", RpcFault::BadParams);
    row(R"({"jsonrpc":"2.0","method":"m","params":null})", RpcFault::BadParams);
    row(R"({"jsonrpc":"2.0","method":"m","id":[1]})", RpcFault::BadId);
    row(R"({"jsonrpc":"2.0","result":1,"id":true})", RpcFault::BadId);
    row(R"({"jsonrpc":"2.0","result":1})", RpcFault::NoId);
    row(R"({"jsonrpc":"2.0","result":1,"error":{"code":1,"message":""},"id":1})", RpcFault::BothOutcomes);
    row(R"({"jsonrpc":"2.0","result":null,"error":null,"id":1})", RpcFault::BothOutcomes);
    row(R"({"jsonrpc":"2.0","id":1})", RpcFault::NoOutcome);
    row(R"({"jsonrpc":"2.0","error":{"code":"1","message":""},"id":1})", RpcFault::BadError);
    row(R"({"jsonrpc":"2.0","error":{"code":1.5,"message":""},"id":1})", RpcFault::BadError);
    row(R"({"jsonrpc":"2.0","error":{"code":1},"id":1})", RpcFault::BadError);
    row(R"({"jsonrpc":"2.0","error":"no","id":1})", RpcFault::BadError);
    row(R"({"jsonrpc":"2.0","method":"m","result":1,"id":1})", RpcFault::CallAndAnswer);
}

void TestRpcMessage::wrongMessageIsNamed()
{
    QFETCH(QByteArray, text);
    const RpcMessage message = only(text);
    QCOMPARE(message.type, MessageType::Invalid);
    QTEST(message.fault, "fault");
    QCOMPARE(message.text, text);
    QVERIFY(!rpcFaultText(message.fault).isEmpty());
}

void TestRpcMessage::outcomeOfAWrongAnswerIsStillRead()
{
    const RpcMessage old = only(R"({"result":19,"error":null,"id":1})");
    QCOMPARE(old.result, "19");
    QVERIFY(!old.error);
    QVERIFY(old.isAnswer());
    const RpcMessage failed = only(R"({"result":null,"error":{"code":5,"message":"no"},"id":1})");
    QCOMPARE(failed.error->message, "no");
    QVERIFY(failed.result.isEmpty());
    QCOMPARE(only(R"({"jsonrpc":"2.0","error":"no such thing","id":1})").error->data, "\"no such thing\"");
}

void TestRpcMessage::idsAreComparedWithTheirType()
{
    QVERIFY(rpcIdKey("1") != rpcIdKey("\"1\""));
    QVERIFY(rpcIdKey("null") != rpcIdKey("\"null\""));
    QVERIFY(rpcIdKey("null") != rpcIdKey({}));
    QVERIFY(rpcIdKey("9007199254740993") != rpcIdKey("9007199254740992"));
    QVERIFY(rpcIdKey("1") != rpcIdKey("-1"));
    for (const char *same : {"1", "1.0", "1.00", "10e-1", "0.1e1", "1E0", "1e+0"})
        QCOMPARE(rpcIdKey(same), rpcIdKey("1"));
    QCOMPARE(rpcIdKey("-0"), rpcIdKey("0.0e7"));
    QCOMPARE(rpcIdKey("100"), rpcIdKey("1e2"));
    QVERIFY(rpcIdKey("1e99999999999999999999") != rpcIdKey("1"));
    QCOMPARE(rpcIdKey("\"\\u0031\""), rpcIdKey("\"1\""));
}

void TestRpcMessage::lastOfTwoMembersCounts()
{
    const RpcMessage message = only(R"({"jsonrpc":"2.0","id":1,"id":2,"result":true,"\u0069d":3})");
    QCOMPARE(message.id, "3");
    QCOMPARE(message.type, MessageType::Result);
}

void TestRpcMessage::longArrayOfSomethingElseIsOneWrongMessage()
{
    QByteArray array = "[0";
    for (int i = 0; i < 5000; ++i)
        array += ",1";
    array += ']';
    const RpcDocument document = parseRpc(array);
    QCOMPARE(document.messages.size(), size_t(1));
    QCOMPARE(document.messages[0].fault, RpcFault::NotAnObject);
    QCOMPARE(document.messages[0].text, array);
}

void TestRpcMessage::errorCodesHaveNames()
{
    QCOMPARE(rpcErrorName("-32700"), QStringLiteral("Parse error"));
    QCOMPARE(rpcErrorName("-32600"), QStringLiteral("Invalid Request"));
    QCOMPARE(rpcErrorName("-32601"), QStringLiteral("Method not found"));
    QCOMPARE(rpcErrorName("-32602"), QStringLiteral("Invalid params"));
    QCOMPARE(rpcErrorName("-32603"), QStringLiteral("Internal error"));
    QCOMPARE(rpcErrorName("-32099"), QStringLiteral("Server error"));
    QCOMPARE(rpcErrorName("-32000"), QStringLiteral("Server error"));
    QCOMPARE(rpcErrorName("-32100"), QStringLiteral("Reserved by JSON-RPC"));
    QVERIFY(rpcErrorName("-31999").isEmpty());
    QVERIFY(rpcErrorName("1").isEmpty());
    QVERIFY(rpcErrorName("1e400").isEmpty());
}

void TestRpcMessage::faultNamesReadBack()
{
    for (int fault = int(RpcFault::NotJson); fault <= int(RpcFault::AnswersNotification); ++fault) {
        const QByteArray name = rpcFaultName(RpcFault(fault));
        QVERIFY(!name.isEmpty());
        QCOMPARE(rpcFaultFromName(name), RpcFault(fault));
    }
    QCOMPARE(rpcFaultFromName("something"), RpcFault::None);
    QVERIFY(rpcFaultName(RpcFault::None).isEmpty());
}

WEIR_TEST(runPlainTest<TestRpcMessage>)
#include "tst_rpcmessage.moc"
