#pragma once

#include "publish/kind_lists.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tela::publish {

/// Parts of the page to start from, of a release and of a server.

/// 1234567 as "1 234 567", with spaces that do not break (ISO 80000-1).
[[nodiscard]] std::string grouped(std::uint64_t number);

/// A heading with an id to link to.
void append_heading(std::string& out, std::string_view id, const Phrase& phrase);

/// What there is to browse: a tile a kind, those without names folded away.
void append_kinds(std::string& out, const std::vector<KindList>& lists);

} // namespace tela::publish
