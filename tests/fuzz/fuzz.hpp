#pragma once
// What the fuzz targets share. A broken invariant aborts, which libFuzzer reports with the input.

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "storage/catalog/load_catalog.hpp"

namespace talentmatch::fuzz {

inline void require(bool condition) {
  if (!condition) std::abort();
}

inline const Catalog& catalog() {
  static const std::shared_ptr<const Catalog> loaded = *load_catalog(TALENTMATCH_SOURCE_DIR "/data/catalog");
  return *loaded;
}

inline std::string_view text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace talentmatch::fuzz
