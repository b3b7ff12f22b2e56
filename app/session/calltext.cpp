// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calltext.h"

#include "callindex.h"
#include "callmembers.h"

#include "base/jsonformat.h"

#include <QCoreApplication>
#include <QLocale>

namespace weir {

namespace {
struct CallWords
{
    Q_DECLARE_TR_FUNCTIONS(CallText)
};

constexpr qint64 longestWait = 3600LL * 1000 * 1000; // µs that are counted

QString decimal(double number, int decimals)
{
    return QLocale().toString(number, 'f', decimals);
}

QString batchOutcome(const Call &call)
{
    const QLocale locale;
    QStringList parts;
    if (call.results > 0)
        parts << (call.results == 1 ? CallWords::tr("1 result")
                                    : CallWords::tr("%1 results").arg(locale.toString(call.results)));
    if (call.errors > 0)
        parts << (call.errors == 1 ? CallWords::tr("1 error")
                                   : CallWords::tr("%1 errors").arg(locale.toString(call.errors)));
    if (call.state == Call::State::Waiting)
        parts << CallWords::tr("waiting for answers");
    return parts.join(CallWords::tr(", "));
}

QString waitingText(const Call &call)
{
    return call.type == Call::Type::Asked ? CallWords::tr("server asks: Reply…")
                                          : CallWords::tr("waiting for the answer");
}
}

QString callIdText(const CallIndex &index, qsizetype at)
{
    const Call &call = index.at(at);
    if (call.type != Call::Type::Batch)
        return callIdText(call.id);
    QByteArray first;
    QByteArray last;
    for (const qsizetype member : callMembers(index, at)) {
        if (first.isEmpty())
            first = index.at(member).id;
        if (!index.at(member).id.isEmpty())
            last = index.at(member).id;
    }
    return first == last ? callIdText(first) : callIdText(first) + u'–' + callIdText(last);
}

QString callIdText(QByteArrayView id)
{
    if (id.isEmpty())
        return QStringLiteral("—");
    // "7" is not 7, nor is "null" null: only what cannot be mistaken goes without its quotes.
    const bool isString = id.size() > 2 && id.startsWith('"') && id.endsWith('"');
    const QByteArrayView inside = isString ? id.sliced(1, id.size() - 2) : id;
    const bool isPlain = isString && !inside.contains('\\') && !inside.contains('"')
        && !checkJson(inside).has_value() && inside.trimmed() == inside;
    return QString::fromUtf8(isPlain ? inside : id);
}

QString callMethodText(const Call &call)
{
    switch (call.type) {
    case Call::Type::Batch:
        return CallWords::tr("batch of %1").arg(QLocale().toString(call.members));
    case Call::Type::Asked:
        return QStringLiteral("◂ ") + QString::fromUtf8(call.method);
    default:
        return call.method.isEmpty() ? CallWords::tr("no method") : QString::fromUtf8(call.method);
    }
}

QString callOutcomeText(const Call &call)
{
    switch (call.state) {
    case Call::State::Waiting:
        return call.type == Call::Type::Batch ? batchOutcome(call) : waitingText(call);
    case Call::State::Sent:
        if (!call.outcome.isEmpty())
            return QString::fromUtf8(call.outcome);
        return call.type == Call::Type::Batch ? CallWords::tr("notifications, no reply expected")
                                              : CallWords::tr("notification, no reply expected");
    case Call::State::Mixed:
        return batchOutcome(call);
    case Call::State::Error:
        if (call.type == Call::Type::Batch && call.outcome.isEmpty())
            return batchOutcome(call);
        return call.outcome.startsWith('-') ? u'−' + QString::fromUtf8(call.outcome.sliced(1))
                                            : QString::fromUtf8(call.outcome);
    case Call::State::Result:
        return call.type == Call::Type::Batch ? batchOutcome(call) : QString::fromUtf8(call.outcome);
    default:
        return QString::fromUtf8(call.outcome);
    }
}

QString callStateText(const Call &call)
{
    switch (call.state) {
    case Call::State::Waiting:
        return CallWords::tr("Waiting");
    case Call::State::Sent:
        return CallWords::tr("Sent");
    case Call::State::Result:
        return CallWords::tr("Result");
    case Call::State::Error:
        return CallWords::tr("Error");
    case Call::State::Invalid:
        return CallWords::tr("Invalid answer");
    case Call::State::Failed:
        return CallWords::tr("No answer");
    case Call::State::Mixed:
        return CallWords::tr("Results and errors");
    }
    return {};
}

QString callTimeText(qint64 microseconds)
{
    const double ms = double(microseconds) / 1000;
    if (ms < 9.95)
        return CallWords::tr("%1 ms").arg(decimal(ms, 1));
    if (ms < 999.5)
        return CallWords::tr("%1 ms").arg(decimal(ms, 0));
    if (ms < 59'950)
        return CallWords::tr("%1 s").arg(decimal(ms / 1000, 1));
    const qint64 seconds = qRound64(ms / 1000);
    return CallWords::tr("%1 min %2 s")
        .arg(QLocale().toString(seconds / 60), QLocale().toString(seconds % 60));
}

QString callTimeText(const Call &call, qint64 now)
{
    if (call.ended > 0)
        return callTimeText(call.duration());
    if (call.state != Call::State::Waiting)
        return {};
    // What a program that ended left behind is not counted.
    const qint64 waited = now - call.begun;
    const bool isCounted = call.type != Call::Type::Asked && waited >= 0 && waited <= longestWait;
    return isCounted ? callTimeText(waited) : CallWords::tr("waiting");
}

QString errorCodeText(QByteArrayView code)
{
    return code.startsWith('-') ? u'−' + QString::fromUtf8(code.sliced(1)) : QString::fromUtf8(code);
}

} // namespace weir
