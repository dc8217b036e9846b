#include "tests/engine/placement/dense_market.hpp"

#include <array>
#include <numeric>

namespace talentmatch::testing {
namespace {

constexpr int kRegions = 5;
constexpr int kCertificates = 4;

RegionId region_of(int number) {
  constexpr std::array kCodes{"410100", "410200", "410300", "410400", "410500"};
  return shipped_catalog().catalog->resolve_region(kCodes.at(static_cast<std::size_t>(number)))->id;
}

std::vector<int> some_of(Dice& dice, int count, std::size_t most) {
  std::vector<int> numbers(static_cast<std::size_t>(count));
  std::iota(numbers.begin(), numbers.end(), 0);
  return dice.some(numbers, most);
}

std::string name(char kind, int number) {
  return kind + std::to_string(number);
}

Graduate random_graduate(const HandMadeMarket& market, Dice& dice, int number) {
  Graduate graduate =
      market.graduate(name('G', number), some_of(dice, kRegions, 4), some_of(dice, kCertificates, 2));
  if (dice.chance(30)) graduate.school = "S2";
  if (dice.chance(30)) graduate.expected_pay = dice.pick<int>({4000, 6000, 8000});
  if (dice.chance(25)) {
    const auto kind = dice.chance(60) ? GraduateTieKind::bound : GraduateTieKind::intern;
    graduate.ties.push_back({.employer = dice.chance(50) ? "E" : "E2", .kind = kind});
  }
  return graduate;
}

Posting random_posting(const HandMadeMarket& market, Dice& dice, int number, int most_seats) {
  Posting posting = market.posting(name('P', number), dice.between(0, kRegions - 1),
                                   some_of(dice, kCertificates, 2), dice.between(1, most_seats));
  if (dice.chance(50)) posting.employer = "E2";
  if (dice.chance(40)) posting.pay_min = dice.pick<int>({3000, 5000, 7000});
  return posting;
}

PairIds random_pair(Dice& dice, int graduates, int postings) {
  return {name('G', dice.between(1, graduates)), name('P', dice.between(1, postings))};
}

}  // namespace

HandMadeMarket::HandMadeMarket() : market_(shipped_catalog().catalog) {
  for (const char* id : {"S", "S2"}) {
    put(School{.id = id, .name = id, .kind = SchoolKind::secondary, .region = region_of(0)});
  }
  for (const char* id : {"E", "E2"}) {
    Employer employer;
    employer.id = employer.name = id;
    employer.region = region_of(0);
    put(employer);
  }
}

Graduate HandMadeMarket::graduate(std::string id, std::vector<int> wishes, std::vector<int> held) const {
  Graduate graduate;
  graduate.id = std::move(id);
  graduate.school = "S";
  graduate.major = MajorId{0};
  graduate.year = 2026;
  for (const int wish : wishes) graduate.wishes.push_back(region_of(wish));
  for (const int number : held) {
    HeldCertificate certificate;
    certificate.certificate = CertificateId{static_cast<std::uint16_t>(number)};
    graduate.certificates.push_back(certificate);
  }
  return graduate;
}

Posting HandMadeMarket::posting(std::string id, int region, std::vector<int> preferred, int headcount) const {
  Posting posting;
  posting.id = posting.title = std::move(id);
  posting.employer = "E";
  posting.region = region_of(region);
  posting.headcount = headcount;
  for (const int number : preferred) {
    posting.preferred_certificates.push_back(
        {.certificate = CertificateId{static_cast<std::uint16_t>(number)}, .level = {}});
  }
  return posting;
}

void HandMadeMarket::put(Record record) {
  const auto id = std::visit([](const auto& one) { return one.id; }, record);
  const auto collection = collection_of(record);
  const Mutation mutation{collection, id, std::move(record)};
  market_.apply({&mutation, 1}, ++commit_);
}

PlacementInput HandMadeMarket::input() const {
  PlacementInput input;
  input.snapshot = market_.snapshot();
  input.as_of = *parse_date("2026-06-01");
  input.weights = {.employer = {0, 1000, 0, 0}, .graduate = {1000, 0, 0, 0}};
  return input;
}

PlacementInput dense_input(Dice& dice, const DenseSize& size) {
  HandMadeMarket market;
  const int graduates = dice.between(2, size.most_graduates);
  const int postings = dice.between(1, size.most_postings);
  for (int g = 1; g <= graduates; ++g) market.put(random_graduate(market, dice, g));
  for (int p = 1; p <= postings; ++p) market.put(random_posting(market, dice, p, size.most_seats));
  PlacementInput input = market.input();
  input.seed = dice.below(1000);
  if (dice.chance(30)) input.weights = {};
  if (dice.chance(30)) input.weights = {.employer = {0, 500, 0, 500}, .graduate = {500, 0, 400, 100}};
  if (dice.chance(20)) input.policy.local.schools = {"S2"};
  input.policy.bound_first = dice.chance(50);
  if (dice.chance(20)) input.locks.push_back(random_pair(dice, graduates, postings));
  if (dice.chance(20)) {
    const PairIds ban = random_pair(dice, graduates, postings);
    const bool locked = !input.locks.empty() && input.locks[0].graduate == ban.graduate;
    if (!locked) input.bans.push_back(ban);
  }
  return input;
}

}  // namespace talentmatch::testing
