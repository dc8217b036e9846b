#pragma once
#include <cstddef>

#include "engine/market/segment.hpp"
namespace talentmatch {
class PostingIndex {
 public:
  PostingIndex(const PostingColumns&, const Catalog&) {}
  std::size_t bytes() const { return 0; }
};
}  // namespace talentmatch
