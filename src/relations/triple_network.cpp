#include "relations/triple_network.h"

#include "base/error.h"
#include "rdf/namespaces.h"
#include "relations/node_description.h"
#include "relations/words.h"
#include "vocabulary/reused.h"

#include <algorithm>
#include <utility>

namespace tela::relations {

namespace {

using network::Node;
using network::Value;
using network::ValueType;

constexpr std::string_view sub_class_of = "http://www.w3.org/2000/01/rdf-schema#subClassOf";

std::string_view local_name(std::string_view iri) {
  return iri.substr(std::min(iri.find_last_of("/#") + 1, iri.size()));
}

// Attributes whose names writers keep for themselves.
std::string attribute_name(std::string_view local) {
  const bool taken = local == "id" || local == "label" || local == "name" || local == "iri" ||
                     local == "start" || local == "end" || local == "type" || local.empty();
  return taken ? "value_" + std::string(local) : std::string(local);
}

} // namespace

void TripleNetwork::quad(const rdf::QuadView& quad) {
  const Node subject = node_of(quad.subject);
  const std::string_view predicate = quad.predicate.value;
  if (quad.object.kind == rdf::TermKind::literal) {
    if (predicate == rdf::rdfs_label || predicate == vocabulary::skos::pref_label) {
      label(resources_[subject], quad.object);
    } else {
      value(resources_[subject], local_name(predicate), quad.object.value);
    }
  } else if (predicate == rdf::rdf_type) {
    add_class(resources_[subject], quad.object.value);
  } else {
    if (predicate == sub_class_of) add_upper(quad.subject.value, quad.object.value);
    if (edges_.size() == most_edges)
      throw base::Error(base::Failure::limit, "the network has too many edges",
                        "take a part of it with a CONSTRUCT query");
    edges_.add({subject, node_of(quad.object), 1, {}}, local_name(predicate));
  }
}

Node TripleNetwork::node_of(const rdf::TermView& term) {
  const bool named = term.kind == rdf::TermKind::iri;
  const auto [found, fresh] = numbers_.try_emplace((named ? "i" : "b") + std::string(term.value),
                                                   static_cast<Node>(resources_.size()));
  if (fresh) {
    Resource resource;
    if (named) resource.iri = term.value;
    resource.token = free_token(term);
    resources_.push_back(std::move(resource));
  }
  return found->second;
}

std::string TripleNetwork::free_token(const rdf::TermView& term) {
  const std::string short_token = node_token(term.value);
  std::string token = term.kind == rdf::TermKind::iri ? short_token : "blank:" + short_token;
  const auto number = static_cast<Node>(resources_.size());
  if (!tokens_.try_emplace(token, number).second) {
    token += "-" + std::to_string(number); // another IRI ends alike
    tokens_.try_emplace(token, number);
  }
  return token;
}

void TripleNetwork::label(Resource& resource, const rdf::TermView& literal) const {
  const int rank = literal.language == language_ ? 0
                   : literal.language == "en"    ? 1
                   : literal.language.empty()    ? 2
                                                 : 3;
  if (rank >= resource.label_rank) return;
  resource.label_rank = rank;
  resource.label = literal.value;
}

void TripleNetwork::value(Resource& resource, std::string_view attribute, std::string_view text) {
  const std::string name = attribute_name(attribute);
  const auto [number, fresh] =
      attribute_numbers_.try_emplace(name, static_cast<std::uint32_t>(attributes_.size()));
  if (fresh) attributes_.push_back(name);
  network::append_to_list(resource.values[number->second], text);
}

void TripleNetwork::add_class(Resource& resource, std::string_view iri) {
  const auto known = classes_.try_emplace(std::string(iri)).first;
  const std::string* name = &known->first;
  if (std::ranges::find(resource.classes, name) != resource.classes.end()) return; // other graphs
  resource.classes.push_back(name);
  ++known->second.things;
  value(resource, "types", local_name(iri));
}

void TripleNetwork::add_upper(std::string_view lower, std::string_view upper) {
  const std::string* name = &classes_.try_emplace(std::string(upper)).first->first;
  classes_.try_emplace(std::string(lower)).first->second.uppers.push_back(name);
}

// A thing's classes, by their numbers in the order of IRIs, and the tree of these.
void TripleNetwork::add_type_column(network::NodeTable& nodes) const {
  std::map<const std::string*, ClassTree::Class> numbers;
  std::map<ClassTree::Class, std::uint64_t> counts;
  for (const auto& [iri, facts] : classes_) {
    counts.emplace(numbers.size(), facts.things);
    numbers.emplace(&iri, numbers.size());
  }
  std::vector<const ClassFacts*> facts_of;
  for (const auto& [iri, facts] : classes_) facts_of.push_back(&facts);
  ClassTree tree(
      [&](ClassTree::Class lower, const auto& visit) {
        for (const std::string* upper : facts_of[lower]->uppers) visit(numbers.at(upper));
      },
      std::move(counts));
  const auto says_less = [&](const std::string* a, const std::string* b) {
    return tree.is_more_special(numbers.at(b), numbers.at(a));
  };
  network::Column& column = nodes.add_column({"type", ValueType::text});
  for (const Resource& resource : resources_) {
    const auto& classes = resource.classes;
    column.push(classes.empty()
                    ? Value()
                    : Value(local_name(**std::ranges::max_element(classes, says_less))));
  }
}

Network TripleNetwork::take(std::string_view title) {
  Network result;
  result.head.title = words_in(language_)(title);
  result.head.direction = network::Direction::directed;
  for (Resource& resource : resources_)
    result.head.nodes.add({resource.token,
                           resource.label.empty() ? resource.token : resource.label,
                           resource.iri,
                           {}});
  if (!classes_.empty()) add_type_column(result.head.nodes);
  for (std::uint32_t a = 0; a < attributes_.size(); ++a) {
    network::Column& column = result.head.nodes.add_column({attributes_[a], ValueType::list});
    for (const Resource& resource : resources_) {
      const auto found = resource.values.find(a);
      column.push(found == resource.values.end() ? Value()
                                                 : Value(std::string_view(found->second)));
    }
  }
  result.edges = std::move(edges_);
  return result;
}

} // namespace tela::relations
