#include <set>

#include <catch2/catch.hpp>

#include "storage/keys/key_json.hpp"
#include "storage/keys/local_keys.hpp"
#include "storage/keys/secret.hpp"
#include "storage/keys/stored_key.hpp"
#include "storage/keys/token.hpp"
#include "tests/storage/temporary_directory.hpp"

namespace talentmatch::testing {
namespace {

using namespace std::chrono_literals;

constexpr Second kNow{1'800'000'000s};

LocalKeys open_keys(const TemporaryDirectory& directory) {
  auto keys = LocalKeys::open(directory.path());
  REQUIRE(keys);
  return *std::move(keys);
}

KeySpec reader(std::string id) {
  KeySpec spec{.id = std::move(id)};
  spec.scopes.add(Scope::read);
  return spec;
}

bool opens(const Key& key, std::string_view token) {
  const auto parts = parse_token(token);
  REQUIRE(parts);
  CHECK(parts->id == key.spec.id);
  return SecretHasher().matches(parts->secret, key.secret);
}

ErrorCode refusal(const Result<IssuedKey>& issued) {
  REQUIRE_FALSE(issued);
  return issued.error().code;
}

}  // namespace

TEST_CASE("secrets are random, and their hashes match them only") {
  SecretHasher hasher;
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const auto secret = hasher.make();
    REQUIRE(secret);
    CHECK(secret->text.size() == kSecretSize);
    CHECK(seen.insert(secret->text).second);
    CHECK(hasher.matches(secret->text, secret->hash));
    auto other = secret->text;
    other[7] = other[7] == 'A' ? 'B' : 'A';
    CHECK_FALSE(hasher.matches(other, secret->hash));
    auto salted = secret->hash;
    salted.salt[0] ^= 1U;
    CHECK_FALSE(hasher.matches(secret->text, salted));
  }
}

TEST_CASE("a token is its key's name and the secret") {
  const std::string secret(kSecretSize, 's');
  const auto whole = token_text("the.portal", secret);
  CHECK(whole == "tm.the.portal." + secret);
  const auto token = parse_token(whole);
  REQUIRE(token);
  CHECK(token->id == "the.portal");
  CHECK(token->secret == secret);
  for (const std::string& text : {std::string(), std::string("tm."), "tm." + secret, "tm.." + secret,
                                  "tm.a." + secret + "x", "a." + secret, std::string("tm.a.short")}) {
    CHECK_FALSE(parse_token(text));
  }
}

TEST_CASE("keys are made, told once, kept, and revoked") {
  const TemporaryDirectory directory;
  std::string token;
  {
    const auto keys = open_keys(directory);
    CHECK(keys.ring().keys()->empty());
    const auto version = keys.ring().version();
    auto spec = reader("portal");
    spec.reach.schools = {"S1", "S2"};
    spec.expires = parse_date("2027-06-30");
    const auto issued = keys.ring().add(spec, kNow);
    REQUIRE(issued);
    CHECK(keys.ring().version() > version);
    CHECK(opens(*issued->key, issued->token));
    token = issued->token;
    CHECK(refusal(keys.ring().add(reader("portal"), kNow)) == ErrorCode::exists);
  }
  const auto keys = open_keys(directory);
  const auto all = keys.ring().keys();
  REQUIRE(all->size() == 1);
  const Key& key = *all->begin()->second;
  CHECK(opens(key, token));
  std::string shown;
  append_keys(shown, *all);
  CHECK(shown == R"({"keys":[{"id":"portal","scopes":["read"],"schools":["S1","S2"],"expires":"2027-06-30",)"
                 R"("created":"2027-01-15T08:00:00Z"}]})");
  CHECK(token.find(shown) == std::string::npos);
  CHECK(stored_key(key).find(parse_token(token)->secret) == std::string::npos);
  REQUIRE(keys.ring().revoke("portal"));
  CHECK(keys.ring().keys()->empty());
  CHECK(keys.ring().revoke("portal").error().code == ErrorCode::not_found);
  CHECK(all->size() == 1);  // who holds the set before keeps it
}

TEST_CASE("a rotated key has a new secret, the old one lives on for the overlap") {
  const TemporaryDirectory directory;
  const auto keys = open_keys(directory);
  const auto first = keys.ring().add(reader("portal"), kNow);
  const auto second = keys.ring().rotate("portal", 2h, kNow);
  REQUIRE(second);
  CHECK(opens(*second->key, second->token));
  CHECK_FALSE(opens(*second->key, first->token));
  REQUIRE(second->key->old);
  CHECK(second->key->old->until == kNow + 2h);
  CHECK(SecretHasher().matches(parse_token(first->token)->secret, second->key->old->hash));
  const auto read = read_stored_key(stored_key(*second->key));
  REQUIRE(read);
  CHECK(stored_key(*read) == stored_key(*second->key));
  CHECK_FALSE(keys.ring().rotate("portal", 0h, kNow)->key->old);
  CHECK(refusal(keys.ring().rotate("nobody", 0h, kNow)) == ErrorCode::not_found);
}

TEST_CASE("what a key may be") {
  const TemporaryDirectory directory;
  const auto keys = open_keys(directory);
  const auto added = [&](std::string_view json) {
    auto spec = read_key_spec(json);
    if (!spec) return spec.error().code;
    return refusal(keys.ring().add(*std::move(spec), kNow));
  };
  CHECK(added(R"({"id":"a"})") == ErrorCode::missing_field);
  CHECK(added(R"({"scopes":["read"]})") == ErrorCode::invalid_id);
  CHECK(added(R"({"id":"a b","scopes":["read"]})") == ErrorCode::invalid_id);
  CHECK(added(R"({"id":"a","scopes":["reed"]})") == ErrorCode::invalid_value);
  CHECK(added(R"({"id":"a","scopes":"read"})") == ErrorCode::wrong_type);
  CHECK(added(R"({"id":"a","scopes":["read"],"expires":"tomorrow"})") == ErrorCode::invalid_value);
  CHECK(added(R"({"id":"a","scopes":["read"],"secret":"x"})") == ErrorCode::unknown_field);
  CHECK(added(R"({"id":"a","scopes":["read"],"schools":["S1"],"employers":["E1"]})") ==
        ErrorCode::invalid_value);
  for (const std::string scope : {"place", "metrics", "admin"}) {
    CHECK(added(R"({"id":"a","scopes":[")" + scope + R"("],"employers":["E1"]})") ==
          ErrorCode::invalid_value);
  }
  CHECK(keys.ring().keys()->empty());
}

TEST_CASE("the last day ends in China") {
  CHECK(end_of(*parse_date("2026-11-26")) == std::chrono::sys_days(std::chrono::year(2026) / 11 / 26) + 16h);
}

}  // namespace talentmatch::testing
