// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bubblelayout.h"
#include "theme.h"
#include "uitest.h"

#include <QDateTime>
#include <QPainter>
#include <QWidget>

using namespace weir;

class tst_BubbleLayout final : public QObject
{
    Q_OBJECT

    static constexpr int width = 800;
    static Lens::Row row(Kind kind, Direction direction, const QByteArray &payload,
                         const QByteArray &name = {})
    {
        Lens::Row made;
        made.event.time = 1'700'000'000'000'000;
        made.event.kind = kind;
        made.event.direction = direction;
        made.event.name = name;
        made.event.payload = payload;
        made.payloadSize = quint64(payload.size());
        made.previousTime = made.event.time - 1000;
        return made;
    }
    static BubbleContent content(const Lens::Row &row) { return BubbleContent::of(row, nullptr); }
    static QString words(Kind kind, Direction direction, const QByteArray &payload,
                         const QByteArray &name = {})
    {
        return content(row(kind, direction, payload, name)).text.text.mid(9); // after the time
    }
    BubbleStyle style;

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Scheme::Light);
        QWidget widget;
        style = BubbleStyle::of(&widget);
    }

    void saysWhatTheLineDid()
    {
        const auto in = Direction::In;
        const auto out = Direction::Out;
        QCOMPARE(words(Kind::WsClose, in, "Service Restart", "1012"),
                 QStringLiteral("closed 1012 “Service Restart”"));
        QCOMPARE(words(Kind::WsClose, in, "back soon", "1012"),
                 QStringLiteral("closed 1012 “back soon” · Service Restart"));
        QCOMPARE(words(Kind::WsClose, in, "", "1000"), QStringLiteral("closed 1000 · Normal Closure"));
        QCOMPARE(words(Kind::WsClose, out, "bye", "4001"), QStringLiteral("close sent 4001 “bye”"));
        QCOMPARE(words(Kind::WsPing, out, ""), QStringLiteral("ping sent"));
        QCOMPARE(words(Kind::WsPong, in, "x"), QStringLiteral("pong received · x"));
        QCOMPARE(words(Kind::State, Direction::Local, "", "open"), QStringLiteral("open"));
        QCOMPARE(words(Kind::HttpResponse, in, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"),
                 QStringLiteral("HTTP/1.1 101 Switching Protocols"));
        using Tone = BubbleContent::Tone;
        QCOMPARE(content(row(Kind::WsClose, in, "", "1001")).tone, Tone::Plain);
        QCOMPARE(content(row(Kind::WsClose, in, "", "1011")).tone, Tone::Warn);
        QCOMPARE(content(row(Kind::State, Direction::Local, "", "waiting")).tone, Tone::Warn);
        QCOMPARE(content(row(Kind::Error, Direction::Local, "x")).tone, Tone::Error);
    }

    void theLastLineSaysWhatItIs()
    {
        const auto info = [](const Lens::Row &made) { return content(made).info(false).text; };
        QVERIFY(info(row(Kind::WsText, Direction::In, "hello")).endsWith(QStringLiteral(" · 5 B · text")));
        QVERIFY(info(row(Kind::WsText, Direction::In, "{\"a\":1}"))
                    .endsWith(QStringLiteral(" · 7 B · JSON · expand")));
        QVERIFY(info(row(Kind::WsText, Direction::In, "{}")).endsWith(QStringLiteral(" · JSON")));
        QVERIFY(info(row(Kind::WsBinary, Direction::In, "x")).endsWith(QStringLiteral(" · binary")));
        Lens::Row masked = row(Kind::WsText, Direction::In, "hello");
        masked.event.flags = Masked;
        QVERIFY(info(masked).endsWith(QStringLiteral("secrets masked")));
    }

    void aNewDayIsSaid()
    {
        Lens::Row made = row(Kind::WsText, Direction::In, "hello");
        const int height = BubbleLayout(content(made), style, width).height();
        QVERIFY(content(made).day.isEmpty());
        made.previousTime = made.event.time - 86'400'000'000;
        QVERIFY(!content(made).day.isEmpty());
        QVERIFY(BubbleLayout(content(made), style, width).height() > height);
        made.previousTime = 0; // the first of all, long ago
        QVERIFY(!content(made).day.isEmpty());
        made.event.time = QDateTime::currentMSecsSinceEpoch() * 1000;
        QVERIFY(content(made).day.isEmpty());
    }

    void longTextIsCutAfterSixLines()
    {
        const QByteArray text = QByteArray("some words ").repeated(45);
        const BubbleLayout layout(content(row(Kind::WsText, Direction::In, text)), style, 500);
        const QString shown = layout.textBetween(0, 10'000);
        QVERIFY(shown.startsWith(QLatin1String("some words some")) && shown.size() < text.size());
        QVERIFY(shown.endsWith(QLatin1String("some")) || shown.endsWith(QLatin1String("words")));
        const int line = QFontMetrics(style.text).height();
        QVERIFY(layout.bubble().height() > 6 * line && layout.bubble().height() < 9 * line);
        bool canExpand = false;
        for (int x = 0; x < 500; x += 4)
            canExpand |= layout.linkAt({x, layout.bubble().bottom() - 12}) == BubbleLink::Expand;
        QVERIFY(canExpand);
        // Also where it is one word.
        const BubbleLayout one(content(row(Kind::WsText, Direction::In, QByteArray(512, 'm'))), style, 300);
        QVERIFY(one.textBetween(0, 10'000).size() < 512);
        QVERIFY(one.bubble().right() < 300);
    }

    // What is laid out only when it is seen is as high as was said before.
    void longJsonIsMeasuredWithoutLayout()
    {
        QByteArray json("[");
        for (int i = 0; i < 800; ++i)
            json += "{\"id\":" + QByteArray::number(i) + ",\"name\":\"item\"},";
        json += "\"" + QByteArray(300, 'm') + "\",\"\u00e4\"]";
        const MessageText text = messageText(json, quint64(json.size()), JsonForm::Indented);
        TextBlock block(text.text, style.fixed);
        block.setLeftToRight();
        block.layOut(400, 0);
        const QSizeF size = block.size();
        TextBlock::Formats none;
        QImage image(400, int(size.height()), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        block.paint(painter, {0, 0}, none, {});
        painter.end();
        QTextLayout whole(QString(text.text).replace(u'\n', QChar(QChar::LineSeparator)), style.fixed);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        whole.setTextOption(option);
        whole.beginLayout();
        qreal y = 0;
        for (QTextLine line = whole.createLine(); line.isValid(); line = whole.createLine()) {
            line.setLineWidth(400);
            line.setPosition({0, y});
            y += line.height();
        }
        whole.endLayout();
        QCOMPARE(size.height(), y);
        QImage once(image.size(), image.format());
        once.fill(Qt::white);
        QPainter other(&once);
        whole.draw(&other, {0, 0});
        other.end();
        QCOMPARE(image, once);
        // Places lead back to characters in every chunk.
        for (const int line : {0, 100, 1000, 2000}) {
            const int begin = int(text.text.indexOf(QString::number(line / 4) + u','));
            const int position = block.positionAt({0, whole.lineForTextPosition(begin).y() + 2});
            QVERIFY(text.text.at(position - 1) == u'\n' && position <= begin && begin - position < 40);
        }
        QCOMPARE(block.steppedFrom(block.length(), -1, false), block.length() - 1);
        int steps = 0;
        for (int at = 0; at < block.length(); at = block.steppedFrom(at, 1, false))
            ++steps;
        QCOMPARE(steps, block.length());
    }

    // Parted where one of its lines begins: nobody sees that.
    void anEndlessLineIsPartedUnseen()
    {
        for (const QString &text : {QString(9000, u'm'), QStringLiteral("some words ").repeated(900)}) {
            TextBlock parted(text, style.text);
            parted.layOut(400, 0);
            QTextLayout whole(text, style.text);
            QTextOption option;
            option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
            whole.setTextOption(option);
            whole.beginLayout();
            qreal y = 0;
            for (QTextLine line = whole.createLine(); line.isValid(); line = whole.createLine()) {
                line.setLineWidth(400);
                line.setPosition({0, y});
                y += line.height();
            }
            whole.endLayout();
            QCOMPARE(parted.size().height(), y);
            for (int i = 0; i < whole.lineCount(); ++i)
                QCOMPARE(parted.positionAt({0, whole.lineAt(i).y() + 2}), whole.lineAt(i).textStart());
            int steps = 0;
            for (int at = parted.length(); at > 0; at = parted.steppedFrom(at, -1, false))
                ++steps;
            QCOMPARE(steps, parted.length());
        }
    }

    // Where the preview of a payload fits, but the payload goes on.
    void whatGoesOnSaysSo()
    {
        Lens::Row made = row(Kind::WsText, Direction::In, "hello");
        const int closed = BubbleLayout(content(made), style, width).bubble().width();
        made.payloadSize = 5000;
        const BubbleContent open = content(made);
        QVERIFY(open.text.isCut);
        QVERIFY(open.info(false).text.endsWith(QStringLiteral("show all")));
        const BubbleLayout layout(open, style, width);
        QVERIFY(layout.bubble().width() > closed);
        QCOMPARE(layout.textBetween(0, 100), QStringLiteral("hello"));
    }

    void aSystemLineIsOneLine()
    {
        const BubbleLayout layout(
            content(row(Kind::Note, Direction::Local, QByteArray("long sentence ").repeated(30))), style,
            400);
        QVERIFY(layout.bubble().left() >= 0 && layout.bubble().right() < 400);
        QVERIFY(layout.height() < 3 * QFontMetrics(style.small).height());
        QVERIFY(!layout.isOnText(layout.bubble().center()));
    }

    void positionsGoRoundTheText()
    {
        const BubbleLayout layout(content(row(Kind::WsText, Direction::In, "alpha beta")), style, width);
        const QRect box = layout.bubble();
        QCOMPARE(layout.positionAt({0, box.y() + 14}), 0);
        QCOMPARE(layout.positionAt({width, box.y() + 14}), 10);
        QVERIFY(layout.isOnText(box.topLeft() + QPoint(16, 14)));
        QVERIFY(!layout.isOnText(box.topLeft() + QPoint(2, 14)));
        int begin = 0;
        int end = 0;
        layout.wordAt(box.topLeft() + QPoint(16, 14), begin, end);
        QCOMPARE(layout.textBetween(begin, end), QStringLiteral("alpha"));
        QCOMPARE(layout.steppedFrom(0, 1, false), 1);
        QCOMPARE(layout.steppedFrom(0, -1, false), 0);
        QCOMPARE(layout.steppedFrom(10, 1, false), 10);
    }

    // Arabic stands at the right of its bubble, and its first character is there.
    void textFromRightToLeftBeginsAtTheRight()
    {
        const QByteArray text = "مرحبا\nab";
        const BubbleLayout layout(content(row(Kind::WsText, Direction::In, text)), style, width);
        const QRect box = layout.bubble();
        QCOMPARE(layout.positionAt({box.right(), box.y() + 12}), 0);
        QVERIFY(layout.positionAt({box.left(), box.y() + 12}) > 3);
    }

    void aPictureHasItsPlace()
    {
        QImage picture(320, 180, QImage::Format_RGB32);
        picture.fill(Qt::magenta);
        const Lens::Row made = row(Kind::WsBinary, Direction::In, "\x89PNG\r\n\x1a\n....");
        const int height = BubbleLayout(content(made), style, width).height();
        const BubbleLayout layout(content(made), style, width, picture);
        QVERIFY(layout.height() >= height + 180);
        QImage image(width, layout.height(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        layout.paint(painter, {0, 0}, {}, image.rect());
        QCOMPARE(image.pixelColor(layout.bubble().x() + 100, layout.bubble().y() + 120), QColor(Qt::magenta));
        // In a narrow view it is smaller.
        const BubbleLayout narrow(content(made), style, 200, picture);
        QVERIFY(narrow.bubble().right() < 200);
    }

    void staysInsideOfAnyWidth()
    {
        for (const Kind kind : {Kind::WsText, Kind::WsBinary, Kind::Note}) {
            for (const int narrow : {1, 20, 60, 100, 333}) {
                const BubbleLayout layout(content(row(kind, Direction::Out, "{\"key\":\"value\"}")), style,
                                          narrow);
                QVERIFY(layout.height() > 0 && layout.bubble().isValid());
            }
        }
    }
};

WEIR_TEST(runUiTest<tst_BubbleLayout>)
#include "tst_bubblelayout.moc"
