// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "session/profileresolver.h"
#include "sse/sserequest.h"

#include <QTest>
#include <QUrlQuery>

using namespace weir;
using Auth = ProfileAuth::Type;

namespace {
QByteArray headerOf(const ResolvedProfile &resolved, const QByteArray &name)
{
    QByteArray found;
    for (const auto &[known, value] : resolved.settings.headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            found += (found.isEmpty() ? QByteArray() : QByteArray("|")) + value;
    }
    return found;
}

QStringList problems(const ResolvedProfile &resolved)
{
    QStringList texts;
    for (const ProfileProblem &problem : resolved.problems)
        texts.append(problem.text());
    return texts;
}

ResolvedProfile withAuth(const ProfileAuth &auth, const QMap<QString, QString> &secrets = {})
{
    return resolveProfile({.url = s("http://h/"), .auth = auth}, {.secrets = secrets});
}
}

class TestProfileResolver final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberArrives()
    {
        const Profile profile{.url = s(" https://h/a?b=1#c "),
                              .method = s("POST"),
                              .body = s("{\"a\":\"é\"}"),
                              .headers = {{s("X-A"), s(" 1 ")}, {s("X-Off"), s("2"), false}, {}},
                              .lastEventId = s("é7"),
                              .tls = {.insecure = true,
                                      .pins = {s("p")},
                                      .caFile = s("/ca"),
                                      .certFile = s("/cert"),
                                      .keyFile = s("/key"),
                                      .keyPassword = s("password"),
                                      .minimum = ProfileTls::Version::Tls13},
                              .proxy = {.mode = ProfileProxy::Mode::None},
                              .http2 = true,
                              .reconnect = false,
                              .resilient = true,
                              .reconnectionTime = 1,
                              .headerTimeout = 2,
                              .readTimeout = 3,
                              .lineLimit = 4};
        const ResolvedProfile resolved = resolveProfile(profile, {});
        SseSettings expected;
        expected.url = QUrl(s("https://h/a?b=1#c"));
        expected.method = "POST";
        expected.headers = {{"X-A", "1"}};
        expected.body = "{\"a\":\"\xc3\xa9\"}";
        expected.lastEventId = "\xc3\xa9"
                               "7";
        expected.resilient = true;
        expected.reconnect = false;
        expected.reconnectionTime = 1;
        expected.headerTimeout = 2;
        expected.readTimeout = 3;
        expected.lineLimit = 4;
        expected.tls = {.insecure = true,
                        .pins = {s("p")},
                        .caFile = s("/ca"),
                        .certFile = s("/cert"),
                        .keyFile = s("/key"),
                        .keyPassword = s("password"),
                        .minimum = TlsOptions::Version::Tls13};
        expected.proxy.mode = ProxyChoice::Mode::None;
        expected.http2 = true;
        QVERIFY(resolved.settings == expected);
        QVERIFY(resolved.problems.isEmpty());
        QCOMPARE(resolved.secrets.values, QList<QByteArray>{"password"});
        QVERIFY(resolveProfile({}, {}).settings == SseSettings());
    }

    void variablesStandEverywhere()
    {
        const Profile profile{.url = s("{{host}}/{{v}}"),
                              .method = s("{{v}}"),
                              .body = s("{{v}}"),
                              .headers = {{s("X-{{v}}"), s("{{v}}")}},
                              .query = {{s("{{v}}"), s("{{v}}")}},
                              .lastEventId = s("{{v}}"),
                              .auth = {.type = Auth::ApiKeyHeader, .name = s("K{{v}}"), .value = s("{{v}}")},
                              .tls = {.caFile = s("{{v}}"), .certFile = s("{{v}}"), .keyFile = s("{{v}}")},
                              .proxy = {.mode = ProfileProxy::Mode::Manual,
                                        .url = s("http://{{v}}"),
                                        .user = s("{{v}}"),
                                        .password = s("{{v}}")},
                              .variables = {{s("v"), s("x")}}};
        const Environment environment{.name = s("dev"), .variables = {{s("host"), s("h")}, {s("v"), s("y")}}};
        const ResolvedProfile resolved = resolveProfile(profile, {.environment = environment});
        const SseSettings &settings = resolved.settings;
        QCOMPARE(problems(resolved), QStringList());
        QCOMPARE(settings.url, QUrl(s("http://h/x?x=x")));
        QCOMPARE(settings.method, "x");
        QCOMPARE(settings.body.value(), "x");
        QCOMPARE(headerOf(resolved, "X-x"), "x");
        QCOMPARE(headerOf(resolved, "Kx"), "x");
        QCOMPARE(settings.lastEventId, "x");
        QCOMPARE(settings.tls.caFile + settings.tls.certFile + settings.tls.keyFile, s("xxx"));
        QCOMPARE(settings.proxy.url, QUrl(s("http://x:x@x")));
    }

    void parametersAreAddedAndEncoded_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *typed, const char *sent) {
            QTest::newRow(typed) << s(typed) << QByteArray(sent);
        };
        row("http://h", "http://h?a=1%262&%20%C3%A9=");
        row("http://h/?", "http://h/?a=1%262&%20%C3%A9=");
        row("http://h/p?x=%26&y#f", "http://h/p?x=%26&y&a=1%262&%20%C3%A9=#f");
        row("http://h/?q=a b", "http://h/?q=a%20b&a=1%262&%20%C3%A9=");
    }

    void parametersAreAddedAndEncoded()
    {
        QFETCH(const QString, typed);
        QFETCH(const QByteArray, sent);
        const ResolvedProfile resolved = resolveProfile(
            {.url = typed,
             .query = {{s("a"), s("1&2")}, {s("off"), s("1"), false}, {}, {s(" é"), QString()}}},
            {});
        QCOMPARE(resolved.settings.url.toEncoded(), sent);
    }

    void noByteOfAParameterIsLost()
    {
        QString all;
        for (ushort c = 1; c < 0x180; ++c)
            all += QChar(c);
        all += s("😀%41%");
        const ResolvedProfile resolved =
            resolveProfile({.url = s("http://h/?z=1"), .query = {{all, all}, {s("b"), s("2")}}}, {});
        const QByteArray query = resolved.settings.url.toEncoded().split('?').value(1);
        const QList<QByteArray> pairs = query.split('&');
        QCOMPARE(pairs.size(), 3);
        QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(pairs[1].split('=').value(0))), all);
        QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(pairs[1].split('=').value(1))), all);
        QCOMPARE(pairs[2], "b=2");
    }

    void everyWayToProveWhoWeAre()
    {
        // RFC 7617 2.1: the example with UTF-8
        const ResolvedProfile basic =
            withAuth({.type = Auth::Basic, .user = s("test"), .password = s("123£")});
        QCOMPARE(headerOf(basic, "Authorization"), "Basic dGVzdDoxMjPCow==");
        QCOMPARE(basic.secrets.values, (QList<QByteArray>{"dGVzdDoxMjPCow=="}));
        const ResolvedProfile bearer =
            withAuth({.type = Auth::Bearer, .token = s("{{secret.t}}")}, {{s("t"), s("abcdefgh\n")}});
        QCOMPARE(headerOf(bearer, "Authorization"), "Bearer abcdefgh");
        QCOMPARE(bearer.secrets.values, (QList<QByteArray>{"abcdefgh\n", "abcdefgh"}));
        const ResolvedProfile header =
            withAuth({.type = Auth::ApiKeyHeader, .name = s("X-Key"), .value = s("k")});
        QCOMPARE(headerOf(header, "X-Key"), "k");
        const ResolvedProfile query =
            withAuth({.type = Auth::ApiKeyQuery, .name = s("api key"), .value = s("a+b=&")});
        QCOMPARE(query.settings.url.toEncoded(), "http://h/?api%20key=a%2Bb%3D%26");
        QCOMPARE(query.secrets.places, (QList<SecretPlace>{{"api key=", "a+b=&", ""}}));
        const ResolvedProfile custom = withAuth({.type = Auth::Custom, .value = s("Token x")});
        QCOMPARE(headerOf(custom, "Authorization"), "Token x");
        for (const ResolvedProfile &resolved : {basic, bearer, header, query, custom})
            QVERIFY(resolved.problems.isEmpty());
        QVERIFY(withAuth({.token = s("unused")}).settings.headers.isEmpty());
    }

    void whatCannotProveItIsSaid()
    {
        const auto sentence = [](const ProfileAuth &auth) { return problems(withAuth(auth)).join(s("|")); };
        QCOMPARE(sentence({.type = Auth::Bearer}), s("Authentication: The token is empty."));
        QCOMPARE(sentence({.type = Auth::Custom, .value = s(" ")}),
                 s("Authentication: The value of the header Authorization is empty."));
        QCOMPARE(sentence({.type = Auth::ApiKeyQuery, .value = s("x")}),
                 s("Authentication: The API key has no name."));
        QCOMPARE(sentence({.type = Auth::Basic, .user = s("a:b")}),
                 s("Authentication: Basic does not allow a colon in the name of the user."));
        QVERIFY(
            sentence({.type = Auth::Basic, .user = s("a"), .password = s("b\n")}).contains(s("line break")));
        const ResolvedProfile twice = resolveProfile({.url = s("http://h"),
                                                      .headers = {{s("authorization"), s("x")}},
                                                      .auth = {.type = Auth::Bearer, .token = s("t")}},
                                                     {});
        QCOMPARE(
            problems(twice),
            QStringList{s(
                "Authentication: The header Authorization is also among the headers; switch it off there.")});
    }

    void theProxyHasItsLogin()
    {
        const auto proxy = [](const ProfileProxy &given) {
            return resolveProfile({.url = s("http://h"), .proxy = given}, {}).settings.proxy;
        };
        using Mode = ProfileProxy::Mode;
        QCOMPARE(proxy({.mode = Mode::System, .url = s("http://p:1")}), ProxyChoice());
        const auto manual = proxy(
            {.mode = Mode::Manual, .url = s("socks5://p:1"), .user = s("a:b%41"), .password = s("c@d/%")});
        QCOMPARE(manual.url.userName(QUrl::FullyDecoded), s("a:b%41"));
        QCOMPARE(manual.url.password(QUrl::FullyDecoded), s("c@d/%"));
        QCOMPARE(manual.url.host(), s("p"));
        QCOMPARE(proxy({.mode = Mode::Manual, .url = s("http://u:v@p:1")}).url.userInfo(), s("u:v"));
    }

    void problemsNameThePlace()
    {
        const Profile profile{.url = s("https://{{host}}/"),
                              .method = s("POST"),
                              .body = s("{{secret.t}}"),
                              .headers = {{s("X-Id"), s("{{id}}")}, {s("X-Off"), s("{{no}}"), false}},
                              .query = {{s("q"), s("{{$nothing}}")}},
                              .auth = {.type = Auth::Bearer, .token = s("{{secret.t}}")},
                              .proxy = {.url = s("{{unused}}")}};
        const ResolvedProfile resolved =
            resolveProfile(profile, {.environment = Environment{.name = s("staging")}});
        const QStringList texts = problems(resolved);
        QCOMPARE(texts.size(), 5);
        QCOMPARE(texts[0], s("URL: {{host}} has no value in the environment “staging”."));
        QCOMPARE(texts[1], s("Header X-Id: {{id}} has no value in the environment “staging”."));
        QVERIFY(texts[2].startsWith(s("Parameter q: {{$nothing}} is not a value that Weir generates")));
        QCOMPARE(texts[3], s("Authentication: {{secret.t}} has no value: the secret is not there."));
        QCOMPARE(resolved.problems[3].secret, s("t"));
        QCOMPARE(resolved.problems[4].place, s("Body"));
        QVERIFY(resolved.problems[0].secret.isEmpty());
    }

    void theSecretsThatAreNeededAreKnown()
    {
        const Profile profile{
            .url = s("http://h/{{path}}"),
            .method = s("POST"),
            .body = s("{{secret.b}} \\{{secret.escaped}} {{secret.b}}"),
            .headers = {{s("X"), s("{{secret.off}}"), false}},
            .auth = {.type = Auth::Basic, .password = s("{{pw}}"), .token = s("{{secret.other}}")},
            .variables = {{s("pw"), s("{{secret.a}}")}, {s("unused"), s("{{secret.u}}")}}};
        const Environment environment{.name = s("e"), .variables = {{s("path"), s("{{secret.c}}")}}};
        QCOMPARE(requiredSecrets(profile, environment), (QStringList{s("a"), s("b"), s("c")}));
        QCOMPARE(requiredSecrets(profile, {}), (QStringList{s("a"), s("b")}));
    }

    void aTemplateIsNoReasonNotToConnect()
    {
        const Profile profile{.url = s("http://h/{{secret.u}}"),
                              .templates = {{.name = s("a"), .body = s("{{secret.t}} {{v}} {{nobody}} {{")}}};
        const Environment environment{.name = s("e"), .variables = {{s("v"), s("{{secret.w}}")}}};
        QCOMPARE(requiredSecrets(profile, environment), QStringList{s("u")});
        QCOMPARE(namedSecrets(profile, environment), (QStringList{s("t"), s("u"), s("w")}));
        QVERIFY(requiredVariables(profile).isEmpty());
        const ResolvedProfile resolved = resolveProfile(
            profile,
            {.environment = environment,
             .secrets = {{s("u"), s("user-123")}, {s("t"), s("template-1")}, {s("x"), s("unused-1")}}});
        QCOMPARE(problems(resolved), QStringList());
        QCOMPARE(resolved.secrets.values, (QList<QByteArray>{"user-123", "template-1"}));
    }

    void callsAndAnswersMayHaveSecretsToo()
    {
        const Profile profile{.protocol = Protocol::JsonRpc,
                              .url = s("http://h/"),
                              .calls = {{.method = s("{{secret.m}}"),
                                         .params = s("[\"{{secret.p}}\", {{nobody}}]"),
                                         .id = SavedCall::Id::String,
                                         .idText = s("{{secret.i}}")}},
                              .answers = {{.method = s("*"), .json = s("\"{{secret.a}}\"")}}};
        QVERIFY(requiredSecrets(profile, {}).isEmpty());
        QCOMPARE(namedSecrets(profile, {}), (QStringList{s("a"), s("i"), s("m"), s("p")}));
        const ResolvedProfile resolved = resolveProfile(
            profile,
            {.secrets = {{s("m"), s("method-12")}, {s("p"), s("params-12")}, {s("a"), s("answer-12")}}});
        QCOMPARE(problems(resolved), QStringList());
        QCOMPARE(resolved.secrets.values, (QList<QByteArray>{"params-12", "method-12", "answer-12"}));
    }

    void whatTheLogMustNotTellIsListed()
    {
        const Profile profile{
            .url = s("http://ann:{{secret.p}}@h/{{secret.u}}"),
            .method = s("POST"),
            .body = s("{{v}}"),
            .headers = {{s("X"), s("a {{secret.h}}")}},
            .query = {{s("k"), s("{{secret.q}}")}},
            .proxy = {.mode = ProfileProxy::Mode::Manual, .url = s("http://p"), .password = s("plain-12")},
            .variables = {{s("v"), s("{{secret.b}}")}}};
        const ResolvedProfile resolved = resolveProfile(profile,
                                                        {.secrets = {{s("p"), s("pass@word")},
                                                                     {s("u"), s("user-123")},
                                                                     {s("h"), s("header-1")},
                                                                     {s("q"), s("que ry 1")},
                                                                     {s("b"), s("body-é-1")},
                                                                     {s("x"), s("unused-1")}}});
        for (const char *secret : {"pass@word", "user-123", "header-1", "que ry 1", "body-é-1", "plain-12"})
            QVERIFY2(resolved.secrets.values.contains(QByteArray(secret)), secret);
        QVERIFY(!resolved.secrets.values.contains("unused-1"));
    }

    void theUrlsOwnLoginIsASecret()
    {
        const ResolvedProfile resolved = resolveProfile({.url = s("http://ann:p%40ss@h/")}, {});
        QCOMPARE(resolved.secrets.values, (QList<QByteArray>{QByteArray("ann:p@ss").toBase64()}));
        // the same as the header that goes out
        const HttpRequest request = requestFor(resolved.settings, {});
        bool found = false;
        for (const auto &[name, value] : request.headers)
            found = found || (name == "Authorization" && value.endsWith(resolved.secrets.values[0]));
        QVERIFY(found);
    }

    void shortSecretsHaveTheirPlaces()
    {
        const Profile profile{
            .url = s("http://h/a/{{secret.p}}-x/b?pin={{secret.p}}&c"),
            .body = s("{{secret.p}}"),
            .headers = {{s("X-Pin"), s("a {{secret.p}} b")}},
            .query = {{s("q"), s("{{secret.p}}")}},
            .auth = {.type = Auth::ApiKeyHeader, .name = s("K"), .value = s("{{secret.p}}")}};
        const ResolvedProfile resolved = resolveProfile(profile, {.secrets = {{s("p"), s("12")}}});
        QVERIFY(resolved.secrets.values.isEmpty());
        QCOMPARE(resolved.secrets.places,
                 (QList<SecretPlace>{{"/", "12", "-x"},
                                     {"?pin=", "12", ""},
                                     {"X-Pin: a ", "12", " b"},
                                     {"q=", "12", ""},
                                     {"K: ", "12", ""}}));
        const HttpRequest request = requestFor(resolved.settings, {});
        bool masked = false;
        const QByteArray text = requestText(request, &masked);
        QCOMPARE(text.count("12"), 5);
        const auto shown = SecretMask(resolved.secrets).apply(text, SecretMask::Origin::Ourselves);
        QVERIFY2(shown && !shown->contains("12"), shown ? shown->constData() : "");
    }

    void whatTheEnvironmentHasToGiveIsKnown()
    {
        const Profile profile{
            .url = s("http://{{host}}/{{base}}/{{own}}/{{$uuid}}"),
            .headers = {{s("X"), s("{{off}}"), false}, {s("Y"), s("{{$env.REGION}} {{secret.s}}")}},
            .variables = {{s("own"), s("1")}, {s("base"), s("{{path}}")}}};
        QCOMPARE(requiredVariables(profile), (QStringList{s("$env.REGION"), s("host"), s("path")}));
        QVERIFY(requiredVariables({}).isEmpty());
    }

    void thePreviewTellsNoSecret()
    {
        const Profile profile{.url = s("https://{{host}}/a/{{secret.s}}"),
                              .method = s("POST"),
                              .body = s("{\"k\":\"{{secret.s}}\",\"n\":{{$counter}}}"),
                              .headers = {{s("X-Key"), s("<{{secret.s}}>")}, {s("X-Id"), s("{{id}}")}},
                              .query = {{s("k"), s("{{secret.s}}")}},
                              .auth = {.type = Auth::Basic, .user = s("ann"), .password = s("{{secret.s}}")}};
        VariableSources sources{.environment =
                                    Environment{.name = s("e"), .variables = {{s("host"), s("h:8")}}},
                                .secrets = {{s("s"), s("can ary")}},
                                .generators = {.counter = [] { return 3; }}};
        const QString text = requestPreview(profile, sources);
        const QStringList lines = text.split(QLatin1Char('\n'));
        QCOMPARE(lines[0], s("POST /a/•••?k=••• HTTP/1.1"));
        QCOMPARE(lines[1], s("Host: h:8"));
        QVERIFY(lines.contains(s("X-Key: <•••>")));
        QVERIFY(lines.contains(s("X-Id: {{id}}")));
        QVERIFY(lines.contains(s("Authorization: •••")));
        QVERIFY(lines.contains(s("Accept: text/event-stream")));
        QVERIFY(text.endsWith(s("\n\n{\"k\":\"•••\",\"n\":3}")));
        for (const char *form : {"can ary", "can%20ary", "can+ary", "Y2Fu"})
            QVERIFY2(!text.contains(s(form)), form);
        // a URL that is being typed
        sources.environment.reset();
        QVERIFY(requestPreview(profile, sources).startsWith(s("POST https://{{host}}/a/•••\nX-Key: ")));
        QVERIFY(requestPreview({}, {}).startsWith(s("GET \n")));
    }
};

WEIR_TEST(runAppTest<TestProfileResolver>)
#include "tst_profileresolver.moc"
