#pragma once
// What a route asks of its caller's key. A route cannot be made without one of these.

#include <cstdint>

#include "storage/keys/key.hpp"

namespace talentmatch {

// How far a key that is limited to schools or employers gets on a route.
enum class Share : std::uint8_t {
  none,
  own,    // the path's {id} must name a record of its own, or none at all
  parts,  // the handler judges each part of the request by Call::reach
  all     // as far as any key
};

class Permit {
 public:
  // For a key with this scope that is not limited.
  constexpr explicit Permit(Scope scope) : scope_(scope) {}
  // For everybody, without a key.
  static constexpr Permit nothing() {
    Permit permit(Scope::read);
    permit.open_ = true;
    return permit;
  }

  constexpr Permit schools(Share share) const {
    Permit permit = *this;
    permit.schools_ = share;
    return permit;
  }
  constexpr Permit employers(Share share) const {
    Permit permit = *this;
    permit.employers_ = share;
    return permit;
  }

  constexpr bool open() const { return open_; }
  constexpr Scope scope() const { return scope_; }
  Share share_of(const Reach& reach) const {
    if (!reach.limited()) return Share::all;
    return reach.schools.empty() ? employers_ : schools_;
  }

 private:
  Scope scope_;
  Share schools_ = Share::none;
  Share employers_ = Share::none;
  bool open_ = false;
};

}  // namespace talentmatch
