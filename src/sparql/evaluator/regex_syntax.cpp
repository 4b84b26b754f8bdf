#include "sparql/evaluator/regex_syntax.h"

#include "base/utf8.h"

#include <string>
#include <tuple>
#include <utility>

namespace tela::sparql::evaluator {

using icu::UnicodeSet;

std::optional<RegexFlags> parse_regex_flags(std::string_view text) {
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
      return std::nullopt;
    }
  }
  return flags;
}

namespace {

/// Thrown within the parser only: this pattern is not for us.
struct NotRegular {};

class Parser {
 public:
  Parser(std::string_view pattern, const RegexFlags& flags) : text_(pattern), flags_(flags) {}

  RegexSyntax parse() {
    syntax_.root = flags_.literal ? literal() : alternatives(0);
    if (at_ != text_.size()) throw NotRegular();
    return std::move(syntax_);
  }

 private:
  static constexpr int max_depth = 200;
  static constexpr unsigned max_count = 1000;

  [[nodiscard]] bool done() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return done() ? '\0' : text_[at_]; }
  bool take(char c) {
    if (peek() != c || done()) return false;
    ++at_;
    return true;
  }
  char32_t take_character() {
    if (done()) throw NotRegular();
    return base::next_code_point(text_, at_);
  }
  void skip_space() {
    while (flags_.free_spacing && !done() &&
           (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
      ++at_;
  }

  // --- structure ----------------------------------------------------------------------------

  RegexNode literal() {
    RegexNode all;
    while (!done()) all.parts.push_back(character(take_character()));
    return all;
  }

  RegexNode alternatives(int depth) {
    if (depth > max_depth) throw NotRegular();
    RegexNode all;
    all.kind = RegexNode::Kind::alternative;
    do all.parts.push_back(branch(depth));
    while (take('|'));
    return all.parts.size() == 1 ? std::move(all.parts[0]) : std::move(all);
  }

  RegexNode branch(int depth) {
    RegexNode all;
    for (skip_space(); !done() && peek() != '|' && peek() != ')'; skip_space())
      all.parts.push_back(quantified(atom(depth)));
    return all;
  }

  RegexNode quantified(RegexNode part) {
    skip_space();
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
    take('?'); // reluctant: which match is found does not matter here
    if (peek() == '*' || peek() == '+' || peek() == '{') throw NotRegular();
    if (part.kind == RegexNode::Kind::begin || part.kind == RegexNode::Kind::end)
      throw NotRegular();
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
    if (!take('}') || most < least) throw NotRegular();
    return {least, most};
  }

  unsigned number() {
    if (peek() < '0' || peek() > '9') throw NotRegular();
    unsigned value = 0;
    while (peek() >= '0' && peek() <= '9') {
      value = value * 10 + static_cast<unsigned>(text_[at_++] - '0');
      if (value > max_count) throw NotRegular();
    }
    return value;
  }

  RegexNode atom(int depth) {
    if (take('(')) return group(depth);
    if (take('[')) return of_set(char_class(depth));
    if (take('.')) return of_set(dot());
    if (take('\\')) return of_set(escape());
    if (take('^')) return anchor(RegexNode::Kind::begin);
    if (take('$')) return anchor(RegexNode::Kind::end);
    for (const char special : {'*', '+', '?', '{', '}', ']'})
      if (peek() == special) throw NotRegular();
    return character(take_character());
  }

  RegexNode group(int depth) {
    if (take('?') && !take(':')) throw NotRegular();
    RegexNode inner = alternatives(depth + 1);
    if (!take(')')) throw NotRegular();
    return inner;
  }

  static RegexNode anchor(RegexNode::Kind kind) {
    RegexNode node;
    node.kind = kind;
    return node;
  }

  // --- characters ---------------------------------------------------------------------------

  RegexNode of_set(UnicodeSet set) {
    if (flags_.case_insensitive) {
      set.closeOver(USET_CASE_INSENSITIVE);
      set.removeAllStrings(); // "ß" and "ss": XPath compares character by character
    }
    RegexNode node;
    node.kind = RegexNode::Kind::set;
    node.set = syntax_.sets.size();
    syntax_.sets.push_back(std::move(set));
    return node;
  }

  RegexNode character(char32_t c) {
    return of_set(UnicodeSet(static_cast<UChar32>(c), static_cast<UChar32>(c)));
  }

  [[nodiscard]] UnicodeSet dot() const {
    UnicodeSet set(0, 0x10FFFF);
    if (!flags_.dot_all) set.remove(U'\n');
    return set;
  }

  static UnicodeSet named(const char* pattern) {
    UErrorCode error = U_ZERO_ERROR;
    UnicodeSet set(icu::UnicodeString::fromUTF8(pattern), error);
    if (U_FAILURE(error) != 0) throw NotRegular();
    return set;
  }

  /// Behind a backslash.
  UnicodeSet escape() {
    const char c = peek();
    ++at_;
    switch (c) {
    case 'n':
      return {'\n', '\n'};
    case 'r':
      return {'\r', '\r'};
    case 't':
      return {'\t', '\t'};
    case 's':
      return named("[\\t\\n\\r\\u0020]");
    case 'S':
      return named("[^\\t\\n\\r\\u0020]");
    case 'd':
      return named("[\\p{Nd}]");
    case 'D':
      return named("[\\P{Nd}]");
    case 'w':
      return named("[^\\p{P}\\p{Z}\\p{C}]");
    case 'W':
      return named("[\\p{P}\\p{Z}\\p{C}]");
    case 'p':
    case 'P':
      return property(c == 'P');
    default:
      break;
    }
    constexpr std::string_view plain = "\\|.-^?*+{}()[]$";
    if (c == '\0' || plain.find(c) == std::string_view::npos) throw NotRegular();
    return {c, c};
  }

  /// \p{Lu}: a general category. Blocks are left to the other engine.
  UnicodeSet property(bool negated) {
    if (!take('{')) throw NotRegular();
    const auto end = text_.find('}', at_);
    if (end == std::string_view::npos || end - at_ > 2) throw NotRegular();
    const std::string name(text_.substr(at_, end - at_));
    at_ = end + 1;
    return named(("[\\" + std::string(negated ? "P{" : "p{") + name + "}]").c_str());
  }

  /// Behind "[".
  UnicodeSet char_class(int depth) {
    if (depth > max_depth) throw NotRegular();
    const bool negated = take('^');
    UnicodeSet set;
    bool any = false;
    while (!take(']')) {
      if (peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] == '[' && any) {
        at_ += 2;
        return finish_subtraction(set, negated, depth);
      }
      add_item(set);
      any = true;
    }
    if (!any) throw NotRegular();
    if (negated) set.complement().removeAllStrings();
    return set;
  }

  UnicodeSet finish_subtraction(UnicodeSet set, bool negated, int depth) {
    if (negated) set.complement().removeAllStrings();
    set.removeAll(char_class(depth + 1));
    if (!take(']')) throw NotRegular();
    return set;
  }

  void add_item(UnicodeSet& set) {
    if (peek() == '[') throw NotRegular();
    if (take('\\')) {
      const UnicodeSet escaped = escape();
      if (escaped.size() == 1 && starts_range()) {
        add_range(set, static_cast<char32_t>(escaped.charAt(0)));
        return;
      }
      set.addAll(escaped);
      return;
    }
    const char32_t first = take_character();
    if (starts_range())
      add_range(set, first);
    else
      set.add(static_cast<UChar32>(first));
  }

  /// Whether a hyphen follows that has something on both sides.
  [[nodiscard]] bool starts_range() const {
    return peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']' &&
           text_[at_ + 1] != '[';
  }

  void add_range(UnicodeSet& set, char32_t first) {
    take('-');
    char32_t last = 0;
    if (take('\\')) {
      const UnicodeSet escaped = escape();
      if (escaped.size() != 1) throw NotRegular();
      last = static_cast<char32_t>(escaped.charAt(0));
    } else {
      last = take_character();
    }
    if (last < first) throw NotRegular();
    set.add(static_cast<UChar32>(first), static_cast<UChar32>(last));
  }

  std::string_view text_;
  RegexFlags flags_;
  std::size_t at_ = 0;
  RegexSyntax syntax_;
};

} // namespace

std::optional<RegexSyntax> parse_regex(std::string_view pattern, const RegexFlags& flags) {
  try {
    return Parser(pattern, flags).parse();
  } catch (const NotRegular&) {
    return std::nullopt;
  }
}

} // namespace tela::sparql::evaluator
