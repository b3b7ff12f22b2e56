// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bubblecontent.h"

#include "eventformat.h"
#include "expandedmessages.h"
#include "format.h"
#include "visibletext.h"

#include "base/closecode.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype hexBytes = 12;
constexpr qsizetype spokenLength = 200; // characters
constexpr int normalClosure = 1000;
constexpr int goingAway = 1001;

QDate dayOf(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000).date();
}

QString hexLine(QByteArrayView bytes)
{
    const QByteArray shown = bytes.first(std::min(bytes.size(), hexBytes)).toByteArray();
    QString line = QString::fromLatin1(shown.toHex(' ')) + u' ';
    for (const char c : shown)
        line += c >= 0x20 && c < 0x7f ? QLatin1Char(c) : QLatin1Char('.');
    return line;
}

QString firstLine(QByteArrayView payload)
{
    const qsizetype end = payload.indexOf('\n');
    const QByteArrayView line = end < 0 ? payload : payload.first(end);
    return visibleText(line.trimmed(), Lens::previewLimit);
}
} // namespace

void BubbleContent::Line::add(const QString &part)
{
    if (!text.isEmpty())
        text += QStringLiteral(" · ");
    text += part;
}

void BubbleContent::Line::add(const QString &part, BubbleLink target)
{
    add(part);
    links.push_back({int(text.size() - part.size()), int(part.size()), target});
}

bool BubbleContent::isSystem(Kind kind)
{
    switch (kind) {
    case Kind::WsPing:
    case Kind::WsPong:
    case Kind::WsClose:
    case Kind::HttpRequest:
    case Kind::HttpResponse:
    case Kind::State:
    case Kind::Error:
    case Kind::Note:
        return true;
    default:
        return false;
    }
}

namespace {
class SystemLine final
{
    Q_DECLARE_TR_FUNCTIONS(weir::BubbleContent)

public:
    static void write(const Event &event, BubbleContent &content)
    {
        content.tone = tone(event);
        content.text.text = formatTime(event.time).left(8) + u' ' + sentence(event);
    }

private:
    static BubbleContent::Tone tone(const Event &event)
    {
        const int code = event.kind == Kind::WsClose ? event.name.toInt() : normalClosure;
        if (event.kind == Kind::Error)
            return BubbleContent::Tone::Error;
        if ((event.kind == Kind::State && event.name == "waiting")
            || (code != normalClosure && code != goingAway))
            return BubbleContent::Tone::Warn;
        return BubbleContent::Tone::Plain;
    }

    static QString sentence(const Event &event)
    {
        const QString words = firstLine(event.payload);
        switch (event.kind) {
        case Kind::WsClose:
            return closed(event, words);
        case Kind::WsPing:
            return with(event.direction == Direction::In ? tr("ping received") : tr("ping sent"), words);
        case Kind::WsPong:
            return with(event.direction == Direction::Out ? tr("pong sent") : tr("pong received"), words);
        default:
            return words.isEmpty() ? visibleText(QByteArrayView(event.name), Lens::previewLimit) : words;
        }
    }

    static QString with(const QString &what, const QString &words)
    {
        return words.isEmpty() ? what : what + QStringLiteral(" · ") + words;
    }

    // The reason is the peer's; the name of the code is only ours to say, and stands outside of the quotes.
    static QString closed(const Event &event, const QString &reason)
    {
        QString text = event.direction == Direction::Out ? tr("close sent") : tr("closed");
        if (!event.name.isEmpty())
            text += u' ' + visibleText(QByteArrayView(event.name), Lens::previewLimit);
        if (!reason.isEmpty())
            text += u' ' + tr("“%1”").arg(reason);
        const QString name = closeCodeName(event.name.toInt());
        return name == reason ? text : with(text, name);
    }
};
} // namespace

BubbleContent BubbleContent::of(const Lens::Row &row, const MessageText *whole)
{
    const Event &event = row.event;
    BubbleContent content;
    content.time = event.time;
    content.size = row.payloadSize;
    content.isMasked = event.flags & Masked;
    const QDate day = dayOf(event.time);
    // That the first row is of today goes without saying.
    if (row.previousTime == 0 ? day != QDate::currentDate() : day != dayOf(row.previousTime))
        content.day = QLocale().toString(day, QLocale::LongFormat);
    if (isSystem(event.kind)) {
        SystemLine::write(event, content);
        return content;
    }
    content.side = event.direction == Direction::Out ? Side::Sent : Side::Received;
    content.isBinary = event.kind == Kind::WsBinary;
    if (!content.isBinary) {
        content.isExpanded = whole != nullptr;
        content.text = whole ? *whole : messageText(event.payload, row.payloadSize, JsonForm::Line);
        return content;
    }
    content.type = payloadType(event.payload);
    content.text.text = tr("▦ binary, %1").arg(formatBytes(content.size));
    if (content.type != PayloadType::Unknown)
        content.text.text += QStringLiteral(" · ") + payloadTypeName(content.type);
    if (!event.payload.isEmpty()) {
        content.hex.text = hexLine(event.payload) + u' ';
        Line links;
        links.add(tr("hex"), BubbleLink::Hex);
        links.add(tr("save…"), BubbleLink::Save);
        for (Line::Link link : links.links) {
            link.begin += int(content.hex.text.size());
            content.hex.links.push_back(link);
        }
        content.hex.text += links.text;
    }
    return content;
}

BubbleContent::Line BubbleContent::info(bool isCut) const
{
    Line line;
    line.add(formatTime(time));
    if (!isBinary)
        line.add(formatBytes(size));
    line.add(isBinary ? tr("binary") : text.isJson ? tr("JSON") : tr("text"));
    if (isMasked)
        line.add(tr("secrets masked"));
    if (isBinary)
        return line;
    if (!isExpanded) {
        if (isCut || text.isCut)
            line.add(tr("show all"), BubbleLink::Expand);
        else if (text.isJson && text.text.contains(u' '))
            line.add(tr("expand"), BubbleLink::Expand);
        return line;
    }
    if (text.isCut) {
        line.add(size > quint64(ExpandedMessages::shownBytes)
                     ? tr("first %1 of %2").arg(formatBytes(ExpandedMessages::shownBytes), formatBytes(size))
                     : tr("the beginning of %1").arg(formatBytes(size)));
        line.add(tr("open in detail"), BubbleLink::Detail);
    }
    line.add(text.isJson ? tr("collapse") : tr("show less"), BubbleLink::Collapse);
    return line;
}

QString BubbleContent::spoken() const
{
    QString words = text.text.left(spokenLength);
    if (words.size() < text.text.size() || text.isCut)
        words += u'…';
    if (side == Side::System)
        return words;
    return (side == Side::Sent ? tr("sent, %1, %2 bytes: %3") : tr("received, %1, %2 bytes: %3"))
        .arg(formatTime(time).left(5), countText(size), words);
}

} // namespace weir
