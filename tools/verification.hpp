#pragma once
// Checks stored records one by one: each reads as a record of its collection, and what it refers to exists.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/market/snapshot.hpp"
#include "storage/codec/record_json.hpp"

namespace talentmatch {

class DataVerification {
 public:
  explicit DataVerification(const Catalog& catalog) : catalog_(catalog) {}

  // Complete lines or parts of them, collection by collection in the order of their references.
  bool take(Collection collection, std::string_view bytes);

  // After all lines: the data in memory holds exactly these records.
  void compare(const Snapshot& snapshot);

  std::uint64_t count(Collection collection) const {
    return ids_[static_cast<std::size_t>(collection)].size();
  }
  std::uint64_t problem_count() const { return problem_count_; }
  // The first ones, as sentences.
  const std::vector<std::string>& problems() const { return problems_; }

 private:
  void check_line(Collection collection, std::string_view line);
  void compare_count(Collection collection, std::uint64_t indexed);
  void check_references(const Record& record);
  void need(const Record& record, Collection collection, std::string_view id);
  void report(std::string problem);

  const Catalog& catalog_;
  RecordParser parser_;
  std::string partial_;
  std::array<std::unordered_set<std::string>, words<Collection>.size()> ids_;
  std::uint64_t problem_count_ = 0;
  std::vector<std::string> problems_;
};

}  // namespace talentmatch
