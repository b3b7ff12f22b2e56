// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profilefault.h"

#include <QCoreApplication>

namespace weir {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileFault)
};

QString sentence(ProfileFault::Reason reason, const QString &detail)
{
    using Reason = ProfileFault::Reason;
    switch (reason) {
    case Reason::NotRead:
        return Text::tr("The file cannot be read: %1.").arg(detail);
    case Reason::NotAFile:
        return Text::tr("This is not a regular file.");
    case Reason::TooLarge:
        return Text::tr("The file is larger than 4 MiB.");
    case Reason::ByteOrderMark:
        return Text::tr("The file begins with a byte order mark; save it as UTF-8 without one.");
    case Reason::NotUtf8:
        return Text::tr("The text is not UTF-8.");
    case Reason::NotJson:
        return Text::tr("The JSON is not valid at “%1”.").arg(detail);
    case Reason::EndsEarly:
        return Text::tr("The JSON ends too early.");
    case Reason::TooDeep:
        return Text::tr("The JSON is nested too deeply.");
    case Reason::DuplicateMember:
        return Text::tr("The member “%1” stands here for the second time.").arg(detail);
    case Reason::NotAnObject:
        return detail.isEmpty() ? Text::tr("The file must hold one JSON object.")
                                : Text::tr("“%1” must be an object.").arg(detail);
    case Reason::NoVersion:
        return Text::tr("This is not a file of Weir: it has no member “weir” with a version.");
    case Reason::NewerVersion:
        return Text::tr("The file has format version %1, which is newer than this program.").arg(detail);
    case Reason::NotText:
        return Text::tr("“%1” must be text.").arg(detail);
    case Reason::NotLines:
        return Text::tr("“%1” must be text or a list of lines.").arg(detail);
    case Reason::NotTrueOrFalse:
        return Text::tr("“%1” must be true or false.").arg(detail);
    case Reason::NotANumber:
        return Text::tr("“%1” must be a whole number.").arg(detail);
    case Reason::OutOfRange:
        return Text::tr("The number “%1” is too small or too large.").arg(detail);
    case Reason::NotAList:
        return Text::tr("“%1” must be a list.").arg(detail);
    case Reason::UnknownValue:
        return Text::tr("The value of “%1” is not one that this program knows.").arg(detail);
    }
    return {};
}
}

QString faultText(const ProfileFault &fault)
{
    const QString text = sentence(fault.reason, fault.detail);
    return fault.line > 0 ? Text::tr("Line %1: %2").arg(QString::number(fault.line), text) : text;
}

} // namespace weir
