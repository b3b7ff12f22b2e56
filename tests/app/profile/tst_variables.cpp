// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "profile/variables.h"
#include "profile/variabletext.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace weir;
using Origin = VariableSpan::Kind;
using Problem = VariableProblem::Kind;

namespace {
Environment staging(const QList<ProfileRow> &rows)
{
    return {.name = s("staging"), .variables = rows};
}

QString sentence(const Variables &variables, const QByteArray &text)
{
    const ResolvedText resolved = variables.resolve(QString::fromUtf8(text));
    return resolved.problems.isEmpty() ? QString() : resolved.problems.constFirst().sentence;
}

Problem problemOf(const Variables &variables, const QByteArray &text)
{
    const ResolvedText resolved = variables.resolve(QString::fromUtf8(text));
    Q_ASSERT(resolved.problems.size() == 1);
    return resolved.problems.constFirst().kind;
}

// A text of these pieces; the same seed gives the same text.
QString randomText(QRandomGenerator &random, const QStringList &pieces, int most)
{
    QString text;
    for (int i = random.bounded(most + 1); i > 0; --i)
        text += pieces[random.bounded(pieces.size())];
    return text;
}

// What variables mean, said as simply as possible: no limits, no escapes, no cycles.
QString naive(const QMap<QString, QString> &table, const QString &text)
{
    const qsizetype at = text.indexOf(s("{{"));
    if (at < 0)
        return text;
    const qsizetype end = text.indexOf(s("}}"), at);
    const QString name = text.mid(at + 2, end - at - 2).trimmed();
    const QString value = table.contains(name) ? naive(table, table.value(name)) : text.mid(at, end + 2 - at);
    return text.left(at) + value + naive(table, text.mid(end + 2));
}
}

class TestVariables final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProfileComesBeforeTheEnvironment()
    {
        const Variables variables({.profile = {{s("host"), s("a")}},
                                   .environment = staging({{s("host"), s("b")}, {s("port"), s("80")}})});
        const ResolvedText resolved = variables.resolve(s("http://{{host}}:{{ port\t}}/"));
        QCOMPARE(resolved.text, s("http://a:80/"));
        QVERIFY(resolved.problems.isEmpty());
        QVERIFY(resolved.secrets.isEmpty());
    }

    void rowsThatAreOffAreNotSeen()
    {
        const Variables variables({.profile = {{s("host"), s("a"), false}, {s("x"), s("1"), false}},
                                   .environment = staging({{s("host"), s("b")}})});
        QCOMPARE(variables.resolve(s("{{host}}")).text, s("b"));
        QCOMPARE(variables.resolve(s("{{x}}")).text, s("{{x}}"));
        QCOMPARE(problemOf(variables, "{{x}}"), Problem::Unknown);
    }

    void ofTwoRowsWithOneNameTheLaterCounts()
    {
        const Variables variables(
            {.profile = {{s("a"), s("1")}, {s(" a "), s("2")}, {s("a"), s("3"), false}}});
        QCOMPARE(variables.resolve(s("{{a}}")).text, s("2"));
    }

    void builtInNamesAreNotTakenFromRows()
    {
        const Variables variables({.profile = {{s("secret.t"), s("plain")}, {s("$counter"), s("x")}},
                                   .generators = {.counter = [] { return 5; }}});
        QCOMPARE(problemOf(variables, "{{secret.t}}"), Problem::NoSecret);
        QCOMPARE(variables.resolve(s("{{$counter}}")).text, s("5"));
    }

    void valuesOfRowsHoldVariables()
    {
        const Variables variables(
            {.profile = {{s("url"), s("http://{{host}}{{path}}")}},
             .environment = staging(
                 {{s("host"), s("{{name}}.example")}, {s("name"), s("\\{{eu}}")}, {s("path"), s("/a")}})});
        QCOMPARE(variables.resolve(s("{{url}}?x")).text, s("http://{{eu}}.example/a?x"));
    }

    void theProcessAndSecretsAreTakenAsTheyAre()
    {
        QProcessEnvironment process;
        process.insert(s("REGION"), s("{{x}}\\{{y}}"));
        const Variables variables({.profile = {{s("x"), s("1")}, {s("auth"), s("Bearer {{secret.t}}!")}},
                                   .process = process,
                                   .secrets = {{s("t"), s("{{x}}")}}});
        QCOMPARE(variables.resolve(s("{{$env.REGION}}")).text, s("{{x}}\\{{y}}"));
        const ResolvedText resolved = variables.resolve(s("{{x}}: {{auth}} {{secret.t}}"));
        QCOMPARE(resolved.text, s("1: Bearer {{x}}! {{x}}"));
        QCOMPARE(resolved.secrets.size(), 2);
        for (const ResolvedText::Secret &secret : resolved.secrets) {
            QCOMPARE(secret.name, s("t"));
            QCOMPARE(resolved.text.mid(secret.begin, secret.length), s("{{x}}"));
        }
        QCOMPARE(resolved.secrets[0].begin, 10);
    }

    void generatedValuesComeFromOutside()
    {
        quint64 count = 0;
        const Variables variables({.profile = {{s("id"), s("{{$uuid}}-{{$counter}}")}},
                                   .generators = {.uuid = [] { return s("u"); },
                                                  .now = [] { return qint64(1764000000123); },
                                                  .random = [] { return 0.9999999; },
                                                  .counter = [&count] { return ++count; }}});
        QCOMPARE(variables
                     .resolve(s("{{id}} {{id}} {{$guid}} {{$timestamp}} {{$timestampMs}} {{$isoTimestamp}} "
                                "{{$randomInt}}"))
                     .text,
                 s("u-1 u-2 u 1764000000 1764000000123 2025-11-24T16:00:00.123Z 1000"));
        QVERIFY(sentence(variables, "{{$now}}").contains(s("$timestampMs")));
        QCOMPARE(problemOf(variables, "{{$now}}"), Problem::NotGenerated);
        QVERIFY(!variables.scan(s("{{id}}{{$counter}}")).isEmpty());
        QCOMPARE(count, 2); // looking does not count
    }

    void theSystemGenerates()
    {
        const VariableGenerators one = VariableGenerators::system();
        const VariableGenerators copy = one; // NOLINT(performance-unnecessary-copy-initialization)
        QCOMPARE(one.counter(), 1);
        QCOMPARE(copy.counter(), 2);
        QCOMPARE(one.uuid().size(), 36);
        QVERIFY(one.uuid() != one.uuid());
        QVERIFY(one.random() >= 0 && one.random() < 1);
        QVERIFY(one.now() > 1700000000000);
    }

    void escapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("resolved");
        const auto row = [](const char *text, const char *resolved) {
            QTest::newRow(text) << s(text) << s(resolved);
        };
        row("\\{{a}}", "{{a}}");
        row("\\\\{{a}}", "\\1");
        row("\\\\\\{{a}}", "\\{{a}}");
        row("\\\\\\\\{{a}}", "\\\\1");
        row("\\a\\{a}\\}}\\\\", "\\a\\{a}\\}}\\\\");
        row("{{{a}}}", "{1}");
        row("{{{{a}}}}", "{{1}}");
        row("\\{{{a}}}", "{{{a}}}");
        row("\\{{\\{{a}}", "{{{{a}}");
        row("\\{{{{a}}", "{{1");
        row("{{a}}{{a}}\\{{", "11{{");
        row("{{a}}\\\\", "1\\\\");
        row("}}{{ a }}{", "}}1{");
    }

    void escapes()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, resolved);
        const Variables variables({.profile = {{s("a"), s("1")}}});
        QCOMPARE(variables.resolve(text).text, resolved);
        QVERIFY(variables.resolve(text).problems.isEmpty());
        // and what is escaped stands for itself
        QCOMPARE(variables.resolve(escapedVariables(text)).text, text);
    }

    void whatIsNoVariableStaysAndIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *text, Problem kind) { QTest::newRow(text) << s(text) << int(kind); };
        row("{{}}", Problem::NoName);
        row("{{ \t }}", Problem::NoName);
        row("{{a", Problem::Unclosed);
        row("{{a}", Problem::Unclosed);
        row("{{a}b}}", Problem::Unclosed);
        row("{{a{b}}", Problem::Unclosed);
        row("{{a\n}}", Problem::Unclosed);
        row("x{{", Problem::Unclosed);
        row("{{b}}", Problem::Unknown);
        row("{{A}}", Problem::Unknown);
        row("{{secret.}}", Problem::NoSecret);
        row("{{$env.}}", Problem::NoProcessValue);
        row("{{$}}", Problem::NotGenerated);
        row("{{$UUID}}", Problem::NotGenerated);
    }

    void whatIsNoVariableStaysAndIsNamed()
    {
        QFETCH(const QString, text);
        QFETCH(const int, kind);
        const Variables variables({.profile = {{s("a"), s("1")}}});
        const ResolvedText resolved = variables.resolve(text + text + s("{{a}}"));
        QCOMPARE(resolved.text, text + text + s("1"));
        QCOMPARE(resolved.problems.size(), 1);
        QCOMPARE(int(resolved.problems[0].kind), kind);
        QVERIFY(resolved.problems[0].sentence.endsWith(QLatin1Char('.')));
        const QList<VariableSpan> spans = variables.scan(text);
        QCOMPARE(spans.size(), 1);
        QVERIFY(!spans[0].known);
        QCOMPARE(spans[0].text, resolved.problems[0].sentence);
    }

    void sentencesNameTheWay()
    {
        const Variables none({.profile = {{s("base"), s("http://{{host}}")}}});
        QCOMPARE(sentence(none, "{{base}}"),
                 s("{{base}} → {{host}} has no value, and no environment is chosen."));
        const Variables chosen({.environment = staging({})});
        QCOMPARE(sentence(chosen, "{{host}}"), s("{{host}} has no value in the environment “staging”."));
    }

    void aCircleIsNamed()
    {
        const Variables variables({.profile = {{s("x"), s("{{a}}")},
                                               {s("a"), s("1{{b}}")},
                                               {s("b"), s("2{{a}}3")},
                                               {s("self"), s("{{self}}")}}});
        QCOMPARE(sentence(variables, "{{x}}"), s("Variables lead in a circle: a → b → a."));
        QCOMPARE(variables.resolve(s("{{x}}")).text, s("12{{a}}3"));
        QCOMPARE(sentence(variables, "{{self}}"), s("Variables lead in a circle: self → self."));
    }

    void depthHasALimit()
    {
        QList<ProfileRow> rows;
        for (int i = 1; i < 100; ++i)
            rows.append({s("v%1").arg(i), s("{{v%1}}").arg(i + 1)});
        rows.append({s("v100"), s("end")});
        const Variables variables({.profile = rows});
        const QString within = s("{{v%1}}").arg(101 - Variables::depthLimit);
        QCOMPARE(variables.resolve(within).text, s("end"));
        QVERIFY(variables.resolve(within).problems.isEmpty());
        const QString beyond = s("{{v%1}}").arg(100 - Variables::depthLimit);
        QCOMPARE(problemOf(variables, beyond.toUtf8()), Problem::TooDeep);
        QVERIFY(sentence(variables, beyond.toUtf8()).startsWith(beyond));
    }

    void whatExpandsWithoutMeasureIsRefused_data()
    {
        QTest::addColumn<QString>("leaf");
        QTest::newRow("in size") << QString(4096, QLatin1Char('x'));
        QTest::newRow("in steps") << QString();
        QTest::newRow("in what is unknown") << s("{{nobody}}");
    }

    void whatExpandsWithoutMeasureIsRefused()
    {
        QFETCH(const QString, leaf);
        QList<ProfileRow> rows;
        for (int i = 1; i < 30; ++i)
            rows.append({s("v%1").arg(i), s("{{v%1}}{{v%1}}").arg(i + 1)});
        rows.append({s("v30"), leaf});
        const Variables variables({.profile = rows});
        const ResolvedText resolved = variables.resolve(s("a{{v1}}b{{v1}}{{v30}}c"));
        QCOMPARE(resolved.text, s("a{{v1}}b{{v1}}{{v30}}c"));
        QCOMPARE(resolved.problems.constLast().kind, Problem::TooLarge);
        QVERIFY(resolved.problems.constLast().sentence.startsWith(s("{{v1}} becomes too large")));
        QVERIFY(resolved.secrets.isEmpty());
    }

    void whatAPersonTypesHasNoLimit()
    {
        const Variables variables({.profile = {{s("a"), s("1")}}});
        const QString text(Variables::sizeLimit + 1, QLatin1Char('x'));
        const ResolvedText resolved = variables.resolve(text + s("{{a}}"));
        QVERIFY(resolved.text == text + s("1"));
        QVERIFY(resolved.problems.isEmpty());
    }

    void everyPlaceIsExplained()
    {
        QProcessEnvironment process;
        process.insert(s("HOME"), s("/h"));
        const Variables variables({.profile = {{s("token"), s("Bearer {{secret.t}} {{$uuid}}")}},
                                   .environment = staging({{s("host"), s("h")}}),
                                   .process = process,
                                   .secrets = {{s("t"), s("hunter2")}}});
        const QString text =
            s("\\{{ {{token}} {{host}} {{$env.HOME}} {{secret.t}} {{$uuid}} {{host}} {{no}}");
        const QList<VariableSpan> spans = variables.scan(text);
        const QList<Origin> kinds{Origin::Escape, Origin::Profile,   Origin::Environment, Origin::Process,
                                  Origin::Secret, Origin::Generated, Origin::Environment, Origin::Unknown};
        const QStringList texts{s("{{"),  s("Bearer ••• {{$uuid}}"),
                                s("h"),   s("/h"),
                                s("•••"), s("A new UUID at each place."),
                                s("h"),   s("{{no}} has no value in the environment “staging”.")};
        QCOMPARE(spans.size(), kinds.size());
        for (qsizetype i = 0; i < spans.size(); ++i) {
            QCOMPARE(spans[i].kind, kinds[i]);
            QCOMPARE(spans[i].text, texts[i]);
            QCOMPARE(spans[i].known, kinds[i] != Origin::Unknown);
            if (i > 0)
                QCOMPARE(text.mid(spans[i].begin, spans[i].length), s("{{") + spans[i].name + s("}}"));
        }
        const QStringList names = variables.names();
        for (const char *name : {"token", "host", "$env.HOME", "secret.t", "$uuid", "$counter"})
            QVERIFY2(names.contains(s(name)), name);
    }

    void textWithoutBracesIsLeftAlone()
    {
        QRandomGenerator random(1);
        const Variables variables({.profile = {{s("a"), s("1")}}});
        const QStringList pieces{s("a"),         s("\\"), s("{"), s("}}"),
                                 s("$env.HOME"), s("\n"), s("😀"), QString(QChar(0xD800)),
                                 s("%1")};
        for (int i = 0; i < 2000; ++i) {
            QString text = randomText(random, pieces, 40);
            while (text.contains(s("{{")))
                text.replace(s("{{"), s("{"));
            const ResolvedText resolved = variables.resolve(text);
            QCOMPARE(resolved, (ResolvedText{text, {}, {}}));
            QVERIFY(variables.scan(text).isEmpty());
            QCOMPARE(escapedVariables(text), text);
        }
    }

    void whatIsEscapedStandsForItself()
    {
        QRandomGenerator random(2);
        const Variables variables({.profile = {{s("a"), s("1")}}});
        for (int i = 0; i < 5000; ++i) {
            const QString text =
                randomText(random, {s("a"), s("\\"), s("{"), s("}"), s("{{a}}"), s("\n")}, 20);
            const ResolvedText resolved = variables.resolve(escapedVariables(text));
            QCOMPARE(resolved.text, text);
            QVERIFY(resolved.problems.isEmpty());
        }
    }

    void whatStandsBetweenThePlacesSurvives()
    {
        QRandomGenerator random(3);
        const Variables variables({.profile = {{s("a"), s("<>")}, {s("b"), s("{{a}}{{no}}")}}});
        for (int i = 0; i < 5000; ++i) {
            const QString text = randomText(
                random,
                {s("a"), s("\\"), s("{"), s("}"), s("{{a}}"), s("{{ b}}"), s("{{no}}"), s("\n"), s("€")}, 20);
            // resolving place by place gives the whole
            QString expected;
            qsizetype done = 0;
            for (const VariableSpan &span : variables.scan(text)) {
                QVERIFY(span.begin >= done && span.length > 0 && span.begin + span.length <= text.size());
                expected += text.mid(done, span.begin - done);
                expected += span.kind == Origin::Escape
                    ? span.text
                    : variables.resolve(text.mid(span.begin, span.length)).text;
                done = span.begin + span.length;
            }
            QCOMPARE(variables.resolve(text).text, QString(expected + text.mid(done)));
        }
    }

    void nestedTablesAgreeWithANaiveModel()
    {
        QRandomGenerator random(4);
        for (int round = 0; round < 500; ++round) {
            QList<ProfileRow> own;
            QList<ProfileRow> shared;
            QMap<QString, QString> table;
            QStringList pieces{s("x"), s("é"), s(" "), s("}"), s("{{unknown}}"), s("\\ "), s("{ ")};
            // each only of those before it: no circle
            for (int i = 0; i < 12; ++i) {
                const QString name = s("n%1").arg(i);
                const QString value = randomText(random, pieces, 5);
                (random.bounded(2) ? own : shared).append({name, value});
                table.insert(name, value);
                pieces.append(s("{{%1}}").arg(name));
                pieces.append(s("{{ %1 }}").arg(name));
            }
            std::shuffle(own.begin(), own.end(), random);
            const Variables variables({.profile = own, .environment = staging(shared)});
            for (int i = 0; i < 10; ++i) {
                const QString text = randomText(random, pieces, 12);
                const ResolvedText resolved = variables.resolve(text);
                QCOMPARE(resolved.text, naive(table, text));
            }
        }
    }

    void whatIsResolvedIsResolvedForGood()
    {
        QRandomGenerator random(5);
        const Variables variables(
            {.profile = {{s("a"), s("1")}, {s("b"), s("{{a}}€\\")}, {s("c"), QString()}}});
        for (int i = 0; i < 2000; ++i) {
            const QString text =
                randomText(random, {s("x"), s("{{a}}"), s("{{ b }}"), s("{{c}}"), s("}"), s("\n")}, 20);
            const QString once = variables.resolve(text).text;
            QCOMPARE(variables.resolve(once), (ResolvedText{once, {}, {}}));
        }
    }
};

WEIR_TEST(runAppTest<TestVariables>)
#include "tst_variables.moc"
