// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "templatemodel.h"

#include "visibletext.h"

#include <QCoreApplication>
#include <QMimeData>

#include <algorithm>

namespace weir {

namespace {
const QString mimeType = QStringLiteral("application/x-weir-template");
constexpr quintptr top = 0; // internal id of root rows; of those in a folder it is the number of their group
}

QString formatName(MessageFormat format)
{
    switch (format) {
    case MessageFormat::Text:
        return TemplateModel::tr("text");
    case MessageFormat::Json:
        return TemplateModel::tr("JSON");
    case MessageFormat::Hex:
        return TemplateModel::tr("hex");
    case MessageFormat::Base64:
        return TemplateModel::tr("base64");
    }
    return {};
}

TemplateModel::TemplateModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    arrange();
}

void TemplateModel::setTemplates(const QList<MessageTemplate> &templates)
{
    if (templates == m_templates)
        return;
    beginResetModel();
    m_templates = templates;
    arrange();
    endResetModel();
}

void TemplateModel::setSaved(const std::optional<QList<MessageTemplate>> &saved)
{
    if (saved == m_saved)
        return;
    m_saved = saved;
    for (int number = 0; number < m_templates.size(); ++number) {
        const QModelIndex index = indexOf(number);
        Q_EMIT dataChanged(index, index, {ChangedRole, Qt::AccessibleDescriptionRole});
    }
}

const MessageTemplate *TemplateModel::at(const QModelIndex &index) const
{
    const int number = numberOf(index);
    return number < 0 ? nullptr : &m_templates.at(number);
}

int TemplateModel::numberOf(const QModelIndex &index) const
{
    if (!index.isValid() || isGroup(index))
        return -1;
    return m_groups.at(qsizetype(index.internalId())).numbers.at(index.row());
}

QModelIndex TemplateModel::indexOf(int number) const
{
    const int group = groupOf(number);
    return group < 0 ? QModelIndex()
                     : createIndex(int(m_groups.at(group).numbers.indexOf(number)), 0, quintptr(group));
}

QModelIndex TemplateModel::folder(const QString &name) const
{
    for (int group = 1; group < m_groups.size(); ++group) {
        if (m_groups.at(group).folder == name)
            return createIndex(int(m_groups.constFirst().numbers.size()) + group - 1, 0, top);
    }
    return {};
}

QStringList TemplateModel::folders() const
{
    QStringList names;
    for (qsizetype group = 1; group < m_groups.size(); ++group)
        names.append(m_groups.at(group).folder);
    return names;
}

int TemplateModel::add(const MessageTemplate &message, int behind)
{
    QList<MessageTemplate> templates = m_templates;
    const qsizetype at = behind < 0 ? templates.size() : behind + 1;
    templates.insert(at, message);
    change(templates);
    return int(at);
}

int TemplateModel::duplicate(int number)
{
    MessageTemplate copy = m_templates.at(number);
    copy.name = tr("%1 (copy)").arg(copy.name);
    return add(copy, number);
}

void TemplateModel::remove(int number)
{
    QList<MessageTemplate> templates = m_templates;
    templates.removeAt(number);
    change(templates);
}

int TemplateModel::moveToFolder(int number, const QString &folder)
{
    QList<MessageTemplate> templates = m_templates;
    MessageTemplate moved = templates.takeAt(number);
    if (moved.folder == folder)
        return number;
    moved.folder = folder;
    templates.append(moved);
    change(templates);
    return int(templates.size()) - 1;
}

int TemplateModel::moveBy(int number, int by)
{
    const int group = groupOf(number);
    QList<Group> groups = m_groups;
    QList<int> &from = groups[group].numbers;
    const qsizetype at = from.indexOf(number);
    if (at + by >= 0 && at + by < from.size()) {
        from.move(at, at + by);
        return take(groups, number);
    }
    const int other = group + by;
    if (other < 0 || other >= groups.size())
        return number;
    from.removeAt(at);
    QList<int> &to = groups[other].numbers;
    to.insert(by < 0 ? to.size() : 0, number);
    return take(groups, number);
}

void TemplateModel::moveFolderBy(const QString &folder, int by)
{
    const QModelIndex index = this->folder(folder);
    const int group = index.row() - int(m_groups.constFirst().numbers.size()) + 1;
    if (!index.isValid() || group + by < 1 || group + by >= m_groups.size())
        return;
    QList<Group> groups = m_groups;
    groups.move(group, group + by);
    take(groups, -1);
}

QModelIndex TemplateModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, top);
    return createIndex(row, column, quintptr(parent.row() - m_groups.constFirst().numbers.size() + 1));
}

QModelIndex TemplateModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == top)
        return {};
    return createIndex(int(m_groups.constFirst().numbers.size()) + int(child.internalId()) - 1, 0, top);
}

int TemplateModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.constFirst().numbers.size() + m_groups.size()) - 1;
    if (!isGroup(parent) || parent.column() > 0)
        return 0;
    return int(m_groups.at(parent.row() - m_groups.constFirst().numbers.size() + 1).numbers.size());
}

int TemplateModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant TemplateModel::data(const QModelIndex &index, int role) const
{
    const MessageTemplate *message = at(index);
    if (!message) {
        const bool isName = role == Qt::DisplayRole || role == Qt::EditRole || role == FolderRole;
        if (role == IsFolderRole)
            return true;
        if (!index.isValid() || !isName)
            return {};
        return m_groups.at(index.row() - m_groups.constFirst().numbers.size() + 1).folder;
    }
    const bool changed = m_saved && !m_saved->contains(*message);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return message->name;
    case Qt::ToolTipRole:
        return QStringLiteral("<pre>%1</pre>")
            .arg(visibleText(QStringView(message->body).left(500), Lines::Multi).toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(message->name, formatName(message->format));
    case Qt::AccessibleDescriptionRole:
        return changed ? tr("Changed since it was saved") : QString();
    case IsFolderRole:
        return false;
    case FormatRole:
        return formatName(message->format);
    case ChangedRole:
        return changed;
    case FolderRole:
        return message->folder;
    default:
        return {};
    }
}

bool TemplateModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || !index.isValid() || name == index.data(Qt::EditRole).toString())
        return false;
    if (const int number = numberOf(index); number >= 0) {
        m_templates[number].name = name;
        Q_EMIT dataChanged(index, index);
        Q_EMIT edited();
        return true;
    }
    QList<MessageTemplate> templates = m_templates;
    const QString before = index.data(FolderRole).toString();
    for (MessageTemplate &message : templates) {
        if (message.folder == before)
            message.folder = name;
    }
    change(templates);
    return true;
}

Qt::ItemFlags TemplateModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
    return all | (isGroup(index) ? Qt::ItemIsDropEnabled : Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren);
}

QStringList TemplateModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *TemplateModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    // Only within one list: elsewhere the number means another template.
    data->setData(mimeType,
                  QByteArray::number(quintptr(this)) + ' ' + QByteArray::number(numberOf(indexes.value(0))));
    return data;
}

bool TemplateModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                 const QModelIndex &parent)
{
    const QByteArrayList words = data->data(mimeType).split(' ');
    const int number = words.value(1, "-1").toInt();
    if (action != Qt::MoveAction || words.constFirst().toULongLong() != quintptr(this) || number < 0
        || number >= m_templates.size())
        return false;
    const int group = parent.isValid() ? parent.row() - int(m_groups.constFirst().numbers.size()) + 1 : 0;
    QList<Group> groups = m_groups;
    QList<int> &to = groups[group].numbers;
    qsizetype at = row < 0 ? to.size() : std::min<qsizetype>(row, to.size());
    QList<int> &from = groups[groupOf(number)].numbers;
    const qsizetype was = from.indexOf(number);
    from.removeAt(was);
    if (&from == &to && was < at)
        --at;
    to.insert(at, number);
    Q_EMIT dropped(take(groups, number));
    return false; // moved already: the view has nothing to remove
}

void TemplateModel::arrange()
{
    m_groups = {Group{}};
    for (int number = 0; number < m_templates.size(); ++number) {
        const QString &folder = m_templates.at(number).folder;
        auto group = std::find_if(m_groups.begin(), m_groups.end(),
                                  [&folder](const Group &one) { return one.folder == folder; });
        if (group == m_groups.end())
            group = m_groups.insert(m_groups.end(), {folder, {}});
        group->numbers.append(number);
    }
}

int TemplateModel::take(QList<Group> groups, int moved)
{
    QList<MessageTemplate> templates;
    int now = -1;
    for (const Group &group : std::as_const(groups)) {
        for (const int number : group.numbers) {
            if (number == moved)
                now = int(templates.size());
            templates.append(m_templates.at(number));
            templates.last().folder = group.folder;
        }
    }
    change(templates);
    return now;
}

void TemplateModel::change(const QList<MessageTemplate> &templates)
{
    if (templates == m_templates)
        return;
    setTemplates(templates);
    Q_EMIT edited();
}

bool TemplateModel::isGroup(const QModelIndex &index) const
{
    return index.internalId() == top && index.row() >= m_groups.constFirst().numbers.size();
}

int TemplateModel::groupOf(int number) const
{
    for (int group = 0; group < m_groups.size(); ++group) {
        if (m_groups.at(group).numbers.contains(number))
            return group;
    }
    return -1;
}

} // namespace weir
