#include "storage/codec/batch_body.hpp"

#include <array>
#include <optional>
#include <utility>

#include "storage/codec/field_format.hpp"
#include "storage/codec/field_path.hpp"
#include "storage/codec/option_json.hpp"
#include "storage/codec/record_reader.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {

struct BatchBody::Document {
  JsonParser parser;
  std::vector<JsonElement> items;
  RankRequest shared;
  Side side;
  const Catalog& catalog;
};

namespace {

using Asked = decltype(BatchItem::asked);

constexpr std::string_view id_member(Side side) {
  return side == Side::postings ? "graduate" : "posting";
}

std::optional<JsonElement> given_member(const JsonObject& object, std::string_view name) {
  JsonElement element;
  if (object.at_key(name).get(element) != simdjson::SUCCESS || element.is_null()) return std::nullopt;
  return element;
}

Result<std::vector<JsonElement>> read_items(const JsonObject& body) {
  const auto element = given_member(body, "items");
  if (!element) return fail({.code = ErrorCode::missing_field, .field = "items"});
  JsonArray array;
  Error error;
  if (element->get(array) != simdjson::SUCCESS) {
    error = wrong_type(*element, "list");
  } else if (array.size() == 0 || array.size() > BatchBody::kMaxItems) {
    error = {.code = array.size() == 0 ? ErrorCode::out_of_range : ErrorCode::too_many,
             .value = std::to_string(array.size()),
             .detail = "1…" + std::to_string(BatchBody::kMaxItems)};
  } else {
    return std::vector<JsonElement>(array.begin(), array.end());
  }
  error.field = "items";
  return fail(std::move(error));
}

Result<std::string> read_id(const JsonElement& element, Side side) {
  auto id = read_string(element);
  if (id && !is_id(*id)) {
    id = fail({.code = ErrorCode::invalid_id, .value = shortened(*id), .detail = std::string(kIdForm)});
  }
  if (id) return std::string(*id);
  id.error().field = id_member(side);
  return fail(std::move(id.error()));
}

template <class T>
Result<Asked> take_profile(Result<Parsed<T>> parsed, std::vector<Replacement>& notices) {
  if (!parsed) {
    prepend_name(parsed.error().field, "profile");
    return fail(std::move(parsed.error()));
  }
  notices = std::move(parsed->notices);
  for (Replacement& notice : notices) prepend_name(notice.field, "profile");
  return Asked(std::move(parsed->record));
}

Result<Asked> read_profile(const JsonElement& element, Side side, const Catalog& catalog,
                           std::vector<Replacement>& notices) {
  JsonObject object;
  if (element.get(object) != simdjson::SUCCESS) {
    Error error = wrong_type(element, "object");
    error.field = "profile";
    return fail(std::move(error));
  }
  if (side == Side::postings) return take_profile(read_profile_graduate(object, catalog), notices);
  return take_profile(read_profile_posting(object, catalog), notices);
}

Result<Asked> read_asked(const JsonObject& object, Side side, const Catalog& catalog,
                         std::vector<Replacement>& notices) {
  const auto id = given_member(object, id_member(side));
  const auto profile = given_member(object, "profile");
  if (id.has_value() == profile.has_value()) {
    return fail({.code = id ? ErrorCode::invalid_value : ErrorCode::missing_field,
                 .field = std::string(id_member(side)),
                 .detail = std::string(id_member(side)) + " | profile"});
  }
  if (profile) return read_profile(*profile, side, catalog, notices);
  auto text = read_id(*id, side);
  if (!text) return fail(std::move(text.error()));
  return Asked(*std::move(text));
}

}  // namespace

BatchBody::BatchBody(std::unique_ptr<const Document> document) : document_(std::move(document)) {}
BatchBody::~BatchBody() = default;
BatchBody::BatchBody(BatchBody&&) noexcept = default;
BatchBody& BatchBody::operator=(BatchBody&&) noexcept = default;

Result<BatchBody> BatchBody::parse(Side side, std::string_view body, const RankRequest& defaults,
                                   const Catalog& catalog) {
  auto document = std::unique_ptr<Document>(
      new Document{.parser = {}, .items = {}, .shared = defaults, .side = side, .catalog = catalog});
  const auto object = document->parser.parse_object(body);
  if (!object) return fail(object.error());
  constexpr std::array<std::string_view, 1> kOthers{"items"};
  if (auto good = set_options(document->shared, side, *object, kOthers, catalog); !good) {
    return fail(std::move(good.error()));
  }
  if (auto good = check(document->shared, side); !good) return fail(std::move(good.error()));
  auto items = read_items(*object);
  if (!items) return fail(std::move(items.error()));
  document->items = *std::move(items);
  return BatchBody(std::move(document));
}

std::size_t BatchBody::size() const {
  return document_->items.size();
}

Result<BatchItem> BatchBody::item(std::size_t index) const {
  const auto& [parser, items, shared, side, catalog] = *document_;
  JsonObject object;
  if (items[index].get(object) != simdjson::SUCCESS) return fail(wrong_type(items[index], "object"));
  BatchItem item{.asked = {}, .request = shared, .notices = {}};
  const std::array others{id_member(side), std::string_view("profile")};
  if (auto good = set_options(item.request, side, object, others, catalog); !good) {
    return fail(std::move(good.error()));
  }
  if (auto good = check(item.request, side); !good) return fail(std::move(good.error()));
  auto asked = read_asked(object, side, catalog, item.notices);
  if (!asked) return fail(std::move(asked.error()));
  item.asked = *std::move(asked);
  return item;
}

}  // namespace talentmatch
