// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screenwatch.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <set>
#include <vector>

namespace weir {

namespace {
constexpr size_t enough = 16;
constexpr int spacing = 12; // of the lines of pixels that are looked at: every line of text is met
}

ScreenWatch::ScreenWatch()
    : m_connection(xcb_connect(nullptr, nullptr), xcb_disconnect)
{
    if (xcb_connection_has_error(m_connection.get()) == 0)
        m_screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data;
}

bool ScreenWatch::isPainted() const
{
    return colours() >= enough;
}

bool ScreenWatch::isEmpty() const
{
    return colours() <= 1;
}

size_t ScreenWatch::colours() const
{
    std::vector<xcb_get_image_cookie_t> cookies;
    for (int y = spacing / 2; y < m_screen->height_in_pixels; y += spacing) {
        cookies.push_back(xcb_get_image(m_connection.get(), XCB_IMAGE_FORMAT_Z_PIXMAP, m_screen->root, 0,
                                        int16_t(y), m_screen->width_in_pixels, 1, ~0u));
    }
    std::set<uint32_t> found;
    for (const auto &cookie : cookies) {
        const std::unique_ptr<xcb_get_image_reply_t, void (*)(void *)> reply(
            xcb_get_image_reply(m_connection.get(), cookie, nullptr), std::free);
        if (!reply)
            continue;
        const uint8_t *data = xcb_get_image_data(reply.get());
        for (int at = 0; at + 4 <= xcb_get_image_data_length(reply.get()); at += 4) {
            uint32_t pixel = 0;
            std::memcpy(&pixel, data + at, 3);
            found.insert(pixel);
        }
    }
    return found.size();
}

} // namespace weir
