// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace weir {

struct KnownMethod
{
    QString name = {};
    QString summary = {}; // empty: it was only heard of
    bool isDeprecated = false;

    bool operator==(const KnownMethod &) const = default;
};

// The methods that can be called, as far as they are known.
class MethodList final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SummaryRole = Qt::UserRole, IsDeprecatedRole };
    using QAbstractListModel::QAbstractListModel;

    void setMethods(std::vector<KnownMethod> methods);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<KnownMethod> m_methods;
};

// One of them in a list: its name, struck through where it is deprecated, and behind it what it does.
class MethodDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace weir
