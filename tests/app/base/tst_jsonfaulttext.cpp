// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "base/jsonfaulttext.h"

#include <QTest>

using namespace weir;

class TestJsonFaultText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSentenceHasThePlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const QByteArray &json, const char *sentence) {
            QTest::newRow(json.left(40).constData()) << json << QString::fromUtf8(sentence);
        };
        row("{", "Line 1, column 2: the JSON ends too early.");
        row("{\n  \"a\" 1\n}", "Line 2, column 7: “1” cannot stand here.");
        row("[\"äöü\", ü]", "Line 1, column 9: “ü” cannot stand here.");
        row("[] x", "Line 1, column 4: “x” follows the end of the JSON.");
        row("[1.]", "Line 1, column 4: this is not a number as JSON has it.");
        row("[\"\\x\"]", "Line 1, column 4: this is not an escape that JSON knows.");
        row("[\"a\nb\"]", "Line 1, column 4: a string holds a line break or another control character.");
        row("[\n\"\xff\"]", "Line 2, column 2: this is not UTF-8.");
        row(QByteArray(1025, '['), "Line 1, column 1025: more than 1024 levels stand in each other.");
    }
    void theSentenceHasThePlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, sentence);
        const auto formatted = formatJson(json);
        QVERIFY(!formatted);
        QCOMPARE(jsonFaultText(formatted.error(), json), sentence);
    }

    void aPlaceBehindTheEndIsNoTrouble()
    {
        QVERIFY(!jsonFaultText({JsonFault::Unexpected, 100}, "{}").isEmpty());
        QVERIFY(!jsonFaultText({JsonFault::Unexpected, 0}, {}).isEmpty());
    }
};

WEIR_TEST(runAppTest<TestJsonFaultText>)
#include "tst_jsonfaulttext.moc"
