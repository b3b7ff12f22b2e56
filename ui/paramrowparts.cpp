// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "elidedlabel.h"
#include "icons.h"
#include "parammodel.h"
#include "paramrow.h"
#include "theme.h"
#include "variableedit.h"
#include "widgets.h"

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

// pixels
constexpr int partGap = 8;
constexpr int rowGap = 7;
constexpr int step = 16; // to the right, for each level
constexpr int deepest = 8; // levels; those below stand no further to the right
constexpr int partCheckWidth = 20;
constexpr int gripWidth = 12;
constexpr int typeWidth = 76;
constexpr int removeWidth = 20;
constexpr int problemGap = 4;
constexpr int narrowestField = 40;
constexpr QSize wideIcon(17, 13); // room before the text

int fieldLeft(const ParamLine &line, int labelWidth)
{
    return labelWidth + partGap + std::min(line.depth, deepest) * step;
}

int problemHeight(const QString &problem, int width)
{
    const QFontMetrics metrics(smallFont());
    return metrics.boundingRect(QRect(0, 0, std::max(1, width), 10000), Qt::TextWordWrap, problem).height();
}
}

ParamRow::ParamRow(ParamModel *model, const VariableScope *scope, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_scope(scope)
    , m_label(new ElidedLabel({}, this))
    , m_type(new ElidedLabel(tr("Type"), this))
    , m_problem(new QLabel(this))
{
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_type->setFont(smallFont());
    m_type->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setFont(smallFont());
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTone(m_problem, "error");
}

int ParamRow::heightFor(const ParamLine &line, const QString &problem, int labelWidth, int width)
{
    const int below =
        problem.isEmpty() ? 0 : problemGap + problemHeight(problem, width - fieldLeft(line, labelWidth));
    return controlHeight + below + rowGap;
}

QList<QWidget *> ParamRow::stops() const
{
    QList<QWidget *> all;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_check, m_nameEdit, m_valueEdit, m_boolean,
                                                            m_choices, m_toggle, m_types, m_remove, m_add}) {
        if (widget && !widget->isHidden())
            all.append(widget);
    }
    return all;
}

void ParamRow::focusFirst()
{
    const bool nameFirst = m_line.kind == LineKind::Node && m_line.naming == Naming::Free
        && m_model->node(m_line.path).name.isEmpty();
    QWidget *first = m_line.kind == LineKind::Add ? m_add : nameFirst ? m_nameEdit : valueWidget();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

QString ParamRow::about() const
{
    QStringList parts;
    for (const QString &part : {m_line.summary, m_line.schema.description(), m_line.schema.expectation()}) {
        if (!part.isEmpty() && !parts.contains(part.toHtmlEscaped()))
            parts.append(part.toHtmlEscaped());
    }
    if (m_line.isDeprecated)
        parts.append(tr("Deprecated.").toHtmlEscaped());
    return parts.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(parts.join(u"<br>"));
}

void ParamRow::resizeEvent(QResizeEvent *)
{
    place();
}

QRect ParamRow::grip() const
{
    const bool hasLabel = m_line.naming != Naming::Free;
    if (m_line.kind != LineKind::Node || !m_line.isMovable || hasLabel)
        return {};
    return {fieldLeft(m_line, m_labelWidth) - m_labelWidth - partGap, 0, gripWidth, controlHeight};
}

void ParamRow::place()
{
    const int left = fieldLeft(m_line, m_labelWidth);
    const int indent = left - m_labelWidth - partGap;
    const int typeLeft = width() - removeWidth - typeWidth;
    const int fieldWidth = std::max(narrowestField, typeLeft - partGap - left);
    const auto put = [this](QWidget *widget, int x, int width, int height = controlHeight) {
        if (widget)
            widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                                   {x, (controlHeight - height) / 2, width, height}));
    };
    const int checkLeft = indent + grip().width();
    const int nameLeft = checkLeft + (m_line.canBeOff ? partCheckWidth : 0);
    put(m_check, checkLeft, partCheckWidth);
    put(m_label, nameLeft, left - partGap - nameLeft);
    put(m_nameEdit, nameLeft, left - partGap - nameLeft);
    put(m_valueEdit, left, fieldWidth);
    put(m_choices, left, fieldWidth);
    put(m_null, left + partGap, fieldWidth - partGap);
    for (QWidget *button : std::initializer_list<QWidget *>{m_toggle, m_add, m_boolean}) {
        if (button)
            put(button, left, std::min(button->sizeHint().width(), width() - left));
    }
    put(m_type, typeLeft, m_line.isRemovable ? typeWidth - 4 : typeWidth + removeWidth);
    put(m_types, typeLeft - 4, typeWidth + 2);
    put(m_remove, width() - removeWidth, removeWidth, removeWidth);
    m_problem->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                              {left, controlHeight + problemGap, std::max(1, width() - left),
                                               problemHeight(m_problem->text(), width() - left)}));
}

template <typename Widget> Widget *ParamRow::watch(Widget *widget)
{
    widget->installEventFilter(this);
    widget->setCursor(widget->inherits("QLineEdit") ? Qt::IBeamCursor : Qt::ArrowCursor);
    return widget;
}

VariableEdit *ParamRow::nameEdit()
{
    if (!m_nameEdit) {
        m_nameEdit = watch(new VariableEdit(m_scope, this));
        m_nameEdit->setPlaceholderText(tr("name"));
        m_nameEdit->setAccessibleName(tr("Name of the parameter"));
        connect(m_nameEdit, &QLineEdit::textEdited, this, [this](const QString &text) {
            m_model->setName(m_line.path, text);
            speak();
        });
        connect(m_nameEdit, &QLineEdit::editingFinished, m_model, &ParamModel::settleName);
    }
    return m_nameEdit;
}

VariableEdit *ParamRow::valueEdit()
{
    if (!m_valueEdit) {
        m_valueEdit = watch(new VariableEdit(m_scope, this));
        m_valueEdit->setFont(fixedFont());
        connect(m_valueEdit, &QLineEdit::textEdited, this,
                [this](const QString &text) { m_model->setText(m_line.path, text); });
    }
    return m_valueEdit;
}

QCheckBox *ParamRow::check()
{
    if (!m_check) {
        m_check = watch(new QCheckBox(this));
        connect(m_check, &QCheckBox::clicked, this, [this](bool on) { m_model->setOn(m_line.path, on); });
    }
    return m_check;
}

QCheckBox *ParamRow::boolean()
{
    if (!m_boolean) {
        m_boolean = watch(new QCheckBox(this));
        m_boolean->setFont(fixedFont());
        connect(m_boolean, &QCheckBox::clicked, this, [this](bool on) {
            m_boolean->setText(on ? QStringLiteral("true") : QStringLiteral("false"));
            m_model->setText(m_line.path, m_boolean->text());
        });
    }
    return m_boolean;
}

QComboBox *ParamRow::choices()
{
    if (!m_choices) {
        m_choices = watch(new QComboBox(this));
        m_choices->setFocusPolicy(Qt::StrongFocus);
        m_choices->setFont(fixedFont());
        connect(m_choices, &QComboBox::activated, this, [this](int index) {
            m_model->setValue(m_line.path, m_choices->itemData(index).toByteArray());
        });
    }
    return m_choices;
}

QComboBox *ParamRow::types()
{
    if (!m_types) {
        m_types = watch(new QComboBox(this));
        m_types->setProperty("flat", true);
        m_types->setFocusPolicy(Qt::StrongFocus);
        m_types->setFont(smallFont());
        connect(m_types, &QComboBox::activated, this, &ParamRow::chooseType);
    }
    return m_types;
}

QToolButton *ParamRow::toggle()
{
    if (!m_toggle) {
        m_toggle = watch(makeIconButton("chevron-down", {}, this));
        m_toggle->setIconSize(wideIcon);
        m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_toggle->setCheckable(true);
        setTone(m_toggle, "disclosure");
        connect(m_toggle, &QToolButton::clicked, this,
                [this](bool open) { m_model->setOpen(m_line.path, open); });
    }
    return m_toggle;
}

QToolButton *ParamRow::removeButton()
{
    if (!m_remove) {
        m_remove = watch(makeIconButton("close", tr("Remove"), this));
        m_remove->setIcon(icon(QLatin1String("close"), Tint::Muted));
        m_remove->setIconSize({12, 12});
        setTone(m_remove, "small");
        connect(m_remove, &QToolButton::clicked, this, [this] { m_model->remove(m_line.path); });
    }
    return m_remove;
}

QToolButton *ParamRow::addButton()
{
    if (!m_add) {
        m_add = watch(makeIconButton("plus", {}, this));
        m_add->setIcon(icon(QLatin1String("plus"), Tint::Muted));
        m_add->setIconSize(wideIcon);
        m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setTone(m_add, "disclosure");
        connect(m_add, &QToolButton::clicked, this, [this] { Q_EMIT addRequested(m_line.path, m_add); });
    }
    return m_add;
}

} // namespace weir
