#include "engine/placement/verify/bars.hpp"

#include <algorithm>

namespace talentmatch::verify {

bool easier(const Bar& a, const Bar& b) {
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.kind == Bar::Kind::beat && b.last < a.last;
}

Bars bars_of(std::span<Holder> holders, const SeatTerms& terms, bool hard) {
  std::ranges::sort(holders, {}, &Holder::standing);
  const Holder* last_member = nullptr;  // on a reserved seat
  const Holder* last_other = nullptr;
  std::int32_t on_reserved = 0;
  std::int32_t on_open = 0;
  for (const Holder& holder : holders) {
    if (holder.member && on_reserved < terms.reserved) {
      ++on_reserved;
      last_member = &holder;
    } else {
      ++on_open;
      last_other = &holder;
    }
  }
  const std::int32_t open_seats = terms.seats - (hard ? terms.reserved : on_reserved);
  Bars bars;
  bars.over_capacity = on_reserved + on_open > terms.seats;
  bars.quota_broken = hard && on_open > open_seats;
  if (on_open >= open_seats) {
    bars.others = last_other == nullptr ? Bar{.kind = Bar::Kind::shut, .last = {}}
                                        : Bar{.kind = Bar::Kind::beat, .last = last_other->standing};
  }
  bars.members = bars.others;
  if (on_reserved < terms.reserved) {
    bars.members = {};
  } else if (last_member != nullptr) {
    const Bar reserved{.kind = Bar::Kind::beat, .last = last_member->standing};
    if (easier(reserved, bars.members)) bars.members = reserved;
  }
  return bars;
}

}  // namespace talentmatch::verify
