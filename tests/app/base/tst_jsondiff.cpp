// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "base/jsondiff.h"

#include <QTest>

using namespace weir;

namespace {
JsonDiff jsonDiffOf(QByteArrayView left, QByteArrayView right)
{
    return jsonDiff(left, right, [] { return false; });
}

// As people write it: one line each, with a mark in front.
QByteArray unified(const JsonDiff &diff)
{
    QByteArray text;
    for (const JsonDiff::Line &line : diff.lines) {
        if (line.isSame)
            text += ' ' + diff.rightLine(line.right).toByteArray() + '\n';
        if (!line.isSame && line.left >= 0)
            text += '-' + diff.leftLine(line.left).toByteArray() + '\n';
        if (!line.isSame && line.right >= 0)
            text += '+' + diff.rightLine(line.right).toByteArray() + '\n';
    }
    return text;
}
}

class TestJsonDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howItIsWrittenMakesNoDifference()
    {
        const JsonDiff diff = jsonDiffOf(R"({"a":1,"b":[1,2]})", "{ \"a\": 1,\n\t\"b\": [1, 2] }");
        QVERIFY(diff.isEqual());
        QCOMPARE(diff.lines.size(), size_t(7));
    }

    void aMemberThatChangedStandsBesideWhatItWas()
    {
        const JsonDiff diff = jsonDiffOf(R"({"a":1,"b":2})", R"({"a":1.0,"b":2})");
        QCOMPARE(unified(diff), QByteArray(" {\n-  \"a\": 1,\n+  \"a\": 1.0,\n   \"b\": 2\n }\n"));
        QCOMPARE(diff.lines[1], (JsonDiff::Line{1, 1, false}));
        QCOMPARE(diff.removed, qsizetype(1));
        QCOMPARE(diff.added, qsizetype(1));
    }

    void aCommaMakesNoDifference()
    {
        QCOMPARE(unified(jsonDiffOf(R"({"a":1})", R"({"a":1,"b":2})")),
                 QByteArray(" {\n   \"a\": 1,\n+  \"b\": 2\n }\n"));
        QCOMPARE(unified(jsonDiffOf("[1,2,3]", "[1,2]")), QByteArray(" [\n   1,\n   2\n-  3\n ]\n"));
    }

    void scalarsAndNothing()
    {
        QCOMPARE(unified(jsonDiffOf("19", "20")), QByteArray("-19\n+20\n"));
        QCOMPARE(unified(jsonDiffOf({}, "20")), QByteArray("+20\n"));
        QVERIFY(jsonDiffOf({}, {}).isEqual());
    }

    void whatIsNoJsonIsComparedAsItIs()
    {
        QCOMPARE(unified(jsonDiffOf("<p>\none\n</p>", "<p>\ntwo\n</p>\n")),
                 QByteArray(" <p>\n-one\n+two\n </p>\n+\n"));
    }

    void longOnesAreComparedAtTheirEnds()
    {
        QByteArray left = "[0";
        for (int i = 1; i < 15'000; ++i)
            left += ',' + QByteArray::number(i);
        const QByteArray right = left + ",-1]";
        left += ']';
        const JsonDiff diff = jsonDiffOf(left, right);
        QVERIFY(diff.isCoarse);
        QCOMPARE(diff.added, qsizetype(1));
        QCOMPARE(diff.removed, qsizetype(0));
    }
};

WEIR_TEST(runAppTest<TestJsonDiff>)
#include "tst_jsondiff.moc"
