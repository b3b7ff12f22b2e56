// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/importedprofile.h"

#include <QDialog>
#include <QTimer>

#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
QT_END_NAMESPACE

namespace weir {

class Delivery;

// Connections from other tools: a command line or the text of a collection, pasted or read from a file; what
// was found, and what of it could not be taken over. Reading and parsing happen on a pool thread.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    // `secretNames`: those in use, which an import must not give another value.
    explicit ImportDialog(QStringList secretNames, QWidget *parent = nullptr);
    ~ImportDialog() override;
    Q_DISABLE_COPY_MOVE(ImportDialog)

    void setText(const QString &text);
    void readFile(const QString &path);

Q_SIGNALS:
    // Only what is checked; the folder chosen stands in each profile.
    void importRequested(const weir::ImportResult &chosen);

private:
    void build();
    void chooseFile();
    void parse(const QByteArray &bytes, const QString &path);
    void showResult(const Expected<ImportResult> &result);
    QString foundText() const;
    void addProfile(int index);
    void say(const QString &sentence, bool isError);
    void updateButton();
    ImportResult chosen() const;

    const QStringList m_secretNames;
    ImportResult m_result;
    std::shared_ptr<Delivery> m_delivery; // of the parse that is under way
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_found = nullptr;
    QTreeWidget *m_list = nullptr;
    QLabel *m_secrets = nullptr;
    QLineEdit *m_folder = nullptr;
    QPushButton *m_import = nullptr;
    QTimer m_typing;
};

} // namespace weir
