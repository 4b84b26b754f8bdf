#include "cli/violation_places.h"

#include "base/error.h"
#include "base/file.h"
#include "cli/record_lines.h"
#include "importer/build_log.h"
#include "relations/store_reader.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tela::cli {

namespace {

using rdf::Id;
using relations::id_of;
using relations::subjects;

class PlaceFinder {
 public:
  PlaceFinder(const store::Store& store, const base::Cancellation& cancellation)
      : store_(store), cancellation_(cancellation) {
    const auto text = store.metadata(importer::build_log_key);
    const auto log = text ? importer::parse_build_log(*text) : std::nullopt;
    if (!log) return;
    for (const auto& source : log->sources) paths_.emplace(source.name, source.path);
  }

  std::vector<shapes::Place> find(const shapes::Result& result) {
    cancellation_.check();
    const std::optional<Id> focus = store_.find(result.focus);
    if (!focus) return {};
    std::vector<Id> statement{*focus};
    const bool plain = result.path && result.path->kind == rdf::Path::Kind::predicate;
    const auto value = result.value ? store_.find(*result.value) : std::nullopt;
    if (plain && value)
      if (const auto predicate = store_.find(result.path->iri)) {
        statement.push_back(*predicate);
        statement.push_back(*value);
      }
    std::vector<shapes::Place> places;
    for (const Id graph : graphs_with(statement)) {
      if (places.size() == most_places) break;
      cancellation_.check(); // a file is read for each
      places.push_back(place(graph, statement));
    }
    return places;
  }

  /// Gives the places of `file` that have no line yet those on which their records name themselves.
  void add_record_lines(const std::string& file, std::span<shapes::Place* const> places) {
    NameLines lines;
    for (const shapes::Place* place : places)
      for (const std::string& name : names_of(place->graph)) lines.emplace(name, 0);
    if (lines.empty()) return;
    find_lines(content(file), lines);
    files_.erase(file);
    for (shapes::Place* place : places)
      for (const std::string& name : names_of(place->graph))
        if (place->line == 0) place->line = lines.at(name);
  }

 private:
  std::vector<Id> graphs_with(const std::vector<Id>& statement) const {
    std::vector<Id> graphs;
    auto cursor =
        store_.scan(rdf::Order::spo, statement, {rdf::GraphSelection::Kind::each_named, {}});
    for (auto rows = cursor.next(); rows.count > 0; rows = cursor.next())
      for (std::size_t row = 0; row < rows.count; ++row)
        if (std::find(graphs.begin(), graphs.end(), rows.columns[3][row]) == graphs.end())
          graphs.push_back(rows.columns[3][row]);
    return graphs;
  }

  shapes::Place place(Id graph, const std::vector<Id>& statement) {
    shapes::Place result{text(graph)};
    result.file = path_of(text(object(graph, vocabulary::read_from)));
    if (const auto start = first_byte(graph, statement); start && !result.file.empty())
      result.line = line_of(result.file, *start);
    return result;
  }

  // Where the evidence for the statement starts in the source of that graph.
  [[nodiscard]] std::optional<std::uint64_t> first_byte(Id graph,
                                                        const std::vector<Id>& statement) const {
    if (statement.size() < 3) return std::nullopt;
    namespace reification = vocabulary::reification;
    std::vector<Id> mentions = subjects(store_, id_of(store_, reification::subject), statement[0]);
    for (const auto& [predicate, object] :
         {std::pair(reification::predicate, statement[1]), {reification::object, statement[2]}}) {
      const std::vector<Id> others = subjects(store_, id_of(store_, predicate), object);
      std::erase_if(mentions,
                    [&](Id id) { return !std::binary_search(others.begin(), others.end(), id); });
    }
    for (const Id mention : mentions) {
      const Id target = object(mention, vocabulary::oa::has_target);
      if (!target.defined() || object(target, vocabulary::oa::has_source) != graph) continue;
      const Id start = object(object(target, vocabulary::oa::has_selector), vocabulary::oa::start);
      if (start.defined()) return std::stoull("0" + text(start));
    }
    return std::nullopt;
  }

  // Where the file lay that the graph calls `name`.
  [[nodiscard]] std::string path_of(const std::string& name) const {
    const auto known = paths_.find(name);
    return known == paths_.end() ? name : known->second;
  }

  // 0 when the file is gone, or shorter than it was.
  std::uint64_t line_of(const std::string& file, std::uint64_t byte) {
    const std::string_view content = this->content(file);
    if (byte >= content.size()) return 0;
    const auto end = content.begin() + static_cast<std::ptrdiff_t>(byte);
    return 1 + static_cast<std::uint64_t>(std::count(content.begin(), end, '\n'));
  }

  // Empty when the file is not here.
  std::string_view content(const std::string& file) {
    const auto [known, fresh] = files_.try_emplace(file);
    if (fresh) {
      try {
        known->second.emplace(file, base::MappedFile::Access::sequential);
      } catch (const base::Error&) {
        known->second.reset();
      }
    }
    return known->second ? known->second->text() : std::string_view();
  }

  // What a record is called where it was read: its address, then the identifiers of its topic.
  const std::vector<std::string>& names_of(const std::string& graph) {
    const auto [known, fresh] = names_.try_emplace(graph);
    if (!fresh) return known->second;
    const Id record = id_of(store_, graph);
    const Id topic = object(record, vocabulary::foaf::primary_topic);
    for (const Id name :
         {object(record, vocabulary::dcterms::source), object(topic, vocabulary::iati_identifier),
          object(topic, vocabulary::dcterms::identifier), object(topic, vocabulary::prima_id)})
      if (name.defined()) known->second.push_back(text(name));
    return known->second;
  }

  [[nodiscard]] Id object(Id subject, std::string_view predicate) const {
    if (!subject.defined()) return {};
    return relations::first_objects(store_, id_of(store_, predicate), std::span(&subject, 1))
        .front();
  }

  [[nodiscard]] std::string text(Id id) const {
    return relations::texts(store_, std::span(&id, 1)).front();
  }

  const store::Store& store_;
  const base::Cancellation& cancellation_;
  std::map<std::string, std::string> paths_;                     // by name
  std::map<std::string, std::optional<base::MappedFile>> files_; // by path
  std::map<std::string, std::vector<std::string>> names_;        // by graph
};

} // namespace

void add_places(const store::Store& store, shapes::Report& report,
                const base::Cancellation& cancellation) {
  PlaceFinder finder(store, cancellation);
  std::map<std::string, std::vector<shapes::Place*>> without_line; // by file
  for (shapes::Result& result : report.results) {
    result.places = finder.find(result);
    for (shapes::Place& place : result.places)
      if (place.line == 0 && !place.file.empty()) without_line[place.file].push_back(&place);
  }
  for (const auto& [file, places] : without_line) {
    cancellation.check();
    finder.add_record_lines(file, places);
  }
}

} // namespace tela::cli
