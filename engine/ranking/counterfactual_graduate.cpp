#include <algorithm>

#include "engine/ranking/change_slots.hpp"
#include "engine/ranking/counterfactual.hpp"
#include "engine/ranking/kth_score.hpp"
#include "engine/ranking/posting_judge.hpp"

namespace talentmatch {
namespace {

constexpr std::uint8_t kTopLevel = ChangeSlots::kTopLevel;
constexpr auto kAllKinds = static_cast<KindSet>(
    kind_bit(PostingKind::job) | kind_bit(PostingKind::internship) | kind_bit(PostingKind::order_class));

// The graduate who has accepted every kind and every place: nothing but certificates bars more postings.
GraduateFacts without_reserve(GraduateFacts graduate) {
  graduate.kinds = kAllKinds;
  graduate.wishes_only = false;
  return graduate;
}

class Gaps {
 public:
  Gaps(const Snapshot& snapshot, const GraduateFacts& graduate, const RankOptions& options,
       const KthScore& kth)
      : snapshot_(snapshot),
        graduate_(graduate),
        judge_(snapshot, without_reserve(graduate), options),
        kth_(kth),
        slots_(snapshot.catalog()),
        opens_(slots_.count()) {}

  std::vector<Counterfactual> all() {
    judge_.for_each([this](RowRef ref, const PostingRow& row) { look_at(ref, row); });
    std::ranges::sort(rises_, {}, &SlotRise::slot);
    add_certificates();
    add_others();
    return std::move(changes_);
  }

 private:
  struct SlotRise {
    std::uint32_t slot = 0;
    Rise rise;
  };

  bool unwished(RegionId region) const {
    return graduate_.wishes_only && !graduate_.wishes.empty() &&
           std::ranges::none_of(graduate_.wishes,
                                [&](RegionId wish) { return snapshot_.catalog().contains(wish, region); });
  }

  void look_at(RowRef ref, const PostingRow& row) {
    const bool other_kind = (graduate_.kinds & kind_bit(row.kind)) == 0;
    const bool elsewhere = unwished(row.region);
    if (other_kind && elsewhere) return;
    const bool reserved = other_kind || elsewhere;
    if (!reserved && !row.asks_certificates) return;
    const auto affinity = judge_.affinity(ref);
    if (affinity == 0) return;
    const auto missing = judge_.missing(ref);
    if (!reserved) return look_at_certificates(ref, row, affinity, missing);
    if (missing.level != 0) return;
    open(other_kind ? slots_.of(row.kind) : slots_.of_wishes(),
         judge_.score(row, affinity, judge_.certificates(ref)));
  }

  void look_at_certificates(RowRef ref, const PostingRow& row, std::int32_t affinity,
                            const MissingCertificates& missing) {
    if (missing.several) return;
    const auto score_with = [&](CertificateId certificate, std::uint8_t level) {
      return judge_.score(row, affinity,
                          judge_.certificates(ref, {.certificate = certificate, .level = level}));
    };
    if (missing.level != 0) {
      for (auto level = missing.level; level <= kTopLevel; ++level) {
        open(ChangeSlots::of(missing.certificate, level), score_with(missing.certificate, level));
      }
      return;
    }
    const auto before = judge_.score(row, affinity, judge_.certificates(ref));
    const auto& segment = *snapshot_.postings()[ref.segment].segment;
    const auto preferred = segment.preferred(ref.row);
    for (auto item = preferred.begin(); item != preferred.end(); ++item) {
      const auto same = [&](const CertificateLevelPair& other) {
        return other.certificate == item->certificate;
      };
      if (std::any_of(preferred.begin(), item, same)) continue;  // one certificate at several levels
      for (int level = judge_.held(item->certificate) + 1; level <= kTopLevel; ++level) {
        const auto slot = ChangeSlots::of(item->certificate, static_cast<std::uint8_t>(level));
        rise(slot, {before, score_with(item->certificate, static_cast<std::uint8_t>(level))});
      }
    }
  }

  void open(std::uint32_t slot, std::int32_t score) {
    ++opens_[slot];
    rise(slot, {Rise::kNotProposed, score});
  }
  void rise(std::uint32_t slot, Rise rise) {
    if (rise.after > kth_.floor() && rise.after > rise.before) rises_.push_back({slot, rise});
  }

  void add_certificates() {
    for (std::size_t i = 0; i < snapshot_.catalog().certificate_count(); ++i) {
      const auto certificate = static_cast<CertificateId>(i);
      for (int level = judge_.held(certificate) + 1; level <= kTopLevel; ++level) {
        const auto held = static_cast<std::uint8_t>(level);
        add({.kind = ChangeKind::certificate, .certificate = certificate, .level = held},
            ChangeSlots::of(certificate, held));
      }
    }
  }
  void add_others() {
    for (const auto kind : {PostingKind::job, PostingKind::internship, PostingKind::order_class}) {
      if ((graduate_.kinds & kind_bit(kind)) == 0)
        add({.kind = ChangeKind::kind, .posting_kind = kind}, slots_.of(kind));
    }
    if (graduate_.wishes_only) add({.kind = ChangeKind::wishes_only}, slots_.of_wishes());
  }
  // Slots come ascending, as the rises lie.
  void add(const Change& change, std::uint32_t slot) {
    rises_of_slot_.clear();
    for (; next_ < rises_.size() && rises_[next_].slot <= slot; ++next_) {
      rises_of_slot_.push_back(rises_[next_].rise);
    }
    changes_.push_back({.change = change, .opens = opens_[slot], .kth_score = kth_.after(rises_of_slot_)});
  }

  const Snapshot& snapshot_;
  const GraduateFacts graduate_;
  const PostingJudge judge_;
  const KthScore& kth_;
  const ChangeSlots slots_;
  std::vector<std::uint32_t> opens_;  // by slot
  std::vector<SlotRise> rises_;
  std::size_t next_ = 0;
  std::vector<Rise> rises_of_slot_;
  std::vector<Counterfactual> changes_;
};

}  // namespace

RankOptions for_all_pairs(const RankOptions& options) {
  RankOptions all;
  all.k = options.k;
  all.perspective = options.perspective;
  all.weights = options.weights;
  all.as_of = options.as_of;
  return all;
}

Counterfactuals gaps(const Snapshot& snapshot, const GraduateFacts& graduate, const RankOptions& options,
                     Ranker& ranker) {
  const auto top = ranker.rank(snapshot, graduate, for_all_pairs(options));
  Counterfactuals answer{.own_gates = top.own_gates, .kth_score = {}, .changes = {}};
  if (!answer.own_gates.empty()) return answer;
  const KthScore kth(top, options.k, options.perspective);
  answer.kth_score = kth.before();
  answer.changes = Gaps(snapshot, graduate, options, kth).all();
  return answer;
}

}  // namespace talentmatch
