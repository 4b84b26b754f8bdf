#include "python/build.h"

#include "base/error.h"
#include "importer/importer.h"
#include "python/interruptible.h"
#include "relations/derived_graph.h"

#include <pybind11/stl.h>

namespace tela::python {

namespace py = pybind11;

namespace {

importer::Derivation derivation(const std::string& base_iri) {
  return {"count",
          [names = iris::Scheme(base_iri)](const store::Store& store, rdf::QuadSink& sink) {
            (void)relations::derive_graph(store, names, network::Weight::count, sink);
          }};
}

void check(const importer::ImportReport& report) {
  if (!report.failed()) return;
  for (const auto& source : report.sources)
    if (!source.errors.empty()) throw base::Error(source.errors.front());
  for (const auto& source : report.sources)
    if (!source.rejections.empty()) throw base::Error(source.rejections.front());
  throw base::Error(base::Failure::input, "the sources cannot be read");
}

std::vector<std::string> rejections(const importer::ImportReport& report) {
  std::vector<std::string> texts;
  for (const auto& source : report.sources)
    for (const base::Error& error : source.rejections) texts.emplace_back(error.what());
  return texts;
}

} // namespace

py::dict build(const BuildWish& wish) {
  importer::ImportOptions options;
  options.base_iri = wish.base_iri;
  options.skip_rejected = wish.skip_rejected;
  options.full = wish.full;
  if (wish.derive) options.derivation = derivation(wish.base_iri);
  const auto report = interruptible(std::nullopt, [&](const base::Cancellation& cancellation) {
    options.build.cancellation = &cancellation;
    return importer::import_sources(wish.sources, wish.store, options);
  });
  check(report);
  using namespace py::literals;
  return py::dict("written"_a = report.written, "statements"_a = report.store.quads,
                  "read"_a = report.ledger.read + report.unchanged,
                  "accepted"_a = report.ledger.accepted, "rejected"_a = report.ledger.rejected,
                  "unchanged"_a = report.unchanged, "warnings"_a = report.warnings.texts,
                  "skipped"_a = report.skipped, "rejections"_a = rejections(report));
}

} // namespace tela::python
