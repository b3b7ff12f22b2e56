// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QMenu;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class ProfileStore;
class Settings;

// Which environment's variables are in effect; remembered in the settings.
class EnvironmentRow final : public QWidget
{
    Q_OBJECT

public:
    EnvironmentRow(ProfileStore &store, Settings &settings, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(EnvironmentRow)

    QString current() const { return m_current; } // empty: none
    void choose(const QString &name);

Q_SIGNALS:
    void chosen(const QString &name); // also where the one in effect has gone: empty
    void editRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showName();
    void fillMenu();

    ProfileStore &m_store;
    Settings &m_settings;
    QPushButton *m_button;
    QMenu *m_menu;
    QString m_current;
    QString m_id; // of the one in effect: it may get another name
};

} // namespace weir
