#include "importer/part_set.h"

#include "importer/source_list.h"

#include <algorithm>
#include <set>

namespace tela::importer {

namespace {

SourceReport fault(const std::string& path, const std::string& message, const std::string& advice) {
  SourceReport report;
  report.path = path;
  report.errors.emplace_back(base::Failure::input, base::Place{path}, message, advice);
  return report;
}

std::string name_of(const Share& share) {
  return "part " + std::to_string(share.part) + " of " + std::to_string(share.of);
}

/// Where each part of one list stands; those that are nowhere have no entry.
using Places = std::map<std::size_t, std::vector<std::string>>;

void add_missing(const Places& places, std::size_t of, std::vector<SourceReport>& faults) {
  constexpr std::size_t shown = 1000; // the number is what a file says
  for (std::size_t part = 1; part <= of && faults.size() < shown; ++part)
    if (!places.contains(part))
      faults.push_back(fault(places.begin()->second.front(),
                             name_of({part, of}) + " is missing beside it",
                             "name it, too; if it failed, make it again with --part " +
                                 std::to_string(part) + '/' + std::to_string(of)));
  for (const auto& [part, paths] : places)
    if (paths.size() > 1)
      faults.push_back(fault(paths[1], name_of({part, of}) + " stands in " + paths[0] + ", too",
                             "name one of them"));
}

void add_shared_names(const std::map<std::string, PartContents>& parts,
                      std::vector<SourceReport>& faults) {
  std::map<std::string_view, std::string_view> paths;
  for (const auto& [file, contents] : parts)
    for (const SourceReport& source : contents.sources)
      if (const auto [first, is_new] = paths.emplace(source.name, source.path);
          !is_new && first->second != source.path)
        faults.push_back(fault(file, source.path + " has the name of " + std::string(first->second),
                               "read both as parts of one list, with --part"));
}

} // namespace

std::vector<SourceReport> PartSet::add(const std::filesystem::path& path,
                                       std::string_view settings) {
  SourceReport part;
  part.path = path.string();
  PartContents contents;
  attempt(part, [&] { contents = check_part(path); });
  if (!part.errors.empty()) return {part};
  if (contents.head.settings != settings)
    return {fault(part.path, "was read in another way than this build reads",
                  "use one program and one --base-iri for all parts and the build (" +
                      contents.head.settings + ")")};
  const auto& stored = parts_.insert_or_assign(part.path, std::move(contents)).first->second;
  std::vector<SourceReport> sources = stored.sources;
  for (SourceReport& source : sources) source.part = part.path;
  return sources;
}

std::vector<SourceReport> PartSet::faults(std::span<const std::string> wanted) const {
  std::vector<SourceReport> faults;
  std::map<std::pair<std::string, std::size_t>, Places> lists;
  std::set<std::string, std::less<>> read;
  for (const auto& [path, contents] : parts_) {
    const PartHead& head = contents.head;
    if (!contents.sources.empty() || head.share.of > 1) // there may be many lists of nothing
      lists[{head.list, head.share.of}][head.share.part].push_back(path);
    for (const SourceReport& source : contents.sources) read.insert(source.path);
  }
  for (const auto& [list, places] : lists) add_missing(places, list.second, faults);
  add_shared_names(parts_, faults);
  for (const std::string& path : wanted)
    if (!read.contains(path))
      faults.push_back(fault(path, "no part has read it", "read it with tela extract -f nquads"));
  return faults;
}

} // namespace tela::importer
