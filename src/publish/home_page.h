#pragma once

#include "publish/description.h"
#include "publish/kind_lists.h"
#include "publish/site.h"

#include <string>
#include <vector>

namespace tela::publish {

/// The page to start from: search, kinds of things, downloads, who says so.
[[nodiscard]] std::string home_page(const ReleaseFacts& facts, const std::vector<KindList>& lists);

} // namespace tela::publish
