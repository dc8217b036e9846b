#include "tools/backend.hpp"

#include <fmt/format.h>

#include "tools/json_answer.hpp"
#include "tools/progress.hpp"

namespace talentmatch {
namespace {

std::string with_options(std::string target, const NamedOptions& options, char separator = '?') {
  for (const auto& [name, value] : options) {
    target.append(1, separator).append(name).append(1, '=').append(percent_encoded(value));
    separator = '&';
  }
  return target;
}

}  // namespace

Outcome<void> check_data(const Access& access, Missing missing) {
  const bool zh = access.language == Language::zh;
  if (access.data.empty()) {
    return give_up(zh ? "请给出 --data DIR 或 --server URL" : "give --data DIR or --server URL", kMisused);
  }
  if (missing == Missing::refused && !std::filesystem::is_directory(access.data)) {
    return give_up(fmt::format(fmt::runtime(zh ? "{}：没有这个数据目录，可用 import 或 generate 建立"
                                               : "{}: no such data directory; import or generate makes one"),
                               access.data.string()));
  }
  return {};
}

// A running server holds its directory; commands can go through it.
std::unexpected<Failure> give_up_opening(const Error& error, Language language) {
  auto text = message(error, language);
  if (error.code == ErrorCode::locked) {
    text += language == Language::zh ? "若它是服务器，可改用 --server URL。"
                                     : " If that is a server, use --server URL instead of --data.";
  }
  return give_up(std::move(text));
}

Outcome<std::unique_ptr<Service>> open_service(const Access& access, Missing missing,
                                               const BackupOptions& backups) {
  if (auto checked = check_data(access, missing); !checked) return std::unexpected(checked.error());
  auto catalog = catalog_folder(access);
  if (!catalog) return std::unexpected(std::move(catalog.error()));
  Progress progress("loading", "");
  ServiceOptions options;
  options.data = access.data;
  options.catalog = *std::move(catalog);
  options.backups = backups.folder;
  options.retention = backups.retention;
  options.progress = [&](std::string_view, double share) { progress.update(share, 0); };
  auto service = Service::open(std::move(options));
  if (!service) return give_up_opening(service.error(), access.language);
  return *std::move(service);
}

Backend::Backend(std::variant<Local, Client> place, Language language)
    : place_(std::move(place)), language_(language) {}

Outcome<Backend> Backend::open(const Access& access, Missing missing, const BackupOptions& backups) {
  if (!access.server.empty()) {
    auto client = Client::to(access);
    if (!client) return std::unexpected(std::move(client.error()));
    return Backend(*std::move(client), access.language);
  }
  auto service = open_service(access, missing, backups);
  if (!service) return std::unexpected(std::move(service.error()));
  return Backend(*std::move(service), access.language);
}

const Service* Backend::local() const {
  const auto* service = std::get_if<Local>(&place_);
  return service == nullptr ? nullptr : service->get();
}

Service& Backend::writable() const {
  return *std::get<Local>(place_);
}

Outcome<RankRequest> Backend::request(Side side, const NamedOptions& options) const {
  RankRequest request;
  request.language = language_;
  for (const auto& [name, value] : options) {
    const auto set = set_option(request, side, name, value, local()->catalog());
    if (!set) return give_up(message(set.error(), language_), kMisused);
  }
  if (auto sound = check(request, side); !sound) return give_up(sound.error(), language_);
  return request;
}

Outcome<std::string> Backend::record(Collection collection, std::string_view id) const {
  if (local() == nullptr)
    return remote().get(fmt::format("/v1/{}/{}", word(collection), percent_encoded(id)));
  auto stored = local()->get(collection, id);
  if (!stored) return give_up(stored.error(), language_);
  return std::move(stored->json);
}

Outcome<std::string> Backend::ranking(Side side, const std::string& id, const NamedOptions& options) const {
  const bool postings = side == Side::postings;
  if (local() == nullptr) {
    const auto target = postings ? fmt::format("/v1/graduates/{}/recommendations", percent_encoded(id))
                                 : fmt::format("/v1/postings/{}/candidates", percent_encoded(id));
    return remote().get(with_options(target, options));
  }
  const auto asked = request(side, options);
  if (!asked) return std::unexpected(asked.error());
  std::string answer;
  const auto ranked =
      postings ? local()->recommend(id, *asked, answer) : local()->candidates(id, *asked, answer);
  if (!ranked) return give_up(ranked.error(), language_);
  return answer;
}

Outcome<std::string> Backend::profile_ranking(Side side, const std::string& profile,
                                              const NamedOptions& options) const {
  const auto body = fmt::format("{{\"items\":[{{\"profile\":{}}}]}}", profile);
  if (local() == nullptr) {
    const auto* target = side == Side::postings ? "/v1/recommendations" : "/v1/candidates";
    const auto answer = remote().post(with_options(target, options), body);
    if (!answer) return std::unexpected(answer.error());
    return single_item(*answer);
  }
  const auto asked = request(side, options);
  if (!asked) return std::unexpected(asked.error());
  std::string answer;
  const auto ranked = local()->batch(side, body, *asked, answer);
  if (!ranked) return give_up(ranked.error(), language_);
  return single_item(answer);
}

Outcome<std::string> Backend::explanation(const std::string& graduate, const std::string& posting,
                                          const NamedOptions& options) const {
  if (local() == nullptr) {
    const NamedOptions pair{{"graduate", graduate}, {"posting", posting}};
    return remote().get(with_options(with_options("/v1/explain", pair), options, '&'));
  }
  const auto asked = request(Side::postings, options);
  if (!asked) return std::unexpected(asked.error());
  std::string answer;
  const auto explained = local()->explain(graduate, posting, *asked, answer);
  if (!explained) return give_up(explained.error(), language_);
  return answer;
}

Outcome<std::string> Backend::what_if(Side side, const std::string& id, const NamedOptions& options) const {
  const bool postings = side == Side::postings;
  if (local() == nullptr) {
    const auto target = postings ? fmt::format("/v1/graduates/{}/gaps", percent_encoded(id))
                                 : fmt::format("/v1/postings/{}/relaxations", percent_encoded(id));
    return remote().get(with_options(target, options));
  }
  const auto asked = request(side, options);
  if (!asked) return std::unexpected(asked.error());
  std::string answer;
  const auto told = postings ? local()->gaps(id, *asked, answer) : local()->relaxations(id, *asked, answer);
  if (!told) return give_up(told.error(), language_);
  return answer;
}

Outcome<void> Backend::rank_all(Side side, const NamedOptions& options, const ByteSink& sink,
                                const Service::LinesDone& progress) const {
  if (local() == nullptr) {
    const auto* target = side == Side::postings ? "/v1/recommendations/export" : "/v1/candidates/export";
    return remote().exchange({.method = "GET", .target = with_options(target, options), .body = {}}, sink);
  }
  const auto asked = request(side, options);
  if (!asked) return std::unexpected(asked.error());
  const auto count = local()->rank_all(side, *asked, sink, progress);
  if (!count) return give_up(count.error(), language_);
  return {};
}

Outcome<std::string> Backend::stats() const {
  if (local() == nullptr) return remote().get("/v1/stats");
  std::string answer;
  local()->stats(answer);
  return answer;
}

Outcome<void> Backend::import(Collection collection, ImportMode mode, const ByteSource& source,
                              const ByteSink& sink) const {
  if (local() == nullptr) {
    const auto* how = mode == ImportMode::replace ? "replace" : "upsert";
    const auto target = fmt::format("/v1/{}/import?mode={}&results=errors", word(collection), how);
    return remote().exchange({.method = "POST", .target = target, .body = source}, sink);
  }
  ImportOptions options;
  options.mode = mode;
  options.errors_only = true;
  options.language = language_;
  const auto totals = writable().import(collection, options, source, sink);
  if (!totals) return give_up(totals.error(), language_);
  return {};
}

Outcome<void> Backend::export_all(Collection collection, const ByteSink& sink) const {
  if (local() == nullptr) {
    const auto target = fmt::format("/v1/{}/export", word(collection));
    return remote().exchange({.method = "GET", .target = target, .body = {}}, sink);
  }
  const auto count = local()->export_all(collection, sink);
  if (!count) return give_up(count.error(), language_);
  return {};
}

}  // namespace talentmatch
