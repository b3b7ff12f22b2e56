// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logpanel.h"

#include "actions.h"
#include "detailview.h"
#include "exportbar.h"
#include "format.h"
#include "searchfield.h"
#include "settings.h"
#include "widgets.h"

#include "log/capturereader.h"
#include "log/facets.h"
#include "log/lens.h"
#include "session/workbench.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace weir {

namespace {

constexpr int kindGroup = 0;
constexpr int connectionGroup = 1;

} // namespace

LogPanel::LogPanel(Workbench &workbench, Settings &settings, Place place, QWidget *parent)
    : LensView(workbench, settings, parent)
    , m_place(place)
{
    setAccessibleName(tr("Event log"));
    buildHead();
    m_export = new ExportBar(this);
    column()->addWidget(m_export);
    buildBody();
    attach(0);
}

void LogPanel::showRow(quint64 seq)
{
    const bool isThere = lens()->seqAt(lens()->rowOf(seq)) == seq;
    if (!isThere) {
        chips()->setCheckedKeys({}, kindGroup);
        chips()->setCheckedKeys({}, connectionGroup);
        search()->clear();
        setPaused(false);
        applyQuery();
    }
    table()->goTo(seq);
    table()->setFocus(Qt::OtherFocusReason);
}

void LogPanel::startExport()
{
    const QString folder = settings().value(Setting::ExportFolder).toString();
    const QString name = QFileInfo(workbench().capturePath()).completeBaseName() + QLatin1String(".ndjson");
    auto *dialog = new QFileDialog(this, tr("Export as NDJSON"), QDir(folder).filePath(name),
                                   tr("NDJSON (*.ndjson);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("ndjson"));
    connect(dialog, &QFileDialog::fileSelected, this, &LogPanel::exportTo);
    dialog->open();
}

void LogPanel::exportTo(const QString &path)
{
    settings().setValue(Setting::ExportFolder, QFileInfo(path).absolutePath());
    m_export->start(workbench().reader(), lens()->query(), path);
}

void LogPanel::buildHead()
{
    auto *title = new QLabel(tr("Event log"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 6, 10, 4);
    row->setSpacing(8);
    row->addWidget(title);
    row->addWidget(
        makeSearch(tr("Search in all payloads…"), tr("Search in the event log"), ActionId::SearchLog), 1);
    row->addWidget(makePause());
    row->addWidget(makeFollow());
    QPushButton *exporting = makeButton(tr("Export…"), "export", false, this);
    exporting->setToolTip(tr("Write the rows shown here as NDJSON"));
    row->addWidget(exporting);
    ChipBar *bar = makeChips(tr("Kinds and connections"), 2, ChipBar::AllOf::EveryGroup);
    // The panel is low: its rows of events are dear.
    bar->setMaxRows(m_place == Place::Panel ? 1 : 3);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(10, 0, 10, 3);
    below->setSpacing(12);
    below->addWidget(bar, 1);
    below->addWidget(matches(), 0, Qt::AlignTop);
    matches()->setMinimumHeight(bar->minimumSizeHint().height());
    column()->addLayout(row);
    column()->addLayout(below);
    connect(exporting, &QPushButton::clicked, this, &LogPanel::startExport);
}

void LogPanel::buildBody()
{
    Body body;
    body.tableName = tr("Events of all connections");
    body.columns = logColumns();
    body.offers = {{EventColumn::Kind, EventColumn::Connection}, true, false};
    body.columnsSetting = Setting::LogColumns;
    const bool isPanel = m_place == Place::Panel;
    body.splitterSetting = isPanel ? Setting::LogDetailSplitter : Setting::LogTabSplitter;
    body.orientation = isPanel ? Qt::Horizontal : Qt::Vertical;
    body.sizes = isPanel ? std::pair(812, 380) : std::pair(560, 190);
    // The list gives and takes; the detail keeps its size.
    body.stretch = {1, 0};
    addBody(std::move(body));
    detail()->setVisible(!isPanel);
}

// Escape puts the detail away that Return brought, then goes back to the rows.
void LogPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_place == Place::Tab || !detail()->isVisible())
        return LensView::keyPressEvent(event);
    hideDetail();
    focusTable();
}

Query LogPanel::wantedQuery() const
{
    Query query;
    for (const QByteArray &key : chips()->checkedKeys(kindGroup)) {
        if (const auto kind = kindFromName(key))
            query.kinds |= kindBit(*kind);
    }
    for (const QByteArray &key : chips()->checkedKeys(connectionGroup))
        query.connections.insert(key.toUInt());
    query.text = search()->text().toUtf8();
    return query;
}

void LogPanel::updateChips()
{
    std::vector<ChipBar::Item> items;
    quint64 total = 0;
    for (const auto &[kind, count] : facets()->kinds()) {
        const QByteArray name = kindName(kind).toByteArray();
        total += count;
        items.push_back({name, QString::fromLatin1(name), count});
    }
    chips()->setAll(tr("All"), total);
    chips()->setItems(std::move(items), kindGroup);
    items.clear();
    const auto reader = workbench().reader();
    for (const auto &[id, count] : facets()->connections()) {
        const QString name = QString::fromUtf8(id && reader ? reader->connection(id).name : QByteArray());
        items.push_back({QByteArray::number(id), name.isEmpty() ? tr("Weir itself") : name, count});
    }
    chips()->setItems(std::move(items), connectionGroup);
}

void LogPanel::checkOnly(EventColumn column, const Event &event)
{
    if (column == EventColumn::Kind)
        chips()->setCheckedKeys({kindName(event.kind).toByteArray()}, kindGroup);
    else
        chips()->setCheckedKeys({QByteArray::number(event.connection)}, connectionGroup);
}

QString LogPanel::matchesText() const
{
    if (lens()->query().isAll())
        return {};
    const auto reader = workbench().reader();
    const QString found = tr("%1 of %2 events match")
                              .arg(countText(lens()->rowCount()), countText(reader ? reader->count() : 0));
    if (!lens()->isSearching())
        return found;
    return found + QStringLiteral(" · ") + tr("searched %1 %").arg(int(lens()->progress() * 100));
}

QString LogPanel::emptyText() const
{
    return lens()->query().isAll()
        ? tr("The log is empty. Connect to a feed, and everything that happens is kept here.")
        : tr("No event matches. Clear the search, or choose all kinds and connections.");
}

} // namespace weir
