#pragma once

#include <CLI/CLI.hpp>

#include <cmath>
#include <cstdlib>
#include <string>

namespace tela::cli {

/// Refuses NaN and infinities, which the range checks of CLI11 let through: every comparison with
/// NaN is false.
inline CLI::Validator finite_number() {
  return CLI::Validator(
      [](const std::string& text) {
        return std::isfinite(std::strtod(text.c_str(), nullptr))
                   ? std::string()
                   : text + " is no number to work with";
      },
      "");
}

} // namespace tela::cli
