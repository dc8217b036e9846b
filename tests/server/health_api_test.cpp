#include <array>
#include <cstdlib>
#include <ctime>
#include <set>
#include <thread>

#include <simdjson.h>

#include "engine/ranking/evaluation.hpp"
#include "server/routing/routes.hpp"
#include "tests/server/api.hpp"
#include "tests/server/test_routes.hpp"

namespace talentmatch::testing {
namespace {

// Path, method, and the scope that it needs, empty for none.
using Operations = std::set<std::array<std::string, 3>>;

Operations served() {
  Operations operations;
  for (const Route& route : routes()) {
    const auto method = boost::beast::http::to_string(route.method);
    std::string name(method.data(), method.size());
    for (char& c : name) c = static_cast<char>(c | 0x20);
    operations.insert(
        {std::string(route.path), name, route.permit.open() ? "" : std::string(word(route.permit.scope()))});
  }
  return operations;
}

std::string scope_of(const simdjson::dom::element& operation) {
  const simdjson::dom::array security = operation["security"].get_array();
  if (security.size() == 0) return "";
  return std::string(security.at(0)["key"].at(0).get_string().value());
}

Operations described(const simdjson::dom::object& paths) {
  Operations operations;
  for (const auto path : paths) {
    for (const auto method : path.value.get_object()) {
      if (method.key == "parameters") continue;
      operations.insert({std::string(path.key), std::string(method.key), scope_of(method.value)});
    }
  }
  return operations;
}

// Every "$ref" leads somewhere.
void check_references(const simdjson::dom::element& document, const simdjson::dom::element& part) {
  if (part.is_array()) {
    for (const auto item : part.get_array()) check_references(document, item);
  }
  if (!part.is_object()) return;
  for (const auto member : part.get_object()) {
    if (member.key == "$ref") {
      const std::string target(member.value.get_string().value());
      INFO(target);
      REQUIRE(target.starts_with("#/"));
      CHECK(document.at_pointer(target.substr(1)).error() == simdjson::SUCCESS);
    }
    check_references(document, member.value);
  }
}

}  // namespace

TEST_CASE("the document describes exactly the routes") {
  ServerOptions options;
  options.port = 0;
  options.limits = quick_to_stop();
  const auto loading = Server::start(options);
  REQUIRE(loading);
  HttpClient client((*loading)->port());
  const auto answer = client.ask("GET", "/openapi.json");
  REQUIRE(answer.status == 200);
  simdjson::dom::parser parser;
  const simdjson::dom::element document = parser.parse(answer.body);
  CHECK(document["openapi"].get_string().value() == "3.1.0");
  CHECK(described(document["paths"].get_object()) == served());
  check_references(document, document);
}

TEST_CASE("alive from the start, ready with the data, not ready once a stop begins") {
  ServerOptions options;
  options.port = 0;
  options.limits.stop_grace = std::chrono::milliseconds(700);
  auto server = Server::start(options);
  REQUIRE(server);
  const auto status = [port = (*server)->port()](std::string_view path) {
    return HttpClient(port).ask("GET", path).status;
  };
  CHECK(status("/livez") == 200);
  CHECK(status("/readyz") == 503);
  CHECK(status("/v1/stats") == 503);
  TemporaryDirectory directory;
  (*server)->set_service(open_service(directory.path()));
  CHECK(status("/readyz") == 200);
  CHECK(status("/v1/stats") == 200);
  std::jthread stopping([&] { (*server)->stop(); });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  CHECK(status("/readyz") == 503);
  CHECK(status("/livez") == 200);
  CHECK(status("/v1/stats") == 200);
}

TEST_CASE("how ranking works is told to everybody, in both languages, with the weights in force") {
  Api api;
  const auto told = api.get("/v1/algorithm");
  REQUIRE(told.status == 200);
  simdjson::dom::parser parser;
  const simdjson::dom::element answer = parser.parse(told.body);
  // As a ranking answers without being asked for others.
  const auto ranked = api.get("/v1/graduates/G1/recommendations").body;
  const auto mode = ranked.find(R"("perspective":)");
  const auto weights = ranked.substr(mode, ranked.find("}}", mode) + 2 - mode);
  CHECK(has(told.body, weights));
  CHECK(answer["gates"].get_array().value().size() == words<Gate>.size());
  CHECK(answer["components"].get_array().value().size() == 8);
  for (const char* part : {"gates", "components", "scores", "rules"}) {
    for (const auto item : answer[part].get_array()) {
      CHECK(item["zh"].get_string().value().size() > 10);
      CHECK(item["en"].get_string().value().size() > 10);
    }
  }
  CHECK(api.get("/v1/algorithm?colour=red").status == 400);
}

TEST_CASE("metrics count by route and name nobody") {
  Api api;
  api.get("/v1/graduates/G1");
  api.get("/v1/graduates/G2");
  api.get("/v1/graduates/secret-id");
  const auto text = api.get("/metrics");
  CHECK(text.status == 200);
  CHECK(has(text.body,
            R"(talentmatch_http_requests_total{method="GET",route="/v1/graduates/{id}",status="200"} 2)"));
  CHECK(has(text.body,
            R"(talentmatch_http_requests_total{method="GET",route="/v1/graduates/{id}",status="404"} 1)"));
  CHECK(has(text.body, "talentmatch_http_connections 1\n"));
  CHECK(has(text.body, "talentmatch_log_lines_dropped_total 0\n"));
  CHECK(has(text.body, "talentmatch_records{collection=\"graduates\"} 3\n"));
  CHECK(has(text.body, "talentmatch_placements_waiting 0\n"));
  CHECK(has(text.body, "talentmatch_imports_running 0\n"));
  CHECK(has(text.body, "talentmatch_import_lines_total 13\n"));
  constexpr std::string_view kChanged = "\ntalentmatch_data_changed_seconds ";
  const auto changed = text.body.find(kChanged);
  REQUIRE(changed != std::string::npos);
  CHECK(std::abs(std::stoll(text.body.substr(changed + kChanged.size())) - std::time(nullptr)) < 60);
  const auto stats = api.get("/v1/stats").body;
  const auto version = stats.find(R"("version":)") + 10;
  CHECK(has(text.body, "talentmatch_data_info{version=" +
                           stats.substr(version, stats.find('"', version + 1) + 1 - version) + "} 1\n"));
  CHECK_FALSE(has(text.body, "talentmatch_store_commits_total 0\n"));
  CHECK_FALSE(has(text.body, "secret-id"));
}

}  // namespace talentmatch::testing
