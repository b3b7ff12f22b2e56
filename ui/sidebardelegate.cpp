// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidebardelegate.h"

#include "badges.h"
#include "format.h"
#include "icons.h"
#include "sidebarmodel.h"
#include "statusstrip.h"
#include "theme.h"
#include "visibletext.h"

#include "session/connectiontree.h"

#include <QLineEdit>
#include <QPainter>

namespace weir {

namespace {

using Row = ConnectionTree::Kind;
using Role = ConnectionTree::Role;

// pixels
constexpr int rowHeight = 25;
constexpr int step = 12; // to the right, for each folder a row is in
constexpr int dotX = 18;
constexpr int badgeX = 30;
constexpr int margin = 12;
constexpr int gap = 8;
constexpr int arrowWidth = 13;
constexpr int barWidth = 3;
constexpr int signSize = 14;
constexpr int deepest = 8; // folders; those in them stand no further to the right
constexpr qsizetype longestName = 300; // characters that are laid out

int indent(const QModelIndex &index)
{
    int depth = 0;
    for (QModelIndex folder = index.parent(); folder.isValid() && depth < deepest; folder = folder.parent())
        ++depth;
    return depth * step;
}

int nameX(const QModelIndex &index)
{
    return indent(index)
        + (ConnectionTree::isFolder(index) ? margin + arrowWidth
                                           : badgeX + ProtocolBadge::size().width() + gap);
}

QFont folderFont()
{
    QFont font = smallFont();
    font.setBold(true);
    font.setCapitalization(QFont::AllUppercase);
    font.setPointSizeF(font.pointSizeF() - 0.5);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    return font;
}

QString nameOf(const QModelIndex &index)
{
    return visibleText(index.data().toString().left(longestName));
}

void paintName(QPainter &painter, const QRect &rect, const QString &name)
{
    painter.drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, rect.width()));
}

void paintFolder(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                 const Theme &theme)
{
    painter.setFont(folderFont());
    painter.setPen(theme.muted);
    const QRect rect = option.rect.adjusted(margin + indent(index), 0, -margin, 0);
    const bool open = option.state & QStyle::State_Open;
    painter.drawText(rect, Qt::AlignVCenter, open ? QStringLiteral("▾") : QStringLiteral("▸"));
    paintName(painter, rect.adjusted(arrowWidth, 0, 0, 0), nameOf(index));
}

// A count in a pill. Returns where it begins.
int paintUnread(QPainter &painter, const QRect &rect, quint64 count, const Theme &theme)
{
    QFont font = smallFont();
    font.setBold(true);
    painter.setFont(font);
    const QString text = shortCountText(count);
    const int width = painter.fontMetrics().horizontalAdvance(text) + 12;
    const QRectF pill(rect.right() - margin - width + 1, rect.center().y() - 7.5, width, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soft);
    painter.drawRoundedRect(pill, 8.5, 8.5);
    painter.setPen(theme.accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawText(pill, Qt::AlignCenter, text);
    return int(pill.left());
}

// What stands at the right. Returns where it begins.
int paintRight(QPainter &painter, const QRect &rect, const QModelIndex &index, const Theme &theme)
{
    if (const quint64 unread = sidebarUnread(index))
        return paintUnread(painter, rect, unread, theme);
    const bool broken = Row(index.data(Role::KindRole).toInt()) == Row::Broken;
    const QString text = broken ? SidebarModel::tr("broken") : sidebarRemark(index);
    painter.setFont(smallFont());
    painter.setPen(broken ? theme.warn : theme.muted);
    painter.drawText(rect.adjusted(0, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter, text);
    return rect.right() - margin - painter.fontMetrics().horizontalAdvance(text);
}

void paintSigns(QPainter &painter, const QRect &rect, const QModelIndex &index, const Theme &theme)
{
    const int left = rect.left() + indent(index);
    if (Row(index.data(Role::KindRole).toInt()) == Row::Broken) {
        const QRect place(left + badgeX + (ProtocolBadge::size().width() - signSize) / 2,
                          rect.center().y() - signSize / 2, signSize, signSize);
        icon(QLatin1String("warning"), Tint::Warn).paint(&painter, place);
        return;
    }
    const QVariant status = index.data(Role::StatusRole);
    const auto tone = status.isValid() ? stateTone(status.value<LineStatus>()) : StateDot::Tone::Idle;
    StateDot::paintDot(painter, QPointF(left + dotX, rect.center().y() + 0.5), 8,
                       StateDot::dotColour(theme, tone));
    const QSize badge = ProtocolBadge::size();
    painter.setFont(smallFont());
    ProtocolBadge::paint(painter,
                         QRect(QPoint(left + badgeX, rect.center().y() - badge.height() / 2 + 1), badge),
                         Protocol(index.data(Role::ProtocolRole).toInt()), theme);
}

void paintColour(QPainter &painter, const QRect &rect, const QColor &colour)
{
    if (!colour.isValid())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 3, barWidth, rect.height() - 6), 1.5, 1.5);
    painter.setBrush(Qt::NoBrush);
}

} // namespace

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, theme.soft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.panel);
    if (ConnectionTree::isFolder(index)) {
        paintFolder(*painter, option, index, theme);
    } else {
        const QRect rect = option.rect;
        paintColour(*painter, rect, QColor(index.data(Role::ColourRole).toString()));
        paintSigns(*painter, rect, index, theme);
        const int right = paintRight(*painter, rect, index, theme);
        painter->setFont(option.font);
        const bool broken = Row(index.data(Role::KindRole).toInt()) == Row::Broken;
        painter->setPen(broken ? theme.warn : theme.text);
        QRect text = rect;
        text.setLeft(rect.left() + nameX(index));
        text.setRight(right - gap);
        paintName(*painter, text, nameOf(index));
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(theme.accent);
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, qMax(rowHeight, option.fontMetrics.height() + 8)};
}

QWidget *SidebarDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("nameEditor"));
    editor->setAccessibleName(ConnectionTree::isFolder(index) ? tr("Name of the folder")
                                                              : tr("Name of the connection"));
    return editor;
}

// Rows change all the time; what is typed already stays.
void SidebarDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *field = qobject_cast<QLineEdit *>(editor);
    const QString name = index.data(Qt::EditRole).toString();
    if (field && !field->isModified() && field->text() != name)
        field->setText(name);
}

void SidebarDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    // 4: the text of the field stands where the name stood
    editor->setGeometry(option.rect.adjusted(nameX(index) - 4, 1, -4, -1));
}

} // namespace weir
