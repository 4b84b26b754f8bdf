#include "jsonld/context_processor.h"

#include "jsonld/keyword.h"
#include "rdf/iri.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::jsonld {

namespace {

constexpr std::size_t most_scoped = 4096;

const Value* find(const Object& object, std::string_view key) {
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &found->second;
}

} // namespace

std::optional<std::string> read_direction(const Document& document, const Value& value) {
  if (value.is_null()) return std::nullopt;
  const std::string* text = value.string();
  if (text == nullptr || (*text != "ltr" && *text != "rtl"))
    document.refuse("invalid base direction", value.offset,
                    "@direction is \"ltr\", \"rtl\" or null");
  return *text;
}

ContextProcessor::ContextProcessor(Document& document, bool is_1_0, std::uint64_t most_terms_copied,
                                   std::string base)
    : document_(document), is_1_0_(is_1_0), base_(std::move(base)),
      most_terms_copied_(most_terms_copied) {}

SharedContext ContextProcessor::initial() const {
  Context context;
  context.base = base_;
  return std::make_shared<const Context>(std::move(context));
}

SharedContext ContextProcessor::scoped(const SharedContext& active, const Value& local,
                                       Manner manner) {
  const ScopedKey key{active.get(), &local, manner.overrides_protected, manner.propagates};
  if (const auto found = scoped_.find(key); found != scoped_.end()) return found->second.made;
  SharedContext made = process(active, local, manner);
  if (scoped_.size() == most_scoped) scoped_.clear();
  scoped_[key] = {active, made};
  return made;
}

SharedContext ContextProcessor::process(const SharedContext& active, const Value& local,
                                        Manner manner) {
  if (const Value* propagate = local.member("@propagate"))
    if (const bool* truth = propagate->boolean()) manner.propagates = *truth;
  charge_copy(*active, local.offset);
  Context result = *active;
  if (!manner.propagates && !result.previous) result.previous = active;
  for (const Value* item : items_of(local)) add(result, active, *item, manner);
  return std::make_shared<const Context>(std::move(result));
}

void ContextProcessor::add(Context& result, const SharedContext& active, const Value& local,
                           Manner manner) {
  if (local.is_null()) {
    take_away_all(result, local, manner);
    if (!manner.propagates) result.previous = active;
    return;
  }
  if (local.string()) refuse_remote(local, *local.string());
  if (!local.object())
    document_.refuse("invalid local context", local.offset,
                     "a context is an object, null, or an array of these");
  const Object& entries = *local.object();
  read_version(entries);
  read_import(entries);
  read_base(result, entries);
  read_vocabulary(result, entries);
  read_language(result, entries);
  read_direction(result, entries);
  read_propagate(entries);
  Making making{result, entries, manner, read_protected(entries)};
  define_terms(making);
}

void ContextProcessor::take_away_all(Context& result, const Value& local, Manner manner) const {
  const bool has_protected = std::ranges::any_of(
      result.terms, [](const auto& entry) { return entry.second && entry.second->is_protected; });
  if (has_protected && !manner.overrides_protected)
    document_.refuse("invalid context nullification", local.offset,
                     "null would take protected terms away");
  result = *initial();
}

void ContextProcessor::refuse_remote(const Value& context, std::string_view name) const {
  document_.refuse("loading remote context failed", context.offset,
                   "the context " + in_quotes(name) +
                       " is not in the document, and none is fetched",
                   "put its content in its place");
}

void ContextProcessor::read_version(const Object& local) const {
  const Value* version = find(local, "@version");
  if (version == nullptr) return;
  if (!version->number() || version->number()->value != 1.1)
    document_.refuse("invalid @version value", version->offset, "@version is the number 1.1");
  not_in_1_0("processing mode conflict", *version, "@version");
}

void ContextProcessor::read_import(const Object& local) const {
  const Value* import = find(local, "@import");
  if (import == nullptr) return;
  not_in_1_0("invalid context entry", *import, "@import");
  if (!import->string())
    document_.refuse("invalid @import value", import->offset, "@import is an IRI");
  refuse_remote(*import, *import->string());
}

void ContextProcessor::read_base(Context& result, const Object& local) const {
  const Value* base = find(local, "@base");
  if (base == nullptr) return;
  if (base->is_null()) {
    result.base.reset();
    return;
  }
  const std::string* text = base->string();
  if (text == nullptr)
    document_.refuse("invalid base IRI", base->offset, "@base is an IRI or null");
  if (has_scheme(*text))
    result.base = *text;
  else if (result.base && !result.base->empty())
    result.base = rdf::resolve_iri(*result.base, *text);
  else
    document_.refuse("invalid base IRI", base->offset,
                     "the relative @base " + in_quotes(*text) + " has nothing to be relative to");
}

void ContextProcessor::read_vocabulary(Context& result, const Object& local) {
  const Value* vocabulary = find(local, "@vocab");
  if (vocabulary == nullptr) return;
  if (vocabulary->is_null()) {
    result.vocabulary.reset();
    return;
  }
  const std::string* text = vocabulary->string();
  const bool is_absolute = text && (has_scheme(*text) || text->starts_with("_:"));
  if (text == nullptr || (is_1_0_ && !is_absolute))
    document_.refuse("invalid vocab mapping", vocabulary->offset, "@vocab is an IRI or null");
  result.vocabulary = expand_iri(result, *text, Relative::to_both, vocabulary->offset);
}

void ContextProcessor::read_language(Context& result, const Object& local) const {
  const Value* language = find(local, "@language");
  if (language == nullptr) return;
  if (!language->is_null() && !language->string())
    document_.refuse("invalid default language", language->offset, "@language is a text or null");
  result.language =
      language->is_null() ? std::nullopt : std::optional<std::string>(*language->string());
}

void ContextProcessor::read_direction(Context& result, const Object& local) const {
  const Value* direction = find(local, "@direction");
  if (direction == nullptr) return;
  not_in_1_0("invalid context entry", *direction, "@direction");
  result.direction = jsonld::read_direction(document_, *direction);
}

void ContextProcessor::read_propagate(const Object& local) const {
  const Value* propagate = find(local, "@propagate");
  if (propagate == nullptr) return;
  not_in_1_0("invalid context entry", *propagate, "@propagate");
  if (!propagate->boolean())
    document_.refuse("invalid @propagate value", propagate->offset, "@propagate is true or false");
}

bool ContextProcessor::read_protected(const Object& local) const {
  const Value* flag = find(local, "@protected");
  if (flag == nullptr) return false;
  not_in_1_0("invalid context entry", *flag, "@protected");
  if (!flag->boolean())
    document_.refuse("invalid @protected value", flag->offset, "@protected is true or false");
  return *flag->boolean();
}

void ContextProcessor::define_terms(Making& making) {
  constexpr std::array<std::string_view, 8> others{"@base",     "@direction", "@import",
                                                   "@language", "@propagate", "@protected",
                                                   "@version",  "@vocab"};
  for (const auto& [term, value] : making.local)
    if (std::ranges::find(others, term) == others.end()) define(making, term);
}

void ContextProcessor::charge_copy(const Context& context, std::size_t offset) {
  terms_copied_ += context.terms.size();
  if (terms_copied_ > most_terms_copied_)
    document_.refuse("context overflow", offset, "contexts in contexts that repeat too many terms",
                     "put one context at the top of the document");
}

void ContextProcessor::not_in_1_0(std::string_view code, const Value& value,
                                  std::string_view what) const {
  if (is_1_0_) document_.refuse(code, value.offset, "JSON-LD 1.0 has no " + std::string(what));
}

} // namespace tela::jsonld
