#include "engine/placement/scores/wish_index.hpp"

#include <algorithm>
#include <numeric>

#include "engine/ranking/posting_index.hpp"

namespace talentmatch {
namespace {

std::uint16_t key_of(const Catalog& catalog, std::span<const EntryId> majors) {
  const PostingKeys keys(catalog);
  if (majors.empty()) return keys.any();
  if (majors.size() == 1) return PostingKeys::of(majors.front());
  const auto family = catalog.family_of(majors.front());
  const bool one =
      std::ranges::all_of(majors, [&](auto entry) { return catalog.family_of(entry) == family; });
  return one ? keys.of_family(family) : keys.several();
}

PostingCard card_of(const Catalog& catalog, const PostingFacts& facts) {
  PostingCard card{
      .employer = facts.employer,
      .offer = facts.offer,
      .area = index_of(facts.region),
      .key = key_of(catalog, facts.majors),
      .traits = traits_of(facts.kind, facts.fresh, facts.min_rank,
                          !facts.required.empty() || !facts.preferred.empty()),
      .majors = static_cast<std::uint8_t>(std::min(facts.majors.size(), PostingCard::kMostMajors + 1))};
  card.majors_strict = facts.majors_strict;
  card.requires_some = !facts.required.empty();
  for (const auto& item : facts.required) card.asked |= certificate_bit(item.certificate);
  for (const auto& item : facts.preferred) card.asked |= certificate_bit(item.certificate);
  if (card.has_all_entries()) std::ranges::copy(facts.majors, card.entries.begin());
  return card;
}

// The certificates that it asks for, ascending.
void list_asked(const PostingFacts& facts, std::vector<std::uint32_t>& asked) {
  asked.clear();
  for (const auto& item : facts.required) asked.push_back(index_of(item.certificate));
  for (const auto& item : facts.preferred) asked.push_back(index_of(item.certificate));
  std::ranges::sort(asked);
  asked.erase(std::ranges::unique(asked).begin(), asked.end());
}

}  // namespace

WishIndex::WishIndex(const Field& field) : field_(field) {
  std::vector<Item> by_employer;
  std::vector<Item> by_certificate;
  std::vector<Item> by_school;
  std::vector<std::uint32_t> asked;
  cards_.reserve(field.postings());
  for (std::uint32_t p = 0; p < field.postings(); ++p) {
    const PostingFacts facts = field.posting(p);
    cards_.push_back(card_of(field.snapshot().catalog(), facts));
    const ListedPosting posting = listed(p, cards_.back());
    if (facts.kind == PostingKind::order_class) {
      if (facts.school != kNoSlot) by_school.push_back({facts.school, posting});
      continue;
    }
    by_employer.push_back({facts.employer, posting});
    list_asked(facts, asked);
    for (const auto certificate : asked) by_certificate.push_back({certificate, posting});
  }
  by_employer_ = Lists(by_employer);
  by_certificate_ = Lists(by_certificate);
  by_school_ = Lists(by_school);
}

// A counting sort, so those of one key stay in their order.
WishIndex::Lists::Lists(std::span<const Item> items) : postings_(items.size()) {
  std::uint32_t keys = 0;
  for (const Item& item : items) keys = std::max(keys, item.key + 1);
  first_.assign(keys + 1, 0);
  for (const Item& item : items) ++first_[item.key + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  auto next = first_;
  for (const Item& item : items) postings_[next[item.key]++] = item.posting;
}

}  // namespace talentmatch
