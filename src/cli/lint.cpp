#include "cli/lint.h"

#include "base/file.h"
#include "base/json.h"
#include "base/printable.h"
#include "cli/destination.h"
#include "cli/program.h"
#include "export/graphml_lint.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace tela::cli {

namespace {

struct LintOptions {
  std::string file, reader, format = "text";
};

std::string as_text(const std::string& file, const std::vector<export_::LintFinding>& findings) {
  std::string out;
  for (const auto& finding : findings) {
    out += base::printable(file + ":" + std::to_string(finding.line) + ": " + finding.readers +
                           ": " + finding.message);
    if (finding.count > 1) out += " (" + std::to_string(finding.count) + " times)";
    out += '\n';
  }
  return out.empty() ? base::printable(file) + ": every program reads all of it\n" : out;
}

std::string as_json(const std::vector<export_::LintFinding>& findings) {
  std::string out;
  base::JsonWriter json(out);
  json.begin_array();
  for (const auto& finding : findings)
    json.begin_object()
        .field("line", finding.line)
        .field("readers", finding.readers)
        .field("message", finding.message)
        .field("count", finding.count)
        .end_object();
  json.end_array();
  return out += '\n';
}

void run_lint(const LintOptions& options) {
  const base::MappedFile file(options.file, base::MappedFile::Access::sequential);
  auto findings = export_::lint_graphml(options.file, file.text());
  if (!options.reader.empty())
    std::erase_if(findings, [&](const export_::LintFinding& finding) {
      return finding.readers != "all" && finding.readers.find(options.reader) == std::string::npos;
    });
  Destination destination("");
  destination.write(options.format == "json" ? as_json(findings) : as_text(options.file, findings));
  destination.commit();
  if (!findings.empty()) throw Finished{Exit::input};
}

} // namespace

void add_lint(CLI::App& app) {
  auto options = std::make_shared<LintOptions>();
  CLI::App* command =
      app.add_subcommand("lint", "Say which program will lose which value of a GraphML file");
  command->footer("Example:\n  tela lint states.graphml --for cytoscape");
  command->add_option("file", options->file, "GraphML file")->required();
  command->add_option("--for", options->reader, "Only what concerns this program")
      ->check(CLI::IsMember({"gephi", "cytoscape", "yed", "networkx", "igraph", "boost"}));
  command->add_option("-f,--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([options] { run_lint(*options); });
}

} // namespace tela::cli
