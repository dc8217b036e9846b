// What a server writes to its error output.

#include <csignal>

#include <catch2/catch.hpp>

#include "tests/tools/program.hpp"

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace talentmatch::testing {

TEST_CASE("a server logs its start, its requests and its end, a line each") {
  const ScratchFolder folder;
  ServeProcess server(folder / "d", {"--log", "requests"});
  CHECK(run_program({"stats", "--server", server.url()}).status == 0);
  CHECK(server.stop(SIGTERM) == 0);
  const auto log = server.log();
  CHECK_THAT(log, StartsWith("{\"time\":\"20"));
  CHECK_THAT(log, Contains(R"("event":"started","address":"127.0.0.1","port":)" + server.port() +
                           ",\"version\":\"") &&
                      Contains(R"("graduates":0,"postings":0,)"));
  CHECK_THAT(log, Contains(R"("method":"GET","route":"/v1/stats","status":200,)"));
  CHECK(log.find(R"("event":"stopping"})") < log.find(R"("event":"stopped"})"));
  CHECK(log.ends_with("\"event\":\"stopped\"}\n"));
}

TEST_CASE("by default only what goes wrong is logged") {
  const ScratchFolder folder;
  ServeProcess server(folder / "d");
  CHECK(run_program({"stats", "--server", server.url()}).status == 0);
  CHECK(server.stop(SIGTERM) == 0);
  CHECK_THAT(server.log(), !Contains("\"event\":\"request\""));
  CHECK(run_program({"serve", "--data", folder / "d", "--log", "everything"}).status == 2);
}

}  // namespace talentmatch::testing
