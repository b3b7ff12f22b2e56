// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QAbstractItemDelegate;
class QAbstractItemModel;
class QAbstractItemView;
class QCompleter;
class QKeyEvent;
class QRect;
class QStringListModel;
class QWidget;
QT_END_NAMESPACE

namespace weir {

class VariableScope;

// What is offered while somebody types: behind {{ the names of known variables, otherwise words for the text
// as a whole. The field puts in what was chosen.
class VariableCompleter final : public QObject
{
    Q_OBJECT

public:
    VariableCompleter(QWidget *field, const VariableScope *scope);
    Q_DISABLE_COPY_MOVE(VariableCompleter)

    void setWords(const QStringList &words);
    // Instead of words: what contains the text is offered, painted by `look`. Both stay the caller's.
    void setChoices(QAbstractItemModel *choices, QAbstractItemDelegate *look);
    bool hasChoices() const;
    void offerChoices(const QRect &caret); // all of them, whatever is written
    // After each edit. `caret` in coordinates of the field.
    void offer(const QString &text, int position, const QRect &caret);
    // The list is open and this key is for it: the field has to ignore it.
    bool wants(const QKeyEvent *event) const;

Q_SIGNALS:
    void chosen(int begin, int length, const QString &text);

private:
    void choose(const QString &name);
    void setSource(bool inBraces);
    void open(int left, const QRect &caret);
    QAbstractItemView *list(); // made when it is asked for: most fields never open one
    void hide();

    const VariableScope *m_scope;
    QStringListModel *m_model;
    QCompleter *m_completer;
    QAbstractItemView *m_list = nullptr;
    QAbstractItemDelegate *m_plainLook = nullptr;
    QAbstractItemModel *m_choices = nullptr;
    QAbstractItemDelegate *m_look = nullptr;
    QStringList m_words;
    QString m_text;
    int m_begin = 0;
    int m_position = 0;
    bool m_inBraces = false;
};

} // namespace weir
