#include "tools/generate/world.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "tools/generate/assumed.hpp"
#include "tools/generate/calendar.hpp"
#include "tools/generate/plan.hpp"
#include "tools/generate/seats.hpp"

namespace talentmatch {
namespace {

Result<void> check(const WorldOptions& options) {
  const auto refuse = [](std::string field, std::string detail) {
    return fail({.code = ErrorCode::invalid_option, .field = std::move(field), .detail = std::move(detail)});
  };
  if (options.graduates > 0 && options.schools == 0) return refuse("schools", "1… where there are graduates");
  if (options.postings > 0 && options.employers == 0)
    return refuse("employers", "1… where there are postings");
  const auto within = [](double value, double least, double most) { return value >= least && value <= most; };
  if (options.any_major && !within(*options.any_major, 0, 1)) {
    return refuse("any_major", "0…1");
  }
  const auto seats = options.seats_per_graduate;
  if (seats && (*seats == 0 || !within(*seats, 0, 100)))
    return refuse("seats_per_graduate", "above 0, at most 100");
  if (seats && options.single_seats) return refuse("seats_per_graduate", "not together with seats");
  return {};
}

bool seeks(const Graduate& graduate) {
  return !graduate.status && !graduate.opt_out;
}

bool is_open_job(const world::Plan& plan, const Posting& posting) {
  const auto number = std::stoul(posting.employer.substr(1)) - 1;
  return !posting.kind && !posting.status && (!posting.closes || *posting.closes >= world::kToday) &&
         !world::is_suspended(plan, static_cast<world::Index>(number));
}

}  // namespace

namespace world {

std::string id_text(char letter, Index index) {
  return fmt::format("{}{}", letter, index + 1);
}

}  // namespace world

Result<World> World::create(const Catalog& catalog, const WorldOptions& options) {
  if (auto checked = check(options); !checked) return std::unexpected(checked.error());
  auto plan = std::make_unique<world::Plan>(catalog, options);
  if (!plan->places.usable() || !plan->majors.usable()) {
    return fail({.code = ErrorCode::invalid_value,
                 .field = "catalog",
                 .detail = "the provinces of GB/T 2260 and majors of all four catalogues"});
  }
  if (options.hot_major) {
    const auto major = catalog.resolve_major(*options.hot_major);
    if (!major) return std::unexpected(major.error());
    plan->hot_major = major->id;
  }
  world::plan_schools(*plan);
  world::plan_employers(*plan);
  world::plan_ties(*plan);
  World made(std::move(plan));
  if (options.seats_per_graduate) made.fit_seats();
  return made;
}

World::World(std::unique_ptr<world::Plan> plan) : plan_(std::move(plan)) {}
World::World(World&&) noexcept = default;
World::~World() = default;

void World::fit_seats() {
  const auto& options = plan_->options;
  std::uint64_t seeking = 0;
  for (std::uint32_t i = 0; i < options.graduates; ++i) {
    if (seeks(world::make_graduate(*plan_, i))) ++seeking;
  }
  std::vector<std::int32_t> drawn;
  for (std::uint32_t i = 0; i < options.postings; ++i) {
    const auto posting = world::make_posting(*plan_, i);
    drawn.push_back(is_open_job(*plan_, posting) ? posting.headcount.value_or(1) : world::kAsDrawn);
  }
  const auto wanted = static_cast<double>(seeking) * *options.seats_per_graduate;
  seats_ = world::fit_seats(drawn, static_cast<std::uint64_t>(std::llround(wanted)));
}

std::uint32_t World::count(Collection collection) const {
  switch (collection) {
    case Collection::schools:
      return plan_->options.schools;
    case Collection::employers:
      return plan_->options.employers;
    case Collection::ties:
      return static_cast<std::uint32_t>(plan_->ties.size());
    case Collection::graduates:
      return plan_->options.graduates;
    case Collection::postings:
      return plan_->options.postings;
    case Collection::placements:
      break;
  }
  return 0;
}

Record World::record(Collection collection, std::uint32_t index) const {
  switch (collection) {
    case Collection::schools:
      return world::make_school(*plan_, index);
    case Collection::employers:
      return world::make_employer(*plan_, index);
    case Collection::ties:
      return world::make_tie(*plan_, index);
    case Collection::graduates:
      return world::make_graduate(*plan_, index);
    case Collection::postings:
    case Collection::placements:
      break;
  }
  auto posting = world::make_posting(*plan_, index);
  if (!seats_.empty() && seats_[index] != world::kAsDrawn) {
    if (seats_[index] == 0) posting.status = PostingStatus::closed;
    if (seats_[index] > 0) posting.headcount = seats_[index];
  }
  return posting;
}

}  // namespace talentmatch
