#pragma once
// The optional major ↔ occupation table: which majors share occupations, and how strongly that relates them.

#include "engine/catalog/grouped.hpp"
#include "engine/catalog/majors.hpp"

namespace talentmatch {

class Occupations {
 public:
  Occupations() = default;
  static Result<Occupations> build(std::span<const MajorOccupationRow> rows, const MajorTable& majors);

  bool empty() const { return majors_of_.size() == 0; }

  struct Shared {
    MajorId major{};
    std::uint8_t affinity = 0;  // ⌊(25u + 65n)/u⌋ for n shared of u occupations in all
  };
  // The majors that share at least one occupation with this one. O(pairs met).
  std::vector<Shared> shared_with(MajorId major) const;

 private:
  Grouped<std::uint16_t> occupations_of_;
  Grouped<MajorId> majors_of_;
};

}  // namespace talentmatch
