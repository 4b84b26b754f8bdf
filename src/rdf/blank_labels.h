#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tela::rdf {

/// Names the blank nodes of one document: those that have a label there, and those that have none.
/// No two of them get the same name, whatever labels the document uses.
class BlankLabels {
 public:
  /// `scope` stands before every name; see ReadOptions.
  explicit BlankLabels(std::string_view scope) : scope_(scope) {}

  /// Appends the name of the node with `label`: the label itself, unless it looks like one of
  /// append_fresh().
  void append(std::string& out, std::string_view label) const {
    out += scope_;
    if (!label.starts_with(fresh)) {
      out += label;
      return;
    }
    ((out += fresh) += '_') += label.substr(fresh.size());
  }

  /// Appends a name that no other node of the document has or will have.
  void append_fresh(std::string& out) { ((out += scope_) += fresh) += std::to_string(++count_); }

 private:
  static constexpr std::string_view fresh = "anon";

  std::string scope_;
  std::uint64_t count_ = 0;
};

} // namespace tela::rdf
