#include "sparql/optimiser/join_cost.h"

#include <algorithm>
#include <cmath>

namespace tela::sparql::optimiser {

namespace {

double per_key(double rows, double keys) {
  return rows / std::max(1.0, keys);
}

/// What a side costs when the other side has `keys` different keys and may let it skip.
double skipping(const Costs& costs, double keys) {
  if (costs.seek >= Costs::cannot_skip) return costs.total;
  return std::min(costs.total, costs.startup + keys * costs.seek);
}

/// Output rows for each row of `side`.
double fan_out(const JoinSide& side, double rows) {
  return rows / std::max(1.0, side.rows);
}

constexpr double block_rows = 1024; ///< of an index

} // namespace

Costs scan_cost(double rows, double keys) {
  const double found = std::max(per_key(rows, keys), std::min(rows, block_rows));
  return {seek_cost + rows * scan_row_cost, seek_cost, seek_cost + found * scan_row_cost, found};
}

Costs merge_cost(const JoinSide& left, const JoinSide& right, double rows, JoinKind kind) {
  const bool left_skips = kind == JoinKind::inner || kind == JoinKind::semi;
  const double left_total = left_skips ? skipping(left.costs, right.keys) : left.costs.total;
  const double right_total = skipping(right.costs, left.keys);
  const double work =
      (std::min(left.rows, right.rows) * 2 +
       std::min(std::max(left.rows, right.rows), 20 * std::min(left.rows, right.rows))) *
      merge_row_cost;
  Costs result;
  result.startup = left.costs.startup + right.costs.startup;
  result.total = left_total + right_total + work + rows * emit_row_cost;
  if (left.costs.seek < Costs::cannot_skip && right.costs.seek < Costs::cannot_skip) {
    result.seek_rows = left.costs.seek_rows * fan_out(left, rows);
    result.seek = left.costs.seek + right.costs.seek + result.seek_rows * emit_row_cost +
                  (left.costs.seek_rows + right.costs.seek_rows) * merge_row_cost;
  }
  return result;
}

Costs hash_cost(const JoinSide& left, const JoinSide& right, double rows) {
  const double build = right.costs.total + right.rows * build_row_cost;
  Costs result;
  result.startup = build + left.costs.startup;
  result.total = build + left.costs.total + left.rows * probe_row_cost + rows * emit_row_cost;
  if (left.costs.seek < Costs::cannot_skip) {
    result.seek_rows = left.costs.seek_rows * fan_out(left, rows);
    result.seek =
        left.costs.seek + left.costs.seek_rows * probe_row_cost + result.seek_rows * emit_row_cost;
  }
  return result;
}

Costs lookup_cost(const JoinSide& left, double right_rows, double rows) {
  // Keys are sought in order, batch by batch: many keys make it a scan.
  const double seeks =
      std::min(left.keys * seek_cost, right_rows * scan_row_cost * std::max(1.0, left.rows / 4096));
  Costs result;
  result.startup = left.costs.startup + seek_cost;
  result.total = left.costs.total + seeks + left.rows * build_row_cost + rows * emit_row_cost;
  if (left.costs.seek < Costs::cannot_skip) {
    result.seek_rows = left.costs.seek_rows * fan_out(left, rows);
    result.seek =
        left.costs.seek + left.costs.seek_rows * seek_cost + result.seek_rows * emit_row_cost;
  }
  return result;
}

Costs sort_cost(const Costs& input, double rows) {
  const double total = input.total + rows * (10 + 3 * std::log2(std::max(2.0, rows)));
  return {total, total, Costs::cannot_skip};
}

Costs row_cost(const Costs& input, double rows, double each) {
  Costs result = input;
  result.total += rows * each;
  result.startup += each;
  if (result.seek < Costs::cannot_skip) result.seek += result.seek_rows * each;
  return result;
}

} // namespace tela::sparql::optimiser
