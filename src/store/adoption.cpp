#include "store/adoption.h"

#include "rdf/order.h"
#include "store/bytes.h"

#include <algorithm>
#include <utility>

namespace tela::store {

namespace {

constexpr std::array class_tags{rdf::IdTag::blank, rdf::IdTag::iri, rdf::IdTag::literal};
constexpr std::size_t literal_class = 2;

// Values that the old store's bytes are an index of.
template<class Values>
auto& at(Values& values, std::uint64_t i) {
  if (i >= values.size()) fail_damaged("an id is not in the dictionary");
  return values[i];
}

std::size_t column_of_subject(rdf::Order order) {
  const auto positions = rdf::positions(order);
  return static_cast<std::size_t>(std::ranges::find(positions, 0) - positions.begin());
}

// The class of a term of the dictionaries; others are not below class_tags.size().
std::size_t class_of(rdf::Id id) {
  return static_cast<std::size_t>(id.tag()) - static_cast<std::size_t>(class_tags[0]);
}

} // namespace

/// The used terms of one class.
class Adoption::Terms final : public TermSource {
 public:
  Terms(const Dictionary& dictionary, rdf::IdTag tag, Renumbering& numbers,
        const KindRanks& kind_ranks)
      : dictionary_(dictionary), walker_(dictionary), tag_(tag), numbers_(numbers),
        kind_ranks_(kind_ranks) {}

  bool next() override {
    current_ = numbers_.next_used(next_);
    if (current_ == numbers_.size()) {
      numbers_.finish();
      return false;
    }
    key_.text = walker_.string(current_);
    if (tag_ == rdf::IdTag::literal) key_.kind = at(kind_ranks_, dictionary_.kind(current_));
    next_ = current_ + 1;
    return true;
  }

  void take_index(std::uint64_t index) override { numbers_.assign(current_, index); }

 private:
  const Dictionary& dictionary_;
  Dictionary::Walker walker_;
  rdf::IdTag tag_;
  Renumbering& numbers_;
  const KindRanks& kind_ranks_;
  std::uint64_t current_ = 0, next_ = 0;
};

/// The kept rows of one order, block by block.
class Adoption::OrderedRows final : public RowSource {
 public:
  OrderedRows(const Adoption& adoption, rdf::Order order)
      : adoption_(adoption), subject_column_(column_of_subject(order)),
        cursor_(adoption.old_.scan(order, {}, {rdf::GraphSelection::Kind::each, {}})) {}

  std::size_t read(BlockBuffer& rows) override {
    for (rdf::Rows old = cursor_.next(); old.count != 0; old = cursor_.next())
      if (const std::size_t kept = choose(old); kept != 0) {
        for (std::size_t column = 0; column <= graph_column; ++column)
          translate(old.columns[column], kept, rows.column(column));
        return kept;
      }
    adoption_.old_.give_back_pages();
    return 0;
  }

 private:
  std::size_t choose(const rdf::Rows& rows) {
    const rdf::Id* subjects = rows.columns[subject_column_];
    const rdf::Id* graphs = rows.columns[graph_column];
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.count; ++i) {
      chosen_[kept] = static_cast<std::uint16_t>(i);
      if (!adoption_.left_out_.contains(subjects[i], graphs[i])) ++kept;
    }
    return kept;
  }

  // Neighbours are often equal.
  void translate(const rdf::Id* from, std::size_t count, rdf::Id* to) const {
    rdf::Id old, translated;
    for (std::size_t i = 0; i < count; ++i) {
      if (const rdf::Id id = from[chosen_[i]]; id != old) {
        old = id;
        translated = adoption_.new_id(id);
      }
      to[i] = translated;
    }
  }

  const Adoption& adoption_;
  std::size_t subject_column_;
  Cursor cursor_;
  std::array<std::uint16_t, block_rows> chosen_{}; // places in a block
};

Adoption::Adoption(const Store& old, LeftOut left_out)
    : old_(old),
      left_out_(std::move(left_out)), numbers_{Renumbering(old.dictionary(class_tags[0]).size()),
                                               Renumbering(old.dictionary(class_tags[1]).size()),
                                               Renumbering(old.dictionary(class_tags[2]).size())},
      kinds_used_(old.literal_kinds().size()) {
  mark_used();
}

void Adoption::mark_used() {
  Cursor cursor = old_.scan(rdf::Order::spo, {}, {rdf::GraphSelection::Kind::each, {}});
  for (rdf::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) {
      const std::array quad{rows.columns[0][i], rows.columns[1][i], rows.columns[2][i],
                            rows.columns[3][i]};
      if (left_out_.contains(quad[0], quad[3])) continue;
      ++quad_count_;
      for (const rdf::Id id : quad) mark(id);
    }
  const Dictionary& literals = old_.dictionary(rdf::IdTag::literal);
  const Renumbering& used = numbers_[literal_class];
  for (auto i = used.next_used(0); i < used.size(); i = used.next_used(i + 1))
    at(kinds_used_, literals.kind(i)) = 1;
  old_.give_back_pages();
}

void Adoption::mark(rdf::Id id) {
  if (const std::size_t i = class_of(id); i < numbers_.size()) numbers_[i].use(id.payload());
}

std::vector<KindName> Adoption::kinds() const {
  std::vector<KindName> used;
  const auto all = old_.literal_kinds();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (kinds_used_[i] != 0)
      used.push_back({std::string(all[i].datatype), std::string(all[i].language)});
  return used;
}

void Adoption::set_kinds(const std::vector<KindName>& kinds) {
  kind_ranks_.clear();
  for (const auto& [datatype, language] : old_.literal_kinds()) {
    const KindName name{std::string(datatype), std::string(language)};
    kind_ranks_.push_back(
        static_cast<std::uint32_t>(std::ranges::lower_bound(kinds, name) - kinds.begin()));
  }
}

std::unique_ptr<TermSource> Adoption::terms(std::size_t term_class) {
  const rdf::IdTag tag = class_tags[term_class];
  return std::make_unique<Terms>(old_.dictionary(tag), tag, numbers_[term_class], kind_ranks_);
}

std::unique_ptr<RowSource> Adoption::rows(rdf::Order order) const {
  return std::make_unique<OrderedRows>(*this, order);
}

} // namespace tela::store
