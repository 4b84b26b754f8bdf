#pragma once

#include "publish/kind_lists.h"
#include "publish/page_file.h"
#include "publish/page_reader.h"
#include "publish/sections.h"
#include "publish/site.h"

#include <string>
#include <utility>
#include <vector>

namespace tela::publish {

/// Makes the pages of resources: HTML with JSON-LD in it, Turtle beside it, and more pages where
/// much points to a resource. One thread.
class ResourcePages {
 public:
  /// How many incoming links stand on each further page.
  static constexpr std::size_t links_a_page = 500;

  /// Keeps references to the site and the lists.
  ResourcePages(const Site& site, const KindLists& lists, std::string site_name)
      : site_(site), lists_(lists), sections_(site.store()), naming_(site),
        site_name_(std::move(site_name)) {}

  /// The files of one page: path.html, path.ttl, path~1.html, path~2.html …
  [[nodiscard]] std::vector<PageFile> make(const PageContent& content);
  [[nodiscard]] Naming& naming() noexcept { return naming_; }

 private:
  const Site& site_;
  const KindLists& lists_;
  Sections sections_;
  Naming naming_;
  std::string site_name_;
};

} // namespace tela::publish
