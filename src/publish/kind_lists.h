#pragma once

#include "publish/columns.h"
#include "publish/page_file.h"
#include "publish/site.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tela::publish {

/// A list of all pages of one kind.
struct KindList {
  Kinds::Number kind = Kinds::none;
  LocalText name;
  std::string stem; ///< of the names of its files
  std::string file; ///< of its first page: "lists/k-project.html"
  std::uint64_t pages = 0;
  bool named = false; ///< whether its things have labels: lists of others are for the curious
  bool main = false;  ///< whether readers come for it, and not for a vocabulary
  std::vector<Column> columns; ///< of its table; empty: the names alone
};

/// The lists of pages by kind: first the kinds that the data are about, as the ontology knows them,
/// then by size. A list has pages of 500 things, in the order of the English names (without case
/// and accents), unnamed things by IRI; where the plan has columns for the kind they are tables,
/// with the whole list as CSV beside. Immutable; any number of threads. Keeps a reference to the
/// site. 8 bytes a resource.
class KindLists {
 public:
  KindLists(const Site& site, std::string site_name);

  [[nodiscard]] const std::vector<KindList>& all() const noexcept { return lists_; }
  /// The list of that kind; null when it has no pages.
  [[nodiscard]] const KindList* of(Kinds::Number kind) const;
  /// Hands over the files of all lists. Memory: the names of the largest kind.
  void make(const std::function<void(PageFile)>& output) const;
  /// The file of that path; nothing when there is none. Cost: the names of its kind are sorted.
  [[nodiscard]] std::optional<PageFile> page(std::string_view path) const;

 private:
  const Site& site_;
  std::string site_name_;
  std::vector<KindList> lists_;
  std::vector<std::vector<std::size_t>> subjects_; ///< of each list
};

} // namespace tela::publish
