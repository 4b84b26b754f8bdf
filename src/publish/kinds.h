#pragma once

#include "publish/page_table.h"
#include "rdf/id.h"
#include "store/store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tela::publish {

/// A class with instances on pages.
struct Kind {
  rdf::Id id;
  std::string iri;
  std::uint64_t instances = 0; ///< in the store, whatever they are
};

/// What each resource is: of its classes the one with the fewest instances, which is the most
/// special one (a State is a Country as well). 2 bytes a resource. Immutable.
class Kinds {
 public:
  using Number = std::uint16_t;
  static constexpr Number none = static_cast<Number>(-1);

  Kinds(const store::Store& store, const PageTable& pages);

  /// The kind of pages.subjects()[subject], or none.
  [[nodiscard]] Number of(std::size_t subject) const { return kinds_[subject]; }
  [[nodiscard]] const std::vector<Kind>& all() const noexcept { return all_; }
  /// The number of the class with that IRI, or none.
  [[nodiscard]] Number named(std::string_view iri) const;

 private:
  std::vector<Kind> all_; // by number of instances, ascending
  std::vector<Number> kinds_;
};

} // namespace tela::publish
