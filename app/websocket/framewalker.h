// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace weir {

// Opcodes, RFC 6455 5.2.
enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

// Goes from frame to frame through what a server sends (RFC 6455 5.2) and says what stands between the
// payloads; only payloads of control frames are looked at. A push parser; holds less than 140 bytes.
class FrameWalker final
{
public:
    struct Frame
    {
        Opcode opcode = Opcode::Continuation;
        bool isFinal = false;
        bool isMasked = false; // which a server must not do, 5.1
        quint64 begin = 0; // of its header, bytes since reset()
        quint64 size = 0; // of the payload, bytes
        QByteArray payload; // of a control frame: all of it; else up to its first three bytes
    };

    // Called once for each frame: of a control frame when it is complete, of another when its first three
    // bytes are known (or all of it, where it is shorter).
    explicit FrameWalker(std::function<void(const Frame &)> found)
        : m_found(std::move(found))
    {
    }

    void reset();
    void feed(QByteArrayView bytes);
    // So many of the next bytes are payload that nobody looks at: they need not be fed.
    quint64 skippable() const { return m_isSaid ? m_left : 0; }
    void skip(quint64 bytes); // at most skippable()
    quint64 position() const { return m_at; } // bytes since reset()

private:
    void readHeader();
    void say();

    std::function<void(const Frame &)> m_found;
    QByteArray m_header;
    quint64 m_at = 0; // bytes since reset()
    Frame m_frame;
    quint64 m_left = 0; // of the payload
    bool m_inPayload = false;
    bool m_isSaid = false;
};

} // namespace weir
