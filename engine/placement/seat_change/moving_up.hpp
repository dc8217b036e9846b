#pragma once
// What happens when seats fall vacant in a stable placement. Chains of vacancies (Blum, Roth and Rothblum
// 1997): a posting with a free seat takes the first of its waiting list, whose own seat falls vacant in turn;
// that ends in a stable placement, but not always in the best one for the graduates. Rotations (Gusfield and
// Irving 1989) lead there: from each full posting to the one where the first of its waiting list sits; in a
// cycle of these all move in at once. A placement without such a cycle is graduate-optimal.

#include <cstdint>
#include <vector>

#include "engine/placement/seat_change/waiting_lists.hpp"

namespace talentmatch {

class MovingUp {
 public:
  MovingUp(ChangedMarket& market, WaitingLists& waiting)
      : market_(market), waiting_(waiting), settled_in_(market.run().field().postings()) {}

  // The posting may have a free seat.
  void vacate(std::uint32_t posting) { vacant_.push_back(posting); }
  // The graduate has left the market, or has come to wait for less.
  void unsettle(std::uint32_t graduate);
  // Until nobody can move up: chains, then rotations. The placement before the seats fell vacant was
  // graduate-optimal, so a cycle must pass a posting whose first waiting graduate has moved since.
  void run();

 private:
  void fill_vacant();
  void move_up(std::uint32_t graduate, std::uint32_t posting);
  // Of the full postings that the walk from this one comes to in a cycle; empty: there is none.
  std::vector<std::uint32_t> find_cycle(std::uint32_t posting);
  void rotate(const std::vector<std::uint32_t>& cycle);

  ChangedMarket& market_;
  WaitingLists& waiting_;
  std::vector<std::uint32_t> vacant_;
  std::vector<std::uint32_t> unsettled_;  // postings whose first waiting graduate may be another
  // By posting: no cycle is reached from it, as found in this round. A rotation begins a new one.
  std::vector<std::uint32_t> settled_in_;
  std::uint32_t round_ = 1;
};

}  // namespace talentmatch
