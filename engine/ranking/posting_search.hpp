#pragma once
// Exact top-k postings for a graduate over one segment, best bound first. A posting belongs to exactly one
// source: its employer's, if the graduate has a tie with it; else the first certificate it asks for that the
// graduate holds; else the common one, under the first of its entries with the highest affinity. The common
// source is walked by (entry, value of the region) in descending order of the best possible score, and left
// when nothing in it can enter the top k any more; the lists of the others by their digests.

#include <array>
#include <optional>

#include "engine/ranking/graduate_query.hpp"
#include "engine/ranking/posting_affinities.hpp"
#include "engine/ranking/posting_index.hpp"
#include "engine/ranking/top_k.hpp"

namespace talentmatch {

// A row whose digest may enter.
struct PendingPosting {
  std::uint32_t row = 0;
  std::uint8_t affinity = 0;  // found in a list and of several entries: the most that it can be
  bool several = false;       // accepts several entries
};

// Scratch space of a search, kept from one to the next.
struct PostingSearchSpace {
  std::vector<PendingPosting> pending;
  std::vector<std::uint64_t> seen;       // bit per row: met under a key before; all zero between searches
  std::vector<std::uint32_t> seen_rows;  // whose bits are set
};

class PostingSearch {
 public:
  PostingSearch(const Snapshot& snapshot, const GraduateQuery& query, const PostingFilter& filter,
                const PostingAffinities& affinities, const PageKey* after, TopK<PostingSegment>& top,
                PostingSearchSpace& space)
      : snapshot_(snapshot),
        query_(query),
        filter_(filter),
        affinities_(affinities),
        after_(after),
        order_(snapshot.postings()),
        top_(top),
        space_(space),
        pending_(space.pending) {}

  // One segment of the snapshot; all segments share `top`.
  void run(std::uint32_t segment);
  std::size_t visited() const { return visited_; }

 private:
  // Which rows are taken, and what certificates and a tie can be worth there.
  struct Source {
    bool takes_tied = true;
    bool takes_all_asking = true;  // else only those asking for `certificate` first, or for nothing held
    std::optional<CertificateId> certificate;
    std::int32_t tie = 0;       // the most that a tie is worth
    std::int32_t asking = 100;  // the most that certificates are worth to a posting that asks for some
  };
  // What is common to the digests of a run: what E and S have without level, certificates, region and pay.
  struct Base {
    std::int32_t e = 0;
    std::int32_t s = 0;
    std::int32_t asking = 0;  // E's points for certificates, of postings that ask for some
  };

  void run_index(const PostingIndex& index);
  void run_list(const PostingList& list, std::uint32_t key, const Source& source);
  void scan_rows(std::span<const std::uint32_t> rows, const Source& source);
  void scan_all();

  void walk(const PostingList& list, const Source& source);
  // The digests of a run that have one region value and may enter. Under kNoKey each tells its affinity.
  void scan(const PostingList& list, PostingList::Run run, KeyAffinity key, std::int32_t region,
            const Source& source);
  Base base(std::int32_t affinity, const Source& source) const;
  bool closed(const PostingBlock& block, const Base& base, std::int32_t region) const;
  bool closed(const PostingDigest& digest, const Base& base, std::int32_t region) const;
  std::int32_t bound(std::int32_t affinity, std::int32_t certificates, std::int32_t level,
                     std::int32_t region, std::int32_t pay, std::int32_t tie) const {
    return query_.score(affinity, certificates, level, region, pay, tie).of(query_.perspective);
  }

  std::uint8_t affinity(std::uint32_t row) const;
  // Brings needs_ to the threshold.
  void fill_needs(const Source& source);
  // kNoKey: found in a list, once; of several entries the affinity is then a bound.
  static constexpr std::uint16_t kNoKey = 0xFFFF;
  // Notes a row to be visited and fetches it meanwhile.
  void put_off(const PostingDigest& digest, std::uint8_t affinity);
  void visit_pending(const Source& source, bool by_key);
  // The most that the row can score by its fixed part, -1 if it fails or is not the source's.
  std::int32_t row_bound(const Source& source, const PendingPosting& pending) const;
  bool seen_before(std::uint32_t row);
  void forget_seen();
  void visit(const Source& source, std::uint32_t row);
  void accept(const Source& source, std::uint32_t row, std::int32_t affinity);
  bool takes(const Source& source, std::uint32_t row) const;

  static constexpr std::size_t kPending = 8;  // rows that are fetched at the same time

  const Snapshot& snapshot_;
  const GraduateQuery& query_;
  const PostingFilter& filter_;
  const PostingAffinities& affinities_;
  const PageKey* after_;
  TotalOrder<PostingSegment> order_;
  TopK<PostingSegment>& top_;
  PostingSearchSpace& space_;
  std::vector<PendingPosting>& pending_;
  // By affinity, of postings that ask for no certificate and of those that do: the least region value with
  // which one may enter, above 100 if none. Holds for `needs_of_` and may be too low for what came later.
  struct NeedsOf {
    std::int32_t threshold = -1;
    std::int32_t tie = 0;
    std::int32_t asking = 0;

    friend bool operator==(const NeedsOf&, const NeedsOf&) = default;
  };
  NeedsOf needs_of_;
  std::array<std::array<std::uint8_t, 101>, 2> needs_{};
  std::uint32_t segment_ = 0;
  std::size_t visited_ = 0;
  const PostingColumns* columns_ = nullptr;
};

}  // namespace talentmatch
