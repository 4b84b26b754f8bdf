#include "remote/capabilities.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"

#include <chrono>
#include <cstdlib>
#include <map>
#include <sstream>

namespace tela::remote {

namespace fs = std::filesystem;

namespace {

/// The answer to an ASK and what its header told.
class Asker {
 public:
  explicit Asker(SparqlService& service) : service_(service) {}

  bool ask(const std::string& query) {
    class Truth final : public sparql::results::ResultReceiver {
     public:
      void variables(const std::vector<std::string>&) override {}
      void row(const sparql::results::ResultTable::Row&) override {}
      void boolean(bool value) override { truth = value; }
      bool truth = false;
    } answer;
    report = service_.select(query, answer);
    return answer.truth;
  }
  /// No where the service does not understand the question.
  bool takes(const std::string& query) {
    try {
      return ask(query);
    } catch (const base::Error& error) {
      if (error.failure() != base::Failure::input) throw;
      return false;
    }
  }

  AnswerReport report;

 private:
  SparqlService& service_;
};

// A few statements tell as much as all of them, which some services would have to go through.
constexpr const char* sample_outside_default =
    "ASK { { SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(!isBlank(?s) && !isBlank(?o)) } "
    "LIMIT 20 } FILTER NOT EXISTS { ?s ?p ?o } }";
constexpr const char* only_in_default =
    "ASK { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }";

std::string text_of(const Capabilities& known) {
  std::ostringstream out;
  out << "form 1\nserver " << known.server << "\ngraphs " << known.has_graphs << "\nunion "
      << known.default_is_union << "\nvalues " << known.has_values << "\nintegers "
      << known.has_big_integers << "\n";
  if (known.row_cap) out << "rows " << *known.row_cap << "\n";
  return out.str();
}

/// Nothing when the text is none of text_of().
std::optional<Capabilities> parse(const std::string& text, std::span<const Dialect> dialects,
                                  const std::string& address) {
  std::map<std::string, std::string> entries;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (const auto space = line.find(' '); space != std::string::npos)
      entries[line.substr(0, space)] = line.substr(space + 1);
  if (entries["form"] != "1") return std::nullopt;
  Capabilities known;
  known.server = entries["server"];
  known.dialect = find_dialect(dialects, known.server, address);
  known.has_graphs = entries["graphs"] == "1";
  known.default_is_union = entries["union"] == "1";
  known.has_values = entries["values"] == "1";
  known.has_big_integers = entries["integers"] == "1";
  if (const std::string& rows = entries["rows"]; !rows.empty())
    known.row_cap = std::strtoull(rows.c_str(), nullptr, 10);
  return known;
}

bool is_fresh(const fs::path& file) {
  std::error_code problem;
  const auto written = fs::last_write_time(file, problem);
  if (problem) return false;
  const auto age = fs::file_time_type::clock::now() - written;
  return age >= fs::file_time_type::duration::zero() && age < std::chrono::hours(1);
}

void keep(const fs::path& file, const Capabilities& known) {
  try {
    fs::create_directories(file.parent_path());
    base::AtomicFile out(file);
    out.write(text_of(known));
    out.commit();
  } catch (const std::exception&) {
    // It is asked again next time.
  }
}

/// Whether there are statements in no named graph, now.
bool has_default(SparqlService& service, const Capabilities& known) {
  if (!known.dialect.has_default) return false;
  return service.ask(known.default_is_union ? only_in_default : "ASK { ?s ?p ?o }");
}

} // namespace

Capabilities probe(SparqlService& service, std::span<const Dialect> dialects) {
  Asker asker(service);
  Capabilities known;
  known.has_graphs = asker.ask("ASK { GRAPH ?g { ?s ?p ?o } }");
  known.server = asker.report.server;
  known.row_cap = asker.report.row_cap;
  known.dialect = find_dialect(dialects, known.server, service.address());
  known.default_is_union =
      known.has_graphs && asker.ask("ASK { ?s ?p ?o }") && !asker.ask(sample_outside_default);
  known.has_default = has_default(service, known);
  known.has_values = asker.takes("ASK { VALUES (?x) { (1) } }");
  known.has_big_integers =
      asker.takes("ASK { FILTER(STR(99999999999999999999999) = \"99999999999999999999999\") }");
  return known;
}

Capabilities kept_capabilities(SparqlService& service, std::span<const Dialect> dialects,
                               const fs::path& folder) {
  if (folder.empty()) return probe(service, dialects);
  const fs::path file = folder / "services" / base::sha256(service.address());
  if (is_fresh(file))
    if (auto known = parse(base::read_file(file), dialects, service.address())) {
      known->has_default = has_default(service, *known);
      return *known;
    }
  Capabilities known = probe(service, dialects);
  if (known.has_graphs) keep(file, known); // an empty service does not tell what its graphs are
  return known;
}

fs::path user_cache_folder() {
  const char* cache = std::getenv("XDG_CACHE_HOME"); // NOLINT(concurrency-*)
  if (cache != nullptr && *cache == '/') return fs::path(cache) / "tela";
  const char* home = std::getenv("HOME"); // NOLINT(concurrency-*)
  return home != nullptr && *home == '/' ? fs::path(home) / ".cache" / "tela" : fs::path();
}

} // namespace tela::remote
