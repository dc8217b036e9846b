#include "server/routing/routes.hpp"

#include "server/resources/explanations.hpp"
#include "server/resources/health.hpp"
#include "server/resources/keys.hpp"
#include "server/resources/placements.hpp"
#include "server/resources/ranking.hpp"
#include "server/resources/records.hpp"
#include "server/resources/stats.hpp"
#include "server/resources/transfers.hpp"

namespace talentmatch {

namespace {

using enum Collection;

constexpr Permit kOpen = Permit::nothing();
constexpr Permit kRead(Scope::read);
constexpr Permit kWrite(Scope::write);
constexpr Permit kPlace(Scope::place);
constexpr Permit kAdmin(Scope::admin);
// Of one own record, or of the own ones among many.
constexpr Permit kReadOwnOfSchools = kRead.schools(Share::own);
constexpr Permit kReadOwnOfEmployers = kRead.employers(Share::own);
constexpr Permit kReadPartsOfSchools = kRead.schools(Share::parts);
constexpr Permit kReadPartsOfEmployers = kRead.employers(Share::parts);
constexpr Permit kReadPartsOfBoth = kReadPartsOfSchools.employers(Share::parts);
constexpr Permit kWriteOfSchools = kWrite.schools(Share::parts);
constexpr Permit kWriteOfEmployers = kWrite.employers(Share::parts);
constexpr Permit kReadByAll = kRead.schools(Share::all).employers(Share::all);
constexpr Permit kReadBySchools = kRead.schools(Share::all);

constexpr Route always(std::string_view path, Permit permit, Quick handler) {
  return {.method = Method::get, .path = path, .permit = permit, .handler = handler, .needs_data = false};
}
constexpr Route get(std::string_view path, Permit permit, Quick handler, Collection collection = {}) {
  return {
      .method = Method::get, .path = path, .permit = permit, .handler = handler, .collection = collection};
}
constexpr Route pooled(std::string_view path, Permit permit, Lengthy handler, Collection collection = {}) {
  return {
      .method = Method::get, .path = path, .permit = permit, .handler = handler, .collection = collection};
}
constexpr Route put(std::string_view path, Permit permit, Collection collection) {
  return {.method = Method::put,
          .path = path,
          .permit = permit,
          .handler = Deferred{put_record},
          .body = Body::json,
          .collection = collection};
}
constexpr Route remove(std::string_view path, Permit permit, Collection collection) {
  return {.method = Method::delete_,
          .path = path,
          .permit = permit,
          .handler = Deferred{delete_record},
          .collection = collection};
}
constexpr Route post(std::string_view path, Permit permit, Lengthy handler) {
  return {.method = Method::post, .path = path, .permit = permit, .handler = handler, .body = Body::json};
}
constexpr Route run(Method method, std::string_view path, Permit permit, Lengthy handler) {
  return {.method = method, .path = path, .permit = permit, .handler = handler};
}
constexpr Route import(std::string_view path, Permit permit, Collection collection) {
  return {.method = Method::post,
          .path = path,
          .permit = permit,
          .handler = Transfer{import_records},
          .body = Body::lines,
          .collection = collection};
}
constexpr Route whole(std::string_view path, Permit permit, Collection collection) {
  return {.method = Method::get,
          .path = path,
          .permit = permit,
          .handler = Transfer{export_records},
          .collection = collection};
}
constexpr Route all(std::string_view path, Permit permit, Transfer handler) {
  return {.method = Method::get, .path = path, .permit = permit, .handler = handler};
}

constexpr std::array kRoutes{
    always("/livez", kOpen, {get_liveness}),
    always("/readyz", kOpen, {get_readiness}),
    always("/metrics", Permit(Scope::metrics), {get_metrics}),
    always("/openapi.json", kOpen, {get_openapi}),

    get("/v1/stats", kReadBySchools, {get_stats}),
    pooled("/v1/explain", kReadPartsOfBoth, {get_explanation}),
    pooled("/v1/graduates/{id}/gaps", kReadOwnOfSchools, {get_gaps}, graduates),
    pooled("/v1/postings/{id}/relaxations", kReadOwnOfEmployers, {get_relaxations}, postings),
    get("/v1/graduates/{id}/recommendations", kReadOwnOfSchools, {get_recommendations, true}, graduates),
    get("/v1/postings/{id}/candidates", kReadOwnOfEmployers, {get_candidates, true}, postings),
    post("/v1/recommendations", kReadPartsOfSchools, {post_recommendations}),
    post("/v1/candidates", kReadPartsOfEmployers, {post_candidates}),
    all("/v1/recommendations/export", kRead, {export_recommendations}),
    all("/v1/candidates/export", kRead, {export_candidates}),

    get("/v1/schools/{id}", kReadOwnOfSchools, {get_record}, schools),
    put("/v1/schools/{id}", kWrite, schools),
    remove("/v1/schools/{id}", kWrite, schools),
    get("/v1/employers/{id}", kReadOwnOfEmployers, {get_record}, employers),
    put("/v1/employers/{id}", kWrite, employers),
    remove("/v1/employers/{id}", kWrite, employers),
    get("/v1/ties/{id}", kRead, {get_record}, ties),
    put("/v1/ties/{id}", kWrite, ties),
    remove("/v1/ties/{id}", kWrite, ties),
    get("/v1/graduates/{id}", kReadOwnOfSchools, {get_record}, graduates),
    put("/v1/graduates/{id}", kWriteOfSchools, graduates),
    remove("/v1/graduates/{id}", kWriteOfSchools, graduates),
    get("/v1/postings/{id}", kReadByAll, {get_record}, postings),
    put("/v1/postings/{id}", kWriteOfEmployers, postings),
    remove("/v1/postings/{id}", kWriteOfEmployers, postings),

    post("/v1/placements", kPlace, {post_placement}),
    get("/v1/placements", kPlace, {get_placements}),
    get("/v1/placements/{id}", kPlace, {get_placement}),
    run(Method::delete_, "/v1/placements/{id}", kPlace, {delete_placement}),
    all("/v1/placements/{id}/assignments", kPlace, {get_assignments, type_of_placement_rows}),
    all("/v1/placements/{id}/postings", kPlace, {get_posting_outcomes, type_of_placement_rows}),
    run(Method::get, "/v1/placements/{id}/explain", kPlace, {get_placement_explanation}),
    run(Method::get, "/v1/placements/{id}/waiting", kPlace, {get_waiting_list}),
    run(Method::get, "/v1/placements/{id}/diff", kPlace, {get_placement_difference}),
    run(Method::post, "/v1/placements/{id}/confirm", kPlace, {post_confirmation}),
    run(Method::delete_, "/v1/placements/{id}/confirm", kPlace, {delete_confirmation}),

    import("/v1/schools/import", kWrite, schools),
    import("/v1/employers/import", kWrite, employers),
    import("/v1/ties/import", kWrite, ties),
    import("/v1/graduates/import", kWriteOfSchools, graduates),
    import("/v1/postings/import", kWriteOfEmployers, postings),
    import("/v1/placements/import", kWrite, placements),
    whole("/v1/schools/export", kRead, schools),
    whole("/v1/employers/export", kRead, employers),
    whole("/v1/ties/export", kRead, ties),
    whole("/v1/graduates/export", kReadPartsOfSchools, graduates),
    whole("/v1/postings/export", kReadPartsOfEmployers.schools(Share::all), postings),
    whole("/v1/placements/export", kRead, placements),

    get("/v1/admin/keys", kAdmin, {get_keys}),
    post("/v1/admin/keys", kAdmin, {post_key}),
    run(Method::delete_, "/v1/admin/keys/{id}", kAdmin, {delete_key}),
    post("/v1/admin/keys/{id}/rotate", kAdmin, {post_rotation}),
};

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

}  // namespace talentmatch
