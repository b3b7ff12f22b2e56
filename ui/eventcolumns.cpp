// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventcolumns.h"

#include "visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace weir {

namespace {
// The context of the translations.
struct Title
{
    Q_DECLARE_TR_FUNCTIONS(EventColumns)
};

// What was sent or received has a size; a sentence of our own has none.
bool hasSize(Kind kind)
{
    return kind < Kind::HttpRequest;
}

constexpr qsizetype longestName = 200; // bytes that are looked at

void appendUtf8(Chars &out, QByteArrayView utf8, qsizetype limit)
{
    const qsizetype size = std::min(utf8.size(), limit);
    const auto isPlain = [](char c) { return c >= 0x20 && c < 0x7f; };
    if (!std::all_of(utf8.begin(), utf8.begin() + size, isPlain)) {
        appendText(out, visibleText(utf8, limit));
        return;
    }
    const qsizetype before = out.size();
    out.resize(before + size);
    std::copy_n(utf8.begin(), size, out.begin() + before);
}
}

std::vector<EventColumn> feedColumns()
{
    return {EventColumn::Seq, EventColumn::Time, EventColumn::Delta, EventColumn::EventName,
            EventColumn::Id,  EventColumn::Size, EventColumn::Data};
}

std::vector<EventColumn> messageColumns()
{
    return {EventColumn::Seq,  EventColumn::Time,      EventColumn::Delta, EventColumn::Direction,
            EventColumn::Kind, EventColumn::EventName, EventColumn::Size,  EventColumn::Data};
}

std::vector<EventColumn> logColumns()
{
    return {EventColumn::Seq,  EventColumn::Time,      EventColumn::Connection, EventColumn::Direction,
            EventColumn::Kind, EventColumn::EventName, EventColumn::Size,       EventColumn::Data};
}

QString columnTitle(EventColumn column, bool besideKinds)
{
    switch (column) {
    case EventColumn::Seq:
        return QStringLiteral("#");
    case EventColumn::Time:
        return Title::tr("Time");
    case EventColumn::Delta:
        return QStringLiteral("Δ");
    case EventColumn::Connection:
        return Title::tr("Connection");
    case EventColumn::Direction:
        return {};
    case EventColumn::Kind:
        return Title::tr("Kind");
    case EventColumn::EventName:
        return besideKinds ? Title::tr("Name") : Title::tr("Event");
    case EventColumn::Id:
        return Title::tr("Id");
    case EventColumn::Size:
        return Title::tr("Size");
    case EventColumn::Data:
        return besideKinds ? Title::tr("Preview") : Title::tr("Data");
    }
    return {};
}

QString columnWords(EventColumn column, bool besideKinds)
{
    switch (column) {
    case EventColumn::Seq:
        return Title::tr("Number");
    case EventColumn::Delta:
        return Title::tr("Time since the row before");
    case EventColumn::Direction:
        return Title::tr("Direction");
    default:
        return columnTitle(column, besideKinds);
    }
}

QString columnHint(EventColumn column)
{
    switch (column) {
    case EventColumn::Seq:
        return Title::tr("The number of the row in the capture, in the order of arrival");
    case EventColumn::Time:
        return Title::tr("When its bytes were read, in local time");
    case EventColumn::Delta:
        return Title::tr("Time since the row before in this table");
    case EventColumn::Connection:
        return Title::tr("The connection it came or went on");
    case EventColumn::Direction:
        return Title::tr("↓ received, ↑ sent, • said by Weir");
    case EventColumn::Kind:
        return Title::tr("What kind of row it is");
    case EventColumn::EventName:
        return Title::tr("Event type, method or state");
    case EventColumn::Id:
        return Title::tr("The last event ID in effect");
    case EventColumn::Size:
        return Title::tr("Bytes of the payload");
    case EventColumn::Data:
        return Title::tr("The payload, from its beginning");
    }
    return {};
}

QByteArray columnKey(EventColumn column)
{
    switch (column) {
    case EventColumn::Seq:
        return "seq";
    case EventColumn::Time:
        return "time";
    case EventColumn::Delta:
        return "delta";
    case EventColumn::Connection:
        return "connection";
    case EventColumn::Direction:
        return "direction";
    case EventColumn::Kind:
        return "kind";
    case EventColumn::EventName:
        return "name";
    case EventColumn::Id:
        return "id";
    case EventColumn::Size:
        return "size";
    case EventColumn::Data:
        return "data";
    }
    return {};
}

int columnWidth(EventColumn column)
{
    switch (column) {
    case EventColumn::Seq:
        return 64; // wider as soon as a number asks for it
    case EventColumn::Time:
        return 104;
    case EventColumn::Delta:
        return 74;
    case EventColumn::Connection:
        return 140;
    case EventColumn::Direction:
        return 30;
    case EventColumn::Kind:
        return 104;
    case EventColumn::EventName:
        return 72;
    case EventColumn::Id:
    case EventColumn::Size:
        return 64;
    case EventColumn::Data:
        return 96; // at least: it takes the room that is left
    }
    return 80;
}

bool isRightAligned(EventColumn column)
{
    return column == EventColumn::Seq || column == EventColumn::Delta || column == EventColumn::Id
        || column == EventColumn::Size;
}

bool isFixedFont(EventColumn column)
{
    return isRightAligned(column) || column == EventColumn::Time || column == EventColumn::Data;
}

void appendCell(Chars &out, EventColumn column, const Lens::Row &row, const QString &connection,
                qsizetype limit)
{
    const Event &event = row.event;
    switch (column) {
    case EventColumn::Seq:
        appendCount(out, event.seq);
        break;
    case EventColumn::Time:
        appendTime(out, event.time);
        break;
    case EventColumn::Delta:
        if (row.previousTime != 0)
            appendDelta(out, event.time - row.previousTime);
        break;
    case EventColumn::Connection:
        appendText(out, connection);
        break;
    case EventColumn::Direction:
        out.append(event.direction == Direction::In ? u'↓' : event.direction == Direction::Out ? u'↑' : u'•');
        break;
    case EventColumn::Kind:
        appendUtf8(out, kindName(event.kind), longestName);
        break;
    case EventColumn::EventName:
        appendUtf8(out, event.name, longestName);
        break;
    case EventColumn::Id:
        appendUtf8(out, event.id, longestName);
        break;
    case EventColumn::Size:
        if (hasSize(event.kind))
            appendBytes(out, row.payloadSize);
        break;
    case EventColumn::Data:
        appendUtf8(out, event.payload, limit);
        break;
    }
}

QString cellText(EventColumn column, const Lens::Row &row, const QString &connection, qsizetype limit)
{
    Chars text;
    appendCell(text, column, row, connection, limit);
    return QStringView(text).toString();
}

} // namespace weir
