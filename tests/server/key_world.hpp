#pragma once
// The small world with a second school and employer, a key of every kind, and requests that carry them.

#include <map>
#include <string>
#include <string_view>

#include "tests/server/api.hpp"

namespace talentmatch::testing {

std::string graduate_of(std::string_view school, std::string_view id);
std::string posting_of(std::string_view employer, std::string_view id);

class KeyWorld {
 public:
  // Of no key, one that there is not, one that has expired, one of each scope, and two limited ones that may
  // read and write: of employer E1, of school S1.
  static constexpr std::array<std::string_view, 10> kHolders{
      "none", "unknown", "expired", "read", "write", "place", "metrics", "admin", "employer", "school"};

  // Graduate H1 is S2's, posting Q1 is E2's, the others S1's and E1's.
  explicit KeyWorld(const RequestLogOptions& log = {});

  HttpAnswer ask(std::string_view holder, std::string_view method, std::string_view target,
                 std::string_view body = {}, std::string_view fields = {});
  HttpAnswer get(std::string_view holder, std::string_view target) { return ask(holder, "GET", target); }
  Api& api() { return api_; }
  std::string bearer_of(std::string_view holder) const;  // the request's field

 private:
  // Gives the token.
  std::string add(std::string_view spec);

  Api api_;
  std::map<std::string, std::string, std::less<>> tokens_;  // by holder
};

}  // namespace talentmatch::testing
