#pragma once
// A collection of a world as NDJSON, read piece by piece.

#include <cstdint>
#include <span>
#include <string>

#include "engine/catalog/catalog.hpp"
#include "tools/generate/world.hpp"

namespace talentmatch {

// World and catalogue must outlive it.
class WorldText {
 public:
  WorldText(const World& world, const Catalog& catalog, Collection collection);

  // Fills the buffer as far as there is text; 0 at the end.
  std::size_t read(std::span<char> buffer);
  std::uint32_t records_made() const { return next_; }

 private:
  void make_more(std::size_t wanted);

  const World& world_;
  const Catalog& catalog_;
  Collection collection_;
  std::uint32_t count_;
  std::uint32_t next_ = 0;
  std::string text_;  // made and, before taken_, already handed out
  std::size_t taken_ = 0;
};

}  // namespace talentmatch
