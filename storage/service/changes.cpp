#include "storage/service/changes.hpp"

namespace talentmatch {

void Changes::clear() {
  mutations_.clear();
  entries_.clear();
}

void Changes::put(Record record, std::string json) {
  const auto collection = collection_of(record);
  const std::string& id = id_of(record);
  entries_.push_back({collection, id, std::move(json)});
  mutations_.push_back({collection, id, std::nullopt});
  mutations_.back().record = std::move(record);
}

void Changes::remove(Collection collection, std::string id) {
  entries_.push_back({collection, id, {}});
  mutations_.push_back({collection, std::move(id), std::nullopt});
}

Result<void> Changes::commit(Journal& journal, Market& market) const {
  if (empty()) return {};
  const auto number = journal.commit(entries_);
  if (!number) return fail(number.error());
  market.apply(mutations_, *number);
  return {};
}

}  // namespace talentmatch
