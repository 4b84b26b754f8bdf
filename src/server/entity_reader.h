#pragma once

#include "store/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::server {

/// A class or a property, with its name for people.
struct NamedTerm {
  std::string iri, name;
};

/// What is said of things, by their IRIs, for clients that know no SPARQL. One thread; keeps a
/// reference to the store.
class EntityReader {
 public:
  explicit EntityReader(const store::Store& store) : store_(store) {}

  /// The thing of that IRI, or of that path below the base ("state/HN"); nothing when the store has
  /// none.
  [[nodiscard]] std::optional<rdf::Id> find(std::string_view iri) const;
  [[nodiscard]] std::string iri(rdf::Id thing) const;
  /// Its label in that language, else in English, else any, else the end of its IRI.
  [[nodiscard]] std::string name(rdf::Id thing, std::string_view language = "en") const;
  [[nodiscard]] std::vector<NamedTerm> types(rdf::Id thing, std::string_view language = "en") const;
  [[nodiscard]] bool has_type(rdf::Id thing, rdf::Id type) const;
  /// Whether the store has instances of it.
  [[nodiscard]] bool is_class(rdf::Id thing) const;
  /// The objects of a property, ascending by id.
  [[nodiscard]] std::vector<rdf::Id> values(rdf::Id thing, rdf::Id property) const;
  /// The properties of instances of a class, at most those of some hundred of them.
  [[nodiscard]] std::vector<NamedTerm> properties_of(std::optional<rdf::Id> type,
                                                     std::string_view language = "en") const;
  [[nodiscard]] std::vector<NamedTerm> all_types() const;
  [[nodiscard]] const store::Store& store() const noexcept { return store_; }

 private:
  [[nodiscard]] NamedTerm named(rdf::Id term, std::string_view language = "en") const;

  const store::Store& store_;
};

} // namespace tela::server
