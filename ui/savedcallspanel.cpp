// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "savedcallspanel.h"

#include "emptyhint.h"
#include "profiledraft.h"
#include "visibletext.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>

namespace weir {

namespace {
constexpr int placeRole = Qt::UserRole; // in m_calls

QString nameOf(const SavedCall &call)
{
    return call.name.isEmpty() ? call.method : call.name;
}
}

SavedCallsPanel::SavedCallsPanel(ProfileDraft *draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_list(new QListWidget(this))
    , m_hint(new EmptyHint(m_list->viewport()))
    , m_open(makeButton(tr("Into the form"), "", false, this))
    , m_rename(makeButton(tr("Rename"), "", false, this))
    , m_remove(makeButton(tr("Remove"), "", false, this))
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Saved calls"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->installEventFilter(this);
    m_hint->say({});
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 8, 10, 8);
    bar->setSpacing(8);
    bar->addWidget(m_open);
    bar->addWidget(m_rename);
    bar->addWidget(m_remove);
    bar->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addLayout(bar);
    connect(m_open, &QPushButton::clicked, this, &SavedCallsPanel::choose);
    connect(m_rename, &QPushButton::clicked, this, &SavedCallsPanel::rename);
    connect(m_remove, &QPushButton::clicked, this, &SavedCallsPanel::remove);
    connect(m_list, &QListWidget::itemActivated, this, &SavedCallsPanel::choose);
    connect(m_list, &QListWidget::itemChanged, this, &SavedCallsPanel::renamed);
    connect(m_list, &QListWidget::currentRowChanged, this, &SavedCallsPanel::refresh);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &SavedCallsPanel::keepOrder);
    connect(m_draft, &ProfileDraft::loaded, this, &SavedCallsPanel::load);
    connect(m_draft, &ProfileDraft::edited, this, [this] {
        if (m_draft->profile().calls != m_calls)
            load();
    });
    load();
}

void SavedCallsPanel::add(const SavedCall &call)
{
    keep(m_calls + QList{call});
    m_list->setCurrentRow(m_list->count() - 1);
    rename();
}

bool SavedCallsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isAlt = key->modifiers() == Qt::AltModifier;
    if (isAlt && key->key() == Qt::Key_Up)
        moveBy(-1);
    else if (isAlt && key->key() == Qt::Key_Down)
        moveBy(1);
    else if (key->key() == Qt::Key_Delete)
        remove();
    else
        return false;
    return true;
}

void SavedCallsPanel::load()
{
    const QScopedValueRollback loading(m_isLoading, true);
    const int row = m_list->currentRow();
    m_calls = m_draft->profile().calls;
    m_list->clear();
    for (int i = 0; i < m_calls.size(); ++i) {
        const SavedCall &call = m_calls[i];
        auto *item = new QListWidgetItem(visibleText(nameOf(call), Lines::Single), m_list);
        item->setData(placeRole, i);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        const QString request = call.method + QLatin1Char(' ') + call.params.left(500);
        item->setToolTip(QStringLiteral("<qt>%1</qt>").arg(request.toHtmlEscaped()));
    }
    m_list->setCurrentRow(std::clamp(row, m_calls.isEmpty() ? -1 : 0, int(m_calls.size()) - 1));
    refresh();
}

void SavedCallsPanel::keep(const QList<SavedCall> &calls)
{
    m_draft->edit<QList<SavedCall>>(
        [](auto &p) -> auto & { return p.calls; }, calls);
    load();
}

void SavedCallsPanel::keepOrder()
{
    if (m_isLoading)
        return;
    QList<SavedCall> calls;
    for (int row = 0; row < m_list->count(); ++row)
        calls.append(m_calls.value(m_list->item(row)->data(placeRole).toInt()));
    QMetaObject::invokeMethod(
        this, [this, calls] { keep(calls); }, Qt::QueuedConnection); // the drop is not over
}

void SavedCallsPanel::renamed(QListWidgetItem *item)
{
    if (m_isLoading)
        return;
    QList<SavedCall> calls = m_calls;
    calls[item->data(placeRole).toInt()].name = item->text().trimmed();
    QMetaObject::invokeMethod(
        this, [this, calls] { keep(calls); }, Qt::QueuedConnection); // the editor is still there
}

void SavedCallsPanel::choose()
{
    if (const int row = m_list->currentRow(); row >= 0)
        Q_EMIT chosen(m_calls[row]);
}

void SavedCallsPanel::rename()
{
    if (QListWidgetItem *item = m_list->currentItem())
        m_list->editItem(item);
}

void SavedCallsPanel::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    QList<SavedCall> calls = m_calls;
    calls.removeAt(row);
    keep(calls);
}

void SavedCallsPanel::moveBy(int by)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_calls.size())
        return;
    QList<SavedCall> calls = m_calls;
    calls.swapItemsAt(row, row + by);
    keep(calls);
    m_list->setCurrentRow(row + by);
}

void SavedCallsPanel::refresh()
{
    const bool hasOne = m_list->currentRow() >= 0;
    for (QPushButton *button : {m_open, m_rename, m_remove})
        button->setEnabled(hasOne);
    m_hint->say(m_calls.isEmpty()
                    ? tr("No call is saved yet. “Save as named call…” in the menu of the form keeps one.")
                    : QString());
}

} // namespace weir
