#include "mcp/tools.h"

#include "base/error.h"
#include "engine/query.h"
#include "mcp/bounded_table.h"
#include "mcp/sources.h"
#include "redland/writer.h"
#include "relations/resource_finder.h"
#include "relations/why.h"
#include "relations/why_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace tela::mcp {

using nlohmann::json;

/// What a tool works with: one call.
struct ToolCall {
  const engine::Database& database;
  const std::vector<engine::SavedQuery>& library;
  const json& arguments;
  const ToolLimits& limits;
  const base::Cancellation& cancellation;
};

namespace {

std::string argument(const ToolCall& call, const char* name) {
  const auto found = call.arguments.find(name);
  if (found == call.arguments.end() || !found->is_string())
    throw base::Error(base::Failure::usage,
                      std::string("the argument ") + name + " is missing, or no text");
  return found->get<std::string>();
}

std::string argument_or(const ToolCall& call, const char* name, const char* otherwise) {
  return call.arguments.contains(name) ? argument(call, name) : otherwise;
}

/// Refuses triples beyond a number of bytes, so that a graph is cut between two of them.
class BoundedText {
 public:
  explicit BoundedText(std::size_t most) : most_(most) {}
  void operator()(std::string_view bytes) {
    if (text.size() + bytes.size() > most_)
      throw base::Error(base::Failure::limit, "the graph is larger than an answer may be",
                        "ask for less");
    text += bytes;
  }
  std::string text;

 private:
  std::size_t most_;
};

std::string answer_graph(const ToolCall& call, engine::Query& query) {
  BoundedText text(call.limits.answer_bytes);
  const auto writer =
      redland::make_writer(redland::Syntax::turtle, std::ref(text), {call.database.prefixes()});
  query.run(*writer);
  writer->finish();
  return text.text;
}

// Parses, runs and writes a query, with its sources.
std::string answer_query(const ToolCall& call, std::string_view text,
                         engine::QueryOptions options) {
  base::MemoryBudget memory(call.limits.memory_bytes);
  options.memory = &memory;
  options.cancellation = &call.cancellation;
  engine::Query query(call.database, text, options);
  if (query.gives_graph()) return answer_graph(call, query);
  BoundedTable table(call.limits.answer_bytes);
  query.run(table);
  return table.text() +
         sources_of(call.database.store(), table.iris(), table.words(), call.limits.sources);
}

std::string search(const ToolCall& call) {
  static constexpr std::string_view text =
      "SELECT ?thing ?name ?kind { { SELECT ?thing (SAMPLE(?label) AS ?name) { ?thing "
      "rdfs:label|skos:prefLabel|skos:altLabel|"
      "skos:notation|dcterms:title|dcterms:identifier ?label FILTER(CONTAINS(LCASE(STR(?label)), "
      "LCASE(?_words))) FILTER(ISIRI(?thing)) } "
      "GROUP BY ?thing ORDER BY STRLEN(STR(SAMPLE(?label))) ?thing LIMIT 40 } OPTIONAL { ?thing a "
      "?kind } }";
  engine::QueryOptions options;
  options.prefixes = &call.database.prefixes();
  options.bindings = {{"_words", rdf::literal(argument(call, "words"))}};
  return answer_query(call, text, std::move(options));
}

std::string list_questions(const ToolCall& call) {
  std::string out;
  for (const engine::SavedQuery& query : call.library) {
    out += query.name + ": " + query.summary + "\n";
    for (const auto& parameter : query.parameters)
      out += "    " + parameter.name + " (" + parameter.type + ", else " + parameter.value +
             "): " + parameter.description + "\n";
  }
  return out;
}

std::string ask_question(const ToolCall& call) {
  const std::string name = argument(call, "name");
  const auto found = std::ranges::find(call.library, name, &engine::SavedQuery::name);
  if (found == call.library.end())
    throw base::Error(base::Failure::usage, "there is no question " + name, "see list_questions");
  const json parameters = call.arguments.value("parameters", json::object());
  if (!parameters.is_object())
    throw base::Error(base::Failure::usage, "the argument parameters is no object");
  std::vector<std::pair<std::string, std::string>> values;
  for (const auto& [key, value] : parameters.items())
    values.emplace_back(key, value.is_string() ? value.get<std::string>() : value.dump());
  engine::QueryOptions options;
  options.bindings = engine::bind_parameters(
      *found, relations::values_by_name(call.database.store(), *found, std::move(values)),
      call.database.base_iri());
  return answer_query(call, found->text, std::move(options));
}

std::string ask_sparql(const ToolCall& call) {
  engine::QueryOptions options;
  options.prefixes = &call.database.prefixes();
  return answer_query(call, argument(call, "query"), std::move(options));
}

std::string tell_why(const ToolCall& call) {
  relations::WhyOptions options;
  options.actors = relations::actors_named(argument_or(call, "of", "states"));
  options.by = relations::relations_of(options.actors);
  relations::Why found = relations::why(call.database.store(), options, argument(call, "first"),
                                        argument(call, "second"));
  std::string out = relations::as_json(found);
  const std::size_t all = found.reasons.size();
  while (out.size() > call.limits.answer_bytes && !found.reasons.empty()) {
    found.reasons.resize(found.reasons.size() / 2);
    out = relations::as_json(found);
  }
  if (found.reasons.size() < all)
    out += "(" + std::to_string(all - found.reasons.size()) + " of " + std::to_string(all) +
           " reasons are left out here)\n";
  return out;
}

constexpr std::array<Tool, 5> tools{{
    {"search",
     "Finds things by words in their names, acronyms or codes: states, processes, organisations, "
     "projects, meetings.",
     R"({"type":"object","properties":{"words":{"type":"string"}},"required":["words"]})", search},
    {"list_questions", "Lists the questions of the library with their parameters.",
     R"({"type":"object","properties":{}})", list_questions},
    {"ask_question",
     "Answers a question of the library; a state is given by its code (HN), a process by its id "
     "(rcm).",
     R"({"type":"object","properties":{"name":{"type":"string"},"parameters":{"type":"object"}},"required":["name"]})",
     ask_question},
    {"sparql",
     "Answers a SPARQL 1.1 query; the prefixes tela, rdfs, skos, dcterms, org and prov need no "
     "declaration.",
     R"({"type":"object","properties":{"query":{"type":"string"}},"required":["query"]})",
     ask_sparql},
    {"why",
     "Tells what ties two states (or processes, organisations, projects: of), with dates, pages "
     "and the words of the source.",
     R"({"type":"object","properties":{"first":{"type":"string"},"second":{"type":"string"},"of":{"type":"string"}},"required":["first","second"]})",
     tell_why},
}};

} // namespace

const Tool* find_tool(std::string_view name) {
  const auto found = std::ranges::find(tools, name, &Tool::name);
  return found == tools.end() ? nullptr : &*found;
}

json describe_tools() {
  json list = json::array();
  for (const Tool& tool : tools)
    list.push_back({{"name", tool.name},
                    {"description", tool.description},
                    {"inputSchema", json::parse(tool.schema)},
                    {"annotations", {{"readOnlyHint", true}, {"openWorldHint", false}}}});
  return list;
}

std::string Tools::run(const Tool& tool, const engine::Database& database, const json& arguments,
                       const base::Cancellation& cancellation) const {
  return tool.run({database, library_, arguments, limits_, cancellation});
}

} // namespace tela::mcp
