#include "base/error.h"
#include "rdf/turtle_reader.h"
#include "shapes/report_writer.h"
#include "shapes/validator.h"
#include "store/builder.h"
#include "support/quad_list.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace tela;

/// Any bytes as Turtle that is both shapes and data: refused, or a report that agrees with itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    store::Builder builder;
    rdf::read_turtle("fuzz.ttl", {reinterpret_cast<const char*>(data), size}, builder);
    const auto store = store::Store::from_memory(builder.finish_in_memory());
    base::Cancellation stop; // a query among the shapes may be one that never ends
    stop.set_deadline(std::chrono::steady_clock::now() + std::chrono::seconds(1));
    const auto report =
        shapes::validate(store, shapes::read_shapes(store, &stop), {&stop, nullptr});
    tests::QuadList list;
    shapes::push_report(report, list);
    if (list.quads.size() < 2 + 6 * report.results.size()) std::abort();
    if (shapes::to_json(report).empty()) std::abort();
  } catch (const base::Error&) {
    return 0;
  }
  return 0;
}
