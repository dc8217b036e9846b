#pragma once
// Finds the route of a request. Built once from a table; a lookup compares segments and allocates nothing.
// Where a literal segment and {id} both fit, the literal wins for all methods.

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/routing/route.hpp"

namespace talentmatch {

struct Match {
  const Route* route = nullptr;  // null: no such path, or (with `allow`) no such method
  std::size_t number = 0;        // of the route in the table
  std::string_view allow;        // the path's methods
  std::string_view id;           // still percent-encoded
};

class Router {
 public:
  // The table must outlive the router.
  explicit Router(std::span<const Route> table);

  // HEAD finds the route of GET.
  Match find(Method method, std::string_view path) const;
  std::span<const Route> table() const { return table_; }

 private:
  static constexpr std::size_t kMaxSegments = 5;
  using Segments = std::array<std::string_view, kMaxSegments>;

  struct Path {
    Segments segments;
    std::size_t size = 0;
    std::vector<std::size_t> routes;  // one per method
    std::string allow;
  };

  static std::size_t split(std::string_view path, Segments& segments);
  static bool fits(const Path& path, const Segments& segments, std::string_view& id);
  Path& path_of(std::string_view text);
  Match choose(const Path& path, Method method, std::string_view id) const;

  std::span<const Route> table_;
  std::array<std::vector<Path>, kMaxSegments + 1> paths_;  // by number of segments; literal ones first
};

}  // namespace talentmatch
