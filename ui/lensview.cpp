// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lensview.h"

#include "actions.h"
#include "detailview.h"
#include "emptyhint.h"
#include "format.h"
#include "searchfield.h"
#include "settings.h"
#include "widgets.h"

#include "log/facets.h"
#include "log/lens.h"
#include "session/workbench.h"

#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace weir {

namespace {

constexpr int typingPause = 120; // ms

} // namespace

LensView::LensView(Workbench &workbench, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_settings(settings)
    , m_lens(new Lens(this))
    , m_column(new QVBoxLayout(this))
    , m_matches(makeLabel(tr("Matches"), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    // The search itself is quick; the pause is for the eye, that it does not jump at every letter.
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &LensView::applyQuery);
}

LensView::~LensView()
{
    m_settings.setValue(m_columnsSetting, m_table->saveColumns());
    if (!m_splitter->widget(1)->isHidden())
        saveSplitter();
}

void LensView::focusTable()
{
    m_table->setFocus();
}

void LensView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LensView::setPaused(bool paused)
{
    m_lens->setPaused(paused);
    m_pause->setChecked(paused);
    updateMatches();
    Q_EMIT viewChanged();
}

void LensView::setFollowing(bool following)
{
    m_table->setFollowing(following);
}

bool LensView::isPaused() const
{
    return m_lens->isPaused();
}

bool LensView::isFollowing() const
{
    return m_table->isFollowing();
}

ChipBar *LensView::makeChips(const QString &accessibleName, int groups, ChipBar::AllOf all)
{
    m_chips = new ChipBar(groups, all, this);
    m_chips->setAccessibleName(accessibleName);
    connect(m_chips, &ChipBar::checkedKeysChanged, this, &LensView::applyQuery);
    return m_chips;
}

SearchField *LensView::makeSearch(const QString &placeholder, const QString &accessibleName, ActionId action)
{
    m_search = new SearchField(placeholder, accessibleName, this);
    m_search->setToolTip(tipText(action));
    connect(m_search, &SearchField::leaveRequested, this, &LensView::focusTable);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &LensView::applyQuery);
    return m_search;
}

QPushButton *LensView::makePause()
{
    m_pause = makeButton(tr("Pause"), "pause", true, this);
    m_pause->setToolTip(tipText(ActionId::Pause));
    connect(m_pause, &QPushButton::clicked, this, &LensView::setPaused);
    return m_pause;
}

QPushButton *LensView::makeFollow()
{
    m_follow = makeButton(tr("Follow"), "follow", true, this);
    m_follow->setChecked(true);
    m_follow->setToolTip(tipText(ActionId::Follow));
    connect(m_follow, &QPushButton::clicked, this, &LensView::setFollowing);
    return m_follow;
}

void LensView::addBody(Body body)
{
    m_columnsSetting = body.columnsSetting;
    m_splitterSetting = body.splitterSetting;
    m_splitter = new QSplitter(body.orientation, this);
    m_table = new EventTable(m_lens, std::move(body.columns), m_splitter);
    m_table->setAccessibleName(body.tableName);
    m_table->setOffers(std::move(body.offers));
    m_table->restoreColumns(m_settings.value(m_columnsSetting).toByteArray());
    if (body.frameTable)
        m_splitter->addWidget(body.frameTable(m_table, m_splitter));
    m_detail = new DetailView(m_splitter);
    if (body.frameDetail)
        m_splitter->addWidget(body.frameDetail(m_detail, m_splitter));
    m_hint = new EmptyHint(m_table->viewport());
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, body.stretch.first);
    m_splitter->setStretchFactor(1, body.stretch.second);
    if (!m_splitter->restoreState(m_settings.value(m_splitterSetting).toByteArray()))
        m_splitter->setSizes({body.sizes.first, body.sizes.second});
    m_column->addWidget(m_splitter, 1);
    connectBody();
}

void LensView::attach(quint32 connection)
{
    delete m_facets;
    m_facets = new Facets(connection, this);
    connect(m_facets, &Facets::changed, this, &LensView::updateChips);
    m_isStale = true;
    updateChips();
    applyQuery();
}

void LensView::applyQuery()
{
    m_typing.stop();
    // What nobody sees is neither searched nor counted; showEvent() makes up for it.
    if (!m_facets || !isVisible())
        return updateMatches();
    const bool wasPaused = isPaused();
    m_lens->setQuery(wantedQuery());
    if (std::exchange(m_isStale, false)) {
        const auto reader = m_workbench.reader();
        m_lens->setReader(reader);
        m_table->setReader(reader);
        m_facets->setReader(reader);
        if (wasPaused)
            setPaused(true); // another reader ends a pause
        readerChanged();
        m_detailSeq = 0;
        loadDetail();
    }
    updateMatches();
}

void LensView::updateMatches()
{
    // What a pause holds back comes before everything else: it waits for somebody.
    const quint64 pending = m_lens->pendingRows();
    const QString text = pending ? tr("%1 new").arg(countText(pending)) : matchesText();
    m_matches->setText(text);
    m_matches->setVisible(!text.isEmpty());
    showHint(m_lens->rowCount() > 0 || m_lens->isSearching() ? QString() : emptyText());
}

quint64 LensView::chosenSeq() const
{
    return m_table->currentSeq();
}

void LensView::showHint(const QString &text)
{
    m_hint->say(text);
}

void LensView::showDetail()
{
    m_detail->show();
    loadDetail();
}

void LensView::hideDetail()
{
    saveSplitter();
    m_detail->hide();
}

void LensView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyQuery();
    grow();
    loadDetail();
}

void LensView::connectBody()
{
    connect(m_table, &EventTable::currentChanged, this, &LensView::loadDetail);
    connect(m_table, &EventTable::activated, this, &LensView::showDetail);
    connect(m_table, &EventTable::resumeRequested, this, [this] { setPaused(false); });
    connect(m_table, &EventTable::filterRequested, this, [this](EventColumn column, const Event &event) {
        checkOnly(column, event);
        applyQuery();
    });
    connect(m_table, &EventTable::searchRequested, m_search, &QLineEdit::setText);
    connect(m_table, &EventTable::followChanged, this, [this](bool following) {
        m_follow->setChecked(following);
        Q_EMIT viewChanged();
    });
    connect(m_table, &EventTable::copied, this,
            [this](quint64 rows, bool cut) { Q_EMIT said(copiedText(rows, cut)); });
    connect(m_lens, &Lens::failed, this, [this](const Error &error) { Q_EMIT said(errorText(error)); });
    connect(m_lens, &Lens::eventLoaded, m_detail, &DetailView::setEvent);
    connect(m_lens, &Lens::reset, this, &LensView::updateMatches);
    connect(m_lens, &Lens::rowsAppended, this, &LensView::updateMatches);
    connect(m_lens, &Lens::searchProgressed, this, &LensView::updateMatches);
    connect(&m_workbench, &Workbench::logGrown, this, &LensView::grow);
}

void LensView::grow()
{
    if (!m_facets || !isVisible())
        return;
    m_lens->grow();
    m_facets->grow();
    updateMatches();
}

void LensView::loadDetail()
{
    const quint64 seq = chosenSeq();
    if (seq == 0 || seq == m_detailSeq || !m_detail->isVisible())
        return;
    m_detailSeq = seq;
    m_lens->loadEvent(seq);
}

void LensView::saveSplitter()
{
    m_settings.setValue(m_splitterSetting, m_splitter->saveState());
}

} // namespace weir
