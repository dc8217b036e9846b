#include "tests/server/key_world.hpp"

#include <fmt/format.h>

namespace talentmatch::testing {
namespace {

std::string bearer(const std::string& token) {
  return token.empty() ? "" : fmt::format("Authorization: Bearer {}\r\n", token);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

std::string graduate_of(std::string_view school, std::string_view id) {
  return replaced(graduate(id), R"("S1")", fmt::format(R"("{}")", school));
}

std::string posting_of(std::string_view employer, std::string_view id) {
  return replaced(posting(id), R"("E1")", fmt::format(R"("{}")", employer));
}

KeyWorld::KeyWorld(const RequestLogOptions& log) : api_(true, log) {
  REQUIRE(api_.ask("PUT", "/v1/graduates/H1", graduate_of("S2", "H1")).status == 201);
  REQUIRE(api_.ask("PUT", "/v1/postings/Q1", posting_of("E2", "Q1")).status == 201);
  tokens_["none"] = "";
  tokens_["unknown"] = "tm.nobody." + std::string(32, 'x');
  tokens_["admin"] = add(R"({"id":"admin","scopes":["admin"]})");
  for (const std::string scope : {"read", "write", "place", "metrics"}) {
    tokens_[scope] = add(fmt::format(R"({{"id":"{0}","scopes":["{0}"]}})", scope));
  }
  tokens_["expired"] =
      add(R"({"id":"old","scopes":["read","write","place","metrics","admin"],"expires":"2001-01-01"})");
  tokens_["employer"] = add(R"({"id":"e","scopes":["read","write"],"employers":["E1"]})");
  tokens_["school"] = add(R"({"id":"s","scopes":["read","write"],"schools":["S1"]})");
}

std::string KeyWorld::add(std::string_view spec) {
  const auto answer = api_.ask("POST", "/v1/admin/keys", spec, bearer(tokens_["admin"]));
  INFO(answer.body);
  REQUIRE(answer.status == 201);
  constexpr std::string_view kName = R"("key":")";
  const auto begin = answer.body.find(kName) + kName.size();
  return answer.body.substr(begin, answer.body.find('"', begin) - begin);
}

std::string KeyWorld::bearer_of(std::string_view holder) const {
  return bearer(tokens_.find(holder)->second);
}

HttpAnswer KeyWorld::ask(std::string_view holder, std::string_view method, std::string_view target,
                         std::string_view body, std::string_view fields) {
  return api_.ask(method, target, body, bearer(tokens_.find(holder)->second) + std::string(fields));
}

}  // namespace talentmatch::testing
