#pragma once

#include "rdf/id.h"

#include <cstddef>
#include <set>
#include <unordered_map>
#include <vector>

namespace tela::sparql::evaluator {

/// What a service has answered, to be found by the values of key columns.
class ServiceAnswer {
 public:
  using Key = std::vector<rdf::Id>;

  /// `keys`: columns of a row's key among the `width` ones of the answer.
  ServiceAnswer(std::size_t width, std::vector<std::size_t> keys)
      : width_(width), keys_(std::move(keys)) {}

  void add(const std::vector<rdf::Id>& row);
  [[nodiscard]] const rdf::Id* row(std::size_t number) const {
    return ids_.data() + number * width_;
  }
  /// Rows that have the key, and those that leave a column of it open. Valid until add().
  struct Candidates {
    const std::vector<std::size_t>* same = nullptr; ///< may be null
    const std::vector<std::size_t>* open = nullptr;

    [[nodiscard]] std::size_t size() const { return (same ? same->size() : 0) + open->size(); }
    [[nodiscard]] std::size_t operator[](std::size_t i) const {
      const std::size_t first = same ? same->size() : 0;
      return i < first ? (*same)[i] : (*open)[i - first];
    }
  };
  [[nodiscard]] Candidates candidates(const Key& key) const;

 private:
  struct Hash {
    std::size_t operator()(const Key& key) const noexcept;
  };

  std::size_t width_;
  std::vector<std::size_t> keys_;
  std::vector<rdf::Id> ids_; ///< row by row
  std::size_t rows_ = 0;     ///< a row may have no column
  std::unordered_map<Key, std::vector<std::size_t>, Hash> by_key_;
  std::vector<std::size_t> open_;
};

} // namespace tela::sparql::evaluator
