#pragma once
// Exact top-k postings for a graduate over one segment, best bound first. A posting belongs to exactly one
// source: its employer's, if the graduate has a tie with it; else the first certificate it asks for that the
// graduate holds; else the common one, under the first of its entries with the highest affinity. Each source
// is walked by (entry, nearness) in descending order of the best possible score, and left when nothing in it
// can enter the top k any more.

#include <optional>

#include "engine/ranking/graduate_query.hpp"
#include "engine/ranking/posting_index.hpp"
#include "engine/ranking/top_k.hpp"

namespace talentmatch {

struct KeyAffinity {
  std::uint16_t key = 0;
  std::uint8_t affinity = 0;
};

// The keys under which postings with affinity > 0 lie, affinity descending.
void fill_posting_keys(const Catalog& catalog, MajorId major, std::vector<KeyAffinity>& keys);

class PostingSearch {
 public:
  PostingSearch(const Snapshot& snapshot, const GraduateQuery& query, const PostingFilter& filter,
                std::span<const KeyAffinity> keys, const PageKey* after, TopK<PostingSegment>& top)
      : snapshot_(snapshot),
        query_(query),
        filter_(filter),
        keys_(keys),
        keys_of_(snapshot.catalog()),
        after_(after),
        order_(snapshot.postings()),
        top_(top) {}

  // One segment of the snapshot; all segments share `top`.
  void run(std::uint32_t segment);
  std::size_t visited() const { return visited_; }

 private:
  // Which rows a walk takes, and what certificates can be worth in it.
  struct Source {
    bool takes_tied = true;
    bool takes_all_asking = true;  // else only those asking for `certificate` first, or for nothing held
    std::optional<CertificateId> certificate;
    std::int32_t tie = 0;       // the most that a tie is worth
    std::int32_t asking = 100;  // the most that certificates are worth to a posting that asks for some
  };

  void run_index(const PostingIndex& index);
  void run_keyed(const KeyedPostings& keyed, std::uint32_t key, const Source& source);
  void scan_list(std::span<const std::uint32_t> rows, const Source& source);
  void scan_digests(std::span<const std::uint32_t> rows, std::span<const PostingDigest> digests,
                    const Source& source);
  std::int32_t best_affinity(const PostingDigest& digest) const;
  void scan_all();

  void walk(const PostingGroups& groups, const Source& source);
  void walk_key(const PostingGroups& groups, const Source& source, KeyAffinity key, Nearness nearness);
  void walk_group(const GroupedRows& grouped, const RowGroup& group, const Source& source, KeyAffinity key,
                  Nearness nearness, std::int32_t certificates, std::int32_t level, std::int32_t pay);
  std::int32_t bound(std::int32_t affinity, std::int32_t certificates, std::int32_t level,
                     std::int32_t region, std::int32_t pay, std::int32_t tie) const {
    return query_.score(affinity, certificates, level, region, pay, tie).of(query_.perspective);
  }
  std::int32_t best_level(std::uint8_t ranks) const;

  // One posting under a key (kNoKey: found in a list, once).
  static constexpr std::uint16_t kNoKey = 0xFFFF;
  void visit(const Source& source, KeyAffinity key, std::uint32_t row);
  void accept(const Source& source, std::uint32_t row, std::int32_t affinity, std::int32_t tie);
  bool owned_by(KeyAffinity key, std::uint32_t row) const;
  bool major_gate_fails(std::uint32_t row) const;
  bool takes(const Source& source, std::uint32_t row) const;
  // Value of the certificates, -1 if a required one is not held.
  std::int32_t certificates(std::uint32_t row) const;

  const Snapshot& snapshot_;
  const GraduateQuery& query_;
  const PostingFilter& filter_;
  std::span<const KeyAffinity> keys_;
  PostingKeys keys_of_;
  const PageKey* after_;
  TotalOrder<PostingSegment> order_;
  TopK<PostingSegment>& top_;
  std::uint32_t segment_ = 0;
  std::size_t visited_ = 0;
  const PostingColumns* columns_ = nullptr;
};

}  // namespace talentmatch
