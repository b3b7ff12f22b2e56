// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "demo/websocketframe.h"
#include "websocket/framewalker.h"

#include <QTest>

#include <vector>

using namespace weir;

// Every stream is walked whole, byte by byte, and cut at every position.
class TestFrameWalker final : public QObject
{
    Q_OBJECT

    static QByteArray frame(Opcode opcode, const QByteArray &payload, bool isFinal = true)
    {
        QByteArray bytes(1, char(quint8(opcode) | (isFinal ? 0x80 : 0)));
        if (payload.size() < 126) {
            bytes += char(payload.size());
        } else if (payload.size() < 65536) {
            bytes += char(126);
            bytes += char(payload.size() >> 8);
            bytes += char(payload.size() & 0xff);
        } else {
            bytes += char(127);
            for (int shift = 56; shift >= 0; shift -= 8)
                bytes += char((quint64(payload.size()) >> shift) & 0xff);
        }
        return bytes + payload;
    }
    static QByteArrayList walked(const QByteArrayList &pieces)
    {
        QByteArrayList seen;
        FrameWalker walker([&seen](const FrameWalker::Frame &frame) {
            seen += QByteArray::number(int(frame.opcode)) + (frame.isFinal ? "!" : "-")
                + (frame.isMasked ? "m" : "") + QByteArray::number(frame.size) + ":" + frame.payload.toHex();
        });
        for (const QByteArray &piece : pieces)
            walker.feed(piece);
        return seen;
    }

private Q_SLOTS:
    void framesAreFoundHoweverTheyAreCut()
    {
        const QByteArray stream = frame(Opcode::Text, "hello") + frame(Opcode::Ping, "hi")
            + frame(Opcode::Text, "", false) + frame(Opcode::Pong, QByteArray(125, 'p'))
            + frame(Opcode::Continuation, "ab") + frame(Opcode::Binary, QByteArray(126, 'b'))
            + frame(Opcode::Close, QByteArray("\x03\xf4", 2) + "Service Restart");
        const QByteArrayList expected = {
            "1!5:" + QByteArray("hel").toHex(),
            "9!2:" + QByteArray("hi").toHex(),
            "1-0:",
            "10!125:" + QByteArray(125, 'p').toHex(),
            "0!2:" + QByteArray("ab").toHex(),
            "2!126:" + QByteArray("bbb").toHex(),
            "8!17:"
                + QByteArray("\x03\xf4"
                             "Service Restart",
                             17)
                      .toHex(),
        };
        QCOMPARE(walked({stream}), expected);
        QByteArrayList bytes;
        for (const char c : stream)
            bytes += QByteArray(1, c);
        QCOMPARE(walked(bytes), expected);
        for (qsizetype cut = 0; cut <= stream.size(); ++cut)
            QCOMPARE(walked({stream.left(cut), stream.mid(cut)}), expected);
    }

    void largePayloadsCanBeSkipped()
    {
        QByteArrayList seen;
        FrameWalker walker(
            [&seen](const FrameWalker::Frame &frame) { seen += QByteArray::number(frame.size); });
        const QByteArray large = frame(Opcode::Binary, QByteArray(70'000, 'x'));
        walker.feed(large.left(100));
        QCOMPARE(seen, QByteArrayList{"70000"});
        QCOMPARE(walker.skippable(), quint64(large.size() - 100));
        walker.skip(walker.skippable() - 1);
        QCOMPARE(walker.skippable(), quint64(1));
        walker.feed(QByteArray(large.right(1) + frame(Opcode::Text, "next")));
        QCOMPARE(seen, (QByteArrayList{"70000", "4"}));
        QCOMPARE(walker.skippable(), quint64(0));
    }

    void aMaskedFrameIsSaidToBeOne()
    {
        const QByteArray masked("\x81\x82\x01\x02\x03\x04zz", 8);
        QCOMPARE(walked({masked, frame(Opcode::Text, "a")}),
                 (QByteArrayList{"1!m2:" + QByteArray("zz").toHex(), "1!1:61"}));
    }

    void aSizeBeyondAllMemoryIsNoTrouble()
    {
        const QByteArray huge("\x82\x7f\x7f\xff\xff\xff\xff\xff\xff\xff", 10);
        QCOMPARE(walked({huge, QByteArray(10, 'x')}), QByteArrayList{"2!9223372036854775807:787878"});
    }
};

WEIR_TEST(runAppTest<TestFrameWalker>)
#include "tst_framewalker.moc"
