#include "storage/codec/placement_request.hpp"

#include "storage/codec/placement_fields.hpp"

namespace talentmatch {

Result<PlacementRequest> parse_placement_request(std::string_view json, const Catalog& catalog) {
  JsonParser parser;
  const auto object = parser.parse_object(json);
  if (!object) return fail(object.error());
  std::vector<Replacement> notices;
  ReadContext context{.catalog = catalog, .notices = notices};
  PlacementRequest request;
  if (auto good = read_fields(request, *object, required_fields<PlacementRequest>(), context); !good) {
    return fail(std::move(good.error()));
  }
  if (request.choices) {
    for (std::size_t i = 0; i < request.choices->size(); ++i) (*request.choices)[i].line = i + 1;
  }
  for (std::size_t i = 0; i < request.priorities.size(); ++i) request.priorities[i].line = i + 1;
  return request;
}

void append_placement_request(std::string& out, const PlacementRequest& request, const Catalog& catalog) {
  const PlacementRequest kept{.mode = request.mode,
                              .as_of = request.as_of,
                              .seed = request.seed,
                              .scope = request.scope,
                              .weights = request.weights,
                              .policy = request.policy,
                              .locks = {},
                              .bans = {},
                              .seat_changes = request.seat_changes,
                              .choices = {},
                              .priorities = {},
                              .priority_groups = {},
                              .length = request.length,
                              .per_graduate = request.per_graduate,
                              .per_seat = request.per_seat,
                              .exact = request.exact};
  write_fields(out, kept, catalog);
}

}  // namespace talentmatch
