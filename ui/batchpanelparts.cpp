// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchmodel.h"
#include "batchpanel.h"
#include "theme.h"
#include "variabletextedit.h"
#include "widgets.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace weir {

namespace {
constexpr int rowHeight = 24;
constexpr int previewLines = 4;
constexpr qsizetype longestPreview = 64 * 1024; // characters, on one line
}

void BatchPanel::buildTable()
{
    m_table->setModel(m_model);
    m_table->setFont(fixedFont());
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Calls of the batch"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setMinimumHeight(4 * rowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setFont(smallFont());
    header->setHighlightSections(false);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(BatchModel::Outcome, QHeaderView::Stretch);
    const QFontMetrics metrics(fixedFont());
    const auto room = [&](const QString &text) { return metrics.horizontalAdvance(text) + 16; };
    header->resizeSection(BatchModel::Method, room(QStringLiteral("notify_hello")));
    header->resizeSection(BatchModel::Id, room(QStringLiteral("123")));
    header->resizeSection(BatchModel::Time, room(QStringLiteral("123.4 ms")));
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &BatchPanel::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &BatchPanel::refresh);
}

void BatchPanel::buildButtons(QVBoxLayout *column)
{
    m_edit->setToolTip(tr("Take the call back into the form (Enter)"));
    m_remove->setToolTip(tr("Take the call out of the batch (Delete)"));
    m_preview->setObjectName(QStringLiteral("requestPreview"));
    m_preview->setFont(fixedFont());
    m_preview->setJson(true);
    m_preview->setReadOnly(true);
    m_preview->setAccessibleName(tr("The batch as it is sent"));
    m_preview->document()->setDocumentMargin(8);
    m_preview->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_preview->setLongest(longestPreview, longestPreview);
    m_preview->setFixedHeight(previewLines * QFontMetrics(fixedFont()).lineSpacing() + 19);
    m_total->setFont(smallFont());
    m_warning->setFont(smallFont());
    m_warning->setWordWrap(true);
    setTone(m_warning, "warn");
    m_fault->setFont(smallFont());
    m_fault->setWordWrap(true);
    setTone(m_fault, "error");
    setTone(m_sendAnyway, "link");
    m_sendAnyway->setToolTip(tr("Send the batch as it stands, wrong as it is"));
    setTone(m_send, "primary");
    m_send->setAccessibleName(tr("Send batch"));
    m_send->setToolTip(tr("Send all of them in one message (Ctrl+Enter)"));
    auto *list = new QHBoxLayout;
    list->setSpacing(6);
    for (QWidget *button :
         std::initializer_list<QWidget *>{m_up, m_down, m_edit, m_duplicate, m_remove, m_clear})
        list->addWidget(button);
    list->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_total, 1);
    foot->addStretch(0);
    foot->addWidget(m_sendAnyway);
    foot->addWidget(m_send);
    column->addLayout(list);
    column->addWidget(m_preview);
    column->addWidget(m_warning);
    column->addWidget(m_fault);
    column->addLayout(foot);
    connect(m_up, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveBy(1); });
    connect(m_edit, &QPushButton::clicked, this, &BatchPanel::edit);
    connect(m_duplicate, &QPushButton::clicked, this, &BatchPanel::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &BatchPanel::remove);
    connect(m_clear, &QPushButton::clicked, this, &BatchPanel::clear);
    connect(m_sendAnyway, &QPushButton::clicked, this, [this] { send(true); });
    connect(m_send, &QPushButton::clicked, this, [this] { send(false); });
}

} // namespace weir
