#include "xsd/regex_syntax.h"

#include "base/error.h"
#include "base/require.h"
#include "base/utf8.h"
#include "xsd/regex_sets.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace tela::xsd {

using icu::UnicodeSet;

RegexFlags parse_regex_flags(std::string_view text) {
  RegexFlags flags;
  for (const char c : text) {
    switch (c) {
    case 's':
      flags.dot_all = true;
      break;
    case 'm':
      flags.multi_line = true;
      break;
    case 'i':
      flags.case_insensitive = true;
      break;
    case 'x':
      flags.free_spacing = true;
      break;
    case 'q':
      flags.literal = true;
      break;
    default:
      throw base::Error(base::Failure::input,
                        "\"" + std::string(text) + "\" are no flags of a regular expression",
                        "use letters of imsxq");
    }
  }
  return flags;
}

namespace {

/// The pattern without white space, except in classes: flag x.
std::string without_space(std::string_view pattern) {
  std::string out;
  int depth = 0;
  bool escaped = false;
  for (const char c : pattern) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (is_space && depth == 0) continue;
    out += c;
    if (!escaped && c == '[') ++depth;
    if (!escaped && c == ']') --depth;
    escaped = !escaped && c == '\\';
  }
  return out;
}

class Parser {
 public:
  Parser(std::string_view pattern, const RegexFlags& flags) : text_(pattern), flags_(flags) {}

  RegexSyntax parse() {
    syntax_.root = flags_.literal ? literal() : alternatives(0);
    if (!done()) fail("a bracket is closed that was not opened");
    return std::move(syntax_);
  }

 private:
  static constexpr int max_depth = 200;

  [[nodiscard]] bool done() const { return at_ == text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool at_digit() const { return peek() >= '0' && peek() <= '9'; }
  bool take(char c) {
    if (done() || peek() != c) return false;
    ++at_;
    return true;
  }
  char32_t take_character() { return base::next_code_point(text_, at_); }

  [[noreturn]] void fail(const std::string& problem) const {
    const auto character = base::code_point_count(text_.substr(0, at_)) + 1;
    throw base::Error(base::Failure::input,
                      "\"" + shown() + "\" is no regular expression of XPath: " + problem +
                          " (character " + std::to_string(character) + ")",
                      "put a backslash before a character that is meant as itself");
  }
  /// As much of the pattern as a message bears.
  [[nodiscard]] std::string shown() const {
    constexpr std::size_t most = 80;
    std::size_t end = 0;
    for (std::size_t i = 0; i < most && end < text_.size(); ++i)
      static_cast<void>(base::next_code_point(text_, end));
    return std::string(text_.substr(0, end)) + (end < text_.size() ? "…" : "");
  }
  static void check_depth(int depth) {
    if (depth > max_depth)
      throw base::Error(base::Failure::limit, "a regular expression is nested deeper than " +
                                                  std::to_string(max_depth) + " brackets");
  }
  void write(std::string_view icu) { syntax_.icu += icu; }
  RegexSet character(char32_t c) { return names_.of_range(c, c, flags_.case_insensitive); }

  // --- structure ----------------------------------------------------------------------------

  RegexNode literal() {
    RegexNode all;
    while (!done()) all.parts.push_back(of_set(character(take_character())));
    return all;
  }

  RegexNode alternatives(int depth) {
    check_depth(depth);
    RegexNode all;
    all.kind = RegexNode::Kind::alternative;
    all.parts.push_back(branch(depth));
    while (take('|')) {
      write("|");
      all.parts.push_back(branch(depth));
    }
    return all.parts.size() == 1 ? std::move(all.parts[0]) : std::move(all);
  }

  RegexNode branch(int depth) {
    RegexNode all;
    while (!done() && peek() != '|' && peek() != ')') all.parts.push_back(quantified(atom(depth)));
    return all;
  }

  RegexNode quantified(RegexNode part) {
    const std::size_t start = at_;
    unsigned least = 0;
    unsigned most = RegexNode::unlimited;
    if (take('?')) {
      most = 1;
    } else if (take('+')) {
      least = 1;
    } else if (take('{')) {
      std::tie(least, most) = counts();
    } else if (!take('*')) {
      return part;
    }
    take('?'); // reluctant: which match is found does not matter to the tree
    write(text_.substr(start, at_ - start));
    RegexNode node;
    node.kind = RegexNode::Kind::repeat;
    node.least = least;
    node.most = most;
    node.parts.push_back(std::move(part));
    return node;
  }

  std::pair<unsigned, unsigned> counts() {
    const unsigned least = number();
    unsigned most = least;
    if (take(',')) most = peek() == '}' ? RegexNode::unlimited : number();
    if (!take('}')) fail("a count ends with '}'");
    if (most < least) fail("the higher count stands first");
    return {least, most};
  }

  unsigned number() {
    constexpr unsigned highest = 100'000'000;
    if (!at_digit()) fail("a count is a number");
    unsigned value = 0;
    while (at_digit()) {
      value = value * 10 + static_cast<unsigned>(text_[at_++] - '0');
      if (value > highest)
        throw base::Error(base::Failure::limit, "a regular expression counts beyond 100,000,000");
    }
    return value;
  }

  RegexNode atom(int depth) {
    if (take('(')) return group(depth);
    if (take('[')) return of_set(char_class(depth));
    if (take('.')) return of_set(dot());
    if (take('^')) return anchor(RegexNode::Kind::begin, flags_.multi_line ? "(?m:^)" : "(?:^)");
    if (take('$')) return anchor(RegexNode::Kind::end, flags_.multi_line ? "(?m:$)" : "(?:\\z)");
    if (take('\\')) return escape();
    constexpr std::string_view special = "*+?{}]";
    if (special.find(peek()) != std::string_view::npos)
      fail(std::string("'") + peek() + "' has nothing before it that it could belong to");
    return of_set(character(take_character()));
  }

  RegexNode group(int depth) {
    const bool captures = peek() != '?';
    const unsigned number = captures ? ++syntax_.groups : 0;
    write(captures ? "(" : "(?:");
    if (!captures && peek(1) != ':') fail("only (?: ) is known behind an opening bracket and '?'");
    if (!captures) at_ += 2;
    RegexNode inner = alternatives(depth + 1);
    if (!take(')')) fail("a bracket is not closed");
    write(")");
    if (captures) closed_groups_.push_back(number);
    return inner;
  }

  RegexNode anchor(RegexNode::Kind kind, std::string_view icu) {
    write(icu);
    RegexNode node;
    node.kind = kind;
    return node;
  }

  /// \N; another digit belongs to the number as long as there are so many groups before it.
  RegexNode back_reference() {
    auto number = static_cast<unsigned>(text_[at_++] - '0');
    while (at_digit() && number * 10 + static_cast<unsigned>(peek() - '0') <= syntax_.groups)
      number = number * 10 + static_cast<unsigned>(text_[at_++] - '0');
    if (std::ranges::find(closed_groups_, number) == closed_groups_.end())
      fail("no group \\" + std::to_string(number) + " ends before this");
    write((flags_.case_insensitive ? "(?i:\\" : "(?:\\") + std::to_string(number) + ')');
    RegexNode node;
    node.kind = RegexNode::Kind::back_reference;
    return node;
  }

  // --- characters ---------------------------------------------------------------------------

  RegexNode of_set(const RegexSet& set) {
    write(set.icu);
    const auto [entry, fresh] = places_.try_emplace(set.icu, syntax_.sets.size());
    if (fresh) syntax_.sets.push_back(set.characters);
    RegexNode node;
    node.kind = RegexNode::Kind::set;
    node.set = entry->second;
    return node;
  }

  const RegexSet& dot() {
    return names_.of_pattern(flags_.dot_all ? "[\\u0000-\\U0010FFFF]" : "[^\\n]");
  }

  /// Behind a backslash: the character that is meant, or nothing when a set is.
  std::optional<char32_t> single_escape() {
    constexpr std::string_view letters = "nrt\\|.-^?*+{}()[]$";
    constexpr std::string_view meant = "\n\r\t\\|.-^?*+{}()[]$";
    const auto found = done() ? std::string_view::npos : letters.find(peek());
    if (found == std::string_view::npos) return std::nullopt;
    ++at_;
    return static_cast<char32_t>(meant[found]);
  }

  /// Behind a backslash: the set that is meant.
  const RegexSet& multiple_escape() {
    if (peek() == 'p' || peek() == 'P') return property();
    const RegexSet* set = names_.of_letter(peek());
    if (set == nullptr) fail("this escape is not known");
    ++at_;
    return *set;
  }

  RegexNode escape() {
    if (at_digit()) return back_reference();
    const auto single = single_escape();
    return of_set(single ? character(*single) : multiple_escape());
  }

  const RegexSet& property() {
    const bool negated = text_[at_++] == 'P';
    const auto end = text_.find('}', at_);
    if (!take('{') || end == std::string_view::npos) fail("a property stands in { }");
    const RegexSet* set = names_.of_property(text_.substr(at_, end - at_), negated);
    if (set == nullptr) fail("there is no category and no block of that name");
    at_ = end + 1;
    return *set;
  }

  /// Behind "[".
  RegexSet char_class(int depth) {
    check_depth(depth);
    const bool negated = take('^');
    RegexSet set{{}, negated ? "[^" : "["};
    bool any = false;
    while (!take(']')) {
      if (any && peek() == '-' && peek(1) == '[') {
        at_ += 2;
        return finish_subtraction(completed(std::move(set), negated), depth);
      }
      add_item(set);
      any = true;
    }
    if (!any) fail("a class names at least one character");
    return completed(std::move(set), negated);
  }

  static RegexSet completed(RegexSet set, bool negated) {
    if (negated) set.characters.complement();
    set.icu += ']';
    return set;
  }

  RegexSet finish_subtraction(RegexSet set, int depth) {
    const RegexSet less = char_class(depth + 1);
    if (!take(']')) fail("a class ends behind what is taken from it");
    set.characters.removeAll(less.characters);
    set.icu = "[" + set.icu + "--" + less.icu + "]";
    return set;
  }

  void add_item(RegexSet& set) {
    const std::optional<char32_t> first = class_character(set);
    if (!first) return;
    char32_t last = *first;
    if (starts_range()) {
      take('-');
      const auto end = class_character(set);
      if (!end || *end < *first) fail("a range goes from a character to a later one");
      last = *end;
    }
    const RegexSet range = names_.of_range(*first, last, flags_.case_insensitive);
    set.characters.addAll(range.characters);
    set.icu += range.icu;
  }

  /// The next character of a class; nothing when an escape that stands for many has gone to `set`.
  std::optional<char32_t> class_character(RegexSet& set) {
    if (done()) fail("a class is not closed");
    if (peek() == '[') fail("'[' within a class needs a backslash");
    if (peek() != '\\') return take_character();
    ++at_;
    if (const auto single = single_escape()) return single;
    const RegexSet& many = multiple_escape();
    set.characters.addAll(many.characters);
    set.icu += many.icu;
    return std::nullopt;
  }

  /// Whether a hyphen follows that has something on both sides.
  [[nodiscard]] bool starts_range() const {
    return peek() == '-' && at_ + 1 < text_.size() && peek(1) != ']' && peek(1) != '[';
  }

  std::string_view text_;
  RegexFlags flags_;
  std::size_t at_ = 0;
  RegexSyntax syntax_;
  RegexSetNames names_;
  std::map<std::string, std::size_t> places_; ///< of each set in syntax_.sets, by its text
  std::vector<unsigned> closed_groups_;
};

} // namespace

RegexSyntax parse_regex(std::string_view pattern, const RegexFlags& flags) {
  base::require_utf8(pattern);
  if (!flags.free_spacing || flags.literal) return Parser(pattern, flags).parse();
  const std::string dense = without_space(pattern);
  return Parser(dense, flags).parse();
}

} // namespace tela::xsd
