#include "server/routing/routes.hpp"

#include "server/resources/backups.hpp"
#include "server/resources/explanations.hpp"
#include "server/resources/health.hpp"
#include "server/resources/persons.hpp"
#include "server/resources/placements.hpp"
#include "server/resources/ranking.hpp"
#include "server/resources/records.hpp"
#include "server/resources/stats.hpp"
#include "server/resources/transfers.hpp"

namespace talentmatch {

namespace {

using enum Collection;

constexpr Route always(std::string_view path, Quick handler) {
  return {.method = Method::get, .path = path, .handler = handler, .needs_data = false};
}
constexpr Route get(std::string_view path, Quick handler, Collection collection = {}) {
  return {.method = Method::get, .path = path, .handler = handler, .collection = collection};
}
constexpr Route pooled(std::string_view path, Lengthy handler) {
  return {.method = Method::get, .path = path, .handler = handler};
}
constexpr Route put(std::string_view path, Collection collection) {
  return {.method = Method::put,
          .path = path,
          .handler = Deferred{put_record},
          .body = Body::json,
          .collection = collection};
}
constexpr Route remove(std::string_view path, Collection collection) {
  return {
      .method = Method::delete_, .path = path, .handler = Deferred{delete_record}, .collection = collection};
}
constexpr Route post(std::string_view path, Lengthy handler) {
  return {.method = Method::post, .path = path, .handler = handler, .body = Body::json};
}
constexpr Route run(Method method, std::string_view path, Lengthy handler, Body body = Body::none) {
  return {.method = method, .path = path, .handler = handler, .body = body};
}
constexpr Route import(std::string_view path, Collection collection) {
  return {.method = Method::post,
          .path = path,
          .handler = Transfer{import_records},
          .body = Body::lines,
          .collection = collection};
}
constexpr Route whole(std::string_view path, Collection collection) {
  return {.method = Method::get, .path = path, .handler = Transfer{export_records}, .collection = collection};
}
constexpr Route all(std::string_view path, Transfer handler) {
  return {.method = Method::get, .path = path, .handler = handler};
}
MediaType type_json(const Call&) {
  return MediaType::json;
}

// Its answer is short, but takes as long as a transfer.
constexpr Route lasting(Method method, std::string_view path, Transfer handler) {
  return {.method = method, .path = path, .handler = handler};
}

constexpr std::array kRoutes{
    always("/livez", {get_liveness}),
    always("/readyz", {get_readiness}),
    always("/metrics", {get_metrics}),
    always("/openapi.json", {get_openapi}),

    get("/v1/stats", {get_stats}),
    pooled("/v1/explain", {get_explanation}),
    pooled("/v1/graduates/{id}/gaps", {get_gaps}),
    pooled("/v1/postings/{id}/relaxations", {get_relaxations}),
    get("/v1/graduates/{id}/recommendations", {get_recommendations, true}),
    get("/v1/postings/{id}/candidates", {get_candidates, true}),
    post("/v1/recommendations", {post_recommendations}),
    post("/v1/candidates", {post_candidates}),
    all("/v1/recommendations/export", {export_recommendations}),
    all("/v1/candidates/export", {export_candidates}),

    get("/v1/schools/{id}", {get_record}, schools),
    put("/v1/schools/{id}", schools),
    remove("/v1/schools/{id}", schools),
    get("/v1/employers/{id}", {get_record}, employers),
    put("/v1/employers/{id}", employers),
    remove("/v1/employers/{id}", employers),
    get("/v1/ties/{id}", {get_record}, ties),
    put("/v1/ties/{id}", ties),
    remove("/v1/ties/{id}", ties),
    get("/v1/graduates/{id}", {get_record}, graduates),
    put("/v1/graduates/{id}", graduates),
    remove("/v1/graduates/{id}", graduates),
    get("/v1/postings/{id}", {get_record}, postings),
    put("/v1/postings/{id}", postings),
    remove("/v1/postings/{id}", postings),

    run(Method::post, "/v1/placements", {post_placement}, Body::json),
    get("/v1/placements", {get_placements}),
    get("/v1/placements/{id}", {get_placement}),
    run(Method::delete_, "/v1/placements/{id}", {delete_placement}),
    all("/v1/placements/{id}/assignments", {get_assignments, type_of_placement_rows}),
    all("/v1/placements/{id}/postings", {get_posting_outcomes, type_of_placement_rows}),
    run(Method::get, "/v1/placements/{id}/explain", {get_placement_explanation}),
    run(Method::get, "/v1/placements/{id}/waiting", {get_waiting_list}),
    run(Method::get, "/v1/placements/{id}/diff", {get_placement_difference}),
    run(Method::post, "/v1/placements/{id}/confirm", {post_confirmation}),
    run(Method::delete_, "/v1/placements/{id}/confirm", {delete_confirmation}),

    import("/v1/schools/import", schools),
    import("/v1/employers/import", employers),
    import("/v1/ties/import", ties),
    import("/v1/graduates/import", graduates),
    import("/v1/postings/import", postings),
    import("/v1/placements/import", placements),
    whole("/v1/schools/export", schools),
    whole("/v1/employers/export", employers),
    whole("/v1/ties/export", ties),
    whole("/v1/graduates/export", graduates),
    whole("/v1/postings/export", postings),
    whole("/v1/placements/export", placements),

    pooled("/v1/graduates/{id}/data", {get_person_data}),
    lasting(Method::delete_, "/v1/graduates/{id}/data", {delete_person_data, type_json}),
    lasting(Method::post, "/v1/admin/backups", {post_backup, type_json}),
    run(Method::get, "/v1/admin/backups", {get_backups}),
};

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

}  // namespace talentmatch
