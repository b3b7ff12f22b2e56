// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestbar.h"

#include "actions.h"
#include "icons.h"
#include "profiledraft.h"
#include "profileeditor.h"
#include "theme.h"
#include "variableedit.h"
#include "variablescope.h"
#include "widgets.h"

#include "profile/profilename.h"
#include "profile/requestbody.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QStyle>

namespace weir {

namespace {

constexpr char rpcItem[] = "JSON-RPC"; // among the methods: what is not a feed

bool isCommand(const QString &text)
{
    static const QRegularExpression start(
        QStringLiteral("^\\s*(?:\\$\\s+)?(?:curl|websocat|wscat)(?:\\.exe)?\\s"));
    return start.match(text).hasMatch();
}

// The bar of a field that differs from the saved profile; the style sheet draws it.
void mark(QWidget *field, bool changed, const QString &was)
{
    const QString tip = RequestBar::tr("Was: %1").arg(was).toHtmlEscaped();
    field->setToolTip(changed ? QStringLiteral("<qt>%1</qt>").arg(tip) : QString());
    if (field->property("changed").toBool() == changed)
        return;
    field->setProperty("changed", changed);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

} // namespace

RequestBar::RequestBar(QWidget *parent)
    : QWidget(parent)
    , m_draft(new ProfileDraft(this))
    , m_scope(new VariableScope(this))
    , m_method(new QComboBox(this))
    , m_transport(new QComboBox(this))
    , m_url(new VariableEdit(m_scope, this))
    , m_revert(makeButton(tr("Revert"), "", false, this))
    , m_save(makeButton(tr("Save"), "", false, this))
    , m_discover(makeButton(tr("Discover methods"), "", false, this))
    , m_optionsButton(new QPushButton(tr("Options ▾"), this))
    , m_connect(new QPushButton(this))
    , m_error(new QLabel(this))
    , m_remedy(makeButton({}, "", false, this))
{
    buildRow();
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setObjectName(QStringLiteral("errorSentence"));
    m_error->setAccessibleName(tr("What is wrong"));
    m_error->hide();
    m_remedy->hide();
    auto *trouble = new QHBoxLayout;
    trouble->setContentsMargins(10, 0, 10, 0);
    trouble->addWidget(m_error, 1);
    trouble->addWidget(m_remedy, 0, Qt::AlignTop);
    static_cast<QVBoxLayout *>(layout())->addLayout(trouble);
    connect(m_remedy, &QPushButton::clicked, this, &RequestBar::remedyRequested);
    connect(m_method, &QComboBox::currentTextChanged, this, &RequestBar::readMethod);
    connect(m_transport, &QComboBox::activated, this, &RequestBar::readTransport);
    connect(m_discover, &QPushButton::clicked, this, &RequestBar::discoverRequested);
    connect(m_url, &QLineEdit::textEdited, this, &RequestBar::readUrl);
    connect(m_url, &QLineEdit::returnPressed, m_connect, [this] {
        if (isReady())
            Q_EMIT connectRequested();
    });
    connect(m_optionsButton, &QPushButton::toggled, this, &RequestBar::setOptionsVisible);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (isReady())
            Q_EMIT saveRequested();
    });
    connect(m_revert, &QPushButton::clicked, this, &RequestBar::revertRequested);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        if (m_active)
            Q_EMIT disconnectRequested();
        else if (isReady())
            Q_EMIT connectRequested();
    });
    connect(m_draft, &ProfileDraft::loaded, this, &RequestBar::load);
    connect(m_draft, &ProfileDraft::edited, this, &RequestBar::refresh);
    connect(m_draft, &ProfileDraft::edited, this, &RequestBar::clearError);
    connect(m_draft, &ProfileDraft::edited, this, &RequestBar::edited);
    connect(m_draft, &ProfileDraft::secretEntered, this, &RequestBar::secretEntered);
    setActive(false);
    load();
}

const Profile &RequestBar::profile() const
{
    return m_draft->profile();
}

void RequestBar::setProfile(const Profile &profile)
{
    m_draft->setProfile(profile);
}

void RequestBar::setSaved(const std::optional<Profile> &saved)
{
    m_isKept = true;
    m_draft->setSaved(saved);
}

bool RequestBar::isChanged() const
{
    return m_draft->isChanged();
}

void RequestBar::setVariables(const Variables &variables)
{
    m_scope->setVariables(variables);
}

void RequestBar::setPreview(const std::function<QString(const Profile &)> &preview)
{
    m_preview = preview;
    if (m_editor)
        m_editor->setPreview(preview);
}

void RequestBar::setActive(bool active)
{
    // Told at every change of the status: a button is not painted again for nothing.
    if (active == m_active && !m_connect->text().isEmpty())
        return;
    m_active = active;
    m_connect->setText(active ? tr("Disconnect") : tr("Connect"));
    m_connect->setIcon(active ? icon(QLatin1String("stop"), Tint::Error)
                              : icon(QLatin1String("play"), Tint::OnAccent));
    m_connect->setToolTip(tipText(active ? ActionId::Disconnect : ActionId::Connect));
    m_connect->setAccessibleName(active ? tr("Disconnect") : tr("Connect"));
    setTone(m_connect, active ? "danger" : "primary");
}

void RequestBar::showError(const Error &error)
{
    showSentence(error.code == ErrorCode::None ? QString() : errorText(error));
}

void RequestBar::showSentence(const QString &sentence, const QString &remedy)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_error->setContentsMargins(0, 4, 0, 8);
    m_remedy->setText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
}

void RequestBar::focusUrl()
{
    m_url->setFocus(Qt::ShortcutFocusReason);
    m_url->selectAll();
}

void RequestBar::setOptionsVisible(bool visible)
{
    m_optionsButton->setChecked(visible);
    m_optionsButton->setText(visible ? tr("Options ▴") : tr("Options ▾"));
    if (visible || m_editor)
        editor()->setVisible(visible);
}

void RequestBar::buildRow()
{
    for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE"})
        m_method->addItem(QLatin1String(method));
    m_method->insertSeparator(m_method->count());
    m_method->addItem(QLatin1String(rpcItem));
    m_method->setEditable(true);
    m_method->setInsertPolicy(QComboBox::NoInsert);
    m_method->setFixedWidth(86);
    m_method->setAccessibleName(tr("HTTP method"));
    m_transport->addItems({tr("HTTP POST"), tr("WebSocket")});
    m_transport->setAccessibleName(tr("How calls are carried"));
    m_discover->setToolTip(tr("Ask the server for its methods (rpc.discover, OpenRPC)"));
    m_url->setFont(fixedFont());
    m_url->setAccessibleName(tr("URL"));
    m_connect->setIconSize(QSize(16, 12));
    m_optionsButton->setCheckable(true);
    m_optionsButton->setAccessibleName(tr("Request options"));
    m_save->setToolTip(tr("Keep this connection as it stands here"));
    m_revert->setToolTip(tr("Go back to what is saved"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(8);
    row->addWidget(m_method);
    row->addWidget(m_transport);
    row->addWidget(m_url, 1);
    row->addWidget(m_revert);
    row->addWidget(m_save);
    row->addWidget(m_discover);
    row->addWidget(m_optionsButton);
    row->addWidget(m_connect);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(row);
}

void RequestBar::load()
{
    const QScopedValueRollback loading(m_loading, true);
    const Profile &profile = m_draft->profile();
    m_method->setCurrentText(profile.method);
    if (m_url->text().trimmed() != profile.url) {
        m_url->setText(profile.url);
        m_url->setCursorPosition(0);
    }
    refresh();
}

void RequestBar::refresh()
{
    showProtocol();
    const Profile &profile = m_draft->profile();
    const Profile saved = m_draft->saved().value_or(profile);
    mark(m_method, saved.method != profile.method, saved.method);
    mark(m_url, saved.url != profile.url, saved.url);
    m_save->setVisible(m_isKept && m_draft->isChanged());
    m_revert->setVisible(m_isKept && m_draft->saved() && m_draft->isChanged());
}

void RequestBar::showProtocol()
{
    const Profile &profile = m_draft->profile();
    const bool isRpc = profile.protocol == Protocol::JsonRpc;
    const bool isSocket = protocolOfUrl(profile.url) == Protocol::WebSocket;
    m_method->setVisible(profile.protocol == Protocol::Sse);
    m_transport->setVisible(isRpc);
    m_transport->setCurrentIndex(isSocket ? 1 : 0);
    m_discover->setVisible(isRpc);
    m_connect->setVisible(!isRpc || isSocket); // nothing stands between the calls of HTTP
    m_url->setPlaceholderText(isRpc                                         ? tr("http://host/rpc")
                                  : profile.protocol == Protocol::WebSocket ? tr("ws://host/path")
                                                                            : tr("http://host/feed"));
}

void RequestBar::readUrl(const QString &text)
{
    // Typed letter by letter it may become anything yet.
    if (isCommand(text) && text.size() > m_draft->profile().url.size() + 1) {
        m_url->setText(m_draft->profile().url);
        Q_EMIT commandPasted(text);
        return;
    }
    m_draft->edit<QString>(
        [](auto &p) -> auto & { return p.url; }, text.trimmed());
    // What a scheme speaks; JSON-RPC goes over both.
    const Protocol protocol = m_draft->profile().protocol;
    if (protocol != Protocol::JsonRpc && text.contains(QLatin1String("://")))
        m_draft->edit<Protocol>(
            [](auto &p) -> auto & { return p.protocol; }, protocolOfUrl(text));
}

void RequestBar::readMethod(const QString &method)
{
    if (m_loading)
        return;
    if (method == QLatin1String(rpcItem)) {
        m_draft->edit<Protocol>(
            [](auto &p) -> auto & { return p.protocol; }, Protocol::JsonRpc);
        m_method->setCurrentText(m_draft->profile().method);
        Q_EMIT protocolChosen();
        return;
    }
    const bool before = takesBody(m_draft->profile().method);
    m_draft->edit<QString>(
        [](auto &p) -> auto & { return p.method; }, method.trimmed());
    const bool chosen = m_method->findText(method, Qt::MatchFixedString) >= 0;
    if (!chosen || before || !takesBody(method))
        return;
    setOptionsVisible(true);
    m_editor->showTab(ProfileEditor::Tab::Body);
}

// The scheme says how; http and ws differ in nothing else.
void RequestBar::readTransport(int index)
{
    QString url = m_draft->profile().url;
    const bool isSocket = protocolOfUrl(url) == Protocol::WebSocket;
    if ((index == 1) == isSocket)
        return;
    if (!url.contains(QLatin1String("://")))
        url.prepend(isSocket ? QLatin1String("ws://") : QLatin1String("http://"));
    const QLatin1String before(isSocket ? "ws" : "http");
    url.replace(0, before.size(), isSocket ? QLatin1String("http") : QLatin1String("ws"));
    m_url->setText(url);
    readUrl(url);
}

ProfileEditor *RequestBar::editor()
{
    if (m_editor)
        return m_editor;
    m_editor = new ProfileEditor(m_draft, m_scope, this);
    m_editor->setPreview(m_preview);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_editor);
    setTabOrder(m_connect, m_editor);
    connect(m_editor, &ProfileEditor::closeRequested, this, [this] {
        setOptionsVisible(false);
        m_optionsButton->setFocus();
    });
    return m_editor;
}

bool RequestBar::isReady()
{
    const QString sentence = m_editor ? m_editor->pendingSentence() : QString();
    if (sentence.isEmpty())
        return true;
    showSentence(sentence);
    setOptionsVisible(true);
    m_editor->showPending();
    return false;
}

void RequestBar::clearError()
{
    showError({});
}

} // namespace weir
