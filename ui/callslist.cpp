// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callslist.h"

#include "callsdelegate.h"
#include "chipbar.h"
#include "emptyhint.h"
#include "searchfield.h"
#include "theme.h"

#include "session/callindex.h"
#include "session/callsmodel.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

// What it shows and chooses; what can be done with a call is in callsmenu.cpp.
namespace weir {

namespace {
struct State
{
    CallsModel::Group group;
    const char *key;
    const char *label;
};
constexpr State states[] = {
    {CallsModel::Results, "results", QT_TRANSLATE_NOOP("weir::CallsList", "Results")},
    {CallsModel::Errors, "errors", QT_TRANSLATE_NOOP("weir::CallsList", "Errors")},
    {CallsModel::Waiting, "waiting", QT_TRANSLATE_NOOP("weir::CallsList", "Waiting")},
    {CallsModel::Server, "server", QT_TRANSLATE_NOOP("weir::CallsList", "Server")},
};

constexpr int searchWidth = 150;
constexpr int narrow = 520; // pixels

int textWidth(const QString &text)
{
    return QFontMetrics(fixedFont()).horizontalAdvance(text) + 18;
}
}

CallsList::CallsList(const CallIndex &index, QWidget *parent)
    : QWidget(parent)
    , m_index(index)
    , m_model(new CallsModel(index, this))
    , m_title(new QLabel(tr("Calls"), this))
    , m_search(new SearchField(tr("Filter…"), tr("Filter the calls by method, id or outcome"), this))
    , m_chips(new ChipBar(1, ChipBar::AllOf::FirstGroup, this))
    , m_table(new QTableView(this))
    , m_hint(new EmptyHint(m_table->viewport()))
{
    setObjectName(QStringLiteral("calls"));
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    buildHead();
    buildTable();
    layout->addWidget(m_table, 1);
    connectModel();
    updateChips();
    updateHint();
    chooseNewest();
}

CallsList::~CallsList()
{
    m_table->selectionModel()->disconnect(this);
    m_model->disconnect(this);
}

void CallsList::setCurrent(quint64 seq)
{
    m_isFollowing = false;
    choose(seq);
    restoreCurrent();
}

void CallsList::followNewest()
{
    m_isFollowing = true;
}

void CallsList::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CallsList::setTitleShown(bool shown)
{
    m_title->setVisible(shown);
}

void CallsList::buildHead()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 5, 8, 5);
    head->setSpacing(10);
    QFont font = smallFont();
    font.setBold(true);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    m_title->setFont(font);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_chips->setMaxRows(1);
    m_chips->setAccessibleName(tr("Which calls are shown"));
    m_search->setMinimumWidth(90);
    m_search->setMaximumWidth(searchWidth);
    head->addWidget(m_title);
    head->addWidget(m_chips, 3);
    head->addWidget(m_search, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(head);
    connect(m_chips, &ChipBar::checkedKeysChanged, this, &CallsList::filter);
    connect(m_search, &QLineEdit::textChanged, this, &CallsList::filter);
    connect(m_search, &SearchField::leaveRequested, m_table, qOverload<>(&QWidget::setFocus));
}

void CallsList::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CallsDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setAccessibleName(tr("Calls"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setFont(smallFont());
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setMinimumSectionSize(30);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(CallsModel::Outcome, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    setFocusProxy(m_table);
    fitRows();
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (QGuiApplication::mouseButtons() & Qt::LeftButton && m_table->horizontalHeader()->underMouse())
            m_areColumnsSet = true;
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &CallsList::showMenu);
}

void CallsList::connectModel()
{
    connect(m_model, &CallsModel::countsChanged, this, &CallsList::updateChips);
    connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, &CallsList::holdPlace);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &CallsList::keepPlace);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &CallsList::updateHint);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        updateHint();
        chooseNewest();
        restoreCurrent();
    });
    connect(&m_index, &CallIndex::appended, this, &CallsList::chooseNewest);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (m_isRestoring || !now.isValid())
                    return;
                const auto seq = now.data(CallsModel::SeqRole).value<quint64>();
                m_isFollowing = now.row() == 0;
                choose(seq);
            });
}

void CallsList::fitRows()
{
    m_table->verticalHeader()->setMinimumSectionSize(CallsDelegate::rowHeight());
    m_table->verticalHeader()->setDefaultSectionSize(CallsDelegate::rowHeight());
}

void CallsList::fitColumns()
{
    if (m_areColumnsSet)
        return;
    const bool isNarrow = width() < narrow;
    QHeaderView *header = m_table->horizontalHeader();
    header->resizeSection(CallsModel::Id,
                          textWidth(isNarrow ? QStringLiteral("srv-1") : QStringLiteral("000000")));
    header->resizeSection(CallsModel::Method, std::clamp(width() / 5, 96, 220));
    header->resizeSection(CallsModel::Time,
                          textWidth(isNarrow ? QStringLiteral("waiting") : QStringLiteral("59 min 59 s")));
}

void CallsList::filter()
{
    int groups = 0;
    for (const State &state : states)
        groups |= m_chips->checkedKeys().contains(state.key) ? int(state.group) : 0;
    m_isRestoring = true;
    m_model->setFilter(m_search->text(), groups);
    m_isRestoring = false;
    restoreCurrent();
    updateHint();
}

void CallsList::updateChips()
{
    std::vector<ChipBar::Item> items;
    for (const State &state : states) {
        const auto count = quint64(m_model->count(state.group));
        items.push_back({state.key, tr(state.label), count > 0 ? std::optional(count) : std::nullopt});
    }
    m_chips->setItems(std::move(items));
}

void CallsList::updateHint()
{
    if (m_model->rowCount() > 0)
        m_hint->say({});
    else if (m_index.count() > 0)
        m_hint->say(tr("No call is like this. All shows the others."));
    else
        m_hint->say(tr("Calls appear here as they are sent."));
}

void CallsList::choose(quint64 seq)
{
    if (seq == m_current)
        return;
    m_current = seq;
    Q_EMIT currentChanged(seq);
}

// Of ours: what the server asks does not take the place of what somebody reads.
void CallsList::chooseNewest()
{
    if (m_index.count() == 0)
        return choose(0);
    if (!m_isFollowing)
        return;
    qsizetype at = m_index.count() - 1;
    while (at >= 0 && (m_index.at(at).type == Call::Type::Asked || m_index.at(at).batch != 0))
        --at;
    if (at < 0)
        return;
    choose(m_index.at(at).seq);
    restoreCurrent();
}

// The selection is what the view shows of the current call: rows come and go.
void CallsList::restoreCurrent()
{
    const int row = m_current ? m_model->rowOf(m_current) : -1;
    if (m_table->currentIndex().isValid() && m_table->currentIndex().row() == row)
        return;
    m_isRestoring = true;
    if (row < 0) {
        m_table->clearSelection();
        m_table->selectionModel()->clearCurrentIndex();
    } else {
        m_table->selectionModel()->setCurrentIndex(
            m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_table->scrollTo(m_model->index(row, 0));
    }
    m_isRestoring = false;
}

// Who has scrolled down goes on seeing the same calls while others come on top.
void CallsList::holdPlace()
{
    const int top = m_table->verticalScrollBar()->value();
    m_top = top > 0 ? QPersistentModelIndex(m_model->index(top, 0)) : QPersistentModelIndex();
}

void CallsList::keepPlace()
{
    if (!m_top.isValid())
        return;
    m_table->doItemsLayout(); // else the scroll bar does not know the new rows
    m_table->verticalScrollBar()->setValue(m_top.row());
}

const Call *CallsList::currentCall() const
{
    const qsizetype at = m_current ? m_index.indexOf(m_current) : -1;
    return at < 0 ? nullptr : &m_index.at(at);
}

void CallsList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setTicking(true);
}

void CallsList::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setTicking(false);
}

void CallsList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void CallsList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    fitRows();
    fitColumns();
}

} // namespace weir
