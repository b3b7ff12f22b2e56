// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notespage.h"

#include "colourswatches.h"
#include "profileform.h"
#include "variableedit.h"
#include "variabletextedit.h"

#include <QVBoxLayout>

namespace weir {

namespace {
constexpr int notesHeight = 150;
}

NotesPage::NotesPage(ProfileDraft *draft, const VariableScope *scope, QWidget *parent)
    : QWidget(parent)
{
    auto *form = new ProfileForm(draft, scope, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(form);
    layout->addStretch(1);
    form->addText(
        tr("Name"), [](auto &p) -> auto & { return p.name; }, tr("by host and path"));
    form->addText(
        tr("Folder"), [](auto &p) -> auto & { return p.folder; }, tr("none; Staging/EU for one in another"));
    auto *swatches = new ColourSwatches(form);
    form->addField(tr("Colour"), swatches,
                   {[swatches](const Profile &p) { swatches->setColour(p.colour); },
                    [](const Profile &a, const Profile &b) { return a.colour == b.colour; },
                    [](const Profile &p) { return p.colour; }});
    connect(swatches, &ColourSwatches::edited, draft, [draft, swatches] {
        draft->edit<QString>(
            [](auto &p) -> auto & { return p.colour; }, swatches->colour());
    });
    form->nextColumn();
    auto *notes = new VariableTextEdit(scope, form);
    notes->setFixedHeight(notesHeight);
    form->addField(tr("Notes"), notes,
                   {[notes](const Profile &p) { notes->setText(p.notes); },
                    [](const Profile &a, const Profile &b) { return a.notes == b.notes; },
                    [](const Profile &p) { return p.notes; }});
    connect(notes, &VariableTextEdit::edited, draft, [draft, notes] {
        draft->edit<QString>(
            [](auto &p) -> auto & { return p.notes; }, notes->toPlainText());
    });
}

} // namespace weir
