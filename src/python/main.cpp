// The module tela._tela: what the package in tela/ stands on. tela/_tela.pyi has the types.

#include "base/error.h"
#include "engine/query_library.h"
#include "python/build.h"
#include "python/error.h"
#include "python/store.h"

#include <pybind11/stl.h>

#include <memory>
#include <tuple>

namespace py = pybind11;
using namespace tela::python; // NOLINT(google-build-using-namespace): the whole file is its door

namespace {

using PythonTerm = std::tuple<std::string, std::string, std::string>; // as Rows::row() gives them

tela::rdf::Term term(const PythonTerm& value) {
  const auto& [kind, text, extra] = value;
  if (kind == "iri") return tela::rdf::iri(text);
  if (kind == "text") return tela::rdf::language_literal(text, extra);
  if (kind == "literal") return tela::rdf::literal(text, extra);
  throw tela::base::Error(tela::base::Failure::usage, "a blank node cannot be a parameter");
}

std::unique_ptr<Rows> query(const Store& store, const std::string& text,
                            const std::vector<std::pair<std::string, PythonTerm>>& bindings,
                            std::optional<double> seconds, std::optional<std::size_t> memory_mib) {
  Store::Bindings terms;
  for (const auto& [name, value] : bindings) terms.emplace_back(name, term(value));
  return store.query(text, terms, {seconds, memory_mib});
}

std::unique_ptr<Rows> saved(const Store& store, const std::string& name,
                            const Store::Values& values, std::optional<double> seconds,
                            std::optional<std::size_t> memory_mib) {
  return store.saved(name, values, {seconds, memory_mib});
}

py::list library() {
  using namespace py::literals;
  py::list queries;
  for (const auto& query : tela::engine::load_query_library()) {
    py::dict parameters;
    for (const auto& parameter : query.parameters)
      parameters[py::str(parameter.name)] = parameter.value;
    queries.append(py::dict("name"_a = query.name, "summary"_a = query.summary,
                            "parameters"_a = parameters, "text"_a = query.text));
  }
  return queries;
}

void define_store(py::module_& module) {
  py::class_<Rows>(module, "Rows")
      .def("__len__", &Rows::size)
      .def("row", py::overload_cast<std::size_t>(&Rows::row, py::const_))
      .def_property_readonly("columns", &Rows::columns)
      .def_property_readonly("truth", &Rows::truth);
  py::class_<Store>(module, "Store")
      .def(py::init<const std::string&>())
      .def(py::init<const std::vector<std::string>&>())
      .def("__len__", &Store::size)
      .def_property_readonly("notes", &Store::notes)
      .def("query", &query)
      .def("saved", &saved)
      .def("network", &Store::network)
      .def("why", &Store::why);
}

void define_wishes(py::module_& module) {
  py::class_<NetworkWish>(module, "NetworkWish")
      .def(py::init<>())
      .def_readwrite("kind", &NetworkWish::kind)
      .def_readwrite("by", &NetworkWish::by)
      .def_readwrite("where", &NetworkWish::where)
      .def_readwrite("measures", &NetworkWish::measures)
      .def_readwrite("weight", &NetworkWish::weight)
      .def_readwrite("backbone", &NetworkWish::backbone)
      .def_readwrite("ego", &NetworkWish::ego)
      .def_readwrite("language", &NetworkWish::language)
      .def_readwrite("min_weight", &NetworkWish::min_weight)
      .def_readwrite("alpha", &NetworkWish::alpha)
      .def_readwrite("top", &NetworkWish::top)
      .def_readwrite("radius", &NetworkWish::radius)
      .def_readwrite("seed", &NetworkWish::seed)
      .def_readwrite("dates", &NetworkWish::dates)
      .def_readwrite("evidence", &NetworkWish::evidence)
      .def_readwrite("isolates", &NetworkWish::isolates)
      .def_readwrite("sum", &NetworkWish::sum);
  py::class_<BuildWish>(module, "BuildWish")
      .def(py::init<>())
      .def_readwrite("sources", &BuildWish::sources)
      .def_readwrite("store", &BuildWish::store)
      .def_readwrite("base_iri", &BuildWish::base_iri)
      .def_readwrite("skip_rejected", &BuildWish::skip_rejected)
      .def_readwrite("derive", &BuildWish::derive)
      .def_readwrite("full", &BuildWish::full);
}

} // namespace

PYBIND11_MODULE(_tela, module) {
  module.attr("__version__") = TELA_VERSION;
  define_error(module);
  define_store(module);
  define_wishes(module);
  module.def("build", &build);
  module.def("library", &library);
}
