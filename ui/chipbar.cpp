// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chipbar.h"

#include "chips.h"
#include "theme.h"

#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <numeric>

namespace weir {

namespace {

constexpr int gap = 7;
constexpr int lineGap = 5; // on both sides of the line between two groups, beside the gap
constexpr int topMargin = 3; // in the middle of the controls beside
constexpr int narrowest = 120;
constexpr int comfortable = 240;

} // namespace

ChipBar::ChipBar(int groups, AllOf all, QWidget *parent)
    : QWidget(parent)
    , m_groups(size_t(groups))
    , m_allOf(all)
    , m_all(addChip())
    , m_more(addChip())
{
    connect(m_all, &Chip::clicked, this, [this] { toggle(0, {}); });
    connect(m_more, &Chip::clicked, this, &ChipBar::showMore);
    m_more->setCheckable(false);
    m_more->hide();
    setAll(tr("All"));
    updateChecks();
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipBar::setAll(const QString &label, std::optional<quint64> count)
{
    const int before = m_all->sizeHint().width();
    m_all->setLabel(label, count);
    if (m_all->sizeHint().width() != before)
        arrange();
}

void ChipBar::setItems(std::vector<Item> items, int group)
{
    Group &here = m_groups[size_t(group)];
    for (const QByteArray &key : here.checked) {
        if (std::none_of(items.begin(), items.end(), [&](const Item &item) { return item.key == key; }))
            items.push_back({key, QString::fromUtf8(key), {}});
    }
    const auto placeOf = [&here](const Item &item) {
        return std::find_if(here.items.begin(), here.items.end(),
                            [&item](const Item &known) { return known.key == item.key; })
            - here.items.begin();
    };
    std::vector<std::pair<std::ptrdiff_t, Item>> ordered;
    for (Item &item : items) {
        const std::ptrdiff_t at = placeOf(item);
        ordered.emplace_back(at, std::move(item));
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first
                                  : a.second.count.value_or(0) > b.second.count.value_or(0);
    });
    items.clear();
    for (auto &[at, item] : ordered)
        items.push_back(std::move(item));
    if (items == here.items)
        return;
    while (here.chips.size() > items.size()) {
        delete here.chips.back();
        here.chips.pop_back();
    }
    const size_t known = here.chips.size();
    while (here.chips.size() < items.size()) {
        const size_t index = here.chips.size();
        Chip *chip = addChip();
        connect(chip, &Chip::clicked, this,
                [this, group, index] { toggle(group, m_groups[size_t(group)].items[index].key); });
        here.chips.push_back(chip);
    }
    if (known < here.chips.size())
        chainFocus();
    bool moved = here.chips.size() != here.items.size();
    here.items = std::move(items);
    for (size_t i = 0; i < here.items.size(); ++i) {
        const int before = here.chips[i]->sizeHint().width();
        here.chips[i]->setLabel(here.items[i].label, here.items[i].count);
        moved = moved || here.chips[i]->sizeHint().width() != before;
    }
    updateChecks();
    if (moved)
        arrange();
}

void ChipBar::setCheckedKeys(const std::set<QByteArray> &keys, int group)
{
    Group &here = m_groups[size_t(group)];
    here.checked = keys;
    setItems(here.items, group);
    updateChecks();
    arrange();
}

void ChipBar::setMaxRows(int rows)
{
    m_maxRows = rows;
    arrange();
}

QSize ChipBar::sizeHint() const
{
    return {comfortable, heightForWidth(width() > narrowest ? width() : comfortable)};
}

QSize ChipBar::minimumSizeHint() const
{
    return {narrowest, m_all->sizeHint().height() + 2 * topMargin};
}

int ChipBar::heightForWidth(int width) const
{
    std::vector<size_t> shown;
    return place(width, shown).height;
}

void ChipBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChipBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (const QRect &line : m_lines)
        painter.fillRect(line, Theme::of(this).line);
}

// The chips of a group that are shown where there is room for `count`: those that are checked, then the most
// frequent.
std::vector<Chip *> ChipBar::firstChips(const Group &group, size_t count) const
{
    std::vector<size_t> order(group.chips.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rank = [&group](size_t i) {
        return std::pair(group.checked.contains(group.items[i].key), group.items[i].count.value_or(0));
    };
    std::stable_sort(order.begin(), order.end(), [&rank](size_t a, size_t b) { return rank(a) > rank(b); });
    order.resize(std::min(count, order.size()));
    std::sort(order.begin(), order.end());
    std::vector<Chip *> chips;
    for (const size_t i : order)
        chips.push_back(group.chips[i]);
    return chips;
}

ChipBar::Placing ChipBar::placeRows(int width, const std::vector<size_t> &shown, Chip *more) const
{
    Placing placing;
    int x = 0;
    int y = topMargin;
    const int rowHeight = m_all->sizeHint().height();
    const auto add = [&](Chip *chip) {
        const QSize size = chip->sizeHint().boundedTo({std::max(width, 1), rowHeight});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += rowHeight + gap;
        }
        placing.chips.emplace_back(chip, QRect(QPoint(x, y), size));
        x += size.width() + gap;
    };
    add(m_all);
    for (size_t g = 0; g < m_groups.size(); ++g) {
        const std::vector<Chip *> chips = firstChips(m_groups[g], shown[g]);
        if (g > 0 && !chips.empty() && x + 2 * lineGap + 1 + chips.front()->sizeHint().width() <= width) {
            placing.lines.emplace_back(x + lineGap - gap / 2, y + 2, 1, rowHeight - 4);
            x += 2 * lineGap + 1 - gap / 2;
        }
        for (Chip *chip : chips)
            add(chip);
    }
    if (more)
        add(more);
    placing.height = y + rowHeight + topMargin;
    placing.rows = (y - topMargin) / (rowHeight + gap) + 1;
    return placing;
}

ChipBar::Placing ChipBar::place(int width, std::vector<size_t> &shown) const
{
    shown.clear();
    for (const Group &group : m_groups)
        shown.push_back(group.chips.size());
    Placing placing = placeRows(width, shown, nullptr);
    // Rows are short and chips are wide: what cannot fit is not even tried.
    const size_t most = size_t(m_maxRows) * size_t(std::max(1, width / 30));
    for (size_t &count : shown)
        count = placing.rows > m_maxRows ? std::min(count, most) : count;
    while (placing.rows > m_maxRows) {
        size_t &largest = *std::max_element(shown.begin(), shown.end());
        if (largest == 0)
            break;
        --largest;
        placing = placeRows(width, shown, m_more);
    }
    return placing;
}

void ChipBar::arrange()
{
    std::vector<size_t> shown;
    const int before = m_more->sizeHint().width();
    const Placing placing = place(width(), shown);
    m_hidden.clear();
    for (size_t g = 0; g < m_groups.size(); ++g) {
        const Group &group = m_groups[g];
        const std::vector<Chip *> chips = firstChips(group, shown[g]);
        for (size_t i = 0; i < group.chips.size(); ++i) {
            const bool visible = std::find(chips.begin(), chips.end(), group.chips[i]) != chips.end();
            group.chips[i]->setVisible(visible);
            if (!visible)
                m_hidden.emplace_back(int(g), group.items[i].key);
        }
    }
    for (const auto &[chip, rect] : placing.chips)
        chip->setGeometry(rect);
    m_lines = placing.lines;
    m_more->setVisible(!m_hidden.empty());
    m_more->setLabel(tr("%1 more…").arg(QLocale().toString(qulonglong(m_hidden.size()))));
    if (m_more->sizeHint().width() > before && !m_hidden.empty()) {
        arrange(); // with the room that the longer label takes; it never shrinks back and forth
        return;
    }
    updateGeometry();
    update();
}

void ChipBar::showMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("More"));
    for (const auto &[group, key] : m_hidden) {
        const std::vector<Item> &items = m_groups[size_t(group)].items;
        const auto item = std::find_if(items.begin(), items.end(),
                                       [&key = key](const Item &one) { return one.key == key; });
        const size_t index = size_t(item - items.begin());
        QString text = m_groups[size_t(group)].chips[index]->shown();
        QAction *action = menu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, group = group, key = key] { toggle(group, key); });
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

void ChipBar::toggle(int group, const QByteArray &key)
{
    std::set<QByteArray> &checked = m_groups[size_t(group)].checked;
    if (key.isEmpty() && m_allOf == AllOf::EveryGroup)
        std::for_each(m_groups.begin(), m_groups.end(), [](Group &one) { one.checked.clear(); });
    else if (key.isEmpty())
        checked.clear();
    else if (checked.erase(key) == 0)
        checked.insert(key);
    updateChecks();
    arrange();
    Q_EMIT checkedKeysChanged();
}

// Tab goes through the chips as they stand.
void ChipBar::chainFocus()
{
    QWidget *last = m_all;
    for (const Group &group : m_groups) {
        for (Chip *chip : group.chips) {
            setTabOrder(last, chip);
            last = chip;
        }
    }
    setTabOrder(last, m_more);
}

void ChipBar::updateChecks()
{
    const auto free = [](const Group &group) { return group.checked.empty(); };
    m_all->setChecked(m_allOf == AllOf::EveryGroup ? std::all_of(m_groups.begin(), m_groups.end(), free)
                                                   : free(m_groups.front()));
    for (const Group &group : m_groups) {
        for (size_t i = 0; i < group.chips.size(); ++i)
            group.chips[i]->setChecked(group.checked.contains(group.items[i].key));
    }
}

Chip *ChipBar::addChip()
{
    auto *chip = new Chip(this);
    chip->show();
    return chip;
}

} // namespace weir
