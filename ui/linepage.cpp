// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linepage.h"

#include "profileform.h"
#include "variableedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace weir {

namespace {
constexpr qint64 second = 1000;
constexpr qint64 mebibyte = 1024 * 1024;

QStringList listFromText(const QString &text)
{
    QStringList list;
    for (const QString &part : text.split(u',')) {
        if (const QString word = part.trimmed(); !word.isEmpty())
            list.append(word);
    }
    return list;
}

} // namespace

LinePage::LinePage(ProfileDraft *draft, const VariableScope *scope, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_scope(scope)
    , m_form(new ProfileForm(draft, scope, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_form);
    layout->addStretch(1);
    addReconnection();
    m_form->nextColumn();
    addLimits();
    connect(draft, &ProfileDraft::loaded, this, &LinePage::showFields);
    showFields();
}

void LinePage::addReconnection()
{
    m_form->addCheck(
        tr("Reconnect when the line breaks or ends"), [](auto &p) -> auto & { return p.reconnect; });
    m_fields.push_back({m_form->addCheck(
                            tr("Reconnect after a normal close (1000, 1001)"),
                            [](auto &p) -> auto & { return p.reconnectAfterClose; }),
                        {Protocol::WebSocket}});
    m_fields.push_back(
        {m_form->addChoice<bool>(
             tr("After errors"), [](auto &p) -> auto & { return p.resilient; },
             {{false, tr("Stop: the HTML standard")}, {true, tr("Retry 408, 425, 429 and 5xx")}}),
         {Protocol::Sse}});
    m_form->addNumber(
        tr("Reconnection time"), [](auto &p) -> auto & { return p.reconnectionTime; }, second, tr(" s"),
        tr("at once"));
    m_fields.push_back(
        {m_form->addText(
             tr("Last-Event-ID"), [](auto &p) -> auto & { return p.lastEventId; }, tr("none: from now on")),
         {Protocol::Sse}});
    m_fields.push_back({addList(
                            tr("Subprotocols"), [](auto &p) -> auto & { return p.subprotocols; },
                            tr("none; several with commas between")),
                        {Protocol::WebSocket}});
    VariableEdit *openRpc = m_form->addFile(
        tr("OpenRPC file"), [](auto &p) -> auto & { return p.openRpcFile; }, tr("OpenRPC (*.json)"));
    openRpc->setPlaceholderText(tr("none: the server is asked"));
    m_fields.push_back({openRpc, {Protocol::JsonRpc}});
    m_fields.push_back({addList(
                            tr("Known methods"), [](auto &p) -> auto & { return p.methods; },
                            tr("none; several with commas between")),
                        {Protocol::JsonRpc}});
    m_form->addCheck(
        tr("Connect when Weir starts"), [](auto &p) -> auto & { return p.autoConnect; });
}

void LinePage::addLimits()
{
    const std::vector<Protocol> framed = {Protocol::WebSocket, Protocol::JsonRpc};
    const QString never = tr("never");
    m_form->addNumber(
        tr("Header timeout"), [](auto &p) -> auto & { return p.headerTimeout; }, second, tr(" s"), never);
    m_form->addNumber(
        tr("Read timeout"), [](auto &p) -> auto & { return p.readTimeout; }, second, tr(" s"), never);
    m_fields.push_back(
        {m_form->addNumber(
             tr("Answer timeout"), [](auto &p) -> auto & { return p.callTimeout; }, second, tr(" s"), never),
         {Protocol::JsonRpc}});
    m_fields.push_back({m_form->addNumber(
                            tr("Longest line"), [](auto &p) -> auto & { return p.lineLimit; }, mebibyte,
                            tr(" MB"), tr("none")),
                        {Protocol::Sse}});
    m_fields.push_back({m_form->addNumber(
                            tr("Largest message"), [](auto &p) -> auto & { return p.messageLimit; }, mebibyte,
                            tr(" MB"), tr("none")),
                        framed});
    m_fields.push_back(
        {m_form->addNumber(
             tr("Ping every"), [](auto &p) -> auto & { return p.heartbeat; }, second, tr(" s"), never),
         framed});
    m_fields.push_back({m_form->addNumber(
                            tr("Pong within"), [](auto &p) -> auto & { return p.heartbeatTimeout; }, second,
                            tr(" s"), never),
                        framed});
}

QWidget *LinePage::addList(const QString &label, const Member<QStringList> &member,
                           const QString &placeholder)
{
    auto *edit = new VariableEdit(m_scope, m_form);
    edit->setPlaceholderText(placeholder);
    m_form->addField(
        label, edit,
        {[edit, member](const Profile &p) {
             if (listFromText(edit->text()) != member.read(p))
                 edit->setText(member.read(p).join(QLatin1String(", ")));
         },
         [member](const Profile &a, const Profile &b) { return member.read(a) == member.read(b); },
         [member](const Profile &p) { return member.read(p).join(QLatin1String(", ")); }});
    connect(edit, &QLineEdit::textEdited, this,
            [this, member](const QString &text) { m_draft->edit<QStringList>(member, listFromText(text)); });
    return edit;
}

void LinePage::showFields()
{
    for (const Field &field : m_fields) {
        const bool shown =
            std::find(field.protocols.begin(), field.protocols.end(), m_draft->profile().protocol)
            != field.protocols.end();
        m_form->setFieldVisible(field.widget, shown);
    }
}

} // namespace weir
