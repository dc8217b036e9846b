#include "tests/reference/counterfactual.hpp"

#include <algorithm>
#include <limits>

namespace talentmatch::reference {
namespace {

// The change applied to a copy of the record.
template <class R, class Edit>
Change<R> changed(const R& record, std::string what, Edit edit) {
  Change<R> change{std::move(what), record};
  edit(change.record);
  return change;
}

void add_certificates(std::vector<Change<Graduate>>& all, const Vocabulary& vocabulary,
                      const Graduate& graduate, Date day) {
  const Catalog& catalog = *vocabulary.catalog();
  for (std::size_t i = 0; i < catalog.certificate_count(); ++i) {
    const auto certificate = static_cast<CertificateId>(i);
    for (int rank = held_level(graduate, certificate, day) + 1; rank <= 3; ++rank) {
      const auto level = static_cast<CertificateLevel>(rank - 1);
      all.push_back(changed(
          graduate, "certificate " + std::string{catalog.id_of(certificate)} + " " + std::to_string(rank),
          [&](Graduate& g) { g.certificates.push_back({certificate, level, std::nullopt}); }));
    }
  }
}

void add_kinds(std::vector<Change<Graduate>>& all, const Graduate& graduate) {
  auto accepted = graduate.kinds;
  if (accepted.empty()) accepted.push_back(PostingKind::job);
  for (const auto kind : {PostingKind::job, PostingKind::internship, PostingKind::order_class}) {
    if (std::ranges::find(accepted, kind) != accepted.end()) continue;
    all.push_back(changed(graduate, "kind " + std::string{word(kind)}, [&](Graduate& g) {
      g.kinds = accepted;
      g.kinds.push_back(kind);
    }));
  }
}

// Ranks 1…5 as a level of that rank.
Level level_of_rank(int rank) {
  constexpr Level levels[] = {Level::secondary, Level::junior_college, Level::bachelor, Level::master,
                              Level::doctor};
  return levels[rank - 1];
}

void relax_certificates(std::vector<Change<Posting>>& all, const Vocabulary& vocabulary,
                        const Posting& posting) {
  for (std::size_t i = 0; i < posting.required_certificates.size(); ++i) {
    const auto& asked = posting.required_certificates[i];
    const auto at = static_cast<std::ptrdiff_t>(i);
    const std::string id{vocabulary.catalog()->id_of(asked.certificate)};
    all.push_back(changed(posting, "certificate dropped " + id, [&](Posting& p) {
      p.required_certificates.erase(p.required_certificates.begin() + at);
    }));
    if (level_of(asked.level) == 1) continue;
    const auto lower = static_cast<CertificateLevel>(level_of(asked.level) - 2);
    all.push_back(changed(posting, "certificate lower " + id,
                          [&](Posting& p) { p.required_certificates[i].level = lower; }));
  }
}

// All pairs count, so filters, caps and pages are left out.
RankOptions everything(const RankOptions& options) {
  RankOptions all;
  all.as_of = options.as_of;
  all.perspective = options.perspective;
  all.weights = options.weights;
  all.k = std::numeric_limits<std::size_t>::max();
  return all;
}

std::optional<int> kth_score(const Page& page, std::size_t k) {
  if (k == 0 || page.results.size() < k) return std::nullopt;
  return page.results[k - 1].score;
}

Effect compare(const Page& before, const Page& after, std::size_t k) {
  return {.opens = static_cast<int>(after.results.size()) - static_cast<int>(before.results.size()),
          .score_before = kth_score(before, k),
          .score_after = kth_score(after, k)};
}

}  // namespace

std::vector<Change<Graduate>> changes(const Vocabulary& vocabulary, const Graduate& graduate, Date day) {
  std::vector<Change<Graduate>> all;
  add_certificates(all, vocabulary, graduate, day);
  add_kinds(all, graduate);
  if (graduate.wishes_only.value_or(false)) {
    all.push_back(changed(graduate, "wishes_only off", [](Graduate& g) { g.wishes_only = false; }));
  }
  return all;
}

std::vector<Change<Posting>> changes(const Vocabulary& vocabulary, const Posting& posting) {
  std::vector<Change<Posting>> all;
  if (posting.min_level && rank_of(*posting.min_level) > 1) {
    const int lower = rank_of(*posting.min_level) - 1;
    all.push_back(changed(posting, "min_level " + std::to_string(lower),
                          [&](Posting& p) { p.min_level = level_of_rank(lower); }));
  }
  relax_certificates(all, vocabulary, posting);
  if (posting.majors_strict.value_or(false)) {
    all.push_back(changed(posting, "majors_strict off", [](Posting& p) { p.majors_strict = false; }));
  }
  if (posting.fresh_graduates.value_or(FreshGraduates::allowed) != FreshGraduates::allowed) {
    all.push_back(changed(posting, "fresh_graduates allowed",
                          [](Posting& p) { p.fresh_graduates = FreshGraduates::allowed; }));
  }
  return all;
}

Effect effect(const World& world, const Graduate& before, const Graduate& after, const RankOptions& options) {
  const auto all = everything(options);
  return compare(recommend(world, before, all), recommend(world, after, all), options.k);
}

Effect effect(const World& world, const Posting& before, const Posting& after, const RankOptions& options) {
  const auto all = everything(options);
  return compare(candidates(world, before, all), candidates(world, after, all), options.k);
}

}  // namespace talentmatch::reference
