// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importdialog.h"

#include "badges.h"
#include "delivery.h"
#include "theme.h"
#include "widgets.h"

#include "profile/collections.h"
#include "profile/curlcommand.h"
#include "profile/profilename.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QThreadPool>
#include <QTreeWidget>

#include <algorithm>

namespace weir {

namespace {

constexpr int importPause = 200; // ms
enum Column { NameColumn, ProtocolColumn, UrlColumn };
constexpr int indexRole = Qt::UserRole;

Expected<QByteArray> contents(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorCode::FileNotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.error() == QFileDevice::PermissionsError ? ErrorCode::PermissionDenied
                                                                     : ErrorCode::FileError,
                       path);
    return file.read(limit + 1); // one more tells that there is too much
}

} // namespace

ImportDialog::ImportDialog(QStringList secretNames, QWidget *parent)
    : QDialog(parent)
    , m_secretNames(std::move(secretNames))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import connections"));
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(importPause);
    connect(&m_typing, &QTimer::timeout, this, [this] { parse(m_text->toPlainText().toUtf8(), {}); });
    connect(m_text, &QPlainTextEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    resize(720, 520);
    updateButton();
}

ImportDialog::~ImportDialog()
{
    if (m_delivery)
        m_delivery->cancel();
}

void ImportDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void ImportDialog::readFile(const QString &path)
{
    parse({}, path);
}

void ImportDialog::build()
{
    m_text = new QPlainTextEdit(this);
    m_text->setProperty("field", true);
    m_text->setFont(fixedFont());
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("What to import"));
    m_text->setPlaceholderText(tr(
        "Paste a command line of curl, websocat or wscat.\n"
        "Or open a file: a collection of Postman, Insomnia or Hoppscotch, a HAR, or a list of MCP servers."));
    m_text->setFixedHeight(6 * QFontMetrics(m_text->font()).lineSpacing() + 14);
    QPushButton *open = makeButton(tr("Open file…"), "open", false, this);
    m_found = new QLabel(this);
    m_found->setTextFormat(Qt::PlainText);
    m_found->setWordWrap(true);
    m_list = new QTreeWidget(this);
    m_list->setHeaderLabels({tr("Connection"), tr("Protocol"), tr("URL")});
    m_list->setAccessibleName(tr("What was found"));
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(NameColumn, 240);
    m_list->setColumnWidth(ProtocolColumn, 76);
    m_secrets = new QLabel(this);
    m_secrets->setTextFormat(Qt::PlainText);
    m_secrets->setWordWrap(true);
    m_folder = new QLineEdit(this);
    m_folder->setPlaceholderText(tr("as in the source"));
    m_folder->setAccessibleName(tr("Folder for all of them"));
    auto *folderLabel = new QLabel(tr("Folder"), this);
    folderLabel->setBuddy(m_folder);
    QPushButton *cancel = makeButton(tr("Cancel"), "", false, this);
    m_import = makeButton(tr("Import"), "", false, this);
    setTone(m_import, "primary");
    m_import->setDefault(true);

    auto *source = new QHBoxLayout;
    source->addWidget(m_found, 1);
    source->addWidget(open);
    auto *end = new QHBoxLayout;
    end->addWidget(folderLabel);
    end->addWidget(m_folder, 1);
    end->addSpacing(24);
    end->addWidget(cancel);
    end->addWidget(m_import);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(m_text);
    layout->addLayout(source);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_secrets);
    layout->addLayout(end);
    connect(open, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemChanged, this, &ImportDialog::updateButton);
    connect(m_import, &QPushButton::clicked, this, [this] {
        Q_EMIT importRequested(chosen());
        accept();
    });
}

void ImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import connections"), {},
                                   tr("Collections (*.json *.har *.txt *.sh);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::readFile);
    dialog->open();
}

void ImportDialog::parse(const QByteArray &bytes, const QString &path)
{
    if (m_delivery)
        m_delivery->cancel();
    m_delivery = std::make_shared<Delivery>(this);
    if (path.isEmpty() && bytes.trimmed().isEmpty())
        return showResult(ImportResult{});
    say(tr("Reading…"), false);
    QThreadPool::globalInstance()->start([this, bytes, path, names = m_secretNames, delivery = m_delivery] {
        Expected<QByteArray> text =
            path.isEmpty() ? Expected<QByteArray>(bytes) : contents(path, importLimit);
        Expected<ImportResult> result = text ? importAny(*text, {.readFile = contents, .secretNames = names})
                                             : tl::unexpected(text.error());
        delivery->deliver([this, result = std::move(result), delivery] {
            if (!delivery->isCancelled())
                showResult(result);
        });
    });
}

void ImportDialog::showResult(const Expected<ImportResult> &result)
{
    m_result = result.value_or(ImportResult{});
    m_list->clear();
    for (int i = 0; i < m_result.profiles.size(); ++i)
        addProfile(i);
    for (const QString &sentence : m_result.notTaken) {
        auto *item = new QTreeWidgetItem(m_list, {sentence});
        item->setFirstColumnSpanned(true);
        item->setForeground(NameColumn, Theme::of(this).warn);
        item->setToolTip(NameColumn, sentence);
    }
    if (!result)
        say(errorText(result.error()), true);
    else if (m_result.format.isEmpty())
        say({}, false);
    else
        say(foundText(), false);
    updateButton();
}

QString ImportDialog::foundText() const
{
    const QString count = QString::number(m_result.profiles.size());
    if (m_result.environments.isEmpty())
        return tr("%1; connections: %2").arg(m_result.format, count);
    QStringList names;
    for (const Environment &environment : m_result.environments)
        names.append(environment.name);
    return tr("%1; connections: %2, environments: %3")
        .arg(m_result.format, count, names.join(QStringLiteral(", ")));
}

void ImportDialog::addProfile(int index)
{
    const ImportedProfile &imported = m_result.profiles[index];
    const Profile &profile = imported.profile;
    auto *item =
        new QTreeWidgetItem(m_list, {shownName(profile), ProtocolBadge::word(profile.protocol), profile.url});
    item->setData(NameColumn, indexRole, index);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(NameColumn, Qt::Checked);
    item->setFont(UrlColumn, fixedFont());
    item->setToolTip(NameColumn, profile.folder);
    item->setToolTip(UrlColumn, profile.url);
    for (const QString &sentence : imported.notTaken) {
        auto *line = new QTreeWidgetItem(item, {tr("not taken over: %1").arg(sentence)});
        line->setFirstColumnSpanned(true);
        line->setForeground(NameColumn, Theme::of(this).warn);
        line->setToolTip(NameColumn, sentence);
    }
    item->setExpanded(true);
}

void ImportDialog::say(const QString &sentence, bool isError)
{
    m_found->setText(sentence);
    m_found->setProperty("tone", isError ? QStringLiteral("error") : QString());
    setStyleSheet(styleSheet()); // reads the property again
}

void ImportDialog::updateButton()
{
    const ImportResult wanted = chosen();
    qsizetype secrets = wanted.secrets.size();
    for (const ImportedProfile &imported : wanted.profiles)
        secrets += imported.secrets.size();
    m_import->setEnabled(!wanted.profiles.isEmpty() || !wanted.environments.isEmpty());
    m_secrets->setText(
        tr("Values that look secret: %1. They go to the keychain; the profiles hold only their names.")
            .arg(secrets));
    m_secrets->setVisible(secrets > 0);
}

ImportResult ImportDialog::chosen() const
{
    ImportResult wanted = m_result;
    wanted.profiles.clear();
    const QString folder = m_folder->text().trimmed();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_list->topLevelItem(i);
        const QVariant index = item->data(NameColumn, indexRole);
        if (!index.isValid() || item->checkState(NameColumn) != Qt::Checked)
            continue;
        ImportedProfile imported = m_result.profiles[index.toInt()];
        if (!folder.isEmpty())
            imported.profile.folder = folder;
        wanted.profiles.append(std::move(imported));
    }
    return wanted;
}

} // namespace weir
