// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detailview.h"

#include "eventformat.h"
#include "hexview.h"
#include "payloadview.h"
#include "theme.h"
#include "visibletext.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace weir {

namespace {
constexpr qsizetype longestWord = 120; // bytes of a name or an id in the line above

QString kindWord(Kind kind)
{
    return kind == Kind::SseEvent ? QStringLiteral("event") : QString::fromLatin1(kindName(kind));
}
} // namespace

DetailView::DetailView(QWidget *parent)
    : QWidget(parent)
    , m_tabs(makeTabs(tr("How the payload is shown"), {tr("Pretty"), tr("Raw"), tr("Hex")}, this))
    , m_head(new QWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new QLabel(tr("Choose an event to see it here."), this))
{
    m_tabs->setFont(smallFont());
    auto *words = new QHBoxLayout(m_head);
    words->setContentsMargins(12, 8, 12, 4);
    words->setSpacing(0);
    for (size_t i = 0; i < m_words.size(); ++i) {
        m_words[i] = new QLabel(m_head);
        m_words[i]->setTextFormat(Qt::PlainText);
        QFont font = smallFont();
        font.setBold(i == 1 || i == 3);
        m_words[i]->setFont(font);
        m_words[i]->setForegroundRole(QPalette::PlaceholderText);
        m_words[i]->setMinimumWidth(0);
        words->addWidget(m_words[i]);
    }
    words->addStretch(1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(0);
    box->addWidget(m_tabs);
    box->addWidget(m_head);
    box->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailView::showTab);
    setFocusProxy(m_tabs);
    clear();
}

void DetailView::setEvent(const Event &event)
{
    m_event = event;
    m_filled = {};
    updateSummary();
    showTab();
}

void DetailView::clear()
{
    m_event = {};
    m_filled = {};
    m_head->hide();
    m_stack->setCurrentWidget(m_empty);
}

DetailView::Tab DetailView::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void DetailView::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

QString DetailView::summary() const
{
    QString line;
    for (const QLabel *word : m_words)
        line += word->text();
    return line;
}

void DetailView::updateSummary()
{
    m_head->show();
    const QString name = visibleText(QByteArrayView(m_event.name), longestWord);
    const QString id = visibleText(QByteArrayView(m_event.id), longestWord);
    m_words[0]->setText(kindWord(m_event.kind) + (name.isEmpty() ? QString() : QStringLiteral(" ")));
    m_words[1]->setText(name);
    m_words[2]->setText(id.isEmpty() ? QString() : QStringLiteral(" · id "));
    m_words[3]->setText(id);
    m_words[4]->setText(QStringLiteral(" · %1 · %2")
                            .arg(formatBytes(quint64(m_event.payload.size())), formatTime(m_event.time)));
    for (QLabel *word : m_words) // an empty one would take a margin
        word->setVisible(!word->text().isEmpty());
}

void DetailView::showTab()
{
    if (m_event.seq == 0)
        return;
    QWidget *view = nullptr;
    switch (tab()) {
    case Pretty:
        if (!m_pretty)
            m_stack->addWidget(m_pretty = new PayloadView(PayloadView::Form::Pretty, m_stack));
        view = m_pretty;
        break;
    case Raw:
        if (!m_raw)
            m_stack->addWidget(m_raw = new PayloadView(PayloadView::Form::Raw, m_stack));
        view = m_raw;
        break;
    case Hex:
        if (!m_hex)
            m_stack->addWidget(m_hex = new HexView(m_stack));
        view = m_hex;
        break;
    }
    fill();
    m_stack->setCurrentWidget(view);
}

void DetailView::fill()
{
    quint64 &filled = m_filled[size_t(tab())];
    if (filled == m_event.seq)
        return;
    filled = m_event.seq;
    if (tab() == Hex)
        m_hex->setBytes(m_event.payload);
    else
        (tab() == Pretty ? m_pretty : m_raw)->setPayload(m_event.payload);
}

} // namespace weir
