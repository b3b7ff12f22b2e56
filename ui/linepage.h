// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiledraft.h"

#include "base/event.h"

#include <QWidget>

#include <vector>

namespace weir {

class ProfileForm;
class VariableScope;

// How a line is kept: reconnection, timeouts, limits, heartbeat.
class LinePage final : public QWidget
{
    Q_OBJECT

public:
    LinePage(ProfileDraft *draft, const VariableScope *scope, QWidget *parent);
    Q_DISABLE_COPY_MOVE(LinePage)

private:
    void addReconnection();
    void addLimits();
    QWidget *addList(const QString &label, const Member<QStringList> &member, const QString &placeholder);
    void showFields();

    struct Field
    {
        QWidget *widget;
        std::vector<Protocol> protocols;
    };
    ProfileDraft *m_draft;
    const VariableScope *m_scope;
    ProfileForm *m_form;
    std::vector<Field> m_fields; // those that not every protocol has
};

} // namespace weir
