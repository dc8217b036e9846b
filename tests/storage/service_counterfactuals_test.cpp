// What if, for a graduate and for a posting, as JSON.

#include <simdjson.h>

#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

// G1 holds nothing and wants jobs in Zhengzhou only; four postings, three of them just out of reach.
void put_near_misses(Service& service) {
  put_actors(service);
  REQUIRE(
      service.put(Collection::graduates, "G1", graduate("G1", R"(,"wishes":["410100"],"wishes_only":true)")));
  REQUIRE(service.put(Collection::graduates, "G2", graduate("G2", R"(,"status":"placed")")));
  const auto certificate = std::string(service.catalog().id_of(CertificateId{0}));
  REQUIRE(service.put(Collection::postings, "P1", posting("P1")));
  REQUIRE(service.put(
      Collection::postings, "P2",
      posting("P2", R"(,"required_certificates":[{"id":")" + certificate + R"(","level":"intermediate"}])")));
  REQUIRE(service.put(Collection::postings, "P3", posting("P3", R"(,"kind":"internship")")));
  auto elsewhere = posting("P4");
  elsewhere.replace(elsewhere.find("410100"), 6, "440300");
  REQUIRE(service.put(Collection::postings, "P4", elsewhere));
}

RankRequest asked(std::size_t k, Language language = Language::en) {
  RankRequest request;
  request.options.k = k;
  request.language = language;
  return request;
}

}  // namespace

TEST_CASE("gaps name what opens postings, and count what does not") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_near_misses(*service);
  std::string out;
  REQUIRE(service->gaps("G1", asked(2), out));
  INFO(out);
  const auto certificate = std::string(service->catalog().id_of(CertificateId{0}));
  CHECK(has(out, R"({"version":")" + service->snapshot()->version() +
                     R"(","as_of":"2026-06-01","graduate":"G1","perspective":"mutual","weights":)"));
  CHECK(has(out, R"("k":2,"changes":[{"change":"certificate","certificate":")" + certificate +
                     R"(","level":"intermediate","opens":1,"kth_score_before":null,"kth_score_after":)"));
  CHECK(has(out, R"({"change":"kind","kind":"internship","opens":1)"));
  CHECK(has(out, R"({"change":"wishes_only","opens":1)"));
  CHECK_FALSE(has(out, R"("level":"elementary")"));
  CHECK_FALSE(has(out, R"("opens":0)"));
  const auto possible = 3 * service->catalog().certificate_count() + 2 + 1;
  CHECK(has(out, R"("without_effect":)" + std::to_string(possible - 4) + "}"));
}

TEST_CASE("gaps speak both languages and give the gate of a graduate who is away") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_near_misses(*service);
  std::string out;
  REQUIRE(service->gaps("G1", asked(1, Language::zh), out));
  CHECK(has(out, "若也接受意向地区以外的岗位，可多匹配1个岗位；第1名得分不变（"));
  out.clear();
  REQUIRE(service->gaps("G2", asked(1), out));
  CHECK(has(out, R"("changes":[],"without_effect":0,"gates":[{"code":"GRADUATE_UNAVAILABLE")"));
  const auto unknown = service->gaps("G9", asked(1), out);
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == ErrorCode::not_found);
  CHECK(unknown.error().field == "graduate");
}

TEST_CASE("relaxations name what opens graduates") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_near_misses(*service);
  std::string out;
  REQUIRE(service->relaxations("P2", asked(1), out));
  INFO(out);
  CHECK(has(out, R"("posting":"P2")"));
  CHECK(has(out, R"("changes":[{"change":"certificate_dropped")"));
  CHECK(has(out, R"("level":"intermediate","opens":1,"kth_score_before":null,"kth_score_after":)"));
  CHECK(has(out, R"("without_effect":1})"));
  CHECK(has(out, "1 more graduates can be proposed"));
  out.clear();
  REQUIRE(service->put(Collection::postings, "P5", posting("P5", R"(,"status":"closed")")));
  REQUIRE(service->relaxations("P5", asked(1), out));
  CHECK(has(out, R"("changes":[],"without_effect":0,"gates":[{"code":"POSTING_CLOSED")"));
  CHECK(service->relaxations("P9", asked(1), out).error().field == "posting");
}
