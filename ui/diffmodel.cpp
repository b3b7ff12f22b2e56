// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diffmodel.h"

#include "visibletext.h"

#include "base/utf8.h"

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype longestShown = 4000; // bytes of a line
}

void DiffModel::setDiff(JsonDiff diff)
{
    beginResetModel();
    m_diff = std::move(diff);
    layOut();
    endResetModel();
}

void DiffModel::setSideBySide(bool sideBySide)
{
    if (sideBySide == m_isSideBySide)
        return;
    beginResetModel();
    m_isSideBySide = sideBySide;
    layOut();
    endResetModel();
}

int DiffModel::nextChange(int row, int by) const
{
    const auto isChange = [this](int at) { return at >= 0 && at < rowCount() && !m_rows[size_t(at)].isSame; };
    const auto isFirst = [&](int at) { return isChange(at) && !isChange(at - 1); };
    int at = row + by;
    while (at >= 0 && at < rowCount() && !isFirst(at))
        at += by;
    return isFirst(at) ? at : -1;
}

QString DiffModel::unified(int row) const
{
    const Row &here = m_rows[size_t(row)];
    if (here.isSame)
        return u' ' + textFromUtf8(m_diff.rightLine(here.right));
    QStringList lines;
    if (here.left >= 0)
        lines << u'-' + textFromUtf8(m_diff.leftLine(here.left));
    if (here.right >= 0)
        lines << u'+' + textFromUtf8(m_diff.rightLine(here.right));
    return lines.join(u'\n');
}

int DiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DiffModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_isSideBySide ? 2 : 1;
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(line(row, index.column()), longestShown);
    case Qt::AccessibleTextRole:
        return visibleText(unified(index.row()));
    case SideRole:
        return QVariant::fromValue(side(row, index.column()));
    default:
        return {};
    }
}

void DiffModel::layOut()
{
    m_rows.clear();
    m_longest = 0;
    const auto isChange = [](const JsonDiff::Line &line) { return !line.isSame; };
    for (auto line = m_diff.lines.begin(); line != m_diff.lines.end();) {
        if (line->isSame || m_isSideBySide) {
            m_rows.push_back({line->left, line->right, line->isSame});
            ++line;
            continue;
        }
        const auto end = std::find_if_not(line, m_diff.lines.end(), isChange);
        for (auto one = line; one != end; ++one) {
            if (one->left >= 0)
                m_rows.push_back({one->left, -1, false});
        }
        for (; line != end; ++line) {
            if (line->right >= 0)
                m_rows.push_back({-1, line->right, false});
        }
    }
    for (const Row &row : m_rows) {
        for (const int column : {0, 1})
            m_longest = std::max(m_longest, int(std::min(line(row, column).size(), longestShown)));
    }
}

DiffModel::Side DiffModel::side(const Row &row, int column) const
{
    if (row.isSame)
        return Side::Same;
    if (!m_isSideBySide)
        return row.left >= 0 ? Side::Removed : Side::Added;
    if (column == 0)
        return row.left >= 0 ? Side::Removed : Side::Nothing;
    return row.right >= 0 ? Side::Added : Side::Nothing;
}

QByteArrayView DiffModel::line(const Row &row, int column) const
{
    if (m_isSideBySide && column == 0)
        return row.left >= 0 ? m_diff.leftLine(row.left) : QByteArrayView();
    if (m_isSideBySide)
        return row.right >= 0 ? m_diff.rightLine(row.right) : QByteArrayView();
    return row.right >= 0 ? m_diff.rightLine(row.right)
        : row.left >= 0   ? m_diff.leftLine(row.left)
                          : QByteArrayView();
}

} // namespace weir
