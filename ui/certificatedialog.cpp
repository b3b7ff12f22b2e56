// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificatedialog.h"

#include "theme.h"
#include "widgets.h"

#include "http/certificatereport.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace weir {

namespace {

QLabel *plainText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText); // names in it are the server's
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString dateText(const QDateTime &date)
{
    return QLocale().toString(date.toLocalTime(), QLocale::LongFormat);
}

} // namespace

CertificateDialog::CertificateDialog(const CertificateReport &report, const QString &connectionName,
                                     QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Certificate of %1").arg(report.host));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(14);
    layout->addWidget(makeFaults(report));
    layout->addWidget(makeChain(report), 1);
    layout->addWidget(makeChoice(report, connectionName));
    resize(640, sizeHint().height());
}

QWidget *CertificateDialog::makeFaults(const CertificateReport &report)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *title = plainText(tr("%1 shows a certificate that cannot be trusted.")
                                .arg(QStringLiteral("%1:%2").arg(report.host).arg(report.port)),
                            box);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    layout->addWidget(title);
    for (const CertificateFault &fault : report.faults) {
        QLabel *line = plainText(QStringLiteral("⚠ ") + fault.sentence, box);
        QPalette palette = line->palette();
        palette.setColor(QPalette::WindowText, Theme::of(this).error);
        line->setPalette(palette);
        layout->addWidget(line);
    }
    if (!report.advice.isEmpty())
        layout->addWidget(plainText(report.advice, box));
    return box;
}

QWidget *CertificateDialog::makeChain(const CertificateReport &report)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_chain = new QListWidget(box);
    m_chain->setAccessibleName(tr("Chain of certificates, the server's own first"));
    for (qsizetype i = 0; i < report.chain.size(); ++i) {
        const bool faulty = std::any_of(report.faults.begin(), report.faults.end(),
                                        [i](const auto &fault) { return fault.element == i; });
        m_chain->addItem((faulty ? QStringLiteral("⚠ ") : QString()) + report.chain[i].subject);
    }
    m_chain->setFixedHeight(qBound(1, int(report.chain.size()), 4) * (fontMetrics().height() + 8) + 6);
    m_chain->setVisible(report.chain.size() > 1); // one explains itself
    m_facts = new QFormLayout;
    m_facts->setLabelAlignment(Qt::AlignRight);
    m_facts->setHorizontalSpacing(12);
    layout->addWidget(m_chain);
    layout->addLayout(m_facts);
    layout->addStretch(1);
    connect(m_chain, &QListWidget::currentRowChanged, this, [this, chain = report.chain](int row) {
        if (row >= 0 && row < chain.size())
            showElement(chain[row]);
    });
    m_chain->setCurrentRow(0);
    return box;
}

QWidget *CertificateDialog::makeChoice(const CertificateReport &report, const QString &connectionName)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    QPushButton *copy = makeButton(tr("Copy details"), "copy", false, box);
    QPushButton *trust = makeButton(tr("Trust it for “%1”").arg(connectionName), "", false, box);
    QPushButton *close = makeButton(tr("Close"), "", false, box);
    trust->setToolTip(tr("Only this certificate, told by its SHA-256, and only for this connection."));
    trust->setVisible(!report.chain.isEmpty());
    setTone(trust, "danger");
    close->setDefault(true);
    row->addWidget(copy);
    row->addStretch(1);
    row->addWidget(trust);
    row->addWidget(close);
    connect(copy, &QPushButton::clicked, this,
            [text = longText(report)] { QGuiApplication::clipboard()->setText(text); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(trust, &QPushButton::clicked, this, [this, chain = report.chain] {
        Q_EMIT trustRequested(chain.constFirst().fingerprint);
        accept();
    });
    return box;
}

void CertificateDialog::showElement(const CertificateInfo &info)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto add = [this](const QString &caption, const QString &text, bool fixed = false) {
        QLabel *value = plainText(text, this);
        value->setAccessibleName(caption);
        if (fixed)
            value->setFont(fixedFont());
        m_facts->addRow(caption, value);
    };
    add(tr("Issued to"), info.subject);
    add(tr("Issued by"), info.selfSigned ? tr("itself (self-signed)") : info.issuer);
    if (!info.alternativeNames.isEmpty())
        add(tr("Valid for"), info.alternativeNames.mid(0, 20).join(QStringLiteral(", ")));
    add(tr("Valid from"), dateText(info.validFrom));
    add(tr("Valid until"), dateText(info.validTo));
    add(tr("SHA-256"), displayFingerprint(info.fingerprint), true);
}

} // namespace weir
