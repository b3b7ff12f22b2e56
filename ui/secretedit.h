// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class VariableEdit;
class VariableScope;

// A field for what must not stand in a profile. It commits references alone, {{secret.NAME}} or another
// variable; a literal is hidden by dots and offered to be kept as a secret: by Enter or by the button.
class SecretEdit final : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Whole, WithScheme }; // with a scheme: a word may stand before the references
    SecretEdit(const VariableScope *scope, Form form, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SecretEdit)

    VariableEdit *edit() const { return m_edit; }
    QString reference() const { return m_committed; }
    void setReference(const QString &reference);
    void setSuggestedName(const QString &name); // of a new secret; made one of its own where it is taken
    bool isPending() const; // a literal stands here that is not kept
    QString sentence() const; // about that

Q_SIGNALS:
    void edited(); // reference() is another one
    void secretEntered(const QString &name, const QString &value);

private:
    void read();
    void keep();
    void show(bool pending);
    bool isReference(const QString &text) const;
    bool isUnfinished() const;
    QString nameToKeep() const;

    const VariableScope *m_scope;
    const Form m_form;
    VariableEdit *m_edit;
    QPushButton *m_keep;
    QLabel *m_sentence;
    QString m_committed;
    QString m_suggestedName;
};

} // namespace weir
