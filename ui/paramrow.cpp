// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paramrow.h"

#include "elidedlabel.h"
#include "format.h"
#include "icons.h"
#include "parammodel.h"
#include "theme.h"
#include "variableedit.h"
#include "visibletext.h"
#include "widgets.h"

#include "base/rawjson.h"
#include "base/utf8.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace weir {

namespace {
using LineKind = ParamLine::Kind;
using Naming = ParamLine::Naming;
using Type = ParamNode::Type;

constexpr qsizetype longestLaidOut = 200; // characters that are laid out
constexpr qsizetype longestChoice = 100;

// The words of JSON; they are not translated.
QString wordOf(Type type)
{
    switch (type) {
    case Type::String:
        return QStringLiteral("string");
    case Type::Number:
        return QStringLiteral("number");
    case Type::Boolean:
        return QStringLiteral("boolean");
    case Type::Null:
        return QStringLiteral("null");
    case Type::Object:
        return QStringLiteral("object");
    case Type::Array:
        return QStringLiteral("array");
    }
    return {};
}

QString choiceText(const QByteArray &json)
{
    const QByteArray text = jsonType(json) == JsonType::String ? jsonText(json) : json;
    return visibleText(QStringView(textFromUtf8(text)).left(longestChoice));
}

void setMark(QWidget *widget, const char *property, bool on)
{
    if (!widget || widget->property(property).toBool() == on)
        return;
    widget->setProperty(property, on);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void hideAll(std::initializer_list<QWidget *> widgets)
{
    for (QWidget *widget : widgets) {
        if (widget)
            widget->hide();
    }
}
}

void ParamRow::show(const ParamLine &line, const QString &problem, int labelWidth)
{
    m_line = line;
    m_labelWidth = labelWidth;
    if (line.kind == LineKind::Add) {
        showAdd();
    } else {
        if (m_add)
            m_add->hide();
        const ParamNode &node = m_model->node(line.path);
        showName(node);
        showValue(node);
        showType(node);
        speak();
    }
    showProblem(problem);
    place();
    update();
}

void ParamRow::showName(const ParamNode &node)
{
    const bool isFree = m_line.naming == Naming::Free;
    m_label->setVisible(!isFree);
    if (isFree) {
        VariableEdit *edit = nameEdit();
        if (edit->text() != node.name)
            edit->setText(node.name);
        edit->show();
    } else {
        if (m_nameEdit)
            m_nameEdit->hide();
        QString text = visibleText(QStringView(m_line.label).left(longestLaidOut));
        m_label->setText(m_line.isRequired ? text + QLatin1String(" *") : text);
        m_label->setAccessibleName(m_line.isRequired ? tr("%1, required").arg(text) : text);
        QFont font = this->font();
        font.setStrikeOut(m_line.isDeprecated);
        m_label->setFont(font);
        m_label->setToolTip(about());
    }
    setCursor(m_line.isMovable ? Qt::OpenHandCursor : Qt::ArrowCursor);
    if (m_line.canBeOff) {
        check()->setChecked(node.on);
        m_check->setToolTip(node.on ? tr("Is sent") : tr("Is not sent"));
        m_check->show();
    } else if (m_check) {
        m_check->hide();
    }
    if (m_line.isRemovable)
        removeButton()->show();
    else if (m_remove)
        m_remove->hide();
}

void ParamRow::showValue(const ParamNode &node)
{
    hideAll({m_null, m_boolean, m_choices, m_toggle});
    const bool isContainer = ParamNode::isContainer(node.type);
    const bool isPlainBoolean = node.type == Type::Boolean
        && (node.text == QLatin1String("true") || node.text == QLatin1String("false"));
    const bool isEdit = !isContainer && m_line.choices.empty() && node.type != Type::Null && !isPlainBoolean;
    if (!isEdit && m_valueEdit)
        m_valueEdit->hide();
    if (!m_line.choices.empty()) {
        showChoices(node);
    } else if (isContainer) {
        showContainer(node);
    } else if (node.type == Type::Null) {
        if (!m_null) {
            m_null = new QLabel(QStringLiteral("null"), this);
            m_null->setFont(fixedFont());
            m_null->setForegroundRole(QPalette::PlaceholderText);
        }
        m_null->show();
    } else if (isPlainBoolean) {
        boolean()->setChecked(node.text == QLatin1String("true"));
        m_boolean->setText(node.text);
        m_boolean->show();
    } else {
        if (valueEdit()->text() != node.text) {
            m_valueEdit->setText(node.text);
            m_valueEdit->setCursorPosition(0);
        }
        m_valueEdit->show();
    }
    QWidget *value = valueWidget();
    value->setToolTip(about());
    setMark(value, "off", !node.on);
}

void ParamRow::showChoices(const ParamNode &node)
{
    QComboBox *box = choices();
    std::vector<QByteArray> all = m_line.choices;
    const QByteArray value = nodeToJson(node);
    auto at = std::find(all.begin(), all.end(), value);
    // What is none of them was written in the preview, and stays.
    if (at == all.end())
        at = all.insert(at, value);
    box->clear();
    for (const QByteArray &choice : all)
        box->addItem(choiceText(choice), choice);
    box->setCurrentIndex(int(at - all.begin()));
    box->show();
}

void ParamRow::showContainer(const ParamNode &node)
{
    QToolButton *button = toggle();
    const auto count = quint64(node.children.size());
    const QString number = countText(count);
    button->setText(node.type == Type::Array ? (count == 0       ? tr("no items")
                                                    : count == 1 ? tr("1 item")
                                                                 : tr("%1 items").arg(number))
                                             : (count == 0       ? tr("no members")
                                                    : count == 1 ? tr("1 member")
                                                                 : tr("%1 members").arg(number)));
    button->setIcon(
        icon(m_line.isOpen ? QLatin1String("chevron-down") : QLatin1String("chevron-right"), Tint::Muted));
    button->setChecked(m_line.isOpen);
    button->show();
}

void ParamRow::showType(const ParamNode &node)
{
    const bool isFixed =
        m_line.alternatives.isEmpty() && (m_line.types.size() == 1 || !m_line.choices.empty());
    m_type->setVisible(isFixed);
    if (isFixed) {
        if (m_types)
            m_types->hide();
        m_type->setText(m_line.typeText);
        return;
    }
    QComboBox *box = types();
    box->clear();
    if (!m_line.alternatives.isEmpty()) {
        for (int i = 0; i < int(m_line.alternatives.size()); ++i)
            box->addItem(visibleText(QStringView(m_line.alternatives[i]).left(longestChoice)), i);
        box->setCurrentIndex(m_line.alternative);
    } else {
        std::vector<Type> all = m_line.types;
        if (all.empty())
            all = {Type::String, Type::Number, Type::Boolean, Type::Null, Type::Object, Type::Array};
        if (std::find(all.begin(), all.end(), node.type) == all.end())
            all.push_back(node.type);
        for (const Type type : all)
            box->addItem(wordOf(type), int(type));
        box->setCurrentIndex(box->findData(int(node.type)));
    }
    box->setToolTip(m_line.typeText.toHtmlEscaped());
    box->show();
}

void ParamRow::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (m_line.kind == LineKind::Add)
        return;
    const bool isNameWrong =
        m_line.naming == Naming::Free && m_model->node(m_line.path).name.isEmpty() && !problem.isEmpty();
    const bool isWrong = !problem.isEmpty() && !isNameWrong;
    setMark(m_nameEdit, "invalid", isNameWrong);
    setMark(valueWidget(), "invalid", isWrong);
    setMark(m_types, "invalid", isWrong && !m_line.alternatives.isEmpty());
    if (m_type->property("tone").toString() != QLatin1String(isWrong ? "error" : "")) {
        setTone(m_type, isWrong ? "error" : "");
        m_type->setForegroundRole(isWrong ? QPalette::WindowText : QPalette::PlaceholderText);
    }
    valueWidget()->setAccessibleDescription(problem);
}

void ParamRow::showAdd()
{
    hideAll({m_label, m_type, m_null, m_nameEdit, m_valueEdit, m_check, m_boolean, m_choices, m_types,
             m_toggle, m_remove});
    QToolButton *button = addButton();
    const QString text = m_line.path.empty() ? tr("Add parameter")
        : m_model->isArray(m_line.path)      ? tr("Add item")
                                             : tr("Add member");
    button->setText(text);
    button->setAccessibleName(text);
    button->show();
}

void ParamRow::chooseType(int index)
{
    if (!m_line.alternatives.isEmpty())
        m_model->setAlternative(m_line.path, index);
    else
        m_model->setType(m_line.path, Type(m_types->itemData(index).toInt()));
}

QWidget *ParamRow::valueWidget() const
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_null, m_boolean, m_choices, m_toggle}) {
        if (widget && !widget->isHidden())
            return widget;
    }
    return m_valueEdit;
}

void ParamRow::speak()
{
    const QString name = spokenName();
    valueWidget()->setAccessibleName(name);
    if (m_check)
        m_check->setAccessibleName(tr("Send %1").arg(name));
    if (m_remove)
        m_remove->setAccessibleName(tr("Remove %1").arg(name));
    if (m_types)
        m_types->setAccessibleName(m_line.alternatives.isEmpty() ? tr("Type of %1").arg(name)
                                                                 : tr("Alternative for %1").arg(name));
}

QString ParamRow::spokenName() const
{
    const QString name = m_line.naming == Naming::Free ? m_model->node(m_line.path).name : m_line.label;
    return name.isEmpty() ? tr("parameter %1").arg(countText(quint64(m_line.path.back()) + 1)) : name;
}

} // namespace weir
