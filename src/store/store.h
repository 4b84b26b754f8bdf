#pragma once

#include "rdf/id.h"
#include "rdf/order.h"
#include "rdf/quad.h"
#include "rdf/term.h"
#include "store/cursor.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The embedded store: one file of sorted, compressed permutations and a dictionary, read through
/// a memory map, never changed in place. FORMAT.md tells the bytes.
namespace tela::store {

struct Counts {
  std::uint64_t quads = 0;                          ///< distinct statements, with their graph
  std::uint64_t triples = 0;                        ///< distinct statements, whatever the graph
  std::uint64_t blanks = 0, iris = 0, literals = 0; ///< terms of the dictionary
  std::uint64_t named_graphs = 0;
};

struct PredicateStatistics {
  rdf::Id predicate;
  std::uint64_t triples = 0; ///< distinct triples
  std::uint64_t distinct_subjects = 0;
  std::uint64_t distinct_objects = 0;
};

struct GraphStatistics {
  rdf::Id graph; ///< Id{} is the default graph
  std::uint64_t triples = 0;
};

class Dictionary;

/// An open store. Const members may be called from several threads at once. Everything that reads
/// may throw base::Error(input) when the bytes are damaged, but never reads outside them.
class Store {
 public:
  /// Maps `path` and checks its header; cost independent of its size. Throws base::Error(input):
  /// missing, not a store, cut short, damaged header, or written by a newer version.
  [[nodiscard]] static Store open(const std::filesystem::path& path);
  /// The same over bytes that Builder::finish_in_memory gave.
  [[nodiscard]] static Store from_memory(std::string bytes);

  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Reads the whole file and compares it with its checksums; throws base::Error(input) naming the
  /// first damaged stretch. Cost: one sequential read.
  void verify() const;

  /// Tells the system that the pages of the file that were read are not needed soon, so that they
  /// no longer count as memory of the process; they are read again when they are.
  void give_back_pages() const noexcept;

  [[nodiscard]] const Counts& counts() const noexcept;
  [[nodiscard]] std::uint64_t size_bytes() const noexcept;

  /// The rows of `order` that start with `prefix` (0 to 3 ids). Cost: two searches in the block
  /// directory, at most two blocks decoded.
  [[nodiscard]] RowRange range(rdf::Order order, std::span<const rdf::Id> prefix) const;

  /// Number of rows before the first that is >= `key` (0 to 3 ids, lexicographic). Cost as range().
  [[nodiscard]] std::uint64_t rows_before(rdf::Order order, std::span<const rdf::Id> key) const;

  /// The rows of `order` that start with `prefix`, see rdf/scan.h.
  [[nodiscard]] Cursor scan(rdf::Order order, std::span<const rdf::Id> prefix,
                            rdf::GraphSelection graphs = {},
                            rdf::ColumnSet columns = rdf::ColumnSet::all()) const;
  /// A part of a scan: `part` lies within range(order, prefix), as split() cuts it.
  [[nodiscard]] Cursor scan_part(rdf::Order order, std::span<const rdf::Id> prefix, RowRange part,
                                 rdf::GraphSelection graphs = {},
                                 rdf::ColumnSet columns = rdf::ColumnSet::all()) const;
  /// At most `parts` consecutive ranges of about equal size that make up range(order, prefix); no
  /// triple stands in two of them. For work on several threads.
  [[nodiscard]] std::vector<RowRange> split(rdf::Order order, std::span<const rdf::Id> prefix,
                                            std::size_t parts) const;

  /// Number of rows of range(): what a scan gives, exactly when no triple stands in several graphs
  /// (counts().quads == counts().triples) or graphs are kept apart, else an upper bound.
  [[nodiscard]] std::uint64_t count(rdf::Order order, std::span<const rdf::Id> prefix) const;

  /// About how many different values stand in the column behind `prefix` (0 to 2 ids); at least 1.
  /// Exact without a prefix, behind a predicate, and where the range is within one block.
  [[nodiscard]] std::uint64_t distinct(rdf::Order order, std::span<const rdf::Id> prefix) const;

  /// The id of a term; nothing when no statement holds it. Inline values always have one. Cost: a
  /// binary search, some microseconds.
  [[nodiscard]] std::optional<rdf::Id> find(const rdf::TermView& term) const;

  /// The term of an id of this store. The view is valid as long as the store and as `storage` is
  /// unchanged; `storage` is scratch space of the caller, reused from call to call. Cost: one block
  /// of the dictionary decoded, about 100 ns. Throws base::Error(input) for an id that is not of
  /// this store.
  [[nodiscard]] rdf::TermView term(rdf::Id id, rdf::Term& storage) const;

  /// Calls visit(i, term of ids[i]) for each i in turn; the view is valid during the call. Where
  /// `ids` ascends, neighbours share the work of decoding. Throws as term() does.
  void terms(std::span<const rdf::Id> ids,
             const std::function<void(std::size_t, const rdf::TermView&)>& visit) const;

  /// Datatype and language of a literal, inline ones too, without decoding its text; about 5 ns.
  /// REQUIRES: the id of a literal of this store.
  [[nodiscard]] rdf::LiteralKind literal_kind(rdf::Id id) const;

  /// The named graphs, ascending; the default graph (Id{}) first when it holds anything.
  [[nodiscard]] std::span<const GraphStatistics> graphs() const noexcept;
  [[nodiscard]] std::vector<rdf::Id> named_graphs() const;

  /// Every predicate with exact numbers, ascending by id.
  [[nodiscard]] std::span<const PredicateStatistics> predicates() const noexcept;
  /// Of one predicate; zeros when there is none.
  [[nodiscard]] PredicateStatistics predicate(rdf::Id predicate) const noexcept;
  /// The terms of a tag that has a dictionary (blank, iri, literal): payload of an id and number of
  /// a string are the same. For the next build, which takes them over as they stand.
  [[nodiscard]] const Dictionary& dictionary(rdf::IdTag tag) const;
  /// What the kinds of the literals' dictionary stand for, by number, ascending.
  [[nodiscard]] std::vector<rdf::LiteralKind> literal_kinds() const;

  /// Number of instances of each class (objects of rdf:type), ascending by class.
  [[nodiscard]] std::vector<std::pair<rdf::Id, std::uint64_t>> classes() const;

  /// What Builder::set_metadata stored under `key`; valid as long as the store.
  [[nodiscard]] std::optional<std::string_view> metadata(std::string_view key) const;
  /// Every entry, ascending by key.
  [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> metadata() const;
  /// What Builder::set_base_iri was told; nothing when it was told nothing.
  [[nodiscard]] std::optional<std::string_view> base_iri() const;
  /// The prefixes of all sources, ascending by name: (name without colon, IRI).
  [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> prefixes() const;

 private:
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  [[nodiscard]] std::uint64_t distinct_in(rdf::Order order, std::span<const rdf::Id> prefix,
                                          RowRange part) const;
  std::unique_ptr<Parts> parts_;
};

/// Pushes every statement of `store`, in the given order, with its graph: for dumps. Terms met
/// lately are kept, so that most are not decoded twice.
void export_quads(const Store& store, rdf::Order order, rdf::QuadSink& sink);

} // namespace tela::store
