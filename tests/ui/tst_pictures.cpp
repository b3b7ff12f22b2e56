// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversationfixture.h"
#include "picturedecoder.h"
#include "theme.h"
#include "uitest.h"

#include <QBuffer>
#include <QImageReader>

using namespace weir;

class tst_Pictures final : public QObject
{
    Q_OBJECT

    static constexpr QSize box{320, 200};
    static QByteArray encoded(const QSize &size, const char *format, const QColor &colour = Qt::magenta)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(colour);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return bytes;
    }
    static QByteArray svg(const QByteArray &inside, const QByteArray &before = {})
    {
        return before
            + "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='64' "
              "height='32'>"
            + inside + "</svg>";
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Scheme::Light); }

    void makesPicturesThatFit()
    {
        const QImage small = decodePicture(encoded({20, 10}, "PNG"), PayloadType::Png, box);
        QCOMPARE(small.size(), QSize(20, 10));
        const QImage large = decodePicture(encoded({2000, 500}, "PNG"), PayloadType::Png, box);
        QCOMPARE(large.size(), QSize(320, 80));
        QCOMPARE(large.pixelColor(10, 10), QColor(Qt::magenta));
        QCOMPARE(decodePicture(encoded({400, 1000}, "JPEG"), PayloadType::Jpeg, box).size(), QSize(80, 200));
    }

    void aDenserScreenHasMorePixels()
    {
        const auto check = [](const QSize &file, const QSize &pixels, const QSizeF &shown) {
            const QImage image = decodePicture(encoded(file, "PNG"), PayloadType::Png, box, 2);
            QCOMPARE(image.size(), pixels);
            QCOMPARE(image.deviceIndependentSize(), shown);
        };
        check({64, 40}, {64, 40}, {64, 40}); // it has no more
        check({400, 250}, {400, 250}, {320, 200});
        check({1600, 1000}, {640, 400}, {320, 200});
        const QImage drawing = decodePicture(svg("<rect/>"), PayloadType::Svg, box, 2);
        QCOMPARE(drawing.size(), QSize(128, 64));
        QCOMPARE(drawing.deviceIndependentSize(), QSizeF(64, 32));
    }

    void refusesWhatIsBrokenOrTooLarge()
    {
        const QByteArray png = encoded({20, 10}, "PNG");
        QVERIFY(decodePicture(png.first(40), PayloadType::Png, box).isNull());
        QVERIFY(decodePicture(png, PayloadType::Gzip, box).isNull());
        QVERIFY(decodePicture(png, PayloadType::Jpeg, box).isNull()); // what it says it is, and no other
        // A small file may say that it is huge; nothing is allocated for that.
        QByteArray bomb = png;
        bomb.replace(16, 8, QByteArray("\x00\x01\x00\x00\x00\x01\x00\x00", 8));
        QVERIFY(decodePicture(bomb, PayloadType::Png, box).isNull());
        QVERIFY(decodePicture(png + QByteArray(pictureBytes, '\0'), PayloadType::Png, box).isNull());
    }

    void drawsSvg()
    {
        const QByteArray drawing =
            svg("<defs><linearGradient id='g'><stop offset='0' stop-color='#f0f'/>"
                "</linearGradient></defs><rect width='64' height='32' fill='url(#g)'/>");
        const QImage image = decodePicture(drawing, PayloadType::Svg, box);
        QCOMPARE(image.size(), QSize(64, 32));
        QCOMPARE(image.pixelColor(32, 16), QColor(Qt::magenta));
    }

    void aSelfContainedSvgReadsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("drawing");
        QTest::addColumn<bool>("isSafe");
        const auto row = [](const char *name, const QByteArray &drawing, bool isSafe) {
            QTest::newRow(name) << drawing << isSafe;
        };
        const QByteArray png = "data:image/png;base64," + encoded({2, 2}, "PNG").toBase64();
        const QByteArray nested =
            "data:image/png;base64," + svg("<image xlink:href='/etc/hostname'/>").toBase64();
        row("plain", svg("<rect/>"), true);
        row("fragment", svg("<defs><rect id='a'/></defs><use xlink:href='#a'/>"), true);
        row("data", svg("<image href='" + png + "'/>"), true);
        row("file", svg("<image xlink:href='file:///etc/hostname'/>"), false);
        row("path", svg("<image href='picture.png'/>"), false);
        row("network", svg("<image xlink:href='http://127.0.0.1/x.png'/>"), false);
        row("another drawing in data", svg("<image href='" + nested + "'/>"), false);
        row("data of no picture", svg("<image href='data:text/plain;base64,eHh4'/>"), false);
        row("other prefix", svg("<image xmlns:y='http://www.w3.org/1999/xlink' y:href='x.png'/>"), false);
        row("style attribute", svg("<rect style='fill: URL( \"http://127.0.0.1/\")'/>"), false);
        row("style sheet", svg("<style>@import 'x.css';</style>"), false);
        row("style sheet outside", svg("<rect/>", "<?xml-stylesheet type='text/css' href='x.css'?>"), false);
        row("declaration", svg("<rect/>", "<?xml version='1.0'?>"), true);
        row("entity", svg("<text>&a;</text>", "<!DOCTYPE svg [<!ENTITY a 'b'>]>"), false);
        row("references that multiply",
            svg("<g id='a'><rect/></g><g id='b'><use xlink:href='#a'/><use xlink:href='#a'/></g>"
                "<use xlink:href='#b'/>"),
            false);
        row("too deep", svg(QByteArray("<g>").repeated(1000) + QByteArray("</g>").repeated(1000)), false);
        row("broken", svg("<rect>"), false);
    }
    void aSelfContainedSvgReadsNothingElse()
    {
        QFETCH(QByteArray, drawing);
        QFETCH(bool, isSafe);
        QCOMPARE(isSelfContainedSvg(drawing), isSafe);
        if (!isSafe)
            QVERIFY(decodePicture(drawing, PayloadType::Svg, box).isNull());
    }

    void theConversationShowsThem()
    {
        ConversationFixture f;
        const quint64 seq = f.add(Kind::WsBinary, Direction::In, encoded({64, 40}, "PNG"));
        const quint64 outside =
            f.add(Kind::WsBinary, Direction::In, svg("<image href='http://127.0.0.1/'/>"));
        QTRY_VERIFY(f.bubble(seq) && !f.bubble(seq)->picture().isNull());
        QVERIFY(f.text(seq).endsWith(QLatin1String("PNG image")));
        QTRY_VERIFY(f.isSettled());
        const QPoint inside = f.bubble(seq)->bubble().topLeft() + QPoint(20, 50 + f.shown(seq)->y);
        QCOMPARE(f.pixel(inside), QColor(Qt::magenta));
        QTRY_VERIFY(f.text(outside).endsWith(QLatin1String("SVG image")));
        QVERIFY(f.bubble(outside)->picture().isNull());
    }

    void manyGetTheirsOneAfterTheOther()
    {
        ConversationFixture f;
        for (int i = 0; i < 120; ++i)
            f.put(Kind::WsBinary, Direction::In, encoded({30, 10 + i % 5}, "PNG"));
        f.flush();
        const auto haveAll = [&] {
            for (const auto &shown : f.view.shown()) {
                const BubbleLayout *layout = f.view.bubble(shown.row);
                if (!layout || layout->picture().isNull())
                    return false;
            }
            return !f.view.shown().empty();
        };
        QTRY_VERIFY(f.shown(120) && haveAll());
        QVERIFY(f.view.isFollowing());
        f.press(Qt::Key_Home);
        QTRY_VERIFY(f.shown(1) && haveAll());
        QCOMPARE(f.shown(1)->y, 0);
    }
};

WEIR_TEST(runUiTest<tst_Pictures>)
#include "tst_pictures.moc"
