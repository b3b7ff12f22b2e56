// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calldiff.h"
#include "callsfixture.h"
#include "diffview.h"
#include "payloadview.h"
#include "resultpanel.h"
#include "theme.h"
#include "timingview.h"
#include "uitest.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>

using namespace weir;

Q_DECLARE_METATYPE(weir::Call)

class TestResultPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void emptyItSaysWhatToDo();
    void aResultIsShownWithItsRows();
    void anErrorIsShownWithItsData();
    void theAnswerIsShownWhenItComes();
    void aFailureIsASentence();
    void whatIsNoAnswerIsShownAsItCame();
    void aQuestionOfTheServerIsShown();
    void aBatchIsShownWhole();
    void faultsOfTheSchemaAreSaid();
    void aWebSocketHasAHandshake();
    void theAnswerBeforeIsCompared();
    void twoThatWereChosenAreCompared();
    void aLargeResultIsShown();
    void theReaderGoes();

private:
    void flush(qsizetype calls)
    {
        m_fixture->flush(calls);
        m_panel->grow();
    }
    void show(quint64 seq) { m_panel->showCall(seq); }
    PayloadView *payload(ResultPanel::Tab tab) const
    {
        return m_panel->findChild<QStackedWidget *>()->widget(tab)->findChild<PayloadView *>();
    }
    QString result() const
    {
        const PayloadView *view = payload(ResultPanel::Result);
        return view->isHidden() ? QString() : view->text();
    }
    QString headers() const { return m_panel->findChild<QPlainTextEdit *>()->toPlainText(); }
    QString note() const;
    bool says(const char *text) const;
    DiffView *diff() const { return m_panel->findChild<DiffView *>(); }

    std::unique_ptr<CallsFixture> m_fixture;
    std::unique_ptr<ResultPanel> m_panel;
};

void TestResultPanel::init()
{
    qRegisterMetaType<Call>();
    applyTheme(*qApp, Theme::Scheme::Light);
    QLocale::setDefault(QLocale::c());
    m_fixture = std::make_unique<CallsFixture>();
    m_panel = std::make_unique<ResultPanel>(m_fixture->index);
    m_panel->setReader(m_fixture->capture.reader());
    m_panel->resize(720, 340);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestResultPanel::cleanup()
{
    m_panel.reset();
    m_fixture.reset();
}

QString TestResultPanel::note() const
{
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->accessibleDescription() == QStringLiteral("About the result"))
            return label->isVisible() ? label->text() : QString();
    }
    return {};
}

bool TestResultPanel::says(const char *text) const
{
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(QString::fromUtf8(text)))
            return true;
    }
    return false;
}

void TestResultPanel::emptyItSaysWhatToDo()
{
    QVERIFY(says("Fill in the form"));
    QCOMPARE(m_panel->summary(), QString());
    show(4711); // is not in the index
    QVERIFY(says("Fill in the form"));
}

void TestResultPanel::aResultIsShownWithItsRows()
{
    QSignalSpy shown(m_panel.get(), &ResultPanel::resultShown);
    const quint64 seq = m_fixture->exchange("subtract", "7", "[19, 1.0]");
    flush(1);
    show(seq);
    QTRY_COMPARE(result(), QStringLiteral("[\n  19,\n  1.0\n]"));
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown[0][0].value<quint64>(), seq);
    QCOMPARE(shown[0][1].toByteArray(), QByteArray("[19, 1.0]"));
    QTRY_COMPARE(m_panel->summary(), QStringLiteral("● Result · id 7 matched · HTTP 200 · 3.0 ms · 43 B"));
    QTRY_VERIFY(headers().contains(QStringLiteral("HTTP/1.1 200 OK")));
    QVERIFY(headers().startsWith(QStringLiteral("POST /rpc")));
    m_panel->setTab(ResultPanel::Raw);
    QTRY_COMPARE(payload(ResultPanel::Raw)->text(),
                 QStringLiteral(R"({"jsonrpc":"2.0","result":[19, 1.0],"id":1})"));
    m_panel->setTab(ResultPanel::Timing);
    for (const char *text : {"Request sent", "Response header", "Answer", "Total", "3.0 ms"})
        QVERIFY(says(text));
}

void TestResultPanel::anErrorIsShownWithItsData()
{
    const quint64 seq = m_fixture->rows.request("m", "\"a\"");
    m_fixture->rows.add(
        Kind::RpcError, Direction::In, "m", "\"a\"", seq,
        R"({"jsonrpc":"2.0","error":{"code":-32000,"message":"Busy","data":{"in":5}},"id":"a"})");
    flush(1);
    show(seq);
    QTRY_VERIFY(result().contains(QStringLiteral("\"in\": 5")));
    QVERIFY(m_panel->summary().startsWith(QStringLiteral("● Error −32000 Busy · id a matched")));
    QVERIFY(note().contains(QStringLiteral("Server error")));
}

void TestResultPanel::theAnswerIsShownWhenItComes()
{
    QSignalSpy cancel(m_panel.get(), &ResultPanel::cancelRequested);
    const quint64 seq = m_fixture->rows.request("slow", "1");
    flush(1);
    show(seq);
    QVERIFY(says("Waiting for the answer."));
    QVERIFY(m_panel->summary().startsWith(QStringLiteral("○ Waiting for the answer · id 1")));
    for (QPushButton *button : m_panel->findChildren<QPushButton *>()) {
        if (button->isVisible())
            button->click();
    }
    QCOMPARE(cancel.count(), 1);
    QCOMPARE(cancel[0][0].value<Call>().seq, seq);
    m_fixture->rows.result(seq, "19");
    m_fixture->flushUntil([&] { return m_fixture->index.at(0).state == Call::State::Result; });
    m_panel->grow();
    QTRY_COMPARE(result(), QStringLiteral("19"));
    QVERIFY(!says("Waiting"));
}

void TestResultPanel::aFailureIsASentence()
{
    const quint64 good = m_fixture->exchange("a", "1", "19");
    const quint64 seq = m_fixture->rows.request("slow", "8");
    m_fixture->rows.failure(seq, "timeout", "No answer to slow (id 8) in 3 s.");
    flush(2);
    show(good);
    QTRY_COMPARE(result(), QStringLiteral("19"));
    show(seq);
    QCOMPARE(result(), QString());
    QVERIFY(says("No answer to slow (id 8) in 3 s."));
    QVERIFY(m_panel->summary().startsWith(QStringLiteral("✕ No answer · id 8")));
    show(good);
    QTRY_COMPARE(result(), QStringLiteral("19"));
}

void TestResultPanel::whatIsNoAnswerIsShownAsItCame()
{
    const quint64 seq = m_fixture->rows.request("m", "1");
    m_fixture->rows.add(Kind::RpcInvalid, Direction::In, "not-json", {}, seq, "<html>502</html>");
    m_fixture->rows.failure(seq, "http", "The server answered 502 Bad Gateway.");
    flush(1);
    show(seq);
    QTRY_COMPARE(result(), QStringLiteral("<html>502</html>"));
    QCOMPARE(note(), QStringLiteral("⚠ The server answered 502 Bad Gateway."));
}

void TestResultPanel::aQuestionOfTheServerIsShown()
{
    QSignalSpy answer(m_panel.get(), &ResultPanel::answerRequested);
    const quint64 seq = m_fixture->rows.asked("confirm", "\"srv-1\"");
    flush(1);
    show(seq);
    QTRY_VERIFY(result().contains(QStringLiteral("confirm")));
    for (QPushButton *button : m_panel->findChildren<QPushButton *>()) {
        if (button->isVisible())
            button->click();
    }
    QCOMPARE(answer.count(), 1);
    m_fixture->rows.result(seq, "true", Direction::Out);
    m_fixture->flushUntil([&] { return m_fixture->index.at(0).state == Call::State::Result; });
    m_panel->grow();
    QTRY_COMPARE(result(), QStringLiteral("true"));
}

void TestResultPanel::aBatchIsShownWhole()
{
    m_fixture->writePicture();
    flush(10);
    show(m_fixture->index.at(1).seq);
    QTRY_VERIFY(result().startsWith(u'['));
    QVERIFY(m_panel->summary().startsWith(QStringLiteral("◐ 3 results, 1 error · ids 1–4")));
}

void TestResultPanel::faultsOfTheSchemaAreSaid()
{
    const quint64 seq = m_fixture->exchange("a", "1", "19");
    const quint64 other = m_fixture->exchange("a", "2", "20");
    flush(2);
    show(seq);
    m_panel->setSchemaFaults({QStringLiteral("It is a number and no string.")});
    QVERIFY(note().contains(QStringLiteral("no string")));
    show(other);
    QCOMPARE(note(), QString());
}

void TestResultPanel::aWebSocketHasAHandshake()
{
    m_panel->setHandshake(QStringLiteral("GET /rpc HTTP/1.1"));
    QCOMPARE(headers(), QString());
    const quint64 seq = m_fixture->rows.request("m", "1");
    m_fixture->rows.result(seq, "1");
    flush(1);
    show(seq);
    QCOMPARE(headers(), QStringLiteral("GET /rpc HTTP/1.1"));
}

void TestResultPanel::theAnswerBeforeIsCompared()
{
    const quint64 first = m_fixture->exchange("book", "1", R"({"seq":1})");
    m_fixture->exchange("other", "2", R"({"seq":1})");
    const quint64 third = m_fixture->exchange("book", "3", R"({"seq":2})");
    flush(3);
    show(third);
    m_panel->setTab(ResultPanel::Diff);
    QTRY_COMPARE(diff()->text(), QStringLiteral(" {\n-  \"seq\": 1\n+  \"seq\": 2\n }"));
    show(first);
    QTRY_VERIFY(says("first answer of its method"));
}

void TestResultPanel::twoThatWereChosenAreCompared()
{
    const quint64 first = m_fixture->exchange("book", "1", "1");
    m_fixture->exchange("book", "2", "2");
    const quint64 third = m_fixture->exchange("book", "3", "3");
    flush(3);
    show(third);
    m_panel->compare(first, third);
    QCOMPARE(m_panel->tab(), ResultPanel::Diff);
    QTRY_COMPARE(diff()->text(), QStringLiteral("-1\n+3"));
    show(third); // once more changes nothing
    QCOMPARE(diff()->text(), QStringLiteral("-1\n+3"));
}

void TestResultPanel::aLargeResultIsShown()
{
    const QByteArray large = '"' + QByteArray(16 * 1024 * 1024, 'x') + '"';
    const quint64 seq = m_fixture->exchange("a", "1", large);
    flush(1);
    show(seq);
    QTRY_VERIFY_WITH_TIMEOUT(payload(ResultPanel::Result)->isComplete()
                                 && payload(ResultPanel::Result)->text().size() > 16 * 1024 * 1024,
                             30'000);
}

void TestResultPanel::theReaderGoes()
{
    const quint64 seq = m_fixture->exchange("a", "1", "19");
    flush(1);
    show(seq);
    QTRY_COMPARE(result(), QStringLiteral("19"));
    m_panel->setReader(nullptr);
    QCOMPARE(m_panel->seq(), quint64(0));
    QVERIFY(says("Fill in the form"));
}

WEIR_TEST(runUiTest<TestResultPanel>)
#include "tst_resultpanel.moc"
