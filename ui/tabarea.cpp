// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tabarea.h"

#include "actions.h"
#include "badges.h"
#include "closebutton.h"
#include "theme.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

namespace weir {

namespace {

// The style puts an icon a little above the text's middle.
constexpr int badgeTop = 2;
const QSize tabIconSize = ProtocolBadge::size() + QSize(0, badgeTop);

QIcon badgeIcon(Protocol protocol, const QWidget *widget)
{
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap image(tabIconSize * ratio);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    ProtocolBadge::paint(painter, QRect(QPoint(0, badgeTop), ProtocolBadge::size()), protocol,
                         Theme::of(widget));
    return QIcon(image);
}

// A tab without a badge has a sign: an icon would be given the room of a badge. A lone ampersand would be
// read as the mark of a mnemonic.
QString tabText(QString title, bool hasBadge)
{
    title.replace(QLatin1Char('&'), QLatin1String("&&"));
    return hasBadge ? title : QStringLiteral("☰ ") + title;
}

struct TabData
{
    QWidget *page = nullptr;
    int protocol = 0;
};

} // namespace

TabArea::TabArea(QWidget *empty, QWidget *parent)
    : QWidget(parent)
    , m_strip(new QWidget(this))
    , m_bar(new QTabBar(m_strip))
    , m_stack(new QStackedWidget(this))
    , m_empty(empty)
{
    m_bar->setMovable(true);
    m_bar->setExpanding(false);
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(false);
    m_bar->setElideMode(Qt::ElideRight);
    m_bar->setIconSize(tabIconSize);
    m_bar->setUsesScrollButtons(true);
    m_bar->setAccessibleName(tr("Tabs"));
    QToolButton *plus = makeIconButton("plus", tr("New connection"), m_strip);
    plus->setToolTip(tipText(ActionId::NewConnection));
    setTone(plus, "plain");
    m_strip->setObjectName(QStringLiteral("tabStrip"));
    m_strip->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(m_strip);
    row->setContentsMargins(2, 5, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_bar);
    row->addWidget(plus, 0, Qt::AlignBottom);
    row->addStretch(1);
    m_stack->addWidget(m_empty);
    m_strip->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_stack, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &TabArea::show);
    m_bar->installEventFilter(this);
    connect(plus, &QToolButton::clicked, this, &TabArea::newRequested);
}

void TabArea::addPage(QWidget *page, const QString &title, std::optional<Protocol> protocol)
{
    m_stack->addWidget(page);
    const QSignalBlocker quiet(m_bar);
    const int tab = m_bar->addTab(tabText(title, protocol.has_value()));
    m_bar->setTabData(tab, QVariant::fromValue(TabData{page, protocol ? int(*protocol) : 0}));
    m_bar->setTabToolTip(tab, title);
    auto *close = new CloseButton(m_bar);
    close->setAccessibleName(tr("Close %1").arg(title));
    close->setToolTip(tipText(ActionId::CloseTab));
    connect(close, &CloseButton::clicked, this, [this, page] { Q_EMIT closeRequested(page); });
    m_bar->setTabButton(tab, QTabBar::RightSide, close);
    // A bar that is not visible does not say by itself that it needs more room.
    m_bar->updateGeometry();
    paintIcons();
    setCurrent(page);
}

void TabArea::setTitle(const QWidget *page, const QString &title)
{
    const int tab = tabOf(page);
    if (tab < 0)
        return;
    const QString text = tabText(title, m_bar->tabData(tab).value<TabData>().protocol != 0);
    if (m_bar->tabText(tab) == text)
        return;
    m_bar->setTabText(tab, text);
    m_bar->setTabToolTip(tab, title);
    m_bar->tabButton(tab, QTabBar::RightSide)->setAccessibleName(tr("Close %1").arg(title));
}

void TabArea::setCurrent(QWidget *page)
{
    {
        const QSignalBlocker quiet(m_bar);
        m_bar->setCurrentIndex(tabOf(page));
    }
    show(m_bar->currentIndex());
}

QWidget *TabArea::current() const
{
    return pageAt(m_bar->currentIndex());
}

QList<QWidget *> TabArea::pages() const
{
    QList<QWidget *> pages;
    for (int tab = 0; tab < m_bar->count(); ++tab)
        pages.append(pageAt(tab));
    return pages;
}

void TabArea::closePage(QWidget *page)
{
    const int tab = tabOf(page);
    if (tab < 0)
        return;
    m_stack->removeWidget(page);
    page->deleteLater();
    {
        const QSignalBlocker quiet(m_bar);
        m_bar->removeTab(tab);
    }
    show(m_bar->currentIndex());
}

void TabArea::step(int tabs)
{
    const int count = m_bar->count();
    if (count > 0)
        m_bar->setCurrentIndex((m_bar->currentIndex() + tabs + count) % count);
}

void TabArea::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
}

bool TabArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int tab = m_bar->tabAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && tab >= 0)
            Q_EMIT closeRequested(pageAt(tab));
    }
    return QWidget::eventFilter(watched, event);
}

QWidget *TabArea::pageAt(int tab) const
{
    return m_bar->tabData(tab).value<TabData>().page;
}

int TabArea::tabOf(const QWidget *page) const
{
    for (int tab = 0; tab < m_bar->count(); ++tab) {
        if (pageAt(tab) == page)
            return tab;
    }
    return -1;
}

void TabArea::show(int tab)
{
    QWidget *page = pageAt(tab);
    m_stack->setCurrentWidget(page ? page : m_empty);
    m_strip->setVisible(page);
    Q_EMIT currentChanged();
}

void TabArea::paintIcons()
{
    for (int tab = 0; tab < m_bar->count(); ++tab) {
        const int protocol = m_bar->tabData(tab).value<TabData>().protocol;
        if (protocol)
            m_bar->setTabIcon(tab, badgeIcon(Protocol(protocol), this));
    }
}

} // namespace weir
