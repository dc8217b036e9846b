#include <csignal>

#include <catch2/catch.hpp>

#include "tests/tools/program.hpp"

using Catch::Contains;

namespace talentmatch::testing {

TEST_CASE("what --print-config prints is the same configuration again, and serves") {
  const ScratchFolder folder;
  const auto printed = run_program({"serve", "--data", folder / "d", "--port", "0", "--lang", "zh",
                                    "--connections", "7", "--log", "none", "--print-config"});
  CHECK(printed.status == 0);
  CHECK_THAT(printed.out, Contains("\nport = 0\n") && Contains("\nlang = \"zh\"\n") &&
                              Contains("\nconnections = 7\n") && Contains("\nidle-seconds = 75\n") &&
                              Contains("\n# tls-key = \"\"\n"));
  const auto file = folder / "talentmatch.toml";
  write_text(file, printed.out);
  const auto again = run_program({"serve", "--config", file, "--print-config"});
  CHECK(again.status == 0);
  CHECK(again.out == printed.out);
  const auto other = run_program({"serve", "--config", file, "--connections", "9", "--print-config"});
  CHECK_THAT(other.out, Contains("\nconnections = 9\n") && Contains("\nlang = \"zh\"\n"));

  ServeProcess server(folder / "other", {"--config", file});
  CHECK(run_program({"stats", "--server", server.url()}).status == 0);
  CHECK(server.stop(SIGTERM) == 0);
  CHECK_THAT(server.log(), Contains("\"event\":\"started\""));
}

TEST_CASE("a configuration that cannot be meant is refused, and named") {
  const ScratchFolder folder;
  const auto refused = [&](const std::string& text, const std::string& named) {
    const auto file = folder / "talentmatch.toml";
    write_text(file, text);
    const auto run = run_program({"serve", "--config", file});
    INFO(text << run.error);
    CHECK(run.status == 2);
    CHECK_THAT(run.error, Contains(named));
  };
  refused("[serve]\nprot = 8080\n", "serve.prot");
  refused("port = 8080\n", "port");
  refused("[server]\nport = 8080\n", "server");
  refused("[serve]\nport = \"web\"\n", "--port");
  refused("[serve]\nconnections = 0\n", "--connections");
  refused("[serve]\nlog = \"all\"\n", "--log");
  refused("[serve]\nport = 0\n", "--data");
  const auto missing = run_program({"serve", "--config", folder / "none.toml"});
  CHECK(missing.status == 2);
  CHECK_THAT(missing.error, Contains("none.toml"));
}

}  // namespace talentmatch::testing
