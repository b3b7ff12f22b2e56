// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xcb/xcb.h>

#include <memory>

namespace weir {

// Sees from outside what stands on an X screen without a window manager; the program that is watched knows
// nothing of it.
class ScreenWatch final
{
public:
    ScreenWatch();
    ScreenWatch(const ScreenWatch &) = delete;
    ScreenWatch &operator=(const ScreenWatch &) = delete;

    bool isConnected() const { return m_screen != nullptr; }
    // Whether the screen holds a picture: sixteen colours and more on the lines that are looked at. A window
    // that is shown but not painted has one or two; text and icons have many.
    bool isPainted() const;
    bool isEmpty() const; // one colour only

private:
    size_t colours() const;

    std::unique_ptr<xcb_connection_t, void (*)(xcb_connection_t *)> m_connection;
    const xcb_screen_t *m_screen = nullptr;
};

} // namespace weir
