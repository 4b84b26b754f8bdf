#pragma once

#include "export/graphml_lint.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace tela::export_ {

/// What was found so far: the same message again counts on the first.
class LintFindings {
 public:
  void add(std::uint64_t line, const char* readers, const std::string& message);
  /// All of them by line; empties the collection.
  [[nodiscard]] std::vector<LintFinding> take();

 private:
  std::vector<LintFinding> findings_;
  std::map<std::string, std::size_t> numbers_; // by message
};

} // namespace tela::export_
