#include "base/error.h"
#include "sparql/optimiser/choices.h"
#include "support/memory_dataset.h"
#include "support/query_answers.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace tela;

const tests::MemoryDataset& data() {
  static const tests::MemoryDataset dataset = tests::MemoryDataset::from(R"(
    :a :p :b, 1, 2.50, "x"@en ; :q :c ; :start "2024-02-29"^^xsd:date, "n"^^:t .
    :b :p :c, 7, "7"^^xsd:float, "" ; :q _:n ; :start "2024-05-01T12:00:00Z"^^xsd:dateTime .
    _:n :p :a, true, "P1Y"^^xsd:duration, "été"@fr-CA ; :q :a, :b .
    :g { :a :p :b . :c :q :a, 3 . } :h { :c :q :a . :d :p _:n . }
  )");
  return dataset;
}

} // namespace

/// Any bytes as a query over a small fixed dataset: refused, stopped by a limit, or answered to the
/// end, with all passes and with none. Seeds worth having are the queries of the W3C's suites.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  for (const bool plain : {false, true}) {
    base::Cancellation cancellation;
    cancellation.set_deadline(std::chrono::steady_clock::now() + std::chrono::milliseconds(300));
    base::MemoryBudget memory(std::size_t{64} << 20U);
    tests::Settings settings;
    settings.cancellation = &cancellation;
    settings.memory = &memory;
    if (plain)
      for (const auto& pass : sparql::optimiser::passes())
        settings.disabled_passes.emplace_back(pass.name);
    try {
      const auto query = tests::parse_query(text); // the plan points into it
      tests::AnswerList list;
      tests::planned(query, data(), settings).run(list);
      if (!list.complete) std::abort();
    } catch (const base::Error&) {
      continue; // refused or stopped
    }
    if (memory.used() != 0) std::abort(); // what a query held it gives back
  }
  return 0;
}
