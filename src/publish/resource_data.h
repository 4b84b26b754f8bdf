#pragma once

#include "publish/page_reader.h"
#include "publish/site.h"

#include <string>

namespace tela::publish {

/// What is said of the resources of a page, and of the blank nodes they lead to, as Turtle: every
/// statement of the store about them, whatever its graph.
[[nodiscard]] std::string turtle(const Site& site, TermReader& terms, const PageContent& content);

/// The same as JSON-LD, as far as it stands in `content`.
[[nodiscard]] std::string json_ld(const Site& site, TermReader& terms, const PageContent& content);

} // namespace tela::publish
