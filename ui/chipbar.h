// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QWidget>

#include <optional>
#include <set>
#include <vector>

namespace weir {

class Chip;

// Chips that wrap like words, in groups parted by a thin line. The first chip is "All": it is checked where
// no other of its groups is. What does not fit into maxRows() is behind the last chip, in a list.
class ChipBar final : public QWidget
{
    Q_OBJECT

public:
    // What "All" lets go: the first group, or every one.
    enum class AllOf { FirstGroup, EveryGroup };
    explicit ChipBar(int groups = 1, AllOf all = AllOf::FirstGroup, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ChipBar)

    struct Item
    {
        QByteArray key; // not empty
        QString label;
        std::optional<quint64> count;
        bool operator==(const Item &) const = default;
    };
    void setAll(const QString &label, std::optional<quint64> count = {});
    // Chips that are there keep their place, so that nothing jumps under the mouse; new ones follow, the most
    // frequent first. A checked key that is not in `items` is kept as a chip without a count.
    void setItems(std::vector<Item> items, int group = 0);
    const std::set<QByteArray> &checkedKeys(int group = 0) const { return m_groups[size_t(group)].checked; }
    void setCheckedKeys(const std::set<QByteArray> &keys, int group = 0); // emits nothing
    void setMaxRows(int rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void checkedKeysChanged(); // by a person

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Group
    {
        std::vector<Item> items;
        std::vector<Chip *> chips; // children of this widget, one for each item
        std::set<QByteArray> checked;
    };
    struct Placing
    {
        std::vector<std::pair<Chip *, QRect>> chips;
        std::vector<QRect> lines;
        int rows = 0;
        int height = 0;
    };
    Placing placeRows(int width, const std::vector<size_t> &shown, Chip *more) const;
    Placing place(int width, std::vector<size_t> &shown) const;
    std::vector<Chip *> firstChips(const Group &group, size_t count) const;
    void arrange();
    void showMore();
    void toggle(int group, const QByteArray &key);
    void chainFocus();
    void updateChecks();
    Chip *addChip();

    std::vector<Group> m_groups;
    AllOf m_allOf;
    Chip *m_all;
    Chip *m_more;
    std::vector<QRect> m_lines;
    std::vector<std::pair<int, QByteArray>> m_hidden; // group and key
    int m_maxRows = 2;
};

} // namespace weir
