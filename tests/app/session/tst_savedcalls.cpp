// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "session/savedcalls.h"

#include <QTest>

using namespace weir;

class TestSavedCalls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callReadsBack_data();
    void callReadsBack();
    void paramsStayAsTheyAreWritten();
    void whatIsOffIsNotKept();
};

void TestSavedCalls::callReadsBack_data()
{
    QTest::addColumn<QString>("params");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("id");
    const auto row = [](const char *name, const char *params, CallDraft::Params kind, SavedCall::Id id) {
        QTest::newRow(name) << QString::fromUtf8(params) << int(kind) << int(id);
    };
    row("by name", R"({"minuend":42,"subtrahend":23})", CallDraft::Params::ByName, SavedCall::Id::Automatic);
    row("by position", "[42,23]", CallDraft::Params::ByPosition, SavedCall::Id::Number);
    row("none", "", CallDraft::Params::None, SavedCall::Id::None);
    row("a variable", "{{params}}", CallDraft::Params::Raw, SavedCall::Id::String);
    row("no container", "12", CallDraft::Params::Raw, SavedCall::Id::Null);
}

void TestSavedCalls::callReadsBack()
{
    QFETCH(QString, params);
    QFETCH(int, id);
    const SavedCall call{.name = QStringLiteral("a name"),
                         .method = QStringLiteral("m"),
                         .params = params,
                         .id = SavedCall::Id(id),
                         .idText = QStringLiteral("7")};
    const CallDraft draft = draftOf(call);
    QTEST(int(draft.params), "kind");
    QCOMPARE(savedCall(draft, call.name), call);
}

void TestSavedCalls::paramsStayAsTheyAreWritten()
{
    const SavedCall call{.method = QStringLiteral("m"),
                         .params =
                             QStringLiteral(R"({"a":[9007199254740993,1.0,{"b":1e400,"b":null}],"c":"é"})")};
    QCOMPARE(savedCall(draftOf(call), {}).params, call.params);
}

void TestSavedCalls::whatIsOffIsNotKept()
{
    CallDraft draft{.method = QStringLiteral("m")};
    draft.rows = {{.name = QStringLiteral("a"), .text = QStringLiteral("x")},
                  {.name = QStringLiteral("b"), .text = QStringLiteral("y"), .on = false}};
    QCOMPARE(savedCall(draft, {}).params, QStringLiteral("{\"a\":\"x\"}"));
}

WEIR_TEST(runPlainTest<TestSavedCalls>)
#include "tst_savedcalls.moc"
