#pragma once
// The postings of a field arranged for graduates' unlimited lists: by key (an accepted entry, "any major", a
// category group), within a key in groups of equal kind, min_level, strictness and fresh_graduates that ask
// for certificates or do not: one bound of E fits all, and most gates are passed or failed together. A group
// lies once in tie order and, if it is large, once more by region. Both are cut into strips of a few
// postings: each strip remembers the weakest cutoff in it, so that whoever is too weak passes it by. Order
// classes lie by school, postings that require certificates by the first of them; all but the former again by
// employer, for the ties.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/placement/field.hpp"
#include "engine/ranking/posting_index.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {

struct Strip {
  std::uint32_t first = 0;  // of the rows of StripedPostings
  std::uint16_t size = 0;
  std::uint16_t area = 0;  // RegionId, where the strip lies by region
};

struct StripGroup {
  std::uint32_t first = 0;  // strips in tie order
  std::uint32_t last = 0;
  std::uint32_t first_cell = 0;  // strips by region, none for a small group
  std::uint32_t last_cell = 0;
  std::uint8_t min_rank = 0;
  PostingKind kind{};
  FreshGraduates fresh{};
  bool asks = false;
  bool strict = false;

  bool has_cells() const { return first_cell != last_cell; }
};

class PostingStrips {
 public:
  // O(n log n) in the entries of all postings.
  explicit PostingStrips(const Field& field);

  const PostingRow& row(std::uint32_t posting) const { return rows_[posting]; }
  RegionId region(std::uint32_t posting) const { return regions_[posting]; }
  std::span<const StripGroup> groups(std::uint16_t key) const {
    return std::span{groups_}.subspan(first_group_[key], first_group_[key + 1] - first_group_[key]);
  }
  std::size_t strip_count() const { return strips_.size(); }
  const Strip& strip(std::uint32_t s) const { return strips_[s]; }
  std::span<const std::uint32_t> postings(const Strip& strip) const {
    return std::span{postings_}.subspan(strip.first, strip.size);
  }
  // The first strip by region of a group that lies in `area` or after it.
  std::uint32_t cell_from(const StripGroup& group, std::uint16_t area) const;
  std::span<const std::uint32_t> order_classes(Slot school) const { return by_school_[school]; }
  // Those that require certificates lie only here, under the first of them, and under their employer.
  std::span<const std::uint32_t> requiring(CertificateId certificate) const {
    return by_certificate_[index_of(certificate)];
  }
  std::span<const std::uint32_t> of_employer(Slot employer) const { return by_employer_[employer]; }
  std::size_t bytes() const;

 private:
  struct Entry;
  std::vector<Entry> entries(const Field& field) const;
  void add_group(std::span<const Entry> entries);
  void add_strips(std::span<const Entry> entries, bool by_area);

  std::vector<PostingRow> rows_;   // by posting of the field
  std::vector<RegionId> regions_;  // of `rows_`, close together
  std::vector<std::uint32_t> first_group_;
  std::vector<StripGroup> groups_;
  std::vector<Strip> strips_;
  std::vector<std::uint32_t> postings_;
  RowLists by_school_;
  RowLists by_certificate_;
  RowLists by_employer_;
};

}  // namespace talentmatch
