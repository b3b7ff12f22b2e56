// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "environmentrow.h"

#include "settings.h"
#include "theme.h"
#include "visibletext.h"
#include "widgets.h"

#include "profile/profilestore.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace weir {

namespace {

bool isNamed(const EnvironmentEntry &entry, const QString &name)
{
    return !entry.broken && entry.value.name == name;
}

} // namespace

EnvironmentRow::EnvironmentRow(ProfileStore &store, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_settings(settings)
    , m_button(makeButton({}, "", false, this))
    , m_menu(new QMenu(this))
{
    auto *caption = new QLabel(tr("Environment"), this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setFont(smallFont());
    m_button->setFont(smallFont());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 5);
    row->setSpacing(8);
    row->addWidget(caption);
    row->addStretch(1);
    row->addWidget(m_button);
    // Not setMenu(): its arrow stands elsewhere in every style.
    connect(m_button, &QPushButton::clicked, this, [this] {
        fillMenu();
        m_menu->popup(m_button->mapToGlobal(QPoint(0, -m_menu->sizeHint().height() - 4)));
    });
    connect(&m_store, &ProfileStore::environmentsChanged, this, &EnvironmentRow::refresh);
    refresh();
}

void EnvironmentRow::choose(const QString &name)
{
    m_id.clear();
    m_settings.setValue(Setting::Environment, name);
    refresh();
}

void EnvironmentRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, Theme::of(this).line);
}

void EnvironmentRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showName();
}

void EnvironmentRow::refresh()
{
    const EnvironmentEntry *held = m_store.environment(m_id);
    if (held && !held->broken && !m_current.isEmpty() && held->value.name != m_current)
        m_settings.setValue(Setting::Environment, held->value.name);
    const QString wanted = m_settings.value(Setting::Environment).toString();
    const auto &all = m_store.environments();
    const auto at = std::find_if(all.cbegin(), all.cend(),
                                 [&wanted](const auto &one) { return isNamed(one.second, wanted); });
    m_id = at == all.cend() ? QString() : at->first;
    const QString before = std::exchange(m_current, at == all.cend() ? QString() : wanted);
    showName();
    if (m_current != before)
        Q_EMIT chosen(m_current);
}

void EnvironmentRow::showName()
{
    const QString name = m_current.isEmpty() ? tr("None") : visibleText(m_current);
    const int room = qMax(40, width() / 2 - 40);
    m_button->setText(m_button->fontMetrics().elidedText(name, Qt::ElideMiddle, room) + QStringLiteral(" ▾"));
    m_button->setAccessibleName(tr("Environment: %1").arg(name));
    m_button->setToolTip(tr("Whose variables are filled in"));
}

void EnvironmentRow::fillMenu()
{
    m_menu->clear();
    const auto add = [this](const QString &text, const QString &name) {
        QAction *action = m_menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(name == m_current);
        connect(action, &QAction::triggered, this, [this, name] { choose(name); });
    };
    add(tr("None"), {});
    for (const auto &[id, entry] : m_store.environments()) {
        if (!entry.broken)
            add(visibleText(entry.value.name).replace(u'&', QLatin1String("&&")), entry.value.name);
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("Edit environments…"), this, &EnvironmentRow::editRequested);
}

} // namespace weir
