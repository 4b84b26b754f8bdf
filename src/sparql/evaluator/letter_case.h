#pragma once

#include <string>
#include <string_view>

namespace tela::sparql::evaluator {

/// Unicode full case mapping, without a language (ICU's root locale). REQUIRES: UTF-8.
void append_upper_case(std::string& out, std::string_view text);
void append_lower_case(std::string& out, std::string_view text);

} // namespace tela::sparql::evaluator
