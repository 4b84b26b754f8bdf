#include "shapes/report_writer.h"

#include "base/json.h"
#include "base/printable.h"
#include "rdf/namespaces.h"
#include "shapes/vocabulary.h"
#include "sparql/evaluator/context.h"

#include <optional>

namespace tela::shapes {

namespace {

// Data, shapes and the report itself each have blank nodes; a label of one is no label of another.
rdf::Term apart(rdf::Term term, std::string_view origin) {
  if (term.kind == rdf::TermKind::blank) term.value.insert(0, std::string(origin) + "-");
  return term;
}

// Statements of a report; keeps the numbers of its blank nodes.
class ReportPusher {
 public:
  explicit ReportPusher(rdf::QuadSink& sink) : sink_(sink) {}

  void push(const Report& report) {
    const rdf::Term node = rdf::blank("report");
    state(node, rdf::rdf_type, rdf::iri(sh("ValidationReport")));
    state(node, sh("conforms"),
          rdf::literal(report.conforms() ? "true" : "false", rdf::xsd::boolean));
    for (const Result& result : report.results) {
      const rdf::Term name = rdf::blank("result" + std::to_string(++results_));
      state(node, sh("result"), name);
      push(name, result);
    }
  }

 private:
  void push(const rdf::Term& name, const Result& result) {
    state(name, rdf::rdf_type, rdf::iri(sh("ValidationResult")));
    state(name, sh("focusNode"), apart(result.focus, "data"));
    if (result.path) state(name, sh("resultPath"), path_node(*result.path));
    if (result.value) state(name, sh("value"), apart(*result.value, "data"));
    state(name, sh("resultSeverity"), result.severity);
    if (result.constraint) state(name, sh("sourceConstraint"), apart(*result.constraint, "shape"));
    state(name, sh("sourceConstraintComponent"), rdf::iri(result.component));
    state(name, sh("sourceShape"), apart(result.shape, "shape"));
    for (const rdf::Term& message : result.messages) state(name, sh("resultMessage"), message);
    for (const Place& place : result.places)
      state(name, "http://purl.org/dc/terms/source", rdf::iri(place.graph));
  }

  rdf::Term path_node(const Path& path) {
    switch (path.kind) {
    case Path::Kind::predicate:
      return path.iri;
    case Path::Kind::sequence:
      return list(path.parts);
    case Path::Kind::inverse:
      return wrapped("inversePath", path_node(path.parts.front()));
    case Path::Kind::alternative:
      return wrapped("alternativePath", list(path.parts));
    case Path::Kind::zero_or_more:
      return wrapped("zeroOrMorePath", path_node(path.parts.front()));
    case Path::Kind::one_or_more:
      return wrapped("oneOrMorePath", path_node(path.parts.front()));
    case Path::Kind::zero_or_one:
      return wrapped("zeroOrOnePath", path_node(path.parts.front()));
    case Path::Kind::negated: // SHACL has none
      break;
    }
    return path.iri;
  }

  rdf::Term wrapped(std::string_view local, const rdf::Term& inner) {
    rdf::Term node = fresh();
    state(node, sh(local), inner);
    return node;
  }

  rdf::Term list(const std::vector<Path>& parts) {
    rdf::Term rest = rdf::iri(rdf::rdf_nil);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      const rdf::Term cell = fresh();
      state(cell, rdf::rdf_first, path_node(*part));
      state(cell, rdf::rdf_rest, rest);
      rest = cell;
    }
    return rest;
  }

  rdf::Term fresh() { return rdf::blank("path" + std::to_string(++paths_)); }

  void state(const rdf::Term& subject, std::string_view predicate, const rdf::Term& object) {
    sink_.quad(
        {subject, rdf::TermView{rdf::TermKind::iri, predicate, {}, {}}, object, std::nullopt});
  }

  rdf::QuadSink& sink_;
  std::uint64_t results_ = 0, paths_ = 0;
};

std::string shown(const rdf::Term& term, const rdf::PrefixMap& prefixes) {
  return term.kind == rdf::TermKind::iri ? prefixes.shortened(term.value) : rdf::to_ntriples(term);
}

// In SPARQL's syntax (section 9.1).
std::string path_text(const Path& path, const rdf::PrefixMap& prefixes) {
  const auto joined = [&](std::string_view separator) {
    std::string text = "(";
    for (const Path& part : path.parts) {
      if (&part != path.parts.data()) text += separator;
      text += path_text(part, prefixes);
    }
    return text + ")";
  };
  switch (path.kind) {
  case Path::Kind::predicate:
    return prefixes.shortened(path.iri.value);
  case Path::Kind::inverse:
    return "^" + path_text(path.parts.front(), prefixes);
  case Path::Kind::sequence:
    return joined("/");
  case Path::Kind::alternative:
    return joined("|");
  case Path::Kind::zero_or_more:
    return path_text(path.parts.front(), prefixes) + "*";
  case Path::Kind::one_or_more:
    return path_text(path.parts.front(), prefixes) + "+";
  case Path::Kind::zero_or_one:
    return path_text(path.parts.front(), prefixes) + "?";
  case Path::Kind::negated:
    break;
  }
  return "";
}

std::string_view local_name(std::string_view iri) {
  return iri.substr(iri.find_last_of("#/") + 1);
}

void append_json(base::JsonWriter& json, const Result& result) {
  json.begin_object().field("focus", rdf::to_ntriples(result.focus));
  if (result.path) json.field("path", path_text(*result.path, {}));
  if (result.value) json.field("value", rdf::to_ntriples(*result.value));
  const bool is_own = result.component.starts_with(sh(""));
  json.field("component", is_own ? local_name(result.component) : result.component);
  json.field("severity", local_name(result.severity.value));
  json.field("shape", rdf::to_ntriples(result.shape));
  json.key("messages").begin_array();
  for (const rdf::Term& message : result.messages) json.value(message.value);
  json.end_array().key("places").begin_array();
  for (const Place& place : result.places) {
    json.begin_object().field("graph", place.graph);
    if (!place.file.empty()) json.field("file", place.file);
    if (place.line > 0) json.field("line", place.line);
    json.end_object();
  }
  json.end_array().end_object();
}

// "data/projects/1.xml:12", or the graph.
std::string place_text(const Place& place, const rdf::PrefixMap& prefixes) {
  if (place.file.empty()) return prefixes.shortened(place.graph);
  return place.line > 0 ? place.file + ":" + std::to_string(place.line) : place.file;
}

/// Sees that a text which grows result by result keeps within the limits.
class Pace {
 public:
  explicit Pace(Limits limits) : cancellation_(limits.cancellation) {
    held_.charge_to(limits.memory);
  }
  void step(const std::string& text) {
    if (cancellation_ != nullptr) cancellation_->check();
    held_.hold(text.capacity());
  }

 private:
  const base::Cancellation* cancellation_;
  sparql::evaluator::Reservation held_;
};

} // namespace

void push_report(const Report& report, rdf::QuadSink& sink) {
  ReportPusher(sink).push(report);
}

std::string to_json(const Report& report, Limits limits) {
  std::string out;
  Pace pace(limits);
  base::JsonWriter json(out);
  json.begin_object().field("conforms", report.conforms());
  json.field("focus_nodes", report.focus_nodes).key("results").begin_array();
  for (const Result& result : report.results) {
    append_json(json, result);
    pace.step(out);
  }
  json.end_array().end_object();
  return out += '\n';
}

std::string to_text(const Report& report, const rdf::PrefixMap& prefixes, Limits limits) {
  std::string out;
  Pace pace(limits);
  // What the data say stays on its line: a line end in it would look like another result.
  const auto line = [&](const std::string& text) { (out += base::printable(text)) += '\n'; };
  for (const Result& result : report.results) {
    std::string head(local_name(result.severity.value));
    head += "  " + shown(result.focus, prefixes);
    if (result.path) head += "  " + path_text(*result.path, prefixes);
    if (result.value) head += "  " + shown(*result.value, prefixes);
    line(head);
    for (const rdf::Term& message : result.messages) line("    " + message.value);
    for (const Place& place : result.places) line("    in " + place_text(place, prefixes));
    pace.step(out);
  }
  return out + std::to_string(report.focus_nodes) + " nodes checked, " +
         (report.conforms() ? "all conform" : std::to_string(report.results.size()) + " results") +
         "\n";
}

} // namespace tela::shapes
