// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answermodel.h"
#include "colourswatches.h"
#include "profileeditor.h"
#include "profileform.h"
#include "requestbar.h"
#include "rowmodel.h"
#include "rowtable.h"
#include "theme.h"
#include "uitest.h"
#include "variableedit.h"
#include "variablescope.h"
#include "variabletextedit.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

using namespace weir;

class TestProfileEditor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bar.reset(); }

    void everyFieldIsWrittenAndReadBack();
    void answersAreTypedAndChosen();
    void anAnswerThatIsWrongIsTold();
    void whatNobodyTouchesStays();
    void changesAreMarkedAndTheirTabsToo();
    void tabsSayHowMuchIsSet();
    void onlyWhatTheProtocolNeedsIsThere();
    void saveAndRevertAreThereWhereTheyDoSomething();
    void aLiteralIsNoSecretUntilItIsKept();
    void aLiteralThatWaitsHoldsConnectAndSave();
    void aSecretHasANameOfItsOwn();
    void aSchemeMayStandBeforeAReference();
    void aPinIsRemoved();
    void theButtonAndEscapeOpenAndClose();
    void aCommandLineIsNoUrl();
    void previewShowsTheDraft();
    void theWheelTurnsNothingWithoutTheKeyboard();
    void everyControlHasAName();

private:
    template <typename Widget> Widget *named(const QString &name) const;
    void type(const QString &field, const QString &text);
    void choose(const QString &field, int index);
    void check(const QString &text, bool on);
    void setNumber(const QString &field, double value);
    void fillRows(const QString &table, const QString &lines);
    QPushButton *button(const QString &text) const;
    QString tabText(ProfileEditor::Tab tab) const { return tabs()->tabText(int(tab)); }
    QTabBar *tabs() const { return editor()->findChild<QTabBar *>(); }
    ProfileEditor *editor() const { return m_bar->findChild<ProfileEditor *>(); }

    std::unique_ptr<RequestBar> m_bar;
};

template <typename Widget> Widget *TestProfileEditor::named(const QString &name) const
{
    for (Widget *widget : m_bar->findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    qWarning("no widget is named %s", qPrintable(name));
    return nullptr;
}

void TestProfileEditor::type(const QString &field, const QString &text)
{
    auto *edit = named<QLineEdit>(field);
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

void TestProfileEditor::choose(const QString &field, int index)
{
    named<QComboBox>(field)->setCurrentIndex(index);
}

void TestProfileEditor::check(const QString &text, bool on)
{
    auto *box = named<QCheckBox>(text);
    if (box->isChecked() != on)
        QTest::keyClick(box, Qt::Key_Space);
}

void TestProfileEditor::setNumber(const QString &field, double value)
{
    named<QDoubleSpinBox>(field)->setValue(value);
}

void TestProfileEditor::fillRows(const QString &table, const QString &lines)
{
    QGuiApplication::clipboard()->setText(lines);
    QTest::keySequence(named<RowTable>(table), QKeySequence::Paste);
}

QPushButton *TestProfileEditor::button(const QString &text) const
{
    for (QPushButton *button : m_bar->findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

void TestProfileEditor::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    m_bar = std::make_unique<RequestBar>();
    m_bar->resize(900, 320);
    m_bar->show();
    m_bar->setOptionsVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    m_bar->activateWindow();
}

void TestProfileEditor::everyFieldIsWrittenAndReadBack()
{
    using Type = ProfileAuth::Type;
    Profile wanted;
    wanted.protocol = Protocol::WebSocket; // WebSocket's fields; then those of SSE
    m_bar->setProfile(wanted);
    type(QStringLiteral("Subprotocols"), QStringLiteral("chat.v1, chat.v2"));
    setNumber(QStringLiteral("Ping every"), 20);
    setNumber(QStringLiteral("Pong within"), 1.5);
    setNumber(QStringLiteral("Largest message"), 2);
    setNumber(QStringLiteral("Answer timeout"), 7);
    type(QStringLiteral("OpenRPC file"), QStringLiteral("/api.json"));
    Profile profile = m_bar->profile();
    profile.protocol = Protocol::Sse;
    m_bar->setProfile(profile);
    choose(QStringLiteral("HTTP method"), 1);
    type(QStringLiteral("URL"), QStringLiteral("http://h/{{x}}"));
    fillRows(QStringLiteral("Parameters of the URL"), QStringLiteral("a=1\n#b=2"));
    fillRows(QStringLiteral("Headers"), QStringLiteral("X-One: 1\nX-Two: {{y}}"));
    fillRows(QStringLiteral("Variables of this connection"), QStringLiteral("x: 1\ny: 2"));
    QTest::keyClicks(named<VariableTextEdit>(QStringLiteral("Request body")), QStringLiteral("body"));
    choose(QStringLiteral("Type"), int(Type::Basic));
    type(QStringLiteral("User"), QStringLiteral("lena"));
    type(QStringLiteral("Password"), QStringLiteral("{{secret.pw}}"));
    type(QStringLiteral("Token"), QStringLiteral("{{secret.tk}}"));
    type(QStringLiteral("Key"), QStringLiteral("{{secret.key}}"));
    choose(QStringLiteral("Type"), int(Type::ApiKeyQuery));
    check(QStringLiteral("Accept any certificate"), true);
    type(QStringLiteral("CA file"), QStringLiteral("/ca.pem"));
    type(QStringLiteral("Client certificate"), QStringLiteral("/cert.p12"));
    type(QStringLiteral("Its key"), QStringLiteral("/key.pem"));
    type(QStringLiteral("Key password"), QStringLiteral("{{secret.kp}}"));
    choose(QStringLiteral("At least"), 2);
    choose(QStringLiteral("Proxy"), 2);
    type(QStringLiteral("Proxy URL"), QStringLiteral("socks5://p:1080"));
    type(QStringLiteral("Proxy user"), QStringLiteral("u"));
    type(QStringLiteral("Proxy password"), QStringLiteral("{{secret.pp}}"));
    check(QStringLiteral("HTTP/2 where the server offers it"), true);
    check(QStringLiteral("Reconnect when the line breaks or ends"), false);
    check(QStringLiteral("Connect when Weir starts"), true);
    choose(QStringLiteral("After errors"), 1);
    setNumber(QStringLiteral("Reconnection time"), 0.25);
    setNumber(QStringLiteral("Header timeout"), 12);
    setNumber(QStringLiteral("Read timeout"), 45);
    setNumber(QStringLiteral("Longest line"), 0.5);
    type(QStringLiteral("Last-Event-ID"), QStringLiteral("77"));
    editor()->showTab(ProfileEditor::Tab::Notes);
    type(QStringLiteral("Folder"), QStringLiteral("Staging/EU"));
    QTest::mouseClick(named<QAbstractButton>(QStringLiteral("Green")), Qt::LeftButton);
    QTest::keyClicks(named<VariableTextEdit>(QStringLiteral("Notes")), QStringLiteral("note"));

    // "Name" is that of an API key and that of the profile.
    for (auto *edit : m_bar->findChildren<VariableEdit *>()) {
        if (edit->accessibleName() == QLatin1String("Name"))
            QTest::keyClicks(edit,
                             edit->placeholderText().startsWith(u'X') ? QStringLiteral("X-Key")
                                                                      : QStringLiteral("Ticks"));
    }
    const auto row = [](const char *name, const char *value, bool on = true) {
        return ProfileRow{.name = QLatin1String(name), .value = QLatin1String(value), .on = on};
    };
    wanted = {.name = QStringLiteral("Ticks"),
              .folder = QStringLiteral("Staging/EU"),
              .colour = Theme::light().dots[3].name(),
              .notes = QStringLiteral("note"),
              .protocol = Protocol::Sse,
              .url = QStringLiteral("http://h/{{x}}"),
              .method = QStringLiteral("POST"),
              .body = QStringLiteral("body"),
              .headers = {row("X-One", "1"), row("X-Two", "{{y}}")},
              .query = {row("a", "1"), row("b", "2", false)},
              .subprotocols = {QStringLiteral("chat.v1"), QStringLiteral("chat.v2")},
              .lastEventId = QStringLiteral("77"),
              .auth = {Type::ApiKeyQuery, QStringLiteral("lena"), QStringLiteral("{{secret.pw}}"),
                       QStringLiteral("{{secret.tk}}"), QStringLiteral("X-Key"),
                       QStringLiteral("{{secret.key}}")},
              .tls = {.insecure = true,
                      .caFile = QStringLiteral("/ca.pem"),
                      .certFile = QStringLiteral("/cert.p12"),
                      .keyFile = QStringLiteral("/key.pem"),
                      .keyPassword = QStringLiteral("{{secret.kp}}"),
                      .minimum = ProfileTls::Version::Tls13},
              .proxy = {.mode = ProfileProxy::Mode::Manual,
                        .url = QStringLiteral("socks5://p:1080"),
                        .user = QStringLiteral("u"),
                        .password = QStringLiteral("{{secret.pp}}")},
              .http2 = true,
              .reconnect = false,
              .resilient = true,
              .reconnectionTime = 250,
              .headerTimeout = 12000,
              .readTimeout = 45000,
              .lineLimit = 512 * 1024,
              .messageLimit = 2 * 1024 * 1024,
              .heartbeat = 20000,
              .heartbeatTimeout = 1500,
              .autoConnect = true,
              .variables = {row("x", "1"), row("y", "2")},
              .callTimeout = 7000,
              .openRpcFile = QStringLiteral("/api.json")};
    const Profile &got = m_bar->profile();
    QCOMPARE(got.auth.name, wanted.auth.name);
    QVERIFY(got.headers == wanted.headers && got.query == wanted.query && got.variables == wanted.variables);
    QVERIFY(got.auth == wanted.auth);
    QVERIFY(got.tls == wanted.tls && got.proxy == wanted.proxy);
    QVERIFY(got == wanted);

    // Another editor shows it and does not change it.
    const Profile copy = got;
    m_bar->setProfile({});
    m_bar->setProfile(copy);
    QVERIFY(m_bar->profile() == wanted);
    QCOMPARE(named<QLineEdit>(QStringLiteral("CA file"))->text(), QStringLiteral("/ca.pem"));
    QCOMPARE(named<QDoubleSpinBox>(QStringLiteral("Reconnection time"))->text(), QStringLiteral("0.25 s"));
    QCOMPARE(m_bar->findChild<ColourSwatches *>()->colour(), wanted.colour);
}

void TestProfileEditor::answersAreTypedAndChosen()
{
    m_bar->setProfile({.protocol = Protocol::JsonRpc});
    editor()->showTab(ProfileEditor::Tab::Answers);
    auto *table = named<RowsView>(QStringLiteral("Answers to the server's requests"));
    table->setFocus(Qt::TabFocusReason);
    const auto write = [](const QString &text) {
        for (const QChar c : text)
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    };
    write(QStringLiteral("confirm"));
    write(QString()); // a result
    write(QStringLiteral("true"));
    QCOMPARE(m_bar->profile().answers,
             (QList<AnswerRule>{{.method = QStringLiteral("confirm"), .json = QStringLiteral("true")}}));
    write(QStringLiteral("*"));
    write(QStringLiteral("e")); // an error
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(m_bar->profile().answers.size(), 2);
    QVERIFY(m_bar->profile().answers[1].isError);
    QCOMPARE(m_bar->profile().answers[1].json,
             QStringLiteral("{\"code\": -32601, \"message\": \"Method not found\"}"));
    QCOMPARE(tabText(ProfileEditor::Tab::Answers), QStringLiteral("Answers 2"));
    table->setCurrentIndex(table->model()->index(1, AnswerModel::On));
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_bar->profile().answers[0].method, QStringLiteral("*"));
    QCOMPARE(tabText(ProfileEditor::Tab::Answers), QStringLiteral("Answers 1"));
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(m_bar->profile().answers.size(), 1);
}

void TestProfileEditor::anAnswerThatIsWrongIsTold()
{
    const auto sentence = [this] {
        editor()->showTab(ProfileEditor::Tab::Answers);
        for (const QLabel *label : m_bar->findChildren<QLabel *>(QStringLiteral("errorSentence"))) {
            if (label->parentWidget()->inherits("weir::AnswersPage"))
                return label->isVisibleTo(editor()) ? label->text() : QString();
        }
        return QStringLiteral("no label");
    };
    Profile profile{.protocol = Protocol::JsonRpc};
    profile.answers = {{.method = QStringLiteral("a"), .json = QStringLiteral("{\"x\": {{nobody}}}")},
                       {.method = QStringLiteral("b"), .json = QStringLiteral("["), .on = false}};
    m_bar->setProfile(profile);
    QCOMPARE(sentence(), QString());
    profile.answers[1].on = true;
    m_bar->setProfile(profile);
    QVERIFY2(sentence().startsWith(QStringLiteral("The answer to “b”: ")), qPrintable(sentence()));
    profile.answers[1] = {
        .method = QStringLiteral("c"), .isError = true, .json = QStringLiteral("{\"code\": 1}")};
    m_bar->setProfile(profile);
    QVERIFY2(sentence().contains(QStringLiteral("“c”: an error has a code")), qPrintable(sentence()));
    profile.answers[1].json = QStringLiteral("{\"code\": 1, \"message\": \"no\"}");
    m_bar->setProfile(profile);
    QCOMPARE(sentence(), QString());
}

void TestProfileEditor::whatNobodyTouchesStays()
{
    Profile odd;
    odd.reconnectionTime = 123456789012345; // more than the field can show
    odd.lineLimit = 1234567;
    odd.colour = QStringLiteral("#123ABC");
    odd.auth.password = QStringLiteral("written by hand");
    odd.subprotocols = {QStringLiteral("a,b")};
    odd.unknown = "{}";
    odd.calls = {{.name = QStringLiteral("call"), .unknown = R"({"a": 1})"}};
    odd.answers = {{.method = QStringLiteral("m"), .json = QStringLiteral("{\n}"), .unknown = R"({"a": 1})"}};
    odd.methods = {QStringLiteral("m")};
    odd.url = QStringLiteral(" http://x ");
    m_bar->setProfile(odd);
    QVERIFY(m_bar->profile() == odd);
    QCOMPARE(m_bar->findChild<ColourSwatches *>()->colour(), odd.colour);
    type(QStringLiteral("User"), QStringLiteral("x"));
    odd.auth.user = QStringLiteral("x");
    QVERIFY(m_bar->profile() == odd);
}

void TestProfileEditor::changesAreMarkedAndTheirTabsToo()
{
    Profile saved;
    saved.tls.caFile = QStringLiteral("/old <b>.pem");
    m_bar->setProfile(saved);
    m_bar->setSaved(saved);
    QSignalSpy edited(m_bar.get(), &RequestBar::edited);
    auto *field = named<QLineEdit>(QStringLiteral("CA file"));
    ProfileForm *form = nullptr;
    for (ProfileForm *one : m_bar->findChildren<ProfileForm *>())
        form = one->markOf(field) ? one : form;
    QVERIFY(form && !form->markOf(field)->isOn());
    type(QStringLiteral("CA file"), QStringLiteral("/new.pem"));
    QVERIFY(!edited.isEmpty() && m_bar->isChanged());
    QVERIFY(form->markOf(field)->isOn());
    QVERIFY2(field->toolTip().contains(QLatin1String("Was: /old &lt;b&gt;.pem")),
             qPrintable(field->toolTip()));
    const int tab = int(ProfileEditor::Tab::Transport);
    QVERIFY(!tabs()->tabIcon(tab).isNull() && !tabs()->tabToolTip(tab).isEmpty());
    QVERIFY(tabs()->tabIcon(int(ProfileEditor::Tab::Headers)).isNull());
    type(QStringLiteral("URL"), QStringLiteral("http://other"));
    QVERIFY(named<QLineEdit>(QStringLiteral("URL"))->property("changed").toBool());
    m_bar->setProfile(saved);
    QVERIFY(!named<QLineEdit>(QStringLiteral("URL"))->property("changed").toBool());
    QVERIFY(!form->markOf(field)->isOn() && tabs()->tabIcon(tab).isNull() && !m_bar->isChanged());
}

void TestProfileEditor::tabsSayHowMuchIsSet()
{
    QCOMPARE(tabText(ProfileEditor::Tab::Headers), QStringLiteral("Headers"));
    fillRows(QStringLiteral("Headers"), QStringLiteral("a: 1\nb: 2\n# c: 3"));
    QCOMPARE(tabText(ProfileEditor::Tab::Headers), QStringLiteral("Headers 2"));
    QCOMPARE(tabText(ProfileEditor::Tab::Auth), QStringLiteral("Auth"));
    choose(QStringLiteral("Type"), 2);
    QCOMPARE(tabText(ProfileEditor::Tab::Auth), QStringLiteral("Auth •"));
}

void TestProfileEditor::onlyWhatTheProtocolNeedsIsThere()
{
    const auto shown = [this](const QString &name) { return named<QWidget>(name)->isVisibleTo(editor()); };
    editor()->showTab(ProfileEditor::Tab::Line);
    QVERIFY(shown(QStringLiteral("Last-Event-ID")) && !shown(QStringLiteral("Subprotocols")));
    QVERIFY(!tabs()->isTabVisible(int(ProfileEditor::Tab::Body)));
    Profile profile;
    profile.protocol = Protocol::WebSocket;
    m_bar->setProfile(profile);
    QVERIFY(!shown(QStringLiteral("Last-Event-ID")) && shown(QStringLiteral("Subprotocols")));
    QVERIFY(!named<QWidget>(QStringLiteral("HTTP method"))->isVisible());
    editor()->showTab(ProfileEditor::Tab::Auth);
    QVERIFY(!shown(QStringLiteral("User")));
    QVERIFY(!tabs()->isTabVisible(int(ProfileEditor::Tab::Answers)));
    profile.protocol = Protocol::JsonRpc;
    m_bar->setProfile(profile);
    editor()->showTab(ProfileEditor::Tab::Line);
    QVERIFY(shown(QStringLiteral("Answer timeout")) && shown(QStringLiteral("OpenRPC file")));
    QVERIFY(!shown(QStringLiteral("Last-Event-ID")) && !shown(QStringLiteral("Subprotocols")));
    QVERIFY(tabs()->isTabVisible(int(ProfileEditor::Tab::Answers)));
    editor()->showTab(ProfileEditor::Tab::Auth);
    choose(QStringLiteral("Type"), 1);
    QVERIFY(shown(QStringLiteral("User")) && !shown(QStringLiteral("Token")));
}

void TestProfileEditor::saveAndRevertAreThereWhereTheyDoSomething()
{
    QPushButton *save = button(QStringLiteral("Save"));
    QPushButton *revert = button(QStringLiteral("Revert"));
    QVERIFY(!save->isVisible()); // nobody keeps profiles
    m_bar->setSaved({});
    QVERIFY(save->isVisible() && !revert->isVisible());
    m_bar->setSaved(m_bar->profile());
    QVERIFY(!save->isVisible() && !revert->isVisible());
    type(QStringLiteral("URL"), QStringLiteral("x"));
    QVERIFY(save->isVisible() && revert->isVisible());
    QSignalSpy saves(m_bar.get(), &RequestBar::saveRequested);
    QSignalSpy reverts(m_bar.get(), &RequestBar::revertRequested);
    save->click();
    revert->click();
    QCOMPARE(saves.size(), 1);
    QCOMPARE(reverts.size(), 1);
}

void TestProfileEditor::aLiteralIsNoSecretUntilItIsKept()
{
    QSignalSpy secrets(m_bar.get(), &RequestBar::secretEntered);
    Profile profile;
    profile.name = QStringLiteral("Märkte & Ticks");
    m_bar->setProfile(profile);
    choose(QStringLiteral("Type"), 1);
    editor()->showTab(ProfileEditor::Tab::Auth);
    auto *field = named<VariableEdit>(QStringLiteral("Password"));
    QTest::keyClicks(field, QStringLiteral("hunter2"));
    QVERIFY(m_bar->profile().auth.password.isEmpty());
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(!editor()->pendingSentence().isEmpty());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(secrets.size(), 1);
    QCOMPARE(secrets[0][0].toString(), QStringLiteral("m_rkte_ticks_password"));
    QCOMPARE(secrets[0][1].toString(), QStringLiteral("hunter2"));
    QCOMPARE(field->text(), QStringLiteral("{{secret.m_rkte_ticks_password}}"));
    QCOMPARE(field->echoMode(), QLineEdit::Normal);
    QCOMPARE(m_bar->profile().auth.password, field->text());
    QVERIFY(editor()->pendingSentence().isEmpty());
    // Over a reference: the same secret gets another value. By the button this time.
    type(QStringLiteral("Password"), QStringLiteral("hunter3"));
    for (QPushButton *keep : editor()->findChildren<QPushButton *>()) {
        if (keep->isVisible())
            keep->click();
    }
    QCOMPARE(secrets.size(), 2);
    QCOMPARE(secrets[1][0], secrets[0][0]);
    QVERIFY(!field->isUndoAvailable() || !field->text().contains(QLatin1String("hunter")));
}

void TestProfileEditor::aLiteralThatWaitsHoldsConnectAndSave()
{
    QSignalSpy connects(m_bar.get(), &RequestBar::connectRequested);
    QSignalSpy saves(m_bar.get(), &RequestBar::saveRequested);
    m_bar->setSaved({});
    choose(QStringLiteral("Type"), 2);
    type(QStringLiteral("Token"), QStringLiteral("abc"));
    m_bar->setOptionsVisible(false);
    button(QStringLiteral("Connect"))->click();
    button(QStringLiteral("Save"))->click();
    QCOMPARE(connects.size() + saves.size(), 0);
    QVERIFY(editor()->isVisible() && named<VariableEdit>(QStringLiteral("Token"))->isVisible());
    bool said = false;
    for (const QLabel *label : m_bar->findChildren<QLabel *>(QStringLiteral("errorSentence")))
        said = said || (label->isVisible() && !label->text().isEmpty());
    QVERIFY(said);
    type(QStringLiteral("Token"), QString());
    button(QStringLiteral("Connect"))->click();
    QCOMPARE(connects.size(), 1);
}

void TestProfileEditor::aSecretHasANameOfItsOwn()
{
    VariableSources sources;
    sources.secrets = {{QStringLiteral("token"), QStringLiteral("x")},
                       {QStringLiteral("token_2"), QStringLiteral("x")}};
    m_bar->setVariables(Variables(sources));
    QSignalSpy secrets(m_bar.get(), &RequestBar::secretEntered);
    type(QStringLiteral("Token"), QStringLiteral("a{b"));
    QTest::keyClick(named<VariableEdit>(QStringLiteral("Token")), Qt::Key_Return);
    QCOMPARE(secrets[0][0].toString(), QStringLiteral("token_3"));
    QCOMPARE(secrets[0][1].toString(), QStringLiteral("a{b"));
}

void TestProfileEditor::aSchemeMayStandBeforeAReference()
{
    const QString value = QStringLiteral("Token {{secret.t}}");
    type(QStringLiteral("Authorization"), value);
    QCOMPARE(m_bar->profile().auth.value, value);
    type(QStringLiteral("Authorization"), QStringLiteral("Token abc"));
    QCOMPARE(m_bar->profile().auth.value, QString()); // emptied first, and the literal is not taken
    type(QStringLiteral("Password"), QStringLiteral("x {{secret.t}}"));
    QVERIFY(m_bar->profile().auth.password.isEmpty());
}

void TestProfileEditor::aPinIsRemoved()
{
    Profile profile;
    profile.tls.pins = {QString(64, u'a'), QString(64, u'b')};
    m_bar->setProfile(profile);
    editor()->showTab(ProfileEditor::Tab::Transport);
    auto *remove = named<QToolButton>(QStringLiteral("Do not trust aaaaaaaaaaaa…"));
    QVERIFY(remove && remove->isVisibleTo(editor()));
    remove->click();
    QTRY_COMPARE(m_bar->profile().tls.pins, QStringList{QString(64, u'b')});
}

void TestProfileEditor::theButtonAndEscapeOpenAndClose()
{
    QVERIFY(editor()->isVisible() && editor()->height() <= 230);
    QPushButton *options = named<QPushButton>(QStringLiteral("Request options"));
    options->click();
    QVERIFY(!editor()->isVisible());
    options->click();
    QVERIFY(editor()->isVisible());
    editor()->showTab(ProfileEditor::Tab::Transport);
    auto *field = named<QLineEdit>(QStringLiteral("CA file"));
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!editor()->isVisible() && !options->isChecked());
}

void TestProfileEditor::aCommandLineIsNoUrl()
{
    QSignalSpy commands(m_bar.get(), &RequestBar::commandPasted);
    type(QStringLiteral("URL"), QStringLiteral("http://h"));
    auto *url = named<QLineEdit>(QStringLiteral("URL"));
    for (const char *command : {"curl -N \\\n  https://x", " $ websocat ws://x", "wscat -c ws://x"}) {
        QGuiApplication::clipboard()->setText(QLatin1String(command));
        url->selectAll();
        QTest::keySequence(url, QKeySequence::Paste);
        QCOMPARE(url->text(), QStringLiteral("http://h"));
    }
    QCOMPARE(commands.size(), 3);
    QCOMPARE(commands[0][0].toString(), QStringLiteral("curl -N \\\n  https://x"));
    QGuiApplication::clipboard()->setText(QStringLiteral("http://curl example"));
    url->selectAll();
    QTest::keySequence(url, QKeySequence::Paste);
    QCOMPARE(commands.size(), 3);
}

void TestProfileEditor::previewShowsTheDraft()
{
    const int tab = int(ProfileEditor::Tab::Preview);
    QVERIFY(!tabs()->isTabVisible(tab));
    m_bar->setPreview([](const Profile &profile) { return QString(QLatin1String("GET ") + profile.url); });
    QVERIFY(tabs()->isTabVisible(tab));
    editor()->showTab(ProfileEditor::Tab::Preview);
    type(QStringLiteral("URL"), QStringLiteral("http://h"));
    const auto *text = named<QPlainTextEdit>(QStringLiteral("The request as it goes out, secrets hidden"));
    QCOMPARE(text->toPlainText(), QStringLiteral("GET http://h"));
    QVERIFY(text->isReadOnly());
}

void TestProfileEditor::theWheelTurnsNothingWithoutTheKeyboard()
{
    editor()->showTab(ProfileEditor::Tab::Line);
    auto *box = named<QDoubleSpinBox>(QStringLiteral("Header timeout"));
    named<QLineEdit>(QStringLiteral("URL"))->setFocus();
    QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(box, &wheel);
    QCOMPARE(box->value(), 30.0);
}

void TestProfileEditor::everyControlHasAName()
{
    for (const QWidget *widget : editor()->findChildren<QWidget *>()) {
        const bool inside = widget->focusProxy() || widget->objectName().startsWith(QLatin1String("qt_"))
            || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
            || qobject_cast<const QLineEdit *>(widget->parentWidget())
            || widget->parentWidget()->inherits("QTabBar") || widget->parentWidget()->inherits("QComboBox")
            || widget->inherits("QComboBoxListView");
        if (widget->focusPolicy() != Qt::NoFocus && !inside)
            QVERIFY2(!widget->accessibleName().isEmpty(),
                     qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1String(" in ")
                                + QLatin1String(widget->parentWidget()->metaObject()->className())));
    }
}

int main(int argc, char **argv)
{
    return runUiTest<TestProfileEditor>(argc, argv);
}

#include "tst_profileeditor.moc"
