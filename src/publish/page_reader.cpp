#include "publish/page_reader.h"

#include "publish/statements.h"
#include "rdf/numeric.h"
#include "relations/store_reader.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tela::publish {

namespace {

using rdf::GraphSelection;
using rdf::Id;
using rdf::Order;

// Every graph for itself, the default graph too where it holds anything.
GraphSelection each_graph(const store::Store& store) {
  std::vector<Id> graphs;
  for (const auto& graph : store.graphs()) graphs.push_back(graph.graph);
  if (graphs.empty() || graphs.front().defined()) return {GraphSelection::Kind::each_named, {}};
  return {GraphSelection::Kind::each_of, std::move(graphs)};
}

// The statements with `predicate`, by object and subject; nothing when nobody says it.
std::optional<SortedRows> by_object(const store::Store& store, Id predicate) {
  if (!predicate.defined()) return std::nullopt;
  return SortedRows(store.scan(Order::pos, std::array{predicate}), 1);
}

void keep(const IncomingLink& link, std::vector<IncomingLink>& links, std::uint64_t& left_out) {
  if (links.size() < PageReader::most_incoming)
    links.push_back(link);
  else
    ++left_out;
}

Id object(const store::Store& store, Id subject, Id predicate) {
  if (!subject.defined() || !predicate.defined()) return {};
  auto cursor = store.scan(Order::spo, std::array{subject, predicate});
  const auto rows = cursor.next();
  return rows.count == 0 ? Id{} : rows.columns[2][0];
}

} // namespace

PageReader::Terms::Terms(const store::Store& store) {
  namespace oa = vocabulary::oa;
  const auto id = [&](std::string_view iri) { return relations::id_of(store, iri); };
  predicate = id(vocabulary::reification::predicate);
  object = id(vocabulary::reification::object);
  target = id(oa::has_target);
  selector = id(oa::has_selector);
  exact = id(oa::exact);
  rule = id(vocabulary::rule);
  score = id(vocabulary::score);
  member = id(vocabulary::org::member);
  role = id(vocabulary::org::role);
  basis = id(vocabulary::basis);
  source = id(vocabulary::dcterms::source);
  mention_subject = id(vocabulary::reification::subject);
  organization = id(vocabulary::org::organization);
  party = id(vocabulary::party);
  tied_to = id(vocabulary::tied_to);
  tie_kind = id(vocabulary::tie_kind);
  shared_count = id(vocabulary::shared_count);
  weight = id(vocabulary::weight);
}

PageReader::PageReader(const Site& site)
    : site_(site), terms_(site.store()),
      facts_(site.store().scan(Order::spo, {}, each_graph(site.store())), 0),
      incoming_(site.store().scan(Order::ops, {}), 0),
      mentions_(by_object(site.store(), terms_.mention_subject)),
      memberships_(by_object(site.store(), terms_.organization)),
      ties_(by_object(site.store(), terms_.party)) {
  for (const std::string_view kind :
       {vocabulary::classes::mention, vocabulary::classes::membership, vocabulary::classes::record,
        vocabulary::classes::tie, vocabulary::oa::specific_resource})
    if (const auto number = site.kinds().named(kind); number != Kinds::none)
      explaining_kinds_.push_back(number);
}

PageContent PageReader::read(PageNumber page) {
  PageContent content;
  content.page = page;
  for (const Id resource : site_.pages().resources(page)) {
    content.resources.push_back(read_facts(resource));
    read_mentions(resource, content);
    read_memberships(resource, content);
    if (content.resources.size() == 1) read_ties(resource, content);
    read_incoming(resource, content);
  }
  read_blanks(content);
  return content;
}

ResourceFacts PageReader::read_facts(Id resource) {
  ResourceFacts result{resource, {}, 0};
  for (bool more = facts_.seek(resource); more && facts_[0] == resource; more = facts_.next()) {
    auto& facts = result.facts;
    if (facts.empty() || facts.back().predicate != facts_[1] || facts.back().object != facts_[2]) {
      if (facts.size() == most_facts) {
        ++result.left_out;
        continue;
      }
      facts.push_back({facts_[1], facts_[2], {}});
    }
    facts.back().graphs.push_back(facts_[3]);
  }
  return result;
}

void PageReader::read_blanks(PageContent& content) const {
  const auto follow = [&](const ResourceFacts& from) {
    for (const Fact& fact : from.facts)
      if (fact.object.tag() == rdf::IdTag::blank && content.blanks.size() < most_blanks &&
          std::ranges::find(content.blanks, fact.object, &ResourceFacts::resource) ==
              content.blanks.end())
        content.blanks.push_back({fact.object, {}, 0});
  };
  for (const ResourceFacts& resource : content.resources) follow(resource);
  for (std::size_t i = 0; i < content.blanks.size(); ++i) {
    ResourceFacts blank = content.blanks[i];
    for_each_statement(site_.store(), blank.resource, [&](Id predicate, Id value) {
      if (blank.facts.size() < most_facts)
        blank.facts.push_back({predicate, value, {}});
      else
        ++blank.left_out;
    });
    content.blanks[i] = blank;
    follow(blank);
  }
}

void PageReader::read_mentions(Id subject, PageContent& content) {
  if (!mentions_) return;
  for (bool more = mentions_->seek(subject); more && (*mentions_)[1] == subject;
       more = mentions_->next())
    if (content.evidence.size() < most_evidence)
      content.evidence.push_back(mention((*mentions_)[2]));
}

void PageReader::read_memberships(Id subject, PageContent& content) {
  if (!memberships_) return;
  for (bool more = memberships_->seek(subject); more && (*memberships_)[1] == subject;
       more = memberships_->next())
    if (content.evidence.size() < most_evidence) {
      content.evidence.push_back(membership((*memberships_)[2]));
      content.evidence.back().subject = subject;
    }
}

void PageReader::read_ties(Id subject, PageContent& content) {
  if (!ties_) return;
  for (bool more = ties_->seek(subject); more && (*ties_)[1] == subject; more = ties_->next())
    if (content.ties.size() < most_ties) {
      const DerivedTie found = tie((*ties_)[2], subject);
      if (found.other.defined() && found.kind.defined()) content.ties.push_back(found);
    } else {
      ++content.ties_left_out;
    }
}

DerivedTie PageReader::tie(Id tie, Id party) const {
  DerivedTie result{tie, {}, {}, 0, 0};
  for_each_statement(site_.store(), tie, [&](Id predicate, Id value) {
    if (predicate == terms_.party && value != party) result.other = value;
    if (predicate == terms_.tie_kind) result.kind = value;
    if (predicate == terms_.shared_count)
      result.shared = static_cast<std::uint64_t>(std::clamp(number(value), 0.0, 1e15));
    if (predicate == terms_.weight) result.weight = number(value);
  });
  return result;
}

double PageReader::number(Id literal) const {
  rdf::Term storage;
  const rdf::TermView term = site_.store().term(literal, storage);
  const auto value = rdf::parse_numeric(term.value, term.datatype);
  return value && std::isfinite(rdf::to_double(*value)) ? rdf::to_double(*value) : 0;
}

Evidence PageReader::mention(Id mention) const {
  Evidence result;
  Id target;
  for_each_statement(site_.store(), mention, [&](Id predicate, Id value) {
    if (predicate == terms_.mention_subject) result.subject = value;
    if (predicate == terms_.predicate) result.predicate = value;
    if (predicate == terms_.object) result.object = value;
    if (predicate == terms_.rule) result.rule = value;
    if (predicate == terms_.score) result.score = value;
    if (predicate == terms_.target) target = value;
  });
  const Id selector = object(site_.store(), target, terms_.selector);
  result.quote = object(site_.store(), selector, terms_.exact);
  return result;
}

Evidence PageReader::membership(Id membership) const {
  Evidence result;
  for_each_statement(site_.store(), membership, [&](Id predicate, Id value) {
    if (predicate == terms_.member) result.object = value;
    if (predicate == terms_.role) result.role = value;
    if (predicate == terms_.basis) result.basis = value;
    if (predicate == terms_.source) result.sources.push_back(value);
  });
  return result;
}

// What only says why something else is believed stands beside that as evidence or source.
bool PageReader::explains_others(std::size_t subject) const {
  const auto kind = site_.kinds().of(subject);
  return std::ranges::find(explaining_kinds_, kind) != explaining_kinds_.end();
}

void PageReader::read_incoming(Id resource, PageContent& content) {
  const PageTable& pages = site_.pages();
  for (bool more = incoming_.seek(resource); more && incoming_[0] == resource;
       more = incoming_.next()) {
    const std::size_t subject = pages.subject_number(incoming_[2]);
    if (subject == pages.subjects().size() || pages.page_of(subject) == content.page ||
        pages.page_of(subject) == no_page)
      continue;
    const IncomingLink link{incoming_[1], incoming_[2]};
    if (site_.pairs().is_membership(site_.kinds().of(subject)))
      keep(link, content.memberships, content.incoming_left_out);
    else if (!explains_others(subject) &&
             (link.predicate != terms_.tied_to || content.ties.empty()))
      keep(link, content.incoming, content.incoming_left_out);
  }
}

} // namespace tela::publish
