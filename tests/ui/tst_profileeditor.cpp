// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profileeditorfixture.h"

class TestProfileEditor final : public ProfileEditorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsWrittenAndReadBack();
    void whatNobodyTouchesStays();
    void changesAreMarkedAndTheirTabsToo();
    void tabsSayHowMuchIsSet();
    void onlyWhatTheProtocolNeedsIsThere();
    void saveAndRevertAreThereWhereTheyDoSomething();
    void theButtonAndEscapeOpenAndClose();
    void aCommandLineIsNoUrl();
    void previewShowsTheDraft();
    void theWheelTurnsNothingWithoutTheKeyboard();
    void everyControlHasAName();
};

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
    type(QStringLiteral("Known methods"), QStringLiteral("a, b.c"));
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
              .openRpcFile = QStringLiteral("/api.json"),
              .methods = {QStringLiteral("a"), QStringLiteral("b.c")}};
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

WEIR_TEST(runUiTest<TestProfileEditor>)
#include "tst_profileeditor.moc"
