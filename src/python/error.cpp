#include "python/error.h"

#include "base/error.h"

#include <exception>

namespace tela::python {

namespace py = pybind11;

namespace {

PyObject* error_type = nullptr; // lives as long as the interpreter

const char* name(base::Failure failure) {
  switch (failure) {
  case base::Failure::input:
    return "input";
  case base::Failure::usage:
    return "usage";
  case base::Failure::limit:
    return "limit";
  }
  return "";
}

// What is known as a number, or None.
py::object known(std::uint64_t number) {
  return number == 0 ? py::object(py::none()) : py::object(py::int_(number));
}

void raise(const base::Error& error) {
  const py::object raised = py::reinterpret_borrow<py::object>(error_type)(error.what());
  const base::Place& place = error.place();
  raised.attr("failure") = name(error.failure());
  raised.attr("source") = place.source;
  raised.attr("line") = known(place.line);
  raised.attr("column") = known(place.column);
  raised.attr("message") = error.message();
  raised.attr("advice") = error.advice();
  PyErr_SetObject(error_type, raised.ptr());
}

} // namespace

void define_error(py::module_& module) {
  error_type = PyErr_NewExceptionWithDoc(
      "tela.Error",
      "What could not be done, and where. failure is 'input', 'usage' or 'limit'; source, line and "
      "column say the place as far as it is known; advice says what to do.",
      PyExc_RuntimeError, nullptr);
  if (error_type == nullptr) throw py::error_already_set();
  module.add_object("Error", py::reinterpret_borrow<py::object>(error_type));
  py::register_exception_translator(
      [](std::exception_ptr thrown) { // NOLINT(*-unnecessary-value-param): pybind11 has it so
        try {
          if (thrown) std::rethrow_exception(thrown);
        } catch (const base::Error& error) {
          raise(error);
        }
      });
}

} // namespace tela::python
