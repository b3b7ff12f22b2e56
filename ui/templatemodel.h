// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

#include <QAbstractItemModel>

namespace weir {

// The templates of a profile: those without a folder, then the folders in the order in which they come up. A
// folder is there as long as a template is in it. Every change gives a new list.
class TemplateModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { IsFolderRole = Qt::UserRole, FormatRole, ChangedRole, FolderRole };

    // Of an index of this model, or of a model over it.
    static bool isFolder(const QModelIndex &index) { return index.data(IsFolderRole).toBool(); }

    explicit TemplateModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TemplateModel)

    const QList<MessageTemplate> &templates() const { return m_templates; }
    void setTemplates(const QList<MessageTemplate> &templates);
    void setSaved(const std::optional<QList<MessageTemplate>> &saved); // what is different is marked

    const MessageTemplate *at(const QModelIndex &index) const; // null: a folder, or none
    int numberOf(const QModelIndex &index) const; // in templates(); -1 likewise
    QModelIndex indexOf(int number) const;
    QModelIndex folder(const QString &name) const;
    QStringList folders() const;

    // From a person. Those that return a number say where the template is now, or -1.
    int add(const MessageTemplate &message, int behind = -1);
    int duplicate(int number);
    void remove(int number);
    int moveToFolder(int number, const QString &folder);
    int moveBy(int number, int by); // to the row above or below, into and out of folders
    void moveFolderBy(const QString &folder, int by);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void edited(); // by a person, not by setTemplates()
    void dropped(int number); // where it is now

private:
    struct Group
    {
        QString folder; // empty for the first, which is always there
        QList<int> numbers;
    };
    void arrange();
    int take(QList<Group> groups, int moved); // a new order; where the moved one is now
    void change(const QList<MessageTemplate> &templates);
    bool isGroup(const QModelIndex &index) const;
    int groupOf(int number) const;

    QList<MessageTemplate> m_templates;
    std::optional<QList<MessageTemplate>> m_saved;
    QList<Group> m_groups;
};

// “JSON”, “text”: as it stands beside a name.
QString formatName(MessageFormat format);

} // namespace weir
