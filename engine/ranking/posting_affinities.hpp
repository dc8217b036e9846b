#pragma once
// Under which keys of postings a major's candidates lie.

#include <cstdint>
#include <vector>

#include "engine/ranking/posting_index.hpp"

namespace talentmatch {

struct KeyAffinity {
  std::uint16_t key = 0;
  std::uint8_t affinity = 0;
};

// How a major lies to PostingKeys.
struct PostingAffinities {
  // Reuses its memory.
  void fill(const Catalog& catalog, MajorId major);

  bool is_several(std::uint16_t key) const { return key > any; }

  std::uint16_t any = 0;             // PostingKeys::any
  std::vector<std::uint8_t> of;      // by key: the most that a digest with it can have
  std::vector<KeyAffinity> keys;     // under which postings with affinity > 0 lie, affinity descending
  std::vector<std::uint8_t> levels;  // affinities that occur, descending
};

}  // namespace talentmatch
