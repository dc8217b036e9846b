#include "tools/keys_backend.hpp"

#include <utility>

#include <fmt/format.h>

#include "storage/keys/key_json.hpp"

namespace talentmatch {
namespace {

constexpr std::string_view kRoute = "/v1/admin/keys";

Second this_second() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace

KeysBackend::KeysBackend(std::variant<LocalKeys, Client> place, Language language)
    : place_(std::move(place)), language_(language) {}

Outcome<KeysBackend> KeysBackend::open(const Access& access, Missing missing) {
  if (!access.server.empty()) {
    auto client = Client::to(access);
    if (!client) return std::unexpected(std::move(client.error()));
    return KeysBackend(*std::move(client), access.language);
  }
  if (auto checked = check_data(access, missing); !checked) return std::unexpected(checked.error());
  auto keys = LocalKeys::open(access.data);
  if (!keys) return give_up_opening(keys.error(), access.language);
  return KeysBackend(*std::move(keys), access.language);
}

const KeyRing* KeysBackend::local() const {
  const auto* keys = std::get_if<LocalKeys>(&place_);
  return keys == nullptr ? nullptr : &keys->ring();
}

Outcome<std::string> KeysBackend::told(const Result<IssuedKey>& issued) const {
  if (!issued) return give_up(issued.error(), language_);
  std::string answer;
  append_issued_key(answer, *issued);
  return answer;
}

Outcome<std::string> KeysBackend::list() const {
  if (local() == nullptr) return remote().get(std::string(kRoute));
  std::string answer;
  append_keys(answer, *local()->keys());
  return answer;
}

Outcome<std::string> KeysBackend::add(const KeySpec& spec) const {
  if (local() != nullptr) return told(writable().add(spec, this_second()));
  std::string body;
  append_key_spec(body, spec);
  return remote().post(std::string(kRoute), body);
}

Outcome<std::string> KeysBackend::rotate(const std::string& id, std::chrono::hours overlap) const {
  if (local() != nullptr) return told(writable().rotate(id, overlap, this_second()));
  return remote().post(fmt::format("{}/{}/rotate", kRoute, percent_encoded(id)),
                       fmt::format(R"({{"overlap_hours":{}}})", overlap.count()));
}

Outcome<void> KeysBackend::revoke(const std::string& id) const {
  if (local() == nullptr) {
    const auto revoked = remote().ask("DELETE", fmt::format("{}/{}", kRoute, percent_encoded(id)));
    if (!revoked) return std::unexpected(revoked.error());
    return {};
  }
  const auto revoked = writable().revoke(id);
  if (!revoked) return give_up(revoked.error(), language_);
  return {};
}

}  // namespace talentmatch
