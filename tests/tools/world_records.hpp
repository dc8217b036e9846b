#pragma once
// Small helpers of the generator's tests: a world, and a whole collection of it at once.

#include <string>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "tools/generate/world.hpp"
#include "tools/generate/world_text.hpp"

namespace talentmatch::testing {

inline World make_world(const Catalog& catalog, const WorldOptions& options) {
  auto world = World::create(catalog, options);
  REQUIRE(world);
  return std::move(*world);
}

template <class T>
std::vector<T> all_of(const World& world, Collection collection) {
  std::vector<T> records;
  for (std::uint32_t i = 0; i < world.count(collection); ++i) {
    records.push_back(std::get<T>(world.record(collection, i)));
  }
  return records;
}

inline std::string text_of(const World& world, const Catalog& catalog, Collection collection) {
  WorldText source(world, catalog, collection);
  std::string text;
  std::string buffer(10'000, '\0');
  while (const auto size = source.read(buffer)) text.append(buffer, 0, size);
  return text;
}

}  // namespace talentmatch::testing
