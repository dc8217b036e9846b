#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

#include <oneapi/tbb/parallel_sort.h>

#include "engine/market/segment.hpp"

namespace talentmatch {
namespace {

// The first eight bytes of an id as a number that orders like them; decides most comparisons without the
// text.
std::uint64_t prefix_of(std::string_view id) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, id.data(), std::min<std::size_t>(id.size(), sizeof bytes));
  return std::endian::native == std::endian::little ? __builtin_bswap64(bytes) : bytes;
}

struct SortKey {
  std::int64_t newest_first = 0;  // negated day
  std::uint64_t prefix = 0;
  std::uint32_t row = 0;
};

template <class Columns, class Day>
std::vector<SortKey> tie_order(const Columns& columns, Day&& newest_first) {
  std::vector<SortKey> keys(columns.size());
  for (std::uint32_t row = 0; row < columns.size(); ++row) {
    keys[row] = {.newest_first = newest_first(row), .prefix = prefix_of(columns.id(row)), .row = row};
  }
  oneapi::tbb::parallel_sort(keys.begin(), keys.end(), [&](const SortKey& a, const SortKey& b) {
    if (a.newest_first != b.newest_first) return a.newest_first < b.newest_first;
    if (a.prefix != b.prefix) return a.prefix < b.prefix;
    return columns.id(a.row) < columns.id(b.row);
  });
  return keys;
}

template <class Columns>
Columns reordered(const Columns& columns, std::span<const SortKey> order) {
  Columns result;
  for (const SortKey& key : order) result.add(columns.facts(key.row));
  result.shrink();
  return result;
}

}  // namespace

void PostingColumns::add(const PostingFacts& facts) {
  ids_.append(facts.id);
  PostingRow row{.employer = facts.employer,
                 .school = facts.school,
                 .posted = facts.posted,
                 .closes = facts.closes,
                 .headcount = facts.headcount,
                 .taken = facts.taken,
                 .offer = facts.offer,
                 .region = facts.region,
                 .kind = facts.kind,
                 .fresh = facts.fresh,
                 .open = facts.open,
                 .majors_strict = facts.majors_strict,
                 .asks_certificates = !facts.required.empty() || !facts.preferred.empty(),
                 .several_majors = facts.majors.size() > 1};
  row.min_rank = facts.min_rank & 7U;
  rows_.push_back(row);
  majors_.append(facts.majors);
  required_.append(facts.required);
  preferred_.append(facts.preferred);
}

void PostingColumns::append(const PostingColumns& other) {
  for (std::uint32_t row = 0; row < other.size(); ++row) add(other.facts(row));
}

PostingFacts PostingColumns::facts(std::uint32_t row) const {
  const PostingRow& fixed = rows_[row];
  return {.id = ids_[row],
          .employer = fixed.employer,
          .school = fixed.school,
          .region = fixed.region,
          .kind = fixed.kind,
          .open = fixed.open,
          .majors_strict = fixed.majors_strict,
          .fresh = fixed.fresh,
          .min_rank = fixed.min_rank,
          .headcount = fixed.headcount,
          .taken = fixed.taken,
          .offer = fixed.offer,
          .posted = fixed.posted,
          .closes = fixed.closes,
          .majors = majors_[row],
          .required = required_[row],
          .preferred = preferred_[row]};
}

std::size_t PostingColumns::bytes() const {
  return ids_.bytes() + rows_.capacity() * sizeof(PostingRow) + majors_.bytes() + required_.bytes() +
         preferred_.bytes();
}

void PostingColumns::shrink() {
  ids_.shrink();
  rows_.shrink_to_fit();
  majors_.shrink();
  required_.shrink();
  preferred_.shrink();
}

PostingColumns PostingColumns::sorted() const {
  return reordered(
      *this, tie_order(*this, [this](std::uint32_t row) { return -std::int64_t{rows_[row].posted.days}; }));
}

void GraduateColumns::add(const GraduateFacts& facts) {
  ids_.append(facts.id);
  GraduateRow row{.school = facts.school,
                  .expected_pay = facts.expected_pay,
                  .major = facts.major,
                  .year = static_cast<std::int16_t>(facts.year),
                  .home = facts.home,
                  .level = facts.level,
                  .status = facts.status,
                  .opt_out = facts.opt_out,
                  .wishes_only = facts.wishes_only,
                  .holds_certificates = !facts.certificates.empty(),
                  .has_own_ties = !facts.ties.empty()};
  row.kinds = facts.kinds & 7U;
  rows_.push_back(row);
  wishes_.append(facts.wishes);
  certificates_.append(facts.certificates);
  ties_.append(facts.ties);
}

void GraduateColumns::append(const GraduateColumns& other) {
  for (std::uint32_t row = 0; row < other.size(); ++row) add(other.facts(row));
}

GraduateFacts GraduateColumns::facts(std::uint32_t row) const {
  const GraduateRow& fixed = rows_[row];
  return {.id = ids_[row],
          .school = fixed.school,
          .major = fixed.major,
          .level = fixed.level,
          .year = fixed.year,
          .status = fixed.status,
          .opt_out = fixed.opt_out,
          .wishes_only = fixed.wishes_only,
          .kinds = fixed.kinds,
          .expected_pay = fixed.expected_pay,
          .home = fixed.home,
          .wishes = wishes_[row],
          .certificates = certificates_[row],
          .ties = ties_[row]};
}

std::size_t GraduateColumns::bytes() const {
  return ids_.bytes() + rows_.capacity() * sizeof(GraduateRow) + wishes_.bytes() + certificates_.bytes() +
         ties_.bytes();
}

void GraduateColumns::shrink() {
  ids_.shrink();
  rows_.shrink_to_fit();
  wishes_.shrink();
  certificates_.shrink();
  ties_.shrink();
}

GraduateColumns GraduateColumns::sorted() const {
  return reordered(*this, tie_order(*this, [](std::uint32_t) { return std::int64_t{0}; }));
}

}  // namespace talentmatch
