// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timingview.h"

#include "theme.h"

#include "session/calltext.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
constexpr int barHeight = 8;
constexpr qreal narrowest = 2; // pixels of a bar
}

class TimingView::Bar final : public QWidget
{
public:
    Bar(const Part &part, qint64 whole, QWidget *parent)
        : QWidget(parent)
        , m_part(part)
        , m_whole(std::max<qint64>(whole, 1))
    {
        setMinimumSize(60, barHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const qreal scale = qreal(width()) / qreal(m_whole);
        const qreal top = (height() - barHeight) / 2.0;
        painter.setBrush(theme.deep);
        painter.drawRoundedRect(QRectF(0, top, width(), barHeight), 2, 2);
        const qreal span = std::max(qreal(m_part.to - m_part.from) * scale, narrowest);
        const qreal x = std::min(qreal(m_part.from) * scale, width() - span);
        painter.setBrush(m_part.isWhole ? theme.muted : theme.accent);
        painter.drawRoundedRect(QRectF(x, top, span, barHeight), 2, 2);
    }

private:
    const Part m_part;
    const qint64 m_whole;
};

TimingView::TimingView(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_begun(new QLabel(this))
{
    setAccessibleName(tr("Where the time went"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(9);
    m_grid->setColumnStretch(1, 1);
    m_begun->setFont(smallFont());
    m_begun->setTextFormat(Qt::PlainText);
    m_begun->setForegroundRole(QPalette::PlaceholderText);
    layout->addLayout(m_grid);
    layout->addWidget(m_begun);
    layout->addStretch(1);
}

void TimingView::setParts(std::vector<Part> parts, const QString &begun)
{
    m_begun->setText(begun);
    if (parts == m_parts)
        return;
    m_parts = std::move(parts);
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    qint64 whole = 0;
    for (const Part &part : m_parts)
        whole = std::max(whole, part.to);
    for (int row = 0; row < int(m_parts.size()); ++row) {
        const Part &part = m_parts[size_t(row)];
        auto *label = new QLabel(part.label, this);
        auto *time = new QLabel(callTimeText(part.to - part.from), this);
        QFont font = smallFont();
        font.setBold(part.isWhole);
        label->setFont(font);
        QFont fixed = fixedFont();
        fixed.setBold(part.isWhole);
        time->setFont(fixed);
        time->setAccessibleDescription(part.label);
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(new Bar(part, whole, this), row, 1);
        m_grid->addWidget(time, row, 2, Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace weir
