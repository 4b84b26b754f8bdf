#include "engine/query_library.h"

#include "base/error.h"
#include "base/file.h"
#include "engine/embedded_queries.h"
#include "rdf/iri.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"

#include <algorithm>
#include <array>

namespace tela::engine {

namespace {

const std::string ontology = "https://w3id.org/tela/ontology#";

constexpr std::array<std::string_view, 7> resource_types{
    "state", "territory", "process", "meeting", "project", "theme", "region"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r";
  const auto first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

// The subset of YAML that query heads need: keys, a block text, a flow list, a list of mappings.
class HeadReader {
 public:
  explicit HeadReader(SavedQuery& query) : query_(query) {}

  void line(std::string_view text, std::uint64_t number) {
    number_ = number;
    const std::size_t indent = std::min(text.find_first_not_of(' '), text.size());
    std::string_view rest = trimmed(text);
    if (rest.empty()) return;
    if (indent <= 1) return key(rest);
    if (section_ == "description") return describe(rest);
    if (section_ == "parameters") return parameter(rest);
    refuse("is indented, but belongs to nothing");
  }

 private:
  std::pair<std::string_view, std::string_view> split(std::string_view text) const {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) refuse("has no colon");
    return {trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1))};
  }

  void key(std::string_view text) {
    const auto [name, value] = split(text);
    section_ = name;
    if (name == "summary")
      query_.summary = value;
    else if (name == "description")
      query_.description = value == "|" ? "" : value;
    else if (name == "tags")
      tags(value);
    else if (name == "needs")
      needs(value);
    else if (name != "parameters")
      refuse("has an unknown key");
  }

  void describe(std::string_view text) {
    if (!query_.description.empty()) query_.description += ' ';
    query_.description += text;
  }

  // "tela:Tie from tela build --derive"
  void needs(std::string_view text) {
    constexpr std::string_view prefix = "tela:", between = " from ";
    const auto end = text.find(between);
    if (!text.starts_with(prefix) || end == std::string_view::npos)
      refuse("does not say needs: tela:CLASS from WHAT");
    query_.needed_class = text.substr(prefix.size(), end - prefix.size());
    query_.needed_from = text.substr(end + between.size());
  }

  void tags(std::string_view list) {
    if (!list.starts_with('[') || !list.ends_with(']')) refuse("is no list in brackets");
    list = list.substr(1, list.size() - 2);
    while (!list.empty()) {
      const auto comma = std::min(list.find(','), list.size());
      query_.tags.emplace_back(trimmed(list.substr(0, comma)));
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
  }

  void parameter(std::string_view text) {
    if (text.starts_with("- ")) {
      query_.parameters.emplace_back();
      text = trimmed(text.substr(2));
    }
    if (query_.parameters.empty()) refuse("stands before the first parameter");
    const auto [name, value] = split(text);
    QueryParameter& current = query_.parameters.back();
    if (name == "name")
      current.name = value;
    else if (name == "type")
      current.type = value;
    else if (name == "default")
      current.value = value;
    else if (name == "description")
      current.description = value;
    else
      refuse("has an unknown key");
  }

  [[noreturn]] void refuse(const std::string& why) const {
    throw base::Error(base::Failure::input, base::Place{query_.name + ".rq", number_},
                      "the head's line " + why, "see queries/README.md for the form");
  }

  SavedQuery& query_;
  std::string_view section_;
  std::uint64_t number_ = 0;
};

std::string with_article(std::string_view type) {
  if (type == "iri") return "an IRI";
  const bool is_vowel = std::string_view("aeio").find(type.front()) != std::string_view::npos;
  return (is_vowel ? "an " : "a ") + std::string(type);
}

[[noreturn]] void misfit(const QueryParameter& parameter, std::string_view value) {
  throw base::Error(base::Failure::usage,
                    "'" + std::string(value) + "' is no value for the parameter " + parameter.name,
                    "it takes " + with_article(parameter.type) + ", as in -p " + parameter.name +
                        "=" + parameter.value);
}

bool is_language_tag(std::string_view text) {
  return !text.empty() && text.size() <= 35 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string_view folder_of(std::string_view type) {
  return type == "territory" ? "state" : type;
}

void refuse_doubled(std::span<const std::pair<std::string, std::string>> values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t j = i + 1; j < values.size(); ++j)
      if (values[i].first == values[j].first)
        throw base::Error(base::Failure::usage,
                          "the parameter " + values[i].first + " is given twice",
                          "give one of '" + values[i].second + "' and '" + values[j].second + "'");
}

} // namespace

SavedQuery parse_saved_query(std::string_view name, std::string_view text) {
  SavedQuery query;
  query.name = name;
  query.text = text;
  HeadReader head(query);
  std::uint64_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with("#+")) head.line(line.substr(2), number);
  }
  return query;
}

std::vector<SavedQuery> load_query_library(const std::filesystem::path& folder) {
  std::vector<SavedQuery> library;
  if (folder.empty()) {
    for (const auto& file : embedded_queries())
      library.push_back(parse_saved_query(file.name.substr(0, file.name.rfind('.')), file.content));
  } else {
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".rq")
        library.push_back(
            parse_saved_query(entry.path().stem().string(), base::read_file(entry.path())));
  }
  std::ranges::sort(library, {}, &SavedQuery::name);
  return library;
}

rdf::Term parameter_term(const QueryParameter& parameter, std::string_view value,
                         std::string_view base) {
  const std::string& type = parameter.type;
  const bool is_resource = std::ranges::find(resource_types, type) != resource_types.end();
  if (is_resource || type == "iri") {
    if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
    if (rdf::is_absolute_iri(value)) return rdf::iri(value);
    if (!is_resource || value.empty()) misfit(parameter, value);
    return rdf::iri(std::string(base) + std::string(folder_of(type)) + "/" +
                    rdf::percent_encode(value));
  }
  if (type == "string") return rdf::literal(value);
  if (type == "language") {
    if (!is_language_tag(value)) misfit(parameter, value);
    return rdf::literal(value);
  }
  const std::string datatype = std::string(rdf::xsd::base) + type;
  if (!rdf::is_numeric_datatype(datatype)) return rdf::literal(value, datatype);
  const auto number = rdf::parse_numeric(value, datatype);
  if (!number) misfit(parameter, value);
  return rdf::literal(rdf::to_string(*number), datatype); // "01996" is 1996, as in the data
}

std::vector<std::pair<std::string, rdf::Term>>
bind_parameters(const SavedQuery& query,
                std::span<const std::pair<std::string, std::string>> values,
                std::string_view base) {
  std::vector<std::pair<std::string, rdf::Term>> bound;
  for (const auto& [name, value] : values)
    if (std::ranges::find(query.parameters, name, &QueryParameter::name) == query.parameters.end())
      throw base::Error(base::Failure::usage, query.name + " has no parameter '" + name + "'",
                        "see tela query --list");
  refuse_doubled(values);
  for (const QueryParameter& parameter : query.parameters) {
    const auto given =
        std::ranges::find(values, parameter.name, &std::pair<std::string, std::string>::first);
    bound.emplace_back(
        "_" + parameter.name,
        parameter_term(parameter, given == values.end() ? parameter.value : given->second, base));
  }
  return bound;
}

std::string what_lacks(const SavedQuery& query, const store::Store& store) {
  if (query.needed_class.empty()) return {};
  const auto type = store.find(rdf::iri(rdf::rdf_type));
  const auto wanted = store.find(rdf::iri(ontology + query.needed_class));
  if (type && wanted && store.count(rdf::Order::pos, std::array{*type, *wanted}) > 0) return {};
  return query.name + " has no answer here: the store has no tela:" + query.needed_class +
         "; these come from " + query.needed_from;
}

} // namespace tela::engine
