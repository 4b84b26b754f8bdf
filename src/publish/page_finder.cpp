#include "publish/page_finder.h"

#include <functional>
#include <string>

namespace tela::publish {

namespace {

std::string path_of(const Site& site, PageNumber page, rdf::Term& storage) {
  const rdf::Id subject = site.pages().subjects()[site.pages().first_subject(page)];
  return site.pages().path(page, site.store().term(subject, storage).value);
}

} // namespace

std::optional<PageNumber> PageFinder::find(std::string_view path) const {
  rdf::Term storage;
  if (const auto page = natural(path); page && path_of(site_, *page, storage) == path) return page;
  std::call_once(once_, [this] { read_hashed(); });
  const auto [first, last] = hashed_.equal_range(std::hash<std::string_view>{}(path));
  for (auto entry = first; entry != last; ++entry)
    if (path_of(site_, entry->second, storage) == path) return entry->second;
  return std::nullopt;
}

// The page of the resource whose IRI is the path behind the base.
std::optional<PageNumber> PageFinder::natural(std::string_view path) const {
  const PageTable& pages = site_.pages();
  const std::string iri = pages.base() + std::string(path);
  const auto id = site_.store().find({rdf::TermKind::iri, iri, {}, {}});
  if (!id) return std::nullopt;
  const std::size_t subject = pages.subject_number(*id);
  if (subject >= pages.subjects().size() || pages.page_of(subject) == no_page) return std::nullopt;
  return pages.page_of(subject);
}

void PageFinder::read_hashed() const {
  rdf::Term storage;
  for (PageNumber page = 0; page < site_.pages().size(); ++page) {
    const std::string path = path_of(site_, page, storage);
    if (natural(path) != page) hashed_.emplace(std::hash<std::string_view>{}(path), page);
  }
}

} // namespace tela::publish
