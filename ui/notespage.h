// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace weir {

class ProfileDraft;
class VariableScope;

// What a profile is called, where it stands, its colour, and what people wrote about it.
class NotesPage final : public QWidget
{
    Q_OBJECT

public:
    NotesPage(ProfileDraft *draft, const VariableScope *scope, QWidget *parent);
    Q_DISABLE_COPY_MOVE(NotesPage)
};

} // namespace weir
