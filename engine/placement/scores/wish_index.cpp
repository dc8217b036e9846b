#include "engine/placement/scores/wish_index.hpp"

#include <algorithm>
#include <tuple>

#include <tbb/parallel_sort.h>

namespace talentmatch {

// Of one posting after another: the keys under which it lies, ascending, and its card and digest.
class WishIndex::Maker {
 public:
  explicit Maker(const Field& field)
      : field_(field), catalog_(field.snapshot().catalog()), key_of_(catalog_) {}

  PostingFacts start(std::uint32_t posting) {
    const PostingFacts facts = field_.posting(posting);
    keys_.clear();
    if (facts.majors.empty()) keys_.push_back(key_of_.any());
    for (const EntryId entry : facts.majors) {
      keys_.push_back(PostingKeys::of(entry));
      keys_.push_back(key_of_.of_family(catalog_.family_of(entry)));
    }
    std::ranges::sort(keys_);
    keys_.erase(std::ranges::unique(keys_).begin(), keys_.end());
    card_ = card_of(posting, facts);
    digest_ = digest_of(card_, digest_key(facts.majors.size()));
    return facts;
  }
  std::span<const std::uint16_t> keys() const { return keys_; }
  Item under(std::uint32_t key) const;

 private:
  std::uint16_t digest_key(std::size_t majors) const {
    if (majors <= 1) return keys_.front();
    const bool several = keys_[keys_.size() - 2] > key_of_.any();
    return several ? key_of_.several() : keys_.back();
  }

  const Field& field_;
  const Catalog& catalog_;
  PostingKeys key_of_;
  std::vector<std::uint16_t> keys_;
  PostingCard card_;
  CardDigest digest_;
};

struct WishIndex::Item {
  std::uint32_t key = 0;
  PostingCard card;
  CardDigest digest;

  std::uint32_t group() const {
    return key << 4U | std::uint32_t{card.asks()} << 3U | (card.traits >> 4U & 7U);
  }
  auto order() const { return std::tuple{group(), card.area, card.posting}; }
};

WishIndex::Item WishIndex::Maker::under(std::uint32_t key) const {
  return {key, card_, digest_};
}

WishIndex::WishIndex(const Field& field, std::uint32_t wide_group)
    : regions_(static_cast<std::uint32_t>(field.snapshot().catalog().region_count())) {
  std::vector<Item> by_key;
  std::vector<Item> by_employer;
  std::vector<Item> by_certificate;
  std::vector<Item> by_school;
  std::vector<std::uint32_t> asked;
  Maker make(field);
  for (std::uint32_t p = 0; p < field.postings(); ++p) {
    const PostingFacts facts = make.start(p);
    if (facts.kind == PostingKind::order_class) {
      if (facts.school != kNoSlot) by_school.push_back(make.under(facts.school));
      continue;
    }
    by_employer.push_back(make.under(facts.employer));
    asked.clear();
    for (const auto& item : facts.required) asked.push_back(index_of(item.certificate));
    for (const auto& item : facts.preferred) asked.push_back(index_of(item.certificate));
    std::ranges::sort(asked);
    asked.erase(std::ranges::unique(asked).begin(), asked.end());
    for (const auto certificate : asked) by_certificate.push_back(make.under(certificate));
    if (!facts.required.empty()) continue;
    for (const auto key : make.keys()) by_key.push_back(make.under(key));
  }
  add_groups(std::move(by_key), PostingKeys(field.snapshot().catalog()).count(), wide_group);
  by_employer_ = add_runs(std::move(by_employer));
  by_certificate_ = add_runs(std::move(by_certificate));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  places.reserve(cards_.size());
  for (std::uint32_t place = 0; place < cards_.size(); ++place)
    places.emplace_back(cards_[place].posting, place);
  places_ = RowLists(places);
  by_school_ = add_runs(std::move(by_school));
}

void WishIndex::add(const Item& item) {
  cards_.push_back(item.card);
  digests_.push_back(item.digest);
}

void WishIndex::add_groups(std::vector<Item> items, std::size_t keys, std::uint32_t wide_group) {
  tbb::parallel_sort(items, [](const Item& a, const Item& b) { return a.order() < b.order(); });
  cards_.reserve(items.size());
  for (auto item = items.begin(); item != items.end();) {
    while (first_group_.size() <= item->key)
      first_group_.push_back(static_cast<std::uint32_t>(groups_.size()));
    const auto group = item->group();
    CardGroup made{.run = {size(), size()},
                   .min_rank = static_cast<std::uint8_t>(item->card.traits >> 4U & 7U),
                   .asks = item->card.asks()};
    for (; item != items.end() && item->group() == group; ++item) add(*item);
    made.run.last = size();
    made.wide = made.run.size() >= wide_group;
    if (made.wide) add_parts(made);
    groups_.push_back(made);
  }
  while (first_group_.size() <= keys + 1) first_group_.push_back(static_cast<std::uint32_t>(groups_.size()));
}

WishIndex::Firsts WishIndex::add_runs(std::vector<Item> items) {
  tbb::parallel_sort(items, [](const Item& a, const Item& b) {
    return std::tuple{a.key, a.card.posting} < std::tuple{b.key, b.card.posting};
  });
  Firsts firsts;
  for (const Item& item : items) {
    while (firsts.size() <= item.key) firsts.push_back(size());
    add(item);
  }
  firsts.push_back(size());
  return firsts;
}

void WishIndex::add_parts(CardGroup& group) {
  group.parts = static_cast<std::uint32_t>(parts_.size());
  auto place = group.run.first;
  for (std::uint32_t region = 0; region < regions_; region += kPartRegions) {
    while (place < group.run.last && digests_[place].area < region) ++place;
    parts_.push_back(place);
  }
  parts_.push_back(group.run.last);
}

CardRun WishIndex::within(const CardGroup& group, RegionRange regions) const {
  const auto part = [&](std::uint32_t region) {
    const auto first = parts_.begin() + group.parts + region / kPartRegions;
    return std::span{digests_}.subspan(first[0], first[1] - first[0]);
  };
  const auto from = std::ranges::lower_bound(part(regions.first), regions.first, {}, &CardDigest::area);
  const auto to = std::ranges::upper_bound(part(regions.last), regions.last, {}, &CardDigest::area);
  const auto place = [&](auto at) {
    return static_cast<std::uint32_t>(std::to_address(at) - digests_.data());
  };
  return {place(from), place(to)};
}

}  // namespace talentmatch
