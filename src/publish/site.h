#pragma once

#include "engine/database.h"
#include "publish/kinds.h"
#include "publish/label_table.h"
#include "publish/ontology_terms.h"
#include "publish/page_table.h"
#include "publish/pairs.h"
#include "publish/predicate_order.h"
#include "publish/term_reader.h"

#include <string>
#include <string_view>

namespace tela::publish {

/// What every page is made from. Immutable; any number of threads. Keeps a reference to the
/// database. About 50 bytes a resource.
class Site {
 public:
  Site(const engine::Database& database, std::string base);

  [[nodiscard]] const store::Store& store() const noexcept { return database_.store(); }
  [[nodiscard]] const engine::Database& database() const noexcept { return database_; }
  [[nodiscard]] const rdf::PrefixMap& prefixes() const noexcept { return database_.prefixes(); }
  [[nodiscard]] const OntologyTerms& terms() const noexcept { return terms_; }
  [[nodiscard]] const PageTable& pages() const noexcept { return pages_; }
  [[nodiscard]] const LabelTable& labels() const noexcept { return labels_; }
  [[nodiscard]] const Kinds& kinds() const noexcept { return kinds_; }
  [[nodiscard]] const Pairs& pairs() const noexcept { return pairs_; }
  [[nodiscard]] const PredicateOrder& order() const noexcept { return order_; }

 private:
  const engine::Database& database_;
  OntologyTerms terms_;
  PageTable pages_;
  LabelTable labels_;
  Kinds kinds_;
  Pairs pairs_;
  PredicateOrder order_;
};

/// Names and addresses of things, for one thread. Keeps a reference to the site.
class Naming {
 public:
  explicit Naming(const Site& site) : site_(site), read_(site.store()) {}

  [[nodiscard]] TermReader& terms() noexcept { return read_; }

  /// The name of a thing for each reader: its label, the ontology's, the names of the two it holds
  /// between ("Honduras – Regional Conference on Migration"), else the end of its IRI.
  [[nodiscard]] LocalText name(rdf::Id thing);
  /// The name of a kind; "" for Kinds::none.
  [[nodiscard]] LocalText kind_name(Kinds::Number kind);
  /// Whether the thing has a label of its own or from the ontology.
  [[nodiscard]] bool is_named(rdf::Id thing);

  /// Where the page of a thing stands, without extension; empty when it has none.
  [[nodiscard]] std::string path(rdf::Id thing);
  /// The address of a thing, seen from a page at the top: its page, the ontology, or an address on
  /// the web; empty when it has none that a page may link to.
  [[nodiscard]] std::string address(rdf::Id thing);

 private:
  [[nodiscard]] LocalText label(rdf::Id thing); // empty when it has none
  [[nodiscard]] LocalText pair_name(rdf::Id thing);
  [[nodiscard]] LocalText last_resort(std::string_view iri) const;

  const Site& site_;
  TermReader read_;
};

} // namespace tela::publish
