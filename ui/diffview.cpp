// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diffview.h"

#include "delivery.h"
#include "diffdelegate.h"
#include "diffmodel.h"
#include "elidedlabel.h"
#include "emptyhint.h"
#include "format.h"
#include "theme.h"
#include "widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>

namespace weir {

namespace {
constexpr int enoughForTwo = 620; // pixels
constexpr qsizetype copyLimit = 32 * 1024 * 1024; // bytes

}

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_model(new DiffModel(this))
    , m_table(new QTableView(this))
    , m_summary(new ElidedLabel(tr("What differs"), this))
    , m_previous(makeIconButton("chevron-up", tr("Previous change"), this))
    , m_next(makeIconButton("chevron-down", tr("Next change"), this))
    , m_beside(new QToolButton(this))
    , m_names(new QWidget(this))
    , m_leftName(new ElidedLabel(tr("On the left"), m_names))
    , m_rightName(new ElidedLabel(tr("On the right"), m_names))
    , m_hint(new EmptyHint(m_table->viewport()))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    buildBar();
    buildTable();
    layout->addWidget(m_names);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    clear({});
}

DiffView::~DiffView()
{
    if (m_delivery)
        m_delivery->cancel();
}

void DiffView::compare(const QByteArray &left, const QByteArray &right, const QString &leftName,
                       const QString &rightName)
{
    if (m_delivery)
        m_delivery->cancel();
    m_leftName->setText(QStringLiteral("− ") + leftName);
    m_rightName->setText(QStringLiteral("+ ") + rightName);
    m_delivery = std::make_shared<Delivery>(this);
    QThreadPool::globalInstance()->start([this, delivery = m_delivery, left, right] {
        const JsonDiff diff = jsonDiff(left, right, [&] { return delivery->isCancelled(); });
        delivery->deliver([this, delivery, diff] {
            if (!delivery->isCancelled())
                showDiff(diff);
        });
    });
}

void DiffView::clear(const QString &hint)
{
    if (m_delivery)
        m_delivery->cancel();
    m_model->setDiff({});
    m_summary->setText({});
    m_names->hide();
    for (QWidget *widget : {m_previous, m_next, m_beside})
        widget->setEnabled(false);
    m_hint->say(hint);
}

void DiffView::setSideBySide(bool sideBySide)
{
    m_isChosen = true;
    layOut(sideBySide);
}

bool DiffView::isSideBySide() const
{
    return m_model->isSideBySide();
}

QString DiffView::summary() const
{
    return m_summary->text();
}

QString DiffView::text() const
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row)
        lines << m_model->unified(row);
    return lines.join(u'\n');
}

bool DiffView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched != m_table
        || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isCopy = key->matches(QKeySequence::Copy);
    const bool isStep =
        key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
    if (!isCopy && !isStep)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && isCopy)
        copy();
    else if (event->type() == QEvent::KeyPress)
        step(key->key() == Qt::Key_Up ? -1 : 1);
    return true;
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_isChosen)
        layOut(width() >= enoughForTwo);
}

void DiffView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_table->verticalHeader()->setDefaultSectionSize(DiffDelegate::rowHeight());
}

void DiffView::buildBar()
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 5, 8, 5);
    bar->setSpacing(6);
    m_summary->setFont(smallFont());
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_previous->setToolTip(tr("Previous change (Alt+Up)"));
    m_next->setToolTip(tr("Next change (Alt+Down)"));
    m_beside->setText(tr("Side by side"));
    m_beside->setAccessibleName(m_beside->text());
    m_beside->setCheckable(true);
    m_beside->setFont(smallFont());
    for (QToolButton *button : {m_previous, m_next})
        setTone(button, "plain");
    bar->addWidget(m_summary, 1);
    for (QToolButton *button : {m_previous, m_next, m_beside}) {
        button->setFocusPolicy(Qt::TabFocus);
        bar->addWidget(button);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
    auto *names = new QHBoxLayout(m_names);
    names->setContentsMargins(0, 0, 0, 4);
    names->setSpacing(0);
    for (ElidedLabel *name : {m_leftName, m_rightName}) {
        name->setFont(smallFont());
        name->setForegroundRole(QPalette::PlaceholderText);
        name->setContentsMargins(DiffDelegate::gutter, 0, 8, 0);
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        names->addWidget(name, 1);
    }
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_beside, &QToolButton::clicked, this, &DiffView::setSideBySide);
}

void DiffView::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new DiffDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Lines of the difference"));
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(DiffDelegate::rowHeight());
    m_table->verticalHeader()->setDefaultSectionSize(DiffDelegate::rowHeight());
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
}

void DiffView::showDiff(const JsonDiff &diff)
{
    m_model->setDiff(diff);
    const auto lines = [](qsizetype count) { return countText(quint64(count)); };
    QString summary = diff.isEqual() ? tr("No difference")
                                     : tr("%1 removed, %2 added").arg(lines(diff.removed), lines(diff.added));
    if (diff.isCoarse)
        summary += QStringLiteral(" · ") + tr("too long to be compared line by line");
    m_summary->setText(summary);
    for (QWidget *widget : {m_previous, m_next})
        widget->setEnabled(!diff.isEqual());
    m_beside->setEnabled(true);
    m_hint->say({});
    layOut(m_isChosen ? isSideBySide() : width() >= enoughForTwo);
    fitColumns();
    if (const int row = m_model->nextChange(-1, 1); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->clearSelection();
    Q_EMIT compared();
}

void DiffView::layOut(bool sideBySide)
{
    m_model->setSideBySide(sideBySide);
    m_beside->setChecked(sideBySide);
    m_names->setVisible(m_model->rowCount() > 0);
    fitColumns();
}

// One column is as wide as its longest line; two share the room.
void DiffView::fitColumns()
{
    const int room = m_table->viewport()->width();
    const QFontMetrics metrics(fixedFont());
    const int longest =
        DiffDelegate::gutter + 8 + m_model->longestLine() * metrics.horizontalAdvance(QLatin1Char('m'));
    if (isSideBySide())
        m_table->horizontalHeader()->setDefaultSectionSize(room / 2);
    else
        m_table->horizontalHeader()->setDefaultSectionSize(std::max(room, longest));
}

void DiffView::step(int by)
{
    const int row = m_model->nextChange(m_table->currentIndex().row(), by);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
}

void DiffView::copy()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex &row : rows) {
        if (text.size() > copyLimit)
            break;
        text += m_model->unified(row.row()) + u'\n';
    }
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace weir
