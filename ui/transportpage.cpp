// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportpage.h"

#include "elidedlabel.h"
#include "profileform.h"
#include "theme.h"
#include "variableedit.h"
#include "widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace weir {

TransportPage::TransportPage(ProfileDraft *draft, const VariableScope *scope, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_form(new ProfileForm(draft, scope, this))
    , m_pins(new QWidget(this))
    , m_pinRows(new QVBoxLayout(m_pins))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_form);
    layout->addStretch(1);
    addTls();
    m_form->nextColumn();
    addProxy();
    connect(draft, &ProfileDraft::loaded, this, &TransportPage::showFields);
    connect(draft, &ProfileDraft::edited, this, &TransportPage::showFields);
    showFields();
}

void TransportPage::addTls()
{
    using Version = ProfileTls::Version;
    m_form->addCheck(
        tr("Accept any certificate"), [](auto &p) -> auto & { return p.tls.insecure; },
        tr("Nobody can tell then who answers. For tests only."));
    m_form->addFile(
        tr("CA file"), [](auto &p) -> auto & { return p.tls.caFile; },
        tr("Certificates (*.pem *.crt *.cer)"));
    m_form->addFile(
        tr("Client certificate"), [](auto &p) -> auto & { return p.tls.certFile; },
        tr("Certificates (*.pem *.crt *.p12 *.pfx)"));
    m_form
        ->addFile(
            tr("Its key"), [](auto &p) -> auto & { return p.tls.keyFile; }, tr("Keys (*.pem *.key)"))
        ->setPlaceholderText(tr("where it is not in the same file"));
    m_form->addSecret(
        tr("Key password"), [](auto &p) -> auto & { return p.tls.keyPassword; },
        QStringLiteral("key_password"));
    m_form->addChoice<Version>(tr("At least"), [](auto &p) -> auto & { return p.tls.minimum; },
                               {{Version::Any, tr("TLS as the system allows")},
                                {Version::Tls12, QStringLiteral("TLS 1.2")},
                                {Version::Tls13, QStringLiteral("TLS 1.3")}});
    m_pinRows->setContentsMargins({});
    m_pinRows->setSpacing(0);
    m_form->addField(tr("Trusted here"), m_pins,
                     {[](const Profile &) {},
                      [](const Profile &a, const Profile &b) { return a.tls.pins == b.tls.pins; },
                      [](const Profile &p) { return p.tls.pins.join(u' '); }});
}

void TransportPage::addProxy()
{
    using Mode = ProfileProxy::Mode;
    m_form->addChoice<Mode>(
        tr("Proxy"), [](auto &p) -> auto & { return p.proxy.mode; },
        {{Mode::System, tr("As the system says")}, {Mode::None, tr("None")}, {Mode::Manual, tr("This one")}});
    m_manual = {m_form->addText(
                    tr("Proxy URL"), [](auto &p) -> auto & { return p.proxy.url; },
                    QStringLiteral("http://host:3128, socks5://host:1080")),
                m_form->addText(
                    tr("Proxy user"), [](auto &p) -> auto & { return p.proxy.user; }),
                m_form->addSecret(
                    tr("Proxy password"), [](auto &p) -> auto & { return p.proxy.password; },
                    QStringLiteral("proxy_password"))};
    m_http2 = m_form->addCheck(
        tr("HTTP/2 where the server offers it"), [](auto &p) -> auto & { return p.http2; });
    m_http2Note =
        m_form->addNote(tr("A feed cannot be held back over HTTP/2: what comes too fast waits in memory."));
}

void TransportPage::showFields()
{
    const Profile &profile = m_draft->profile();
    for (const QWidget *field : m_manual)
        m_form->setFieldVisible(field, profile.proxy.mode == ProfileProxy::Mode::Manual);
    m_form->setFieldVisible(m_http2, profile.protocol != Protocol::WebSocket);
    m_http2Note->setVisible(profile.protocol != Protocol::WebSocket);
    m_form->setFieldVisible(m_pins, !profile.tls.pins.isEmpty());
    if (profile.tls.pins == m_shownPins)
        return;
    m_shownPins = profile.tls.pins;
    qDeleteAll(m_pins->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (const QString &pin : m_shownPins) {
        auto *line = new QWidget(m_pins);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins({});
        auto *text = new ElidedLabel(tr("Certificate trusted for this connection only"), line);
        text->setFont(fixedFont());
        text->setText(pin);
        QToolButton *remove = makeIconButton("close", tr("Do not trust %1…").arg(pin.left(12)), line);
        setTone(remove, "plain");
        row->addWidget(text, 1);
        row->addWidget(remove);
        m_pinRows->addWidget(line);
        connect(remove, &QToolButton::clicked, this, [this, pin] { removePin(pin); });
    }
}

void TransportPage::removePin(const QString &pin)
{
    QStringList pins = m_draft->profile().tls.pins;
    pins.removeAll(pin);
    // The button that asked goes with its row.
    QMetaObject::invokeMethod(
        this,
        [this, pins] {
            m_draft->edit<QStringList>(
                [](auto &p) -> auto & { return p.tls.pins; }, pins);
        },
        Qt::QueuedConnection);
}

} // namespace weir
