// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace weir {

class ProfileDraft;
class ProfileForm;
class VariableScope;

// TLS, certificates that are trusted for this profile only, proxy and HTTP version.
class TransportPage final : public QWidget
{
    Q_OBJECT

public:
    TransportPage(ProfileDraft *draft, const VariableScope *scope, QWidget *parent);
    Q_DISABLE_COPY_MOVE(TransportPage)

private:
    void addTls();
    void addProxy();
    void showFields();
    void removePin(const QString &pin);

    ProfileDraft *m_draft;
    ProfileForm *m_form;
    QWidget *m_pins;
    QVBoxLayout *m_pinRows;
    QStringList m_shownPins;
    std::vector<QWidget *> m_manual; // of a proxy by hand
    QWidget *m_http2 = nullptr;
    QLabel *m_http2Note = nullptr;
};

} // namespace weir
