#pragma once
// Exact top-k graduates for a posting over one segment, the mirror of posting_search.hpp. A graduate belongs
// to one source: own tie with the employer; else a tie of the school; else the first asked certificate held;
// else the common one. The common source is walked by
// (major, nearness), best bound first; lists by their digests.

#include <optional>

#include "engine/ranking/graduate_index.hpp"
#include "engine/ranking/posting_query.hpp"
#include "engine/ranking/top_k.hpp"

namespace talentmatch {

// A row whose digest may enter. It counts only as seen from the place that gives its region value.
struct PendingGraduate {
  std::uint32_t row = 0;
  RegionId place = kNoRegion;
  std::int32_t region = 0;  // its value, if it counts
};

class GraduateSearch {
 public:
  GraduateSearch(const Snapshot& snapshot, const PostingQuery& query, const GraduateFilter& filter,
                 const PageKey* after, TopK<GraduateSegment>& top, std::vector<PendingGraduate>& pending)
      : snapshot_(snapshot),
        query_(query),
        filter_(filter),
        after_(after),
        order_(snapshot.graduates()),
        top_(top),
        pending_(pending) {}

  // One segment of the snapshot; all segments share `top`.
  void run(std::uint32_t segment);
  std::size_t visited() const { return visited_; }

 private:
  // Which rows a walk takes, and what certificates and ties can be worth in it.
  struct Source {
    bool takes_own_tied = true;
    bool takes_school_tied = true;
    bool takes_all_holders = true;  // else only those whose first asked holding is `certificate`, or none
    std::optional<CertificateId> certificate;
    std::int32_t tie = 100;
    std::int32_t asked = 100;  // the most that certificates are worth
  };
  // A key of by_major or all, and the affinity of its rows.
  struct Key {
    std::uint32_t key = 0;
    std::int32_t affinity = 0;
  };
  // What E and S of a digest have without level, region and pay.
  struct Base {
    std::int32_t e = 0;
    std::int32_t s = 0;
  };

  void run_index(const GraduateIndex& index);
  void run_sources(const GraduateIndex& index);
  std::size_t tied_graduates(const GraduateIndex& index) const;
  void scan_school(const GraduateIndex& index, Slot school, const Source& source);
  void run_certificates(const GraduateIndex& index, Source rest);
  void run_list(const GraduateList& list, CertificateId certificate, const Source& source);
  void scan_rows(std::span<const std::uint32_t> rows, const Source& source);
  void scan_in_order(const Source& source);
  void scan_all();

  void walk(const GraduateIndex& index, const Source& source);
  // The digests of a key and of one nearness.
  void scan(const GraduateList& list, std::uint32_t key, std::int32_t affinity, Nearness nearness,
            const Source& source);
  void scan_run(const GraduateList& list, GraduateList::Run run, std::int32_t affinity, Nearness nearness,
                const Source& source);
  Base base(std::int32_t affinity, std::int32_t tie, const Source& source) const;
  bool closed(const GraduateBlock& block, const Base& base, Nearness nearness) const;
  bool closed(const GraduateDigest& digest, const Base& base, std::int32_t region) const;
  std::int32_t certificate_bound(const Source& source) const;
  std::int32_t bound(std::int32_t affinity, std::int32_t certificates, std::int32_t level,
                     std::int32_t region, std::int32_t pay, std::int32_t tie) const {
    return query_.score(affinity, certificates, level, region, pay, tie).of(query_.perspective);
  }

  void visit(const Source& source, std::uint32_t row);
  // Notes a row to be visited and fetches it meanwhile.
  void put_off(const PendingGraduate& pending);
  // No nearness: found under the school.
  void visit_pending(const Source& source, std::optional<Nearness> nearness);
  // The most that the row can score with this region value; -1 if it fails or is not the source's.
  std::int32_t row_bound(const Source& source, std::uint32_t row, std::int32_t region) const;
  std::int32_t tie(std::uint32_t row) const;
  void accept(const Source& source, std::uint32_t row, std::int32_t region);
  bool wished(std::uint32_t row) const;
  std::int32_t own_tie(std::uint32_t row) const;
  bool takes(const Source& source, std::uint32_t row) const;
  std::int32_t held_level(std::uint32_t row, CertificateId certificate) const;
  // Value of the certificates, -1 if a required one is not held.
  std::int32_t certificates(std::uint32_t row) const;

  static constexpr std::size_t kPending = 8;  // rows that are fetched at the same time

  const Snapshot& snapshot_;
  const PostingQuery& query_;
  const GraduateFilter& filter_;
  const PageKey* after_;
  TotalOrder<GraduateSegment> order_;
  TopK<GraduateSegment>& top_;
  std::vector<PendingGraduate>& pending_;  // scratch space
  std::uint32_t segment_ = 0;
  std::size_t visited_ = 0;
  const GraduateColumns* columns_ = nullptr;
};

}  // namespace talentmatch
