// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "copyas.h"
#include "copyrequest.h"

namespace weir {

CopiedText copyAsCurl(const Profile &profile);
CopiedText copyAsWebsocat(const Profile &profile);
CopiedText copyAsWeir(const Profile &profile);

} // namespace weir
