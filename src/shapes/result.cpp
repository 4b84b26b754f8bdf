#include "shapes/result.h"

#include <system_error>
#include <thread>
#include <utility>

namespace tela::shapes {

namespace {

std::size_t bytes_of(const rdf::Path& path) {
  std::size_t bytes = sizeof(rdf::Path) + path.iri.value.size();
  for (const rdf::Path& part : path.parts) bytes += bytes_of(part);
  return bytes;
}

std::size_t bytes_of(const Result& result) {
  std::size_t bytes = sizeof(Result) + result.focus.value.size() + result.shape.value.size() +
                      result.component.size() + result.severity.value.size();
  if (result.path) bytes += bytes_of(*result.path);
  if (result.value) bytes += result.value->value.size();
  for (const rdf::Term& message : result.messages)
    bytes += sizeof(rdf::Term) + message.value.size();
  return bytes;
}

} // namespace

ResultList::~ResultList() {
  constexpr std::size_t many = 10'000;
  if (results_.size() < many) return;
  try {
    std::thread([results = std::move(results_)] {}).detach();
  } catch (const std::system_error&) {
    // No thread is to be had: they have been freed here.
  }
}

void ResultList::add(Result result) {
  held_.add(bytes_of(result));
  results_.push_back(std::move(result));
}

} // namespace tela::shapes
