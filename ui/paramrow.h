// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "paramline.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace weir {

class ElidedLabel;
class ParamModel;
class VariableEdit;
class VariableScope;

// What stands in one line of the parameters: name, value, type. Shows one line after another as the form is
// scrolled; what it has no use for is not made.
class ParamRow final : public QWidget
{
    Q_OBJECT

public:
    ParamRow(ParamModel *model, const VariableScope *scope, QWidget *parent);
    Q_DISABLE_COPY_MOVE(ParamRow)

    static constexpr int controlHeight = 26;
    static int heightFor(const ParamLine &line, const QString &problem, int labelWidth, int width);

    // Cursor and selection stay where the text is the same.
    void show(const ParamLine &line, const QString &problem, int labelWidth);
    const ParamPath &path() const { return m_line.path; }
    ParamLine::Kind kind() const { return m_line.kind; }
    QList<QWidget *> stops() const; // of Tab, in their order
    void focusFirst(); // what is to be filled in first

Q_SIGNALS:
    void addRequested(const ParamPath &container, QWidget *button);
    void moveRequested(const ParamPath &path, int by);
    void dragged(const ParamPath &path, const QPoint &globalPosition);
    void dragEnded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showName(const ParamNode &node);
    void showValue(const ParamNode &node);
    void showChoices(const ParamNode &node);
    void showContainer(const ParamNode &node);
    void showType(const ParamNode &node);
    void showProblem(const QString &problem);
    void showAdd();
    void chooseType(int index);
    QWidget *valueWidget() const; // the one that is shown
    void speak(); // accessible names
    QString spokenName() const;
    QString about() const; // rich text
    void place();
    QRect grip() const; // where a row without a label is taken hold of; empty: it has one
    void endDrag();
    template <typename Widget> Widget *watch(Widget *widget);

    VariableEdit *nameEdit();
    VariableEdit *valueEdit();
    QCheckBox *check();
    QCheckBox *boolean();
    QComboBox *choices();
    QComboBox *types();
    QToolButton *toggle();
    QToolButton *removeButton();
    QToolButton *addButton();

    ParamModel *m_model;
    const VariableScope *m_scope;
    ParamLine m_line;
    int m_labelWidth = 0;
    std::optional<QPoint> m_pressed;
    bool m_dragging = false;

    ElidedLabel *m_label;
    ElidedLabel *m_type;
    QLabel *m_problem;
    QLabel *m_null = nullptr;
    VariableEdit *m_nameEdit = nullptr;
    VariableEdit *m_valueEdit = nullptr;
    QCheckBox *m_check = nullptr;
    QCheckBox *m_boolean = nullptr;
    QComboBox *m_choices = nullptr;
    QComboBox *m_types = nullptr;
    QToolButton *m_toggle = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_add = nullptr;
};

} // namespace weir
