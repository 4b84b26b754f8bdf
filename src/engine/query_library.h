#pragma once

#include "rdf/term.h"
#include "store/store.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::engine {

/// A value that the user of a saved query may choose. In the query it is the variable ?_<name>.
struct QueryParameter {
  std::string name;
  std::string type;  ///< state, territory, process, meeting, project, theme, region: an IRI below
                     ///< the base; iri; string; language; or the local name of an XSD datatype
                     ///< (integer, decimal, date …)
  std::string value; ///< the default, as on the command line: "HN"
  std::string description;
};

/// A query of the library: a file NAME.rq whose head, lines that start with "#+", documents it in
/// the form of grlc (YAML: summary, description, tags, parameters).
struct SavedQuery {
  std::string name;
  std::string summary, description;
  std::vector<std::string> tags;
  std::vector<QueryParameter> parameters;
  /// A class of the ontology without whose instances it has no answer, and where these come from:
  /// "Tie", "tela build --derive"; empty when any store will do.
  std::string needed_class, needed_from;
  std::string text; ///< the whole file
};

/// Reads one query. Throws Error(input) with the line when the head is not in the form above.
[[nodiscard]] SavedQuery parse_saved_query(std::string_view name, std::string_view text);

/// The library: the files NAME.rq of `folder`, sorted by name; without a folder those compiled into
/// the program.
[[nodiscard]] std::vector<SavedQuery> load_query_library(const std::filesystem::path& folder = {});

/// The term that `value` stands for: of type state with base https://w3id.org/tela/, "HN" is
/// <https://w3id.org/tela/state/HN>. An absolute IRI in angle brackets is taken as it is for every
/// IRI type; a number in its canonical form ("01996" is 1996). Throws Error(usage) when the value
/// does not fit the type.
[[nodiscard]] rdf::Term parameter_term(const QueryParameter& parameter, std::string_view value,
                                       std::string_view base);

/// The variables of `query` and their terms: the user's values, else the defaults. Throws
/// Error(usage) for a value of no parameter, and for two of one.
[[nodiscard]] std::vector<std::pair<std::string, rdf::Term>>
bind_parameters(const SavedQuery& query,
                std::span<const std::pair<std::string, std::string>> values, std::string_view base);

/// What to tell whoever asked `query` of a store that cannot have an answer: "the store has no
/// tela:Tie …". Empty when it can. Cost: a look-up.
[[nodiscard]] std::string what_lacks(const SavedQuery& query, const store::Store& store);

} // namespace tela::engine
