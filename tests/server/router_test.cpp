#include "server/routing/router.hpp"

#include <set>

#include <catch2/catch.hpp>

#include "server/routing/routes.hpp"

namespace talentmatch::testing {
namespace {

std::string found(const Router& router, Method method, std::string_view path) {
  const Match match = router.find(method, path);
  if (match.route == nullptr) return match.allow.empty() ? "404" : "405 " + std::string(match.allow);
  CHECK(match.route == &router.table()[match.number]);
  return std::string(match.route->path) + (match.id.empty() ? "" : " " + std::string(match.id));
}

}  // namespace

TEST_CASE("paths are found by their segments") {
  const Router router(routes());
  const auto get = [&](std::string_view path) { return found(router, Method::get, path); };
  CHECK(get("/livez") == "/livez");
  CHECK(get("/v1/graduates/G1") == "/v1/graduates/{id} G1");
  CHECK(get("/v1/graduates/G1/recommendations") == "/v1/graduates/{id}/recommendations G1");
  CHECK(get("/v1/graduates/export") == "/v1/graduates/export");
  CHECK(found(router, Method::head, "/v1/stats") == "/v1/stats");
  CHECK(found(router, Method::post, "/v1/placements/import") == "/v1/placements/import");
  for (const auto* path : {"", "/", "livez", "/livez/", "//livez", "/v1", "/v1/graduates", "/v1/graduates/",
                           "/v1/graduates//recommendations", "/v1/a/b/c/d", "/V1/stats"}) {
    INFO(path);
    CHECK(get(path) == "404");
  }
}

TEST_CASE("a path without the method names those that it has") {
  const Router router(routes());
  CHECK(found(router, Method::post, "/livez") == "405 GET, HEAD");
  CHECK(found(router, Method::post, "/v1/schools/S1") == "405 GET, HEAD, PUT, DELETE");
  CHECK(found(router, Method::get, "/v1/recommendations") == "405 POST");
  // The literal segment decides for all methods, so that nothing can be stored that cannot be read.
  CHECK(found(router, Method::put, "/v1/schools/export") == "405 GET, HEAD");
}

TEST_CASE("no route is there twice") {
  std::set<std::pair<Method, std::string_view>> seen;
  for (const Route& route : routes()) CHECK(seen.insert({route.method, route.path}).second);
}

}  // namespace talentmatch::testing
