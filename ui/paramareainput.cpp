// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paramarea.h"
#include "parammodel.h"
#include "paramrow.h"
#include "visibletext.h"

#include <QApplication>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype longestName = 60; // characters

bool isAtOrBelow(const ParamPath &path, const ParamPath &parent)
{
    return path.size() >= parent.size() && std::equal(parent.begin(), parent.end(), path.begin());
}
}

bool ParamArea::focusNextPrevChild(bool next)
{
    if (!QAbstractScrollArea::focusNextPrevChild(next))
        return false;
    if (const ParamRow *row = focusedRow())
        reveal(lineOf(row));
    return true;
}

ParamArea::Span ParamArea::spanOf(const ParamPath &path) const
{
    const std::vector<ParamLine> &lines = m_model->lines();
    auto line = size_t(std::max(0, m_model->lineOf(path)));
    const int top = m_tops[line];
    while (line < lines.size() && isAtOrBelow(lines[line].path, path))
        ++line;
    return {top, m_tops[line]};
}

void ParamArea::add(const ParamPath &container, QWidget *button)
{
    const QStringList names = m_model->missingNames(container);
    if (names.isEmpty())
        return addNamed(container, {});
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &name : names)
        menu->addAction(visibleText(QStringView(name).left(longestName)).replace(u'&', QLatin1String("&&")),
                        this, [this, container, name] { addNamed(container, name); });
    menu->addSeparator();
    menu->addAction(tr("Another name"), this, [this, container] { addNamed(container, {}); });
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
}

void ParamArea::addNamed(const ParamPath &container, const QString &name)
{
    focusPath(m_model->add(container, name));
}

void ParamArea::move(const ParamPath &path, int by)
{
    const ParamRow *row = focusedRow();
    const qsizetype stop = row ? row->stops().indexOf(QApplication::focusWidget()) : -1;
    const ParamPath moved = m_model->move(path, by);
    if (moved == path)
        return;
    focusPath(moved);
    const ParamRow *other = focusedRow();
    if (other && stop >= 0 && stop < other->stops().size())
        other->stops().at(stop)->setFocus(Qt::OtherFocusReason);
}

void ParamArea::drag(const ParamPath &path, const QPoint &globalPosition)
{
    if (m_dragged.empty())
        m_dragged = path;
    const int y = viewport()->mapFromGlobal(globalPosition).y() + verticalScrollBar()->value();
    for (;;) {
        const Span own = spanOf(m_dragged);
        const int height = own.bottom - own.top;
        ParamPath next = m_dragged;
        // As far as the pointer is where the line will stand then; it would come back at once otherwise.
        if (y >= own.bottom && m_model->canMove(m_dragged, 1)) {
            ++next.back();
            if (y < spanOf(next).bottom - height)
                return;
            m_dragged = m_model->move(m_dragged, 1);
        } else if (y < own.top && m_model->canMove(m_dragged, -1)) {
            --next.back();
            if (y >= spanOf(next).top + height)
                return;
            m_dragged = m_model->move(m_dragged, -1);
        } else {
            return reveal(m_model->lineOf(m_dragged));
        }
    }
}

} // namespace weir
