// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "eventbatch.h"

#include <functional>

namespace weir {

// Where one connection hands over its events. Called from the connection's thread only.
class EventSink
{
public:
    virtual ~EventSink() = default;

    // Takes the events and leaves `batch` empty (with recycled memory where there is some). Nothing is ever
    // refused. False: the receiver has enough; stop reading the socket until the waker is called.
    [[nodiscard]] virtual bool accept(EventBatch &batch) = 0;

    // Called on the receiver's thread, once for each accept() that answered false, when there is room again.
    // Must not block. Set before the first accept().
    virtual void setWaker(std::function<void()> waker) = 0;
};

} // namespace weir
