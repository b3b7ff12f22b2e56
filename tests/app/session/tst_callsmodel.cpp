// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callcapture.h"
#include "testprogram.h"

#include "session/callindex.h"
#include "session/callsmodel.h"
#include "session/calltext.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

using namespace weir;

namespace {
QStringList texts(std::initializer_list<const char *> utf8)
{
    QStringList list;
    for (const char *text : utf8)
        list << QString::fromUtf8(text);
    return list;
}
}

class TestCallsModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theNewestIsOnTop();
    void saysEachInWords();
    void filtersByTextAndByState();
    void aBatchOpens();
    void aFilterFindsTheMembersOfABatch();
    void whatChangesLeavesTheFilter();
    void rowsKeepTheirPlaceWhileOthersCome();
    void whatWaitsTicks();
    void aQuarterOfAMillionIsFiltered();
    void timesAreShort();
    void idsThatLookAlikeAreToldApart();

private:
    void grow();
    QStringList column(int column) const;
    QStringList methods() const { return column(CallsModel::Method); }

    std::unique_ptr<CallCapture> m_capture;
    CallRows m_rows;
    std::unique_ptr<CallIndex> m_index;
    std::unique_ptr<CallsModel> m_model;
};

void TestCallsModel::init()
{
    QLocale::setDefault(QLocale::c());
    m_model.reset();
    m_index = std::make_unique<CallIndex>();
    m_capture = std::make_unique<CallCapture>();
    m_rows = {};
    m_model = std::make_unique<CallsModel>(*m_index);
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                 m_model.get());
    m_index->setReader(m_capture->reader(), {m_capture->connection()});
}

// Until all that was written is seen: a call more at the end tells.
void TestCallsModel::grow()
{
    const quint64 last = m_rows.request("last", "0");
    m_capture->write(m_rows);
    (void)m_capture->reader();
    m_index->grow();
    QTRY_VERIFY(m_index->count() > 0 && m_index->at(m_index->count() - 1).seq == last);
}

QStringList TestCallsModel::column(int column) const
{
    QStringList cells;
    for (int row = 0; row < m_model->rowCount(); ++row)
        cells << m_model->index(row, column).data().toString();
    return cells;
}

void TestCallsModel::theNewestIsOnTop()
{
    m_rows.request("first", "1");
    m_rows.request("second", "2");
    grow();
    m_rows.request("third", "3");
    grow();
    QCOMPARE(methods(), (texts({"last", "third", "last", "second", "first"})));
    QCOMPARE(m_model->rowOf(1), 4);
    QCOMPARE(m_model->rowOf(99), -1);
    QCOMPARE(m_model->call(3).id, QByteArray("2"));
}

void TestCallsModel::saysEachInWords()
{
    using Tone = CallsModel::Tone;
    const quint64 batch = m_rows.batch();
    const quint64 a = m_rows.request("a", "1", batch);
    m_rows.notification("b", batch);
    const quint64 c = m_rows.request("c", "4", batch);
    m_rows.result(a, "1");
    m_rows.error(c, -32601, "Method not found");
    m_rows.notification("update");
    m_rows.asked("confirm", "\"srv-1\"");
    const quint64 wrong = m_rows.request("foobar", "6");
    m_rows.error(wrong, -32601, "Method not found");
    const quint64 right = m_rows.request("subtract", "7");
    m_rows.result(right, "19");
    const quint64 late = m_rows.request("slow", "8");
    m_rows.failure(late, "timeout", "No answer to slow (id 8) in 3 s.");
    grow();

    const auto row = [&](int number) {
        QStringList cells;
        for (int i = 0; i < CallsModel::ColumnCount; ++i)
            cells << m_model->index(number, i).data().toString();
        return cells;
    };
    const auto tone = [&](int number) {
        return m_model->index(number, 0).data(CallsModel::ToneRole).value<Tone>();
    };
    QCOMPARE(m_model->rowCount(), 7);
    QCOMPARE(row(0), (texts({"0", "last", "waiting for the answer", "waiting"})));
    QCOMPARE(row(1), (texts({"8", "slow", "No answer to slow (id 8) in 3 s.", "1.0 ms"})));
    QCOMPARE(row(2), (texts({"7", "subtract", "19", "1.0 ms"})));
    QCOMPARE(row(3), (texts({"6", "foobar", "−32601 Method not found", "1.0 ms"})));
    QCOMPARE(row(4), (texts({"srv-1", "◂ confirm", "server asks: Reply…", "waiting"})));
    QCOMPARE(row(5), (texts({"—", "update", "notification, no reply expected", ""})));
    QCOMPARE(row(6), (texts({"1–4", "batch of 3", "1 result, 1 error", "5.0 ms"})));
    const std::vector<Tone> tones{Tone::Quiet, Tone::Error, Tone::Result, Tone::Error,
                                  Tone::Link,  Tone::Quiet, Tone::Mixed};
    for (int i = 0; i < m_model->rowCount(); ++i)
        QCOMPARE(tone(i), tones[size_t(i)]);
}

void TestCallsModel::filtersByTextAndByState()
{
    const quint64 one = m_rows.request("Subtract", "7");
    m_rows.result(one, "\"nineteen\"");
    const quint64 two = m_rows.request("foobar", "\"abc\"");
    m_rows.error(two, -32601, "Method not found");
    m_rows.asked("confirm", "1");
    m_rows.notification("update");
    grow();

    const auto filtered = [&](const QString &text, int groups) {
        m_model->setFilter(text, groups);
        return methods();
    };
    QCOMPARE(filtered(QStringLiteral("sub"), 0), texts({"Subtract"}));
    QCOMPARE(filtered(QStringLiteral("NINE"), 0), texts({"Subtract"}));
    QCOMPARE(filtered(QStringLiteral("ABC"), 0), texts({"foobar"}));
    QCOMPARE(filtered(QStringLiteral("−32601"), 0), texts({"foobar"}));
    QCOMPARE(filtered(QStringLiteral("nothing"), 0), QStringList());
    QCOMPARE(filtered({}, CallsModel::Results), texts({"Subtract"}));
    QCOMPARE(filtered({}, CallsModel::Errors), texts({"foobar"}));
    QCOMPARE(filtered({}, CallsModel::Server), texts({"◂ confirm"}));
    QCOMPARE(filtered({}, CallsModel::Waiting), (texts({"last", "◂ confirm"})));
    QCOMPARE(filtered({}, CallsModel::Results | CallsModel::Errors), (texts({"foobar", "Subtract"})));
    QCOMPARE(filtered(QStringLiteral("sub"), CallsModel::Errors), QStringList());
    QCOMPARE(filtered({}, 0).size(), 5);
    QCOMPARE(m_model->count(CallsModel::Results), qsizetype(1));
    QCOMPARE(m_model->count(CallsModel::Errors), qsizetype(1));
    QCOMPARE(m_model->count(CallsModel::Waiting), qsizetype(2));
    QCOMPARE(m_model->count(CallsModel::Server), qsizetype(1));
}

void TestCallsModel::aBatchOpens()
{
    m_rows.request("before", "0");
    const quint64 batch = m_rows.batch();
    m_rows.request("a", "1", batch);
    m_rows.request("b", "2", batch);
    grow();
    QCOMPARE(methods(), (texts({"last", "batch of 2", "before"})));
    QCOMPARE(m_model->index(1, 0).data(CallsModel::IsOpenRole), QVariant(false));
    QVERIFY(!m_model->index(0, 0).data(CallsModel::IsOpenRole).isValid());

    m_model->setOpen(batch, true);
    QCOMPARE(methods(), (texts({"last", "batch of 2", "a", "b", "before"})));
    QCOMPARE(m_model->index(2, 0).data(CallsModel::IsMemberRole), QVariant(true));
    QCOMPARE(m_model->index(1, 0).data(CallsModel::IsOpenRole), QVariant(true));
    // Members that are written later
    m_rows.request("c", "3", batch);
    grow();
    m_model->setOpen(batch, false);
    QVERIFY(!methods().contains(QStringLiteral("a")));
}

void TestCallsModel::aFilterFindsTheMembersOfABatch()
{
    const quint64 batch = m_rows.batch();
    const quint64 a = m_rows.request("sum", "1", batch);
    const quint64 b = m_rows.request("foobar", "2", batch);
    const quint64 c = m_rows.request("sum", "3", batch);
    m_rows.result(a, "1");
    m_rows.error(b, -32601, "Method not found");
    m_rows.result(c, "2");
    grow();
    m_model->setFilter({}, CallsModel::Errors);
    QCOMPARE(methods(), (texts({"batch of 3", "foobar"})));
    m_model->setFilter(QStringLiteral("sum"), 0);
    QCOMPARE(methods(), (texts({"batch of 3", "sum", "sum"})));
    QCOMPARE(m_model->rowOf(a), 1);
    m_model->setFilter(QStringLiteral("batch"), 0);
    QCOMPARE(methods(), texts({"batch of 3"}));
}

void TestCallsModel::whatChangesLeavesTheFilter()
{
    const quint64 one = m_rows.request("one", "1");
    const quint64 two = m_rows.request("two", "2");
    grow();
    m_model->setFilter({}, CallsModel::Waiting);
    QCOMPARE(methods(), (texts({"last", "two", "one"})));
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_rows.result(two, "2");
    grow();
    QCOMPARE(methods(), (texts({"last", "last", "one"})));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed[0][1].toInt(), 1);

    m_model->setFilter({}, 0);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_rows.result(one, "1");
    grow();
    QVERIFY(changed.count() >= 1);
    QCOMPARE(m_model->call(m_model->rowOf(one)).state, Call::State::Result);
}

void TestCallsModel::rowsKeepTheirPlaceWhileOthersCome()
{
    m_rows.request("one", "1");
    grow();
    const QPersistentModelIndex chosen = m_model->index(1, 0);
    m_rows.request("two", "2");
    grow();
    QCOMPARE(chosen.row(), 3);
    m_model->setFilter(QStringLiteral("one"), 0);
    QCOMPARE(chosen.row(), 0);
}

void TestCallsModel::whatWaitsTicks()
{
    grow();
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setTicking(true);
    QTRY_VERIFY(changed.count() > 0);
    QCOMPARE(changed[0][0].toModelIndex().column(), int(CallsModel::Time));
    m_model->setTicking(false);
}

void TestCallsModel::aQuarterOfAMillionIsFiltered()
{
    m_model = std::make_unique<CallsModel>(*m_index); // without the tester, which looks at every row
    for (int i = 0; i < 249'000; ++i) {
        const quint64 seq = m_rows.request("subtract", QByteArray::number(i));
        m_rows.result(seq, QByteArray::number(i * 7));
    }
    grow();
    QTRY_COMPARE(m_model->count(CallsModel::Results), qsizetype(249'000));
    m_model->setFilter(QStringLiteral("12345"), 0);
    QVERIFY(m_model->rowCount() > 0);
    m_model->setFilter({}, 0);
    m_rows.request("one more", "1");
    grow();
    QCOMPARE(m_model->rowCount(), 249'003);
}

void TestCallsModel::timesAreShort()
{
    QCOMPARE(callTimeText(40), QStringLiteral("0.0 ms"));
    QCOMPARE(callTimeText(1'800), QStringLiteral("1.8 ms"));
    QCOMPARE(callTimeText(24'400), QStringLiteral("24 ms"));
    QCOMPARE(callTimeText(1'200'000), QStringLiteral("1.2 s"));
    QCOMPARE(callTimeText(185'000'000), QStringLiteral("3 min 5 s"));
    Call call;
    call.begun = 1'000'000;
    QCOMPARE(callTimeText(call, 2'200'000), QStringLiteral("1.2 s"));
    QCOMPARE(callTimeText(call, 1'000'000'000'000), QStringLiteral("waiting"));
}

void TestCallsModel::idsThatLookAlikeAreToldApart()
{
    const auto text = [](const char *id) { return callIdText(QByteArrayView(id)).toUtf8(); };
    QCOMPARE(text("7"), QByteArray("7"));
    QCOMPARE(text("1.0"), QByteArray("1.0"));
    QCOMPARE(text("\"7\""), QByteArray("\"7\""));
    QCOMPARE(text("null"), QByteArray("null"));
    QCOMPARE(text("\"null\""), QByteArray("\"null\""));
    QCOMPARE(text("\"srv-1\""), QByteArray("srv-1"));
    QCOMPARE(text("\"a\\u0031\""), QByteArray("\"a\\u0031\""));
    QCOMPARE(text("\" a\""), QByteArray("\" a\""));
    QCOMPARE(text("\"\""), QByteArray("\"\""));
    QCOMPARE(text(""), QByteArray("—"));
}

WEIR_TEST(runAppTest<TestCallsModel>)
#include "tst_callsmodel.moc"
