#pragma once
// Equal runs have equal hashes: of ids, never of rows. FNV-1a.

#include <cstdint>
#include <string_view>

namespace talentmatch {

class ResultHash {
 public:
  void add(std::string_view id) {
    for (const char c : id) mix(static_cast<unsigned char>(c));
    mix('\n');
  }
  std::uint64_t value() const { return hash_; }

 private:
  void mix(unsigned char byte) { hash_ = (hash_ ^ byte) * 1'099'511'628'211U; }

  std::uint64_t hash_ = 14'695'981'039'346'656'037U;
};

}  // namespace talentmatch
