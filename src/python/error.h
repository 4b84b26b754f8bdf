#pragma once

#include <pybind11/pybind11.h>

namespace tela::python {

/// Makes the exception tela.Error, and sees to it that base::Error becomes one: its attributes are
/// failure ("input", "usage" or "limit"), source, line, column, message and advice.
void define_error(pybind11::module_& module);

} // namespace tela::python
