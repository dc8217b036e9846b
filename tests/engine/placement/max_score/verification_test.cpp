// The verifier of `max_score` refuses what is wrong.

#include "engine/placement/max_score/verification.hpp"

#include <catch2/catch.hpp>

using namespace talentmatch;

namespace {

struct Claimed {
  ChoiceLists lists;
  std::vector<std::int32_t> seats{1, 1, 0};
  MaxScorePlacement result;

  Claimed() {
    lists.append(std::vector{Choice{0, 900, 900}, Choice{1, 800, 800}});
    lists.append(std::vector{Choice{0, 850, 850}, Choice{1, 100, 100}});
    result = maximize_score(lists, seats, {.accepted_gap = 0}).value();
  }
  MaxScoreVerification verification() const { return verify_max_score(lists, seats, result); }
  bool confirmed() const { return verification().confirms(result); }
};

}  // namespace

TEST_CASE("A sound result is confirmed", "[placement]") {
  CHECK(Claimed().confirmed());
}

TEST_CASE("Two on one seat are found", "[placement]") {
  Claimed claimed;
  claimed.result.postings = {0, 0};
  claimed.result.total = 1750;
  CHECK(claimed.verification().over_capacity == 1);
  CHECK_FALSE(claimed.confirmed());
}

TEST_CASE("A graduate who did not choose the posting is found", "[placement]") {
  Claimed claimed;
  claimed.result.postings[0] = 2;
  CHECK(claimed.verification().off_list == 1);
  CHECK_FALSE(claimed.confirmed());
}

TEST_CASE("A total, a bound or prices that do not belong to the result are found", "[placement]") {
  Claimed total;
  ++total.result.total;
  CHECK_FALSE(total.confirmed());
  Claimed bound;
  --bound.result.bound;
  CHECK_FALSE(bound.confirmed());
  Claimed prices;
  prices.result.prices[0] += 100 * prices.result.scale;
  CHECK_FALSE(prices.confirmed());
  Claimed negative;
  negative.result.prices[1] = -1;
  CHECK(negative.verification().negative_prices == 1);
  CHECK_FALSE(negative.confirmed());
}
