// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callform.h"
#include "chipchoice.h"
#include "formscroll.h"
#include "idchoice.h"
#include "methodedit.h"
#include "paramarea.h"
#include "parammodel.h"
#include "requestpreview.h"
#include "theme.h"
#include "variablescope.h"
#include "variabletextedit.h"
#include "widgets.h"

#include "base/jsonformat.h"
#include "base/rawjson.h"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
constexpr int checkAfter = 120; // ms without a key
// pixels
constexpr int sideMargin = 12;
constexpr int controlHeight = 26;
constexpr int captionGap = 8;
constexpr int narrowestCaption = 88;
constexpr int widestCaption = 132; // in a narrow form
constexpr qsizetype longestText = 1024 * 1024; // characters
constexpr qsizetype longestLine = 64 * 1024;
constexpr int rawLines = 8;
}

CallForm::CallForm(QWidget *parent)
    : QWidget(parent)
    , m_scope(new VariableScope(this))
    , m_params(new ParamModel(this))
    , m_method(new MethodEdit(m_scope, this))
    , m_kinds(new ChipChoice({tr("by name"), tr("by position"), tr("none"), tr("raw JSON")}, this))
    , m_rows(new ParamArea(m_params, m_scope, this))
    , m_raw(new VariableTextEdit(m_scope, this))
    , m_paramProblem(makeLabel(tr("What is wrong with the parameters"), this))
    , m_id(new IdChoice(m_scope, this))
    , m_preview(new RequestPreview(m_scope, this))
    , m_fault(makeLabel(tr("Why it cannot be sent"), this))
    , m_batch(makeButton({}, "", false, this))
    , m_curl(makeButton(tr("Copy as cURL"), "", false, this))
    , m_more(makeIconButton("options", tr("More for this call"), this))
    , m_send(makeButton(tr("Send ⌃↵"), "", false, this))
    , m_sendAnyway(makeButton(tr("Send anyway"), "", false, this))
{
    setObjectName(QStringLiteral("callForm"));
    setAttribute(Qt::WA_StyledBackground);
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkAfter);
    buildFields();
    buildButtons();
    follow();
    setFocusProxy(m_method);
    setDraft({});
}

CallForm::~CallForm()
{
    // A field that has the keyboard says that it is finished while the form is destroyed.
    m_method->disconnect(this);
    m_params->disconnect(this);
}

void CallForm::buildFields()
{
    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(sideMargin, 11, sideMargin, 0);
    column->setSpacing(9);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(captionGap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_captions.append(addCaption(grid, 0, tr("Method"), m_method));
    grid->addWidget(m_method, 0, 1);
    m_captions.append(addCaption(grid, 1, tr("Parameters"), m_kinds));
    m_kinds->setAccessibleName(tr("How parameters are given"));
    grid->addWidget(m_kinds, 1, 1);
    buildParams(grid);
    m_captions.append(addCaption(grid, 4, tr("Id"), m_id));
    grid->addWidget(m_id, 4, 1);
    column->addLayout(grid);
    column->addWidget(m_preview);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(new FormScroll(fields, this));
}

void CallForm::buildParams(QGridLayout *grid)
{
    m_raw->setFont(fixedFont());
    m_raw->setJson(true);
    m_raw->setAccessibleName(tr("Parameters as JSON"));
    m_raw->setPlaceholderText(tr("{ … } or [ … ]  {{variables}} are filled in"));
    m_raw->setLongest(longestText, longestLine);
    m_raw->setFixedHeight(rawLines * QFontMetrics(fixedFont()).lineSpacing() + 2 * 6);
    m_paramProblem->setFont(smallFont());
    m_paramProblem->setWordWrap(true);
    setTone(m_paramProblem, "error");
    auto *places = new QVBoxLayout;
    places->setSpacing(5);
    places->addWidget(m_rows, 1);
    grid->addLayout(places, 2, 0, 1, 2);
    auto *below = new QVBoxLayout;
    below->setSpacing(5);
    below->addWidget(m_raw);
    below->addWidget(m_paramProblem);
    grid->addLayout(below, 3, 1);
}

void CallForm::buildButtons()
{
    setTone(m_send, "primary");
    m_send->setAccessibleName(tr("Send"));
    m_send->setToolTip(tr("Send the request (Ctrl+Enter)"));
    setTone(m_sendAnyway, "link");
    m_sendAnyway->setToolTip(tr("Send the request as it stands in the preview, wrong as it is"));
    QSizePolicy policy = m_sendAnyway->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // nothing moves while somebody writes
    m_sendAnyway->setSizePolicy(policy);
    m_batch->setAccessibleName(tr("Add to batch"));
    m_batch->setToolTip(tr("Send it later, with others in one message"));
    m_fault->setFont(smallFont());
    m_fault->setWordWrap(true);
    setTone(m_fault, "error");
    auto *menu = new QMenu(m_more);
    menu->addAction(tr("Save as named call…"), this, [this] { Q_EMIT saveRequested(m_draft); });
    menu->addSeparator();
    menu->addAction(tr("Clear"), this, [this] {
        setDraft({});
        focusMethod();
        Q_EMIT draftChanged();
    });
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    setTone(m_more, "plain");
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_batch);
    buttons->addWidget(m_curl);
    buttons->addWidget(m_more);
    buttons->addStretch(1);
    buttons->addWidget(m_send);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_fault, 1, Qt::AlignTop);
    foot->addStretch(0);
    foot->addWidget(m_sendAnyway, 0, Qt::AlignTop);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(sideMargin, 9, sideMargin, 11);
    below->setSpacing(9);
    below->addLayout(buttons);
    below->addLayout(foot);
    auto *rows = static_cast<QVBoxLayout *>(layout());
    rows->addLayout(below);
    rows->addStretch(1);
    setBatchCount(0);
}

QLabel *CallForm::addCaption(QGridLayout *grid, int row, const QString &text, QWidget *buddy)
{
    auto *caption = new QLabel(text, this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    caption->setFixedHeight(controlHeight);
    caption->setBuddy(buddy);
    grid->addWidget(caption, row, 0, Qt::AlignTop);
    return caption;
}

void CallForm::follow()
{
    connect(m_method, &MethodEdit::edited, this, &CallForm::change);
    connect(m_method, &MethodEdit::settled, this, &CallForm::settleMethod);
    connect(m_method, &MethodEdit::exampleChosen, this, &CallForm::fillExample);
    connect(m_kinds, &ChipChoice::chosen, this, &CallForm::chooseParams);
    connect(m_params, &ParamModel::edited, this, &CallForm::change);
    connect(m_raw, &VariableTextEdit::edited, this, &CallForm::change);
    connect(m_id, &IdChoice::edited, this, &CallForm::change);
    connect(m_preview, &RequestPreview::edited, this, &CallForm::readPreview);
    connect(&m_checkSoon, &QTimer::timeout, this, &CallForm::check);
    connect(m_batch, &QPushButton::clicked, this, [this] { Q_EMIT batchRequested(text()); });
    connect(m_curl, &QPushButton::clicked, this, [this] { Q_EMIT copyAsCurlRequested(text()); });
    connect(m_send, &QPushButton::clicked, this, &CallForm::send);
    connect(m_sendAnyway, &QPushButton::clicked, this, &CallForm::sendAnyway);
    const auto refuse = [this] { Q_EMIT said(tr("This is too long to be edited here.")); };
    connect(m_raw, &VariableTextEdit::longTextRefused, this, refuse);
    connect(m_preview, &RequestPreview::longTextRefused, this, refuse);
}

void CallForm::fillExample(int index)
{
    const RpcMethodInfo *info = m_method->info();
    if (!info || index >= int(info->examples.size()))
        return;
    const QByteArray &json = info->examples[size_t(index)].params;
    CallDraft draft = draftFor(*info, {.method = info->name});
    draft.id = m_draft.id;
    draft.idText = m_draft.idText;
    draft.raw = m_draft.raw;
    std::vector<ParamNode> values;
    if (checkJson(json))
        values = nodeFromJson(json).children;
    const bool isArray = checkJson(json) && jsonType(trimmedJson(json)) == JsonType::Array;
    draft.params = values.empty() ? draft.params
        : isArray                 ? CallDraft::Params::ByPosition
                                  : CallDraft::Params::ByName;
    for (ParamNode &row : draft.rows)
        row.on = false;
    for (size_t i = 0; i < values.size(); ++i) {
        if (isArray && i < info->params.size())
            values[i].name = info->params[i].name;
        const auto row = std::find_if(draft.rows.begin(), draft.rows.end(), [&](const ParamNode &node) {
            return node.name == values[i].name && !node.on;
        });
        if (row == draft.rows.end())
            draft.rows.push_back(std::move(values[i]));
        else
            *row = std::move(values[i]);
    }
    setDraft(draft);
    Q_EMIT draftChanged();
}

void CallForm::lookForSecrets()
{
    QStringList names;
    const QString prefix = QStringLiteral("secret.");
    if (const QString written = m_preview->text(); written.contains(prefix)) {
        for (const VariableSpan &span : m_scope->variables().scan(written)) {
            if (span.kind == VariableSpan::Kind::Secret && !span.known)
                names.append(span.name.mid(prefix.size()));
        }
    }
    names.removeDuplicates();
    if (names != std::exchange(m_missing, names) && !names.isEmpty())
        Q_EMIT secretsMissing(names);
}

void CallForm::fitLabels()
{
    int wanted = narrowestCaption;
    for (const QLabel *caption : std::as_const(m_captions))
        wanted = std::max(wanted, caption->sizeHint().width());
    if (!m_rows->isHidden())
        wanted = std::max(wanted, m_rows->wantedLabelWidth());
    const int width = std::min(wanted, std::max(widestCaption, this->width() / 4));
    for (QLabel *caption : std::as_const(m_captions))
        caption->setFixedWidth(width);
    m_rows->setLabelWidth(width);
}

} // namespace weir
