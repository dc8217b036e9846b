#include <chrono>
#include <memory>
#include <optional>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "storage/codec/option_value.hpp"
#include "storage/service/placements/waiting.hpp"
#include "tools/backend.hpp"
#include "tools/commands.hpp"
#include "tools/output.hpp"
#include "tools/place_request.hpp"
#include "tools/place_text.hpp"
#include "tools/progress.hpp"

namespace talentmatch {
namespace {

struct PlaceCommand {
  Access access;
  PlaceArguments arguments;
  std::filesystem::path out;
  std::filesystem::path postings;
  std::string run;  // id of one that is kept, as the next two
  std::string confirm;
  std::string undo;
  std::string graduate;  // whose result is explained
  std::string posting;   // the wish that is asked for, or where the list is of
  std::optional<std::size_t> wishes;
  bool waiting = false;
  std::size_t most = kUsuallyWaiting;
  std::string what_if;  // P7:+2
};

Outcome<JsonElement> parsed(simdjson::dom::parser& parser, const std::string& answer) {
  JsonElement run;
  if (parser.parse(answer).get(run) != simdjson::SUCCESS) return give_up("the answer is not JSON");
  return run;
}

// The run when it is over.
Outcome<std::string> await(const Backend& backend, std::string answer) {
  constexpr auto kPause = std::chrono::milliseconds(50);
  simdjson::dom::parser parser;
  Progress progress("placing", "");
  while (true) {
    const auto run = parsed(parser, answer);
    if (!run) return std::unexpected(run.error());
    const auto state = text_of(*run, "state");
    if (state != "queued" && state != "running") return answer;
    progress.update(static_cast<double>(number_of(*run, "progress")) / 1000, 0);
    const std::string id(text_of(*run, "id"));
    std::this_thread::sleep_for(kPause);
    auto next = backend.placement(id);
    if (!next) return next;
    answer = *std::move(next);
  }
}

using Rows = Outcome<void> (Backend::*)(const std::string& id, RowFormat format, const ByteSink& sink) const;

Outcome<void> write_rows(const Backend& backend, Rows rows, const std::string& id,
                         const std::filesystem::path& path) {
  if (path.empty()) return {};
  const auto format = path.extension() == ".csv" ? RowFormat::csv : RowFormat::ndjson;
  return write_to_file(path, [&](const ByteSink& sink) { return (backend.*rows)(id, format, sink); });
}

Outcome<std::string> run_of(const PlaceCommand& command, const Backend& backend) {
  if (!command.confirm.empty()) return backend.confirm_placement(command.confirm);
  if (!command.undo.empty()) return backend.undo_placement(command.undo);
  if (!command.run.empty()) return backend.placement(command.run);
  const auto request = place_request(command.arguments);
  if (!request) return std::unexpected(request.error());
  auto started = backend.start_placement(*request);
  if (!started) return started;
  return await(backend, *std::move(started));
}

using Text = std::string (*)(const JsonElement& answer, Language language);

// What a kept run says of one graduate or of one posting.
Outcome<int> tell(const PlaceCommand& command, const Outcome<std::string>& answer, Text text) {
  if (!answer) return std::unexpected(answer.error());
  simdjson::dom::parser parser;
  const auto told = parsed(parser, *answer);
  if (!told) return std::unexpected(told.error());
  fmt::print("{}", command.access.json ? *answer + "\n" : text(*told, command.access.language));
  return kDone;
}

Outcome<int> explain(const PlaceCommand& command, const Backend& backend) {
  const WishQuestion question{.graduate = command.graduate,
                              .posting = command.posting,
                              .wishes = command.wishes,
                              .language = command.access.language};
  return tell(command, backend.explain_placement(command.run, question), placement_explanation_text);
}

// P7:+2, P7:2 or P7:-2; ids may hold colons.
Outcome<SeatQuestion> seat_question(const PlaceCommand& command) {
  const std::string_view text = command.what_if;
  const auto colon = text.rfind(':');
  if (colon != std::string_view::npos && colon > 0) {
    auto number = text.substr(colon + 1);
    const bool plus = number.starts_with('+');
    if (plus) number.remove_prefix(1);
    const auto by = option_number(number, plus ? 0 : -kMostSeatsAsked, kMostSeatsAsked);
    if (by) {
      return SeatQuestion{.posting = text.substr(0, colon), .by = *by, .language = command.access.language};
    }
  }
  return give_up("--what-if: a posting and seats more or fewer are expected, as in P7:+2 or P7:-1", kMisused);
}

Outcome<int> tell_what_if(const PlaceCommand& command, const Backend& backend) {
  const auto question = seat_question(command);
  if (!question) return std::unexpected(question.error());
  return tell(command, backend.placement_what_if(command.run, *question), placement_what_if_text);
}

Outcome<int> place(const PlaceCommand& command) {
  const auto backend = Backend::open(command.access);
  if (!backend) return std::unexpected(backend.error());
  if (!command.graduate.empty()) return explain(command, *backend);
  if (!command.what_if.empty()) return tell_what_if(command, *backend);
  if (command.waiting) {
    return tell(command, backend->waiting_list(command.run, command.posting, command.most),
                waiting_list_text);
  }
  const auto answer = run_of(command, *backend);
  if (!answer) return std::unexpected(answer.error());
  simdjson::dom::parser parser;
  const auto run = parsed(parser, *answer);
  if (!run) return std::unexpected(run.error());
  JsonElement failure;
  if ((*run)["failure"].get(failure) == simdjson::SUCCESS) {
    return refusal(std::string(simdjson::minify(failure)), 0);
  }
  const std::string id(text_of(*run, "id"));
  auto written = write_rows(*backend, &Backend::assignments, id, command.out);
  if (written) written = write_rows(*backend, &Backend::posting_outcomes, id, command.postings);
  if (!written) return std::unexpected(written.error());
  fmt::print("{}", command.access.json ? *answer + "\n" : placement_text(*run, command.access.language));
  return text_of(*run, "state") == "done" ? kDone : kFailed;
}

void add_request(CLI::App& command, PlaceArguments& arguments) {
  command.add_option("--mode", arguments.mode, "stable (default), max_score or lists")
      ->check(CLI::IsMember({"stable", "max_score", "lists"}));
  command.add_option("--policy", arguments.policy, "Quotas and rules, as JSON")->type_name("FILE");
  command.add_option("--scope", arguments.scope, "Which graduates and postings take part, as JSON")
      ->type_name("FILE");
  command.add_option("--choices", arguments.choices, "Graduates' own lists, as NDJSON; default: from scores")
      ->type_name("FILE");
  command.add_option("--priorities", arguments.priorities, "Postings' own lists, as NDJSON")
      ->type_name("FILE");
  command
      .add_option("--priority-groups", arguments.priority_groups,
                  "Who comes first in order classes, as NDJSON; for this run only, kept nowhere")
      ->type_name("FILE");
  command.add_option("--seed", arguments.seed, "Of the lottery")->capture_default_str();
  command.add_option("--as-of", arguments.as_of, "Day, YYYY-MM-DD; default: today");
  command.add_flag("--exact", arguments.exact, "max_score: the optimum, not within 0.1 %");
  command.add_option("--length", arguments.length, "max_score, lists: length of lists from scores")
      ->capture_default_str();
  command.add_option("--per-graduate", arguments.per_graduate, "lists: postings a graduate")
      ->capture_default_str();
  command.add_option("--per-seat", arguments.per_seat, "lists: graduates a seat")->capture_default_str();
}

}  // namespace

// What is done with a run that is kept.
void add_kept(CLI::App& command, PlaceCommand& kept) {
  auto* run = command.add_option("--run", kept.run, "Ask this run, which is kept, instead of placing")
                  ->type_name("RUN");
  auto* confirm = command.add_option("--confirm", kept.confirm, "Make placements of this run's proposals")
                      ->type_name("RUN")
                      ->excludes(run);
  command.add_option("--undo", kept.undo, "Take that back")
      ->type_name("RUN")
      ->excludes(confirm)
      ->excludes(run);
  auto* graduate =
      command.add_option("--explain", kept.graduate, "Why this graduate got what they got, and not more")
          ->type_name("ID")
          ->needs(run);
  auto* posting = command.add_option("--posting", kept.posting, "Explain this wish only, or list who waits")
                      ->type_name("ID")
                      ->needs(run);
  command.add_option("--wishes", kept.wishes, "How many wishes to explain; default: 20")
      ->check(CLI::Range(1, 100))
      ->needs(graduate)
      ->excludes(posting);
  auto* waiting = command.add_flag("--waiting", kept.waiting, "Who moves up at the posting")
                      ->needs(posting)
                      ->excludes(graduate);
  command.add_option("--most", kept.most, "How many of them")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str()
      ->needs(waiting);
  command.add_option("--what-if", kept.what_if, "Who would move if a posting had seats more or fewer")
      ->type_name("ID:±N")
      ->needs(run)
      ->excludes(graduate)
      ->excludes(posting);
}

void add_place(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("place", "Propose postings for a whole cohort; confirm a proposal");
  auto place_command = std::make_shared<PlaceCommand>();
  add_request(*command, place_command->arguments);
  command->add_option("--out", place_command->out, "Write the proposals here: NDJSON, or CSV by .csv")
      ->type_name("FILE");
  command
      ->add_option("--postings", place_command->postings,
                   "Write each posting's seats and cutoffs here: NDJSON, or CSV by .csv")
      ->type_name("FILE");
  add_kept(*command, *place_command);
  add_access(*command, place_command->access);
  command->footer(
      "A run proposes and is kept under its id; nothing is placed before --confirm.\n"
      "Example:\n  talentmatch place --data var/data --seed 7 --out proposals.csv\n"
      "  talentmatch place --data var/data --run R1 --postings seats.csv\n"
      "  talentmatch place --data var/data --run R1 --explain G1 --posting P7 --lang zh\n"
      "  talentmatch place --data var/data --run R1 --waiting --posting P7\n"
      "  talentmatch place --data var/data --run R1 --what-if P7:+2\n"
      "  talentmatch place --data var/data --confirm R1");
  command->callback([&chosen, place_command] { chosen = [place_command] { return place(*place_command); }; });
}

}  // namespace talentmatch
