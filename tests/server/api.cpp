#include "tests/server/api.hpp"

#include <fmt/format.h>

#include "tests/server/test_routes.hpp"

namespace talentmatch::testing {
namespace {

std::string tie(std::string_view id) {
  return fmt::format(R"({{"id":"{}","school":"S1","employer":"E1","kind":"agreement"}})", id);
}

}  // namespace

Api::Api(bool filled, const RequestLogOptions& log) {
  ServerOptions options;
  options.port = 0;
  options.threads = 2;
  options.limits = quick_to_stop();
  options.limits.placement = kPlacementBody;
  options.log = log;
  auto server = Server::start(std::move(options));
  if (!server) FAIL(message(server.error(), Language::en));
  server_ = std::move(*server);
  auto service = service_options(directory_.path());
  service.placement_bytes = kPlacementBodies;
  server_->set_service(open_service(std::move(service)));
  if (!filled) return;
  import("schools", school("S1") + "\n" + school("S2") + "\n");
  import("employers", employer("E1") + "\n" + employer("E2") + "\n");
  import("ties", tie("T1") + "\n");
  import("graduates", graduate("G1") + "\n" + graduate("G2", R"(,"wishes":["410100"])") + "\n" +
                          graduate("G3", R"(,"status":"placed")") + "\n");
  std::string postings;
  for (int i = 1; i <= 5; ++i)
    postings += posting(fmt::format("P{}", i), fmt::format(R"(,"pay_min":{})", 3000 + i)) + "\n";
  import("postings", postings);
}

std::filesystem::path Api::end() {
  client_.reset();
  server_.reset();
  return directory_.path();
}

void Api::import(std::string_view collection, std::string_view lines) {
  const auto answer = ask("POST", fmt::format("/v1/{}/import?results=errors", collection), lines);
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  REQUIRE(has(answer.body, "\"rejected\":0"));
}

HttpAnswer Api::ask(std::string_view method, std::string_view target, std::string_view body,
                    std::string_view fields) {
  if (!client_) client_ = std::make_unique<HttpClient>(port());
  auto answer = client_->ask(method, target, body, "Accept-Language: en\r\n" + std::string(fields));
  if (answer.field("connection") == "close") client_.reset();
  return answer;
}

}  // namespace talentmatch::testing
