#pragma once
// The request of a placement run from options and files.

#include <cstdint>
#include <filesystem>
#include <string>

#include "tools/outcome.hpp"

namespace talentmatch {

struct PlaceArguments {
  std::string mode = "stable";
  std::string as_of;
  std::uint64_t seed = 0;
  std::filesystem::path policy;           // JSON
  std::filesystem::path scope;            // JSON
  std::filesystem::path choices;          // NDJSON, as the next two
  std::filesystem::path priorities;       // of postings
  std::filesystem::path priority_groups;  // for this run only
  int length = 50;
  int per_graduate = 10;
  int per_seat = 10;
  bool exact = false;
};

// JSON, for POST /v1/placements.
Outcome<std::string> place_request(const PlaceArguments& arguments);

}  // namespace talentmatch
