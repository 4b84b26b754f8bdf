#pragma once

#include "rdf/id.h"
#include "store/store.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tela::publish {

using PageNumber = std::uint32_t;
inline constexpr PageNumber no_page = static_cast<PageNumber>(-1);

/// Which resource stands on which page. A page is for a document: the IRI up to '#', and all
/// resources whose IRI is that with a fragment. Blank nodes stand where they are spoken of; terms
/// of the ontology have a page of their own (ontology_page.h). Pages are numbered in the order of
/// their IRIs. 12 bytes a resource and 8 a page. Immutable; any number of threads.
class PageTable {
 public:
  /// Reads all subjects of `store`. `base`: see natural_path(). `is_term`: whether an IRI is
  /// explained by the ontology's page.
  template<class IsTerm>
  PageTable(const store::Store& store, std::string base, const IsTerm& is_term)
      : store_(store), base_(std::move(base)) {
    read_subjects();
    store_.terms(subjects_, [&](std::size_t i, const rdf::TermView& iri) {
      add(i, iri.value, is_term(iri.value));
    });
    finish();
  }

  [[nodiscard]] std::size_t size() const noexcept { return starts_.size() - 1; }
  [[nodiscard]] const std::string& base() const noexcept { return base_; }
  /// The IRIs that are subjects, ascending: those on pages, and terms of the ontology.
  [[nodiscard]] std::span<const rdf::Id> subjects() const noexcept { return subjects_; }
  /// The place in subjects(), or nothing but subjects().size().
  [[nodiscard]] std::size_t subject_number(rdf::Id id) const;

  /// The page of subjects()[number]; no_page for a term of the ontology.
  [[nodiscard]] PageNumber page_of(std::size_t number) const { return pages_[number]; }
  /// The resources of a page: consecutive, the document itself first where it is a subject.
  [[nodiscard]] std::span<const rdf::Id> resources(PageNumber page) const;
  /// The number of the first of them in subjects().
  [[nodiscard]] std::size_t first_subject(PageNumber page) const { return starts_[page]; }

  /// Where the page stands, without extension, given the IRI of any resource on it: its natural
  /// path, or a hashed one where there is none, or another page has it already (A and a).
  [[nodiscard]] std::string path(PageNumber page, std::string_view iri) const;

 private:
  void read_subjects();
  void add(std::size_t number, std::string_view iri, bool is_term);
  void begin_page(std::size_t number, std::string_view document);
  void finish();

  const store::Store& store_;
  std::string base_;
  std::vector<rdf::Id> subjects_;
  std::vector<PageNumber> pages_;           // of each subject
  std::vector<std::uint32_t> starts_;       // of each page, in subjects_; one more at the end
  std::unordered_set<PageNumber> clashing_; // pages whose place an earlier page has
  // While it is made.
  std::string document_;
  std::unordered_set<std::size_t> taken_; // hashes of places, in lower case
};

} // namespace tela::publish
