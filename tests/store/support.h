#pragma once

#include "rdf/nquads_reader.h"
#include "rdf/nquads_writer.h"
#include "store/builder.h"
#include "store/store.h"

#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>

/// What the tests of the store share.
namespace tela::store::test {

/// A folder of its own for each test, removed at the end.
struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("tela-store-test-" + std::to_string(::getpid()));
  Folder() {
    std::filesystem::remove_all(path);
    std::filesystem::create_directory(path);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path),
                                                  std::filesystem::directory_iterator()));
  }
};

inline void add(Builder& builder, std::string_view nquads) {
  rdf::read_nquads(nquads, "test.nq", rdf::NQuadsSyntax::nquads, builder);
}

inline std::string bytes_of_store(std::string_view nquads) {
  Builder builder;
  add(builder, nquads);
  return builder.finish_in_memory();
}

inline Store store_of(std::string_view nquads) {
  return Store::from_memory(bytes_of_store(nquads));
}

/// Every statement as N-Quads, in one order.
inline std::string dump(const Store& store, rdf::Order order = rdf::Order::spo) {
  std::string text;
  rdf::NQuadsWriter writer([&](std::string_view piece) { text += piece; });
  export_quads(store, order, writer);
  writer.finish();
  return text;
}

inline rdf::Id id_of(const Store& store, const rdf::Term& term) {
  return store.find(term).value();
}

} // namespace tela::store::test
