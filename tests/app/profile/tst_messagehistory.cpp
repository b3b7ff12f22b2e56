// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "profile/messagehistory.h"

#include <QTest>

using namespace weir;

namespace {
WrittenMessage message(const QString &text, MessageFormat format = MessageFormat::Text)
{
    return {text, format};
}
WrittenMessage message(const char *text)
{
    return message(QString::fromUtf8(text));
}
}

class TestMessageHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBeingTypedComesBack()
    {
        MessageHistory history;
        QVERIFY(!history.older(message("typed")));
        history.add(message("one"));
        history.add(message(QStringLiteral("2"), MessageFormat::Hex));
        QCOMPARE(history.older(message("typed")), message(QStringLiteral("2"), MessageFormat::Hex));
        QCOMPARE(history.older(message(QStringLiteral("2"), MessageFormat::Hex)), message("one"));
        QVERIFY(!history.older(message("one")));
        QCOMPARE(history.newer(message("one")), message(QStringLiteral("2"), MessageFormat::Hex));
        QCOMPARE(history.newer(message("changed")), message("typed"));
        QVERIFY(!history.newer(message("typed")));
        // so does a change to an older one
        QCOMPARE(history.older(message("typed")), message("changed"));
    }

    void sendingEndsTheWalk()
    {
        MessageHistory history;
        history.add(message("one"));
        history.older(message("typed"));
        history.add(message("two"));
        QVERIFY(!history.newer(message("")));
        QCOMPARE(history.older(message("")), message("two"));
        QCOMPARE(history.older(message("two")), message("one"));
    }

    void theSameTwiceIsKeptOnce()
    {
        MessageHistory history;
        history.add(message("one"));
        history.add(message("one"));
        history.add(message(QStringLiteral("one"), MessageFormat::Json));
        QCOMPARE(history.size(), 2);
    }

    void itIsBounded()
    {
        MessageHistory history;
        for (int i = 0; i < 300; ++i)
            history.add(message(QString::number(i)));
        QCOMPARE(history.size(), MessageHistory::countLimit);
        for (int i = 299; i >= 100; --i)
            QCOMPARE(history.older(message("")), message(QString::number(i)));
        QVERIFY(!history.older(message("")));
        const QString large(MessageHistory::sizeLimit / 2, QLatin1Char('x'));
        history.add(message(QString(large + QLatin1Char('a'))));
        history.add(message(QString(large + QLatin1Char('b'))));
        QCOMPARE(history.size(), 1);
    }
};

WEIR_TEST(runAppTest<TestMessageHistory>)
#include "tst_messagehistory.moc"
