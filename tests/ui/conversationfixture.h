// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conversationview.h"

#include "log/capturereader.h"
#include "log/lens.h"
#include "log/recorder.h"

#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace weir {

// A capture of one WebSocket, its lens and the conversation on it, shown.
class ConversationFixture final
{
public:
    explicit ConversationFixture(int messages = 0)
        : m_recorder(Recorder::start(optionsFor(m_folder.filePath(QStringLiteral("a.weir")))).value())
        , m_port(m_recorder->addConnection({0, Protocol::WebSocket, "Lobby", "ws://127.0.0.1/"}))
        , m_reader(m_recorder->reader())
        , view(&lens)
    {
        for (int i = 0; i < messages; ++i)
            put(Kind::WsText, i % 3 == 2 ? Direction::Out : Direction::In, message(i));
        flush();
        lens.setReader(m_reader);
        view.setReader(m_reader);
        view.resize(800, 500);
        view.show();
        view.setFocus();
        (void)QTest::qWaitForWindowExposed(&view); // its layout is settled
    }
    ~ConversationFixture() { m_port.sink.reset(); }
    Q_DISABLE_COPY_MOVE(ConversationFixture)

    // Of many heights.
    static QByteArray message(int number)
    {
        return "message " + QByteArray::number(number) + QByteArray(" and more").repeated(number * 7 % 40);
    }
    // Rows gather until flush().
    void put(Kind kind, Direction direction, const QByteArray &payload, const QByteArray &name = {})
    {
        EventBatch::Record head;
        head.time = 1'700'000'000'000'000 + qint64(m_made) * 1'500'000;
        head.kind = kind;
        head.direction = direction;
        m_batch.append(head, name, {}, payload);
        ++m_made;
    }
    void flush()
    {
        (void)m_port.sink->accept(m_batch);
        QTRY_VERIFY(m_recorder->committed() >= quint64(m_made));
        QVERIFY(m_reader->refresh().has_value());
        lens.grow();
    }
    quint64 add(Kind kind, Direction direction, const QByteArray &payload, const QByteArray &name = {})
    {
        put(kind, direction, payload, name);
        flush();
        return quint64(m_made);
    }
    void addMessages(int count)
    {
        for (int i = 0; i < count; ++i)
            put(Kind::WsText, Direction::In, message(m_made));
        flush();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&view, Qt::Key(key), modifiers);
    }
    void wheel(int pixels) // down
    {
        QWheelEvent event({50, 50}, view.viewport()->mapToGlobal(QPointF(50, 50)), {0, -pixels},
                          {0, -pixels * 2}, Qt::NoButton, Qt::NoModifier, Qt::ScrollUpdate, false);
        QApplication::sendEvent(view.viewport(), &event);
    }
    // All rows on screen are read and measured.
    bool isSettled() const
    {
        const auto &rows = view.shown();
        return !rows.empty()
            && std::all_of(rows.begin(), rows.end(), [](const auto &shown) { return shown.isKnown; });
    }
    const ConversationView::Shown *shown(quint64 seq) const
    {
        for (const ConversationView::Shown &row : view.shown()) {
            if (row.seq == seq)
                return &row;
        }
        return nullptr;
    }
    const BubbleLayout *bubble(quint64 seq) const
    {
        const auto *row = shown(seq);
        return row ? view.bubble(row->row) : nullptr;
    }
    QString text(quint64 seq) const { return bubble(seq) ? bubble(seq)->content().text.text : QString(); }
    // Where a link is, in the viewport; a null point where there is none.
    QPoint placeOf(quint64 seq, BubbleLink link) const
    {
        const BubbleLayout *layout = bubble(seq);
        const QRect box = layout ? layout->bubble() : QRect();
        for (int y = box.bottom(); y >= box.top(); y -= 3) {
            for (int x = box.left(); x <= box.right(); x += 3) {
                if (layout->linkAt({x, y}) == link)
                    return {x, y + shown(seq)->y};
            }
        }
        return {};
    }
    void click(QPoint place, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, place);
    }
    QPoint middle(quint64 seq) const
    {
        return bubble(seq) ? bubble(seq)->bubble().center() + QPoint(0, shown(seq)->y) : QPoint();
    }
    QColor pixel(QPoint place)
    {
        const QImage image = view.viewport()->grab().toImage();
        return image.pixelColor(place * image.devicePixelRatio());
    }
    QToolButton *chip() const { return view.findChild<QToolButton *>(); }

private:
    static Recorder::Options optionsFor(const QString &capture)
    {
        Recorder::Options options;
        options.capturePath = capture;
        return options;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Recorder> m_recorder;
    Recorder::Port m_port;
    std::shared_ptr<CaptureReader> m_reader;
    EventBatch m_batch;
    int m_made = 0;

public:
    Lens lens;
    ConversationView view;
};

} // namespace weir
