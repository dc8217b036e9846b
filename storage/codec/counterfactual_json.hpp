#pragma once
// What changes of a record would open, as JSON bytes: the changes that have an effect, those that open most
// first, then in the engine's fixed order; the others are only counted. O(bytes written).

#include <span>
#include <string>
#include <string_view>

#include "engine/ranking/counterfactual.hpp"
#include "storage/codec/answer_json.hpp"

namespace talentmatch {

struct CounterfactualAnswer {
  std::string_view version;
  Date as_of;
  Side side = Side::postings;  // which side is opened: postings to a graduate, or graduates to a posting
  std::string_view id;         // of the record that would change
  Perspective perspective = Perspective::mutual;
  Weights weights{};
  std::size_t k = 0;
  const Counterfactuals& counterfactuals;
  std::span<const FailedGate> gates{};  // of the record by itself; left out when there are none
};

void append_counterfactuals(std::string& out, const CounterfactualAnswer& answer, const Catalog& catalog,
                            Language language);

}  // namespace talentmatch
