// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "authpage.h"

#include "profileform.h"
#include "variableedit.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace weir {

AuthPage::AuthPage(ProfileDraft *draft, const VariableScope *scope, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_form(new ProfileForm(draft, scope, this))
{
    using Type = ProfileAuth::Type;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_form);
    layout->addStretch(1);
    m_form->setMaximumWidth(640);
    m_form->addChoice<Type>(tr("Type"), [](auto &p) -> auto & { return p.auth.type; },
                            {{Type::None, tr("None")},
                             {Type::Basic, tr("Basic: user and password")},
                             {Type::Bearer, tr("Bearer token")},
                             {Type::ApiKeyHeader, tr("API key in a header")},
                             {Type::ApiKeyQuery, tr("API key in the URL")},
                             {Type::Custom, tr("Custom Authorization")}});
    const auto add = [this](QWidget *field, const std::vector<Type> &types) {
        m_fields.push_back({field, types});
    };
    add(m_form->addText(
            tr("User"), [](auto &p) -> auto & { return p.auth.user; }),
        {Type::Basic});
    add(m_form->addSecret(
            tr("Password"), [](auto &p) -> auto & { return p.auth.password; }, QStringLiteral("password")),
        {Type::Basic});
    add(m_form->addSecret(
            tr("Token"), [](auto &p) -> auto & { return p.auth.token; }, QStringLiteral("token")),
        {Type::Bearer});
    add(m_form->addText(
            tr("Name"), [](auto &p) -> auto & { return p.auth.name; }, QStringLiteral("X-API-Key, api_key")),
        {Type::ApiKeyHeader, Type::ApiKeyQuery});
    add(m_form->addSecret(
            tr("Key"), [](auto &p) -> auto & { return p.auth.value; }, QStringLiteral("key")),
        {Type::ApiKeyHeader, Type::ApiKeyQuery});
    SecretEdit *custom = m_form->addSecret(
        tr("Authorization"), [](auto &p) -> auto & { return p.auth.value; }, QStringLiteral("authorization"),
        SecretEdit::Form::WithScheme);
    custom->edit()->setPlaceholderText(tr("the whole value, for example Token {{secret.NAME}}"));
    add(custom, {Type::Custom});
    connect(draft, &ProfileDraft::loaded, this, &AuthPage::showFields);
    connect(draft, &ProfileDraft::edited, this, &AuthPage::showFields);
    showFields();
}

void AuthPage::showFields()
{
    for (const Field &field : m_fields) {
        const bool shown = std::find(field.types.begin(), field.types.end(), m_draft->profile().auth.type)
            != field.types.end();
        m_form->setFieldVisible(field.widget, shown);
    }
}

} // namespace weir
