#pragma once
// Where the keys are: in a data directory, opened without its records, or at a running server. Answers are
// the API's JSON.

#include <chrono>
#include <string>
#include <variant>

#include "storage/keys/local_keys.hpp"
#include "tools/backend.hpp"

namespace talentmatch {

class KeysBackend {
 public:
  static Outcome<KeysBackend> open(const Access& access, Missing missing);

  Outcome<std::string> list() const;
  Outcome<std::string> add(const KeySpec& spec) const;
  Outcome<std::string> rotate(const std::string& id, std::chrono::hours overlap) const;
  Outcome<void> revoke(const std::string& id) const;

 private:
  KeysBackend(std::variant<LocalKeys, Client> place, Language language);
  const KeyRing* local() const;
  KeyRing& writable() const { return std::get<LocalKeys>(place_).ring(); }
  const Client& remote() const { return std::get<Client>(place_); }
  Outcome<std::string> told(const Result<IssuedKey>& issued) const;

  std::variant<LocalKeys, Client> place_;
  Language language_;
};

}  // namespace talentmatch
