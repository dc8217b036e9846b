#pragma once
// The requests of a load test, from a path's pattern and the ids that the server has.

#include <span>
#include <string>
#include <vector>

#include "tools/client.hpp"

namespace talentmatch {

struct RequestPattern {
  std::string path;        // "{id}" stands for an id of the collection that the path names
  std::size_t ids = 2000;  // how many are asked for, spread over all; as many as there are if fewer
  std::size_t batch = 0;   // above 0: the path is posted, with so many ids in each body
  bool put = false;        // no path: postings are put with a seat more each, in the next round as they were
};

// Error: misuse, if the path does not suit the rest; and what the server says.
Outcome<std::vector<std::string>> make_requests(const Client& client, const RequestPattern& pattern);

}  // namespace talentmatch
