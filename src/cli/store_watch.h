#pragma once

#include "base/descriptor.h"

#include <filesystem>

namespace tela::cli {

/// Notices that a store was written to in place while a command read it: then its results may be of
/// both contents. (A build puts a new file in place of the old one, which does not touch who reads
/// that.) Begin it before the store is opened.
class StoreWatch {
 public:
  /// What is no file is not watched; who opens it says why.
  explicit StoreWatch(std::filesystem::path store);

  /// Throws base::Error(input) when it was cut or written to. To be called before results are
  /// final.
  void check() const;

 private:
  std::filesystem::path path_;
  base::Descriptor file_;
  base::FileStamp stamp_;
};

} // namespace tela::cli
