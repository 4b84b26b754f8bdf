#pragma once

#include "gazetteer/links.h"

#include <string>
#include <utility>
#include <vector>

/// Small records and short answers for the tests of the room. The sentences are made up.
namespace tela::gazetteer::test {

using Codes = std::vector<std::string>;

/// An article made by hand: no offsets, so spans are unknown.
inline records::Record article(std::string language, std::string title, std::string body) {
  records::Record record;
  record.language = std::move(language);
  record.title.value = std::move(title);
  record.body.value = std::move(body);
  record.content = records::Article{};
  return record;
}

inline Links links_of(const records::Record& record) {
  return link_entities(record, Gazetteer::built_in());
}

inline Codes codes(const std::vector<StateLink>& links) {
  Codes result;
  for (const StateLink& link : links) result.push_back(link.state->iso2);
  return result;
}

inline Codes ids(const std::vector<BodyLink>& links) {
  Codes result;
  for (const BodyLink& link : links) result.push_back(link.body->id);
  return result;
}

/// The states that running text mentions.
inline Codes states(std::string language, std::string body) {
  return codes(links_of(article(std::move(language), "", std::move(body))).states);
}

/// The processes that running text mentions.
inline Codes processes(std::string language, std::string body) {
  return ids(links_of(article(std::move(language), "", std::move(body))).processes);
}

} // namespace tela::gazetteer::test
