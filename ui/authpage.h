// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

#include <QWidget>

#include <vector>

namespace weir {

class ProfileDraft;
class ProfileForm;
class VariableScope;

// How a request proves who it is: the type, and the fields that this type needs.
class AuthPage final : public QWidget
{
    Q_OBJECT

public:
    AuthPage(ProfileDraft *draft, const VariableScope *scope, QWidget *parent);
    Q_DISABLE_COPY_MOVE(AuthPage)

private:
    void showFields();

    struct Field
    {
        QWidget *widget;
        std::vector<ProfileAuth::Type> types;
    };
    const ProfileDraft *m_draft;
    ProfileForm *m_form;
    std::vector<Field> m_fields;
};

} // namespace weir
