// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "base/payloadtype.h"

#include <QTest>

using namespace weir;

class TestPayloadType final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTypesByTheirFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<PayloadType>("type");
        const auto row = [](const char *name, const QByteArray &bytes, PayloadType type) {
            QTest::newRow(name) << bytes << type;
        };
        row("png", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), PayloadType::Png);
        row("png, torn", "\x89PNG\r\n", PayloadType::Unknown);
        row("jpeg", "\xff\xd8\xff\xe0", PayloadType::Jpeg);
        row("gif 87", "GIF87a", PayloadType::Gif);
        row("gif 89", "GIF89a....", PayloadType::Gif);
        row("webp", "RIFF1234WEBPVP8 ", PayloadType::WebP);
        row("wave", "RIFF1234WAVEfmt ", PayloadType::Unknown);
        row("gzip", "\x1f\x8b\x08", PayloadType::Gzip);
        row("gzip of another method", "\x1f\x8b\x07", PayloadType::Unknown);
        row("zip", "PK\x03\x04", PayloadType::Zip);
        row("zip, empty", "PK\x05\x06", PayloadType::Zip);
        row("pdf", "%PDF-1.7", PayloadType::Pdf);
        row("svg", "<svg xmlns='x'>", PayloadType::Svg);
        row("svg with a prologue",
            "\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a > b -->\n<!DOCTYPE svg PUBLIC 'x' 'y'>\n<svg>",
            PayloadType::Svg);
        row("other xml", "<?xml version='1.0'?><svga/>", PayloadType::Unknown);
        row("a declaration without end", "<?xml <svg>", PayloadType::Unknown);
        row("svg too far away", QByteArray(600, ' ') + "<svg>", PayloadType::Unknown);
        row("text", "hello", PayloadType::Unknown);
        row("nothing", {}, PayloadType::Unknown);
    }
    void knowsTypesByTheirFirstBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(PayloadType, type);
        QCOMPARE(payloadType(bytes), type);
    }

    void everyTypeButTheUnknownHasItsWords()
    {
        QVERIFY(payloadTypeName(PayloadType::Unknown).isEmpty());
        QVERIFY(payloadSuffix(PayloadType::Unknown).isEmpty());
        for (int i = 1; i <= int(PayloadType::Pdf); ++i) {
            QVERIFY(!payloadTypeName(PayloadType(i)).isEmpty());
            QVERIFY(!payloadSuffix(PayloadType(i)).isEmpty());
        }
        QVERIFY(isImage(PayloadType::Svg) && !isImage(PayloadType::Pdf) && !isImage(PayloadType::Unknown));
    }
};

WEIR_TEST(runPlainTest<TestPayloadType>)
#include "tst_payloadtype.moc"
