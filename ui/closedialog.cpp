// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "closedialog.h"

#include "widgets.h"

#include "websocket/websocketclient.h"

#include "base/closecode.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace weir {

CloseDialog::CloseDialog(QWidget *parent)
    : QDialog(parent)
    , m_code(new QSpinBox(this))
    , m_reason(new QLineEdit(this))
    , m_error(makeLabel(tr("What is wrong"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Close the WebSocket"));
    m_code->setRange(0, 65535);
    m_code->setValue(CloseNormal);
    m_code->setToolTip(tr("1000, or 3000 to 4999"));
    m_code->setAccessibleName(tr("Code"));
    m_reason->setPlaceholderText(tr("none"));
    m_reason->setAccessibleName(tr("Reason"));
    m_error->setObjectName(QStringLiteral("errorSentence"));
    m_error->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *close = buttons->addButton(tr("Close with this code"), QDialogButtonBox::AcceptRole);
    setTone(close, "primary");
    close->setDefault(true);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(20, 16, 20, 16);
    form->setSpacing(10);
    form->addRow(tr("Code"), m_code);
    form->addRow(tr("Reason"), m_reason);
    form->addRow(m_error);
    form->addRow(buttons);
    setMinimumWidth(420);
    connect(buttons, &QDialogButtonBox::accepted, this, &CloseDialog::request);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void CloseDialog::request()
{
    const QByteArray reason = m_reason->text().toUtf8();
    if (const auto valid = WebSocketClient::validateClose(m_code->value(), reason); !valid) {
        m_error->setText(errorText(valid.error()));
        m_error->show();
        return;
    }
    Q_EMIT closeRequested(m_code->value(), reason);
    accept();
}

} // namespace weir
