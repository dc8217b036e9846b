#include "server/routing/router.hpp"

#include <algorithm>

namespace talentmatch {

namespace {

constexpr std::string_view kId = "{id}";

bool is_get(Method method) {
  return method == Method::get || method == Method::head;
}

void allow_method(std::string& allow, Method method) {
  const auto name = boost::beast::http::to_string(method);
  if (!allow.empty()) allow += ", ";
  allow.append(name.data(), name.size());
  if (method == Method::get) allow += ", HEAD";
}

}  // namespace

Router::Router(std::span<const Route> table) : table_(table) {
  for (std::size_t i = 0; i < table_.size(); ++i) {
    Path& path = path_of(table_[i].path);
    path.routes.push_back(i);
    allow_method(path.allow, table_[i].method);
  }
  for (auto& paths : paths_) {
    std::ranges::sort(paths, {}, [](const Path& path) { return std::ranges::count(path.segments, kId); });
  }
}

Match Router::find(Method method, std::string_view path) const {
  Segments segments;
  const std::size_t size = split(path, segments);
  if (size > kMaxSegments) return {};
  for (const Path& candidate : paths_[size]) {
    std::string_view id;
    if (fits(candidate, segments, id)) return choose(candidate, method, id);
  }
  return {};
}

// The number of segments, kMaxSegments + 1 for a path that no route can have.
std::size_t Router::split(std::string_view path, Segments& segments) {
  std::size_t size = 0;
  while (path.starts_with('/')) {
    if (size == kMaxSegments) return kMaxSegments + 1;
    path.remove_prefix(1);
    segments[size++] = path.substr(0, path.find('/'));
    path.remove_prefix(segments[size - 1].size());
  }
  return path.empty() ? size : kMaxSegments + 1;
}

bool Router::fits(const Path& path, const Segments& segments, std::string_view& id) {
  for (std::size_t i = 0; i < path.size; ++i) {
    if (path.segments[i] == kId) {
      id = segments[i];
      if (id.empty()) return false;
    } else if (path.segments[i] != segments[i]) {
      return false;
    }
  }
  return true;
}

Router::Path& Router::path_of(std::string_view text) {
  Path path;
  path.size = split(text, path.segments);
  auto& paths = paths_[path.size];
  const auto same = std::ranges::find(paths, path.segments, &Path::segments);
  return same == paths.end() ? paths.emplace_back(std::move(path)) : *same;
}

Match Router::choose(const Path& path, Method method, std::string_view id) const {
  for (const std::size_t number : path.routes) {
    const Route& route = table_[number];
    if (route.method == method || (is_get(method) && route.method == Method::get)) {
      return {.route = &route, .number = number, .allow = path.allow, .id = id};
    }
  }
  return {.route = nullptr, .number = 0, .allow = path.allow, .id = {}};
}

}  // namespace talentmatch
