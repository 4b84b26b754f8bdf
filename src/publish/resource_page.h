#pragma once

#include "publish/page_reader.h"
#include "publish/site.h"

#include <string>
#include <utility>
#include <vector>

namespace tela::publish {

/// A file of a release, whole.
struct PageFile {
  std::string path;
  std::string content;
};

/// Makes the pages of resources: HTML with JSON-LD in it, Turtle beside it, and more pages where
/// much points to a resource. One thread. Keeps a reference to the site.
class ResourcePages {
 public:
  /// How many incoming links stand on the page itself for each property, and on each further page.
  static constexpr std::size_t first_links = 12;
  static constexpr std::size_t links_a_page = 500;

  ResourcePages(const Site& site, std::string site_name)
      : site_(site), naming_(site), site_name_(std::move(site_name)) {}

  /// The files of one page: path.html, path.ttl, path~1.html, path~2.html …
  [[nodiscard]] std::vector<PageFile> make(const PageContent& content);
  [[nodiscard]] Naming& naming() noexcept { return naming_; }

 private:
  const Site& site_;
  Naming naming_;
  std::string site_name_;
};

} // namespace tela::publish
