// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonrpc/calldraft.h"
#include "jsonrpc/openrpc.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace weir;

// The documents of npm @open-rpc/examples.
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

private Q_SLOTS:
    void initTestCase();
    void everyMethodMakesAForm_data() { listDocuments(); }
    void everyMethodMakesAForm();
    void everyExampleIsRight_data() { listDocuments(); }
    void everyExampleIsRight();

private:
    void listDocuments() const;

    QDir m_folder;
};

void TestOpenRpcExamples::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("WEIR_PEERS"))
        QSKIP("WEIR_PEERS is not set");
    m_folder.setPath(qEnvironmentVariable("WEIR_PEERS")
                     + QStringLiteral("/node_modules/@open-rpc/examples/build/service-descriptions"));
    QVERIFY2(m_folder.exists(), qPrintable(m_folder.path()));
}

void TestOpenRpcExamples::listDocuments() const
{
    QTest::addColumn<QString>("path");
    const QStringList names = m_folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 6);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << m_folder.filePath(name);
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
            QVERIFY2(std::find(types.begin(), types.end(), draft.rows[i].type) != types.end(),
                     qPrintable(method.name));
            QCOMPARE(draft.rows[i].on, method.params[i].required);
            // What is left to type is numbers.
            if (draft.rows[i].type == ParamNode::Type::Number)
                draft.rows[i].text = QStringLiteral("7");
        }
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

QTEST_GUILESS_MAIN(TestOpenRpcExamples)
#include "tst_openrpcexamples.moc"
