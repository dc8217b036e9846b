#pragma once
// One import from first byte to totals line, in three overlapping steps: the caller's thread reads lines and
// has them parsed while the writer stores the chunk before; a chunk's results go to the sink when it is
// stored.

#include <future>
#include <memory>
#include <string>

#include "storage/service/import_chunk.hpp"
#include "storage/service/import_replace.hpp"
#include "storage/service/import_upsert.hpp"
#include "storage/service/service.hpp"
#include "storage/service/write_queue.hpp"

namespace talentmatch {

template <class Target>  // UpsertImport or ReplaceImport
class ImportRun {
 public:
  ImportRun(Target& target, const ImportOptions& options, const ByteSink& sink, WriteQueue& queue,
            const ImportTools& tools)
      : target_(target), options_(options), sink_(sink), queue_(queue), tools_(tools) {}

  Result<ImportTotals> run(Collection collection, const ByteSource& source);

 private:
  using ChunkPointer = std::shared_ptr<ImportChunk>;

  Result<void> feed(Collection collection, const ByteSource& source);
  Result<void> hand_over(ChunkPointer chunk);
  Result<ChunkPointer> wait_for_chunk();
  Result<void> report(const ImportChunk& chunk);
  void count(const ImportedLine& line);
  Result<ImportTotals> finish();
  std::future<Result<void>> on_writer(std::function<Result<void>()> work);

  Target& target_;
  const ImportOptions& options_;
  const ByteSink& sink_;
  WriteQueue& queue_;
  ImportTools tools_;
  ChunkPointer in_flight_;  // the chunk that the writer has
  ChunkPointer spare_;      // one that is done with: its memory is used again
  std::future<Result<void>> stored_;
  ImportTotals totals_;
  std::string out_;
};

}  // namespace talentmatch
