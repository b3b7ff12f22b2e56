// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "profile/collections.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace weir;

namespace {
QByteArray contents(const QString &name)
{
    QFile file(QStringLiteral(WEIR_TEST_DATA "/profile/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read a fixture");
    return file.readAll();
}

ImportResult importedFile(const char *name)
{
    const auto result = importCollection(contents(s(name)));
    if (!result)
        qWarning("%s", qPrintable(errorText(result.error())));
    return result.value_or(ImportResult());
}

ImportedProfile named(const ImportResult &result, const char *name)
{
    for (const ImportedProfile &profile : result.profiles) {
        if (profile.profile.name == s(name))
            return profile;
    }
    qWarning("no profile %s", name);
    return {};
}

// Everything of a result that would be written to files, or shown.
QString everything(const ImportResult &result)
{
    QStringList all = result.notTaken;
    const auto rows = [&all](const QList<ProfileRow> &list) {
        for (const ProfileRow &row : list)
            all << row.name << row.value;
    };
    for (const ImportedProfile &imported : result.profiles) {
        const Profile &p = imported.profile;
        all << imported.notTaken << p.name << p.folder << p.notes << p.url << p.method
            << p.body.value_or(QString()) << p.lastEventId << p.auth.user << p.auth.password << p.auth.token
            << p.auth.name << p.auth.value << p.proxy.url << p.proxy.password << p.tls.keyPassword;
        rows(p.headers);
        rows(p.query);
        rows(p.variables);
    }
    for (const Environment &environment : result.environments)
        rows(environment.variables);
    return all.join(QLatin1Char('\n'));
}

using Json = nlohmann::ordered_json;

// Every value of the tree, one after the other, replaced by something of a wrong type.
void collect(Json &value, std::vector<Json *> &all)
{
    all.push_back(&value);
    if (value.is_structured()) {
        for (Json &inner : value)
            collect(inner, all);
    }
}
}

class TestCollections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSecretStaysInProfilesAndEnvironments_data()
    {
        QTest::addColumn<int>("secrets");
        QTest::newRow("postman-2.1.json") << 4;
        QTest::newRow("postman-2.0.json") << 1;
        QTest::newRow("postman-environment.json") << 2;
        QTest::newRow("insomnia-4.json") << 3;
        QTest::newRow("hoppscotch.json") << 2;
        QTest::newRow("hoppscotch-environments.json") << 1;
        QTest::newRow("browser.har") << 2;
        QTest::newRow("mcp.json") << 1;
    }

    void noSecretStaysInProfilesAndEnvironments()
    {
        QFETCH(int, secrets);
        const ImportResult result = importedFile(QTest::currentDataTag());
        QVERIFY2(!everything(result).contains(QLatin1String("canary")), qPrintable(everything(result)));
        QMap<QString, QString> all;
        for (const ImportedSecret &secret : result.secrets)
            all.insert(secret.name, secret.value);
        for (const ImportedProfile &profile : result.profiles) {
            for (const ImportedSecret &secret : profile.secrets) {
                QVERIFY(!all.contains(secret.name) || all[secret.name] == secret.value);
                all.insert(secret.name, secret.value);
            }
        }
        QCOMPARE(all.size(), secrets);
        for (auto it = all.cbegin(); it != all.cend(); ++it) {
            QVERIFY(it.value().contains(QLatin1String("canary")));
            QVERIFY(everything(result).contains(QLatin1String("{{secret.") + it.key() + QLatin1String("}}")));
        }
    }

    void postman()
    {
        const ImportResult result = importedFile("postman-2.1.json");
        QCOMPARE(result.format, s("Postman"));
        QCOMPARE(result.profiles.size(), 5);
        const auto feed = named(result, "Feed");
        QCOMPARE(feed.profile.folder, s("Shop/Orders-EU"));
        QCOMPARE(feed.profile.protocol, Protocol::Sse);
        QCOMPARE(feed.profile.url, s("{{base}}/orders/{{shop}}/feed"));
        QCOMPARE(feed.profile.notes, s("All orders"));
        QCOMPARE(feed.profile.query,
                 (QList<ProfileRow>{
                     {s("from"), s("{{$timestamp}}")}, {s("raw"), s("a b")}, {s("limit"), s("5"), false}}));
        QCOMPARE(feed.profile.headers, (QList<ProfileRow>{{s("X-Trace"), s("1"), false}}));
        QCOMPARE(feed.profile.variables, (QList<ProfileRow>{{s("shop"), s("berlin")}}));
        QCOMPARE(feed.profile.auth.type, ProfileAuth::Type::Bearer);
        QCOMPARE(feed.notTaken.size(), 1);
        const auto chat = named(result, "Chat");
        QCOMPARE(chat.profile.protocol, Protocol::WebSocket);
        QCOMPARE(chat.profile.subprotocols.size(), 2);
        QCOMPARE(chat.profile.auth.type, ProfileAuth::Type::None);
        const auto node = named(result, "Node");
        QCOMPARE(node.profile.protocol, Protocol::JsonRpc);
        QCOMPARE(node.profile.auth.type, ProfileAuth::Type::ApiKeyHeader);
        QVERIFY(node.profile.body->contains(QLatin1String("\"id\":{{$randomInt}}")));
        const auto form = named(result, "Form");
        QCOMPARE(form.profile.url, s("http://plain.example.com:8080/a/b"));
        QVERIFY(form.profile.body->startsWith(QLatin1String("a=1%202&password={{secret.")));
        QCOMPARE(form.notTaken.size(), 2); // the login, a field that is off
        QCOMPARE(named(result, "Upload").profile.url, s("http://h.example.com/\\{{"));
        QCOMPARE(result.environments.size(), 1);
        QCOMPARE(result.environments[0].variables[0], (ProfileRow{s("base"), s("https://shop.example.com")}));
        QVERIFY(!result.environments[0].variables[2].on);
        QCOMPARE(result.notTaken.size(), 3); // the script, ftp, what is no request
    }

    void olderPostman()
    {
        const ImportResult result = importedFile("postman-2.0.json");
        QCOMPARE(named(result, "Basic").profile.auth.type, ProfileAuth::Type::Basic);
        QCOMPARE(named(result, "Basic").profile.auth.user, s("me"));
        QCOMPARE(named(result, "Basic").profile.url, s("https://a.example.com/x?y=1"));
        QCOMPARE(named(result, "Text").profile.url, s("http://b.example.com/feed"));
        const ImportResult environment = importedFile("postman-environment.json");
        QCOMPARE(environment.environments[0].name, s("Staging"));
        QCOMPARE(environment.environments[0].variables[3].value, s("https://{{host}}/"));
    }

    void insomnia()
    {
        const ImportResult result = importedFile("insomnia-4.json");
        QCOMPARE(result.profiles.size(), 4);
        const auto ticks = named(result, "Ticks");
        QCOMPARE(ticks.profile.folder, s("Trading/Market"));
        QCOMPARE(ticks.profile.url, s("{{base}}/ticks"));
        QCOMPARE(ticks.profile.query[0].value, s("{{symbol}}"));
        QCOMPARE(ticks.profile.variables,
                 (QList<ProfileRow>{{s("symbol"), s("ACME")}, {s("deep.a"), s("1")}}));
        QCOMPARE(ticks.profile.protocol, Protocol::Sse);
        QCOMPARE(named(result, "Chat").profile.protocol, Protocol::WebSocket);
        const auto call = named(result, "Call");
        QCOMPARE(call.profile.protocol, Protocol::JsonRpc);
        QCOMPARE(call.profile.url, s("http://t.example.com/rpc"));
        QCOMPARE(call.notTaken.size(), 2); // the login, the tag
        QCOMPARE(result.environments.size(), 2);
        QCOMPARE(result.environments[1].name, s("Dev"));
        QCOMPARE(result.environments[1].variables.size(), 4); // those of the base environment first
        QCOMPARE(result.notTaken.size(), 2); // cookies, gRPC
    }

    void hoppscotch()
    {
        const ImportResult result = importedFile("hoppscotch.json");
        QCOMPARE(result.profiles.size(), 2);
        const auto stream = named(result, "Stream");
        QCOMPARE(stream.profile.folder, s("Chats/Inner"));
        QCOMPARE(stream.profile.url, s("{{base}}/stream"));
        QCOMPARE(stream.profile.auth.type, ProfileAuth::Type::Bearer);
        QCOMPARE(stream.profile.headers, (QList<ProfileRow>{{s("X-All"), s("1")}}));
        QCOMPARE(stream.profile.query, (QList<ProfileRow>{{s("q"), s("{{word}}"), false}}));
        QCOMPARE(stream.profile.variables, (QList<ProfileRow>{{s("word"), s("hi")}}));
        QCOMPARE(stream.notTaken.size(), 1);
        QCOMPARE(named(result, "Key").profile.auth.type, ProfileAuth::Type::ApiKeyQuery);
        QCOMPARE(named(result, "Key").profile.protocol, Protocol::JsonRpc);
        QCOMPARE(result.notTaken.size(), 1);
        QCOMPARE(importedFile("hoppscotch-environments.json").environments[0].variables.size(), 2);
    }

    void har()
    {
        const ImportResult result = importedFile("browser.har");
        QCOMPARE(result.profiles.size(), 3);
        const Profile &feed = result.profiles[0].profile;
        QCOMPARE(feed.protocol, Protocol::Sse);
        QCOMPARE(feed.url, s("https://w.example.com/events?a=\\{{b}}"));
        QCOMPARE(feed.lastEventId, s("42"));
        QCOMPARE(feed.headers.size(), 1); // the cookie
        QCOMPARE(result.profiles[1].profile.protocol, Protocol::WebSocket);
        QCOMPARE(result.profiles[1].profile.subprotocols, QStringList{s("graphql-ws")});
        QCOMPARE(result.profiles[1].notTaken.size(), 1); // the extensions
        QCOMPARE(result.profiles[2].profile.auth.type, ProfileAuth::Type::Bearer);
        QCOMPARE(result.notTaken.size(), 4); // a document, two images, the same again, data:
    }

    void mcp()
    {
        const ImportResult result = importedFile("mcp.json");
        QCOMPARE(result.profiles.size(), 3);
        const auto remote = named(result, "remote");
        QCOMPARE(remote.profile.protocol, Protocol::JsonRpc);
        QCOMPARE(remote.profile.method, s("POST"));
        QCOMPARE(remote.profile.auth.token, s("{{$env.MCP_TOKEN}}"));
        QCOMPARE(remote.profile.headers[1].value, s("a\\{{b}}"));
        QCOMPARE(remote.notTaken, QStringList{s("timeout")});
        QCOMPARE(named(result, "asked").profile.auth.token, s("{{secret.my_token}}"));
        QCOMPARE(named(result, "old").profile.protocol, Protocol::Sse);
        QCOMPARE(result.notTaken.size(), 1);
        QVERIFY(result.notTaken[0].startsWith(QLatin1String("files")));
    }

    void anythingIsRecognized()
    {
        QCOMPARE(importAny("curl http://h")->format, s("curl"));
        QCOMPARE(importAny("  websocat ws://h")->format, s("websocat"));
        QCOMPARE(importAny("wscat -c ws://h")->format, s("wscat"));
        QCOMPARE(importAny(QByteArray("\xEF\xBB\xBF" + contents(s("mcp.json"))))->format, s("MCP"));
        for (const char *other : {"", "hello", "curl", "{", "[]", "{}", "[1]", "{\"item\":{}}",
                                  "type: collection.insomnia.rest/5.0\n", "{\"item\":[]}",
                                  "{\"requests\":[],\"order\":[]}", "{\"a\":1e999}", "\xff"}) {
            const auto result = importAny(other);
            QVERIFY2(!result, other);
            QVERIFY(!errorText(result.error()).isEmpty());
        }
        QVERIFY(errorText(importAny("{\n\n x").error()).contains(QLatin1Char('3')));
        QVERIFY(
            errorText(importAny("type: collection.insomnia.rest/5.0").error()).contains(QLatin1String("v4")));
    }

    void hostileSizesAreRefused()
    {
        QVERIFY(!importCollection(QByteArray(200000, '[')));
        QVERIFY(!importCollection(QByteArray("[{\"item\":").repeated(5000)));
        QVERIFY(!importCollection(QByteArray("[" + QByteArray("1,").repeated(4'100'000) + "1]")));
        QByteArray large;
        large.resize(64 * 1024 * 1024 + 1, ' ');
        QVERIFY(!importCollection(large));
        QVERIFY(!importAny(large));
    }

    // Any value may be of any type: a sentence or less profiles, never a crash.
    void wrongTypesEverywhere()
    {
        const QDir folder(QStringLiteral(WEIR_TEST_DATA "/profile"));
        const Json replacements[] = {Json(),
                                     Json(true),
                                     Json(-1.5),
                                     Json("x"),
                                     Json("{{x}}"),
                                     Json::array(),
                                     Json::array({1, "a", Json::object()}),
                                     Json::object(),
                                     Json({{"key", "v"}})};
        for (const QString &name : folder.entryList({QStringLiteral("*.json"), QStringLiteral("*.har")})) {
            Json root = Json::parse(contents(name).toStdString());
            std::vector<Json *> all;
            collect(root, all);
            size_t turn = 0;
            for (Json *value : all) {
                for (int i = 0; i < 3; ++i) {
                    Json kept = std::exchange(*value, replacements[turn++ % std::size(replacements)]);
                    const std::string bytes = root.dump();
                    const auto result =
                        importCollection(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
                    QVERIFY(result || !errorText(result.error()).isEmpty());
                    *value = std::move(kept);
                }
                ++turn; // so that the same place of the next file gets others
            }
        }
    }

    void truncatedFilesAreErrors()
    {
        const QByteArray whole = contents(s("mcp.json"));
        for (qsizetype size = 0; size < whole.trimmed().size(); size += 7)
            QVERIFY(!importCollection(whole.first(size)));
    }
};

WEIR_TEST(runPlainTest<TestCollections>)
#include "tst_collections.moc"
