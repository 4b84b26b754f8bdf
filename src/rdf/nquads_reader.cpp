#include "rdf/nquads_reader.h"

#include "base/error.h"
#include "base/utf8.h"
#include "rdf/namespaces.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::rdf {

namespace {

// What a byte may do, one bit a role.
enum Role : std::uint8_t {
  ends_iri = 1,     // cannot stand raw in an IRIREF: > or forbidden
  ends_literal = 2, // cannot stand raw in a STRING_LITERAL_QUOTE
  alpha = 4,
  digit = 8,
};

constexpr std::array<std::uint8_t, 256> make_roles() {
  std::array<std::uint8_t, 256> roles{};
  for (unsigned c = 0; c <= 0x20; ++c) roles[c] |= ends_iri;
  for (const char c : {'<', '>', '"', '{', '}', '|', '^', '`', '\\'})
    roles[static_cast<unsigned char>(c)] |= ends_iri;
  for (const char c : {'"', '\\', '\n', '\r'}) roles[static_cast<unsigned char>(c)] |= ends_literal;
  for (unsigned c = 'a'; c <= 'z'; ++c) roles[c] |= alpha;
  for (unsigned c = 'A'; c <= 'Z'; ++c) roles[c] |= alpha;
  for (unsigned c = '0'; c <= '9'; ++c) roles[c] |= digit;
  return roles;
}

constexpr auto roles = make_roles();

bool has(char c, unsigned wanted) {
  return (roles[static_cast<unsigned char>(c)] & wanted) != 0;
}

// REQUIRES: a byte with the role ahead; the line break at the end of the text always is one.
const char* find_role(const char* at, Role role) {
  for (;; at += 4) {
    if (has(at[0], role)) return at;
    if (has(at[1], role)) return at + 1;
    if (has(at[2], role)) return at + 2;
    if (has(at[3], role)) return at + 3;
  }
}

// PN_CHARS_BASE of the grammar beyond ASCII.
bool is_letter(char32_t c) {
  constexpr std::array<std::pair<char32_t, char32_t>, 12> ranges{{{0xC0, 0xD6},
                                                                  {0xD8, 0xF6},
                                                                  {0xF8, 0x2FF},
                                                                  {0x370, 0x37D},
                                                                  {0x37F, 0x1FFF},
                                                                  {0x200C, 0x200D},
                                                                  {0x2070, 0x218F},
                                                                  {0x2C00, 0x2FEF},
                                                                  {0x3001, 0xD7FF},
                                                                  {0xF900, 0xFDCF},
                                                                  {0xFDF0, 0xFFFD},
                                                                  {0x10000, 0xEFFFF}}};
  return std::ranges::any_of(ranges,
                             [c](auto range) { return c >= range.first && c <= range.second; });
}

// PN_CHARS of the grammar beyond ASCII.
bool is_label_character(char32_t c) {
  return c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040 || is_letter(c);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char control_of(char escape) {
  constexpr std::string_view letters = "tbnrf\"'\\";
  constexpr std::string_view controls = "\t\b\n\r\f\"'\\";
  const auto found = letters.find(escape);
  return found == std::string_view::npos ? '\0' : controls[found];
}

// Reads whole lines. REQUIRES: the text ends with a line break, which stops every inner loop.
class Parser {
 public:
  Parser(const std::string& source, std::uint64_t line, std::string_view text, NQuadsSyntax syntax,
         QuadSink& sink)
      : source_(source), syntax_(syntax), sink_(sink), line_(line), line_start_(text.data()),
        at_(text.data()), end_(text.data() + text.size()) {
    if (const auto bad = base::first_invalid_utf8(text)) {
      move_to(text, *bad);
      fail(at_, "a byte that is not UTF-8", "save the file as UTF-8");
    }
  }

  // Returns the number of statements.
  std::uint64_t read() {
    std::uint64_t statements = 0;
    while (at_ != end_) {
      skip_blanks();
      if (*at_ != '#' && *at_ != '\n' && *at_ != '\r') {
        statement();
        ++statements;
      }
      end_of_line();
    }
    return statements;
  }

  [[nodiscard]] std::uint64_t line() const { return line_; }

 private:
  void move_to(std::string_view text, std::size_t offset) {
    at_ = text.data() + offset;
    for (const char& c : text.substr(0, offset)) {
      if (c != '\n') continue;
      ++line_;
      line_start_ = &c + 1;
    }
  }

  [[noreturn]] void fail(const char* where, const std::string& message,
                         const std::string& advice) const {
    const auto before = static_cast<std::size_t>(where - line_start_);
    throw base::Error(
        base::Failure::input,
        {source_, line_, 1 + base::code_point_count(std::string_view(line_start_, before))},
        message, advice);
  }

  void skip_blanks() {
    while (*at_ == ' ' || *at_ == '\t') ++at_;
  }

  void statement() {
    QuadView quad;
    quad.subject = *at_ == '_' ? blank_node() : iri_term(0, "the subject");
    skip_blanks();
    quad.predicate = iri_term(1, "the predicate");
    skip_blanks();
    quad.object = *at_ == '"' ? literal() : *at_ == '_' ? blank_node() : iri_term(2, "the object");
    skip_blanks();
    if (*at_ != '.') {
      quad.graph = graph();
      skip_blanks();
    }
    if (*at_ != '.') fail(at_, "a statement that does not end with a dot", "put ' .' behind it");
    ++at_;
    sink_.quad(quad);
  }

  TermView graph() {
    if (*at_ != '_' && *at_ != '<')
      fail(at_, "a statement that does not end with a dot", "put ' .' behind it");
    if (syntax_ == NQuadsSyntax::ntriples)
      fail(at_, "a fourth term, which N-Triples does not have", "read the file as N-Quads");
    return *at_ == '_' ? blank_node() : iri_term(3, "the graph");
  }

  void end_of_line() {
    skip_blanks();
    if (*at_ == '#')
      while (*at_ != '\n' && *at_ != '\r') ++at_;
    if (*at_ != '\n' && *at_ != '\r')
      fail(at_, "text behind the end of a statement", "put each statement on a line of its own");
    if (static_cast<std::size_t>(at_ - line_start_) > NQuadsReader::max_line_bytes)
      fail(line_start_, "a line longer than 16 MiB", "shorten the literal");
    line_ += *at_ == '\n' ? 1 : 0;
    line_start_ = ++at_;
  }

  TermView iri_term(std::size_t scratch, const char* role) {
    if (*at_ != '<')
      fail(at_, std::string(role) + " is missing or of the wrong kind",
           "write subject, predicate and object as <iri>, _:label or \"text\"");
    return {TermKind::iri, iri(scratch), {}, {}};
  }

  std::string_view iri(std::size_t scratch) {
    const char* start = ++at_;
    at_ = find_role(at_, ends_iri);
    std::string_view value(start, static_cast<std::size_t>(at_ - start));
    if (*at_ == '\\') value = escaped_iri(value, scratch_[scratch]);
    if (*at_ != '>')
      fail(at_, "a character that cannot stand in an IRI, or an IRI without '>'",
           "percent-encode it, or close the IRI");
    if (!has_scheme(value)) fail(start, "a relative IRI", "write the whole IRI, with its scheme");
    ++at_;
    return value;
  }

  // An IRI with \u escapes: those, too, must not bring in what IRIs forbid.
  std::string_view escaped_iri(std::string_view raw, std::string& out) {
    out = raw;
    while (*at_ == '\\') {
      const char* escape = at_;
      const char32_t c = universal_escape();
      if (c < 0x80 && has(static_cast<char>(c), ends_iri))
        fail(escape, "an escape of a character that cannot stand in an IRI", "percent-encode it");
      base::append_utf8(out, c);
      const char* start = at_;
      at_ = find_role(at_, ends_iri);
      out.append(start, at_);
    }
    return out;
  }

  static bool has_scheme(std::string_view iri) {
    if (iri.empty() || !has(iri.front(), alpha)) return false;
    for (const char c : iri) {
      if (c == ':') return true;
      if (!has(c, alpha | digit) && c != '+' && c != '-' && c != '.') return false;
    }
    return false;
  }

  TermView literal() {
    const char* start = ++at_;
    at_ = find_role(at_, ends_literal);
    std::string_view value(start, static_cast<std::size_t>(at_ - start));
    if (*at_ == '\\') value = escaped_literal(value, scratch_[2]);
    if (*at_ != '"')
      fail(at_, "a literal without closing quote", "close it, and write line breaks as \\n");
    ++at_;
    if (*at_ == '@') return {TermKind::literal, value, rdf_lang_string, language_tag()};
    if (*at_ != '^') return {TermKind::literal, value, xsd::string, {}};
    if (at_[1] != '^' || at_[2] != '<')
      fail(at_, "a malformed datatype", "write \"text\"^^<datatype>");
    at_ += 2;
    return {TermKind::literal, value, iri(4), {}};
  }

  std::string_view escaped_literal(std::string_view raw, std::string& out) {
    out = raw;
    while (*at_ == '\\') {
      if (at_[1] == 'u' || at_[1] == 'U') {
        base::append_utf8(out, universal_escape());
      } else {
        const char control = control_of(at_[1]);
        if (control == '\0') fail(at_, "an unknown escape", "write a backslash as \\\\");
        out += control;
        at_ += 2;
      }
      const char* start = at_;
      at_ = find_role(at_, ends_literal);
      out.append(start, at_);
    }
    return out;
  }

  // \uXXXX or \UXXXXXXXX.
  char32_t universal_escape() {
    const char* start = at_++;
    const int digits = *at_ == 'u' ? 4 : *at_ == 'U' ? 8 : 0;
    ++at_;
    char32_t c = 0;
    for (int i = 0; i < digits; ++i) {
      const int value = hex_value(*at_);
      if (value < 0) fail(start, "a \\u escape with too few hexadecimal digits", "write \\u00E9");
      c = c << 4U | static_cast<char32_t>(value);
      ++at_;
    }
    if (digits == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
      fail(start, "an escape that is no Unicode character", "write the character itself");
    return c;
  }

  std::string_view language_tag() {
    const char* start = ++at_;
    while (has(*at_, alpha)) ++at_;
    bool complete = at_ != start;
    while (complete && *at_ == '-') {
      const char* subtag = ++at_;
      while (has(*at_, alpha | digit)) ++at_;
      complete = at_ != subtag;
    }
    if (!complete) fail(start, "a malformed language tag", "write for example \"text\"@fr-CA");
    return {start, static_cast<std::size_t>(at_ - start)};
  }

  TermView blank_node() {
    if (at_[1] != ':') fail(at_, "a malformed blank node", "write _:label");
    const char* start = at_ += 2;
    const char* last = start; // behind the last character that may end a label
    while (const std::size_t length = label_character(at_ == start)) {
      const bool dot = *at_ == '.';
      at_ += length;
      if (!dot) last = at_;
    }
    if (last == start) fail(start, "a blank node without a label", "write _:label");
    at_ = last;
    return {
        TermKind::blank, std::string_view(start, static_cast<std::size_t>(at_ - start)), {}, {}};
  }

  // Length in bytes of the label character ahead, 0 when there is none.
  std::size_t label_character(bool first) const {
    const char c = *at_;
    if (has(c, alpha | digit) || c == '_') return 1;
    if (c == '-' || c == '.') return first ? 0 : 1;
    if (static_cast<unsigned char>(c) < 0x80) return 0;
    std::size_t length = 0;
    const char32_t wide =
        base::next_code_point({at_, static_cast<std::size_t>(end_ - at_)}, length);
    return (first ? is_letter(wide) : is_label_character(wide)) ? length : 0;
  }

  const std::string& source_;
  NQuadsSyntax syntax_;
  QuadSink& sink_;
  std::uint64_t line_;
  const char* line_start_;
  const char* at_;
  const char* end_;
  std::array<std::string, 5> scratch_; // unescaped subject, predicate, object, graph, datatype
};

} // namespace

NQuadsReader::NQuadsReader(std::string source, NQuadsSyntax syntax, QuadSink& sink,
                           std::uint64_t first_line)
    : source_(std::move(source)), syntax_(syntax), sink_(sink), line_(first_line) {}

void NQuadsReader::feed(std::string_view bytes) {
  if (!rest_.empty()) {
    const auto first = bytes.find('\n');
    rest_ += bytes.substr(0, first == std::string_view::npos ? first : first + 1);
    if (rest_.size() > max_line_bytes)
      throw base::Error(base::Failure::input, {source_, line_, 0}, "a line longer than 16 MiB",
                        "shorten the literal");
    if (first == std::string_view::npos) return;
    read_lines(rest_);
    rest_.clear();
    bytes.remove_prefix(first + 1);
  }
  const auto last = bytes.rfind('\n');
  const std::size_t whole = last == std::string_view::npos ? 0 : last + 1;
  if (whole != 0) read_lines(bytes.substr(0, whole));
  rest_ = bytes.substr(whole);
}

void NQuadsReader::finish() {
  if (rest_.empty()) return;
  rest_ += '\n';
  read_lines(rest_);
  rest_.clear();
}

void NQuadsReader::read_lines(std::string_view lines) {
  Parser parser(source_, line_, lines, syntax_, sink_);
  statements_ += parser.read();
  line_ = parser.line();
}

std::uint64_t read_nquads(std::string_view text, std::string source, NQuadsSyntax syntax,
                          QuadSink& sink) {
  NQuadsReader reader(std::move(source), syntax, sink);
  reader.feed(text);
  reader.finish();
  return reader.statements();
}

} // namespace tela::rdf
