// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "templatespanel.h"

#include "emptyhint.h"
#include "profiledraft.h"
#include "templatedelegate.h"
#include "templatemodel.h"
#include "widgets.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace weir {

namespace {
using Role = TemplateModel::Role;
}

TemplatesPanel::TemplatesPanel(ProfileDraft *draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_model(new TemplateModel(this))
    , m_tree(new QTreeView(this))
    , m_hint(new EmptyHint(m_tree))
    , m_new(makeIconButton("plus", tr("New template from the message in the editor"), this))
    , m_send(makeButton(tr("Send"), "", false, this))
    , m_more(makeIconButton("options", tr("More for this template"), this))
    , m_menu(new QMenu(this))
    , m_folderMenu(new QMenu(tr("Move to folder"), this))
{
    setObjectName(QStringLiteral("templates"));
    setAttribute(Qt::WA_StyledBackground);
    buildTree();
    buildBar();
    connect(m_model, &TemplateModel::edited, this, &TemplatesPanel::keep);
    connect(m_model, &TemplateModel::dropped, this, &TemplatesPanel::select);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TemplatesPanel::openFolders);
    connect(m_draft, &ProfileDraft::loaded, this, &TemplatesPanel::load);
    connect(m_draft, &ProfileDraft::edited, this, &TemplatesPanel::load);
    load();
}

TemplatesPanel::~TemplatesPanel()
{
    // A name that is being typed is given up by the tree while that is destroyed.
    m_model->disconnect(this);
    m_tree->selectionModel()->disconnect(this);
}

void TemplatesPanel::add(const MessageTemplate &message)
{
    const int behind = m_model->numberOf(m_tree->currentIndex());
    MessageTemplate kept = message;
    if (kept.folder.isEmpty())
        kept.folder = m_tree->currentIndex().data(Role::FolderRole).toString();
    select(m_model->add(kept, behind));
    rename();
}

bool TemplatesPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (watched != m_tree || (!isOverride && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    // Keys that the window has for something else are those of the list while it has the keyboard.
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Enter || key->key() == Qt::Key_Return;
    const QKeySequence keys(
        isEnter ? QKeyCombination(key->modifiers() & Qt::ControlModifier, Qt::Key_Return)
                : QKeyCombination(key->modifiers() & ~Qt::KeypadModifier, Qt::Key(key->key())));
    const QList<QAction *> actions = m_menu->actions();
    const auto action = std::find_if(actions.cbegin(), actions.cend(), [&keys](const QAction *one) {
        return one->isEnabled() && !one->shortcut().isEmpty() && one->shortcut() == keys;
    });
    if (action == actions.cend())
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (!isOverride)
        (*action)->trigger();
    return true;
}

void TemplatesPanel::buildTree()
{
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new TemplateDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setMouseTracking(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setAccessibleName(tr("Templates"));
    m_tree->installEventFilter(this);
    setFocusProxy(m_tree);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &TemplatesPanel::showMenu);
    connect(m_tree, &QTreeView::doubleClicked, this, &TemplatesPanel::choose);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (TemplateModel::isFolder(index))
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
    });
    connect(m_tree, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_closed.remove(index.data().toString()); });
    connect(m_tree, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_closed.insert(index.data().toString()); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TemplatesPanel::refresh);
}

void TemplatesPanel::buildBar()
{
    addAction(tr("Put into the editor"), Qt::Key_Return, &TemplatesPanel::choose);
    QAction *send = addAction(tr("Send at once"), Qt::CTRL | Qt::Key_Return, &TemplatesPanel::sendCurrent);
    m_menu->addSeparator();
    m_newAction = addAction(tr("New from the editor"), Qt::Key_Insert, &TemplatesPanel::newRequested);
    addAction(tr("Rename"), Qt::Key_F2, &TemplatesPanel::rename);
    addAction(tr("Duplicate"), Qt::CTRL | Qt::Key_D, &TemplatesPanel::duplicate);
    addAction(tr("Move up"), Qt::ALT | Qt::Key_Up, &TemplatesPanel::moveUp);
    addAction(tr("Move down"), Qt::ALT | Qt::Key_Down, &TemplatesPanel::moveDown);
    m_templateActions.append(m_menu->addMenu(m_folderMenu));
    m_menu->addSeparator();
    addAction(tr("Delete"), Qt::Key_Delete, &TemplatesPanel::remove);
    connect(m_folderMenu, &QMenu::aboutToShow, this, &TemplatesPanel::fillFolders);
    m_send->setToolTip(tr("Send the template that is selected (Ctrl+Enter)"));
    setTone(m_more, "plain");
    setTone(m_new, "plain");
    connect(m_new, &QToolButton::clicked, this, &TemplatesPanel::newRequested);
    connect(m_send, &QPushButton::clicked, send, &QAction::trigger);
    connect(m_more, &QToolButton::clicked, this, [this] {
        refresh();
        m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 8, 6);
    bar->setSpacing(2);
    bar->addWidget(m_new);
    bar->addWidget(m_more);
    bar->addStretch(1);
    bar->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tree, 1);
    layout->addLayout(bar);
}

QAction *TemplatesPanel::addAction(const QString &text, const QKeySequence &keys,
                                   void (TemplatesPanel::*act)())
{
    QAction *action = m_menu->addAction(text, this, act);
    action->setShortcut(keys); // to be seen; eventFilter() looks for it
    action->setShortcutContext(Qt::WidgetShortcut);
    if (act != &TemplatesPanel::newRequested)
        m_templateActions.append(action);
    return action;
}

void TemplatesPanel::load()
{
    const int number = m_model->numberOf(m_tree->currentIndex());
    const std::optional<Profile> &saved = m_draft->saved();
    m_model->setTemplates(m_draft->profile().templates);
    m_model->setSaved(saved ? std::optional(saved->templates) : std::nullopt);
    if (!m_tree->currentIndex().isValid() && number >= 0 && number < m_model->templates().size())
        select(number);
    m_hint->say(m_model->templates().isEmpty()
                    ? tr("No templates yet. Write a message below and press + to keep it here.")
                    : QString());
    refresh();
}

void TemplatesPanel::keep()
{
    m_draft->edit<QList<MessageTemplate>>(
        [](auto &p) -> auto & { return p.templates; }, m_model->templates());
}

void TemplatesPanel::openFolders()
{
    const QSignalBlocker quiet(m_tree); // it is not a person who opens
    for (const QString &name : m_model->folders())
        m_tree->setExpanded(m_model->folder(name), !m_closed.contains(name));
}

void TemplatesPanel::refresh()
{
    const bool has = current();
    const bool hasRow = m_tree->currentIndex().isValid();
    for (QAction *action : std::as_const(m_templateActions)) {
        const bool forFolders = action->shortcut() == QKeySequence(Qt::Key_F2)
            || action->shortcut() == QKeySequence(Qt::ALT | Qt::Key_Up)
            || action->shortcut() == QKeySequence(Qt::ALT | Qt::Key_Down);
        action->setEnabled(has || (forFolders && hasRow));
    }
    m_send->setEnabled(has);
}

void TemplatesPanel::showMenu(const QPoint &at)
{
    refresh();
    m_menu->popup(m_tree->viewport()->mapToGlobal(at));
}

void TemplatesPanel::fillFolders()
{
    m_folderMenu->clear();
    const QString now = current() ? current()->folder : QString();
    const auto add = [this, &now](const QString &text, const QString &folder) {
        QAction *action = m_folderMenu->addAction(text, this, [this, folder] { moveToFolder(folder); });
        action->setEnabled(folder != now);
    };
    add(tr("No folder"), {});
    for (const QString &folder : m_model->folders())
        add(QString(folder).replace(u'&', QLatin1String("&&")), folder);
    m_folderMenu->addSeparator();
    m_folderMenu->addAction(tr("New folder"), this, &TemplatesPanel::moveToNewFolder);
}

void TemplatesPanel::choose()
{
    if (const MessageTemplate *message = current())
        Q_EMIT chosen(*message);
}

void TemplatesPanel::sendCurrent()
{
    if (const MessageTemplate *message = current())
        Q_EMIT sendRequested(*message);
}

void TemplatesPanel::rename()
{
    m_tree->setFocus(Qt::OtherFocusReason);
    m_tree->edit(m_tree->currentIndex());
}

void TemplatesPanel::duplicate()
{
    select(m_model->duplicate(m_model->numberOf(m_tree->currentIndex())));
}

void TemplatesPanel::remove()
{
    const QModelIndex index = m_tree->currentIndex();
    const int number = m_model->numberOf(index);
    QModelIndex next = m_tree->indexBelow(index);
    if (!next.isValid())
        next = m_tree->indexAbove(index);
    const int other = m_model->numberOf(next);
    const QString folder = next.data(Role::FolderRole).toString();
    m_model->remove(number);
    if (other >= 0)
        select(other > number ? other - 1 : other);
    else
        m_tree->setCurrentIndex(m_model->folder(folder));
}

void TemplatesPanel::moveBy(int by)
{
    const QModelIndex index = m_tree->currentIndex();
    if (!TemplateModel::isFolder(index))
        return select(m_model->moveBy(m_model->numberOf(index), by));
    const QString folder = index.data().toString();
    m_model->moveFolderBy(folder, by);
    m_tree->setCurrentIndex(m_model->folder(folder));
}

void TemplatesPanel::moveToFolder(const QString &folder)
{
    select(m_model->moveToFolder(m_model->numberOf(m_tree->currentIndex()), folder));
}

void TemplatesPanel::moveToNewFolder()
{
    QString name = tr("New folder");
    for (int i = 2; m_model->folder(name).isValid(); ++i)
        name = tr("New folder %1").arg(i);
    moveToFolder(name);
    m_tree->setCurrentIndex(m_model->folder(name));
    rename();
}

void TemplatesPanel::select(int number)
{
    const QModelIndex index = m_model->indexOf(number);
    if (!index.isValid())
        return;
    m_tree->expand(index.parent());
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

const MessageTemplate *TemplatesPanel::current() const
{
    return m_model->at(m_tree->currentIndex());
}

} // namespace weir
