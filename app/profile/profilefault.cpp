// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profilefault.h"

#include <QCoreApplication>

namespace weir {

namespace {
using Reason = ProfileFault::Reason;

struct FaultText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileFault)
};

QString sentence(ProfileFault::Reason reason, const QString &detail)
{
    switch (reason) {
    case Reason::NotRead:
        return FaultText::tr("The file cannot be read: %1.").arg(detail);
    case Reason::NotAFile:
        return FaultText::tr("This is not a regular file.");
    case Reason::TooLarge:
        return FaultText::tr("The file is larger than 4 MiB.");
    case Reason::ByteOrderMark:
        return FaultText::tr("The file begins with a byte order mark; save it as UTF-8 without one.");
    case Reason::NotUtf8:
        return FaultText::tr("The text is not UTF-8.");
    case Reason::NotJson:
        return FaultText::tr("The JSON is not valid at “%1”.").arg(detail);
    case Reason::EndsEarly:
        return FaultText::tr("The JSON ends too early.");
    case Reason::TooDeep:
        return FaultText::tr("The JSON is nested too deeply.");
    case Reason::DuplicateMember:
        return FaultText::tr("The member “%1” stands here for the second time.").arg(detail);
    case Reason::NotAnObject:
        return detail.isEmpty() ? FaultText::tr("The file must hold one JSON object.")
                                : FaultText::tr("“%1” must be an object.").arg(detail);
    case Reason::NoVersion:
        return FaultText::tr("This is not a file of Weir: it has no member “weir” with a version.");
    case Reason::NewerVersion:
        return FaultText::tr("The file has format version %1, which is newer than this program.").arg(detail);
    case Reason::NotText:
        return FaultText::tr("“%1” must be text.").arg(detail);
    case Reason::NotLines:
        return FaultText::tr("“%1” must be text or a list of lines.").arg(detail);
    case Reason::NotTrueOrFalse:
        return FaultText::tr("“%1” must be true or false.").arg(detail);
    case Reason::NotANumber:
        return FaultText::tr("“%1” must be a whole number.").arg(detail);
    case Reason::OutOfRange:
        return FaultText::tr("The number “%1” is too small or too large.").arg(detail);
    case Reason::NotAList:
        return FaultText::tr("“%1” must be a list.").arg(detail);
    case Reason::UnknownValue:
        return FaultText::tr("The value of “%1” is not one that this program knows.").arg(detail);
    }
    return {};
}
}

QString faultText(const ProfileFault &fault)
{
    const QString text = sentence(fault.reason, fault.detail);
    return fault.line > 0 ? FaultText::tr("Line %1: %2").arg(QString::number(fault.line), text) : text;
}

} // namespace weir
