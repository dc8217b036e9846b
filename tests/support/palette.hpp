#pragma once
// The few values that one random world is painted with: small enough for many ties, chosen so that every
// relation of spec 1 turns up.

#include <string>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/model/date.hpp"
#include "tests/support/dice.hpp"

namespace talentmatch::testing {

struct Palette {
  std::vector<MajorId> majors;
  std::vector<EntryId> entries;
  std::vector<RegionId> regions;
  std::vector<CertificateId> certificates;
  std::vector<std::int32_t> pays;
  std::vector<Date> dates;
  std::vector<std::int32_t> years;
  Date as_of;
  bool plain = false;  // most records ask and state little, so that few components tell them apart
};

Palette random_palette(const Catalog& catalog, Dice& dice);
// An id that is not among `taken`, made so that the order by bytes differs from the order by numbers or
// without case. It is added to `taken`.
std::string random_id(Dice& dice, std::vector<std::string>& taken);

}  // namespace talentmatch::testing
