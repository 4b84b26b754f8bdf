#pragma once

#include "base/cancellation.h"
#include "rdf/quad.h"

#include <cstdint>

namespace tela::rdf {

/// Passes statements on until the work is to stop: then quad() throws Error(limit).
class CancellableSink final : public QuadSink {
 public:
  /// Both outlive the sink; `cancellation` may be null.
  CancellableSink(QuadSink& next, const base::Cancellation* cancellation)
      : next_(next), cancellation_(cancellation) {}

  void quad(const QuadView& quad) override {
    constexpr std::uint64_t interval = 1024;
    if (++count_ % interval == 0 && cancellation_ != nullptr) cancellation_->check();
    next_.quad(quad);
  }
  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }

 private:
  QuadSink& next_;
  const base::Cancellation* cancellation_;
  std::uint64_t count_ = 0;
};

} // namespace tela::rdf
