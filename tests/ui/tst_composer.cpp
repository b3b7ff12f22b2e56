// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "composer.h"
#include "theme.h"
#include "uitest.h"
#include "variabletextedit.h"

#include "base/event.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

using namespace weir;

namespace {
Event message(Kind kind, const QByteArray &payload, quint16 flags = 0)
{
    Event event;
    event.kind = kind;
    event.payload = payload;
    event.flags = flags;
    return event;
}

}

class TestComposer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_composer.reset(); }

    void controlEnterSendsAndTheEditorIsFree();
    void variablesAreFilledInAnewAtEachSend();
    void secretsWithoutAValueAreAskedFor();
    void whatCannotBeSentStaysAndIsASentence();
    void jsonIsCheckedWhileItIsTyped();
    void jsonWithVariablesIsCheckedWhenItIsSent();
    void jsonIsFormattedOnDemandAndCanBeUndone();
    void jsonIsColoured();
    void bytesAreSentAsBinary();
    void aFileIsSent();
    void aFileThatIsNotThereIsASentence();
    void theHistoryIsWalkedFromTheEdges();
    void whatIsReplacedIsOneStepBack();
    void whatIsDownIsQueued();
    void aMessageCanBeEditedAgain();
    void aReplyIsQuoted();
    void everyCharacterIsSentAsItWasTyped();
    void itGrowsWithItsLines();
    void whatIsTooLongIsNotPasted();
    void aTemplateIsMadeOfWhatIsWritten();
    void everyControlHasAName();

private:
    VariableTextEdit *editor() const { return m_composer->findChild<VariableTextEdit *>(); }
    QComboBox *formats() const { return m_composer->findChild<QComboBox *>(); }
    QPushButton *button() const { return m_composer->findChild<QPushButton *>(); }
    QLineEdit *path() const;
    QString fault() const;
    void type(const char *text) { QTest::keyClicks(editor(), s(text)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(editor(), key, modifiers);
    }
    QByteArray sent(qsizetype number) const { return m_sent->at(number).at(1).toByteArray(); }

    std::unique_ptr<Composer> m_composer;
    std::unique_ptr<QSignalSpy> m_sent;
    std::unique_ptr<QSignalSpy> m_said;
};

QLineEdit *TestComposer::path() const
{
    for (QLineEdit *edit : m_composer->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == s("File to send"))
            return edit;
    }
    return nullptr;
}

QString TestComposer::fault() const
{
    for (const QLabel *label : m_composer->findChildren<QLabel *>()) {
        if (label->property("tone") == s("error") && label->isVisible())
            return label->text();
    }
    return {};
}

void TestComposer::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    m_composer = std::make_unique<Composer>();
    m_composer->resize(700, 120);
    m_sent = std::make_unique<QSignalSpy>(m_composer.get(), &Composer::sendRequested);
    m_said = std::make_unique<QSignalSpy>(m_composer.get(), &Composer::said);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
    m_composer->setText({}, MessageFormat::Text);
}

void TestComposer::controlEnterSendsAndTheEditorIsFree()
{
    type("hello");
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_sent->size(), 1);
    QCOMPARE(m_sent->at(0).at(0).value<Kind>(), Kind::WsText);
    QCOMPARE(sent(0), QByteArray("hello"));
    QCOMPARE(m_composer->text(), QString());
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_sent->size(), 1);
    QCOMPARE(fault(), s("Nothing is written yet."));
    type("two");
    press(Qt::Key_Return); // a line break
    press(Qt::Key_Return, Qt::ShiftModifier);
    type("lines");
    QTest::mouseClick(button(), Qt::LeftButton);
    QCOMPARE(sent(1), QByteArray("two\n\nlines"));
}

void TestComposer::variablesAreFilledInAnewAtEachSend()
{
    quint64 count = 0;
    m_composer->setVariables(Variables({.profile = {{s("room"), s("lobby")}},
                                        .secrets = {{s("key"), s("hunter2hunter2")}},
                                        .generators = {.counter = [&count] { return ++count; }}}));
    m_composer->setText(s("{{room}} {{$counter}} {{secret.key}}"), MessageFormat::Text);
    m_composer->send();
    QVERIFY(m_composer->send(MessageTemplate{.name = s("t"), .body = s("{{$counter}}")}));
    QCOMPARE(sent(0), QByteArray("lobby 1 hunter2hunter2"));
    QCOMPARE(sent(1), QByteArray("2"));
    QCOMPARE(m_sent->at(0).at(2).value<Secrets>().values, QList<QByteArray>{"hunter2hunter2"});
}

void TestComposer::secretsWithoutAValueAreAskedFor()
{
    QSignalSpy missing(m_composer.get(), &Composer::secretsMissing);
    m_composer->setVariables(Variables({.secrets = {{s("key"), s("hunter2hunter2")}}}));
    type("{{secret.key}} {{secret.pin}} {{secret.pin}}");
    QTRY_COMPARE(missing, (QList<QList<QVariant>>{{QStringList{s("pin")}}}));
    type(" more");
    m_composer->setText(m_composer->text() + s("."), MessageFormat::Text);
    QCOMPARE(missing.size(), 1);
}

void TestComposer::whatCannotBeSentStaysAndIsASentence()
{
    m_composer->setText(s("to {{nobody}}"), MessageFormat::Text);
    m_composer->send();
    QCOMPARE(m_sent->size(), 0);
    QVERIFY2(fault().startsWith(s("{{nobody}} has no value")), qPrintable(fault()));
    QCOMPARE(m_composer->text(), s("to {{nobody}}"));
    QVERIFY(!m_composer->send(MessageTemplate{.format = MessageFormat::Hex, .body = s("0")}));
    QVERIFY(fault().startsWith(s("Line 1, column 1: ")));
    m_composer->setText(s("fine"), MessageFormat::Text);
    QCOMPARE(fault(), QString());
}

void TestComposer::jsonIsCheckedWhileItIsTyped()
{
    m_composer->setText({}, MessageFormat::Json);
    QCOMPARE(fault(), QString());
    type("{");
    press(Qt::Key_Return);
    type("\"a\" 1}");
    QTRY_COMPARE(fault(), s("Line 2, column 5: “1” cannot stand here."));
    m_composer->send();
    QCOMPARE(m_sent->size(), 0);
    QVERIFY(fault().endsWith(s("choose Text.")));
    formats()->setCurrentIndex(int(MessageFormat::Text));
    QCOMPARE(fault(), QString());
    m_composer->send();
    QCOMPARE(sent(0), QByteArray("{\n\"a\" 1}"));
}

void TestComposer::jsonWithVariablesIsCheckedWhenItIsSent()
{
    m_composer->setVariables(Variables({.profile = {{s("n"), s("1")}, {s("bad"), s("x")}}}));
    m_composer->setText(s("{\"a\": {{bad}}}"), MessageFormat::Json);
    QCOMPARE(fault(), QString());
    m_composer->send();
    QVERIFY(fault().startsWith(s("Line 1, column 7: “x” cannot stand here.")));
    m_composer->setText(s("{\"a\": {{n}}}"), MessageFormat::Json);
    m_composer->send();
    QCOMPARE(sent(0), QByteArray("{\"a\": 1}"));
}

void TestComposer::jsonIsFormattedOnDemandAndCanBeUndone()
{
    m_composer->setText(s("{\"a\":1.0}"), MessageFormat::Json);
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_composer->text(), s("{\n  \"a\": 1.0\n}"));
    editor()->undo();
    QCOMPARE(m_composer->text(), s("{\"a\":1.0}"));
    m_composer->setText(s("{"), MessageFormat::Json);
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(fault(), s("Line 1, column 2: the JSON ends too early."));
}

void TestComposer::jsonIsColoured()
{
    const auto colourAt = [this](int position) {
        for (const QTextLayout::FormatRange &range : editor()->document()->firstBlock().layout()->formats()) {
            if (position >= range.start && position < range.start + range.length)
                return range.format.foreground().color();
        }
        return QColor();
    };
    m_composer->setVariables(Variables({.profile = {{s("n"), s("1")}}}));
    m_composer->setText(s("{\"k\": \"v {{n}}\", \"x\": [-1.5, true]}"), MessageFormat::Json);
    const Theme &theme = Theme::light();
    QTRY_COMPARE(colourAt(2), theme.jsonKey);
    QCOMPARE(colourAt(7), theme.jsonString);
    QCOMPARE(colourAt(10), theme.jsonString); // the variable has only another ground
    QCOMPARE(colourAt(23), theme.jsonNumber);
    QCOMPARE(colourAt(30), theme.jsonWord);
    formats()->setCurrentIndex(int(MessageFormat::Text));
    QTRY_COMPARE(colourAt(2), QColor());
}

void TestComposer::bytesAreSentAsBinary()
{
    m_composer->setText(s("89 50 4e 47"), MessageFormat::Hex);
    m_composer->send();
    QCOMPARE(m_sent->at(0).at(0).value<Kind>(), Kind::WsBinary);
    QCOMPARE(sent(0), QByteArray("\x89PNG"));
    m_composer->setText(s("iVBORw=="), MessageFormat::Base64);
    m_composer->send();
    QCOMPARE(sent(1), QByteArray("\x89PNG"));
    m_composer->setText({}, MessageFormat::Hex);
    type("0x");
    QTRY_COMPARE(fault(), s("Line 1, column 1: no digits behind “0x”."));
}

void TestComposer::aFileIsSent()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(s("bytes")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(100'000, '\x01'));
    file.close();
    path()->setText(file.fileName());
    formats()->setCurrentIndex(formats()->count() - 1);
    QVERIFY(path()->isVisible() && !editor()->isVisible());
    QTest::keyClick(path(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!button()->isEnabled()); // until it is read
    QTRY_COMPARE(m_sent->size(), 1);
    QCOMPARE(m_sent->at(0).at(0).value<Kind>(), Kind::WsBinary);
    QCOMPARE(sent(0), QByteArray(100'000, '\x01'));
    QVERIFY(button()->isEnabled());
    m_composer->send();
    m_composer.reset(); // while it is read
}

void TestComposer::aFileThatIsNotThereIsASentence()
{
    QTemporaryDir dir;
    formats()->setCurrentIndex(formats()->count() - 1);
    m_composer->send();
    QCOMPARE(fault(), s("Choose a file first."));
    path()->setText(dir.filePath(s("none")));
    m_composer->send();
    QTRY_VERIFY(fault().endsWith(s("does not exist.")));
    path()->setText(dir.path());
    m_composer->send();
    QTRY_VERIFY(fault().endsWith(s("is not a file.")));
    QFile large(dir.filePath(s("large")));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(64 * 1024 * 1024 + 1));
    path()->setText(large.fileName());
    m_composer->send();
    QTRY_VERIFY(fault().contains(s("larger than 64 MiB")));
    QCOMPARE(m_sent->size(), 0);
}

void TestComposer::theHistoryIsWalkedFromTheEdges()
{
    m_composer->setText(s("first"), MessageFormat::Text);
    m_composer->send();
    m_composer->setText(s("00\nff"), MessageFormat::Hex);
    m_composer->send();
    m_composer->setText(s("typing"), MessageFormat::Text);
    press(Qt::Key_Up);
    QCOMPARE(m_composer->text(), s("00\nff"));
    QCOMPARE(m_composer->format(), MessageFormat::Hex);
    press(Qt::Key_Up); // to its first line
    QCOMPARE(m_composer->text(), s("00\nff"));
    press(Qt::Key_Up);
    QCOMPARE(m_composer->text(), s("first"));
    press(Qt::Key_Up);
    QCOMPARE(m_composer->text(), s("first"));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(m_composer->text(), s("typing"));
    QCOMPARE(m_composer->format(), MessageFormat::Text);
}

void TestComposer::whatIsReplacedIsOneStepBack()
{
    type("half a thought");
    m_composer->setText(s("{}"), MessageFormat::Json);
    press(Qt::Key_Up);
    QCOMPARE(m_composer->text(), s("half a thought"));
    press(Qt::Key_Down);
    QCOMPARE(m_composer->text(), s("{}"));
}

void TestComposer::whatIsDownIsQueued()
{
    QVERIFY(button()->text().startsWith(s("Send")));
    m_composer->setLineOpen(false);
    QVERIFY(button()->text().startsWith(s("Queue")));
    QCOMPARE(button()->accessibleName(), s("Queue"));
    m_composer->setText(s("later"), MessageFormat::Text);
    m_composer->send();
    QCOMPARE(sent(0), QByteArray("later"));
    m_composer->setNotice(s("3.2 MB wait to be sent"), "warn");
    bool shown = false;
    for (const QLabel *label : m_composer->findChildren<QLabel *>())
        shown = shown || (label->isVisible() && label->text() == s("3.2 MB wait to be sent"));
    QVERIFY(shown);
}

void TestComposer::aMessageCanBeEditedAgain()
{
    Event event = message(Kind::WsText, "{\"a\": \"{{b}}\"}");
    m_composer->edit(event);
    QCOMPARE(m_composer->format(), MessageFormat::Json);
    m_composer->send();
    QCOMPARE(sent(0), event.payload); // what looks like a variable was none
    event.payload = "\xef\xbb\xbf{hm";
    m_composer->edit(event);
    QCOMPARE(m_composer->format(), MessageFormat::Text);
    m_composer->send();
    QCOMPARE(sent(1), event.payload);
    event = message(Kind::WsBinary, QByteArray(40, '\xfe'));
    m_composer->edit(event);
    QCOMPARE(m_composer->format(), MessageFormat::Hex);
    m_composer->send();
    QCOMPARE(sent(2), event.payload);
    QCOMPARE(m_said->size(), 0);
    event = message(Kind::WsText, "key", EventFlag::Masked);
    m_composer->edit(event);
    QCOMPARE(m_said->size(), 1);
    event = message(Kind::WsText, QByteArray(2 * 1024 * 1024, 'x'));
    m_composer->edit(event);
    QCOMPARE(m_said->size(), 2);
    QCOMPARE(m_composer->text(), s("key"));
}

void TestComposer::aReplyIsQuoted()
{
    m_composer->insertReply("one\ntwo");
    QCOMPARE(m_composer->text(), s("> one\n> two\n"));
    m_composer->setText(s("[]"), MessageFormat::Json);
    editor()->moveCursor(QTextCursor::Start);
    editor()->moveCursor(QTextCursor::Right);
    m_composer->insertReply("{\"a\": 1}");
    QCOMPARE(m_composer->text(), s("[{\"a\": 1}]"));
}

void TestComposer::everyCharacterIsSentAsItWasTyped()
{
    const QString text = s("a\u00a0b\u2028c\U0001f600\u202e\tz");
    m_composer->setText(text, MessageFormat::Text);
    m_composer->send();
    QCOMPARE(sent(0), text.toUtf8());
}

void TestComposer::itGrowsWithItsLines()
{
    const int height = editor()->height();
    m_composer->setText(s("1\n2\n3\n4\n5\n6"), MessageFormat::Text);
    QTRY_VERIFY(editor()->height() > height);
    const int six = editor()->height();
    m_composer->setText(s("x\n").repeated(100), MessageFormat::Text);
    QTRY_VERIFY(editor()->height() > six);
    QVERIFY(editor()->height() < 2 * six);
    m_composer->setText({}, MessageFormat::Text);
    QTRY_COMPARE(editor()->height(), height);
}

void TestComposer::whatIsTooLongIsNotPasted()
{
    auto *data = new QMimeData;
    data->setText(QString(2 * 1024 * 1024, QLatin1Char('x')));
    QGuiApplication::clipboard()->setMimeData(data);
    editor()->paste();
    QCOMPARE(m_composer->text(), QString());
    QCOMPARE(m_said->size(), 1);
    QGuiApplication::clipboard()->setText(s("short"));
    editor()->paste();
    QCOMPARE(m_composer->text(), s("short"));
}

void TestComposer::aTemplateIsMadeOfWhatIsWritten()
{
    QSignalSpy kept(m_composer.get(), &Composer::saveAsTemplateRequested);
    m_composer->saveAsTemplate();
    QCOMPARE(kept.size(), 0);
    QVERIFY(!fault().isEmpty());
    const QString body = s("{\n  \"join\": \"a room with a name that is longer than the list is wide\"\n}");
    m_composer->setText(body, MessageFormat::Json);
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(kept.size(), 1);
    const auto message = kept[0][0].value<MessageTemplate>();
    QCOMPARE(message.body, body);
    QCOMPARE(message.format, MessageFormat::Json);
    QVERIFY(message.name.startsWith(s("{ \"join\"")) && message.name.size() <= 40);
}

void TestComposer::everyControlHasAName()
{
    for (const QWidget *widget : m_composer->findChildren<QWidget *>()) {
        const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(m_composer.get());
        const bool isOurs = widget->parentWidget() == m_composer.get() || widget == editor();
        if (isControl && isOurs)
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

WEIR_TEST(runUiTest<TestComposer>)

#include "tst_composer.moc"
