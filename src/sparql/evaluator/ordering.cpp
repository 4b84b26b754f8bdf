#include "sparql/evaluator/ordering.h"

#include "rdf/inline_value.h"
#include "sparql/evaluator/compare.h"

#include <cmath>
#include <limits>

namespace tela::sparql::evaluator {

using rdf::Id;
using rdf::IdTag;
using rdf::TermKind;
using rdf::TermView;

namespace {

template<class T>
int three_way(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

/// NaN before all other numbers.
double rough_number(const rdf::Numeric& number) {
  const double value = rdf::to_double(number);
  return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
}

bool is_nan(const rdf::Numeric& number) {
  return std::isnan(rdf::to_double(number));
}

} // namespace

SortKey::SortKey(Id id, Frame& frame) : id_(id) {
  switch (id.tag()) {
  case IdTag::undefined:
    return;
  case IdTag::blank:
    rank_ = Rank::blank;
    break;
  case IdTag::iri:
    rank_ = Rank::iri;
    break;
  case IdTag::integer:
    rank_ = Rank::number;
    rough_ = static_cast<double>(rdf::integer_value(id));
    return;
  case IdTag::decimal:
    rank_ = Rank::number;
    rough_ = static_cast<double>(rdf::decimal_value(id).mantissa) /
             std::pow(10.0, rdf::decimal_value(id).scale);
    return;
  case IdTag::boolean:
    rank_ = Rank::boolean;
    break;
  case IdTag::date:
  case IdTag::date_time:
    rank_ = Rank::time;
    rough_ = static_cast<double>(rdf::time_line_milliseconds(id));
    return;
  case IdTag::computed:
  case IdTag::double_:
  case IdTag::literal:
    rank_literal(frame);
    return;
  }
  by_id_ = true;
}

void SortKey::rank_literal(Frame& frame) {
  const TermView term = frame.scratch.term(id_);
  if (term.kind != TermKind::literal) {
    rank_ = term.kind == TermKind::iri ? Rank::iri : Rank::blank;
    by_id_ = rank_ == Rank::blank;
  } else if (const auto number = to_number(id_, frame)) {
    rank_ = Rank::number;
    rough_ = rough_number(*number);
  } else if (to_boolean(id_, frame)) {
    rank_ = Rank::boolean;
  } else if (const auto time = to_date_time(id_, frame)) {
    rank_ = Rank::time;
    const rdf::Instant instant = rdf::instant(*time);
    const std::int64_t milliseconds = instant.attoseconds / 1'000'000'000'000'000;
    rough_ = static_cast<double>(instant.seconds) * 1000 + static_cast<double>(milliseconds);
  } else if (const auto duration = to_duration(id_, frame)) {
    rank_ = Rank::duration; // a month counts as a twelfth of a year of 365.2425 days
    rough_ = static_cast<double>(duration->months) * 2'629'746 +
             static_cast<double>(duration->seconds) +
             static_cast<double>(duration->attoseconds) / 1e18;
  } else {
    rank_ = Rank::other;
    by_id_ = id_.tag() == IdTag::literal; // a dictionary keeps its literals in this very order
  }
}

int SortKey::compare(const SortKey& a, const SortKey& b, Frame& frame) {
  if (a.rank_ != b.rank_) return three_way(a.rank_, b.rank_);
  if (a.id_ == b.id_) return 0;
  if (a.by_id_ && b.by_id_) return three_way(a.id_, b.id_);
  if (a.rough_ != b.rough_) return three_way(a.rough_, b.rough_);
  return compare_exactly(a, b, frame);
}

int SortKey::compare_exactly(const SortKey& a, const SortKey& b, Frame& frame) {
  switch (a.rank_) {
  case Rank::number: {
    const rdf::Numeric x = *to_number(a.id_, frame);
    const rdf::Numeric y = *to_number(b.id_, frame);
    if (is_nan(x) != is_nan(y)) return is_nan(x) ? -1 : 1;
    // As decimals: the promotions of "=" would make a <= b <= c <= a possible.
    const auto left = rdf::to_decimal(x);
    const auto right = rdf::to_decimal(y);
    return left && right ? three_way(*left, *right) : 0;
  }
  case Rank::boolean:
    return three_way(*to_boolean(a.id_, frame), *to_boolean(b.id_, frame));
  case Rank::time: {
    const auto x = to_date_time(a.id_, frame);
    const auto y = to_date_time(b.id_, frame);
    if (const int order = three_way(rdf::instant(*x), rdf::instant(*y)); order != 0) return order;
    return three_way(x->kind, y->kind);
  }
  default:
    break;
  }
  return three_way(to_term(a.id_, frame), to_term(b.id_, frame));
}

} // namespace tela::sparql::evaluator
