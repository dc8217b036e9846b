#include <csignal>

#include <catch2/catch.hpp>

#include "tests/tools/program.hpp"

using Catch::Contains;

namespace talentmatch::testing {
namespace {

// Makes a key in the directory; gives the file that it is in.
std::string key_file(const ScratchFolder& folder, const std::string& name, const std::string& scopes) {
  const auto made = run_program({"keys", "add", name, "--scopes", scopes, "--data", folder / "d"});
  INFO(made.error);
  REQUIRE(made.status == 0);
  CHECK(made.out.starts_with("tm." + name + "."));
  CHECK_THAT(made.error, Contains("not shown again"));
  write_text(folder / name, made.out);
  return folder / name;
}

}  // namespace

TEST_CASE("keys are made, listed, rotated and revoked in a data directory") {
  const ScratchFolder folder;
  CHECK(run_program({"keys", "list", "--data", folder / "d"}).status == 1);
  key_file(folder, "portal", "read,write");
  const auto limited = run_program({"keys", "add", "school-1", "--scopes", "read", "--schools", "S1,S2",
                                    "--expires", "2099-12-31", "--data", folder / "d", "--json"});
  CHECK_THAT(limited.out, Contains(R"("schools":["S1","S2"],"expires":"2099-12-31")"));
  CHECK(run_program({"keys", "add", "portal", "--scopes", "read", "--data", folder / "d"}).status == 1);
  CHECK(run_program({"keys", "add", "x", "--scopes", "reed", "--data", folder / "d"}).status == 2);
  const auto listed = run_program({"keys", "list", "--data", folder / "d"});
  CHECK_THAT(listed.out, Contains("portal") && Contains("read,write") && Contains("schools S1,S2"));
  CHECK_THAT(listed.out, !Contains("tm."));
  const auto rotated = run_program({"keys", "rotate", "portal", "--overlap", "24", "--data", folder / "d"});
  CHECK(rotated.status == 0);
  CHECK(rotated.out != read_text(folder / "portal"));
  CHECK(run_program({"keys", "revoke", "portal", "--data", folder / "d"}).status == 0);
  CHECK(run_program({"keys", "revoke", "portal", "--data", folder / "d"}).status == 1);
}

TEST_CASE("a server with keys wants one, and changes them while it runs") {
  const ScratchFolder folder;
  const auto admin = key_file(folder, "admin", "admin");
  const auto reader = key_file(folder, "reader", "read");
  ServeProcess server(folder / "d");
  const auto refused = run_program({"stats", "--server", server.url()});
  CHECK(refused.status == 1);
  CHECK_THAT(refused.error, Contains("Authorization: Bearer"));
  CHECK(run_program({"stats", "--server", server.url(), "--key-file", reader}).status == 0);
  CHECK(run_program({"stats", "--server", server.url(), "--key-file", admin}).status == 1);
  const auto added =
      run_program({"keys", "add", "late", "--scopes", "read", "--server", server.url(), "--key-file", admin});
  CHECK(added.status == 0);
  write_text(folder / "late", added.out);
  CHECK(run_program({"stats", "--server", server.url(), "--key-file", folder / "late"}).status == 0);
  const auto rotated = run_program({"keys", "rotate", "late", "--server", server.url(), "--key-file", admin});
  CHECK(rotated.status == 0);
  CHECK(run_program({"stats", "--server", server.url(), "--key-file", folder / "late"}).status == 1);
  CHECK(run_program({"keys", "revoke", "reader", "--server", server.url(), "--key-file", admin}).status == 0);
  CHECK(run_program({"stats", "--server", server.url(), "--key-file", reader}).status == 1);
  CHECK_THAT(run_program({"keys", "list", "--server", server.url(), "--key-file", admin}).out,
             Contains("late") && !Contains("reader"));
  CHECK(server.stop(SIGTERM) == 0);
}

TEST_CASE("other machines are served once there is a key") {
  const ScratchFolder folder;
  const auto refused = run_program({"serve", "--data", folder / "d", "--port", "0", "--address", "0.0.0.0"});
  CHECK(refused.status == 2);
  CHECK_THAT(refused.error, Contains("there is no key yet") && Contains("keys add"));
  const auto reader = key_file(folder, "reader", "read");
  ServeProcess server(folder / "d", {"--address", "0.0.0.0"});
  const auto local = "http://127.0.0.1:" + server.port();
  CHECK(run_program({"stats", "--server", local, "--key-file", reader}).status == 0);
  CHECK(run_program({"stats", "--server", local}).status == 1);
}

}  // namespace talentmatch::testing
