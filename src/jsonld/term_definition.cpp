// Create term definition (section 4.2.2): the part of context_processor.h that reads one term.

#include "jsonld/canonical_json.h"
#include "jsonld/context_processor.h"
#include "jsonld/keyword.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::jsonld {

namespace {

constexpr std::size_t most_needed_terms = 200; // each takes a part of the stack

bool is_iri_or_blank(std::string_view text) {
  return has_scheme(text) || text.starts_with("_:");
}

/// Whether `term` is written with a prefix, or is a path: what it stands for is then seen in it.
bool looks_like_iri(std::string_view term) {
  const auto colon = term.find(':', 1);
  return (colon != std::string_view::npos && colon + 1 < term.size()) ||
         term.find('/') != std::string_view::npos;
}

bool ends_prefix(std::string_view iri) {
  constexpr std::string_view delimiters = ":/?#[]@"; // gen-delims of RFC 3986
  return iri.starts_with("_:") ||
         (!iri.empty() && delimiters.find(iri.back()) != std::string_view::npos);
}

std::optional<Container> container_by_name(std::string_view name) {
  using Entry = std::pair<std::string_view, Container>;
  constexpr std::array containers{
      Entry{"@graph", Container::graph}, Entry{"@id", Container::id},
      Entry{"@index", Container::index}, Entry{"@language", Container::language},
      Entry{"@list", Container::list},   Entry{"@set", Container::set},
      Entry{"@type", Container::type}};
  const auto* const found = std::ranges::find(containers, name, &Entry::first);
  return found == containers.end() ? std::nullopt : std::optional(found->second);
}

/// Which containers may stand together: step 19.1.
bool go_together(Container all) {
  const auto without = [](Container set, Container one) {
    return static_cast<Container>(static_cast<unsigned>(set) & ~static_cast<unsigned>(one));
  };
  const Container rest = without(all, Container::set);
  const auto is_single = [](Container set) {
    const auto bits = static_cast<unsigned>(set);
    return (bits & (bits - 1)) == 0;
  };
  if (has(all, Container::list)) return all == Container::list;
  if (is_single(rest)) return true;
  return rest == (Container::graph | Container::id) ||
         rest == (Container::graph | Container::index);
}

bool is_same_context(const Value* a, const Value* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return a == b || canonical_json(*a) == canonical_json(*b);
}

/// Whether both mean the same, whether they are protected or not.
bool is_same(const TermDefinition& a, const TermDefinition& b) {
  return a.iri == b.iri && a.type == b.type && a.index == b.index && a.nest == b.nest &&
         a.language == b.language && a.direction == b.direction && a.container == b.container &&
         a.is_prefix == b.is_prefix && a.is_reverse == b.is_reverse &&
         is_same_context(a.context, b.context);
}

} // namespace

/// One term on its way into a context. Numbers of steps are those of section 4.2.2.
class TermMaker {
 public:
  using Making = ContextProcessor::Making;

  TermMaker(ContextProcessor& processor, Making& making, const std::string& term,
            const Value& value)
      : processor_(processor), document_(processor.document_), making_(making), term_(term),
        value_(value) {}

  /// Nothing when the term is passed over.
  [[nodiscard]] std::optional<TermDefinition> make() {
    if (!value_.is_null() && !value_.string() && !value_.object())
      refuse("invalid term definition", value_, "is an IRI, an object or null");
    definition_.is_protected = making_.is_protected;
    read_protected();
    read_type();
    if (entry("@reverse")) return read_reverse() ? std::optional(definition_) : std::nullopt;
    if (!read_id()) return std::nullopt;
    read_container();
    read_index();
    read_context();
    read_language();
    read_nest();
    read_prefix();
    check_names();
    return definition_;
  }

 private:
  [[nodiscard]] const Value* entry(std::string_view key) const { return value_.member(key); }

  [[noreturn]] void refuse(std::string_view code, const Value& at, std::string_view message) const {
    document_.refuse(code, at.offset, "the term " + in_quotes(term_) + " " + std::string(message));
  }
  void not_in_1_0(std::string_view code, const Value& at, std::string_view key) const {
    if (processor_.is_1_0())
      refuse(code, at, "has " + std::string(key) + ", which 1.0 did not know");
  }

  [[nodiscard]] const std::string& text(const Value& value, std::string_view code,
                                        std::string_view key) const {
    if (!value.string()) refuse(code, value, "has " + std::string(key) + " that is no text");
    return *value.string();
  }
  [[nodiscard]] bool truth(const Value& value, std::string_view code, std::string_view key) const {
    if (!value.boolean())
      refuse(code, value, "has " + std::string(key) + " that is not true or false");
    return *value.boolean();
  }
  [[nodiscard]] std::optional<std::string> expand(std::string_view text, const Value& at) {
    return processor_.expand_iri({&making_.result, &making_}, text, Relative::to_vocabulary,
                                 at.offset);
  }

  /// Warns of text that has the form of a keyword and is none.
  [[nodiscard]] bool is_passed_over(const std::string& text, const Value& at) const {
    if (is_keyword(text) || !looks_like_keyword(text)) return false;
    document_.pass_over(in_quotes(text) + " has the form of a keyword and stands for nothing",
                        at.offset);
    return true;
  }

  void read_protected() { // 11
    const Value* flag = entry("@protected");
    if (flag == nullptr) return;
    not_in_1_0("invalid term definition", *flag, "@protected");
    definition_.is_protected = truth(*flag, "invalid @protected value", "@protected");
  }

  void read_type() { // 12
    const Value* type = entry("@type");
    if (type == nullptr) return;
    constexpr std::string_view code = "invalid type mapping";
    auto iri = expand(text(*type, code, "@type"), *type);
    const bool is_new = iri == "@json" || iri == "@none";
    if (is_new) not_in_1_0(code, *type, *iri);
    if (!iri || !(is_new || iri == "@id" || iri == "@vocab" || has_scheme(*iri)))
      refuse(code, *type, "has @type that is no IRI");
    definition_.type = std::move(iri);
  }

  [[nodiscard]] bool read_reverse() { // 13
    const Value& reverse = *entry("@reverse");
    if (entry("@id") || entry("@nest"))
      refuse("invalid reverse property", reverse, "has @id or @nest beside @reverse");
    const std::string& property = text(reverse, "invalid IRI mapping", "@reverse");
    if (is_passed_over(property, reverse)) return false;
    definition_.iri = expand(property, reverse);
    if (!definition_.iri || !is_iri_or_blank(*definition_.iri))
      refuse("invalid IRI mapping", reverse, "has @reverse that is no IRI");
    read_container();
    const Container most = Container::set | Container::index;
    if ((definition_.container | most) != most)
      refuse("invalid reverse property", reverse, "has a @container beside @reverse");
    definition_.is_reverse = true;
    return true;
  }

  [[nodiscard]] bool read_id() { // 14 to 18
    const Value* id = value_.object() ? entry("@id") : &value_;
    if (id == nullptr || (id->string() && *id->string() == term_)) {
      definition_.iri = iri_of_term();
      return true;
    }
    if (id->is_null()) return true;
    const std::string& written = text(*id, "invalid IRI mapping", "@id");
    if (is_passed_over(written, *id)) return false;
    definition_.iri = expand(written, *id);
    check_id(*id);
    definition_.is_prefix = value_.string() && term_.find_first_of(":/") == std::string::npos &&
                            ends_prefix(*definition_.iri);
    return true;
  }

  void check_id(const Value& id) {
    const auto& iri = definition_.iri;
    if (!iri || !(is_keyword(*iri) || is_iri_or_blank(*iri)))
      refuse("invalid IRI mapping", id,
             "stands for " + in_quotes(iri.value_or("")) + ", which is no IRI");
    if (*iri == "@context") refuse("invalid keyword alias", id, "stands for @context");
    if (!looks_like_iri(term_)) return;
    making_.defined[term_] = true;
    if (expand(term_, id) != iri)
      refuse("invalid IRI mapping", id, "is read as an IRI, and not the one it is to stand for");
  }

  [[nodiscard]] std::string iri_of_term() { // 15 to 18
    if (term_ == "@type") return term_;
    const auto colon = term_.find(':', 1);
    if (colon != std::string::npos) return iri_of_compact(colon);
    std::optional<std::string> iri;
    if (term_.find('/') != std::string::npos)
      iri = expand_path();
    else if (making_.result.vocabulary)
      iri = *making_.result.vocabulary + term_;
    if (!iri || !is_iri_or_blank(*iri))
      refuse("invalid IRI mapping", value_, "has no IRI, and there is no @vocab");
    return *iri;
  }

  [[nodiscard]] std::string iri_of_compact(std::size_t colon) {
    const std::string prefix = term_.substr(0, colon);
    processor_.define_first({&making_.result, &making_}, prefix);
    const TermDefinition* definition = making_.result.term(prefix);
    if (definition && definition->iri) return *definition->iri + term_.substr(colon + 1);
    return term_;
  }

  [[nodiscard]] std::optional<std::string> expand_path() {
    making_.defined[term_] = true; // it is not to be looked for in itself
    return expand(term_, value_);
  }

  void read_container() { // 19
    const Value* container = entry("@container");
    if (container == nullptr || (container->is_null() && entry("@reverse"))) return;
    constexpr std::string_view code = "invalid container mapping";
    for (const Value* name : items_of(*container)) {
      const auto one = container_by_name(text(*name, code, "a @container"));
      if (!one) refuse(code, *name, "has the unknown @container " + in_quotes(*name->string()));
      definition_.container = definition_.container | *one;
    }
    const Container all = definition_.container;
    if (all == Container::none || !go_together(all))
      refuse(code, *container, "has containers that do not go together");
    const bool is_new = has(all, Container::graph | Container::id | Container::type);
    if (is_new || container->array()) not_in_1_0(code, *container, "such a @container");
    if (has(all, Container::type)) read_type_of_map(*container);
  }

  void read_type_of_map(const Value& container) {
    if (!definition_.type) definition_.type = "@id";
    if (*definition_.type != "@id" && *definition_.type != "@vocab")
      refuse("invalid type mapping", container,
             "maps types to things whose @type is not @id or @vocab");
  }

  void read_index() { // 20
    const Value* index = entry("@index");
    if (index == nullptr) return;
    constexpr std::string_view code = "invalid term definition";
    not_in_1_0(code, *index, "@index");
    const std::string& name = text(*index, code, "@index");
    const auto iri = expand(name, *index);
    if (!has(definition_.container, Container::index) || !iri || !has_scheme(*iri))
      refuse(code, *index, "has @index that is no IRI, or no such @container");
    definition_.index = name;
  }

  void read_context() { // 21
    const Value* context = entry("@context");
    if (context == nullptr) return;
    not_in_1_0("invalid term definition", *context, "@context");
    const auto around = std::make_shared<const Context>(making_.result);
    processor_.charge_copy(*around, context->offset);
    try {
      (void)processor_.process(around, *context, {.overrides_protected = true});
    } catch (const base::Error& error) {
      throw base::Error(error.failure(), error.place(),
                        "invalid scoped context: " + error.message(), error.advice());
    }
    definition_.context = context;
  }

  void read_language() { // 22 and 23
    if (entry("@type")) return;
    if (const Value* language = entry("@language")) {
      if (!language->is_null()) (void)text(*language, "invalid language mapping", "@language");
      definition_.language.emplace(language->is_null() ? std::nullopt
                                                       : std::optional(*language->string()));
    }
    if (const Value* direction = entry("@direction"))
      definition_.direction.emplace(jsonld::read_direction(document_, *direction));
  }

  void read_nest() { // 24
    const Value* nest = entry("@nest");
    if (nest == nullptr) return;
    not_in_1_0("invalid term definition", *nest, "@nest");
    const std::string& name = text(*nest, "invalid @nest value", "@nest");
    if (is_keyword(name) && name != "@nest")
      refuse("invalid @nest value", *nest, "has @nest that is another keyword");
    definition_.nest = name;
  }

  void read_prefix() { // 25
    const Value* prefix = entry("@prefix");
    if (prefix == nullptr) return;
    not_in_1_0("invalid term definition", *prefix, "@prefix");
    if (term_.find_first_of(":/") != std::string::npos)
      refuse("invalid term definition", *prefix, "cannot be a prefix, with ':' or '/' in it");
    definition_.is_prefix = truth(*prefix, "invalid @prefix value", "@prefix");
    if (definition_.is_prefix && definition_.iri && is_keyword(*definition_.iri))
      refuse("invalid term definition", *prefix, "is a keyword's other name and no prefix");
  }

  void check_names() const { // 26
    constexpr std::array<std::string_view, 11> known{
        "@container", "@context", "@direction", "@id",      "@index", "@language",
        "@nest",      "@prefix",  "@protected", "@reverse", "@type"};
    if (!value_.object()) return;
    for (const auto& [key, value] : *value_.object())
      if (std::ranges::find(known, key) == known.end())
        refuse("invalid term definition", value, "has the unknown entry " + in_quotes(key));
  }

  ContextProcessor& processor_;
  Document& document_;
  Making& making_;
  const std::string& term_;
  const Value& value_;
  TermDefinition definition_;
};

namespace {

/// "@type" may only be said to be a set, or protected: step 4.
bool is_type_definition(const Value& value) {
  const Object* entries = value.object();
  if (entries == nullptr || entries->empty()) return false;
  return std::ranges::all_of(*entries, [](const auto& entry) {
    const std::string* text = entry.second.string();
    return entry.first == "@protected" || (entry.first == "@container" && text && *text == "@set");
  });
}

void check_name(const Document& document, const std::string& term, const Value& value,
                bool is_1_0) {
  if (term.empty())
    document.refuse("invalid term definition", value.offset, "a term without a name");
  if (is_keyword(term) && (term != "@type" || is_1_0 || !is_type_definition(value)))
    document.refuse("keyword redefinition", value.offset,
                    "the keyword " + term + " cannot be given another meaning");
}

} // namespace

void ContextProcessor::define(Making& making, const std::string& term) {
  const auto [begun, is_new] = making.defined.try_emplace(term, false);
  const Value& value = making.local.find(term)->second;
  if (begun->second) return;
  if (!is_new || making.depth == most_needed_terms)
    document_.refuse("cyclic IRI mapping", value.offset,
                     "the term " + in_quotes(term) + " needs itself, or too many others");
  check_name(document_, term, value, is_1_0_);
  ++making.depth;
  const auto node = making.result.terms.extract(term);
  const std::shared_ptr<const TermDefinition> previous = node ? node.mapped() : nullptr;
  std::optional<TermDefinition> made;
  if (is_keyword(term) || !looks_like_keyword(term))
    made = TermMaker(*this, making, term, value).make();
  else
    document_.pass_over("the term " + in_quotes(term) + " has the form of a keyword", value.offset);
  --making.depth;
  begun->second = true;
  if (!made) return;
  if (previous && previous->is_protected && !making.manner.overrides_protected) {
    if (!is_same(*made, *previous))
      document_.refuse("protected term redefinition", value.offset,
                       "the term " + in_quotes(term) + " is protected");
    made->is_protected = true;
  }
  making.result.terms[term] = std::make_shared<const TermDefinition>(std::move(*made));
}

} // namespace tela::jsonld
