// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emptyhint.h"

#include <QEvent>

namespace weir {

EmptyHint::EmptyHint(QWidget *over)
    : QLabel(over)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAlignment(Qt::AlignCenter);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setForegroundRole(QPalette::PlaceholderText);
    setMargin(24);
    over->installEventFilter(this);
    hide();
}

void EmptyHint::say(const QString &text)
{
    if (text != this->text())
        setText(text);
    setVisible(!text.isEmpty());
    place();
}

bool EmptyHint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QLabel::eventFilter(watched, event);
}

void EmptyHint::place()
{
    setGeometry(parentWidget()->rect());
    raise();
}

} // namespace weir
