// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pump.h"
#include "router.h"

namespace weir {

// Says back what was asked: an event `request` with the request line, one `header` for each header, one
// `body`; then all of it as `json`, and that as `base64`. Comments follow for ever.
class EchoSource final : public DemoSource
{
public:
    explicit EchoSource(const DemoRequest &request);
    Next produce(QByteArray &out) override;

private:
    QByteArray m_said; // what is still to be said
};

} // namespace weir
