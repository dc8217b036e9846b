#pragma once
// Paths of fields ("certificates[1].level") are made only when something is to be said about a field: each
// level that an error passes on its way out puts its own name in front.

#include <cstddef>
#include <string>
#include <string_view>

namespace talentmatch {

inline void prepend_name(std::string& path, std::string_view name) {
  const bool joined = path.empty() || path.front() == '[';
  path.insert(0, joined ? "" : ".").insert(0, name);
}

inline void prepend_index(std::string& path, std::size_t index) {
  prepend_name(path, "[" + std::to_string(index) + "]");
}

}  // namespace talentmatch
