// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "curldata.h"

#include "importtext.h"
#include "profiledraft.h"

#include <QStringDecoder>

namespace weir {

namespace {
constexpr qint64 fileLimit = 16 * 1024 * 1024;

// As curl does: a blank of a form is a plus.
QString formEncoded(const QString &text)
{
    return percentEncoded(text).replace(QLatin1String("%20"), QLatin1String("+"));
}
}

CurlData::CurlData(const ImportOptions &options)
    : m_options(options)
{
}

Expected<void> CurlData::add(CurlEffect effect, const QString &value)
{
    Expected<QString> piece = value;
    if (effect == CurlEffect::DataUrlencode)
        piece = urlEncoded(value);
    else if (effect != CurlEffect::DataRaw && value.startsWith(QLatin1Char('@')))
        piece = fileText(value.mid(1));
    if (!piece)
        return tl::unexpected(piece.error());
    // Of a file, only --data-binary and --json keep the line breaks.
    if (effect == CurlEffect::Data && value.startsWith(QLatin1Char('@')))
        piece->removeIf(
            [](QChar c) { return c == QLatin1Char('\n') || c == QLatin1Char('\r') || c.isNull(); });
    const bool separate = m_text && effect != CurlEffect::Json;
    m_text = m_text.value_or(QString()) + (separate ? QStringLiteral("&") : QString()) + *piece;
    m_json = m_json || effect == CurlEffect::Json;
    return {};
}

Expected<void> CurlData::addToQuery(const QString &value)
{
    if (value.startsWith(QLatin1Char('+'))) {
        m_query.append(value.mid(1));
        return {};
    }
    const auto piece = urlEncoded(value);
    if (!piece)
        return tl::unexpected(piece.error());
    m_query.append(*piece);
    return {};
}

QString CurlData::addedTo(const QString &url, bool data) const
{
    QStringList pieces;
    if (data && m_text && !m_text->isEmpty())
        pieces.append(*m_text);
    pieces += m_query;
    if (pieces.isEmpty())
        return url;
    const QString whole = url.section(QLatin1Char('#'), 0, 0);
    const QChar first = QLatin1Char(whole.contains(QLatin1Char('?')) ? '&' : '?');
    return whole + first + pieces.join(QLatin1Char('&'));
}

Expected<QString> CurlData::fileText(const QString &name) const
{
    const QString shown = marked::toPlainText(name);
    if (name == QLatin1String("-"))
        return failure(ErrorCode::ImportFailed, Import::tr("the data would come from another program"));
    if (!m_options.readFile || marked::hasVariable(name))
        return failure(ErrorCode::ImportFailed, Import::tr("the file %1 was not read").arg(shown));
    const auto bytes = m_options.readFile(name, fileLimit);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (bytes->size() > fileLimit)
        return failure(ErrorCode::ImportFailed, Import::tr("the file %1 is too large").arg(shown));
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    const QString text = decoder(*bytes);
    if (decoder.hasError())
        return failure(ErrorCode::ImportFailed, Import::tr("the file %1 is not text in UTF-8").arg(shown));
    return marked::unmarked(text);
}

// CONTENT, =CONTENT, NAME=CONTENT, @FILE, NAME@FILE
Expected<QString> CurlData::urlEncoded(const QString &value) const
{
    const qsizetype equals = value.indexOf(QLatin1Char('='));
    const qsizetype at = value.indexOf(QLatin1Char('@'));
    const qsizetype mark = equals >= 0 ? equals : at;
    if (mark < 0)
        return formEncoded(value);
    const QString name = mark > 0 ? QString(value.left(mark) + QLatin1Char('=')) : QString();
    if (equals >= 0)
        return name + formEncoded(value.mid(mark + 1));
    const auto text = fileText(value.mid(mark + 1));
    if (!text)
        return tl::unexpected(text.error());
    return name + formEncoded(*text);
}

} // namespace weir
