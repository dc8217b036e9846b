#pragma once
// Where a command's answers come from: the data directory, opened by the command itself, or a running server.
// Both give the same bytes.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "storage/service/placements/placement_runs.hpp"
#include "storage/service/service.hpp"
#include "tools/access.hpp"
#include "tools/backup_options.hpp"
#include "tools/client.hpp"

namespace talentmatch {

// By their names in the API, values as in a query string.
using NamedOptions = std::vector<std::pair<std::string, std::string>>;

enum class Missing : std::uint8_t { refused, created };  // a data directory that does not exist

// A place for the data must be given, and exist unless it may be made.
Outcome<void> check_data(const Access& access, Missing missing);
std::unexpected<Failure> give_up_opening(const Error& error, Language language);
// Opens the data directory; shows the progress of loading.
Outcome<std::unique_ptr<Service>> open_service(const Access& access, Missing missing,
                                               const BackupOptions& backups = {});

class Backend {
 public:
  static Outcome<Backend> open(const Access& access, Missing missing = Missing::refused,
                               const BackupOptions& backups = {});

  Outcome<std::string> record(Collection collection, std::string_view id) const;
  // `side` is what is ranked; the id names the asking record.
  Outcome<std::string> ranking(Side side, const std::string& id, const NamedOptions& options) const;
  Outcome<std::string> profile_ranking(Side side, const std::string& profile,
                                       const NamedOptions& options) const;
  Outcome<std::string> explanation(const std::string& graduate, const std::string& posting,
                                   const NamedOptions& options) const;
  // What changes of a record would open: `side` is what is opened, the id is the other's.
  Outcome<std::string> what_if(Side side, const std::string& id, const NamedOptions& options) const;
  // A line for every record of the asking side; a server tells no progress.
  Outcome<void> rank_all(Side side, const NamedOptions& options, const ByteSink& sink,
                         const Service::LinesDone& progress) const;
  Outcome<std::string> stats() const;
  // The sink gets result lines of what was rejected, then the totals line.
  Outcome<void> import(Collection collection, ImportMode mode, const ByteSource& source,
                       const ByteSink& sink) const;
  Outcome<void> export_all(Collection collection, const ByteSink& sink) const;

  // ---- backups, as the API's JSON; a server tells no progress
  Outcome<std::string> back_up(const BackupProgress& progress) const;
  Outcome<std::string> backups() const;

  // ---- one person, as the API's JSON
  Outcome<std::string> person_data(const std::string& graduate) const;
  Outcome<std::string> erase_person(const std::string& graduate) const;

  // ---- placement runs, each as the API's JSON
  Outcome<std::string> start_placement(const std::string& request) const;
  Outcome<std::string> placement(const std::string& id) const;
  Outcome<std::string> confirm_placement(const std::string& id) const;
  Outcome<std::string> undo_placement(const std::string& id) const;
  Outcome<std::string> explain_placement(const std::string& id, const WishQuestion& question) const;
  Outcome<std::string> waiting_list(const std::string& id, const std::string& posting,
                                    std::size_t most) const;
  Outcome<std::string> placement_what_if(const std::string& id, const SeatQuestion& question) const;
  Outcome<void> assignments(const std::string& id, RowFormat format, const ByteSink& sink) const;
  Outcome<void> posting_outcomes(const std::string& id, RowFormat format, const ByteSink& sink) const;

 private:
  using Local = std::unique_ptr<Service>;
  Backend(std::variant<Local, Client> place, Language language);
  const Service* local() const;
  Service& writable() const;
  const Client& remote() const { return std::get<Client>(place_); }
  template <class Call>
  Outcome<std::string> from_runs(Call call) const;
  Outcome<void> remote_rows(const std::string& id, std::string_view what, RowFormat format,
                            const ByteSink& sink) const;
  Outcome<RankRequest> request(Side side, const NamedOptions& options) const;

  std::variant<Local, Client> place_;
  Language language_;
};

}  // namespace talentmatch
