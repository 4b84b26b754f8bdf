#pragma once

#include "base/descriptor.h"

#include <cstdint>
#include <filesystem>

namespace tela::store {

/// Notices that a store was written to or cut in place, or that its disk failed, while somebody
/// read it: then what was read may be of both contents, or of none. (A build puts a new file in
/// place of the old one, which does not touch who reads that.) Begin it before the store is opened.
class StoreWatch {
 public:
  /// What is no file is not watched; who opens it says why.
  explicit StoreWatch(std::filesystem::path store);

  /// Whether all that was read until now is what the file held at the beginning. Costs one fstat.
  [[nodiscard]] bool holds() const;
  /// Throws base::Error(input) when not. To be called before results are final.
  void check() const;

 private:
  std::filesystem::path path_;
  base::Descriptor file_;
  base::FileStamp stamp_;
  std::uint64_t lost_pages_;
};

} // namespace tela::store
