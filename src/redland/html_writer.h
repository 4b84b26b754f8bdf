#pragma once

#include "redland/output_buffer.h"
#include "redland/writer.h"

#include <cstdint>
#include <string_view>

namespace tela::redland {

/// Writes a page with one table: a row a statement. Only http and https IRIs become links, all text
/// is escaped, nothing is loaded from elsewhere. For people, not for reading back.
class HtmlWriter final : public Writer {
 public:
  HtmlWriter(Output output, WriteOptions options);

  void quad(const rdf::QuadView& quad) override;
  void finish() override;

 private:
  void append_cell(const rdf::TermView& term);

  OutputBuffer out_;
  rdf::PrefixMap prefixes_;
  std::uint64_t rows_ = 0;
};

} // namespace tela::redland
