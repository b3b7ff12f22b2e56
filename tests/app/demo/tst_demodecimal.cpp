// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "demo/demodecimal.h"

#include <QTest>

using namespace weir;

class TestDemoDecimal final : public QObject
{
    Q_OBJECT

    static DemoDecimal read(const QByteArray &text)
    {
        const auto read = DemoDecimal::fromJson(text);
        return read.value_or(DemoDecimal());
    }

private Q_SLOTS:
    void readsWhatJsonWrites_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const QByteArray &json, const QByteArray &text) {
            QTest::newRow(json.constData()) << json << text;
        };
        row("0", "0");
        row("-0", "0");
        row("-0.0", "0.0");
        row("42", "42");
        row("1.50", "1.50");
        row("-0.001", "-0.001");
        row("1e3", "1000");
        row("1.25E+1", "12.5");
        row("1200e-4", "0.1200");
        row("9007199254740993", "9007199254740993");
        row("1e400", '1' + QByteArray(400, '0'));
        row("1e-400", "0." + QByteArray(399, '0') + '1');
    }
    void readsWhatJsonWrites()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QByteArray, text);
        const auto read = DemoDecimal::fromJson(json);
        QVERIFY(read);
        QCOMPARE(read->toJson(), text);
    }

    void refusesWhatIsNoNumberOrTooLong()
    {
        for (const char *text :
             {"", "-", "two", "\"1\"", "null", "1e", "1e1001", "1e-1001", "1e999999999999999999999"})
            QVERIFY2(!DemoDecimal::fromJson(text), text);
        QVERIFY(DemoDecimal::fromJson("1e999"));
        QVERIFY(!DemoDecimal::fromJson(QByteArray(1001, '9')));
    }

    void addsExactly_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<QByteArray>("sum");
        const auto row = [](const QByteArray &a, const QByteArray &b, const QByteArray &sum) {
            QTest::addRow("%s and %s", a.constData(), b.constData()) << a << b << sum;
        };
        row("0.1", "0.2", "0.3");
        row("42", "-23", "19");
        row("23", "-42", "-19");
        row("-1", "1", "0");
        row("-1", "-9", "-10");
        row("9007199254740993", "-1", "9007199254740992");
        row("999", "0.001", "999.001");
        row("1000", "-0.001", "999.999");
        row("1e40", "1", "10000000000000000000000000000000000000001");
    }
    void addsExactly()
    {
        QFETCH(const QByteArray, a);
        QFETCH(const QByteArray, b);
        QFETCH(const QByteArray, sum);
        QCOMPARE(read(a).plus(read(b)).toJson(), sum);
        QCOMPARE(read(b).plus(read(a)).toJson(), sum);
    }

    void rounds_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<int>("places");
        QTest::addColumn<QByteArray>("halfEven");
        QTest::addColumn<QByteArray>("halfUp");
        QTest::addColumn<QByteArray>("down");
        const auto row = [](const QByteArray &number, int places, const QByteArray &halfEven,
                            const QByteArray &halfUp, const QByteArray &down) {
            QTest::addRow("%s to %d", number.constData(), places)
                << number << places << halfEven << halfUp << down;
        };
        row("19", 2, "19.00", "19.00", "19.00");
        row("2.5", 0, "2", "3", "2");
        row("3.5", 0, "4", "4", "3");
        row("-2.5", 0, "-2", "-3", "-2");
        row("2.675", 2, "2.68", "2.68", "2.67");
        row("2.665", 2, "2.66", "2.67", "2.66");
        row("2.6650001", 2, "2.67", "2.67", "2.66");
        row("9.99", 1, "10.0", "10.0", "9.9");
        row("0.004", 2, "0.00", "0.00", "0.00");
        row("-0.004", 2, "0.00", "0.00", "0.00");
        row("0.05", 0, "0", "0", "0");
    }
    void rounds()
    {
        QFETCH(const QByteArray, number);
        QFETCH(const int, places);
        QFETCH(const QByteArray, halfEven);
        QFETCH(const QByteArray, halfUp);
        QFETCH(const QByteArray, down);
        QCOMPARE(read(number).rounded(places, DemoDecimal::Rounding::HalfEven).toJson(), halfEven);
        QCOMPARE(read(number).rounded(places, DemoDecimal::Rounding::HalfUp).toJson(), halfUp);
        QCOMPARE(read(number).rounded(places, DemoDecimal::Rounding::Down).toJson(), down);
    }

    void divides_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<QByteArray>("quotient");
        const auto row = [](const QByteArray &a, const QByteArray &b, const QByteArray &quotient) {
            QTest::addRow("%s by %s", a.constData(), b.constData()) << a << b << quotient;
        };
        row("1", "3", "0.33333");
        row("2", "3", "0.66667");
        row("-22", "7", "-3.14286");
        row("0", "5", "0.00000");
        row("1", "0.125", "8.00000");
        row("0.000001", "1000", "0.00000");
        row("1e30", "3e29", "3.33333");
        row("1", "-1e-10", "-10000000000.00000");
        row("1.000025", "5", "0.20000"); // 0.200005: a tie, to even
        row("1.0000251", "5", "0.20001");
    }
    void divides()
    {
        QFETCH(const QByteArray, a);
        QFETCH(const QByteArray, b);
        QFETCH(const QByteArray, quotient);
        QCOMPARE(read(a).over(read(b), 5, DemoDecimal::Rounding::HalfEven).toJson(), quotient);
    }

    void theShortestHasNoZerosAtItsEnd()
    {
        QCOMPARE(read("19.500").shortest().toJson(), QByteArray("19.5"));
        QCOMPARE(read("19.00").shortest().toJson(), QByteArray("19"));
        QCOMPARE(read("0.00").shortest().toJson(), QByteArray("0"));
        QCOMPARE(read("1900").shortest().toJson(), QByteArray("1900"));
    }
};

WEIR_TEST(runAppTest<TestDemoDecimal>)
#include "tst_demodecimal.moc"
