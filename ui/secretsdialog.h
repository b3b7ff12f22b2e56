// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QDialog>
#include <QHash>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class SecretStore;

// Values for secrets, by name. Shows whether there is one, never which; says where it is kept.
class SecretsDialog final : public QDialog
{
    Q_OBJECT

public:
    // `accept`: what the button says that keeps what was typed.
    SecretsDialog(SecretStore &secrets, const QStringList &names, const QString &accept,
                  QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SecretsDialog)

Q_SIGNALS:
    void changed(const QStringList &names); // kept or forgotten
    void kept(); // all that was typed; the dialog closes

private:
    void addRow(QGridLayout *grid, const QString &name);
    void look();
    void keep();
    void forget(const QString &name);
    void say(const Expected<void> &outcome);
    void showPlace();

    SecretStore &m_secrets;
    const QStringList m_names;
    QHash<QString, QLineEdit *> m_edits;
    QLabel *m_place;
    QPushButton *m_keep;
    int m_pending = 0; // writes under way
    bool m_failed = false;
};

} // namespace weir
