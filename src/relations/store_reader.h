#pragma once

#include "store/store.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tela::relations {

/// The id of an IRI, undefined when the store does not know it.
[[nodiscard]] rdf::Id id_of(const store::Store& store, std::string_view iri);

/// The subjects that have this object, ascending. Empty when either is undefined.
[[nodiscard]] std::vector<rdf::Id> subjects(const store::Store& store, rdf::Id predicate,
                                            rdf::Id object);
[[nodiscard]] std::vector<rdf::Id> instances(const store::Store& store, std::string_view class_iri);

/// The different ids that stand behind `predicate` in an order that begins with predicates,
/// ascending: its subjects (pso) or objects (pos). Cost: runs of the same id are jumped over, so
/// that it is about a microsecond an id, and at most one scan.
[[nodiscard]] std::vector<rdf::Id> distinct_ids(const store::Store& store, rdf::Order order,
                                                rdf::Id predicate);

/// Calls visit(i, object) for each statement (subjects[i], predicate, object), in order. One scan
/// that jumps over subjects that are not asked for. REQUIRES: `subjects` ascending.
void for_each_object(const store::Store& store, rdf::Id predicate,
                     std::span<const rdf::Id> subjects,
                     const std::function<void(std::size_t, rdf::Id)>& visit);

/// The first object of each subject, undefined where there is none.
[[nodiscard]] std::vector<rdf::Id> first_objects(const store::Store& store, rdf::Id predicate,
                                                 std::span<const rdf::Id> subjects);

/// The label (rdfs:label, skos:prefLabel) of each in `language`, else in English, else in any;
/// empty where there is none. REQUIRES: ascending.
[[nodiscard]] std::vector<std::string>
labels(const store::Store& store, std::span<const rdf::Id> subjects, std::string_view language);

/// The text of each term: IRI, blank node label or lexical form; empty for undefined ids.
[[nodiscard]] std::vector<std::string> texts(const store::Store& store,
                                             std::span<const rdf::Id> ids);

} // namespace tela::relations
