// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleprofile.h"
#include "testprogram.h"

#include "profile/profilejson.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <functional>

using namespace weir;
using nlohmann::json;

namespace {
// A schema of resources/docs, as other programs use it.
class SchemaFile final
{
public:
    explicit SchemaFile(const QString &name)
    {
        QFile file(QStringLiteral(WEIR_DOCS "/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a schema is missing");
        m_json = json::parse(file.readAll().toStdString());
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::NlohmannJsonAdapter(m_json), m_schema);
    }
    bool accepts(const json &value) const
    {
        valijson::Validator validator;
        return validator.validate(m_schema, valijson::adapters::NlohmannJsonAdapter(value), nullptr);
    }
    const json &content() const { return m_json; }

private:
    json m_json;
    valijson::Schema m_schema;
};

QByteArray bytes(const json &value)
{
    return QByteArray::fromStdString(value.dump());
}
json parsed(const QByteArray &text)
{
    return json::parse(text.toStdString());
}

// One value of each kind, and those at the edges of what some member takes.
std::vector<json> values()
{
    const std::string hex(64, 'a');
    return {nullptr,
            true,
            0,
            1,
            -1,
            0.5,
            2147483647,
            2147483648,
            4294967296,
            4294967297,
            1e300,
            "",
            "x",
            "GET",
            "sse",
            "json-rpc",
            "basic",
            "manual",
            "1.3",
            "#0072b2",
            "#0072b2f",
            "#0072bg",
            hex,
            json::array(),
            json::array({"x"}),
            json::array({"x", 1}),
            json::array({nullptr}),
            json::array({hex, hex}),
            json::array({hex, hex + "a"}),
            json::array({json::object()}),
            json::array({json::array()}),
            json::array({{{"name", "a"}, {"value", "b"}, {"on", false}, {"more", 1}}}),
            json::array({{{"name", 1}}}),
            json::array({{{"value", nullptr}}}),
            json::array({{{"on", "yes"}}}),
            json::array({{{"format", "hex"}, {"body", json::array({"00", "ff"})}}}),
            json::array({{{"format", "xml"}}}),
            json::array({{{"format", true}}}),
            json::array({{{"folder", 1}}}),
            json::array(
                {{{"method", "a"}, {"id", "none"}, {"idText", "1"}, {"params", json::array({"[", "]"})}}}),
            json::array({{{"id", "auto"}}}),
            json::array({{{"id", 1}}}),
            json::array({{{"idText", 1}}}),
            json::array({{{"method", nullptr}}}),
            json::array({{{"params", json::object()}}}),
            json::array({{{"error", true}, {"json", "{}"}}}),
            json::array({{{"error", "x"}}}),
            json::array({{{"json", 1}}}),
            json::array({{{"body", nullptr}}}),
            json::array({{{"body", json::array({1})}}}),
            json::object(),
            {{"type", "custom"}},
            {{"type", 1}},
            {{"more", {{"a", 1}}}}};
}
}

class TestProfileSchema final : public QObject
{
    Q_OBJECT

    using Reads = std::function<bool(const json &)>;

    // Each value in the place of each member: the schema and the reader must say the same.
    static void compare(const SchemaFile &schema, const json::json_pointer &place, const json &properties,
                        const Reads &reads)
    {
        for (const auto &[name, rule] : properties.items()) {
            for (const json &value : values()) {
                json file = {{"weir", 1}};
                file[place / name] = value;
                QVERIFY2(schema.accepts(file) == reads(file), file.dump().c_str());
            }
            if (rule.contains("properties"))
                compare(schema, place / name, rule["properties"], reads);
        }
    }
    static QSet<QString> names(const json &object)
    {
        QSet<QString> found;
        for (const auto &[name, value] : object.items())
            found.insert(QString::fromStdString(name));
        return found;
    }

private Q_SLOTS:
    void whatIsWrittenIsValid()
    {
        const SchemaFile profiles(QStringLiteral("profile.schema.json"));
        QVERIFY(profiles.accepts(parsed(writeProfile({}))));
        QVERIFY(profiles.accepts(parsed(writeProfile(fullProfile()))));
        const SchemaFile environments(QStringLiteral("environment.schema.json"));
        QVERIFY(environments.accepts(parsed(writeEnvironment({}))));
        QVERIFY(environments.accepts(parsed(writeEnvironment(fullEnvironment()))));
    }

    void everyMemberHasItsPlace()
    {
        Profile full = fullProfile();
        full.unknown.clear();
        full.auth.unknown.clear();
        full.tls.unknown.clear();
        full.proxy.unknown.clear();
        full.headers[1].unknown.clear();
        full.templates[1].unknown.clear();
        full.calls[1].unknown.clear();
        full.answers[1].unknown.clear();
        const json file = parsed(writeProfile(full));
        const json properties = SchemaFile(QStringLiteral("profile.schema.json")).content()["properties"];
        QCOMPARE(names(file), names(properties));
        for (const char *object : {"auth", "tls", "proxy"})
            QCOMPARE(names(file[object]), names(properties[object]["properties"]));
        for (const char *list : {"templates", "calls", "answers"})
            QCOMPARE(names(file[list][1]), names(properties[list]["items"]["properties"]));
        Environment environment = fullEnvironment();
        environment.unknown.clear();
        QCOMPARE(names(parsed(writeEnvironment(environment))),
                 names(SchemaFile(QStringLiteral("environment.schema.json")).content()["properties"]));
    }

    void profilesAreReadWhereTheyAreValid()
    {
        const SchemaFile schema(QStringLiteral("profile.schema.json"));
        compare(schema, json::json_pointer(), schema.content()["properties"],
                [](const json &file) { return readProfile(bytes(file)).has_value(); });
    }

    void environmentsAreReadWhereTheyAreValid()
    {
        const SchemaFile schema(QStringLiteral("environment.schema.json"));
        compare(schema, json::json_pointer(), schema.content()["properties"],
                [](const json &file) { return readEnvironment(bytes(file)).has_value(); });
    }

    void otherDocumentsAreNeither_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"{}", "[]", "1", "\"weir\"", "null", "{\"name\": \"x\"}", "{\"weir\": 2}",
                                 "{\"weir\": \"1\"}", "{\"weir\": true}", "{\"weir\": [1]}"})
            QTest::newRow(text) << QByteArray(text);
    }
    void otherDocumentsAreNeither()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!SchemaFile(QStringLiteral("profile.schema.json")).accepts(parsed(text)));
        QVERIFY(!SchemaFile(QStringLiteral("environment.schema.json")).accepts(parsed(text)));
        QVERIFY(!readProfile(text));
        QVERIFY(!readEnvironment(text));
    }
};

WEIR_TEST(runAppTest<TestProfileSchema>)
#include "tst_profileschema.moc"
