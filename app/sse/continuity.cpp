// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "continuity.h"

#include <QCoreApplication>
#include <QHashFunctions>

#include <algorithm>

namespace weir {

namespace {
size_t hashOf(QByteArrayView id)
{
    return qHashBits(id.data(), size_t(id.size()), 0);
}

std::optional<qint64> number(QByteArrayView id)
{
    const bool digits = !id.isEmpty() && id.size() <= 18
        && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::optional(id.toByteArray().toLongLong()) : std::nullopt;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Continuity", text);
}
}

Continuity::Continuity(QByteArray lastEventId)
    : m_last(std::move(lastEventId))
{
}

std::optional<QString> Continuity::take(const EventBatch &batch, qsizetype first)
{
    std::optional<QString> sentence;
    const auto &records = batch.records();
    const auto counts = [&records](qsizetype i) {
        const EventBatch::Record &record = records[size_t(i)];
        return record.kind == Kind::SseEvent && (record.flags & OwnId);
    };
    qsizetype last = -1;
    for (qsizetype i = first; i < batch.count(); ++i) {
        if (!counts(i))
            continue;
        const QByteArrayView id = batch.at(i).id;
        if (m_judgeNext) {
            m_judgeNext = false;
            sentence = judge(id);
        }
        if (m_seen.size() < capacity)
            m_seen.push_back(hashOf(id));
        else
            m_seen[m_next] = hashOf(id);
        m_next = (m_next + 1) % capacity;
        last = i;
    }
    if (last >= 0)
        m_last = batch.at(last).id.toByteArray();
    return sentence;
}

QString Continuity::judge(QByteArrayView id) const
{
    const QString text = QString::fromUtf8(id);
    const QString before = QString::fromUtf8(m_last);
    const auto now = number(id);
    const auto then = number(m_last);
    if (now && then) {
        const qint64 step = *now - *then;
        if (step == 1)
            return tr(QT_TRANSLATE_NOOP("Continuity", "Resumed without a gap: %1 follows %2."))
                .arg(text, before);
        if (step > 1)
            return tr(QT_TRANSLATE_NOOP("Continuity",
                                        "Ids jump from %1 to %2 after the resume (%3 missing)."))
                .arg(before, text, QString::number(step - 1));
        if (step == 0)
            return tr(QT_TRANSLATE_NOOP("Continuity", "Events repeat after the resume: %1 came again."))
                .arg(text);
        return wasSeen(id)
            ? tr(QT_TRANSLATE_NOOP(
                     "Continuity",
                     "Ids run backwards after the resume: from %1 to %2, which was seen before."))
                  .arg(before, text)
            : tr(QT_TRANSLATE_NOOP(
                     "Continuity",
                     "Ids run backwards after the resume: from %1 to %2, which was not seen before."))
                  .arg(before, text);
    }
    return wasSeen(id) || id == QByteArrayView(m_last)
        ? tr(QT_TRANSLATE_NOOP("Continuity", "Events repeat after the resume: %1 was seen before.")).arg(text)
        : tr(QT_TRANSLATE_NOOP("Continuity", "Resumed after %1 with %2, which was not seen before."))
              .arg(before, text);
}

bool Continuity::wasSeen(QByteArrayView id) const
{
    return std::find(m_seen.begin(), m_seen.end(), hashOf(id)) != m_seen.end();
}

} // namespace weir
