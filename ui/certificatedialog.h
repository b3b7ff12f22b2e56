// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QListWidget;
QT_END_NAMESPACE

namespace weir {

struct CertificateInfo;
struct CertificateReport;

// Why a certificate was refused: the faults, the chain with its dates and fingerprints, and the choice to
// trust this one certificate all the same.
class CertificateDialog final : public QDialog
{
    Q_OBJECT

public:
    CertificateDialog(const CertificateReport &report, const QString &connectionName,
                      QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CertificateDialog)

Q_SIGNALS:
    void trustRequested(const QString &fingerprint); // SHA-256 of the server's own, in hex

private:
    QWidget *makeFaults(const CertificateReport &report);
    QWidget *makeChain(const CertificateReport &report);
    QWidget *makeChoice(const CertificateReport &report, const QString &connectionName);
    void showElement(const CertificateInfo &info);

    QListWidget *m_chain = nullptr;
    QFormLayout *m_facts = nullptr;
};

} // namespace weir
