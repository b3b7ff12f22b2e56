// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "profile/messagetext.h"

#include <QTest>

using namespace weir;

class TestMessageText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textGoesOutAsUtf8()
    {
        const auto message = messageFrom(s("grüße 😀\n\t"), MessageFormat::Text, Variables({}));
        QVERIFY(message);
        QCOMPARE(message->kind, Kind::WsText);
        QCOMPARE(message->payload,
                 QByteArray("gr\xc3\xbc\xc3\x9f"
                            "e \xf0\x9f\x98\x80\n\t"));
        QCOMPARE(messageFrom({}, MessageFormat::Text, Variables({}))->payload, QByteArray());
        QCOMPARE(messageFrom(s("{"), MessageFormat::Json, Variables({}))->kind, Kind::WsText);
    }

    void halfACharacterIsNotSent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        const QChar high(0xd83d);
        const QChar low(0xde00);
        QTest::newRow("high alone") << QString(s("ab\ncd") + high) << s("Line 2, column 3: ");
        QTest::newRow("low alone") << QString(QString(low) + s("x")) << s("Line 1, column 1: ");
        QTest::newRow("behind a whole one") << QString(QString(high) + low + high) << s("Line 1, column 3: ");
    }
    void halfACharacterIsNotSent()
    {
        QFETCH(QString, text);
        QFETCH(QString, place);
        const auto message = messageFrom(text, MessageFormat::Text, Variables({}));
        QVERIFY(!message);
        QCOMPARE(message.error().code, ErrorCode::MessageInvalid);
        QVERIFY2(errorText(message.error()).startsWith(place), qPrintable(errorText(message.error())));
    }

    void hexIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *text, const QByteArray &bytes) {
            QTest::newRow(text) << s(text) << bytes;
        };
        row("", "");
        row(" \n\t\r\n", "");
        row("89504e47", "\x89PNG");
        row("89 50 4E\n47", "\x89PNG");
        row("0x89, 0x50,0X4e,\n0x47,", "\x89PNG");
        row("0x8950 4e47", "\x89PNG");
        row("00", QByteArray(1, '\0'));
        row("0xff", "\xff");
        row("ff0x00", {}); // not inside of a group
    }
    void hexIsRead()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, bytes);
        const auto read = bytesFromHex(text);
        QCOMPARE(read.has_value(), text != s("ff0x00"));
        if (read)
            QCOMPARE(*read, bytes);
    }

    void hexThatIsWrongIsToldWithItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *text, const char *sentence) {
            QTest::newRow(text) << s(text) << s(sentence);
        };
        row("0g", "Line 1, column 2: “g” is not a hexadecimal digit.");
        row("00 11\n22 zz", "Line 2, column 4: “z” is not a hexadecimal digit.");
        row("00 1 22", "Line 1, column 4: a byte has two digits, and this one has one.");
        row("00\n1", "Line 2, column 1: a byte has two digits, and this one has one.");
        row("00 0x", "Line 1, column 4: no digits behind “0x”.");
        row("0x 11", "Line 1, column 1: no digits behind “0x”.");
        row("0x0x11", "Line 1, column 4: “x” is not a hexadecimal digit.");
        row("😀", "Line 1, column 1: “😀” is not a hexadecimal digit.");
        row("é0", "Line 1, column 1: “é” is not a hexadecimal digit.");
    }
    void hexThatIsWrongIsToldWithItsPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        const auto read = bytesFromHex(text);
        QVERIFY(!read);
        QCOMPARE(errorText(read.error()), sentence);
    }

    void base64IsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *text, const QByteArray &bytes) {
            QTest::newRow(text) << s(text) << bytes;
        };
        // RFC 4648 10
        row("", "");
        row("Zg==", "f");
        row("Zm8=", "fo");
        row("Zm9v", "foo");
        row("Zm9vYmFy", "foobar");
        row("Zm9v\n Ym\r\nFy", "foobar");
        row("Zm8", "fo");
        row("Zg", "f");
        row("+/8=", "\xfb\xff");
        row("-_8", "\xfb\xff");
    }
    void base64IsRead()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, bytes);
        const auto read = bytesFromBase64(text);
        QVERIFY2(read, read ? "" : qPrintable(errorText(read.error())));
        QCOMPARE(*read, bytes);
    }

    void base64ThatIsWrongIsToldWithItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *text, const char *sentence) {
            QTest::newRow(text) << s(text) << s(sentence);
        };
        row("Zm9v\nZ$==", "Line 2, column 2: “$” does not occur in base64.");
        row("Zg==Zg==", "Line 1, column 3: “=” stands only at the end of base64.");
        row("Zm9vZ", "Line 1, column 6: base64 comes in groups of four characters, and the last one has 1.");
        row("Zm9vZ===",
            "Line 1, column 6: base64 comes in groups of four characters, and the last one has 4.");
        row("Zm8==", "Line 1, column 4: base64 comes in groups of four characters, and the last one has 1.");
        row("+_8=", "Line 1, column 1: “+” and “/” do not stand with “-” and “_” in one base64 text.");
    }
    void base64ThatIsWrongIsToldWithItsPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        const auto read = bytesFromBase64(text);
        QVERIFY(!read);
        QCOMPARE(errorText(read.error()), sentence);
    }

    void variablesAreFilledInAnew()
    {
        quint64 count = 0;
        const Variables variables({.profile = {{s("v"), s("4{{$counter}}")}},
                                   .generators = {.counter = [&count] { return ++count; }}});
        QCOMPARE(messageFrom(s("{{v}} {{v}}"), MessageFormat::Text, variables)->payload, QByteArray("41 42"));
        QCOMPARE(messageFrom(s("{{v}}"), MessageFormat::Hex, variables)->payload, QByteArray("C"));
        QCOMPARE(messageFrom(s("\\{{v}}"), MessageFormat::Text, variables)->payload, QByteArray("{{v}}"));
    }

    void aVariableWithoutAValueIsNotSent()
    {
        const auto message = messageFrom(s("a {{nobody}}"), MessageFormat::Text, Variables({}));
        QVERIFY(!message);
        QCOMPARE(message.error().code, ErrorCode::ProfileIncomplete);
        QVERIFY(errorText(message.error()).startsWith(s("{{nobody}} has no value")));
    }

    void aPlaceBehindVariablesSaysSo()
    {
        const Variables variables({.profile = {{s("v"), s("zz")}}});
        const auto message = messageFrom(s("00 {{v}}"), MessageFormat::Hex, variables);
        QVERIFY(!message);
        QCOMPARE(errorText(message.error()),
                 s("With its variables filled in: Line 1, column 4: “z” is not a hexadecimal digit."));
    }

    void secretsThatGoOutAreKnown()
    {
        const Variables variables({.secrets = {{s("long"), s("hunter2hunter2")}, {s("pin"), s("1234")}}});
        const auto text = messageFrom(s("{\"key\": \"{{secret.long}}\", \"pin\": \"{{secret.pin}}\"}"),
                                      MessageFormat::Json, variables);
        QCOMPARE(text->secrets.values, QList<QByteArray>{"hunter2hunter2"});
        QCOMPARE(text->secrets.places.size(), 1);
        QCOMPARE(text->secrets.places[0].value, QByteArray("1234"));
        const SecretMask mask(text->secrets);
        const QByteArray shown = mask.apply(text->payload, SecretMask::Origin::Ourselves).value_or("");
        QVERIFY2(!shown.contains("hunter") && !shown.contains("1234"), shown.constData());

        const Variables bytes({.secrets = {{s("key"), s("00112233445566778899")}}});
        const auto binary = messageFrom(s("ff {{secret.key}}"), MessageFormat::Hex, bytes);
        QCOMPARE(binary->secrets.values, QList<QByteArray>{QByteArray::fromHex("00112233445566778899")});
    }

    void templatesTellTheirSecretsAndUseUpNothing()
    {
        const QList<MessageTemplate> templates = {
            {.name = s("a"), .body = s("{{secret.k}} {{$counter}} {{nobody}}")},
            {.name = s("b"), .body = s("{{secret.k}} {{secret.gone}}")}};
        quint64 count = 0;
        const Secrets secrets = templateSecrets(templates,
                                                {.secrets = {{s("k"), s("hunter2hunter2")}},
                                                 .generators = {.counter = [&count] { return ++count; }}});
        QCOMPARE(secrets.values, QList<QByteArray>{"hunter2hunter2"});
        QCOMPARE(count, quint64(0));
    }

    void bytesCanBeEdited()
    {
        QCOMPARE(hexText({}), QString());
        QCOMPARE(hexText("AB"), s("41 42"));
        const QByteArray bytes("0123456789abcdefXY");
        QCOMPARE(hexText(bytes).count(u'\n'), 1);
        QCOMPARE(bytesFromHex(hexText(bytes)).value(), bytes);
        QCOMPARE(bytesFromHex(hexText(bytes.first(16))).value(), bytes.first(16));
    }
};

WEIR_TEST(runAppTest<TestMessageText>)
#include "tst_messagetext.moc"
