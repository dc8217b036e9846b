#include "server/routing/routes.hpp"

#include "server/resources/algorithm.hpp"
#include "server/resources/audit.hpp"
#include "server/resources/backups.hpp"
#include "server/resources/explanations.hpp"
#include "server/resources/health.hpp"
#include "server/resources/keys.hpp"
#include "server/resources/persons.hpp"
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
MediaType type_json(const Call&) {
  return MediaType::json;
}

// Its body may be as long as an import.
constexpr Route large(std::string_view path, Permit permit, Transfer handler) {
  return {.method = Method::post, .path = path, .permit = permit, .handler = handler, .body = Body::json};
}
// Its answer is short, but takes as long as a transfer.
constexpr Route lasting(Method method, std::string_view path, Permit permit, Transfer handler) {
  return {.method = method, .path = path, .permit = permit, .handler = handler};
}

constexpr Route noted(Route route, std::string_view what, Noted::As as = Noted::As::entry) {
  route.noted = {what, as};
  return route;
}
constexpr Route noted_of_person(Route route, std::string_view what) {
  return noted(route, what, Noted::As::person);
}
constexpr Route counted(Route route, std::string_view what) {
  return noted(route, what, Noted::As::count);
}

constexpr std::array kRoutes{
    always("/livez", kOpen, {get_liveness}),
    always("/readyz", kOpen, {get_readiness}),
    always("/metrics", Permit(Scope::metrics), {get_metrics}),
    always("/openapi.json", kOpen, {get_openapi}),
    always("/v1/algorithm", kOpen, {get_algorithm}),

    get("/v1/stats", kReadBySchools, {get_stats}),
    counted(pooled("/v1/explain", kReadPartsOfBoth, {get_explanation}), "explain"),
    counted(pooled("/v1/graduates/{id}/gaps", kReadOwnOfSchools, {get_gaps}, graduates), "graduates.gaps"),
    counted(pooled("/v1/postings/{id}/relaxations", kReadOwnOfEmployers, {get_relaxations}, postings),
            "postings.relaxations"),
    counted(
        get("/v1/graduates/{id}/recommendations", kReadOwnOfSchools, {get_recommendations, true}, graduates),
        "recommendations"),
    noted(get("/v1/postings/{id}/candidates", kReadOwnOfEmployers, {get_candidates, true}, postings),
          "candidates"),
    counted(post("/v1/recommendations", kReadPartsOfSchools, {post_recommendations}), "recommendations"),
    noted(post("/v1/candidates", kReadPartsOfEmployers, {post_candidates}), "candidates"),
    counted(all("/v1/recommendations/export", kRead, {export_recommendations}), "recommendations"),
    noted(all("/v1/candidates/export", kRead, {export_candidates}), "candidates"),

    get("/v1/schools/{id}", kReadOwnOfSchools, {get_record}, schools),
    put("/v1/schools/{id}", kWrite, schools),
    remove("/v1/schools/{id}", kWrite, schools),
    get("/v1/employers/{id}", kReadOwnOfEmployers, {get_record}, employers),
    put("/v1/employers/{id}", kWrite, employers),
    remove("/v1/employers/{id}", kWrite, employers),
    get("/v1/ties/{id}", kRead, {get_record}, ties),
    put("/v1/ties/{id}", kWrite, ties),
    remove("/v1/ties/{id}", kWrite, ties),
    noted_of_person(get("/v1/graduates/{id}", kReadOwnOfSchools, {get_record}, graduates), "graduates.get"),
    put("/v1/graduates/{id}", kWriteOfSchools, graduates),
    remove("/v1/graduates/{id}", kWriteOfSchools, graduates),
    get("/v1/postings/{id}", kReadByAll, {get_record}, postings),
    put("/v1/postings/{id}", kWriteOfEmployers, postings),
    remove("/v1/postings/{id}", kWriteOfEmployers, postings),

    large("/v1/placements", kPlace, {post_placement, type_json, 202}),
    get("/v1/placements", kPlace, {get_placements}),
    get("/v1/placements/{id}", kPlace, {get_placement}),
    run(Method::delete_, "/v1/placements/{id}", kPlace, {delete_placement}),
    noted(all("/v1/placements/{id}/assignments", kPlace, {get_assignments, type_of_placement_rows}),
          "placements.assignments"),
    all("/v1/placements/{id}/postings", kPlace, {get_posting_outcomes, type_of_placement_rows}),
    noted(run(Method::get, "/v1/placements/{id}/explain", kPlace, {get_placement_explanation}),
          "placements.explain", Noted::As::graduate),
    noted(run(Method::get, "/v1/placements/{id}/waiting", kPlace, {get_waiting_list}), "placements.waiting"),
    noted(lasting(Method::get, "/v1/placements/{id}/what-if", kPlace, {get_placement_what_if, type_json}),
          "placements.what_if"),
    noted(run(Method::get, "/v1/placements/{id}/diff", kPlace, {get_placement_difference}),
          "placements.diff"),
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
    noted(whole("/v1/graduates/export", kReadPartsOfSchools, graduates), "graduates.export"),
    whole("/v1/postings/export", kReadPartsOfEmployers.schools(Share::all), postings),
    noted(whole("/v1/placements/export", kRead, placements), "placements.export"),

    get("/v1/admin/keys", kAdmin, {get_keys}),
    post("/v1/admin/keys", kAdmin, {post_key}),
    run(Method::delete_, "/v1/admin/keys/{id}", kAdmin, {delete_key}),
    post("/v1/admin/keys/{id}/rotate", kAdmin, {post_rotation}),
    noted(run(Method::get, "/v1/admin/audit", kAdmin, {get_audit}), "audit.read"),

    noted_of_person(lasting(Method::get, "/v1/graduates/{id}/data", kRead, {get_person_data, type_json}),
                    "person.export"),
    lasting(Method::delete_, "/v1/graduates/{id}/data", kAdmin, {delete_person_data, type_json}),
    noted(lasting(Method::post, "/v1/admin/backups", kAdmin, {post_backup, type_json}), "backups.make"),
    run(Method::get, "/v1/admin/backups", kAdmin, {get_backups}),
};

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

}  // namespace talentmatch
