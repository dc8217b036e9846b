#pragma once
// What the tests of the store share.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "storage/store/store.hpp"
#include "tests/storage/temporary_directory.hpp"

namespace talentmatch::testing {

inline std::unique_ptr<Store> open_store(const std::filesystem::path& directory,
                                         const StoreOptions& options = {}) {
  auto store = Store::open(directory, options);
  if (!store) FAIL(message(store.error(), Language::en));
  return std::move(*store);
}

inline Error refused_open(const std::filesystem::path& directory) {
  auto store = Store::open(directory);
  REQUIRE_FALSE(store);
  return store.error();
}

inline JournalEntry entry(Collection collection, std::string_view id, std::string_view value) {
  return {collection, std::string(id), std::string(value)};
}

inline Result<std::uint64_t> commit(Store& store, std::vector<JournalEntry> entries) {
  return store.commit(entries);
}

inline std::map<std::string, std::string> contents(Scan scan) {
  std::map<std::string, std::string> all;
  while (scan.next()) all.emplace(scan.id(), scan.value());
  REQUIRE(scan.check());
  return all;
}

}  // namespace talentmatch::testing
