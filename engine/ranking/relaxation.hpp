#pragma once
// The demands of a posting that a counterfactual relaxes, one at a time or all at once.

#include <vector>

#include "engine/ranking/counterfactual.hpp"

namespace talentmatch {

struct Relaxation {
  Change change;
  std::size_t item = 0;  // of the required certificates, for a change of one
};

// In the order in which they are told.
std::vector<Relaxation> relaxations_of(const PostingFacts& posting);

// The posting with one demand relaxed. Facts view lists that lie elsewhere, so the changed one is kept here.
class RelaxedPosting {
 public:
  RelaxedPosting(const PostingFacts& posting, const Relaxation& relaxation);
  PostingFacts facts() const;

 private:
  PostingFacts facts_;
  std::vector<CertificateLevelPair> required_;
};

// Everything relaxed that can be, but for the certificates.
PostingFacts most_relaxed(PostingFacts posting);

}  // namespace talentmatch
