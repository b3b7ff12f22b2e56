// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

#include <QObject>

namespace weir {

// A member of a profile, to read and to write; made of a lambda: [](auto &p) -> auto & { return p.tls.caFile;
// }
template <typename T> struct Member
{
    template <typename Access>
    Member(Access)
        : read([](const Profile &p) -> const T & { return Access{}(p); })
        , write([](Profile &p) -> T & { return Access{}(p); })
    {
    }

    const T &(*read)(const Profile &);
    T &(*write)(Profile &);
};

// The profile of one page while it is edited, and what is saved of it. Fields read and write here; a member
// that nobody touches stays as it came.
class ProfileDraft final : public QObject
{
    Q_OBJECT

public:
    explicit ProfileDraft(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProfileDraft)

    const Profile &profile() const { return m_profile; }
    void setProfile(const Profile &profile);
    const std::optional<Profile> &saved() const { return m_saved; }
    void setSaved(const std::optional<Profile> &saved);
    bool isChanged() const; // also where nothing is saved

    // From a field.
    template <typename T> void edit(const Member<T> &member, const T &value)
    {
        if (member.read(m_profile) == value)
            return;
        member.write(m_profile) = value;
        Q_EMIT edited();
    }

Q_SIGNALS:
    void loaded(); // another profile, or another one is saved: show all anew
    void edited();
    // A person gave a value to keep; the field stands for it by {{secret.NAME}} now.
    void secretEntered(const QString &name, const QString &value);

private:
    Profile m_profile;
    std::optional<Profile> m_saved;
};

} // namespace weir
