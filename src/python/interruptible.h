#pragma once

#include "base/cancellation.h"

#include <pybind11/pybind11.h>

#include <chrono>
#include <future>
#include <optional>

namespace tela::python {

/// Runs `work(cancellation)` on a thread of its own, while Python's other threads go on. Ctrl-C
/// cancels it and becomes KeyboardInterrupt; after `seconds` it ends with Error(limit). The caller
/// holds the GIL, and `work` must not touch Python.
template<typename Work>
auto interruptible(std::optional<double> seconds, Work work) {
  namespace py = pybind11;
  using namespace std::chrono;
  base::Cancellation cancellation;
  if (seconds)
    cancellation.set_deadline(steady_clock::now() +
                              duration_cast<steady_clock::duration>(duration<double>(*seconds)));
  const py::gil_scoped_release others_go_on;
  auto result = std::async(std::launch::async, [&] { return work(cancellation); });
  constexpr milliseconds patience{50};
  while (result.wait_for(patience) != std::future_status::ready) {
    const py::gil_scoped_acquire back;
    if (PyErr_CheckSignals() == 0) continue;
    cancellation.cancel();
    {
      const py::gil_scoped_release while_it_ends;
      result.wait();
    }
    throw py::error_already_set();
  }
  return result.get();
}

} // namespace tela::python
