#include "sparql/results/row_spool.h"

#include "base/error.h"
#include "base/require.h"

#include <cerrno>
#include <string>
#include <system_error>
#include <vector>

namespace tela::sparql::results {

namespace {

constexpr std::uint64_t missing = static_cast<std::uint64_t>(-1); // instead of a length

[[noreturn]] void refuse() {
  throw base::Error(base::Failure::input,
                    "cannot keep rows on the disk: " + std::generic_category().message(errno),
                    "make room in the folder for temporary files");
}

} // namespace

RowSpool::RowSpool(std::size_t columns) : columns_(columns), file_(std::tmpfile()) {
  if (!file_) refuse();
}

void RowSpool::add(std::span<const Text> row) {
  base::require(row.size() == columns_, "as many texts as columns");
  for (const Text& text : row) {
    const std::uint64_t size = text ? text->size() : missing;
    write(&size, sizeof size);
    if (text) write(text->data(), text->size());
  }
  ++rows_;
}

void RowSpool::read(const std::function<void(std::span<const Text>)>& visit) {
  if (std::fflush(file_.get()) != 0) refuse();
  std::rewind(file_.get());
  std::vector<std::string> storage(columns_);
  std::vector<Text> texts(columns_);
  for (std::uint64_t row = 0; row < rows_; ++row) {
    for (std::size_t i = 0; i < columns_; ++i) {
      std::uint64_t size = 0;
      fetch(&size, sizeof size);
      texts[i].reset();
      if (size == missing) continue;
      storage[i].resize(size);
      fetch(storage[i].data(), size);
      texts[i] = storage[i];
    }
    visit(texts);
  }
}

void RowSpool::write(const void* bytes, std::size_t size) {
  if (std::fwrite(bytes, 1, size, file_.get()) != size) refuse();
}

void RowSpool::fetch(void* bytes, std::size_t size) {
  if (std::fread(bytes, 1, size, file_.get()) != size) refuse();
}

} // namespace tela::sparql::results
