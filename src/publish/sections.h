#pragma once

#include "publish/columns.h"
#include "publish/page_context.h"

#include <string>
#include <vector>

namespace tela::publish {

/// A section of the plan with the ids of a store.
struct Section {
  const SectionPlan* plan = nullptr;
  std::vector<rdf::Id> incoming;
  std::vector<Column> columns;
};

/// The sections that pages of a store can have. Immutable.
class Sections {
 public:
  explicit Sections(const store::Store& store);
  [[nodiscard]] const std::vector<Section>& all() const noexcept { return all_; }

 private:
  std::vector<Section> all_;
};

/// What became of the links that lead to a page.
struct SectionsWritten {
  std::vector<IncomingLink> others; ///< those that no section shows, in the same order
  bool cut_short = false;           ///< whether a section has more rows than it shows
};

/// Writes a section for each table of the plan that the page's incoming links and memberships fill:
/// at most 100 rows, the first of its order among 2,000. `all_links` is the address of the page
/// with all of them.
[[nodiscard]] SectionsWritten write_sections(HtmlWriter& html, PageContext& page,
                                             const Sections& sections,
                                             const std::vector<IncomingLink>& links,
                                             std::string_view all_links);

} // namespace tela::publish
