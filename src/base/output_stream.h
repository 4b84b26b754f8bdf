#pragma once

#include "base/file.h"

#include <filesystem>
#include <memory>

namespace tela::base {

/// Bytes on their way to standard output, or to what is_stream() (base/descriptor.h): they go out
/// when 16 KiB are there, at flush(), and at the end, unless a write has failed. sync() is flush().
/// Throws as open_stream() and write_all() do.
[[nodiscard]] std::unique_ptr<OutputFile> standard_output();
[[nodiscard]] std::unique_ptr<OutputFile> output_stream(const std::filesystem::path& path);

} // namespace tela::base
