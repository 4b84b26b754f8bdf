#pragma once

#include "server/answer.h"
#include "server/service.h"

#include <functional>
#include <string>
#include <string_view>

namespace tela::server {

/// Whether the same request on the same store always has the same answer.
enum class Repeatable : std::uint8_t { yes, no };

/// What an answer depends on: the version of the store, the address, the parameters in any order,
/// the body, and the form of the answer.
[[nodiscard]] std::string request_key(const Request& request, std::string_view store_version,
                                      std::string_view media_type);

/// Answers a request that can be repeated, as cheaply as it can be: 304 without evaluating when the
/// client has the answer (If-None-Match), from the cache when it was given before, else by `make`,
/// which calls start() with the head that it is given, write()s and does not finish(). What must
/// not be repeated is marked no-store and made each time. `fields` are of every such head, whether
/// the answer is made or kept; what make() adds is of that one answer.
void answer_once(const ServiceParts& parts, Answer& answer, Repeatable repeatable,
                 const std::string& store_version, const std::string& type,
                 const std::function<void(ResponseHead)>& make, const Parameters& fields = {});

/// Whether the text of a query may name something that differs from one evaluation to the next:
/// NOW, RAND, UUID, STRUUID, BNODE, SERVICE. Looks at words, so it errs on the side of yes.
[[nodiscard]] Repeatable repeatable(std::string_view query);

} // namespace tela::server
