#pragma once

#include "engine/query.h"
#include "python/rows.h"
#include "store/store_watch.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tela::python {

/// What may end a query early; nothing: no limit.
struct Limits {
  std::optional<double> seconds;
  std::optional<std::size_t> memory_mib;
};

/// A network, in the words of `tela graph`.
struct NetworkWish {
  std::string kind;
  std::vector<std::string> by, where, measures;
  std::string weight = "count", backbone = "none", ego, language = "en";
  double min_weight = 0, alpha = 0.05;
  std::size_t top = 0;
  unsigned radius = 1;
  std::uint64_t seed = 1;
  bool dates = false, evidence = false, isolates = false, sum = false;
};

/// Data that Python asks. Immutable, so that several threads may. All members but the constructors
/// are called with the GIL, and release it while they work; what they throw is base::Error.
class Store {
 public:
  using Bindings = std::vector<std::pair<std::string, rdf::Term>>;
  using Values = std::vector<std::pair<std::string, std::string>>;

  /// Opens a store.
  explicit Store(const std::string& path);
  /// Loads RDF files.
  explicit Store(const std::vector<std::string>& files);

  [[nodiscard]] std::unique_ptr<Rows> query(const std::string& text, const Bindings& bindings,
                                            const Limits& limits) const;
  /// A query of the library; values as on the command line.
  [[nodiscard]] std::unique_ptr<Rows> saved(const std::string& name, const Values& values,
                                            const Limits& limits) const;
  /// As node-link JSON with all attributes.
  [[nodiscard]] std::string network(const NetworkWish& wish) const;
  /// As the JSON of `tela why -f json`.
  [[nodiscard]] std::string why(const std::string& first, const std::string& second,
                                const std::string& actors, const std::vector<std::string>& by,
                                const std::vector<std::string>& where,
                                const std::string& language) const;
  [[nodiscard]] std::uint64_t size() const { return database_.store().counts().quads; }
  [[nodiscard]] const std::vector<std::string>& notes() const { return database_.warnings(); }

 private:
  [[nodiscard]] std::unique_ptr<Rows> run(const std::string& text, engine::QueryOptions options,
                                          const Limits& limits) const;
  /// Throws when the file changed under us.
  void check() const {
    if (watch_) watch_->check();
  }

  std::optional<store::StoreWatch> watch_;
  engine::Database database_;
};

} // namespace tela::python
