// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queuepanel.h"

#include "format.h"
#include "theme.h"
#include "visibletext.h"
#include "widgets.h"

#include <QAbstractTableModel>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace weir {

namespace {
constexpr int queueRowHeight = 24;
constexpr int mostRows = 4; // shown at once
constexpr qsizetype longestPreview = 300; // characters that are laid out
}

class QueueModel final : public QAbstractTableModel
{
public:
    enum Column { Preview, Type, Size, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<QueueItem> &items() const { return m_items; }

    // Mostly the first ones go and others come at the end: the others stay selected and where they are.
    void setItems(std::vector<QueueItem> items)
    {
        const auto first =
            items.empty() ? m_items.end() : std::find(m_items.begin(), m_items.end(), items.front());
        if (const auto gone = int(first - m_items.begin()); gone > 0) {
            beginRemoveRows({}, 0, gone - 1);
            m_items.erase(m_items.begin(), first);
            endRemoveRows();
        }
        const size_t kept = m_items.size();
        if (kept <= items.size() && std::equal(m_items.begin(), m_items.end(), items.begin())) {
            if (kept == items.size())
                return;
            beginInsertRows({}, int(kept), int(items.size()) - 1);
            m_items = std::move(items);
            endInsertRows();
            return;
        }
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const QueueItem &item = m_items.at(size_t(index.row()));
        if (role == Qt::TextAlignmentRole && index.column() == Size)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        if (role != Qt::DisplayRole)
            return {};
        switch (index.column()) {
        case Preview:
            return visibleText(QStringView(item.preview).left(longestPreview));
        case Type:
            return item.kind == Kind::WsBinary ? QueuePanel::tr("binary") : QueuePanel::tr("text");
        case Size:
            return sizeText(item.size);
        default:
            return {};
        }
    }

private:
    std::vector<QueueItem> m_items;
};

QueuePanel::QueuePanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new QueueModel(this))
    , m_table(new QTableView(this))
    , m_count(new QLabel(this))
    , m_edit(makeButton(tr("Put back into the editor"), "", false, this))
    , m_withdraw(makeButton(tr("Withdraw"), "", false, this))
    , m_withdrawAll(makeButton(tr("Withdraw all"), "", false, this))
{
    setObjectName(QStringLiteral("queue"));
    setAttribute(Qt::WA_StyledBackground);
    buildTable();
    m_count->setTextFormat(Qt::PlainText);
    m_edit->setToolTip(tr("Withdraw the message and go on writing it (Enter)"));
    m_withdraw->setToolTip(tr("Do not send the message (Delete)"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 10, 4);
    head->setSpacing(6);
    head->addWidget(m_count, 1);
    head->addWidget(m_edit);
    head->addWidget(m_withdraw);
    head->addWidget(m_withdrawAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_table);
    connect(m_edit, &QPushButton::clicked, this, &QueuePanel::edit);
    connect(m_withdraw, &QPushButton::clicked, this, &QueuePanel::withdraw);
    connect(m_withdrawAll, &QPushButton::clicked, this, &QueuePanel::withdrawAllRequested);
    hide();
}

void QueuePanel::setItems(std::vector<QueueItem> items)
{
    const auto chosen = current();
    m_model->setItems(std::move(items));
    const std::vector<QueueItem> &now = m_model->items();
    if (current() != chosen || !chosen) {
        const auto at = std::find_if(now.begin(), now.end(),
                                     [&chosen](const QueueItem &item) { return item.id == chosen; });
        const auto row = at == now.end() ? 0 : int(at - now.begin());
        m_table->setCurrentIndex(m_model->index(row, 0));
    }
    setVisible(!now.empty());
    refresh();
}

bool QueuePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Delete)
        withdraw();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        edit();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void QueuePanel::buildTable()
{
    m_table->setModel(m_model);
    m_table->setFont(fixedFont());
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Messages that wait for the line"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(queueRowHeight);
    m_table->verticalHeader()->setDefaultSectionSize(queueRowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->hide();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(QueueModel::Preview, QHeaderView::Stretch);
    const QFontMetrics metrics(fixedFont());
    header->resizeSection(QueueModel::Type, metrics.horizontalAdvance(tr("binary")) + 28);
    header->resizeSection(QueueModel::Size, metrics.horizontalAdvance(QStringLiteral("999.9 MB")) + 24);
    m_table->installEventFilter(this);
    connect(m_table, &QWidget::customContextMenuRequested, this, &QueuePanel::showMenu);
    connect(m_table, &QTableView::doubleClicked, this, &QueuePanel::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueuePanel::refresh);
}

void QueuePanel::fitHeight()
{
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    m_table->setFixedHeight(rows * queueRowHeight);
}

void QueuePanel::refresh()
{
    const auto count = quint64(m_model->items().size());
    m_count->setText(count == 1 ? tr("1 message waits for the line")
                                : tr("%1 messages wait for the line").arg(countText(count)));
    m_edit->setEnabled(current().has_value());
    m_withdraw->setEnabled(current().has_value());
    fitHeight();
}

void QueuePanel::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_edit->text(), this, &QueuePanel::edit);
    menu->addAction(m_withdraw->text(), this, &QueuePanel::withdraw);
    menu->addSeparator();
    menu->addAction(m_withdrawAll->text(), this, &QueuePanel::withdrawAllRequested);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void QueuePanel::withdraw()
{
    if (const auto id = current())
        Q_EMIT withdrawRequested(*id);
}

void QueuePanel::edit()
{
    if (const auto id = current())
        Q_EMIT editRequested(*id);
}

std::optional<quint64> QueuePanel::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? std::optional(m_model->items().at(size_t(index.row())).id) : std::nullopt;
}

} // namespace weir
