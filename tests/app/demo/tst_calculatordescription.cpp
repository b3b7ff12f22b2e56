// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "demo/calculator.h"
#include "jsonrpc/calldraft.h"
#include "jsonrpc/openrpc.h"

#include <QTest>

using namespace weir;

// What the demo service says of itself is what the client understands.
class TestCalculatorDescription final : public QObject
{
    Q_OBJECT

    RpcService m_service;

private Q_SLOTS:
    void initTestCase()
    {
        const auto read = readOpenRpc(calculatorDescription());
        QVERIFY2(read, read ? "" : qPrintable(read.error()));
        m_service = *read;
    }

    void isTakenOverWhole()
    {
        QCOMPARE(m_service.title, QStringLiteral("Calculator"));
        QCOMPARE(m_service.notes, QStringList());
        QVERIFY(m_service.method(QStringLiteral("minus"))->deprecated);
        for (const RpcMethodInfo &method : m_service.methods)
            QVERIFY2(!method.summary.isEmpty() && !method.result.isNull() == (method.name != u"echo"),
                     qPrintable(method.name));
    }

    void itsExamplesFitItsSchemas()
    {
        for (const RpcMethodInfo &method : m_service.methods) {
            for (const RpcExample &example : method.examples) {
                const QByteArray text = "{\"jsonrpc\":\"2.0\",\"method\":\"" + method.name.toUtf8()
                    + "\",\"params\":" + example.params + ",\"id\":1}";
                const auto draft = draftFromText(text, {}, "1");
                QVERIFY2(draft, text.constData());
                for (const CallProblem &problem : problemsOf(*draft, &method))
                    QVERIFY2(false, qPrintable(method.name + u": " + problem.sentence));
                for (const QString &sentence : method.result.checkJson(example.result))
                    QVERIFY2(false, qPrintable(method.name + u": " + sentence));
            }
        }
    }

    void itsFormsAreTakenByItsMethods()
    {
        DemoRpcMethods methods = calculatorMethods();
        for (const char *name : {"large", "fail", "echo", "get_data", "update", "notify_sum", "sum"}) {
            const RpcMethodInfo *method = m_service.method(QString::fromLatin1(name));
            QVERIFY2(method, name);
            const CallDraft draft = draftFor(*method, {});
            QVERIFY2(problemsOf(draft, method).empty(), name);
        }
        const RpcMethodInfo *subtract = m_service.method(QStringLiteral("subtract"));
        CallDraft draft = draftFor(*subtract, {});
        draft.rows[0].text = QStringLiteral("42");
        draft.rows[1].text = QStringLiteral("23");
        draft.rows[2].text = QStringLiteral("two");
        draft.rows[2].on = true;
        const auto problems = problemsOf(draft, subtract);
        QCOMPARE(problems.size(), size_t(1));
        QCOMPARE(problems[0].path, std::vector<int>{2});
    }
};

WEIR_TEST(runAppTest<TestCalculatorDescription>)
#include "tst_calculatordescription.moc"
