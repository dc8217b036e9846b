#pragma once
// A whole portal's world, made up from a seed on the catalogue's real vocabularies: measured.hpp and
// assumed.hpp say how it is spread. The same catalogue, options and seed give the same records on every
// machine, and each record can be made by itself.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/model/error.hpp"
#include "engine/model/records.hpp"

namespace talentmatch {

struct WorldOptions {
  std::uint64_t seed = 1;
  // The counters of the portal that the product was made for.
  std::uint32_t schools = 1'567;
  std::uint32_t graduates = 286'553;
  std::uint32_t employers = 3'027;
  std::uint32_t postings = 216'291;
  bool government = false;            // posts as the civil service asks for them
  std::optional<double> any_major{};  // 0…1: share of postings that name no major; default as measured
  // > 0: seats of open jobs to seeking graduates; headcounts are raised or lowered, and where one seat each
  // is too much, postings closed.
  std::optional<double> seats_per_graduate{};
  bool single_seats = false;               // each posting is one seat
  std::optional<std::string> hot_major{};  // a fifth of graduates and postings turn to it
};

namespace world {
struct Plan;
}

class World {
 public:
  // The catalogue must outlive the world. Errors: invalid_option, unknown_major, invalid_value when the
  // catalogue lacks what a world is made of.
  static Result<World> create(const Catalog& catalog, const WorldOptions& options);
  World(World&&) noexcept;
  ~World();

  std::uint32_t count(Collection collection) const;
  // index < count(collection); safe from any thread. Ids are S1…, E1…, T1…, G1…, P1….
  Record record(Collection collection, std::uint32_t index) const;

 private:
  explicit World(std::unique_ptr<world::Plan> plan);
  void fit_seats();

  std::unique_ptr<world::Plan> plan_;
  std::vector<std::int32_t> seats_;  // by posting, see seats.hpp; empty = as drawn
};

// In the order in which references resolve.
inline constexpr std::array<Collection, 5> kWorldCollections{Collection::schools, Collection::employers,
                                                             Collection::ties, Collection::graduates,
                                                             Collection::postings};

}  // namespace talentmatch
