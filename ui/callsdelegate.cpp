// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callsdelegate.h"

#include "theme.h"
#include "visibletext.h"

#include "jsonrpc/rpcmessage.h"
#include "session/callsmodel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace weir {

namespace {
constexpr int padding = 8;
constexpr int markWidth = 14;
constexpr qsizetype longestPainted = 300; // characters
constexpr qsizetype longestTip = 2000;

using Tone = CallsModel::Tone;

QColor colourOf(Tone tone, int column, const Theme &theme)
{
    if (column == CallsModel::Time)
        return theme.muted;
    if (column != CallsModel::Outcome)
        return theme.text;
    switch (tone) {
    case Tone::Result:
        return theme.ok;
    case Tone::Error:
        return theme.error;
    case Tone::Mixed:
        return theme.warn;
    case Tone::Link:
        return theme.accent;
    case Tone::Quiet:
        return theme.muted;
    case Tone::Plain:
        break;
    }
    return theme.text;
}

QString shown(const QModelIndex &index, qsizetype longest)
{
    return visibleText(QStringView(index.data().toString()).left(longest));
}

// What the standard calls it, where the server does not say the same.
QString errorTip(const QModelIndex &index)
{
    if (index.data(CallsModel::ToneRole).value<Tone>() != Tone::Error)
        return {};
    const QString text = index.data().toString();
    const QString code = text.section(u' ', 0, 0);
    const QString name = rpcErrorName(QString(code).replace(u'−', u'-').toUtf8());
    return name.isEmpty() || text.contains(name, Qt::CaseInsensitive)
        ? QString()
        : CallsDelegate::tr("%1: %2").arg(code, name);
}
}

int CallsDelegate::rowHeight()
{
    return QFontMetrics(fixedFont()).height() + 4;
}

void CallsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.soft);
    painter->save();
    painter->setFont(fixedFont());
    const QRect rect = textRect(option.rect, index);
    const QVariant isOpen = index.data(CallsModel::IsOpenRole);
    if (index.column() == CallsModel::Method && isOpen.isValid()) {
        painter->setPen(theme.muted);
        painter->drawText(rect.adjusted(-markWidth, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          isOpen.toBool() ? QStringLiteral("▾") : QStringLiteral("▸"));
    }
    painter->setPen(colourOf(index.data(CallsModel::ToneRole).value<Tone>(), index.column(), theme));
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter->drawText(
        rect, int(alignment) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(shown(index, longestPainted), Qt::ElideRight, rect.width()));
    painter->restore();
}

QSize CallsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(fixedFont());
    return {metrics.horizontalAdvance(shown(index, longestPainted)) + 2 * padding + markWidth, rowHeight()};
}

bool CallsDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = shown(index, longestTip);
    QStringList lines;
    if (QFontMetrics(fixedFont()).horizontalAdvance(text.left(longestPainted))
        > textRect(option.rect, index).width())
        lines << text;
    if (index.column() == CallsModel::Outcome)
        lines << errorTip(index);
    lines.removeAll(QString());
    // Plain text: a tool tip takes what looks like a tag for rich text.
    QToolTip::showText(event->globalPos(),
                       lines.isEmpty() ? QString()
                                       : QLatin1String("<p>")
                               + lines.join(u'\n').toHtmlEscaped().replace(u'\n', QLatin1String("<br>"))
                               + QLatin1String("</p>"),
                       view);
    return true;
}

bool CallsDelegate::isOnMark(const QModelIndex &index, int x)
{
    return index.column() == CallsModel::Method && index.data(CallsModel::IsOpenRole).isValid()
        && x < padding + markWidth;
}

// A batch has its mark where the text of others begins; its members stand further in.
QRect CallsDelegate::textRect(const QRect &cell, const QModelIndex &index)
{
    QRect rect = cell.adjusted(padding, 0, -padding, 0);
    if (index.column() != CallsModel::Method)
        return rect;
    if (index.data(CallsModel::IsOpenRole).isValid() || index.data(CallsModel::IsMemberRole).toBool())
        rect.adjust(markWidth, 0, 0, 0);
    return rect;
}

} // namespace weir
