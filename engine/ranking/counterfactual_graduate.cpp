#include <algorithm>

#include "engine/ranking/counterfactual.hpp"
#include "engine/ranking/kth_score.hpp"
#include "engine/ranking/posting_judge.hpp"

namespace talentmatch {
namespace {

constexpr std::uint8_t kTopLevel = 3;
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
        opens_(kinds_at() + words<PostingKind>.size() + 1) {}

  std::vector<Counterfactual> all() {
    judge_.for_each([this](RowRef ref, const PostingRow& row) { look_at(ref, row); });
    std::ranges::stable_sort(rises_, {}, &SlotRise::slot);
    add_certificates();
    add_others();
    return std::move(changes_);
  }

 private:
  struct SlotRise {
    std::uint32_t slot = 0;
    Rise rise;
  };

  // Changes are counted under a dense number: certificate by certificate and level, then kinds, then wishes.
  static std::uint32_t slot_of(CertificateId certificate, std::uint8_t level) {
    return std::uint32_t{index_of(certificate)} * kTopLevel + level - 1;
  }
  std::uint32_t kinds_at() const {
    return static_cast<std::uint32_t>(snapshot_.catalog().certificate_count()) * kTopLevel;
  }
  std::uint32_t slot_of(PostingKind kind) const { return kinds_at() + static_cast<std::uint32_t>(kind); }
  std::uint32_t slot_of_wishes() const {
    return kinds_at() + static_cast<std::uint32_t>(words<PostingKind>.size());
  }

  bool unwished(RegionId region) const {
    return graduate_.wishes_only && !graduate_.wishes.empty() &&
           std::ranges::none_of(graduate_.wishes,
                                [&](RegionId wish) { return snapshot_.catalog().contains(wish, region); });
  }

  void look_at(RowRef ref, const PostingRow& row) {
    const bool other_kind = (graduate_.kinds & kind_bit(row.kind)) == 0;
    if (!other_kind && !row.asks_certificates && !graduate_.wishes_only) return;
    const bool elsewhere = unwished(row.region);
    if (other_kind && elsewhere) return;
    const bool reserved = other_kind || elsewhere;
    if (!reserved && !row.asks_certificates) return;
    const auto affinity = judge_.affinity(ref);
    if (affinity == 0) return;
    const auto missing = judge_.missing(ref);
    if (!reserved) return look_at_certificates(ref, row, affinity, missing);
    if (missing.level != 0) return;
    open(other_kind ? slot_of(row.kind) : slot_of_wishes(),
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
        open(slot_of(missing.certificate, level), score_with(missing.certificate, level));
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
        const auto slot = slot_of(item->certificate, static_cast<std::uint8_t>(level));
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
            slot_of(certificate, held));
      }
    }
  }
  void add_others() {
    for (const auto kind : {PostingKind::job, PostingKind::internship, PostingKind::order_class}) {
      if ((graduate_.kinds & kind_bit(kind)) == 0)
        add({.kind = ChangeKind::kind, .posting_kind = kind}, slot_of(kind));
    }
    if (graduate_.wishes_only) add({.kind = ChangeKind::wishes_only}, slot_of_wishes());
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
