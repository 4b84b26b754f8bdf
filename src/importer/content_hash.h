#pragma once

#include <filesystem>
#include <string>

namespace tela::importer {

/// XXH3-128 of a file's bytes, 32 hexadecimal digits: to notice change, not to prove anything.
/// Cost: one sequential read. Throws Error(input) when the file cannot be read.
[[nodiscard]] std::string content_hash(const std::filesystem::path& file);

} // namespace tela::importer
