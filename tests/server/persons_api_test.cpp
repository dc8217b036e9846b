#include "tests/server/api.hpp"

namespace talentmatch::testing {

TEST_CASE("a person's data is read and erased") {
  Api api;
  const auto data = api.get("/v1/graduates/G1/data");
  CHECK(data.status == 200);
  CHECK(data.field("cache-control") == "no-store");
  CHECK(data.body == R"({"graduate":)" + graduate("G1") + R"(,"placements":[],"runs":[],"audit":[]})");
  const auto erased = api.ask("DELETE", "/v1/graduates/G1/data");
  INFO(erased.body);
  CHECK(erased.status == 200);
  CHECK(erased.field("content-type") == "application/json");
  CHECK(erased.body == R"({"record":true,"placements":0,"runs":0})");
  CHECK(api.get("/v1/graduates/G1").status == 404);
  CHECK(api.get("/v1/graduates/G1/data").status == 404);
  CHECK(api.ask("DELETE", "/v1/graduates/G1/data").body == R"({"record":false,"placements":0,"runs":0})");
  CHECK(api.get("/v1/graduates/G2").status == 200);
  CHECK(api.get("/v1/graduates/G2/data?colour=red").status == 400);
  CHECK(api.ask("DELETE", "/v1/graduates/G2/data?colour=red").status == 400);
  CHECK(api.ask("DELETE", "/v1/graduates/no%20id/data").status == 422);
}

TEST_CASE("backups are made and listed while the server answers") {
  Api api;
  CHECK(api.get("/v1/admin/backups").body == R"({"backups":[]})");
  const auto version = api.get("/v1/stats").body.substr(0, 40);
  const auto made = api.ask("POST", "/v1/admin/backups");
  INFO(made.body);
  CHECK(made.status == 200);
  CHECK(made.field("content-type") == "application/json");
  CHECK(made.body.starts_with(R"({"id":1,"made":")"));
  CHECK(has(made.body, version.substr(1, version.find(',') - 1)));
  CHECK(api.get("/v1/admin/backups").body == R"({"backups":[)" + made.body + "]}");
  CHECK(api.ask("POST", "/v1/admin/backups?colour=red").status == 400);
  CHECK(api.get("/v1/admin/backups?colour=red").status == 400);
  CHECK(api.get("/v1/stats").status == 200);
}

}  // namespace talentmatch::testing
