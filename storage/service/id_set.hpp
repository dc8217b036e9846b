#pragma once
// Which ids a file has named so far. Keeps 128 bits of hash for each instead of the id, so that its memory
// does not depend on their length; that two ids of a billion fall together has a chance below 2^-60.

#include <cstdint>
#include <string_view>

#include <boost/unordered/unordered_flat_set.hpp>
#include <xxhash.h>

namespace talentmatch {

class IdSet {
 public:
  // False if it was there.
  bool insert(std::string_view id) {
    const auto hash = XXH3_128bits(id.data(), id.size());
    return hashes_.insert({hash.low64, hash.high64}).second;
  }

 private:
  struct Hash128 {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    friend bool operator==(Hash128, Hash128) = default;
  };
  struct Low {
    using is_avalanching = void;
    std::size_t operator()(Hash128 hash) const { return hash.low; }
  };
  boost::unordered_flat_set<Hash128, Low> hashes_;
};

}  // namespace talentmatch
