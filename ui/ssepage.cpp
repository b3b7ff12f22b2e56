// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ssepage.h"

#include "actions.h"
#include "format.h"
#include "kindchips.h"
#include "searchfield.h"
#include "settings.h"
#include "statusstrip.h"

#include "log/facets.h"
#include "log/lens.h"
#include "session/workbench.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace weir {

namespace {

// Rows that are no events of the feed; each has a chip that shows or hides them.
constexpr KindChip extraRows[] = {
    {"\x01comments", QT_TRANSLATE_NOOP("weir::SsePage", "comments"), kindBit(Kind::SseComment)},
    {"\x01retry", QT_TRANSLATE_NOOP("weir::SsePage", "retry"), kindBit(Kind::SseRetry)},
    {"\x01line", QT_TRANSLATE_NOOP("weir::SsePage", "connection"),
     kindBit(Kind::State) | kindBit(Kind::Error) | kindBit(Kind::Note) | kindBit(Kind::HttpRequest)
         | kindBit(Kind::HttpResponse)},
};

constexpr int extraGroup = 1;
constexpr char emptyNameKey[] = "\x01empty";

} // namespace

SsePage::SsePage(Workbench &workbench, Connection &connection, Settings &settings, QWidget *parent)
    : ConnectionPage(workbench, connection, settings, parent)
    , m_strip(new StatusStrip(this))
{
    column()->addWidget(m_strip);
    buildFilterRow();
    buildBody();
    connect(m_strip, &StatusStrip::reconnectNowRequested, &connection, &Connection::reconnectNow);
    connect(m_strip, &StatusStrip::stopRequested, this, &SsePage::disconnectNow);
    watch();
}

void SsePage::resizeEvent(QResizeEvent *event)
{
    ConnectionPage::resizeEvent(event);
    search()->setFixedWidth(qBound(150, width() / 5 + 20, 260));
}

void SsePage::buildFilterRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(8);
    row->addWidget(makeChips(tr("Event types and other rows"), 2, ChipBar::AllOf::FirstGroup), 1);
    row->addWidget(matches(), 0, Qt::AlignTop);
    row->addWidget(makeSearch(tr("Search in data…"), tr("Search in data"), ActionId::Search), 0,
                   Qt::AlignTop);
    row->addWidget(makePause(), 0, Qt::AlignTop);
    row->addWidget(makeFollow(), 0, Qt::AlignTop);
    matches()->setFixedHeight(search()->sizeHint().height());
    column()->addLayout(row);
}

void SsePage::buildBody()
{
    Body body;
    body.tableName = tr("Events of the feed");
    body.columns = feedColumns();
    body.offers = {{EventColumn::EventName}, true, true};
    body.columnsSetting = Setting::FeedColumns;
    body.splitterSetting = Setting::DetailSplitter;
    body.sizes = {812, 380};
    body.stretch = {2, 1};
    addBody(std::move(body));
    connect(table(), &EventTable::showInLogRequested, this, &ConnectionPage::showInLogRequested);
}

void SsePage::showStatus()
{
    m_strip->setStatus(connection().sseStatus(), connection().eventsPerSecond());
}

Query SsePage::wantedQuery() const
{
    Query query;
    query.connections = {logId()};
    query.kinds = kindBit(Kind::SseEvent) | checkedKinds(extraRows, chips()->checkedKeys(extraGroup));
    query.names = chips()->checkedKeys();
    // A name that is empty cannot be a chip's key.
    if (query.names.erase(emptyNameKey))
        query.names.insert(QByteArray());
    query.text = search()->text().toUtf8();
    return query;
}

void SsePage::updateChips()
{
    std::vector<ChipBar::Item> items;
    for (const auto &[name, count] : facets()->names()) {
        const QByteArray key = name.isEmpty() ? QByteArray(emptyNameKey) : name;
        items.push_back({key, name.isEmpty() ? tr("(no type)") : QString::fromUtf8(name), count});
    }
    chips()->setItems(std::move(items));
    const auto &kinds = facets()->kinds();
    chips()->setAll(tr("All"), countOf(kinds, kindBit(Kind::SseEvent)));
    chips()->setItems(kindItems(extraRows, kinds, "weir::SsePage"), extraGroup);
}

void SsePage::checkOnly(EventColumn /*column*/, const Event &event)
{
    chips()->setCheckedKeys({event.name.isEmpty() ? QByteArray(emptyNameKey) : event.name});
}

QString SsePage::matchesText() const
{
    if (search()->text().isEmpty())
        return {};
    const QString count = countText(lens()->rowCount());
    return lens()->isSearching() ? tr("%1 so far").arg(count) : tr("%1 match").arg(count);
}

QString SsePage::emptyText() const
{
    const bool isFiltered = !lens()->query().text.isEmpty() || !lens()->query().names.empty();
    if (isFiltered && connection().status().events > 0)
        return tr("No event matches. Clear the search, or choose All.");
    return lineText(tr("The line is open. Waiting for the first event…"),
                    tr("Type the URL of a feed above and press Enter."),
                    tr("Nothing yet. Press Connect to subscribe to this feed."));
}

} // namespace weir
