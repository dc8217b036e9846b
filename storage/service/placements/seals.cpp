#include "storage/service/placements/seals.hpp"

#include <string>

#include <xxhash.h>

namespace talentmatch {
namespace {

class Seal {
 public:
  template <class Number>
  Seal& number(Number value) {
    const auto wide = static_cast<std::int64_t>(value);
    bytes_.append(reinterpret_cast<const char*>(&wide), sizeof wide);
    return *this;
  }
  Seal& text(std::string_view value) {
    number(value.size());
    bytes_ += value;
    return *this;
  }
  template <class Table>
  Seal& actor(const Table& table, Slot slot) {
    return slot == kNoSlot ? text("") : text(table.id_of(slot));
  }
  std::uint64_t value() const { return XXH3_64bits(bytes_.data(), bytes_.size()); }

 private:
  std::string bytes_;
};

void add(Seal& seal, std::span<const CertificateLevelPair> asked) {
  seal.number(asked.size());
  for (const auto& pair : asked) seal.number(pair.certificate).number(pair.level);
}

}  // namespace

std::uint64_t seal_of(const Snapshot& snapshot, const GraduateFacts& graduate) {
  Seal seal;
  seal.text(graduate.id).actor(snapshot.schools(), graduate.school).number(graduate.major);
  seal.number(graduate.level).number(graduate.year).number(graduate.status).number(graduate.opt_out);
  seal.number(graduate.wishes_only).number(graduate.kinds).number(graduate.expected_pay);
  seal.number(graduate.home).number(graduate.wishes.size());
  for (const auto wish : graduate.wishes) seal.number(wish);
  seal.number(graduate.certificates.size());
  for (const auto& held : graduate.certificates) {
    seal.number(held.certificate).number(held.level).number(held.expires.days);
  }
  for (const auto& tie : graduate.ties) seal.actor(snapshot.employers(), tie.employer).number(tie.kind);
  return seal.value();
}

std::uint64_t seal_of(const Snapshot& snapshot, const PostingFacts& posting) {
  Seal seal;
  seal.text(posting.id).actor(snapshot.employers(), posting.employer);
  seal.number(snapshot.employers()[posting.employer].active).actor(snapshot.schools(), posting.school);
  seal.number(posting.region).number(posting.kind).number(posting.open).number(posting.majors_strict);
  seal.number(posting.fresh).number(posting.min_rank).number(posting.headcount).number(posting.offer);
  seal.number(posting.posted.days).number(posting.closes.days).number(posting.majors.size());
  for (const auto entry : posting.majors) seal.number(entry);
  add(seal, posting.required);
  add(seal, posting.preferred);
  return seal.value();
}

}  // namespace talentmatch
