#pragma once

#include "publish/description.h"
#include "publish/findings.h"
#include "publish/kind_lists.h"
#include "publish/site.h"

#include <string>
#include <vector>

namespace tela::publish {

/// The page to start from: what the data show, search, kinds of things, downloads, who says so.
[[nodiscard]] std::string home_page(const Site& site, const ReleaseFacts& facts,
                                    const Findings& findings, const std::vector<KindList>& lists);

} // namespace tela::publish
