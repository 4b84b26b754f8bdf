#include "cli/extract.h"

#include "base/error.h"
#include "base/utf8.h"
#include "cli/destination.h"
#include "cli/explain_json.h"
#include "cli/extract_json.h"
#include "cli/extract_part.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/review_xml.h"
#include "events/doubt.h"
#include "events/link.h"
#include "records/record_xml_writer.h"
#include "records/source_reader.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace tela::cli {

namespace {

struct ExtractOptions {
  std::vector<std::string> pages;
  std::string format = "xml";
  std::string output;
  bool review = false;
  PartOptions part;
  std::string data; ///< a folder laid out as data/ is; empty: what is compiled in
};

/// What pages are read by.
struct Knowledge {
  const gazetteer::Gazetteer& gazetteer;
  const events::RuleTable& rules;
};

void print_warning(const records::Record& record, const records::Warning& warning) {
  print_note(record.source + ": " + warning.message + " (" + warning.code + ")");
}

/// Writes each record as soon as it is read.
class Extractor final : public records::RecordSink {
 public:
  Extractor(Destination& destination, const std::string& format, const Knowledge& knowledge)
      : destination_(destination), format_(format), knowledge_(knowledge) {}

  void accept(records::Record record, const base::Place&) override {
    interruption().check();
    text_.clear();
    record.source = base::escape_invalid_utf8(record.source);
    if (format_ == "explain")
      explain(record);
    else
      extract(record);
    destination_.write(text_);
    ++count_;
  }

  void reject(const base::Error& error) override {
    print_error(error);
    failed_ = true;
  }

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  void explain(const records::Record& record) {
    append_explanation(text_, record,
                       events::explain(record, knowledge_.gazetteer, knowledge_.rules));
    text_ += '\n';
  }

  void extract(const records::Record& record) {
    const auto links = events::link(record, knowledge_.gazetteer, knowledge_.rules);
    for (const auto& warning : record.warnings) print_warning(record, warning);
    for (const auto& warning : links.warnings) print_warning(record, warning);
    if (const auto doubt = events::doubt_warning(links.events)) print_warning(record, *doubt);
    if (format_ == "json") {
      append_json(text_, record, links);
      text_ += '\n';
    } else if (const auto lost = append_xml(record, links); lost > 0) {
      print_note(record.source + ": " + std::to_string(lost) +
                 " characters that XML cannot hold were replaced");
    }
  }

  std::size_t append_xml(const records::Record& record, const gazetteer::Links& links) {
    return format_ == "review" ? append_review(text_, record, links)
                               : records::append_record_xml(text_, record);
  }

  Destination& destination_;
  const std::string& format_;
  const Knowledge& knowledge_;
  bool failed_ = false;
  std::uint64_t count_ = 0;
  std::string text_;
};

void extract_pages(const ExtractOptions& options, const Knowledge& knowledge) {
  Destination destination(options.output);
  const std::string format = options.review ? "review" : options.format;
  const bool xml = format == "xml" || format == "review";
  Extractor extractor(destination, format, knowledge);
  if (xml) destination.write(records::record_xml_head());
  for (const auto& page : options.pages) {
    interruption().check();
    try {
      records::check_source(page); // before the first record is written
      for (const std::string& note : records::read_source(page, extractor).notes) print_note(note);
    } catch (const base::Error& error) {
      if (error.failure() != base::Failure::input) throw;
      extractor.reject(error);
    }
  }
  if (xml) destination.write(records::record_xml_tail());
  destination.commit();
  if (extractor.failed()) throw Finished{Exit::input};
  if (extractor.count() == 0)
    throw base::Error(base::Failure::input, base::Place{options.pages.front()},
                      "no record was found" +
                          std::string(options.pages.size() > 1 ? " here, nor in the others" : ""),
                      "name saved pages, record XML, IATI, tables or JSON Lines");
}

void check_part_options(const ExtractOptions& options) {
  const bool is_part = options.format == "nquads" && !options.review;
  if (!is_part && !(options.part.share + options.part.base_iri).empty())
    throw base::Error(base::Failure::usage, "only N-Quads come in parts", "add -f nquads");
  if (is_part && !options.data.empty())
    throw base::Error(base::Failure::usage, "a build knows no other names than its own",
                      "leave out --data");
}

void run_extract(ExtractOptions& options) {
  check_part_options(options);
  if (!options.part.list.empty())
    std::ranges::move(listed_paths(options.part.list), std::back_inserter(options.pages));
  const bool is_part = options.format == "nquads" && !options.review;
  // A list may be empty: a share of another program's making, as Spark's are.
  if (options.pages.empty() && (options.part.list.empty() || !is_part))
    throw base::Error(base::Failure::usage, "no pages", "name files, or a list of them");
  if (is_part) return extract_part(options.pages, options.part, options.output);
  if (options.data.empty()) {
    extract_pages(options, {gazetteer::Gazetteer::built_in(), events::RuleTable::built_in()});
    return;
  }
  const auto gazetteer = gazetteer::Gazetteer::load(options.data);
  const auto rules = events::RuleTable::load(options.data);
  extract_pages(options, {gazetteer, rules});
}

} // namespace

void add_extract(CLI::App& app) {
  auto options = std::make_shared<ExtractOptions>();
  CLI::App* command = app.add_subcommand("extract", "Read pages and show what they say as records");
  command->footer(
      "Example:\n  tela extract -f json page.txt other.html\n"
      "  tela extract --review page.txt -o page.xml   # correct it, then build page.xml\n"
      "  tela extract -f nquads --list pages.txt --part 3/16 -o parts/3.nq.zst");
  command->add_option("pages", options->pages, "Pages and files of records");
  command
      ->add_option("-f,--format", options->format,
                   "xml: records; json: with links; explain: how the meetings were found, as JSON; "
                   "nquads: a part that tela build joins with others")
      ->check(CLI::IsMember({"xml", "json", "explain", "nquads"}))
      ->capture_default_str();
  command->add_flag(
      "--review", options->review,
      "Record XML with the meetings stated in it and what is doubtful as comments; what "
      "a person leaves there is taken as it stands");
  command->add_option("-o,--output", options->output, "Where to write; standard output if absent");
  command->add_option(
      "--data", options->data,
      "Names, cues and rules of this folder, laid out as data/ is, instead of those "
      "compiled in");
  command->add_option("--list", options->part.list,
                      "File with the paths of more pages, one a line; - is standard input");
  command->add_option("--part", options->part.share,
                      "Which share of them to read as N-Quads: 3/16, the third of sixteen");
  command->add_option("--base-iri", options->part.base_iri,
                      "What the IRIs in N-Quads start with, as in tela build");
  command->callback([options] { run_extract(*options); });
}

} // namespace tela::cli
