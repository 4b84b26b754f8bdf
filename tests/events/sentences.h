#pragma once

#include "events/link.h"

#include <string>
#include <utility>
#include <vector>

/// Small records and short answers for the tests of the room. The sentences are made up.
namespace tela::events::test {

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

inline gazetteer::Links links_of(const records::Record& record) {
  return link(record, gazetteer::Gazetteer::built_in());
}

inline Codes codes(const std::vector<gazetteer::StateLink>& links) {
  Codes result;
  for (const gazetteer::StateLink& link : links) result.push_back(link.state->iso2);
  return result;
}

inline Codes ids(const std::vector<gazetteer::BodyLink>& links) {
  Codes result;
  for (const gazetteer::BodyLink& link : links) result.push_back(link.body->id);
  return result;
}

/// The one meeting of an article; a meeting of nothing when there is none.
inline gazetteer::Event meeting(std::string language, std::string title, std::string body) {
  auto events = links_of(article(std::move(language), std::move(title), std::move(body))).events;
  return events.empty() ? gazetteer::Event{} : std::move(events.front());
}

inline std::string country(const gazetteer::Event& event) {
  return event.country ? event.country->state->iso2 : "";
}

} // namespace tela::events::test
