#pragma once
// What the market keeps of placements: which seats they take and whose they are. The writer's own; readers
// see its effect as PostingFacts::taken.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/market/actors.hpp"
#include "engine/model/records.hpp"

namespace talentmatch {

class PlacementBook {
 public:
  // The posting whose seats the change touches is appended to `touched`.
  void put(const Placement& placement, std::vector<std::string>& touched);
  void remove(std::string_view id, std::vector<std::string>& touched);

  bool contains(std::string_view id) const { return rows_.contains(id); }
  std::size_t size() const { return rows_.size(); }
  // Confirmed placements on the posting.
  std::int32_t taken(std::string_view posting) const;
  std::vector<std::string> of_graduate(std::string_view graduate) const;  // by id
  bool names_employer(std::string_view employer) const;                   // O(placements)

 private:
  struct Row {
    std::string graduate;
    std::string posting;
    std::string employer;
    bool confirmed = false;
  };
  template <class V>
  using ById = std::unordered_map<std::string, V, StringHash, std::equal_to<>>;

  void count(const Row& row, std::int32_t by, std::vector<std::string>& touched);

  ById<Row> rows_;
  ById<std::int32_t> taken_;
  std::unordered_multimap<std::string, std::string, StringHash, std::equal_to<>> by_graduate_;
};

}  // namespace talentmatch
