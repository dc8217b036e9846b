#pragma once
// A record as facts: defaults applied, ids turned into slots. The encoded object owns
// what the facts' spans point to.

#include <string>
#include <vector>

#include "engine/market/actors.hpp"
#include "engine/market/facts.hpp"
#include "engine/model/records.hpp"

namespace talentmatch {

class EncodedGraduate {
 public:
  EncodedGraduate(const Graduate& graduate, const EmployerTable& employers, const SchoolTable& schools);
  const GraduateFacts& facts() const { return facts_; }
  EncodedGraduate(const EncodedGraduate&) = delete;
  EncodedGraduate& operator=(const EncodedGraduate&) = delete;

 private:
  std::string id_;
  std::vector<RegionId> wishes_;
  std::vector<Holding> certificates_;
  std::vector<OwnTie> ties_;
  GraduateFacts facts_;
};

class EncodedPosting {
 public:
  EncodedPosting(const Posting& posting, const EmployerTable& employers, const SchoolTable& schools);
  const PostingFacts& facts() const { return facts_; }
  EncodedPosting(const EncodedPosting&) = delete;
  EncodedPosting& operator=(const EncodedPosting&) = delete;

 private:
  std::string id_;
  std::vector<EntryId> majors_;
  std::vector<CertificateLevelPair> required_;
  std::vector<CertificateLevelPair> preferred_;
  PostingFacts facts_;
};

}  // namespace talentmatch
