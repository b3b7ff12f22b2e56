// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formscroll.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace weir {

namespace {
constexpr int leastFormHeight = 48; // pixels
}

FormScroll::FormScroll(QWidget *form, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setWidget(form);
    form->setAutoFillBackground(false); // what is behind it shows
    viewport()->setAutoFillBackground(false);
}

QSize FormScroll::sizeHint() const
{
    const QWidget *form = widget();
    const QSize hint = form->sizeHint();
    return {hint.width() + verticalScrollBar()->sizeHint().width(),
            form->hasHeightForWidth() ? form->heightForWidth(viewport()->width()) : hint.height()};
}

QSize FormScroll::minimumSizeHint() const
{
    const QSize least = widget()->minimumSizeHint();
    return {least.width() + verticalScrollBar()->sizeHint().width(),
            std::min(least.height(), leastFormHeight)};
}

bool FormScroll::eventFilter(QObject *watched, QEvent *event)
{
    const bool done = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        if (parentWidget() && parentWidget()->layout())
            parentWidget()->layout()->activate(); // now, not once the form was laid out in the old height
        fit();
    }
    return done;
}

void FormScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
    if (widget()->hasHeightForWidth())
        updateGeometry();
}

// QScrollArea's own way gives a form whose height depends on its width all the height it would like to have:
// lists in it would never scroll, and show all of their rows.
void FormScroll::fit()
{
    const QLayout *layout = widget()->layout();
    const QSize room = viewport()->size();
    const int least = layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(room.width())
                                                  : layout->totalMinimumSize().height();
    widget()->resize(room.width(), std::max(room.height(), least));
}

} // namespace weir
