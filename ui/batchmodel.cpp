// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchmodel.h"

#include "format.h"
#include "theme.h"
#include "visibletext.h"

#include "base/jsonformat.h"
#include "base/rawjson.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype longestCell = 300; // bytes that are laid out

QString cut(QByteArrayView utf8)
{
    const QString text = visibleText(utf8, longestCell);
    return utf8.size() > longestCell ? text + QChar(u'…') : text;
}

QString timeText(qint64 microseconds)
{
    if (microseconds >= 1'000'000)
        return durationText(microseconds / 1000);
    return BatchModel::tr("%1 ms").arg(QLocale().toString(double(microseconds) / 1000, 'f', 1));
}

bool isError(Call::State state)
{
    return state == Call::State::Error || state == Call::State::Invalid || state == Call::State::Failed;
}
}

std::vector<QByteArray> BatchModel::calls() const
{
    std::vector<QByteArray> all;
    all.reserve(m_rows.size());
    for (const Row &row : m_rows)
        all.push_back(row.text);
    return all;
}

void BatchModel::setCalls(const std::vector<QByteArray> &calls)
{
    beginResetModel();
    m_rows.clear();
    for (const QByteArray &call : calls)
        m_rows.push_back(rowOf(call));
    endResetModel();
}

void BatchModel::insert(int row, const QByteArray &call)
{
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, rowOf(call));
    endInsertRows();
}

void BatchModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void BatchModel::move(int row, int by)
{
    const int to = row + by;
    if (by == 0 || to < 0 || to >= rowCount())
        return;
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    const auto first = m_rows.begin() + std::min(row, to);
    const auto last = m_rows.begin() + std::max(row, to) + 1;
    std::rotate(first, by > 0 ? first + 1 : last - 1, last);
    endMoveRows();
}

void BatchModel::setOutcomes(const std::vector<Call> &outcomes)
{
    if (m_rows.empty())
        return;
    std::vector<bool> used(outcomes.size());
    for (Row &row : m_rows)
        row.outcome.reset();
    const auto give = [&](Row &row, size_t outcome) {
        row.outcome = outcomes[outcome];
        used[outcome] = true;
    };
    for (Row &row : m_rows) {
        for (size_t i = 0; i < outcomes.size() && !row.outcome; ++i) {
            if (!used[i] && cut(outcomes[i].method) == row.method && outcomes[i].id == row.id)
                give(row, i);
        }
    }
    // Where a variable stood in the id it was another one on the wire: there the place tells.
    for (size_t i = 0; i < std::min(m_rows.size(), outcomes.size()); ++i) {
        if (!m_rows[i].outcome && !used[i])
            give(m_rows[i], i);
    }
    Q_EMIT dataChanged(index(0, Outcome), index(rowCount() - 1, Time));
}

bool BatchModel::hasOutcomes() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.outcome.has_value(); });
}

QString BatchModel::total() const
{
    quint64 answered = 0;
    quint64 expected = 0;
    quint64 errors = 0;
    qint64 begun = 0;
    qint64 ended = 0;
    for (const Row &row : m_rows) {
        if (!row.outcome || row.outcome->state == Call::State::Sent)
            continue;
        const Call &call = *row.outcome;
        ++expected;
        answered += call.state != Call::State::Waiting && call.state != Call::State::Failed;
        errors += isError(call.state);
        begun = begun == 0 ? call.begun : std::min(begun, call.begun);
        ended = std::max(ended, call.ended);
    }
    if (expected == 0)
        return hasOutcomes() ? tr("No reply is expected") : QString();
    QStringList parts = {tr("%1 of %2 answered").arg(countText(answered), countText(expected))};
    if (errors > 0)
        parts.append(errors == 1 ? tr("1 error") : tr("%1 errors").arg(countText(errors)));
    if (ended > 0)
        parts.append(timeText(ended - begun));
    return parts.join(QStringLiteral(" · "));
}

int BatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int BatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant BatchModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(size_t(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, index.column());
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(shown(row, index.column()).toString().toHtmlEscaped());
    case Qt::ForegroundRole:
        return colourOf(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Id || index.column() == Time ? Qt::AlignRight : Qt::AlignLeft)
                        | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Id || section == Time ? Qt::AlignRight : Qt::AlignLeft)
                        | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Method"), tr("Parameters"), tr("Id"), tr("Outcome"), tr("Time")};
    return names[section];
}

BatchModel::Row BatchModel::rowOf(const QByteArray &call)
{
    Row row;
    row.text = call;
    const auto isObject = [&call] { return jsonType(trimmedJson(call)) == JsonType::Object; };
    if (!checkJson(call) || !isObject()) {
        row.params = cut(call); // perhaps a request once its variables are filled in
        return row;
    }
    for (const JsonMember &member : jsonMembers(call)) {
        if (member.name == "method")
            row.method = cut(jsonText(member.value));
        else if (member.name == "params")
            row.params = cut(member.value);
        else if (member.name == "id")
            row.id = member.value.toByteArray();
    }
    return row;
}

QVariant BatchModel::shown(const Row &row, int column) const
{
    using State = Call::State;
    switch (column) {
    case Method:
        return row.method;
    case Params:
        return row.params;
    case Id:
        return row.id.isEmpty() ? QStringLiteral("–") : cut(row.id);
    case Outcome:
        if (!row.outcome)
            return {};
        if (row.outcome->state == State::Waiting)
            return tr("waiting");
        return row.outcome->state == State::Sent ? tr("notification, no reply expected")
                                                 : cut(row.outcome->outcome);
    case Time:
        return row.outcome && row.outcome->duration() >= 0 && row.outcome->state != State::Sent
            ? timeText(row.outcome->duration())
            : QString();
    default:
        return {};
    }
}

QVariant BatchModel::colourOf(const Row &row, int column) const
{
    const Theme &theme = Theme::of(QGuiApplication::palette());
    if (column == Params || column == Time)
        return theme.muted;
    if (column != Outcome || !row.outcome)
        return {};
    const bool isQuiet =
        row.outcome->state == Call::State::Waiting || row.outcome->state == Call::State::Sent;
    return isQuiet ? theme.muted : isError(row.outcome->state) ? theme.error : theme.ok;
}

} // namespace weir
