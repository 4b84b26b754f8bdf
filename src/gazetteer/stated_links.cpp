#include "gazetteer/stated_links.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tela::gazetteer {

namespace {

Evidence stated_evidence(const records::Text& text) {
  return {text.span, text.value, "stated", 1};
}

class StatedLinker {
 public:
  StatedLinker(const Gazetteer& gazetteer, Links& links) : gazetteer_(gazetteer), links_(links) {}

  void states(const std::vector<records::StateLink>& stated) {
    const auto states = [&](records::StateRole role) {
      std::vector<StateLink> found;
      for (const records::StateLink& link : stated)
        if (link.role == role) add(found, link.iso, stated_evidence(link.name));
      return found;
    };
    replace(links_.beneficiaries, states(records::StateRole::beneficiary));
    replace(links_.other_countries, states(records::StateRole::other_country));
    auto mentioned = states(records::StateRole::mention);
    const auto territories =
        std::stable_partition(mentioned.begin(), mentioned.end(),
                              [](const StateLink& link) { return !link.state->territory(); });
    replace(links_.territories, {territories, mentioned.end()});
    mentioned.erase(territories, mentioned.end());
    replace(links_.states, std::move(mentioned));
  }

  void processes(const std::vector<records::ProcessLink>& stated) {
    std::vector<BodyLink> processes, organisations;
    for (const records::ProcessLink& link : stated)
      if (const Body* body = find_body(link.id))
        (body->process() ? processes : organisations).push_back({body, stated_evidence(link.name)});
    replace(links_.processes, std::move(processes));
    replace(links_.organisations, std::move(organisations));
  }

  void events(const std::vector<records::EventLink>& stated) {
    std::vector<Event> events;
    for (const records::EventLink& link : stated) events.push_back(event(link));
    replace(links_.events, std::move(events));
  }

  void memberships(const records::MembershipList& list) {
    for (const records::MembershipTerm& term : list.terms)
      if (const State* state = find_state(term.iso)) links_.memberships.push_back({state, term});
  }

 private:
  template<class Link>
  static void replace(std::vector<Link>& found, std::vector<Link> stated) {
    if (!stated.empty()) found = std::move(stated);
  }

  void add(std::vector<StateLink>& links, const std::string& iso, const Evidence& evidence) {
    if (const State* state = find_state(iso)) links.push_back({state, evidence});
  }

  const State* find_state(const std::string& iso) {
    const State* state = iso.empty() ? nullptr : gazetteer_.state_of_code(iso);
    if (state == nullptr && !iso.empty()) warn("the code “" + iso + "” is no known state");
    return state;
  }

  const Body* find_body(const std::string& id) {
    const Body* body = id.empty() ? nullptr : gazetteer_.body(id);
    if (body == nullptr && !id.empty()) warn("“" + id + "” is no known process");
    return body;
  }

  Event event(const records::EventLink& link) {
    const Evidence unread = stated_evidence({});
    Event event;
    event.process = find_body(link.process);
    event.process_evidence = unread;
    if (link.edition != 0) event.edition = static_cast<int>(link.edition);
    event.edition_evidence = unread;
    event.place = link.place.value;
    event.place_evidence = stated_evidence(link.place);
    event.dates = link.dates.value;
    event.dates_evidence = stated_evidence(link.dates);
    std::vector<StateLink> host;
    add(host, link.country, unread);
    if (!host.empty()) event.country = host.front();
    event.start = link.start.value;
    event.end = link.end.value;
    for (const std::string& iso : link.chairs) add(event.chairs, iso, unread);
    for (const std::string& iso : link.participants) add(event.participants, iso, unread);
    for (const std::string& iso : link.observers) add(event.observers, iso, unread);
    return event;
  }

  void warn(std::string message) {
    links_.warnings.push_back({"unknown-code", std::move(message), {}});
  }

  const Gazetteer& gazetteer_;
  Links& links_;
};

} // namespace

void apply_stated_links(const records::Record& record, const Gazetteer& gazetteer, Links& links) {
  const records::StatedLinks& stated = record.links;
  StatedLinker linker(gazetteer, links);
  linker.states(stated.states);
  linker.processes(stated.processes);
  linker.events(stated.events);
  if (const auto* list = record.membership_list()) linker.memberships(*list);
}

} // namespace tela::gazetteer
