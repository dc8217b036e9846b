// Random records, made as text from the table of spec 1 and independently of the codec: whatever order,
// spaces and empty members they come in, what is written is the canonical text.

#include <functional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/storage/codec_support.hpp"
#include "tests/support/dice.hpp"

namespace talentmatch::testing {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>;  // name and JSON value, in spec 1's order

std::string quoted(std::string_view text) {
  return fmt::format("\"{}\"", text);
}

class RecordText {
 public:
  explicit RecordText(Dice& dice) : dice_(dice) {}

  std::string id() { return quoted(fmt::format("{}.{}:_-", dice_.pick(kLetters), dice_.below(1'000'000))); }
  std::string name() { return quoted(fmt::format(R"(名 é\"\\/🎓{})", dice_.below(1000))); }
  std::string number(int low, int high) { return std::to_string(dice_.between(low, high)); }
  std::string flag() { return dice_.chance(50) ? "true" : "false"; }
  std::string pay() { return number(1, 10'000'000); }
  std::string date() {
    return quoted(
        fmt::format("20{:02}-{:02}-{:02}", dice_.between(0, 99), dice_.between(1, 12), dice_.between(1, 28)));
  }
  template <class E>
  std::string one_of() {
    return quoted(words<E>[dice_.below(words<E>.size())]);
  }
  std::string major() { return quoted(catalog().code_of(EntryId(dice_.below(catalog().major_count())))); }
  std::string entry() { return quoted(catalog().code_of(EntryId(dice_.below(catalog().entry_count())))); }
  std::string region() { return quoted(catalog().code_of(RegionId(dice_.below(catalog().region_count())))); }
  std::string certificate() {
    return quoted(catalog().id_of(CertificateId(dice_.below(catalog().certificate_count()))));
  }
  std::string asked() {
    return object({{"id", certificate()}, {"level", maybe(one_of<CertificateLevel>())}});
  }
  std::string held() {
    return object(
        {{"id", certificate()}, {"level", maybe(one_of<CertificateLevel>())}, {"expires", maybe(date())}});
  }
  std::string tie() { return object({{"employer", id()}, {"kind", one_of<GraduateTieKind>()}}); }

  // Empty = not given.
  std::string maybe(std::string value) { return dice_.chance(50) ? std::move(value) : std::string(); }
  std::string list(const std::function<std::string()>& item) {
    std::vector<std::string> items;
    for (int i = dice_.between(0, 4); i > 0; --i) {
      auto next = item();
      const auto key = [](std::string_view text) { return text.substr(0, text.find_first_of(",}")); };
      const bool known =
          std::ranges::any_of(items, [&](const auto& other) { return key(other) == key(next); });
      if (!known) items.push_back(std::move(next));
    }
    return items.empty() ? "" : fmt::format("[{}]", fmt::join(items, ","));
  }

  static std::string object(const Members& members) {
    std::string text;
    for (const auto& [name, value] : members) {
      if (!value.empty()) text += fmt::format("{}\"{}\":{}", text.empty() ? "" : ",", name, value);
    }
    return "{" + text + "}";
  }

 private:
  static inline const std::vector<std::string> kLetters{"A", "z", "9"};
  Dice& dice_;
};

Members school(RecordText& r) {
  return {{"id", r.id()}, {"name", r.name()}, {"kind", r.one_of<SchoolKind>()}, {"region", r.region()}};
}

Members employer(RecordText& r) {
  return {{"id", r.id()},
          {"name", r.name()},
          {"region", r.region()},
          {"size", r.maybe(r.one_of<EmployerSize>())},
          {"above_scale", r.maybe(r.flag())},
          {"staff", r.maybe(r.number(0, 10'000'000))},
          {"hiring_plan", r.maybe(r.number(0, 10'000'000))},
          {"status", r.maybe(r.one_of<EmployerStatus>())},
          {"tags", r.list([&] { return r.name(); })}};
}

Members tie(RecordText& r) {
  return {{"id", r.id()},
          {"school", r.id()},
          {"employer", r.id()},
          {"kind", r.one_of<TieKind>()},
          {"major", r.maybe(r.major())},
          {"seats", r.maybe(r.number(0, 10'000'000))},
          {"starts", r.maybe(r.date())},
          {"ends", r.maybe(r.date())}};
}

Members graduate(RecordText& r) {
  return {{"id", r.id()},
          {"school", r.id()},
          {"major", r.major()},
          {"level", r.one_of<Level>()},
          {"year", r.number(1950, 2100)},
          {"certificates", r.list([&] { return r.held(); })},
          {"home", r.maybe(r.region())},
          {"wishes", r.list([&] { return r.region(); })},
          {"wishes_only", r.maybe(r.flag())},
          {"expected_pay", r.maybe(r.pay())},
          {"kinds", r.list([&] { return r.one_of<PostingKind>(); })},
          {"ties", r.list([&] { return r.tie(); })},
          {"status", r.maybe(r.one_of<GraduateStatus>())},
          {"opt_out", r.maybe(r.flag())}};
}

Members posting(RecordText& r) {
  return {{"id", r.id()},
          {"employer", r.id()},
          {"title", r.name()},
          {"kind", r.maybe(r.one_of<PostingKind>())},
          {"majors", r.list([&] { return r.entry(); })},
          {"majors_strict", r.maybe(r.flag())},
          {"min_level", r.maybe(r.one_of<Level>())},
          {"required_certificates", r.list([&] { return r.asked(); })},
          {"preferred_certificates", r.list([&] { return r.asked(); })},
          {"region", r.region()},
          {"headcount", r.maybe(r.number(1, 100'000))},
          {"pay_min", r.maybe(r.number(1, 5000))},
          {"pay_max", r.maybe(r.number(5000, 10'000'000))},
          {"fresh_graduates", r.maybe(r.one_of<FreshGraduates>())},
          {"school", r.id()},
          {"posted", r.maybe(r.date())},
          {"closes", r.maybe(r.date())},
          {"status", r.maybe(r.one_of<PostingStatus>())},
          {"occupation", r.maybe(quoted("6-18-01-99"))}};
}

Members placement(RecordText& r) {
  return {{"id", r.id()},
          {"graduate", r.id()},
          {"posting", r.maybe(r.id())},
          {"employer", r.maybe(r.id())},
          {"region", r.maybe(r.region())},
          {"kind", r.maybe(r.one_of<PostingKind>())},
          {"code", r.maybe(quoted("升学"))},
          {"starts", r.maybe(r.date())},
          {"ends", r.maybe(r.date())},
          {"pay", r.maybe(r.pay())},
          {"status", r.one_of<PlacementStatus>()},
          {"source", r.maybe(r.one_of<PlacementSource>())}};
}

// The same record as another sender would write it: any order, spaces, null for what is missing.
std::string scrambled(Members members, Dice& dice) {
  dice.shuffle(members);
  std::string text;
  for (const auto& [name, value] : members) {
    if (value.empty() && dice.chance(50)) continue;
    text += fmt::format("{}\t\"{}\" : {}\r\n", text.empty() ? "" : ",", name, value.empty() ? "null" : value);
  }
  return " {" + text + "} ";
}

using Make = Members (*)(RecordText&);
constexpr std::array<Make, 6> kMakers{school, employer, tie, graduate, posting, placement};

TEST_CASE("what is read is written in the canonical form, again and again") {
  INFO("seed " << Catch::rngSeed());
  Dice dice(Catch::rngSeed());
  RecordText text(dice);
  RecordParser parser;
  for (int round = 0; round < 6000; ++round) {
    const auto collection = static_cast<Collection>(round % 6);
    const Members members = kMakers[static_cast<std::size_t>(collection)](text);
    const std::string canonical = RecordText::object(members);
    for (const std::string& json : {canonical, scrambled(members, dice)}) {
      const auto parsed = parser.parse(collection, json, catalog());
      INFO(json);
      if (!parsed) FAIL(message(parsed.error(), Language::en));
      REQUIRE(parsed->notices.empty());
      REQUIRE(written(parsed->record) == canonical);
    }
  }
}

TEST_CASE("a record cut anywhere or damaged anywhere is refused or read, never worse") {
  INFO("seed " << Catch::rngSeed());
  Dice dice(Catch::rngSeed());
  RecordText text(dice);
  RecordParser parser;
  for (int round = 0; round < 300; ++round) {
    const auto collection = static_cast<Collection>(round % 6);
    const std::string json = RecordText::object(kMakers[static_cast<std::size_t>(collection)](text));
    for (std::size_t cut = 0; cut < json.size(); ++cut) {
      REQUIRE_FALSE(parser.parse(collection, std::string_view(json).substr(0, cut), catalog()));
    }
    std::string damaged = json;
    damaged[dice.below(json.size())] = static_cast<char>(dice.below(256));
    if (const auto parsed = parser.parse(collection, damaged, catalog())) {
      const std::string again = written(parsed->record);
      REQUIRE(written(parse(collection, again)->record) == again);
    }
  }
}

}  // namespace
}  // namespace talentmatch::testing
