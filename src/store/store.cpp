#include "store/store.h"

#include "base/file.h"
#include "base/require.h"
#include "rdf/inline_value.h"
#include "rdf/language_tag.h"
#include "rdf/namespaces.h"
#include "store/bytes.h"
#include "store/checked_bytes.h"
#include "store/dictionary.h"
#include "store/format.h"
#include "store/header_reader.h"
#include "store/permutation.h"
#include "store/string_list.h"

#include <sys/mman.h>

#include <algorithm>
#include <variant>

namespace tela::store {

namespace {

// A section of records, read where they lie.
template<class Record>
std::span<const Record> records(std::string_view section) {
  static_assert(section_alignment % alignof(Record) == 0);
  if (section.size() % sizeof(Record) != 0) fail_damaged("a table has a wrong length");
  return {reinterpret_cast<const Record*>(section.data()), section.size() / sizeof(Record)};
}

struct TextOf {
  std::string_view operator()(const base::MappedFile& file) const { return file.text(); }
  std::string_view operator()(const std::string& bytes) const { return bytes; }
};

void check_inline(rdf::Id id) {
  if (!id.is_inline() || id.tag() > rdf::IdTag::date_time)
    fail_damaged("an id that is not of this store");
}

} // namespace

struct Store::Parts {
  using Owner = std::variant<base::MappedFile, std::string>;

  Parts(const std::string& name, Owner file)
      : owner(std::move(file)), bytes(std::visit(TextOf{}, owner)),
        header(read_header(bytes, name)), checks(bytes, header),
        blanks(section(SectionKind::blanks), Kinds::none, &checks),
        iris(section(SectionKind::iris), Kinds::none, &checks),
        literals(section(SectionKind::literals), Kinds::one_each, &checks),
        kinds(checked(SectionKind::literal_kinds)), permutations{permutation(0), permutation(1),
                                                                 permutation(2), permutation(3),
                                                                 permutation(4), permutation(5)},
        predicates(records<PredicateStatistics>(checked(SectionKind::predicates))),
        graphs(records<GraphStatistics>(checked(SectionKind::graphs))),
        metadata(checked(SectionKind::metadata)) {}

  [[nodiscard]] std::string_view section(SectionKind kind) const {
    const SectionPlace place = header.sections[static_cast<std::size_t>(kind)];
    return bytes.substr(place.offset, place.length);
  }
  // The same, all of it compared with its checksums: for small sections that are read from many
  // places.
  [[nodiscard]] std::string_view checked(SectionKind kind) const {
    checks.check(section(kind));
    return section(kind);
  }
  [[nodiscard]] Permutation permutation(std::size_t order) const {
    return {section(SectionKind(static_cast<std::size_t>(SectionKind::spo) + order)), &checks};
  }
  [[nodiscard]] const Permutation& sorted(rdf::Order order) const {
    return permutations[static_cast<std::size_t>(order)];
  }

  [[nodiscard]] rdf::LiteralKind kind(std::uint32_t rank) const {
    if (2 * std::uint64_t{rank} + 1 >= kinds.size()) fail_damaged("the kind of a literal");
    return {kinds[2 * std::uint64_t{rank}], kinds[2 * std::uint64_t{rank} + 1]};
  }

  // The rank of a literal's datatype and language, or nothing when no literal has them.
  [[nodiscard]] std::optional<std::uint32_t> kind_rank(const rdf::TermView& literal) const {
    const std::string language = rdf::canonical_language(literal.language);
    const std::pair wanted{literal.datatype, std::string_view(language)};
    std::uint64_t low = 0;
    std::uint64_t high = kinds.size() / 2;
    while (low < high) {
      const std::uint64_t middle = low + (high - low) / 2;
      const std::pair found{kinds[2 * middle], kinds[2 * middle + 1]};
      if (found == wanted) return static_cast<std::uint32_t>(middle);
      if (found < wanted)
        low = middle + 1;
      else
        high = middle;
    }
    return std::nullopt;
  }

  Owner owner;
  std::string_view bytes;
  FileHeader header;
  CheckedBytes checks;
  Dictionary blanks, iris, literals;
  StringList kinds;
  std::array<Permutation, 6> permutations;
  std::span<const PredicateStatistics> predicates;
  std::span<const GraphStatistics> graphs;
  StringList metadata;
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::open(const std::filesystem::path& path) {
  return Store(std::make_unique<Parts>(path.string(), base::MappedFile(path)));
}

Store Store::from_memory(std::string bytes) {
  return Store(std::make_unique<Parts>("store in memory", std::move(bytes)));
}

void Store::verify() const {
  const CheckedBytes& checks = parts_->checks;
  const std::uint64_t held = (std::uint64_t{32} << 20U) / checks.stretch_bytes();
  for (std::uint64_t i = 0; i < checks.stretches(); ++i) {
    checks.read(i);
    if (i % held == 0) give_back_pages();
  }
  give_back_pages();
}

void Store::give_back_pages() const noexcept {
  if (!std::holds_alternative<base::MappedFile>(parts_->owner)) return;
  // A mapping that nobody writes to: what is dropped still stands in the file.
  ::madvise(const_cast<char*>(parts_->bytes.data()), // NOLINT(*-const-cast)
            parts_->bytes.size(), MADV_DONTNEED);
}

const Counts& Store::counts() const noexcept {
  return parts_->header.counts;
}

std::uint64_t Store::size_bytes() const noexcept {
  return parts_->bytes.size();
}

RowRange Store::range(rdf::Order order, std::span<const rdf::Id> prefix) const {
  return parts_->sorted(order).range(prefix);
}

std::uint64_t Store::rows_before(rdf::Order order, std::span<const rdf::Id> key) const {
  return range(order, key).begin;
}

std::uint64_t Store::count(rdf::Order order, std::span<const rdf::Id> prefix) const {
  return range(order, prefix).size();
}

Cursor Store::scan(rdf::Order order, std::span<const rdf::Id> prefix, rdf::GraphSelection graphs,
                   rdf::ColumnSet columns) const {
  return scan_part(order, prefix, range(order, prefix), std::move(graphs), columns);
}

Cursor Store::scan_part(rdf::Order order, std::span<const rdf::Id> prefix, RowRange part,
                        rdf::GraphSelection graphs, rdf::ColumnSet columns) const {
  return {parts_->sorted(order), prefix, part, std::move(graphs), columns};
}

std::vector<RowRange> Store::split(rdf::Order order, std::span<const rdf::Id> prefix,
                                   std::size_t parts) const {
  return parts_->sorted(order).split(range(order, prefix), parts);
}

std::uint64_t Store::distinct(rdf::Order order, std::span<const rdf::Id> prefix) const {
  const PermutationFront& front = parts_->sorted(order).front();
  if (prefix.empty()) return std::max<std::uint64_t>(front.distinct_first, 1);
  if (prefix.size() == 1 && order == rdf::Order::pso)
    return std::max<std::uint64_t>(predicate(prefix[0]).distinct_subjects, 1);
  if (prefix.size() == 1 && order == rdf::Order::pos)
    return std::max<std::uint64_t>(predicate(prefix[0]).distinct_objects, 1);
  const RowRange rows = range(order, prefix);
  if (rows.size() <= block_rows) return distinct_in(order, prefix, rows);
  if (prefix.size() == 2) return rows.size();
  // As many as a range of this size has in the whole permutation.
  const double share = static_cast<double>(front.distinct_pairs) / static_cast<double>(front.rows);
  return std::max<std::uint64_t>(
      static_cast<std::uint64_t>(share * static_cast<double>(rows.size())), 1);
}

std::uint64_t Store::distinct_in(rdf::Order order, std::span<const rdf::Id> prefix,
                                 RowRange part) const {
  Cursor cursor = scan_part(order, prefix, part, {}, {prefix.size()});
  std::uint64_t distinct = 0;
  rdf::Id last;
  for (rdf::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (const rdf::Id id : std::span(rows.columns[prefix.size()], rows.count))
      if (id != std::exchange(last, id)) ++distinct;
  return std::max<std::uint64_t>(distinct, 1);
}

std::optional<rdf::Id> Store::find(const rdf::TermView& term) const {
  const auto in = [](const Dictionary& dictionary, rdf::IdTag tag,
                     const DictionaryKey& key) -> std::optional<rdf::Id> {
    const auto index = dictionary.find(key);
    if (!index) return std::nullopt;
    return rdf::Id::make(tag, *index);
  };
  switch (term.kind) {
  case rdf::TermKind::blank:
    return in(parts_->blanks, rdf::IdTag::blank, {term.value, 0});
  case rdf::TermKind::iri:
    return in(parts_->iris, rdf::IdTag::iri, {term.value, 0});
  case rdf::TermKind::literal:
    break;
  }
  if (const auto id = rdf::inline_id(term)) return id;
  const auto kind = parts_->kind_rank(term);
  if (!kind) return std::nullopt;
  return in(parts_->literals, rdf::IdTag::literal, {term.value, *kind});
}

rdf::TermView Store::term(rdf::Id id, rdf::Term& storage) const {
  switch (id.tag()) {
  case rdf::IdTag::blank:
    parts_->blanks.string(id.payload(), storage.value);
    return {rdf::TermKind::blank, storage.value, {}, {}};
  case rdf::IdTag::iri:
    parts_->iris.string(id.payload(), storage.value);
    return {rdf::TermKind::iri, storage.value, {}, {}};
  case rdf::IdTag::literal: {
    const auto [datatype, language] =
        parts_->kind(parts_->literals.string(id.payload(), storage.value));
    return {rdf::TermKind::literal, storage.value, datatype, language};
  }
  default:
    check_inline(id);
    storage.value.clear();
    rdf::append_inline_lexical(storage.value, id);
    return {rdf::TermKind::literal, storage.value, rdf::inline_datatype(id), {}};
  }
}

void Store::terms(std::span<const rdf::Id> ids,
                  const std::function<void(std::size_t, const rdf::TermView&)>& visit) const {
  Dictionary::Walker blanks(parts_->blanks);
  Dictionary::Walker iris(parts_->iris);
  Dictionary::Walker literals(parts_->literals);
  rdf::Term storage;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::uint64_t index = ids[i].payload();
    switch (ids[i].tag()) {
    case rdf::IdTag::blank:
      visit(i, {rdf::TermKind::blank, blanks.string(index), {}, {}});
      break;
    case rdf::IdTag::iri:
      visit(i, {rdf::TermKind::iri, iris.string(index), {}, {}});
      break;
    case rdf::IdTag::literal: {
      const std::string_view text = literals.string(index);
      const auto [datatype, language] = parts_->kind(literals.kind());
      visit(i, {rdf::TermKind::literal, text, datatype, language});
      break;
    }
    default:
      visit(i, term(ids[i], storage));
    }
  }
}

rdf::LiteralKind Store::literal_kind(rdf::Id id) const {
  base::require(id.tag() == rdf::IdTag::literal || id.is_inline(), "the id of a literal");
  if (id.tag() == rdf::IdTag::literal) return parts_->kind(parts_->literals.kind(id.payload()));
  check_inline(id);
  return {rdf::inline_datatype(id), {}};
}

const Dictionary& Store::dictionary(rdf::IdTag tag) const {
  switch (tag) {
  case rdf::IdTag::blank:
    return parts_->blanks;
  case rdf::IdTag::iri:
    return parts_->iris;
  case rdf::IdTag::literal:
    return parts_->literals;
  default:
    fail_damaged("an id that is not of this store");
  }
}

std::vector<rdf::LiteralKind> Store::literal_kinds() const {
  std::vector<rdf::LiteralKind> kinds;
  for (std::uint32_t rank = 0; rank < parts_->kinds.size() / 2; ++rank)
    kinds.push_back(parts_->kind(rank));
  return kinds;
}

std::span<const GraphStatistics> Store::graphs() const noexcept {
  return parts_->graphs;
}

std::vector<rdf::Id> Store::named_graphs() const {
  std::vector<rdf::Id> named;
  named.reserve(parts_->graphs.size());
  for (const GraphStatistics& graph : parts_->graphs)
    if (graph.graph.defined()) named.push_back(graph.graph);
  return named;
}

std::span<const PredicateStatistics> Store::predicates() const noexcept {
  return parts_->predicates;
}

PredicateStatistics Store::predicate(rdf::Id predicate) const noexcept {
  const auto found =
      std::ranges::lower_bound(parts_->predicates, predicate, {}, &PredicateStatistics::predicate);
  if (found == parts_->predicates.end() || found->predicate != predicate) return {predicate};
  return *found;
}

std::vector<std::pair<rdf::Id, std::uint64_t>> Store::classes() const {
  std::vector<std::pair<rdf::Id, std::uint64_t>> classes;
  const auto type = find({rdf::TermKind::iri, rdf::rdf_type, {}, {}});
  if (!type) return classes;
  Cursor cursor = scan(rdf::Order::pos, {&*type, 1}, {}, {1});
  for (rdf::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (const rdf::Id id : std::span(rows.columns[1], rows.count)) {
      if (classes.empty() || classes.back().first != id) classes.emplace_back(id, 0);
      ++classes.back().second;
    }
  return classes;
}

std::optional<std::string_view> Store::metadata(std::string_view key) const {
  std::uint64_t low = 0;
  std::uint64_t high = parts_->metadata.size() / 2;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    const std::string_view found = parts_->metadata[2 * middle];
    if (found == key) return parts_->metadata[2 * middle + 1];
    if (found < key)
      low = middle + 1;
    else
      high = middle;
  }
  return std::nullopt;
}

std::vector<std::pair<std::string_view, std::string_view>> Store::metadata() const {
  std::vector<std::pair<std::string_view, std::string_view>> entries;
  for (std::uint64_t i = 0; i + 1 < parts_->metadata.size(); i += 2)
    entries.emplace_back(parts_->metadata[i], parts_->metadata[i + 1]);
  return entries;
}

std::optional<std::string_view> Store::base_iri() const {
  return metadata(base_key);
}

std::vector<std::pair<std::string_view, std::string_view>> Store::prefixes() const {
  auto entries = metadata();
  std::erase_if(entries, [](const auto& entry) { return !entry.first.starts_with(prefix_key); });
  for (auto& [name, iri] : entries) name.remove_prefix(prefix_key.size());
  return entries;
}

} // namespace tela::store
