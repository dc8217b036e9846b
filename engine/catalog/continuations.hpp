#pragma once
// Official continuations (接续) between majors, in either direction.

#include "engine/catalog/grouped.hpp"
#include "engine/catalog/majors.hpp"

namespace talentmatch {

class Continuations {
 public:
  Continuations() = default;
  static Result<Continuations> build(std::span<const ProgressionRow> rows, const MajorTable& majors);

  // Majors that continue this one or that it continues, ascending.
  std::span<const MajorId> of(MajorId major) const { return linked_[index_of(major)]; }
  bool contains(MajorId a, MajorId b) const;

 private:
  Grouped<MajorId> linked_;
};

}  // namespace talentmatch
