#pragma once

#include <filesystem>

/// Folders that tests read. They are constants of one source file, so that no other object depends
/// on where the checkout lies.
namespace tela::tests {

/// The root of this checkout.
const std::filesystem::path& source_folder();

/// The folder of pages, gold and suites that lies beside a checkout; it may be absent.
/// A test case that reads it carries the tag [shared]: such cases run as a ctest of their own,
/// which is skipped without the folder.
const std::filesystem::path& shared_folder();

} // namespace tela::tests
