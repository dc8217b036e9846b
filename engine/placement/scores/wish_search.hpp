#pragma once
// A graduate's unlimited list without making it: all postings that pass the gates, each with its WishKey.
// They come roughly best first, and a Visitor says what is still of use; each thread has its own search.
//
//   WishKey limit() const                     keys from this one on are not wanted
//   bool skips(strip, Claim best) const       no posting of the strip takes a claim as good as this
//   Claim cutoff(posting) const               the worst claim that it takes from this graduate
//   Claim strip_cutoff(posting) const         the same from anybody
//   void note(strip, Claim weakest)           of its strip_cutoffs, when a whole strip was looked through
//   void take(WishKey key, Choice choice)     a posting below the limit that takes the claim

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/placement/choice_lists.hpp"
#include "engine/placement/claims.hpp"
#include "engine/placement/pair_set.hpp"
#include "engine/placement/scores/posting_strips.hpp"
#include "engine/ranking/graduate_query.hpp"
#include "engine/ranking/posting_search.hpp"

namespace talentmatch {

// S descending, then tie order: smaller is wanted more.
using WishKey = std::uint64_t;
constexpr WishKey wish_key(std::int32_t graduate_view, std::uint32_t posting) {
  return std::uint64_t{1000U - static_cast<std::uint32_t>(graduate_view)} << 32 | posting;
}

// What all searches of a run share.
struct WishContext {
  const Field& field;
  const PostingStrips& strips;
  const Claims& claims;
  const PairSet& bans;
  Weights weights;
  Date as_of;
};

class WishSearch {
 public:
  explicit WishSearch(const WishContext& context);

  void start(std::uint32_t graduate);
  template <class Visitor>
  void run(Visitor& visitor) {
    if ((query_.kinds & kind_bit(PostingKind::order_class)) != 0 && query_.graduate.school != kNoSlot) {
      look_at(context_.strips.order_classes(query_.graduate.school), 100, visitor);
    }
    walk(visitor);
    for (const auto& held : query_.holdings()) {
      look_at(context_.strips.requiring(held.certificate), 0, visitor);
    }
    for (const Slot employer : query_.tied_employers()) {
      look_at(context_.strips.of_employer(employer), query_.tie(employer), visitor);
    }
  }

 private:
  static constexpr std::uint16_t kNoKey = 0xFFFF;  // found in a list, once
  static constexpr std::uint8_t kNamed = 85;

  struct Pass {  // through one group under one key, for regions of one class
    KeyAffinity key;
    Claim best = kNoClaim;  // that any posting of the group can be given
    bool far_only = false;  // the others were met by region
  };

  template <class Visitor>
  void walk(Visitor& visitor);
  template <class Visitor>
  void walk_key(KeyAffinity key, Nearness nearness, Visitor& visitor);
  template <class Visitor>
  void walk_cells(const StripGroup& group, Nearness nearness, const Pass& pass, Visitor& visitor);
  // False: nothing after it in tie order can be wanted.
  template <class Visitor>
  bool walk_strip(std::uint32_t strip, const Pass& pass, std::int32_t region, Visitor& visitor);
  // Postings of a list, with no more tie than `tie`.
  template <class Visitor>
  void look_at(std::span<const std::uint32_t> postings, std::int32_t tie, Visitor& visitor);
  template <class Visitor>
  void consider(std::uint32_t posting, KeyAffinity key, std::int32_t tie, Visitor& visitor);

  // Gates that all postings of a group pass or fail together. An entry that names the major, as a strict
  // posting needs, has at least kNamed.
  bool admits(const StripGroup& group, KeyAffinity key) const {
    return (query_.ranks >> group.min_rank & 1U) != 0 && (query_.kinds & kind_bit(group.kind)) != 0 &&
           query_.fresh[static_cast<std::size_t>(group.fresh)] &&
           (!group.strict || key.affinity >= kNamed || key.key == keys_of_.any());
  }
  std::int32_t own_view(std::int32_t affinity, std::int32_t region, std::int32_t pay,
                        std::int32_t tie) const {
    const auto& w = context_.weights.graduate;
    return points(w[0], region) + points(w[1], affinity) + points(w[2], pay) + points(w[3], tie);
  }
  std::int32_t employer_view(std::int32_t affinity, std::int32_t certificates, std::int32_t level,
                             std::int32_t tie) const {
    const auto& w = context_.weights.employer;
    return points(w[0], affinity) + points(w[1], certificates) + points(w[2], level) + points(w[3], tie);
  }
  // Of several entries the first with the highest affinity owns the posting, so that it is met once.
  bool owned_by(KeyAffinity key, std::uint32_t posting) const;
  bool major_gate_fails(std::uint32_t posting) const;
  std::int32_t affinity_of(std::uint32_t posting) const;
  std::int32_t certificates(std::uint32_t posting) const;  // -1: a required one is not held

  const PostingColumns& columns(std::uint32_t posting) const {
    return *context_.field.snapshot().postings()[context_.field.posting_ref(posting).segment].segment;
  }
  std::uint32_t column_row(std::uint32_t posting) const { return context_.field.posting_ref(posting).row; }

  WishContext context_;
  PostingKeys keys_of_;
  PostingFilter filter_;
  GraduateQuery query_;
  std::vector<KeyAffinity> keys_;
  std::uint32_t graduate_ = 0;
};

template <class Visitor>
void WishSearch::walk(Visitor& visitor) {
  const auto classes = query_.regions.classes();
  std::array<std::size_t, 3> next{};
  std::array<std::int32_t, 3> bounds{};
  const auto refresh = [&](std::size_t c) {
    bounds[c] = next[c] == keys_.size()
                    ? -1
                    : own_view(keys_[next[c]].affinity, query_.regions.best(classes[c]), 100, 0);
  };
  for (std::size_t c = 0; c < classes.size(); ++c) refresh(c);
  while (true) {
    const auto end = bounds.begin() + static_cast<std::ptrdiff_t>(classes.size());
    const auto best = static_cast<std::size_t>(std::max_element(bounds.begin(), end) - bounds.begin());
    if (bounds[best] < 0 || wish_key(bounds[best], 0) >= visitor.limit()) return;
    walk_key(keys_[next[best]++], classes[best], visitor);
    refresh(best);
  }
}

template <class Visitor>
void WishSearch::walk_key(KeyAffinity key, Nearness nearness, Visitor& visitor) {
  const std::int32_t asking = query_.holdings().empty() ? 0 : 100;
  for (const StripGroup& group : context_.strips.groups(key.key)) {
    if (!admits(group, key)) continue;
    const auto view =
        employer_view(key.affinity, group.asks ? asking : 50, query_.level_values[group.min_rank], 0);
    const Pass pass{.key = key,
                    .best = context_.claims.ordinary(graduate_, view),
                    .far_only = group.has_cells() && nearness == Nearness::far};
    if (group.has_cells() && nearness != Nearness::far) {
      walk_cells(group, nearness, pass, visitor);
    } else if (group.has_cells() || nearness == query_.regions.classes().front()) {
      const auto region = query_.regions.best(nearness);
      for (auto s = group.first; s < group.last && walk_strip(s, pass, region, visitor); ++s) {
      }
    }
  }
}

template <class Visitor>
void WishSearch::walk_cells(const StripGroup& group, Nearness nearness, const Pass& pass, Visitor& visitor) {
  for (const RegionRange range : query_.regions.ranges(nearness)) {
    for (auto s = context_.strips.cell_from(group, range.first); s < group.last_cell; ++s) {
      const RegionId area{context_.strips.strip(s).area};
      if (index_of(area) > range.last) break;
      if (query_.regions.nearness(area) == nearness) walk_strip(s, pass, query_.regions.value(area), visitor);
    }
  }
}

template <class Visitor>
bool WishSearch::walk_strip(std::uint32_t s, const Pass& pass, std::int32_t region, Visitor& visitor) {
  if (visitor.skips(s, pass.best)) return true;
  const auto view = own_view(pass.key.affinity, region, 100, 0);
  Claim weakest = kNoClaim;
  for (const auto posting : context_.strips.postings(context_.strips.strip(s))) {
    if (wish_key(view, posting) >= visitor.limit()) return false;
    weakest = std::max(weakest, visitor.strip_cutoff(posting));
    if (pass.best > visitor.cutoff(posting)) continue;
    const PostingRow& row = context_.strips.row(posting);
    if (query_.tie(row.employer) != 0) continue;  // met under its employer
    if (pass.far_only && query_.regions.nearness(row.region) != Nearness::far) continue;
    consider(posting, pass.key, 0, visitor);
  }
  visitor.note(s, weakest);
  return true;
}

template <class Visitor>
void WishSearch::look_at(std::span<const std::uint32_t> postings, std::int32_t tie, Visitor& visitor) {
  for (const auto posting : postings) {
    const auto region = query_.regions.value(context_.strips.region(posting));
    if (wish_key(own_view(100, region, 100, tie), posting) >= visitor.limit()) continue;
    const auto own = query_.tie(context_.strips.row(posting).employer);
    if (own <= tie) consider(posting, {.key = kNoKey}, own, visitor);  // else met under its employer
  }
}

template <class Visitor>
void WishSearch::consider(std::uint32_t posting, KeyAffinity key, std::int32_t tie, Visitor& visitor) {
  const PostingRow& row = context_.strips.row(posting);
  if (!query_.passes(row)) return;
  const auto affinity = key.key == kNoKey ? affinity_of(posting) : std::int32_t{key.affinity};
  if (affinity == 0) return;
  const auto view = own_view(affinity, query_.regions.value(row.region),
                             pay_value(row.offer, query_.graduate.expected_pay), tie);
  const WishKey wish = wish_key(view, posting);
  if (wish >= visitor.limit() || !owned_by(key, posting)) return;
  const auto certificate_value = row.asks_certificates ? certificates(posting) : 50;
  if (certificate_value < 0) return;
  const auto other = employer_view(affinity, certificate_value, query_.level_values[row.min_rank], tie);
  if (context_.claims.by_score(graduate_, posting, other) > visitor.cutoff(posting)) return;
  if (row.kind == PostingKind::order_class && row.school != query_.graduate.school) return;
  if (major_gate_fails(posting) || context_.bans.has(graduate_, posting)) return;
  visitor.take(wish, {.posting = posting,
                      .graduate_view = static_cast<std::uint16_t>(view),
                      .employer_view = static_cast<std::uint16_t>(other)});
}

}  // namespace talentmatch
