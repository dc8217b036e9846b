#pragma once
// A world as plain records, and the questions that gates and scores ask of it.

#include <memory>
#include <string_view>
#include <vector>

#include "engine/model/records.hpp"
#include "tests/reference/vocabulary.hpp"

namespace talentmatch::reference {

struct World {
  std::shared_ptr<const Vocabulary> vocabulary{};
  std::vector<School> schools{};
  std::vector<Employer> employers{};
  std::vector<Tie> ties{};
  std::vector<Graduate> graduates{};
  std::vector<Posting> postings{};
  std::vector<Placement> placements{};
};

template <class R>
const R* find(const std::vector<R>& records, std::string_view id) {
  for (const R& record : records) {
    if (record.id == id) return &record;
  }
  return nullptr;
}

int confirmed_placements(const World& world, const Posting& posting);
bool suspended(const World& world, std::string_view employer);
// A tie of any kind and major between the two is current on the day.
bool tied(const World& world, std::string_view school, std::string_view employer, Date day);
// Highest level (1…3) at which the certificate is held and valid on the day, 0 = not held.
int held_level(const Graduate& graduate, CertificateId certificate, Date day);

inline PostingKind kind_of(const Posting& posting) {
  return posting.kind.value_or(PostingKind::job);
}
inline int level_of(std::optional<CertificateLevel> level) {
  return rank_of(level.value_or(CertificateLevel::elementary));
}

}  // namespace talentmatch::reference
