// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace weir {

// The first start page, and what is shown while no tab is open: what to do next.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(WelcomePage)

Q_SIGNALS:
    void startDemoRequested();
    void newConnectionRequested();
    void openCaptureRequested();
};

} // namespace weir
