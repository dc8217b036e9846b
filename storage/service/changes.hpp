#pragma once
// One batch of admitted changes on its way: to disk, then to memory.

#include <string>
#include <vector>

#include "engine/market/journal.hpp"
#include "engine/market/market.hpp"

namespace talentmatch {

class Changes {
 public:
  void clear();  // keeps its memory
  void put(Record record, std::string json);
  void remove(Collection collection, std::string id);

  bool empty() const { return mutations_.empty(); }
  std::span<const Mutation> mutations() const { return mutations_; }
  std::span<const JournalEntry> entries() const { return entries_; }
  // All are durable and then visible, or none is. Errors: the journal's.
  Result<void> commit(Journal& journal, Market& market) const;

 private:
  std::vector<Mutation> mutations_;
  std::vector<JournalEntry> entries_;
};

}  // namespace talentmatch
