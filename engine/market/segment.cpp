#include "engine/market/segment.hpp"

#include <bit>
#include <functional>

#include "engine/ranking/graduate_index.hpp"
#include "engine/ranking/posting_index.hpp"

namespace talentmatch {

IdLookup::IdLookup(std::uint32_t rows)
    : mask_(std::bit_ceil(std::size_t{rows} * 3 / 2 + 1) - 1), buckets_(mask_ + 1) {}

std::size_t IdLookup::slot_of(std::string_view id) const {
  return std::hash<std::string_view>{}(id)&mask_;
}

void IdLookup::insert(std::string_view id, std::uint32_t row) {
  auto at = slot_of(id);
  while (buckets_[at] != 0) at = (at + 1) & mask_;
  buckets_[at] = row + 1;
}

template <class Columns, class Index>
Segment<Columns, Index>::Segment(const Columns& rows, const Catalog& catalog, const IndexTuning& tuning)
    : Columns(rows.sorted()), lookup_(rows.size()) {
  for (std::uint32_t row = 0; row < this->size(); ++row) lookup_.insert(this->id(row), row);
  if (this->size() >= tuning.indexed_rows) index_ = std::make_unique<const Index>(*this, catalog, tuning);
}

template <class Columns, class Index>
Segment<Columns, Index>::~Segment() = default;

template <class Columns, class Index>
std::optional<std::uint32_t> Segment<Columns, Index>::find(std::string_view id) const {
  return lookup_.find(id, [&](std::uint32_t row) { return this->id(row) == id; });
}

template <class Columns, class Index>
std::size_t Segment<Columns, Index>::bytes() const {
  return Columns::bytes() + lookup_.bytes() + (index_ ? index_->bytes() : 0);
}

template class Segment<PostingColumns, PostingIndex>;
template class Segment<GraduateColumns, GraduateIndex>;

}  // namespace talentmatch
