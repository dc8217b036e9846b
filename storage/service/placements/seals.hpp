#pragma once
// A number that changes when a record changes: a run keeps it of every record that it proposes, so that a
// confirmation sees whether the record is still the one that was placed. Slots of employers and schools do
// not outlive a process, so their ids are taken.

#include <cstdint>

#include "engine/market/snapshot.hpp"

namespace talentmatch {

std::uint64_t seal_of(const Snapshot& snapshot, const GraduateFacts& graduate);
// Seats already taken are left out: those are counted when it comes to confirming.
std::uint64_t seal_of(const Snapshot& snapshot, const PostingFacts& posting);

}  // namespace talentmatch
