// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/messagetext.h"

namespace weir {

// messageFrom(), and what says that it is JSON must be JSON once its variables are filled in.
Expected<OutgoingPayload> checkedMessage(const QString &text, MessageFormat format,
                                         const Variables &variables);

} // namespace weir
