#include "redland/rasqal_guard.h"

#include "base/error.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace tela::redland {

namespace {

// SPARQL 1.0 beyond the default graph, and all that 1.1 added.
constexpr std::array<std::string_view, 46> refused_words{
    "AS",        "AVG",       "BIND",     "BINDINGS", "CEIL",    "CLEAR",  "COALESCE",
    "CONCAT",    "CONSTRUCT", "CONTAINS", "COUNT",    "CREATE",  "DELETE", "DESCRIBE",
    "DROP",      "EXISTS",    "FLOOR",    "FROM",     "GRAPH",   "GROUP",  "GROUP_CONCAT",
    "HAVING",    "IF",        "IN",       "INSERT",   "LCASE",   "LOAD",   "MAX",
    "MIN",       "MINUS",     "NAMED",    "NOT",      "REPLACE", "ROUND",  "SAMPLE",
    "SEPARATOR", "SERVICE",   "STRAFTER", "STRDT",    "STRLANG", "STRLEN", "SUBSTR",
    "SUM",       "UCASE",     "UNDEF",    "VALUES"};

constexpr std::size_t longest_language_tag = 100;
constexpr std::size_t longest_query = std::size_t{1} << 16U;
constexpr std::size_t deepest_nesting = 100;

[[noreturn]] void refuse(const std::string& what) {
  throw base::Error(base::Failure::usage, what + " is not put to Rasqal");
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

// Looks over a query for what must not reach Rasqal.
class Guard {
 public:
  explicit Guard(std::string_view query) : query_(query) {}

  void check() {
    if (query_.size() > longest_query) refuse("a query of this length");
    if (base::first_invalid_utf8(query_) || query_.find('\0') != std::string_view::npos)
      refuse("a query that is not text");
    while (at_ < query_.size()) step();
  }

 private:
  void step() {
    const char c = query_[at_];
    if (c == '#') {
      at_ = std::min(query_.find('\n', at_), query_.size());
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (c == '<') {
      iri();
    } else if (c == '@') {
      language();
    } else if (c == '?' || c == '$') {
      ++at_;
      static_cast<void>(take_word());
    } else if (is_word_character(c)) {
      word();
    } else {
      bracket(c);
      ++at_;
    }
  }

  void string(char mark) {
    const std::string_view rest = query_.substr(at_);
    const bool is_long = rest.size() > 2 && rest[1] == mark && rest[2] == mark;
    const std::string end(is_long ? 3 : 1, mark);
    for (at_ += end.size(); at_ < query_.size(); ++at_) {
      if (query_[at_] == '\\') {
        ++at_;
      } else if (query_.substr(at_).starts_with(end)) {
        at_ += end.size();
        return;
      }
    }
  }

  // <…>, unless it is the operator.
  void iri() {
    const auto end = query_.find_first_of("<>\"{}|^`\\ \t\r\n", at_ + 1);
    at_ = end != std::string_view::npos && query_[end] == '>' ? end + 1 : at_ + 1;
  }

  void language() {
    const std::size_t start = ++at_;
    while (at_ < query_.size() && (is_word_character(query_[at_]) || query_[at_] == '-')) ++at_;
    if (at_ - start > longest_language_tag) refuse("a language tag of this length");
  }

  // A keyword, function or prefixed name.
  void word() {
    std::string name(take_word());
    const bool is_prefix = at_ < query_.size() && query_[at_] == ':';
    if (is_prefix) {
      while (at_ < query_.size() && (is_word_character(query_[at_]) || query_[at_] == ':')) ++at_;
      return;
    }
    std::ranges::transform(name, name.begin(), upper);
    if (std::ranges::find(refused_words, name) != refused_words.end()) refuse(name);
    selects_ += name == "SELECT" ? 1 : 0;
    if (selects_ > 1) refuse("a SELECT within a SELECT");
  }

  void bracket(char c) {
    if (c == '{' || c == '(' || c == '[') ++depth_;
    if (c == '}' || c == ')' || c == ']') depth_ -= depth_ > 0 ? 1 : 0;
    if (depth_ > deepest_nesting) refuse("nesting of this depth");
    // "SELECT (… AS ?x)" is caught by AS; paths by their operators behind a predicate.
    if (c == '/' ||
        (c == '^' && !query_.substr(at_).starts_with("^^") && !(at_ > 0 && query_[at_ - 1] == '^')))
      refuse("a property path");
  }

  std::string_view take_word() {
    const std::size_t start = at_;
    while (at_ < query_.size() && is_word_character(query_[at_])) ++at_;
    return query_.substr(start, at_ - start);
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  int selects_ = 0;
};

} // namespace

void check_for_rasqal(std::string_view query) {
  Guard(query).check();
}

} // namespace tela::redland
