#include "export/write_report.h"

namespace tela::export_ {

std::vector<std::string> losses(const WriteReport& report) {
  std::vector<std::string> lines;
  const auto say = [&](std::uint64_t count, const char* what) {
    if (count > 0) lines.push_back(std::to_string(count) + ' ' + what);
  };
  say(report.replaced_characters, "characters that the format cannot hold were replaced");
  say(report.left_out_numbers, "values that are no finite numbers were left out");
  say(report.inexact_integers,
      "integers beyond 2^53 are rounded by readers that know only doubles");
  say(report.rounded_weights, "weights have more than the 7 digits that Gephi keeps");
  say(report.guarded_cells, "cells got an apostrophe, so that spreadsheets do not compute them");
  say(report.nodes_without_place, "nodes have no place on a map");
  say(report.edges_without_place, "edges lack the place of an end");
  if (report.nodes > 0 && report.nodes_without_place == report.nodes)
    lines.emplace_back("the map is empty: it shows states; -f svg draws other networks");
  say(report.texts_of_several_lines,
      "texts have line breaks: give neo4j-admin --multiline-fields=true, LOAD CSV needs nothing");
  say(report.left_out_labels,
      "labels are left out: the picture has no room for them; take a greater --width or --label "
      "code");
  for (const auto& [old_name, name] : report.renamed_columns)
    lines.push_back("the column " + old_name + " is called " + name +
                    " here: another one differs from it in case only");
  for (const std::string& name : report.left_out_attributes)
    lines.push_back("the attribute " + name +
                    " was left out: there is no place for it in this file");
  return lines;
}

} // namespace tela::export_
