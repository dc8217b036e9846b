#pragma once
// Exact top-k graduates for a posting over one segment, the mirror of posting_search.hpp. A graduate belongs
// to one source: own tie with the employer; else a tie of the school; else the first asked certificate held;
// else the common one. A source is walked by (major, nearness), best bound first.

#include <optional>

#include "engine/ranking/graduate_index.hpp"
#include "engine/ranking/posting_query.hpp"
#include "engine/ranking/top_k.hpp"

namespace talentmatch {

class GraduateSearch {
 public:
  GraduateSearch(const Snapshot& snapshot, const PostingQuery& query, const GraduateFilter& filter,
                 const PageKey* after, TopK<GraduateSegment>& top)
      : snapshot_(snapshot),
        query_(query),
        filter_(filter),
        after_(after),
        order_(snapshot.graduates()),
        top_(top) {}

  // One segment of the snapshot; all segments share `top`.
  void run(std::uint32_t segment);
  std::size_t visited() const { return visited_; }

 private:
  enum class Nearness : std::uint8_t { near, rest };  // near: value 65 and more

  // Which rows a walk takes, and what certificates and ties can be worth in it.
  struct Source {
    bool takes_own_tied = true;
    bool takes_school_tied = true;
    bool takes_all_holders = true;  // else only those whose first asked holding is `certificate`, or none
    std::optional<CertificateId> certificate;
    std::int32_t tie = 100;
    std::int32_t asked = 100;  // the most that certificates are worth
  };
  // All rows under one key: `affinity` is the same for all.
  struct Key {
    std::uint16_t key = 0;
    std::int32_t affinity = 0;
  };

  void run_index(const GraduateIndex& index);
  void run_sources(const GraduateIndex& index);
  std::size_t tied_graduates(const GraduateIndex& index) const;
  void scan_school(const GraduateIndex& index, Slot school);
  void run_certificates(const GraduateIndex& index, Source rest);
  void run_keyed(const KeyedGraduates& keyed, CertificateId certificate, const Source& source);
  void scan_list(std::span<const std::uint32_t> rows, const Source& source);
  void scan_all();

  void walk(const GraduateGroups& groups, const Source& source);
  void walk_key(const GraduateGroups& groups, const Source& source, Key key, Nearness nearness);
  void walk_group(const GroupedRows& grouped, const RowGroup& group, const Source& source, Nearness nearness,
                  std::int32_t bound);
  std::int32_t best_region(Nearness nearness) const;
  std::int32_t best_pay(const GraduateGroupSummary& summary) const;
  std::int32_t best_level(std::uint8_t ranks) const;
  std::int32_t certificate_bound(const Source& source) const;
  std::int32_t bound(std::int32_t affinity, std::int32_t certificates, std::int32_t level,
                     std::int32_t region, std::int32_t pay, std::int32_t tie) const {
    return query_.score(affinity, certificates, level, region, pay, tie).of(query_.perspective);
  }

  // `wanted`: only rows of this nearness; none: all.
  void visit(const Source& source, std::uint32_t row, std::optional<Nearness> wanted);
  void accept(const Source& source, std::uint32_t row, std::int32_t affinity, std::int32_t tie,
              std::int32_t region);
  bool wished(std::uint32_t row) const;
  bool has_place_in(std::uint32_t row, std::uint16_t area) const;
  std::int32_t own_tie(std::uint32_t row) const;
  bool takes(const Source& source, std::uint32_t row) const;
  std::int32_t held_level(std::uint32_t row, CertificateId certificate) const;
  // Value of the certificates, -1 if a required one is not held.
  std::int32_t certificates(std::uint32_t row) const;

  const Snapshot& snapshot_;
  const PostingQuery& query_;
  const GraduateFilter& filter_;
  const PageKey* after_;
  TotalOrder<GraduateSegment> order_;
  TopK<GraduateSegment>& top_;
  std::uint32_t segment_ = 0;
  std::size_t visited_ = 0;
  const GraduateColumns* columns_ = nullptr;
};

}  // namespace talentmatch
