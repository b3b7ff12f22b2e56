// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "jsonrpc/calldraft.h"
#include "jsonrpc/openrpc.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace weir;

// The documents of npm @open-rpc/examples, and that of the demo server.
class TestOpenRpcExamples final : public QObject
{
    Q_OBJECT

    static RpcService read(const QString &path)
    {
        QFile file(path);
        const auto service = file.open(QIODevice::ReadOnly) ? readOpenRpc(file.readAll()) : RpcService();
        return service ? *service : RpcService();
    }
    static QString sentences(const std::vector<CallProblem> &problems)
    {
        QStringList all;
        for (const CallProblem &problem : problems)
            all.append(problem.sentence);
        return all.join(u' ');
    }
    // What a form leaves to type.
    static void typeNumbers(std::vector<ParamNode> &rows)
    {
        for (ParamNode &row : rows) {
            if (row.type == ParamNode::Type::Number && row.text.isEmpty())
                row.text = QStringLiteral("7");
            typeNumbers(row.children);
        }
    }

private Q_SLOTS:
    void examplesAreThere();
    void everyMethodMakesAForm_data() { listDocuments(); }
    void everyMethodMakesAForm();
    void everyExampleIsRight_data() { listDocuments(); }
    void everyExampleIsRight();

private:
    static QStringList examples()
    {
        QStringList paths;
        QDirIterator found(qEnvironmentVariable("WEIR_PEERS")
                               + QStringLiteral("/node_modules/@open-rpc/examples"),
                           {QStringLiteral("*openrpc.json")}, QDir::Files, QDirIterator::Subdirectories);
        while (!qEnvironmentVariableIsEmpty("WEIR_PEERS") && found.hasNext())
            paths.append(found.next());
        return paths;
    }
    static void listDocuments()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("demo") << QStringLiteral(WEIR_CALCULATOR);
        for (const QString &path : examples())
            QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
    }
};

void TestOpenRpcExamples::examplesAreThere()
{
    if (qEnvironmentVariableIsEmpty("WEIR_PEERS"))
        QSKIP("WEIR_PEERS is not set");
    QVERIFY(examples().size() >= 6);
}

void TestOpenRpcExamples::everyMethodMakesAForm()
{
    QFETCH(QString, path);
    const RpcService service = read(path);
    QVERIFY(!service.title.isEmpty() && !service.methods.empty());
    QCOMPARE(service.notes, QStringList());
    for (const RpcMethodInfo &method : service.methods) {
        QVERIFY2(method.isDescribed, qPrintable(method.name));
        CallDraft draft = draftFor(method, {});
        QCOMPARE(draft.rows.size(), method.params.size());
        for (size_t i = 0; i < draft.rows.size(); ++i) {
            const std::vector<ParamNode::Type> types = method.params[i].schema.types();
            QVERIFY2(types.empty()
                         || std::find(types.begin(), types.end(), draft.rows[i].type) != types.end(),
                     qPrintable(method.name));
            QCOMPARE(draft.rows[i].on, method.params[i].required || method.params[i].schema.defaultValue());
        }
        typeNumbers(draft.rows);
        // The demo wants more of a text than that it is one.
        if (path != QLatin1String(WEIR_CALCULATOR))
            QCOMPARE(sentences(problemsOf(draft, &method)), QString());
        const QByteArray text = callText(draft, "1");
        QCOMPARE(callText(*draftFromText(text, draft, "1"), "1"), text);
    }
}

void TestOpenRpcExamples::everyExampleIsRight()
{
    QFETCH(QString, path);
    const RpcService service = read(path);
    int count = 0;
    for (const RpcMethodInfo &method : service.methods) {
        for (const RpcExample &example : method.examples) {
            ++count;
            CallDraft draft = draftFor(method, {});
            draft.params = CallDraft::Params::Raw;
            draft.raw = QString::fromUtf8(example.params);
            QCOMPARE(sentences(problemsOf(draft, &method)), QString());
            QCOMPARE(method.result.checkJson(example.result), std::vector<QString>());
        }
    }
    // The document that is there for its examples.
    QVERIFY(count > 0 || !path.contains(QLatin1String("with-examples")));
}

WEIR_TEST(runAppTest<TestOpenRpcExamples>)
#include "tst_openrpcexamples.moc"
