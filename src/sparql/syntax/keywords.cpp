#include "sparql/syntax/keywords.h"

#include "sparql/functions/built_ins.h"
#include "sparql/syntax/token_stream.h"

#include <algorithm>
#include <array>

namespace tela::sparql::syntax {

namespace {

/// Those of section 19.8 that are no names of functions.
constexpr auto keywords = std::to_array<std::string_view>(
    {"AS",       "ASC",      "ASK",     "BASE",   "BIND",      "BY",      "CONSTRUCT", "DESC",
     "DESCRIBE", "DISTINCT", "EXISTS",  "FALSE",  "FILTER",    "FROM",    "GRAPH",     "GROUP",
     "HAVING",   "IN",       "LIMIT",   "MINUS",  "NAMED",     "NOT",     "OFFSET",    "OPTIONAL",
     "ORDER",    "PREFIX",   "REDUCED", "SELECT", "SEPARATOR", "SERVICE", "SILENT",    "TRUE",
     "UNDEF",    "UNION",    "VALUES",  "WHERE"});

bool is_keyword(std::string_view word) {
  return word == "a" || functions::find_built_in(word) != nullptr ||
         functions::find_aggregate(word) ||
         std::ranges::any_of(keywords, [word](std::string_view keyword) {
           return functions::same_word(keyword, word);
         });
}

} // namespace

std::size_t keyword_at_start(std::string_view text) {
  constexpr std::size_t longest = std::string_view("ENCODE_FOR_URI").size();
  for (std::size_t length = std::min(longest, text.size()); length > 0; --length)
    if (is_keyword(text.substr(0, length))) return length;
  return 0;
}

} // namespace tela::sparql::syntax
