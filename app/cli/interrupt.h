// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace weir {

// Turns the first SIGINT or SIGTERM into a signal of Qt; the second ends the process as if nobody had asked.
// One at a time; lives on the main thread.
class Interrupt final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;
    Q_DISABLE_COPY_MOVE(Interrupt)

Q_SIGNALS:
    void requested();
};

} // namespace weir
