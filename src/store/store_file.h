#pragma once

#include "store/format.h"
#include "store/spool.h"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::store {

/// The sections of a store while it is put together: header, sections, checksums.
class StoreFile {
 public:
  /// The section is `front` followed by `spools`, which are sealed, not owned, and must live until
  /// write().
  void set(SectionKind kind, std::string front, std::vector<const Spool*> spools = {});

  /// Hands the whole file to `output`, piece by piece, and returns its size in bytes.
  std::uint64_t write(const Counts& counts,
                      const std::function<void(std::string_view)>& output) const;

 private:
  struct Section {
    std::string front;
    std::vector<const Spool*> spools;
    [[nodiscard]] std::uint64_t length() const noexcept;
  };
  [[nodiscard]] FileHeader header(const Counts& counts) const;

  std::array<Section, section_count> sections_;
};

} // namespace tela::store
