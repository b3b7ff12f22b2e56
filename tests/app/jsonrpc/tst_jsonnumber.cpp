// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "jsonrpc/jsonnumber.h"

#include <QTest>

using namespace weir;

class TestJsonNumber final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyNumbersOfJsonAreRead_data();
    void onlyNumbersOfJsonAreRead();
    void orderIsExact_data();
    void orderIsExact();
    void theSameNumberIsEqualHoweverItIsWritten();
    void integersAreTold();
    void multiplesAreExact_data();
    void multiplesAreExact();
    void whatFitsIsAnInteger();
};

void TestJsonNumber::onlyNumbersOfJsonAreRead_data()
{
    QTest::addColumn<bool>("isNumber");
    for (const char *text :
         {"0", "-0", "12", "1.0", "-1.5e+10", "1E400", " 7 ", "9007199254740993", "1e99999999999999999999"})
        QTest::newRow(text) << true;
    for (const char *text :
         {"", "-", "01", "1.", ".5", "+1", "1e", "0x10", "NaN", "two", "1 2", "1,5", "--1"})
        QTest::newRow(text) << false;
}

void TestJsonNumber::onlyNumbersOfJsonAreRead()
{
    QFETCH(bool, isNumber);
    QCOMPARE(JsonNumber::read(QTest::currentDataTag()).has_value(), isNumber);
}

void TestJsonNumber::orderIsExact_data()
{
    QTest::addColumn<QByteArray>("less");
    QTest::addColumn<QByteArray>("more");
    const auto add = [](const char *less, const char *more) {
        QTest::addRow("%s < %s", less, more) << QByteArray(less) << QByteArray(more);
    };
    add("9007199254740992", "9007199254740993");
    add("-9007199254740993", "-9007199254740992");
    add("9", "10");
    add("-10", "-9");
    add("-1", "0");
    add("0", "1e-400");
    add("-1e-400", "0");
    add("1e399", "1e400");
    add("0.1", "0.10000000000000000001");
    add("12", "12.5");
    add("-1e400", "1e-400");
    add("99e1", "1e3");
    add("1e9223372036854775806", "1e9223372036854775807");
}

void TestJsonNumber::orderIsExact()
{
    QFETCH(QByteArray, less);
    QFETCH(QByteArray, more);
    const auto a = JsonNumber::read(less);
    const auto b = JsonNumber::read(more);
    QVERIFY(a && b);
    // Exponents no number has are all the same.
    if (less.contains("e92233"))
        QVERIFY(*a <= *b);
    else
        QVERIFY(*a<*b && * b> * a && *a != *b);
}

void TestJsonNumber::theSameNumberIsEqualHoweverItIsWritten()
{
    for (const char *text : {"100", "100.0", "1e2", "1.00E+2", "1000e-1", " 100"})
        QCOMPARE(JsonNumber::read(text), JsonNumber::read("100"));
    for (const char *text : {"-0", "0.00", "0e10", "-0e-5"})
        QCOMPARE(JsonNumber::read(text), JsonNumber());
}

void TestJsonNumber::integersAreTold()
{
    for (const char *text : {"0", "1.0", "1e3", "1.5e1", "1e400", "-12345678901234567890123"})
        QVERIFY2(JsonNumber::read(text)->isInteger(), text);
    for (const char *text : {"0.5", "1e-1", "12345678901234567890123.5", "15e-1"})
        QVERIFY2(!JsonNumber::read(text)->isInteger(), text);
}

void TestJsonNumber::multiplesAreExact_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QByteArray>("divisor");
    QTest::addColumn<int>("isMultiple"); // -1: not told
    const auto add = [](const char *number, const char *divisor, int isMultiple) {
        QTest::addRow("%s by %s", number, divisor) << QByteArray(number) << QByteArray(divisor) << isMultiple;
    };
    add("19.99", "0.01", 1);
    add("19.995", "0.01", 0);
    add("0.3", "0.1", 1);
    add("1", "0.5", 1);
    add("7", "5", 0);
    add("-10", "5", 1);
    add("0", "7", 1);
    add("10", "100", 0);
    add("2.5", "1.25", 1);
    add("123456789012345678901234567890", "10", 1);
    add("123456789012345678901234567891", "10", 0);
    add("1e400", "3", 0);
    add("3e400", "3", 1);
    add("5", "0", -1);
    add("5", "12345678901234567891", -1);
    add("1e100000", "3", -1);
}

void TestJsonNumber::multiplesAreExact()
{
    QFETCH(QByteArray, number);
    QFETCH(QByteArray, divisor);
    QFETCH(int, isMultiple);
    const auto told = JsonNumber::read(number)->isMultipleOf(*JsonNumber::read(divisor));
    QCOMPARE(told ? int(*told) : -1, isMultiple);
}

void TestJsonNumber::whatFitsIsAnInteger()
{
    QCOMPARE(JsonNumber::read("9223372036854775807")->toInteger(), Q_INT64_C(9223372036854775807));
    QCOMPARE(JsonNumber::read("-1.5e1")->toInteger(), -15);
    QCOMPARE(JsonNumber::read("0")->toInteger(), 0);
    QVERIFY(!JsonNumber::read("9223372036854775808")->toInteger());
    QVERIFY(!JsonNumber::read("1e400")->toInteger());
    QVERIFY(!JsonNumber::read("0.5")->toInteger());
}

WEIR_TEST(runPlainTest<TestJsonNumber>)
#include "tst_jsonnumber.moc"
