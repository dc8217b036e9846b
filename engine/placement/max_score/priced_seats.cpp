#include "engine/placement/max_score/priced_seats.hpp"

#include <algorithm>
#include <utility>

namespace talentmatch {
namespace {

constexpr auto kDearer = [](const PricedSeats::Seat& a, const PricedSeats::Seat& b) {
  return a.price != b.price ? a.price > b.price : a.graduate > b.graduate;
};

}  // namespace

PricedSeats::PricedSeats(std::span<const std::int32_t> seats) : first_{0} {
  first_.reserve(seats.size() + 1);
  prices_.reserve(seats.size());
  for (const std::int32_t count : seats) {
    first_.push_back(first_.back() + static_cast<std::uint32_t>(count));
    prices_.push_back(count == 0 ? kNotForSale : 0);
  }
  seats_.resize(first_.back());
}

std::span<const PricedSeats::Seat> PricedSeats::of(std::uint32_t posting) const {
  return std::span{seats_}.subspan(first_[posting], first_[posting + 1] - first_[posting]);
}

std::span<PricedSeats::Seat> PricedSeats::seats_of(std::uint32_t posting) {
  return std::span{seats_}.subspan(first_[posting], first_[posting + 1] - first_[posting]);
}

bool PricedSeats::has_free(std::uint32_t posting) const {
  return std::ranges::find(of(posting), kUnplaced, &Seat::graduate) != of(posting).end();
}

std::uint32_t PricedSeats::sell(std::uint32_t posting, std::uint32_t graduate, Price price) {
  const auto seats = seats_of(posting);
  std::ranges::pop_heap(seats, kDearer);
  const auto before = std::exchange(seats.back(), {price, graduate});
  std::ranges::push_heap(seats, kDearer);
  prices_[posting] = seats.front().price;
  return before.graduate;
}

void PricedSeats::reprice_free(std::uint32_t posting, Price price, std::uint32_t graduate) {
  *std::ranges::find(seats_of(posting), kUnplaced, &Seat::graduate) = {price, graduate};
  settle(posting);
}

void PricedSeats::vacate(std::uint32_t posting, std::uint32_t graduate) {
  std::ranges::find(seats_of(posting), graduate, &Seat::graduate)->graduate = kUnplaced;
  settle(posting);
}

void PricedSeats::reopen(Price discount) {
  for (std::uint32_t posting = 0; posting < prices_.size(); ++posting) {
    const auto seats = seats_of(posting);
    if (seats.empty()) continue;
    prices_[posting] = std::max<Price>(0, prices_[posting] - discount);
    std::ranges::fill(seats, Seat{.price = prices_[posting]});
  }
}

void PricedSeats::settle(std::uint32_t posting) {
  const auto seats = seats_of(posting);
  std::ranges::make_heap(seats, kDearer);
  prices_[posting] = seats.front().price;
}

}  // namespace talentmatch
