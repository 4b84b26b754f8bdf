#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <string>
#include <vector>

namespace tela::python {

struct BuildWish {
  std::vector<std::string> sources;
  std::string store;
  std::string base_iri = "https://w3id.org/tela/";
  std::uint64_t skip_rejected = 0;
  bool derive = false, full = false;
};

/// `tela build`, as a dict: written, statements, read, accepted, rejected, unchanged, warnings,
/// skipped, and rejections as texts with their places. Throws the first Error of a source, or of a
/// record when too many are rejected; then nothing was written.
[[nodiscard]] pybind11::dict build(const BuildWish& wish);

} // namespace tela::python
