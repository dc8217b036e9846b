#pragma once
// Two schools, two employers, a tie; and any graduate and posting made into a pair to be explained.

#include <catch2/catch.hpp>

#include "engine/market/encode.hpp"
#include "engine/market/market.hpp"
#include "engine/ranking/explanation.hpp"
#include "engine/ranking/ranker.hpp"
#include "tests/support/shipped_catalog.hpp"
#include "tests/support/world_changes.hpp"

namespace talentmatch::testing {

inline Date day(std::string_view text) {
  return parse_date(text).value();
}
inline MajorId major(std::string_view code) {
  return shipped_catalog().catalog->resolve_major(code).value().id;
}
inline EntryId entry(std::string_view code) {
  return shipped_catalog().catalog->resolve_entry(code).value().id;
}
inline RegionId region(std::string_view code) {
  return shipped_catalog().catalog->resolve_region(code).value().id;
}
inline CertificateId certificate(std::string_view id) {
  return shipped_catalog().catalog->resolve_certificate(id).value();
}

inline School school(std::string id, std::string name) {
  return {.id = std::move(id), .name = std::move(name), .kind = {}, .region = region("320100")};
}

inline Employer employer(std::string id, std::string name) {
  Employer record;
  record.id = std::move(id);
  record.name = std::move(name);
  record.region = region("320100");
  return record;
}

inline Tie school_tie() {
  Tie tie;
  tie.id = "T1";
  tie.school = "S1";
  tie.employer = "E1";
  tie.kind = TieKind::industry_college;
  tie.ends = day("2026-12-31");
  return tie;
}

inline std::shared_ptr<const Snapshot> explained_snapshot() {
  Market market(shipped_catalog().catalog);
  const std::vector<Mutation> records{put_mutation(school("S1", "甲校")), put_mutation(school("S2", "乙校")),
                                      put_mutation(employer("E1", "甲公司")),
                                      put_mutation(employer("E2", "乙公司")), put_mutation(school_tie())};
  market.apply(records, 1);
  return market.snapshot();
}

inline Graduate plain_graduate() {
  Graduate graduate;
  graduate.school = "S2";
  graduate.major = major("510201");
  graduate.level = Level::junior_college;
  graduate.year = 2026;
  return graduate;
}

inline Posting plain_posting() {
  Posting posting;
  posting.employer = "E1";
  posting.majors = {entry("510201")};
  posting.region = region("320102");
  return posting;
}

// A pair that fails no gate: same major, no demands.
struct ExplainedPair {
  Graduate graduate = plain_graduate();
  Posting posting = plain_posting();
  Date as_of = day("2026-06-01");
  std::shared_ptr<const Snapshot> snapshot = explained_snapshot();

  std::vector<Reason> reasons(Language language, const Weights& weights = {}) const {
    const EncodedGraduate g(graduate, snapshot->employers(), snapshot->schools());
    const EncodedPosting p(posting, snapshot->employers(), snapshot->schools());
    const auto context = pair_context(*snapshot, g.facts(), p.facts(), as_of);
    const auto values = component_values(g.facts(), p.facts(), context);
    return talentmatch::reasons(*snapshot, g.facts(), p.facts(), values, weights, as_of, language);
  }

  // The text of the reason at this place of the fixed order.
  std::string text(std::size_t reason, Language language) const { return reasons(language).at(reason).text; }

  std::string gate(Gate failed, Language language, int taken = 0) const {
    const EncodedGraduate g(graduate, snapshot->employers(), snapshot->schools());
    const EncodedPosting p(posting, snapshot->employers(), snapshot->schools());
    PostingFacts facts = p.facts();
    facts.taken = taken;
    const auto context = pair_context(*snapshot, g.facts(), facts, as_of);
    if (!failed_gates(g.facts(), facts, context).has(failed)) return "the gate does not fail";
    return gate_text(failed, *snapshot, &g.facts(), &facts, as_of, language);
  }
};

// The reasons in their fixed order.
enum At : std::size_t { kMajor, kCertificates, kLevel, kTie, kRegion, kOwnMajor, kPay, kOwnTie };

inline void check_texts(const ExplainedPair& pair, At reason, const std::string& english,
                        const std::string& chinese) {
  CHECK(pair.text(reason, Language::en) == english);
  CHECK(pair.text(reason, Language::zh) == chinese);
}

}  // namespace talentmatch::testing
