#pragma once

#include "publish/language.h"

#include <optional>
#include <string_view>

namespace tela::publish {

/// What the EU's table of data themes calls the theme of a code ("SOCI"); nothing for others.
/// Source: http://publications.europa.eu/resource/authority/data-theme
[[nodiscard]] std::optional<Phrase> data_theme_label(std::string_view code);

} // namespace tela::publish
