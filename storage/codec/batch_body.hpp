#pragma once
// The body of POST /v1/recommendations and /v1/candidates:
// {"items":[{"graduate":"G1"},{"profile":{…},"k":5}],"k":20,…}, for candidates "posting" in the place of
// "graduate". Members beside "items" are options for all; an item's own options replace them. The body is
// parsed once; items are made one by one, so that threads can share the work and a long list given for all
// items is not copied a thousand times at once.

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "storage/codec/rank_request.hpp"
#include "storage/codec/record_json.hpp"

namespace talentmatch {

struct BatchItem {
  std::variant<std::string, Graduate, Posting> asked;  // a stored record's id, or a profile
  RankRequest request;
  std::vector<Replacement> notices;  // of the profile
};

class BatchBody {
 public:
  static constexpr std::size_t kMaxItems = 1000;

  // What is wrong with the body as a whole or with the options for all fails here. Errors: invalid_json,
  // invalid_utf8, not_an_object, missing_field, wrong_type, out_of_range, too_many, duplicate_field, and
  // those of set_option. The catalogue must outlive the body.
  static Result<BatchBody> parse(Side side, std::string_view body, const RankRequest& defaults,
                                 const Catalog& catalog);
  ~BatchBody();
  BatchBody(BatchBody&&) noexcept;
  BatchBody& operator=(BatchBody&&) noexcept;

  std::size_t size() const;
  // Any thread. What is wrong with one item fails that item only.
  Result<BatchItem> item(std::size_t index) const;

 private:
  struct Document;
  explicit BatchBody(std::unique_ptr<const Document> document);
  std::unique_ptr<const Document> document_;
};

}  // namespace talentmatch
