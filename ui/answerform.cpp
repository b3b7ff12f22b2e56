// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerform.h"

#include "chipchoice.h"
#include "elidedlabel.h"
#include "theme.h"
#include "variableedit.h"
#include "variablescope.h"
#include "variabletextedit.h"
#include "visibletext.h"
#include "widgets.h"

#include "profile/messagetext.h"
#include "profile/variabletext.h"

#include "base/jsonfaulttext.h"
#include "base/rawjson.h"
#include "base/utf8.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype longestParams = 64 * 1024; // bytes that are shown
constexpr int mostParamLines = 8;
constexpr int paramMargin = 19; // pixels
constexpr qsizetype longestMethod = 200;

bool isInteger(const QByteArray &json)
{
    const qsizetype first = json.startsWith('-') ? 1 : 0;
    return checkJson(json)
        && std::all_of(json.begin() + first, json.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The text as it is written, or with its variables filled in.
Expected<QByteArray> bytesOf(const QString &text, const Variables *variables, Secrets *secrets)
{
    if (!variables)
        return text.toUtf8();
    auto message = messageFrom(text, MessageFormat::Text, *variables);
    if (!message)
        return tl::unexpected(message.error());
    secrets->add(message->secrets);
    return message->payload;
}
}

AnswerForm::AnswerForm(QWidget *parent)
    : QWidget(parent)
    , m_scope(new VariableScope(this))
    , m_method(new ElidedLabel(tr("Method that the server calls"), this))
    , m_id(new QLabel(this))
    , m_params(new VariableTextEdit(m_scope, this))
    , m_kind(new ChipChoice({tr("result"), tr("error")}, this))
    , m_result(new VariableTextEdit(m_scope, this))
    , m_code(new QComboBox(this))
    , m_message(new VariableEdit(m_scope, this))
    , m_data(new VariableTextEdit(m_scope, this))
    , m_fault(makeLabel(tr("What is wrong with the answer"), this))
    , m_saveRule(makeButton(tr("Save as rule for this method"), "", false, this))
    , m_send(makeButton(tr("Send answer ⌃↵"), "", false, this))
{
    setObjectName(QStringLiteral("answerForm"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    m_result->setText(QStringLiteral("null"));
    setRequest({}, {}, {});
    showKind();
}

void AnswerForm::setVariables(const Variables &variables)
{
    m_scope->setVariables(variables);
    check();
}

void AnswerForm::setRequest(const QByteArray &id, const QString &method, const QByteArray &params)
{
    m_requestId = id;
    m_requestMethod = method;
    m_method->setText(visibleText(QStringView(method).left(longestMethod)));
    m_id->setText(id.isEmpty() ? QString() : tr("id %1").arg(visibleText(id, 40)));
    const auto pretty = formatJson(params, longestParams);
    const bool fits = pretty.has_value() && !m_params->isTooLong(textFromUtf8(*pretty));
    m_params->setText(fits ? textFromUtf8(*pretty) : visibleText(params, longestParams, Lines::Multi));
    m_params->setPlaceholderText(tr("No parameters"));
    const auto lines = std::clamp(int(m_params->text().count(u'\n')) + 1, 1, mostParamLines);
    m_params->setFixedHeight(lines * QFontMetrics(fixedFont()).lineSpacing() + paramMargin);
    m_send->setEnabled(!id.isEmpty());
    m_saveRule->setEnabled(!method.isEmpty());
    check();
}

void AnswerForm::focusAnswer()
{
    (isError() ? static_cast<QWidget *>(m_code) : m_result)->setFocus(Qt::OtherFocusReason);
}

bool AnswerForm::event(QEvent *event)
{
    return takeSendKey(event, [this] { send(); }) || QWidget::event(event);
}

void AnswerForm::showKind()
{
    for (QWidget *field : std::as_const(m_resultFields))
        field->setVisible(!isError());
    for (QWidget *field : std::as_const(m_errorFields))
        field->setVisible(isError());
    check();
}

void AnswerForm::check()
{
    // What variables bring is known when it is sent.
    const auto json = body(nullptr, nullptr);
    const bool hasVariables = json && nextVariableToken(textFromUtf8(*json), 0);
    const auto sound = json && !hasVariables ? checkJson(*json) : tl::expected<void, JsonFault>();
    showFault(!json ? errorText(json.error()) : sound ? QString() : jsonFaultText(sound.error(), *json));
    const bool good = json && sound;
    m_send->setEnabled(good && !m_requestId.isEmpty());
    m_saveRule->setEnabled(good && !m_requestMethod.isEmpty());
}

void AnswerForm::send()
{
    if (!m_send->isEnabled())
        return;
    Secrets secrets;
    const auto json = body(&m_scope->variables(), &secrets);
    if (!json)
        return showFault(errorText(json.error()));
    if (const auto sound = checkJson(*json); !sound)
        return showFault(
            tr("With its variables filled in this is not JSON. %1").arg(jsonFaultText(sound.error(), *json)));
    // JSON-RPC 2.0, 5: the id is the request's, to the byte.
    Q_EMIT answerRequested((isError() ? R"({"jsonrpc":"2.0","error":)" : R"({"jsonrpc":"2.0","result":)")
                               + *json + R"(,"id":)" + m_requestId + '}',
                           secrets);
}

void AnswerForm::saveRule()
{
    const auto json = body(nullptr, nullptr);
    if (json)
        Q_EMIT saveRuleRequested(
            {.method = m_requestMethod, .isError = isError(), .json = textFromUtf8(*json)});
}

bool AnswerForm::isError() const
{
    return m_kind->current() == 1;
}

Expected<QByteArray> AnswerForm::body(const Variables *variables, Secrets *secrets) const
{
    if (isError())
        return errorBody(variables, secrets);
    auto result = bytesOf(m_result->text(), variables, secrets);
    if (result && trimmedJson(*result).isEmpty())
        return failure(ErrorCode::MessageInvalid, tr("An answer needs a result; null is one."));
    return result ? trimmedJson(*result).toByteArray() : result;
}

Expected<QByteArray> AnswerForm::errorBody(const Variables *variables, Secrets *secrets) const
{
    const QByteArray code = m_code->currentText().trimmed().toUtf8();
    if (!isInteger(code))
        return failure(ErrorCode::MessageInvalid, tr("The code of an error is an integer."));
    const auto message = bytesOf(m_message->text(), variables, secrets);
    const auto extra = bytesOf(m_data->text(), variables, secrets);
    if (!message || !extra)
        return message ? extra : message;
    QByteArray json = R"({"code":)" + code + R"(,"message":)" + quotedJson(*message);
    if (const QByteArrayView trimmed = trimmedJson(*extra); !trimmed.isEmpty())
        json += R"(,"data":)" + trimmed.toByteArray();
    return json + '}';
}

void AnswerForm::showFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

} // namespace weir
