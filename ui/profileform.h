// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiledraft.h"
#include "secretedit.h"

#include <QWidget>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
QT_END_NAMESPACE

namespace weir {

class VariableEdit;
class VariableScope;

// The bar beside a field that differs from the saved profile.
class ChangeMark final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeMark(QWidget *parent);
    Q_DISABLE_COPY_MOVE(ChangeMark)

    void setOn(bool on);
    bool isOn() const { return m_on; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_on = false;
};

// Labelled fields in one or two columns, each bound to a member of the draft, marked where it was changed.
class ProfileForm final : public QWidget
{
    Q_OBJECT

public:
    ProfileForm(ProfileDraft *draft, const VariableScope *scope, QWidget *parent);
    Q_DISABLE_COPY_MOVE(ProfileForm)

    void nextColumn();
    VariableEdit *addText(const QString &label, const Member<QString> &member,
                          const QString &placeholder = {});
    // A path, typed or chosen.
    VariableEdit *addFile(const QString &label, const Member<QString> &member, const QString &filter);
    // `use` is the end of the name that is suggested for a new secret.
    SecretEdit *addSecret(const QString &label, const Member<QString> &member, const QString &use,
                          SecretEdit::Form form = SecretEdit::Form::Whole);
    QCheckBox *addCheck(const QString &text, const Member<bool> &member, const QString &toolTip = {});
    // A number in the profile's unit shown in one `unit` times as large; 0 in words.
    QDoubleSpinBox *addNumber(const QString &label, const Member<qint64> &member, qint64 unit,
                              const QString &suffix, const QString &zero);
    template <typename Enum>
    QComboBox *addChoice(const QString &label, const Member<Enum> &member,
                         const std::vector<std::pair<Enum, QString>> &items)
    {
        QComboBox *box = makeChoice(label);
        for (const auto &[value, text] : items)
            addItem(box, int(value), text);
        addChosen(
            label, box, [member](const Profile &p) { return int(member.read(p)); },
            [this, member](int value) { m_draft->edit(member, Enum(value)); });
        return box;
    }

    // What a field shows of a profile.
    struct Binding
    {
        std::function<void(const Profile &)> show;
        std::function<bool(const Profile &, const Profile &)> same;
        std::function<QString(const Profile &)> words;
    };
    void addField(const QString &label, QWidget *field, const Binding &binding);
    QLabel *addNote(const QString &text);
    void setFieldVisible(const QWidget *field, bool visible);
    ChangeMark *markOf(const QWidget *field) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        QLabel *label;
        ChangeMark *mark;
        QWidget *field;
        Binding binding;
        QString toolTip; // where it is not changed
    };
    QComboBox *makeChoice(const QString &label);
    static void addItem(QComboBox *box, int value, const QString &text);
    void addChosen(const QString &label, QComboBox *box, const std::function<int(const Profile &)> &read,
                   const std::function<void(int)> &write);
    static Binding textBinding(const Member<QString> &member,
                               const std::function<void(const QString &)> &show);
    void showAll();
    void markAll();
    void showMark(const Row &row);
    QString secretName(const QString &use) const;

    ProfileDraft *m_draft;
    const VariableScope *m_scope;
    QHBoxLayout *m_columns;
    QGridLayout *m_grid = nullptr; // of the column that is being filled
    std::vector<Row> m_rows;
    int m_nextRow = 0;
    bool m_showing = false;
};

} // namespace weir
