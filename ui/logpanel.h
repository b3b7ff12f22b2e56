// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lensview.h"

namespace weir {

class ExportBar;

// The log of all connections: chips for kind and connection, export, and on demand the detail of one event.
// The panel below the tabs and the log's own tab are both this.
class LogPanel final : public LensView
{
    Q_OBJECT

public:
    enum class Place { Panel, Tab };
    LogPanel(Workbench &workbench, Settings &settings, Place place, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LogPanel)

    void showRow(quint64 seq); // filters that hide it are lifted
    void startExport(); // asks for a file first
    void exportTo(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Query wantedQuery() const override;
    void updateChips() override;
    void checkOnly(EventColumn column, const Event &event) override;
    QString matchesText() const override;
    QString emptyText() const override;
    void buildHead();
    void buildBody();

    Place m_place;
    ExportBar *m_export;
};

} // namespace weir
