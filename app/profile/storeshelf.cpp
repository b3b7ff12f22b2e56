// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storeshelf.h"

#include "profileid.h"

#include <algorithm>

namespace weir {

QByteArray contentOf(const Profile &profile)
{
    return writeProfile(profile);
}

QByteArray contentOf(const Environment &environment)
{
    return writeEnvironment(environment);
}

template <typename T> bool StoreShelf<T>::isUnsaved() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const auto &entry) { return entry.second.isUnsaved; });
}

template <typename T> bool StoreShelf<T>::canTake(const QString &id) const
{
    const auto slot = m_slots.find(id);
    return slot != m_slots.end() && (slot->second.disk.content || !slot->second.disk.exists());
}

template <typename T> void StoreShelf<T>::clear()
{
    m_entries.clear();
    m_slots.clear();
    m_names.clear();
}

template <typename T> void StoreShelf<T>::hold(const QString &id, const T &value)
{
    slotOf(id);
    Entry &entry = m_entries[id];
    entry.id = id;
    entry.value = value;
    entry.isUnsaved = true;
}

template <typename T> FileEdit StoreShelf<T>::put(const QString &id, const T &value)
{
    hold(id, value);
    return edit(id, contentOf(value));
}

template <typename T> FileEdit StoreShelf<T>::take(const QString &id)
{
    m_entries.erase(id);
    return edit(id, {});
}

template <typename T> StoreEffect StoreShelf<T>::settled(const FileEdit &edit)
{
    const QString &id = edit.key.id;
    Slot &slot = slotOf(id);
    --slot.pending;
    slot.disk = understood(edit.key, edit.after);
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end() || contentOf(entry->second.value) != edit.after) {
        tidy(id);
        return StoreEffect::None;
    }
    entry->second.isUnsaved = false;
    entry->second.conflict.reset();
    return StoreEffect::Changed;
}

template <typename T> StoreEffect StoreShelf<T>::failed(const QString &id, const Entry *removed)
{
    --slotOf(id).pending;
    if (!removed || find(id))
        return StoreEffect::None;
    m_entries[id] = *removed;
    return StoreEffect::Changed;
}

template <typename T> StoreEffect StoreShelf<T>::conflicted(const FileState &state, const Entry *removed)
{
    Slot &slot = slotOf(state.key.id);
    --slot.pending;
    slot.disk = state;
    const auto entry = m_entries.find(state.key.id);
    if (entry != m_entries.end())
        return clash(entry->second, state);
    if (removed)
        return show(state);
    tidy(state.key.id);
    return StoreEffect::None;
}

template <typename T> StoreEffect StoreShelf<T>::found(const FileState &state)
{
    Slot &slot = slotOf(state.key.id);
    const bool isNews = slot.disk.content != state.content || slot.disk.exists() != state.exists();
    slot.disk = state;
    if (slot.pending > 0)
        return StoreEffect::None; // the outcome will tell
    const auto entry = m_entries.find(state.key.id);
    if (entry == m_entries.end() || !entry->second.isUnsaved)
        return show(state);
    return isNews ? clash(entry->second, state) : StoreEffect::None;
}

template <typename T> StoreEffect StoreShelf<T>::revert(const QString &id)
{
    const Entry *entry = find(id);
    const Slot &slot = slotOf(id);
    if (!entry || !entry->isUnsaved || slot.pending > 0)
        return StoreEffect::None;
    return show(FileState(slot.disk));
}

template <typename T> typename StoreShelf<T>::Slot &StoreShelf<T>::slotOf(const QString &id)
{
    const auto [slot, isNew] = m_slots.try_emplace(id);
    if (isNew) {
        slot->second.disk.key = {m_kind, id};
        m_names.insert(comparableId(id));
    }
    return slot->second;
}

template <typename T> void StoreShelf<T>::tidy(const QString &id)
{
    const auto slot = m_slots.find(id);
    if (slot == m_slots.end() || slot->second.pending > 0 || slot->second.disk.exists() || find(id))
        return;
    m_slots.erase(slot);
    m_names.erase(m_names.find(comparableId(id)));
}

template <typename T> FileEdit StoreShelf<T>::edit(const QString &id, const FileContent &after)
{
    Slot &slot = slotOf(id);
    ++slot.pending;
    return {{m_kind, id}, slot.disk.content, after};
}

template <typename T> StoreEffect StoreShelf<T>::show(const FileState &state)
{
    const QString id = state.key.id;
    if (!state.exists()) {
        const bool wasShown = m_entries.erase(id) > 0;
        tidy(id);
        return wasShown ? StoreEffect::Removed : StoreEffect::None;
    }
    Entry entry;
    entry.id = id;
    if (const T *value = std::get_if<T>(&state.meaning)) {
        entry.value = *value;
    } else if (const ProfileFault *fault = std::get_if<ProfileFault>(&state.meaning)) {
        entry.value.name = id;
        entry.broken = *fault;
    }
    m_entries[id] = std::move(entry);
    return StoreEffect::Changed;
}

template <typename T> StoreEffect StoreShelf<T>::clash(Entry &entry, const FileState &state)
{
    if (state.content && *state.content == contentOf(entry.value))
        return show(state); // they had the same idea
    StoreConflict<T> conflict;
    if (const T *value = std::get_if<T>(&state.meaning))
        conflict.theirs = *value;
    else if (const ProfileFault *fault = std::get_if<ProfileFault>(&state.meaning))
        conflict.broken = *fault;
    entry.conflict = std::move(conflict);
    entry.isUnsaved = true;
    return StoreEffect::Conflicted;
}

template class StoreShelf<Profile>;
template class StoreShelf<Environment>;

} // namespace weir
