#include "engine/placement/scores/wish_index.hpp"

#include <algorithm>
#include <tuple>

#include <tbb/parallel_sort.h>

namespace talentmatch {

struct WishIndex::Item {
  std::uint32_t key = 0;
  PostingCard card;

  std::uint32_t group() const {
    return key << 4U | std::uint32_t{card.asks()} << 3U | (card.traits >> 4U & 7U);
  }
  auto order() const { return std::tuple{group(), card.area, card.posting}; }
};

WishIndex::WishIndex(const Field& field, std::uint32_t wide_group) {
  std::vector<Item> by_employer;
  std::vector<Item> by_certificate;
  std::vector<Item> by_school;
  std::vector<std::uint32_t> asked;
  for (std::uint32_t p = 0; p < field.postings(); ++p) {
    const PostingFacts facts = field.posting(p);
    const PostingCard card = card_of(p, facts);
    if (facts.kind == PostingKind::order_class) {
      if (facts.school != kNoSlot) by_school.push_back({facts.school, card});
      continue;
    }
    by_employer.push_back({facts.employer, card});
    asked.clear();
    for (const auto& item : facts.required) asked.push_back(index_of(item.certificate));
    for (const auto& item : facts.preferred) asked.push_back(index_of(item.certificate));
    std::ranges::sort(asked);
    asked.erase(std::ranges::unique(asked).begin(), asked.end());
    for (const auto certificate : asked) by_certificate.push_back({certificate, card});
  }
  add_groups(keyed_items(field), PostingKeys(field.snapshot().catalog()).count(), wide_group);
  by_employer_ = add_runs(std::move(by_employer));
  by_certificate_ = add_runs(std::move(by_certificate));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  places.reserve(cards_.size());
  for (std::uint32_t place = 0; place < cards_.size(); ++place)
    places.emplace_back(cards_[place].posting, place);
  places_ = RowLists(places);
  by_school_ = add_runs(std::move(by_school));
  add_blocks();
}

std::vector<WishIndex::Item> WishIndex::keyed_items(const Field& field) {
  const Catalog& catalog = field.snapshot().catalog();
  const PostingKeys key_of(catalog);
  std::vector<Item> items;
  std::vector<std::uint16_t> keys;
  for (std::uint32_t p = 0; p < field.postings(); ++p) {
    const PostingFacts facts = field.posting(p);
    if (facts.kind == PostingKind::order_class || !facts.required.empty()) continue;
    keys.clear();
    if (facts.majors.empty()) keys.push_back(key_of.any());
    for (const EntryId entry : facts.majors) {
      keys.push_back(PostingKeys::of(entry));
      keys.push_back(key_of.of_family(catalog.family_of(entry)));
    }
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    const PostingCard card = card_of(p, facts);
    for (const auto key : keys) items.push_back({key, card});
  }
  return items;
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
    for (; item != items.end() && item->group() == group; ++item) cards_.push_back(item->card);
    made.run.last = size();
    made.wide = made.run.size() >= wide_group;
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
    cards_.push_back(item.card);
  }
  firsts.push_back(size());
  return firsts;
}

void WishIndex::add_blocks() {
  blocks_.resize((cards_.size() + CardBlock::kCards - 1) / CardBlock::kCards);
  areas_.reserve(size());
  for (std::uint32_t place = 0; place < size(); ++place) {
    areas_.push_back(cards_[place].area);
    CardBlock& block = blocks_[place / CardBlock::kCards];
    block.first_posting = std::min(block.first_posting, cards_[place].posting);
    block.most_offer = std::max(block.most_offer, cards_[place].offer);
    block.some_state_none |= cards_[place].offer == 0;
  }
}

CardRun WishIndex::within(const CardGroup& group, RegionRange regions) const {
  const auto first = areas_.begin() + group.run.first;
  const auto last = areas_.begin() + group.run.last;
  const auto from = std::lower_bound(first, last, regions.first);
  if (from == last || *from > regions.last) return {};
  const auto to = std::upper_bound(from, last, regions.last);
  return {static_cast<std::uint32_t>(from - areas_.begin()), static_cast<std::uint32_t>(to - areas_.begin())};
}

}  // namespace talentmatch
