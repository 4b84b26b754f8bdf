#include "export/lint_findings.h"

#include <algorithm>

namespace tela::export_ {

void LintFindings::add(std::uint64_t line, const char* readers, const std::string& message) {
  const auto [found, fresh] = numbers_.try_emplace(message, findings_.size());
  if (fresh) {
    findings_.push_back({line, readers, message, 1});
  } else {
    ++findings_[found->second].count;
  }
}

std::vector<LintFinding> LintFindings::take() {
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const auto& x, const auto& y) { return x.line < y.line; });
  return std::move(findings_);
}

} // namespace tela::export_
