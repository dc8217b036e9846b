#pragma once
// Immutable columns of graduates or postings, rows in tie order: postings newest first then by id, graduates
// by id. So between rows of one segment the smaller row number wins a tie. Variable-length lists of all rows
// lie in shared pools. A large segment carries an index for ranking (ranking/*_index.hpp), a small one is
// scanned.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/market/facts.hpp"
#include "engine/market/index_tuning.hpp"
#include "engine/memory/flat_vector.hpp"

namespace talentmatch {

class RowMask {  // a set of rows
 public:
  explicit RowMask(std::size_t rows) : words_((rows + 63) / 64) {}
  bool test(std::uint32_t row) const { return (words_[row / 64] >> (row % 64) & 1U) != 0; }
  void set(std::uint32_t row) { words_[row / 64] |= std::uint64_t{1} << (row % 64); }

 private:
  std::vector<std::uint64_t> words_;
};

// Texts of all rows in one buffer.
class TextColumn {
 public:
  void append(std::string_view text) {
    bytes_ += text;
    offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }
  std::string_view operator[](std::uint32_t row) const {
    return std::string_view{bytes_}.substr(offsets_[row], offsets_[row + 1] - offsets_[row]);
  }
  void prefetch(std::uint32_t row) const { __builtin_prefetch(&offsets_[row]); }
  std::size_t bytes() const { return bytes_.capacity() + offsets_.capacity() * sizeof(std::uint32_t); }
  void shrink() {
    bytes_.shrink_to_fit();
    offsets_.shrink_to_fit();
  }

 private:
  FlatString bytes_;
  FlatVector<std::uint32_t> offsets_{0};
};

// The way from an id to its row: open addressing over row numbers, ids stay in their column.
class IdLookup {
 public:
  explicit IdLookup(std::uint32_t rows);
  void insert(std::string_view id, std::uint32_t row);
  // The candidate rows of an id in probing order; `matches(row)` decides.
  template <class Matches>
  std::optional<std::uint32_t> find(std::string_view id, Matches&& matches) const {
    for (auto at = slot_of(id); buckets_[at] != 0; at = (at + 1) & mask_) {
      if (matches(buckets_[at] - 1)) return buckets_[at] - 1;
    }
    return std::nullopt;
  }
  std::size_t bytes() const { return buckets_.capacity() * sizeof(std::uint32_t); }

 private:
  std::size_t slot_of(std::string_view id) const;

  std::size_t mask_;
  FlatVector<std::uint32_t> buckets_;  // row + 1, 0 = free
};

// A list column: row -> slice of one pool.
template <class T>
class ListColumn {
 public:
  void append(std::span<const T> list) {
    pool_.insert(pool_.end(), list.begin(), list.end());
    offsets_.push_back(static_cast<std::uint32_t>(pool_.size()));
  }
  std::span<const T> operator[](std::uint32_t row) const {
    return std::span{pool_}.subspan(offsets_[row], offsets_[row + 1] - offsets_[row]);
  }
  // Where a row's list lies.
  void prefetch(std::uint32_t row) const { __builtin_prefetch(&offsets_[row]); }
  std::size_t bytes() const {
    return pool_.capacity() * sizeof(T) + offsets_.capacity() * sizeof(std::uint32_t);
  }
  void shrink() {
    pool_.shrink_to_fit();
    offsets_.shrink_to_fit();
  }

 private:
  FlatVector<T> pool_;
  FlatVector<std::uint32_t> offsets_{0};
};

struct PostingRow {  // the fixed part of PostingFacts
  Slot employer = kNoSlot;
  Slot school = kNoSlot;
  Date posted = kNeverPosted;
  Date closes = kOpenEnd;
  std::int32_t headcount = 1;
  std::int32_t taken = 0;
  std::int32_t offer = 0;
  RegionId region{};
  PostingKind kind : 2 = PostingKind::job;
  FreshGraduates fresh : 2 = FreshGraduates::allowed;
  bool open : 1 = true;
  bool majors_strict : 1 = false;
  bool asks_certificates : 1 = false;  // derived: required or preferred ones
  bool several_majors : 1 = false;     // derived: more than one accepted entry
  std::uint8_t min_rank : 3 = 0;
};

struct GraduateRow {  // the fixed part of GraduateFacts
  Slot school = kNoSlot;
  std::int32_t expected_pay = 0;
  MajorId major{};
  std::int16_t year = 0;
  RegionId home = kNoRegion;
  Level level : 3 = Level::secondary;
  GraduateStatus status : 2 = GraduateStatus::seeking;
  bool opt_out : 1 = false;
  bool wishes_only : 1 = false;
  bool holds_certificates : 1 = false;  // derived
  bool has_own_ties : 1 = false;        // derived
  KindSet kinds : 3 = 0;
};

class PostingIndex;
class GraduateIndex;

// Rows in order of arrival, to be sorted into a segment.
class PostingColumns {
 public:
  using Facts = PostingFacts;

  void add(const PostingFacts& facts);
  void append(const PostingColumns& other);
  std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
  PostingFacts facts(std::uint32_t row) const;
  std::string_view id(std::uint32_t row) const { return ids_[row]; }
  void prefetch_id(std::uint32_t row) const { ids_.prefetch(row); }
  const PostingRow& row(std::uint32_t row) const { return rows_[row]; }
  std::span<const EntryId> majors(std::uint32_t row) const { return majors_[row]; }
  void prefetch_majors(std::uint32_t row) const { majors_.prefetch(row); }
  std::span<const CertificateLevelPair> required(std::uint32_t row) const { return required_[row]; }
  std::span<const CertificateLevelPair> preferred(std::uint32_t row) const { return preferred_[row]; }
  std::size_t bytes() const;
  void shrink();  // gives back spare capacity
  // The same rows in tie order: `posted` descending, then id.
  PostingColumns sorted() const;

 private:
  TextColumn ids_;
  FlatVector<PostingRow> rows_;
  ListColumn<EntryId> majors_;
  ListColumn<CertificateLevelPair> required_;
  ListColumn<CertificateLevelPair> preferred_;
};

class GraduateColumns {
 public:
  using Facts = GraduateFacts;

  void add(const GraduateFacts& facts);
  void append(const GraduateColumns& other);
  std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
  GraduateFacts facts(std::uint32_t row) const;
  std::string_view id(std::uint32_t row) const { return ids_[row]; }
  void prefetch_id(std::uint32_t row) const { ids_.prefetch(row); }
  const GraduateRow& row(std::uint32_t row) const { return rows_[row]; }
  std::span<const RegionId> wishes(std::uint32_t row) const { return wishes_[row]; }
  void prefetch_wishes(std::uint32_t row) const { wishes_.prefetch(row); }
  void prefetch_certificates(std::uint32_t row) const { certificates_.prefetch(row); }
  std::span<const Holding> certificates(std::uint32_t row) const { return certificates_[row]; }
  std::span<const OwnTie> ties(std::uint32_t row) const { return ties_[row]; }
  std::size_t bytes() const;
  void shrink();  // gives back spare capacity
  // The same rows by id.
  GraduateColumns sorted() const;

 private:
  TextColumn ids_;
  FlatVector<GraduateRow> rows_;
  ListColumn<RegionId> wishes_;
  ListColumn<Holding> certificates_;
  ListColumn<OwnTie> ties_;
};

// Immutable: sorted columns, the way from an id to its row and, if it is large, an index for ranking.
template <class Columns, class Index>
class Segment : public Columns {
 public:
  Segment(const Columns& rows, const Catalog& catalog, const IndexTuning& tuning);
  ~Segment();
  Segment(const Segment&) = delete;
  Segment& operator=(const Segment&) = delete;

  std::optional<std::uint32_t> find(std::string_view id) const;  // O(1) expected
  const Index* index() const { return index_.get(); }            // null: scan
  std::size_t bytes() const;                                     // of columns, look-up and index

 private:
  IdLookup lookup_;
  std::unique_ptr<const Index> index_;
};

using PostingSegment = Segment<PostingColumns, PostingIndex>;
using GraduateSegment = Segment<GraduateColumns, GraduateIndex>;

}  // namespace talentmatch
