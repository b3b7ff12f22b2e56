// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiledraft.h"

namespace weir {

ProfileDraft::ProfileDraft(QObject *parent)
    : QObject(parent)
{
}

void ProfileDraft::setProfile(const Profile &profile)
{
    m_profile = profile;
    Q_EMIT loaded();
}

void ProfileDraft::setSaved(const std::optional<Profile> &saved)
{
    m_saved = saved;
    Q_EMIT loaded();
}

bool ProfileDraft::isChanged() const
{
    return !m_saved || *m_saved != m_profile;
}

} // namespace weir
