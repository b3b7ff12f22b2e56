// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connectionpage.h"

namespace weir {

class StatusStrip;

// One feed: its events by type, and the detail of one.
class SsePage final : public ConnectionPage
{
    Q_OBJECT

public:
    SsePage(Workbench &workbench, Connection &connection, Settings &settings, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SsePage)

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showStatus() override;

private:
    Query wantedQuery() const override;
    void updateChips() override;
    void checkOnly(EventColumn column, const Event &event) override;
    QString matchesText() const override;
    QString emptyText() const override;
    void buildFilterRow();
    void buildBody();

    StatusStrip *m_strip;
};

} // namespace weir
