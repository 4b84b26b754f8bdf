#pragma once

#include "importer/importer.h"

#include <string>

namespace tela::importer {

/// Everything beside the sources that the statements of a build depend on, as one line: the base
/// IRI, the options, the program's version and the hash of the facts and terms compiled into it.
/// Two builds with one text are comparable source by source.
[[nodiscard]] std::string settings_of(const ImportOptions& options);

/// The same for the statements of sources of records alone.
[[nodiscard]] std::string reading_settings_of(const ImportOptions& options);

} // namespace tela::importer
