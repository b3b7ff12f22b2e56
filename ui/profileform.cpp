// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profileform.h"

#include "icons.h"
#include "theme.h"
#include "variableedit.h"
#include "widgets.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScopedValueRollback>
#include <QUrl>

namespace weir {

namespace {
constexpr int rowHeight = 26;
constexpr int markWidth = 3;
constexpr double largestNumber = 1e9;

// Without zeros at the end.
class NumberBox final : public QDoubleSpinBox
{
public:
    explicit NumberBox(QWidget *parent)
        : QDoubleSpinBox(parent)
    {
        setDecimals(3);
        setRange(0, largestNumber);
        setFocusPolicy(Qt::StrongFocus);
        setFixedWidth(130);
    }

    QString textFromValue(double value) const override
    {
        QLocale locale;
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        QString text = locale.toString(value, 'f', decimals());
        while (text.endsWith(locale.zeroDigit()))
            text.chop(1);
        return text.endsWith(locale.decimalPoint()) ? text.chopped(locale.decimalPoint().size()) : text;
    }
};

} // namespace

ChangeMark::ChangeMark(QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(markWidth);
}

void ChangeMark::setOn(bool on)
{
    m_on = on;
    update();
}

void ChangeMark::paintEvent(QPaintEvent *)
{
    if (!m_on)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(this).accent);
    painter.drawRoundedRect(QRect(0, 3, markWidth, rowHeight - 6), 1.5, 1.5);
}

ProfileForm::ProfileForm(ProfileDraft *draft, const VariableScope *scope, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_scope(scope)
    , m_columns(new QHBoxLayout(this))
{
    m_columns->setContentsMargins(10, 8, 10, 8);
    m_columns->setSpacing(20);
    nextColumn();
    connect(draft, &ProfileDraft::loaded, this, &ProfileForm::showAll);
    connect(draft, &ProfileDraft::edited, this, &ProfileForm::markAll);
}

void ProfileForm::nextColumn()
{
    auto *column = new QVBoxLayout;
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(2, 1);
    m_nextRow = 0;
    column->addLayout(m_grid);
    column->addStretch(1);
    m_columns->addLayout(column, 1);
}

VariableEdit *ProfileForm::addText(const QString &label, const Member<QString> &member,
                                   const QString &placeholder)
{
    auto *edit = new VariableEdit(m_scope, this);
    edit->setPlaceholderText(placeholder);
    addField(label, edit, textBinding(member, [edit](const QString &text) {
                 if (edit->text() != text)
                     edit->setText(text);
                 edit->setCursorPosition(0);
             }));
    connect(edit, &QLineEdit::textEdited, this,
            [this, member](const QString &text) { m_draft->edit(member, text); });
    return edit;
}

VariableEdit *ProfileForm::addFile(const QString &label, const Member<QString> &member, const QString &filter)
{
    VariableEdit *edit = addText(label, member);
    QAction *choose = edit->addAction(icon(QLatin1String("open"), Tint::Muted), QLineEdit::TrailingPosition);
    choose->setText(tr("Choose a file…"));
    choose->setToolTip(tr("Choose a file…"));
    connect(choose, &QAction::triggered, this, [this, edit, label, filter, member] {
        auto *dialog = new QFileDialog(this, label, edit->text(), filter + tr(";;All files (*)"));
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, edit, [this, edit, member](const QString &path) {
            edit->setText(path);
            m_draft->edit(member, path);
        });
        dialog->open();
    });
    return edit;
}

SecretEdit *ProfileForm::addSecret(const QString &label, const Member<QString> &member, const QString &use,
                                   SecretEdit::Form form)
{
    auto *secret = new SecretEdit(m_scope, form, this);
    secret->edit()->setAccessibleName(label);
    Binding binding = textBinding(member, [this, secret, use](const QString &text) {
        secret->setSuggestedName(secretName(use));
        secret->setReference(text);
    });
    // A file that was written by hand may hold a literal.
    binding.words = [member](const Profile &p) {
        const QString &text = member.read(p);
        return text.isEmpty() || text.contains(QLatin1String("{{")) ? text : QStringLiteral("•••");
    };
    addField(label, secret, binding);
    connect(secret, &SecretEdit::edited, this,
            [this, member, secret] { m_draft->edit(member, secret->reference()); });
    connect(secret, &SecretEdit::secretEntered, m_draft, &ProfileDraft::secretEntered);
    return secret;
}

QCheckBox *ProfileForm::addCheck(const QString &text, const Member<bool> &member, const QString &toolTip)
{
    auto *box = new QCheckBox(text, this);
    box->setToolTip(toolTip);
    box->setAccessibleName(text);
    addField({}, box,
             {[box, member](const Profile &p) { box->setChecked(member.read(p)); },
              [member](const Profile &a, const Profile &b) { return member.read(a) == member.read(b); },
              [member](const Profile &p) { return member.read(p) ? tr("on") : tr("off"); }});
    connect(box, &QCheckBox::toggled, this, [this, member](bool on) {
        if (!m_showing)
            m_draft->edit(member, on);
    });
    return box;
}

QDoubleSpinBox *ProfileForm::addNumber(const QString &label, const Member<qint64> &member, qint64 unit,
                                       const QString &suffix, const QString &zero)
{
    auto *box = new NumberBox(this);
    box->setSuffix(suffix);
    box->setSpecialValueText(zero);
    addField(label, box,
             {[box, member, unit](const Profile &p) { box->setValue(double(member.read(p)) / double(unit)); },
              [member](const Profile &a, const Profile &b) { return member.read(a) == member.read(b); },
              [box, member, unit, suffix, zero](const Profile &p) {
                  const qint64 value = member.read(p);
                  return value == 0 ? zero : box->textFromValue(double(value) / double(unit)) + suffix;
              }});
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, member, unit](double value) {
        if (!m_showing)
            m_draft->edit(member, qRound64(value * double(unit)));
    });
    return box;
}

void ProfileForm::addField(const QString &label, QWidget *field, const Binding &binding)
{
    auto *caption = new QLabel(label, this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setFixedHeight(rowHeight);
    caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    caption->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    auto *mark = new ChangeMark(this);
    field->setMinimumHeight(rowHeight);
    field->installEventFilter(this);
    m_grid->addWidget(caption, m_nextRow, 0, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(mark, m_nextRow, 1);
    m_grid->addWidget(field, m_nextRow, 2, Qt::AlignTop);
    if (field->maximumWidth() < QWIDGETSIZE_MAX)
        m_grid->setAlignment(field, Qt::AlignTop | Qt::AlignLeft);
    ++m_nextRow;
    m_rows.push_back({caption, mark, field, binding, field->toolTip()});
    const QScopedValueRollback showing(m_showing, true);
    binding.show(m_draft->profile());
    showMark(m_rows.back());
}

QLabel *ProfileForm::addNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setFont(smallFont());
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setWordWrap(true);
    m_grid->addWidget(note, m_nextRow++, 2, Qt::AlignTop);
    return note;
}

void ProfileForm::setFieldVisible(const QWidget *field, bool visible)
{
    for (const Row &row : m_rows) {
        if (row.field != field)
            continue;
        row.label->setVisible(visible);
        row.mark->setVisible(visible);
        row.field->setVisible(visible);
    }
}

ChangeMark *ProfileForm::markOf(const QWidget *field) const
{
    for (const Row &row : m_rows) {
        if (row.field == field)
            return row.mark;
    }
    return nullptr;
}

bool ProfileForm::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the form; it turns a number only where the keyboard is.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QComboBox *ProfileForm::makeChoice(const QString &label)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(label);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setMaximumWidth(320);
    return box;
}

void ProfileForm::addItem(QComboBox *box, int value, const QString &text)
{
    box->addItem(text, value);
}

void ProfileForm::addChosen(const QString &label, QComboBox *box,
                            const std::function<int(const Profile &)> &read,
                            const std::function<void(int)> &write)
{
    addField(label, box,
             {[box, read](const Profile &p) { box->setCurrentIndex(box->findData(read(p))); },
              [read](const Profile &a, const Profile &b) { return read(a) == read(b); },
              [box, read](const Profile &p) { return box->itemText(box->findData(read(p))); }});
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, write](int index) {
        if (!m_showing && index >= 0)
            write(box->itemData(index).toInt());
    });
}

ProfileForm::Binding ProfileForm::textBinding(const Member<QString> &member,
                                              const std::function<void(const QString &)> &show)
{
    return {[member, show](const Profile &p) { show(member.read(p)); },
            [member](const Profile &a, const Profile &b) { return member.read(a) == member.read(b); },
            [member](const Profile &p) { return member.read(p); }};
}

void ProfileForm::showAll()
{
    const QScopedValueRollback showing(m_showing, true);
    for (const Row &row : m_rows)
        row.binding.show(m_draft->profile());
    markAll();
}

void ProfileForm::markAll()
{
    for (const Row &row : m_rows)
        showMark(row);
}

void ProfileForm::showMark(const Row &row)
{
    const std::optional<Profile> &saved = m_draft->saved();
    const bool changed = saved && !row.binding.same(m_draft->profile(), *saved);
    row.mark->setOn(changed);
    QString tip = row.toolTip;
    if (changed) {
        const QString words = row.binding.words(*saved);
        tip = words.isEmpty() ? tr("Was empty") : tr("Was: %1").arg(words);
    }
    const QString plain = tip.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(tip.toHtmlEscaped());
    row.field->setToolTip(plain);
    row.mark->setToolTip(plain);
}

QString ProfileForm::secretName(const QString &use) const
{
    const Profile &profile = m_draft->profile();
    QString name;
    const QString base = profile.name.isEmpty() ? QUrl(profile.url).host() : profile.name;
    for (const QChar c : base.toLower()) {
        const bool good = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (good)
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'_'))
            name += u'_';
    }
    if (!name.isEmpty() && !name.endsWith(u'_'))
        name += u'_';
    return name + use;
}

} // namespace weir
