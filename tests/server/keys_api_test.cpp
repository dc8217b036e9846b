// Who may ask for what: every route with every kind of key.

#include <array>
#include <set>

#include <fmt/format.h>

#include "server/routing/routes.hpp"
#include "tests/server/key_world.hpp"

namespace talentmatch::testing {
namespace {

constexpr unsigned kAsEver = 0;  // of a limited key: the row's own status

struct Row {
  std::string_view method;
  std::string_view path;  // of the route
  std::string_view target;
  std::string_view body;
  std::string_view scope;  // that the route needs; "" = none
  unsigned status;         // with that scope
  unsigned employer;       // with the key of E1
  unsigned school;         // with the key of S1
};

// G1, P1, S1 and E1 belong to the limited keys, H1, Q1, S2 and E2 do not. What would change something names
// an etag that is not there, or puts what is there already.
const std::array kRows{
    Row{"GET", "/livez", "/livez", "", "", 200, 0, 0},
    Row{"GET", "/readyz", "/readyz", "", "", 200, 0, 0},
    Row{"GET", "/openapi.json", "/openapi.json", "", "", 200, 0, 0},
    Row{"GET", "/v1/algorithm", "/v1/algorithm", "", "", 200, 0, 0},
    Row{"GET", "/v1/admin/audit", "/v1/admin/audit?limit=1", "", "admin", 200, 403, 403},
    Row{"GET", "/metrics", "/metrics", "", "metrics", 200, 403, 403},
    Row{"GET", "/v1/stats", "/v1/stats", "", "read", 200, 403, 0},

    Row{"GET", "/v1/explain", "/v1/explain?graduate=G1&posting=P1", "", "read", 200, 0, 0},
    Row{"GET", "/v1/explain", "/v1/explain?graduate=H1&posting=P1", "", "read", 200, 0, 403},
    Row{"GET", "/v1/explain", "/v1/explain?graduate=G1&posting=Q1", "", "read", 200, 403, 0},
    Row{"GET", "/v1/graduates/{id}/gaps", "/v1/graduates/G1/gaps", "", "read", 200, 403, 0},
    Row{"GET", "/v1/graduates/{id}/gaps", "/v1/graduates/H1/gaps", "", "read", 200, 403, 403},
    Row{"GET", "/v1/postings/{id}/relaxations", "/v1/postings/P1/relaxations", "", "read", 200, 0, 403},
    Row{"GET", "/v1/postings/{id}/relaxations", "/v1/postings/Q1/relaxations", "", "read", 200, 403, 403},
    Row{"GET", "/v1/graduates/{id}/recommendations", "/v1/graduates/G1/recommendations", "", "read", 200, 403,
        0},
    Row{"GET", "/v1/graduates/{id}/recommendations", "/v1/graduates/H1/recommendations", "", "read", 200, 403,
        403},
    Row{"GET", "/v1/graduates/{id}/recommendations", "/v1/graduates/%48%31/recommendations", "", "read", 200,
        403, 403},
    Row{"GET", "/v1/postings/{id}/candidates", "/v1/postings/P1/candidates", "", "read", 200, 0, 403},
    Row{"GET", "/v1/postings/{id}/candidates", "/v1/postings/Q1/candidates", "", "read", 200, 403, 403},
    Row{"GET", "/v1/postings/{id}/candidates", "/v1/postings/none/candidates", "", "read", 404, 0, 403},
    Row{"POST", "/v1/recommendations", "/v1/recommendations", R"({"items":[{"graduate":"G1"}]})", "read", 200,
        403, 0},
    Row{"POST", "/v1/candidates", "/v1/candidates", R"({"items":[{"posting":"P1"}]})", "read", 200, 0, 403},
    Row{"GET", "/v1/recommendations/export", "/v1/recommendations/export", "", "read", 200, 403, 403},
    Row{"GET", "/v1/candidates/export", "/v1/candidates/export", "", "read", 200, 403, 403},

    Row{"GET", "/v1/schools/{id}", "/v1/schools/S1", "", "read", 200, 403, 0},
    Row{"GET", "/v1/schools/{id}", "/v1/schools/S2", "", "read", 200, 403, 403},
    Row{"PUT", "/v1/schools/{id}", "/v1/schools/S1", "SCHOOL", "write", 412, 403, 403},
    Row{"DELETE", "/v1/schools/{id}", "/v1/schools/S1", "", "write", 412, 403, 403},
    Row{"GET", "/v1/employers/{id}", "/v1/employers/E1", "", "read", 200, 0, 403},
    Row{"GET", "/v1/employers/{id}", "/v1/employers/E2", "", "read", 200, 403, 403},
    Row{"PUT", "/v1/employers/{id}", "/v1/employers/E1", "EMPLOYER", "write", 412, 403, 403},
    Row{"DELETE", "/v1/employers/{id}", "/v1/employers/E1", "", "write", 412, 403, 403},
    Row{"GET", "/v1/ties/{id}", "/v1/ties/T1", "", "read", 200, 403, 403},
    Row{"PUT", "/v1/ties/{id}", "/v1/ties/T1", "{}", "write", 422, 403, 403},
    Row{"DELETE", "/v1/ties/{id}", "/v1/ties/T1", "", "write", 412, 403, 403},
    Row{"GET", "/v1/graduates/{id}", "/v1/graduates/G1", "", "read", 200, 403, 0},
    Row{"GET", "/v1/graduates/{id}", "/v1/graduates/H1", "", "read", 200, 403, 403},
    Row{"PUT", "/v1/graduates/{id}", "/v1/graduates/G1", "OWN GRADUATE", "write", 412, 403, 0},
    Row{"PUT", "/v1/graduates/{id}", "/v1/graduates/G1", "GRADUATE OF S2", "write", 412, 403, 403},
    Row{"PUT", "/v1/graduates/{id}", "/v1/graduates/H1", "OWN GRADUATE", "write", 412, 403, 403},
    Row{"PUT", "/v1/graduates/{id}", "/v1/graduates/new", "OWN GRADUATE", "write", 412, 403, 0},
    Row{"DELETE", "/v1/graduates/{id}", "/v1/graduates/G1", "", "write", 412, 403, 0},
    Row{"DELETE", "/v1/graduates/{id}", "/v1/graduates/H1", "", "write", 412, 403, 403},
    Row{"GET", "/v1/postings/{id}", "/v1/postings/P1", "", "read", 200, 0, 0},
    Row{"GET", "/v1/postings/{id}", "/v1/postings/Q1", "", "read", 200, 0, 0},
    Row{"PUT", "/v1/postings/{id}", "/v1/postings/P1", "OWN POSTING", "write", 412, 0, 403},
    Row{"PUT", "/v1/postings/{id}", "/v1/postings/P1", "POSTING OF E2", "write", 412, 403, 403},
    Row{"PUT", "/v1/postings/{id}", "/v1/postings/Q1", "OWN POSTING", "write", 412, 403, 403},
    Row{"DELETE", "/v1/postings/{id}", "/v1/postings/P1", "", "write", 412, 0, 403},
    Row{"DELETE", "/v1/postings/{id}", "/v1/postings/Q1", "", "write", 412, 403, 403},

    Row{"POST", "/v1/placements", "/v1/placements", "{", "place", 400, 403, 403},
    Row{"GET", "/v1/placements", "/v1/placements", "", "place", 200, 403, 403},
    Row{"GET", "/v1/placements/{id}", "/v1/placements/R9", "", "place", 404, 403, 403},
    Row{"DELETE", "/v1/placements/{id}", "/v1/placements/R9", "", "place", 404, 403, 403},
    Row{"GET", "/v1/placements/{id}/assignments", "/v1/placements/R9/assignments", "", "place", 404, 403,
        403},
    Row{"GET", "/v1/placements/{id}/postings", "/v1/placements/R9/postings", "", "place", 404, 403, 403},
    Row{"GET", "/v1/placements/{id}/explain", "/v1/placements/R9/explain?graduate=G1", "", "place", 404, 403,
        403},
    Row{"GET", "/v1/placements/{id}/waiting", "/v1/placements/R9/waiting?posting=P1", "", "place", 404, 403,
        403},
    Row{"GET", "/v1/placements/{id}/what-if", "/v1/placements/R9/what-if?posting=P1&seats=1", "", "place",
        404, 403, 403},
    Row{"GET", "/v1/placements/{id}/diff", "/v1/placements/R9/diff?with=R8", "", "place", 404, 403, 403},
    Row{"POST", "/v1/placements/{id}/confirm", "/v1/placements/R9/confirm", "", "place", 404, 403, 403},
    Row{"DELETE", "/v1/placements/{id}/confirm", "/v1/placements/R9/confirm", "", "place", 404, 403, 403},

    Row{"POST", "/v1/schools/import", "/v1/schools/import", "{}", "write", 200, 403, 403},
    Row{"POST", "/v1/employers/import", "/v1/employers/import", "{}", "write", 200, 403, 403},
    Row{"POST", "/v1/ties/import", "/v1/ties/import", "{}", "write", 200, 403, 403},
    Row{"POST", "/v1/graduates/import", "/v1/graduates/import", "{}", "write", 200, 403, 0},
    Row{"POST", "/v1/graduates/import", "/v1/graduates/import?mode=replace", "{}", "write", 200, 403, 403},
    Row{"POST", "/v1/postings/import", "/v1/postings/import", "{}", "write", 200, 0, 403},
    Row{"POST", "/v1/placements/import", "/v1/placements/import", "{}", "write", 200, 403, 403},
    Row{"GET", "/v1/schools/export", "/v1/schools/export", "", "read", 200, 403, 403},
    Row{"GET", "/v1/employers/export", "/v1/employers/export", "", "read", 200, 403, 403},
    Row{"GET", "/v1/ties/export", "/v1/ties/export", "", "read", 200, 403, 403},
    Row{"GET", "/v1/graduates/export", "/v1/graduates/export", "", "read", 200, 403, 0},
    Row{"GET", "/v1/postings/export", "/v1/postings/export", "", "read", 200, 0, 0},
    Row{"GET", "/v1/placements/export", "/v1/placements/export", "", "read", 200, 403, 403},

    Row{"GET", "/v1/graduates/{id}/data", "/v1/graduates/G1/data", "", "read", 200, 403, 403},
    Row{"DELETE", "/v1/graduates/{id}/data", "/v1/graduates/none/data", "", "admin", 200, 403, 403},
    Row{"POST", "/v1/admin/backups", "/v1/admin/backups", "", "admin", 200, 403, 403},
    Row{"GET", "/v1/admin/backups", "/v1/admin/backups", "", "admin", 200, 403, 403},
    Row{"GET", "/v1/admin/keys", "/v1/admin/keys", "", "admin", 200, 403, 403},
    Row{"POST", "/v1/admin/keys", "/v1/admin/keys", "{}", "admin", 422, 403, 403},
    Row{"DELETE", "/v1/admin/keys/{id}", "/v1/admin/keys/none", "", "admin", 404, 403, 403},
    Row{"POST", "/v1/admin/keys/{id}/rotate", "/v1/admin/keys/none/rotate", "", "admin", 404, 403, 403},
};

std::string body_of(const Row& row) {
  if (row.body == "SCHOOL") return school("S1");
  if (row.body == "EMPLOYER") return employer("E1");
  const std::string id(row.target.substr(row.target.rfind('/') + 1));
  if (row.body == "OWN GRADUATE") return graduate(id);
  if (row.body == "GRADUATE OF S2") return graduate_of("S2", id);
  if (row.body == "OWN POSTING") return posting(id);
  if (row.body == "POSTING OF E2") return posting_of("E2", id);
  return std::string(row.body);
}

unsigned expected(const Row& row, std::string_view holder) {
  if (row.scope.empty()) return row.status;
  if (holder == "none" || holder == "unknown" || holder == "expired") return 401;
  if (holder == "employer") return row.employer == kAsEver ? row.status : row.employer;
  if (holder == "school") return row.school == kAsEver ? row.status : row.school;
  return holder == row.scope ? row.status : 403;
}

std::string shown(const Route& route) {
  const auto method = boost::beast::http::to_string(route.method);
  return std::string(method.data(), method.size()) + " " + std::string(route.path);
}

}  // namespace

TEST_CASE("every route answers every kind of key as it should") {
  KeyWorld world;
  std::set<std::string> asked;
  for (const Row& row : kRows) {
    asked.insert(fmt::format("{} {}", row.method, row.path));
    for (const std::string_view holder : KeyWorld::kHolders) {
      INFO(row.method << " " << row.target << " " << row.body << " as " << holder);
      const auto answer = world.ask(holder, row.method, row.target, body_of(row), "If-Match: \"other\"\r\n");
      INFO(answer.body);
      CHECK(answer.status == expected(row, holder));
      CHECK(answer.field("www-authenticate").empty() == (answer.status != 401));
    }
  }
  std::set<std::string> all;
  for (const Route& route : routes()) all.insert(shown(route));
  CHECK(asked == all);
}

}  // namespace talentmatch::testing
