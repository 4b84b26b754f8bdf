#include "rdf/turtle_reader.h"

#include "base/utf8.h"
#include "rdf/blank_labels.h"
#include "rdf/iri.h"
#include "rdf/name_characters.h"
#include "rdf/namespaces.h"
#include "rdf/turtle_lexer.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>

namespace tela::rdf {

namespace {

// Strings that outlive a call but not the statement; they are used again, so that a statement
// costs no allocation. References stay valid until the Mark taken before them ends.
class Scratch {
 public:
  std::string& next() {
    if (used_ == strings_.size()) strings_.emplace_back();
    std::string& string = strings_[used_++];
    string.clear();
    return string;
  }

  class Mark {
   public:
    explicit Mark(Scratch& scratch) : scratch_(scratch), used_(scratch.used_) {}
    ~Mark() { scratch_.used_ = used_; }
    Mark(const Mark&) = delete;
    Mark& operator=(const Mark&) = delete;

   private:
    Scratch& scratch_;
    std::size_t used_;
  };

 private:
  std::deque<std::string> strings_;
  std::size_t used_ = 0;
};

// Whether `reference` starts with "scheme:" (RFC 3986 section 3.1) and so needs no base.
bool has_scheme(std::string_view reference) {
  const auto end = std::ranges::find_if_not(reference, [](char c) {
    return is_letter(static_cast<unsigned char>(c)) || is_digit(static_cast<unsigned char>(c)) ||
           c == '+' || c == '-' || c == '.';
  });
  return end != reference.end() && *end == ':' &&
         is_letter(static_cast<unsigned char>(reference.front()));
}

TermView iri_view(std::string_view value) {
  return {TermKind::iri, value, {}, {}};
}

TermView literal_view(std::string_view lexical, std::string_view datatype) {
  return {TermKind::literal, lexical, datatype, {}};
}

// The functions below are named after the productions of the two grammars.
class Reader {
 public:
  Reader(std::string_view source, std::string_view text, QuadSink& sink, const ReadOptions& options)
      : lexer_(source, text, options.limits), sink_(sink), labels_(options.blank_scope),
        base_(options.base), max_depth_(options.limits.depth) {
    if (const auto bad = base::first_invalid_utf8(text))
      lexer_.fail(*bad, "a byte that is not UTF-8", "save the file as UTF-8");
  }

  std::uint64_t read_turtle() {
    while (!lexer_.at_end()) {
      const Scratch::Mark mark(scratch_);
      if (!directive()) triples_and_dot();
    }
    return count_;
  }

  std::uint64_t read_trig() {
    while (!lexer_.at_end()) {
      const Scratch::Mark mark(scratch_);
      if (!directive()) block();
    }
    return count_;
  }

 private:
  // ---- directives

  // prefixID | base | sparqlPrefix | sparqlBase; false when there is none.
  bool directive() {
    if (lexer_.peek() == '@') {
      at_directive();
      return true;
    }
    if (lexer_.take_keyword("prefix")) {
      prefix_declaration();
      return true;
    }
    if (lexer_.take_keyword("base")) {
      base_ = iri_reference();
      return true;
    }
    return false;
  }

  void at_directive() {
    const std::size_t start = lexer_.offset();
    const std::string_view word = lexer_.language_tag();
    if (word == "prefix")
      prefix_declaration();
    else if (word == "base")
      base_ = iri_reference();
    else
      lexer_.fail(start, "an unknown directive", "there are only @prefix and @base");
    lexer_.expect('.', "after the directive");
  }

  void prefix_declaration() {
    const std::size_t start = lexer_.offset();
    const auto name = lexer_.name(name_buffer_);
    if (!name.has_colon || !name.local.empty())
      lexer_.fail(start, "expected a prefix and ':'", "write @prefix ex: <http://…> .");
    const std::string_view iri = iri_reference();
    prefixes_.insert_or_assign(std::string(name.prefix), std::string(iri));
    sink_.prefix(name.prefix, iri);
  }

  // ---- TriG

  // block ::= triplesOrGraph | wrappedGraph | triples2 | 'GRAPH' labelOrSubject wrappedGraph
  void block() {
    const char c = lexer_.peek();
    if (c == '{') return wrapped_graph();
    if (c == '(' || (c == '[' && !is_anonymous())) return triples_and_dot();
    if (lexer_.take_keyword("graph")) return named_graph(label_or_subject());
    const TermView label = label_or_subject();
    if (lexer_.peek() == '{') return named_graph(label);
    predicate_object_list(label);
    lexer_.expect('.', "after the statement");
  }

  void named_graph(const TermView& name) {
    graph_ = name;
    wrapped_graph();
    graph_.reset();
  }

  // wrappedGraph ::= '{' triplesBlock? '}'
  void wrapped_graph() {
    const std::size_t open = lexer_.offset();
    lexer_.expect('{', "after the name of the graph");
    while (!lexer_.take('}')) {
      const Scratch::Mark mark(scratch_);
      if (lexer_.at_end()) lexer_.fail(open, "the graph never ends", "close it with }");
      triples();
      if (lexer_.peek() != '}') lexer_.expect('.', "or '}' after the statement");
    }
  }

  // ---- triples

  void triples_and_dot() {
    triples();
    lexer_.expect('.', "after the statement");
  }

  // triples ::= subject predicateObjectList | blankNodePropertyList predicateObjectList?
  void triples() {
    const bool has_properties = lexer_.peek() == '[' && !is_anonymous();
    const TermView subject = this->subject();
    const char c = lexer_.peek();
    if (has_properties && (c == '.' || c == '}')) return;
    predicate_object_list(subject);
  }

  TermView subject() {
    switch (lexer_.peek()) {
    case '[':
      return blank_node_or_properties(0);
    case '(':
      return collection(0);
    case '"':
    case '\'':
      lexer_.fail(lexer_.offset(), "a literal cannot be a subject",
                  "turn the statement round or describe a resource");
    default:
      return label_or_subject();
    }
  }

  // labelOrSubject ::= iri | BlankNode
  TermView label_or_subject() {
    const char c = lexer_.peek();
    if (c == '_') return labelled();
    if (c == '[' && is_anonymous()) return blank_node_or_properties(0);
    return iri("as the subject");
  }

  // predicateObjectList ::= verb objectList (';' (verb objectList)?)*
  void predicate_object_list(const TermView& subject, std::size_t depth = 0) {
    for (;;) {
      const Scratch::Mark mark(scratch_);
      const TermView predicate = verb();
      do object(subject, predicate, depth);
      while (lexer_.take(','));
      if (!lexer_.take(';')) return;
      while (lexer_.take(';')) {
      }
      const char c = lexer_.peek();
      if (c == '.' || c == ']' || c == '}' || c == '\0') return;
    }
  }

  TermView verb() {
    const char c = lexer_.peek();
    const std::size_t start = lexer_.offset();
    if (c == '<') return iri_view(iri_reference());
    if (c == '_' || c == '[' || c == '(' || c == '"' || c == '\'')
      lexer_.fail(start, "a predicate must be an IRI, " + lexer_.found());
    const auto name = lexer_.name(name_buffer_);
    if (!name.has_colon && name.prefix == "a") return iri_view(rdf_type);
    return iri_view(expand(name, start, "as the predicate"));
  }

  void object(const TermView& subject, const TermView& predicate, std::size_t depth) {
    const Scratch::Mark mark(scratch_);
    switch (lexer_.peek()) {
    case '<':
      return push(subject, predicate, iri_view(iri_reference()));
    case '_':
      return push(subject, predicate, labelled());
    case '[':
      return push(subject, predicate, blank_node_or_properties(depth));
    case '(':
      return push(subject, predicate, collection(depth));
    default:
      return push(subject, predicate, literal_or_name());
    }
  }

  // collection ::= '(' object* ')'
  TermView collection(std::size_t depth) {
    const std::size_t open = enter(depth, '(');
    TermView head = iri_view(rdf_nil);
    TermView tail;
    // Two strings take turns, so that a list of a million members needs no more.
    std::string& odd = scratch_.next();
    std::string& even = scratch_.next();
    std::string& first = scratch_.next();
    for (std::size_t length = 0; !lexer_.take(')'); ++length) {
      if (lexer_.at_end()) lexer_.fail(open, "the list never ends", "close it with )");
      std::string& label = length == 0 ? first : length % 2 == 0 ? even : odd;
      label.clear();
      labels_.append_fresh(label);
      const TermView cell{TermKind::blank, label, {}, {}};
      if (length == 0)
        head = cell;
      else
        push(tail, iri_view(rdf_rest), cell);
      object(cell, iri_view(rdf_first), depth + 1);
      tail = cell;
    }
    if (tail.kind == TermKind::blank) push(tail, iri_view(rdf_rest), iri_view(rdf_nil));
    return head;
  }

  // ANON | blankNodePropertyList
  TermView blank_node_or_properties(std::size_t depth) {
    const std::size_t open = enter(depth, '[');
    std::string& label = scratch_.next();
    labels_.append_fresh(label);
    const TermView node{TermKind::blank, label, {}, {}};
    if (lexer_.take(']')) return node;
    predicate_object_list(node, depth + 1);
    if (lexer_.at_end()) lexer_.fail(open, "the [ is never closed", "close it with ]");
    lexer_.expect(']', "after the properties");
    return node;
  }

  // Steps over `bracket` and returns where it stands.
  std::size_t enter(std::size_t depth, char bracket) {
    const std::size_t open = lexer_.offset();
    if (depth >= max_depth_)
      lexer_.fail(open, "[ ] and ( ) nested deeper than " + std::to_string(max_depth_),
                  "give the inner nodes labels (_:x) and describe them one after the other");
    lexer_.take(bracket);
    return open;
  }

  // Whether the '[' that is next is followed by nothing but ']'.
  [[nodiscard]] bool is_anonymous() {
    TurtleLexer ahead = lexer_;
    return ahead.take('[') && ahead.take(']');
  }

  // ---- terms

  TermView labelled() {
    std::string& label = scratch_.next();
    labels_.append(label, lexer_.blank_label());
    return {TermKind::blank, label, {}, {}};
  }

  TermView iri(std::string_view role) {
    const std::size_t start = lexer_.offset();
    if (lexer_.peek() == '<') return iri_view(iri_reference());
    return iri_view(expand(lexer_.name(name_buffer_), start, role));
  }

  // String, number, boolean or prefixed name.
  TermView literal_or_name() {
    const char c = lexer_.peek();
    if (c == '"' || c == '\'') return string_literal();
    if (c == '+' || c == '-' || c == '.' || (c >= '0' && c <= '9')) {
      const auto number = lexer_.number();
      return literal_view(number.lexical, number.datatype);
    }
    const std::size_t start = lexer_.offset();
    const auto name = lexer_.name(name_buffer_);
    if (!name.has_colon && (name.prefix == "true" || name.prefix == "false"))
      return literal_view(name.prefix, xsd::boolean);
    return iri_view(expand(name, start, "as the object"));
  }

  TermView string_literal() {
    const std::string_view lexical = lexer_.string(scratch_.next());
    const char c = lexer_.peek();
    if (c == '@') return {TermKind::literal, lexical, rdf_lang_string, lexer_.language_tag()};
    if (c != '^') return literal_view(lexical, xsd::string);
    lexer_.take('^');
    if (lexer_.look(0) != '^') lexer_.fail(lexer_.offset(), "expected '^^' and a datatype");
    lexer_.take('^');
    const std::size_t start = lexer_.offset();
    const TermView datatype = iri("as the datatype");
    if (datatype.value == rdf_lang_string)
      lexer_.fail(start, "rdf:langString without a language", "write \"text\"@en");
    return literal_view(lexical, datatype.value);
  }

  // <…>, resolved.
  std::string_view iri_reference() {
    if (lexer_.peek() != '<') lexer_.fail(lexer_.offset(), "expected <IRI>, " + lexer_.found());
    const std::size_t start = lexer_.offset();
    std::string& buffer = scratch_.next();
    const std::string_view reference = lexer_.iri_reference(buffer);
    if (has_scheme(reference)) return reference;
    if (base_.empty())
      lexer_.fail(start, "the relative IRI <" + std::string(reference) + "> and no base",
                  "declare @base <…> . or give a base IRI");
    return scratch_.next() = resolve_iri(base_, reference);
  }

  std::string_view expand(const TurtleLexer::Name& name, std::size_t start, std::string_view role) {
    if (!name.has_colon)
      lexer_.fail(start, "the word \"" + std::string(name.prefix) + "\" " + std::string(role),
                  "write IRIs in < >, strings in quotes, names as prefix:name");
    const auto found = prefixes_.find(name.prefix);
    if (found == prefixes_.end())
      lexer_.fail(start, "the prefix " + std::string(name.prefix) + ": is not declared",
                  "declare it: @prefix " + std::string(name.prefix) + ": <…> .");
    std::string& iri = scratch_.next();
    iri = found->second;
    return iri += name.local;
  }

  void push(const TermView& subject, const TermView& predicate, const TermView& object) {
    ++count_;
    sink_.quad({subject, predicate, object, graph_});
  }

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  TurtleLexer lexer_;
  QuadSink& sink_;
  Scratch scratch_;
  BlankLabels labels_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> prefixes_;
  std::string base_;
  std::size_t max_depth_;
  std::optional<TermView> graph_;
  std::string name_buffer_; // what a name with escapes stands for, until expand()
  std::uint64_t count_ = 0;
};

} // namespace

std::uint64_t read_turtle(std::string_view source, std::string_view text, QuadSink& sink,
                          const ReadOptions& options) {
  return Reader(source, text, sink, options).read_turtle();
}

std::uint64_t read_trig(std::string_view source, std::string_view text, QuadSink& sink,
                        const ReadOptions& options) {
  return Reader(source, text, sink, options).read_trig();
}

} // namespace tela::rdf
