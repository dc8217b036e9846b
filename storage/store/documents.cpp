#include "storage/store/batch.hpp"
#include "storage/store/core.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {

Result<void> Store::put_documents(std::span<const Document> documents) {
  if (auto ready = core_->settle(); !ready) return ready;
  rocksdb::WriteBatch batch;
  for (const auto& document : documents) add(batch, *core_->records().meta, document);
  return core_->write(batch);
}

Result<std::string> Store::document(std::string_view name) const {
  const auto family = core_->meta();
  if (!family) return fail(not_open());
  std::string value;
  const auto status = family->database().Get({}, family->handle(), meta::document_key(name), &value);
  if (status.IsNotFound()) return fail({.code = ErrorCode::not_found, .value = std::string(name)});
  if (!status.ok()) return fail(error_of(status, name));
  return value;
}

Result<std::vector<std::string>> Store::document_names(std::string_view prefix) const {
  const auto family = core_->meta();
  if (!family) return fail(not_open());
  const auto first = meta::document_key(prefix);
  const std::unique_ptr<rocksdb::Iterator> at(family->database().NewIterator({}, family->handle()));
  std::vector<std::string> names;
  for (at->Seek(first); at->Valid() && at->key().starts_with(first); at->Next()) {
    names.emplace_back(view(at->key()).substr(meta::document_key("").size()));
  }
  if (!at->status().ok()) return fail(error_of(at->status(), prefix));
  return names;
}

}  // namespace talentmatch
