#include "mapping/mapped_statements.h"

#include "mapping/names.h"
#include "rdf/namespaces.h"

#include <algorithm>

namespace tela::mapping {

MappedStatements::MappedStatements() : prefixes_(rdf::PrefixMap::standard()) {
  const std::string base(Names::default_base);
  for (const std::string folder : {"project", "article", "state", "process", "organisation",
                                   "region", "theme", "meeting", "membership", "graph"})
    prefixes_.add(folder, base + folder + "/");
  prefixes_.add("record", base + "graph/record/example.org/");
  prefixes_.add("evidence", base + "graph/record/example.org/page#");
  prefixes_.add("authority", "http://publications.europa.eu/resource/authority/country/");
  prefixes_.add("activity", base + "project/XX-1-A#");
  prefixes_.add("budget", base + "project/Q36-805#budget-");
}

std::string MappedStatements::short_term(const rdf::TermView& term) const {
  if (term.kind == rdf::TermKind::iri) return prefixes_.shortened(term.value);
  std::string text = '"' + std::string(term.value) + '"';
  if (!term.language.empty()) return text + '@' + std::string(term.language);
  if (term.datatype == rdf::xsd::string) return text;
  return text + "^^" + prefixes_.shortened(term.datatype);
}

void MappedStatements::quad(const rdf::QuadView& quad) {
  quads_.push_back(rdf::to_quad(quad));
  const std::string predicate =
      quad.predicate.value == rdf::rdf_type ? "a" : short_term(quad.predicate);
  lines_.emplace(short_term(*quad.graph),
                 short_term(quad.subject) + ' ' + predicate + ' ' + short_term(quad.object));
}

std::set<std::string> MappedStatements::in(std::string_view graph) const {
  std::set<std::string> found;
  for (const auto& [name, line] : lines_)
    if (name == graph) found.insert(line);
  return found;
}

std::set<std::string> MappedStatements::about(std::string_view subject) const {
  std::set<std::string> found;
  for (const auto& [name, line] : lines_)
    if (line.starts_with(std::string(subject) + ' ')) found.insert(line);
  return found;
}

bool MappedStatements::contains(std::string_view line) const {
  return std::ranges::any_of(lines_, [&](const auto& entry) { return entry.second == line; });
}

} // namespace tela::mapping
