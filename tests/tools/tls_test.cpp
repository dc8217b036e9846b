#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/tools/program.hpp"

using Catch::Contains;

namespace talentmatch::testing {
namespace {

const std::string kFolder = TALENTMATCH_SOURCE_DIR "/tests/tools/tls/";
const std::string kCertificate = kFolder + "localhost.pem";  // of localhost and 127.0.0.1, signed by itself
const std::string kKey = kFolder + "localhost-key.pem";

}  // namespace

TEST_CASE("commands work through a server that speaks TLS, if they trust it") {
  const ScratchFolder folder;
  ServeProcess server(folder / "d", {"--tls-certificate", kCertificate, "--tls-key", kKey});
  REQUIRE(server.url().starts_with("https://127.0.0.1:"));
  std::string schools;
  for (int i = 0; i < 20'000; ++i) {
    schools += R"({"id":"S)" + std::to_string(i) +
               R"(","name":"学校","kind":"junior_college","region":"410100"})" + "\n";
  }
  write_text(folder / "schools.ndjson", schools);
  const auto imported =
      run_program({"import", "--server", server.url(), "--ca", kCertificate, folder / "schools.ndjson"});
  INFO(imported.error);
  CHECK(imported.status == 0);
  const auto exported = run_program({"export", "schools", "--server", server.url(), "--ca", kCertificate});
  CHECK(exported.status == 0);
  CHECK(std::count(exported.out.begin(), exported.out.end(), '\n') == 20'000);
  const auto stats = run_program(
      {"stats", "--json", "--server", "https://localhost:" + server.port(), "--ca", kCertificate});
  CHECK_THAT(stats.out, Contains(R"("schools":20000)"));

  const auto distrusted = run_program({"stats", "--server", server.url()});
  CHECK(distrusted.status == 1);
  CHECK_THAT(distrusted.error, Contains("certificate verify failed"));
  CHECK(run_program({"stats", "--server", "http://127.0.0.1:" + server.port()}).status == 1);
  CHECK(server.stop(SIGTERM) == 0);
}

TEST_CASE("on SIGHUP a server reads its certificate again, and goes on with the old one if it cannot") {
  const ScratchFolder folder;
  const auto certificate = folder / "cert.pem";
  const auto key = folder / "key.pem";
  write_text(certificate, read_text(kCertificate));
  write_text(key, read_text(kKey));
  ServeProcess server(folder / "d", {"--tls-certificate", certificate, "--tls-key", key});
  const auto trusts = [&](const std::string& ca) {
    return run_program({"stats", "--json", "--server", server.url(), "--ca", ca}).status == 0;
  };
  const auto logged = [&](const std::string& event) {
    for (int i = 0; i < 500 && server.log().find(event) == std::string::npos; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return server.log().find(event) != std::string::npos;
  };
  CHECK(trusts(kCertificate));
  write_text(certificate, read_text(kFolder + "renewed.pem"));
  server.signal(SIGHUP);
  CHECK(logged(R"("event":"not_reloaded","certificate":")" + certificate + "\",\"message\":\""));
  CHECK(trusts(kCertificate));
  write_text(key, read_text(kFolder + "renewed-key.pem"));
  server.signal(SIGHUP);
  CHECK(logged(R"("event":"reloaded")"));
  CHECK(trusts(kFolder + "renewed.pem"));
  CHECK_FALSE(trusts(kCertificate));
  CHECK(server.stop(SIGTERM) == 0);
}

TEST_CASE("a server does not start with TLS files that it cannot use") {
  const ScratchFolder folder;
  const auto serve = [&](const std::string& certificate, const std::string& key) {
    return run_program(
        {"serve", "--data", folder / "d", "--port", "0", "--tls-certificate", certificate, "--tls-key", key});
  };
  const auto missing = serve(folder / "none.pem", kKey);
  CHECK(missing.status == 1);
  CHECK_THAT(missing.error, Contains("none.pem"));
  CHECK(serve(kCertificate, kCertificate).status == 1);
  CHECK(run_program({"serve", "--data", folder / "d", "--tls-key", kKey}).status == 2);
}

}  // namespace talentmatch::testing
