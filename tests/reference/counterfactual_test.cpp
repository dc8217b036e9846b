// The reference's counterfactuals on a world small enough to see through.

#include "tests/reference/counterfactual.hpp"

#include <catch2/catch.hpp>

#include "tests/support/shipped_catalog.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

const Catalog& catalog() {
  return *shipped_catalog().catalog;
}

Graduate graduate(std::string id) {
  Graduate record;
  record.id = std::move(id);
  record.school = "S";
  record.major = catalog().resolve_major("510201").value().id;
  record.level = Level::junior_college;
  record.year = 2026;
  return record;
}

Posting posting(std::string id) {
  Posting record;
  record.id = std::move(id);
  record.employer = "E";
  record.region = catalog().resolve_region("310000").value().id;
  return record;
}

reference::World empty_world() {
  reference::World world{.vocabulary = shipped_catalog().vocabulary};
  Employer employer;
  employer.id = "E";
  world.employers.push_back(employer);
  return world;
}

RankOptions options(std::size_t k) {
  RankOptions result;
  result.k = k;
  result.as_of = parse_date("2026-06-01").value();
  return result;
}

template <class R>
R changed(const std::vector<reference::Change<R>>& changes, std::string_view what) {
  for (const auto& change : changes) {
    if (change.what == what) return change.record;
  }
  FAIL("no change is called " << what);
  return {};
}

}  // namespace

TEST_CASE("What a graduate could change", "[reference]") {
  auto world = empty_world();
  const auto certificate = catalog().resolve_certificate("Q001").value();
  Posting asking = posting("asking");
  asking.required_certificates = {{certificate, CertificateLevel::intermediate}};
  Posting internship = posting("internship");
  internship.kind = PostingKind::internship;
  world.postings = {asking, internship, posting("open")};
  Graduate g = graduate("G");
  g.wishes = {catalog().resolve_region("440000").value().id};
  const auto opens = [&](std::string_view what) {
    const auto changes = reference::changes(*world.vocabulary, g, options(1).as_of);
    return reference::effect(world, g, changed(changes, what), options(1)).opens;
  };
  CHECK(opens("certificate Q001 1") == 0);
  CHECK(opens("certificate Q001 2") == 1);
  CHECK(opens("certificate Q001 3") == 1);
  CHECK(opens("certificate Q002 3") == 0);
  CHECK(opens("kind internship") == 1);
  CHECK(opens("kind order_class") == 0);
  g.wishes_only = true;
  CHECK(opens("wishes_only off") == 1);
}

TEST_CASE("What a posting could change", "[reference]") {
  auto world = empty_world();
  const auto certificate = catalog().resolve_certificate("Q001").value();
  Graduate holder = graduate("holder");
  holder.certificates = {{certificate, {}, {}}};
  Graduate older = graduate("older");
  older.year = 2025;
  world.graduates = {graduate("plain"), holder, older};
  Posting p = posting("P");
  const auto opens = [&](std::string_view what) {
    return reference::effect(world, p, changed(reference::changes(*world.vocabulary, p), what), options(1))
        .opens;
  };
  p.required_certificates = {{certificate, CertificateLevel::intermediate}};
  CHECK(opens("certificate lower Q001") == 1);
  CHECK(opens("certificate dropped Q001") == 3);
  p = posting("P");
  p.min_level = Level::bachelor;
  CHECK(opens("min_level 2") == 3);
  p = posting("P");
  p.fresh_graduates = FreshGraduates::only;
  CHECK(opens("fresh_graduates allowed") == 1);
  p = posting("P");
  p.majors = {catalog().resolve_entry("510202").value().id};
  p.majors_strict = true;
  CHECK(opens("majors_strict off") == 3);
}

TEST_CASE("The k-th score before and after a change", "[reference]") {
  auto world = empty_world();
  Posting internship = posting("internship");
  internship.kind = PostingKind::internship;
  world.postings = {internship, posting("open")};
  const Graduate g = graduate("G");
  const auto with_internships = changed(reference::changes(*world.vocabulary, g, {}), "kind internship");
  const auto first = reference::effect(world, g, with_internships, options(1));
  const auto second = reference::effect(world, g, with_internships, options(2));
  CHECK(first.score_before == first.score_after);
  CHECK(first.score_before.has_value());
  CHECK_FALSE(second.score_before.has_value());
  CHECK(second.score_after == first.score_before);
}
