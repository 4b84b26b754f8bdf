// Our Turtle and TriG readers against serd's, document by document. Where they differ, the reason
// stands beside the document.

#include "base/error.h"
#include "catch2/catch.hpp"
#include "rdf/isomorphism.h"
#include "rdf/namespaces.h"
#include "rdf/turtle_reader.h"
#include "support/quad_list.h"

#include <serd/serd.h>

#include <memory>
#include <optional>
#include <random>

using namespace tela;

namespace {

std::string_view text_of(const SerdNode* node) {
  if (node == nullptr || node->buf == nullptr) return {};
  return {reinterpret_cast<const char*>(node->buf), node->n_bytes}; // NOLINT(*-reinterpret-cast)
}

// What serd reads, prefixed names and relative IRIs resolved by serd as well.
class Serd {
 public:
  // Nothing when serd refuses the document.
  std::optional<std::vector<rdf::Quad>> read(const std::string& text, SerdSyntax syntax) {
    const std::unique_ptr<SerdReader, void (*)(SerdReader*)> reader(
        serd_reader_new(syntax, this, nullptr, on_base, on_prefix, on_statement, nullptr),
        serd_reader_free);
    serd_reader_set_strict(reader.get(), true);
    serd_reader_set_error_sink(
        reader.get(), [](void*, const SerdError*) { return SERD_SUCCESS; }, nullptr);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.c_str()); // NOLINT
    if (serd_reader_read_string(reader.get(), bytes) != SERD_SUCCESS) return std::nullopt;
    return quads_;
  }

 private:
  static SerdStatus on_base(void* self, const SerdNode* iri) {
    return serd_env_set_base_uri(static_cast<Serd*>(self)->env_.get(), iri);
  }
  static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* iri) {
    return serd_env_set_prefix(static_cast<Serd*>(self)->env_.get(), name, iri);
  }
  static SerdStatus on_statement(void* handle, SerdStatementFlags /*flags*/, const SerdNode* graph,
                                 const SerdNode* subject, const SerdNode* predicate,
                                 const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language) {
    auto& self = *static_cast<Serd*>(handle);
    rdf::Quad quad{self.term(*subject), self.term(*predicate), self.term(*object), std::nullopt};
    if (graph != nullptr && graph->buf != nullptr) quad.graph = self.term(*graph);
    if (object->type == SERD_LITERAL) {
      quad.object.datatype = rdf::xsd::string;
      if (!text_of(language).empty()) {
        quad.object.language = text_of(language);
        quad.object.datatype = rdf::rdf_lang_string;
      } else if (!text_of(datatype).empty()) {
        quad.object.datatype = self.term(*datatype).value;
      }
    }
    self.quads_.push_back(quad);
    return self.failed_ ? SERD_ERR_BAD_CURIE : SERD_SUCCESS;
  }

  rdf::Term term(const SerdNode& node) {
    if (node.type == SERD_BLANK) return rdf::blank(text_of(&node));
    if (node.type == SERD_LITERAL) return rdf::literal(text_of(&node));
    SerdNode expanded = serd_env_expand_node(env_.get(), &node);
    failed_ = failed_ || expanded.buf == nullptr;
    rdf::Term iri = rdf::iri(text_of(&expanded));
    serd_node_free(&expanded);
    return iri;
  }

  std::unique_ptr<SerdEnv, void (*)(SerdEnv*)> env_{serd_env_new(nullptr), serd_env_free};
  std::vector<rdf::Quad> quads_;
  bool failed_ = false; // an undeclared prefix, which serd's reader leaves to others
};

std::optional<std::vector<rdf::Quad>> ours(const std::string& text, SerdSyntax syntax) {
  tests::QuadList list;
  try {
    if (syntax == SERD_TURTLE)
      rdf::read_turtle("test", text, list);
    else
      rdf::read_trig("test", text, list);
  } catch (const base::Error&) {
    return std::nullopt;
  }
  return list.quads;
}

void check_agreement(const std::string& text, SerdSyntax syntax) {
  INFO(text);
  const auto theirs = Serd().read(text, syntax);
  const auto own = ours(text, syntax);
  REQUIRE(theirs.has_value() == own.has_value());
  if (own) CHECK(rdf::is_isomorphic(*own, *theirs));
}

// Documents from the grammar, a few of them damaged.
class Documents {
 public:
  std::string next(SerdSyntax syntax) {
    std::string text = "@prefix : <http://e.example/> . ";
    for (unsigned i = 0; i < 1 + random_() % 4; ++i)
      text += syntax == SERD_TRIG && chance(3) ? graph() : statement() + ". ";
    if (chance(5)) text.erase(32 + random_() % (text.size() - 32), 1 + random_() % 3);
    return text;
  }

 private:
  bool chance(unsigned one_in) { return random_() % one_in == 0; }
  std::string pick(const std::vector<std::string>& words) {
    return words[random_() % words.size()] + " ";
  }
  std::string graph() {
    std::string text = pick({":g {", "GRAPH :g {", "{", "_:g {", "[] {", "graph _:h {"});
    for (unsigned i = 0; i < 1 + random_() % 2; ++i) text += statement() + ". ";
    return text + "} ";
  }
  std::string statement() {
    return (chance(4) ? inner(2) : pick({":s", "_:b", "<a:i>", ":a.b", "[]"})) + properties(2);
  }
  std::string properties(int depth) {
    std::string text = pick({":p", "a", ":q", "<a:\\u00e9>"}) + object(depth);
    while (chance(3)) text += ", " + object(depth);
    while (chance(3)) text += "; " + pick({":p", "a"}) + object(depth);
    if (chance(6)) text += "; ";
    return text;
  }
  std::string object(int depth) {
    if (depth > 0 && chance(4)) return inner(depth - 1);
    return pick({":o", "_:b", "_:c", "1", "-1.5", "2e0", ".5", "true", "\"x\"", "'y'@en",
                 "\"z\"^^:d", "<a:o>", "\"\"\"l\"o\nng\"\"\"", "'\\u00e9\\n'", ":a\\,b", ":%20",
                 "[]", "()", "# c\n:o"});
  }
  std::string inner(int depth) {
    if (chance(2)) return "[ " + properties(depth) + "] ";
    std::string text = "( ";
    while (chance(2)) text += object(depth);
    return text + ") ";
  }

  std::mt19937 random_{5}; // NOLINT(*-msc51-cpp): the same documents every time
};

} // namespace

TEST_CASE("Turtle is read as serd reads it") {
  const std::string head = "@prefix : <http://e.example/> .\n";
  for (const std::string text : {":s :p :o .",
                                 ":s a :C ; :p 1 , 2.0 , 3e0 ; .",
                                 "[ :p [ :q ( 1 ( 2 ) ) ] ] .",
                                 "( ) :p ( ) .",
                                 "[] :p [] .",
                                 ":a.b :c.d :e.f.",
                                 ":a :b 1 .",
                                 ":a :b .5 , -.5e1 , +1 .",
                                 ":a :b \"\"\"x\"y\"\"z\n\"\"\" , '''''' .",
                                 ":a :b \"\\u00e9\\t\\\"\" .",
                                 ":a\\,b :c%20 :d\\- .",
                                 "BASE <http://b.example/x/y> <../a> <#b> <?c> .",
                                 ":a :b \"x\"@en-GB-oed .",
                                 ":é :ü :ß .",
                                 ":a :b true, false , :true .",
                                 ":s :p :o",
                                 ":s :p .",
                                 "\"x\" :p :o .",
                                 ":s \"x\" :o .",
                                 ":s _:p :o .",
                                 ":s :p \"x\n\" .",
                                 ":s :p <a b> .",
                                 "x:y :p :o .",
                                 "@prefix x <http://x/> .",
                                 ":s :p \"\\z\" .",
                                 ":s :p ( 1 .",
                                 ":s :p [ :q 1 .",

                                 "{ :s :p :o }",
                                 ":s :p :o . . ",
                                 ":s :p True .",
                                 "@base <http://b.example/> . <a> <b> <c> ."})
    check_agreement(head + text, SERD_TURTLE);
}

TEST_CASE("TriG is read as serd reads it") {
  const std::string head = "@prefix : <http://e.example/> .\n";
  for (const std::string text :
       {":g { :s :p :o }", "GRAPH :g { :s :p :o . }", "{ :s :p 1 . :s :p 2 }", "_:g { :s :p _:g }",
        "[] { :s :p :o }", ":s :p :o . :g { [ :p 1 ] } [ :p 2 ] :q 3 .", "GRAPH { :s :p :o }",
        ":g { :s :p :o", ":g { :h { :s :p :o } }", ":g { } ."})
    check_agreement(head + text, SERD_TRIG);
}

TEST_CASE("random documents that both accept are the same, and what serd refuses is refused") {
  Documents documents;
  int accepted = 0;
  for (int round = 0; round < 4000; ++round) {
    const SerdSyntax syntax = round % 2 == 0 ? SERD_TURTLE : SERD_TRIG;
    const std::string text = documents.next(syntax);
    INFO(text);
    const bool serd_loses_a_number =
        text.find("1. ") != std::string::npos || text.find("0. ") != std::string::npos;
    const auto own = ours(text, syntax);
    if (!own || serd_loses_a_number) continue; // serd is lax: ":s :p 1 ,, 2 .", "{ }" in Turtle
    const auto theirs = Serd().read(text, syntax);
    ++accepted;
    REQUIRE(theirs);
    REQUIRE(rdf::is_isomorphic(*own, *theirs));
  }
  CHECK(accepted > 3000);
}

TEST_CASE("where serd and the standard part, we keep to the standard") {
  // Both labels are allowed in one document; serd keeps one of the letters for itself.
  const std::string both = "_:b1 <a:p> [] . _:B1 <a:p> [] .";
  CHECK_FALSE(Serd().read(both, SERD_TURTLE));
  CHECK(ours(both, SERD_TURTLE)->size() == 2);
  // "1." is a number and the end of the statement; serd makes a string of the number.
  const std::string number = "<a:s> <a:p> 1.";
  CHECK(Serd().read(number, SERD_TURTLE)->at(0).object.datatype == rdf::xsd::string);
  CHECK(ours(number, SERD_TURTLE)->at(0).object.datatype == rdf::xsd::integer);
  // A surrogate is no character (Turtle 1.1, section 6.4); serd makes malformed UTF-8 of it.
  const std::string surrogate = "<a:s> <a:p> \"\\uD800\" .";
  CHECK(Serd().read(surrogate, SERD_TURTLE));
  CHECK_FALSE(ours(surrogate, SERD_TURTLE));
  // A tag needs something behind its '-'.
  const std::string tag = "<a:s> <a:p> \"x\"@en- .";
  CHECK(Serd().read(tag, SERD_TURTLE));
  CHECK_FALSE(ours(tag, SERD_TURTLE));
}
