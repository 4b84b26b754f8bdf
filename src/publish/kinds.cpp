#include "publish/kinds.h"

#include "rdf/namespaces.h"
#include "relations/store_reader.h"

#include <algorithm>

namespace tela::publish {

Kinds::Kinds(const store::Store& store, const PageTable& pages)
    : kinds_(pages.subjects().size(), none) {
  rdf::Term storage;
  for (const auto& [id, count] : store.classes())
    if (id.tag() == rdf::IdTag::iri)
      all_.push_back({id, std::string(store.term(id, storage).value), count});
  std::ranges::stable_sort(all_, {}, &Kind::instances);
  if (all_.size() >= none) all_.resize(none - 1U); // the largest classes of a strange graph
  const rdf::Id type = relations::id_of(store, rdf::rdf_type);
  for (std::size_t kind = 0; kind < all_.size(); ++kind)
    for (const rdf::Id instance : relations::subjects(store, type, all_[kind].id)) {
      const std::size_t subject = pages.subject_number(instance);
      if (subject < kinds_.size() && kinds_[subject] == none)
        kinds_[subject] = static_cast<Number>(kind);
    }
}

Kinds::Number Kinds::named(std::string_view iri) const {
  const auto found = std::ranges::find(all_, iri, &Kind::iri);
  return found == all_.end() ? none : static_cast<Number>(found - all_.begin());
}

} // namespace tela::publish
