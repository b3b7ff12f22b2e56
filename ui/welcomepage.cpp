// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "welcomepage.h"

#include "icons.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace weir {

namespace {

QPushButton *addChoice(QGridLayout *grid, int row, const QString &text, const char *iconName,
                       const QString &explanation, bool primary = false)
{
    auto *button = new QPushButton(text, grid->parentWidget());
    button->setIcon(icon(QLatin1String(iconName), primary ? Tint::OnAccent : Tint::Text));
    button->setIconSize(QSize(22, 16));
    setTone(button, primary ? "primary" : "");
    button->setMinimumHeight(34);
    button->setMinimumWidth(180);
    button->setAccessibleDescription(explanation);
    auto *label = new QLabel(explanation, grid->parentWidget());
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    grid->addWidget(button, row, 0);
    grid->addWidget(label, row, 1);
    return button;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QWidget(this);
    column->setFixedWidth(560);
    auto *logo = new QLabel(column);
    logo->setPixmap(applicationIcon().pixmap(56, 56));
    logo->setAccessibleName(tr("Weir"));
    auto *title = new QLabel(tr("See every event of a stream"), column);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    font.setBold(true);
    title->setFont(font);
    auto *line = new QLabel(
        tr("Connect, watch, filter, keep. Everything that comes is written into one capture."), column);
    line->setForegroundRole(QPalette::PlaceholderText);
    line->setWordWrap(true);
    auto *grid = new QGridLayout(column);
    grid->setVerticalSpacing(12);
    grid->setHorizontalSpacing(16);
    grid->addWidget(logo, 0, 0, 1, 2);
    grid->addWidget(title, 1, 0, 1, 2);
    grid->addWidget(line, 2, 0, 1, 2);
    grid->setRowMinimumHeight(3, 6);
    grid->setColumnStretch(1, 1);
    QPushButton *demo =
        addChoice(grid, 4, tr("Start the demo"), "demo",
                  tr("A server inside Weir, and its feeds live in tabs. Nothing leaves this machine."), true);
    setFocusProxy(demo);
    QPushButton *fresh =
        addChoice(grid, 5, tr("New connection"), "plus", tr("The URL of a Server-Sent Events feed."));
    QPushButton *open = addChoice(grid, 6, tr("Open capture"), "open",
                                  tr("A .weir file: read what it holds, and go on recording into it."));
    auto *layout = new QGridLayout(this);
    layout->addWidget(column, 0, 0, Qt::AlignCenter);
    connect(demo, &QPushButton::clicked, this, &WelcomePage::startDemoRequested);
    connect(fresh, &QPushButton::clicked, this, &WelcomePage::newConnectionRequested);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openCaptureRequested);
}

} // namespace weir
