#include "publish/search_entries.h"

#include "base/json.h"
#include "publish/page_words.h"
#include "publish/words.h"
#include "rdf/namespaces.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace tela::publish {

namespace {

constexpr std::uint32_t last_rank = 255;
constexpr std::size_t most_words = 1000;      // of one text
constexpr std::size_t longest_whole_name = 6; // words
constexpr int longest_span = 100;             // years

// Kinds that the plan finds first, then the others that readers come for, then the smallest.
std::vector<std::uint32_t> ranks_of(const Kinds& kinds) {
  const PagePlan& plan = page_plan();
  const auto place = [&](std::size_t kind) {
    const std::string& iri = kinds.all()[kind].iri;
    return std::pair(std::ranges::find(plan.found_first, iri) - plan.found_first.begin(),
                     std::ranges::find(plan.kinds, iri) - plan.kinds.begin());
  };
  std::vector<std::size_t> order(kinds.all().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, place);
  std::vector<std::uint32_t> ranks(order.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    ranks[order[i]] = std::min(static_cast<std::uint32_t>(i), last_rank);
  return ranks;
}

void append(std::vector<std::string>& list, std::vector<std::string> more) {
  std::ranges::move(more, std::back_inserter(list));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) (text += text.empty() ? "" : " ") += word;
  return text;
}

// The year of a date, a month or a year of the common era, or 0.
int year_of(const std::string& value) {
  constexpr std::size_t digits = 4;
  int year = 0;
  const char* const begin = value.data();
  const char* const end = begin + std::min(digits, value.size());
  const auto [stop, error] = std::from_chars(begin, end, year);
  return error == std::errc() && stop == begin + digits ? year : 0;
}

rdf::Id number(int value) {
  return rdf::inline_id(rdf::literal(std::to_string(value), rdf::xsd::integer)).value();
}

void append_names(base::JsonWriter& json, const LocalText& name) {
  json.begin_array();
  for (const std::string& text : name.text) json.value(text);
  json.end_array();
}

} // namespace

SearchEntries::SearchEntries(const Site& site) : site_(site), ranks_(ranks_of(site.kinds())) {
  for (const FacetPlan& facet : page_plan().facets)
    facets_.push_back(columns_of(site.store(), {&facet.column, 1}).front());
}

std::optional<SearchEntry> SearchEntries::entry(Naming& naming, const PageContent& content) const {
  const ResourceFacts& topic = content.resources.front();
  const std::size_t subject = site_.pages().first_subject(content.page);
  if (!site_.labels()[subject][0].defined()) return std::nullopt;
  SearchEntry entry;
  const Kinds::Number kind = site_.kinds().of(subject);
  entry.rank = kind == Kinds::none ? last_rank : ranks_[kind];
  entry.path = naming.path(topic.resource);
  entry.name = naming.name(topic.resource);
  Row row{topic.resource, {}, {}};
  for (const Fact& fact : topic.facts) {
    row.statements.emplace_back(fact.predicate, fact.object);
    const PredicateRole role = site_.order()[fact.predicate];
    if (role.is_searched)
      read_names(naming, fact, entry);
    else if (!role.is_identifier && !role.is_tie)
      read_text(naming, fact, entry);
  }
  for (const Column& facet : facets_) entry.facets.push_back(values(naming, facet, row));
  return entry;
}

void SearchEntries::read_names(Naming& naming, const Fact& fact, SearchEntry& entry) const {
  std::vector<std::string> name = words(naming.terms()(fact.object).value);
  if (!name.empty() && name.size() <= longest_whole_name) entry.whole.push_back(joined(name));
  append(entry.words, std::move(name));
}

// A literal, or the names of a thing, each once: most have one for all readers.
void SearchEntries::read_text(Naming& naming, const Fact& fact, SearchEntry& entry) const {
  if (fact.object.tag() == rdf::IdTag::blank) return;
  if (fact.object.tag() != rdf::IdTag::iri)
    return append(entry.texts, words(naming.terms()(fact.object).value, most_words));
  const std::size_t subject = site_.pages().subject_number(fact.object);
  if (subject == site_.pages().subjects().size()) return;
  const LabelIds& labels = site_.labels()[subject];
  for (std::size_t i = 0; i < language_count; ++i)
    if (labels[i].defined() &&
        std::find(labels.begin(), labels.begin() + i, labels[i]) == labels.begin() + i)
      append(entry.texts, words(naming.terms()(labels[i]).value));
}

std::vector<rdf::Id> SearchEntries::values(Naming& naming, const Column& facet,
                                           const Row& row) const {
  if (facet.show != Show::span) return values_of(facet, row);
  const auto [from, to] = span_of(facet, row);
  const auto year = [&](rdf::Id id) {
    return id.defined() ? year_of(naming.terms()(id).value) : 0;
  };
  const int first = from.defined() ? year(from) : year(to);
  const int last = std::min(std::max(year(to), first), first + longest_span);
  std::vector<rdf::Id> years;
  for (int one = first; first != 0 && one <= last; ++one) years.push_back(number(one));
  return years;
}

std::string SearchEntries::legend(Naming& naming, const SearchIndex& index) const {
  const auto name = [&](rdf::Id value) {
    return value.tag() == rdf::IdTag::iri ? naming.name(value)
                                          : same_for_all(naming.terms()(value).value);
  };
  std::vector<Kinds::Number> kinds(ranks_.size());
  for (std::size_t kind = 0; kind < ranks_.size(); ++kind)
    kinds[ranks_[kind]] = static_cast<Kinds::Number>(kind);
  std::string text;
  base::JsonWriter json(text);
  json.begin_object().key("kinds").begin_array();
  for (const Kinds::Number kind : kinds) append_names(json, naming.kind_name(kind));
  json.end_array().key("facets").begin_array();
  for (std::size_t i = 0; i < facets_.size(); ++i) {
    json.begin_object().field("id", page_plan().facets[i].id);
    json.key("name");
    append_names(json, local_text(planned_word(facets_[i].head)));
    json.key("values").begin_array();
    for (const rdf::Id value : index.values(i)) append_names(json, name(value));
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return text + '\n';
}

} // namespace tela::publish
