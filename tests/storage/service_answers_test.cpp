#include <fstream>
#include <iterator>

#include <simdjson.h>

#include "storage/codec/rank_request.hpp"
#include "tests/storage/service_support.hpp"
#include "tests/support/vectors.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

using Json = simdjson::dom::element;

class Answer {
 public:
  explicit Answer(std::string_view text) : padded_(text), root_(parser_.parse(padded_)) {}
  Json root() const { return root_; }
  std::string text(std::string_view key) const { return std::string(std::string_view{root_[key]}); }

 private:
  simdjson::padded_string padded_;
  simdjson::dom::parser parser_;
  Json root_;
};

RankRequest request_of(const Service& service, Side side,
                       std::initializer_list<std::pair<std::string_view, std::string>> options) {
  RankRequest request;
  for (const auto& [name, value] : options) {
    INFO(name);
    REQUIRE(set_option(request, side, name, value, service.catalog()));
  }
  return request;
}

std::string recommended(const Service& service, std::string_view graduate, const RankRequest& request = {}) {
  std::string out;
  const auto answered = service.recommend(graduate, request, out);
  if (!answered) FAIL(message(answered.error(), Language::en));
  return out;
}

std::vector<std::string> ids(Json answer, std::string_view side) {
  std::vector<std::string> list;
  for (const auto result : answer["results"].get_array()) list.emplace_back(std::string_view{result[side]});
  return list;
}

// Forty postings that all suit G1, and one that does not.
void put_world(Service& service) {
  put_actors(service);
  REQUIRE(service.put(Collection::graduates, "G1", graduate("G1", R"(,"wishes":["410100"])")));
  REQUIRE(service.put(Collection::graduates, "G2", graduate("G2", R"(,"status":"placed")")));
  std::string postings;
  for (int i = 0; i < 40; ++i) {
    postings += posting("P" + std::to_string(i), R"(,"pay_min":)" + std::to_string(3000 + i % 7)) + "\n";
  }
  postings += posting("X", R"(,"kind":"internship","min_level":"doctor")");
  REQUIRE(import_text(service, Collection::postings, postings).totals->rejected == 0);
}

}  // namespace

TEST_CASE("answers to the worked vectors, from files to JSON") {
  const auto folder = vectors_folder();
  if (!folder) {
    WARN("../shared/spec/vectors is not there: the worked vectors were NOT checked");
    return;
  }
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  for (const auto collection : {Collection::schools, Collection::employers, Collection::ties,
                                Collection::graduates, Collection::postings}) {
    std::ifstream file(*folder / (std::string(word(collection)) + ".ndjson"), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    REQUIRE(import_text(*service, collection, text).totals->rejected == 0);
  }
  const auto compare = [&](const char* file, Side side, std::string_view asking, std::string_view ranked) {
    for (const auto& line : lines_of(*folder / file)) {
      INFO(line);
      const Answer expected(line);
      const auto request = request_of(*service, side,
                                      {{"k", std::to_string(std::int64_t{expected.root()["k"]})},
                                       {"perspective", expected.text("perspective")},
                                       {"as_of", expected.text("as_of")}});
      std::string out;
      const bool ranked_ok = side == Side::postings
                                 ? service->recommend(expected.text(asking), request, out).has_value()
                                 : service->candidates(expected.text(asking), request, out).has_value();
      REQUIRE(ranked_ok);
      const Answer answer(out);
      CHECK(ids(answer.root(), ranked) == ids(expected.root(), ranked));
      CHECK(answer.text("as_of") == expected.text("as_of"));
    }
  };
  compare("expected_recommendations.ndjson", Side::postings, "graduate", "posting");
  compare("expected_candidates.ndjson", Side::graduates, "posting", "graduate");
}

TEST_CASE("pages by cursor are the whole list, and tell when the data has changed") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_world(*service);
  const auto all =
      ids(Answer(recommended(*service, "G1", request_of(*service, Side::postings, {{"k", "1000"}}))).root(),
          "posting");
  REQUIRE(all.size() == 40);
  std::vector<std::string> paged;
  std::string cursor;
  do {
    auto request = request_of(*service, Side::postings, {{"k", "7"}});
    if (!cursor.empty()) REQUIRE(set_option(request, Side::postings, "cursor", cursor, service->catalog()));
    const Answer page(recommended(*service, "G1", request));
    for (auto& id : ids(page.root(), "posting")) paged.push_back(id);
    std::string_view next;
    cursor = page.root()["cursor"].get(next) == simdjson::SUCCESS ? std::string(next) : "";
  } while (!cursor.empty());
  CHECK(paged == all);

  const Answer first(recommended(*service, "G1", request_of(*service, Side::postings, {{"k", "7"}})));
  auto next = request_of(*service, Side::postings, {{"k", "7"}, {"cursor", first.text("cursor")}});
  CHECK(has(recommended(*service, "G1", next), R"("version_changed":false)"));
  REQUIRE(service->put(Collection::schools, "S2", school("S2")));
  CHECK(has(recommended(*service, "G1", next), R"("version_changed":true)"));
}

TEST_CASE("the day is the request's, else the cursor's, else today") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_world(*service);
  CHECK(Answer(recommended(*service, "G1")).text("as_of") == "2026-06-01");
  const Answer dated(recommended(
      *service, "G1", request_of(*service, Side::postings, {{"k", "7"}, {"as_of", "2026-05-01"}})));
  CHECK(dated.text("as_of") == "2026-05-01");
  const auto next = request_of(*service, Side::postings, {{"cursor", dated.text("cursor")}});
  CHECK(Answer(recommended(*service, "G1", next)).text("as_of") == "2026-05-01");
}

TEST_CASE("unknown ids are not found; a record that fails by itself has gates and no results") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_world(*service);
  std::string out = "before";
  const auto graduate_error = service->recommend("G9", {}, out);
  REQUIRE_FALSE(graduate_error);
  CHECK(graduate_error.error().code == ErrorCode::not_found);
  CHECK(graduate_error.error().field == "graduate");
  CHECK(service->candidates("P99", {}, out).error().field == "posting");
  CHECK(service->explain("G1", "P99", {}, out).error().field == "posting");
  CHECK(service->explain("G9", "P1", {}, out).error().field == "graduate");
  CHECK(out == "before");
  const auto placed = recommended(*service, "G2");
  CHECK(has(placed, R"("results":[])"));
  CHECK(has(placed, R"("code":"GRADUATE_UNAVAILABLE")"));
}

TEST_CASE("profiles are ranked without being stored; what they refer to must be") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_world(*service);
  const auto version = service->snapshot()->version();
  const auto body = [](std::string_view profile) {
    return R"({"items":[{"profile":)" + std::string(profile) + "}]}";
  };
  std::string out;
  REQUIRE(service->batch(
      Side::postings, body(R"({"major":"510201","level":"junior_college","year":2026,"wishes":["410100"]})"),
      {}, out));
  const Answer known(out);
  CHECK(ids(known.root()["items"].at(0), "posting") ==
        ids(Answer(recommended(*service, "G1")).root(), "posting"));
  out.clear();
  REQUIRE(service->batch(Side::graduates, body(R"({"employer":"E9","region":"410100"})"), {}, out));
  CHECK(has(out, R"({"items":[{"error":{"code":"unknown_reference")"));
  out.clear();
  REQUIRE(service->batch(Side::graduates, body(R"({"employer":"E1","region":"410100"})"), {}, out));
  CHECK(ids(Answer(out).root()["items"].at(0), "graduate") == std::vector<std::string>{"G1"});
  CHECK(service->snapshot()->version() == version);
}

TEST_CASE("a batch answers each item like a single request, in order") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_world(*service);
  std::string out;
  REQUIRE(service->batch(
      Side::postings,
      R"({"k":3,"items":[{"graduate":"G1"},{"graduate":"G9"},{"graduate":"G2"},{"graduate":"G1","k":5}]})",
      {}, out));
  const auto single = [&](const char* id, const char* k) {
    return recommended(*service, id, request_of(*service, Side::postings, {{"k", k}}));
  };
  const Answer answer(out);
  std::vector<std::string> items;
  for (const auto item : answer.root()["items"].get_array()) items.push_back(simdjson::minify(item));
  REQUIRE(items.size() == 4);
  CHECK(items[0] == single("G1", "3"));
  CHECK(has(items[1], R"({"error":{"code":"not_found")"));
  CHECK(items[2] == single("G2", "3"));
  CHECK(items[3] == single("G1", "5"));
  CHECK_FALSE(service->batch(Side::postings, R"({"k":3})", {}, out));
}

TEST_CASE("an explanation gives rank, points and what was missing, or the gates") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_world(*service);
  const Answer list(recommended(*service, "G1",
                                request_of(*service, Side::postings, {{"k", "1000"}, {"explain", "true"}})));
  const auto order = ids(list.root(), "posting");
  for (const std::size_t place : {std::size_t{0}, std::size_t{6}, std::size_t{39}}) {
    std::string out;
    REQUIRE(service->explain("G1", order[place], request_of(*service, Side::postings, {{"k", "5"}}), out));
    const Answer why(out);
    CHECK(bool{why.root()["proposed"]});
    CHECK(std::uint64_t{why.root()["rank"]} == place + 1);
    CHECK(simdjson::minify(why.root()["reasons"]) ==
          simdjson::minify(list.root()["results"].at(place)["reasons"]));
    std::int64_t missing = -1;
    const bool beyond = why.root()["missing_score"].get(missing) == simdjson::SUCCESS;
    CHECK(beyond == (place >= 5));
    if (beyond) {
      CHECK(missing == std::int64_t{list.root()["results"].at(4)["score"]} -
                           std::int64_t{list.root()["results"].at(place)["score"]});
    }
  }
  std::string out;
  REQUIRE(service->explain("G1", "X", {}, out));
  CHECK(has(out, R"("proposed":false)"));
  CHECK(has(out, R"("code":"KIND")"));
  CHECK(has(out, R"("code":"LEVEL")"));
}

TEST_CASE("stats count what is there") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_world(*service);
  std::string out;
  service->stats(out);
  CHECK(has(out, service->snapshot()->version()));
  CHECK(has(out, R"("postings":41)"));
}
