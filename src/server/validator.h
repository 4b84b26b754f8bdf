#pragma once

#include "server/answer.h"
#include "server/service.h"

#include <functional>
#include <string>
#include <string_view>

namespace tela::server {

/// Whether the same request on the same store always has the same answer.
enum class Repeatable : std::uint8_t {
  yes,
  cheaply, ///< and to make it takes no longer than to find it: it is not kept
  no
};

/// What an answer depends on: the version of the store, the address, the parameters in any order,
/// the body, and the form of the answer: what it has for a validator, what Accept says of it for
/// the cache.
[[nodiscard]] std::string request_key(const Request& request, std::string_view store_version,
                                      std::string_view form);

/// What answer_once() gave to the same request on the same store, when it is still in memory; else
/// null. Nothing is parsed for it.
[[nodiscard]] std::shared_ptr<const CachedAnswer>
answer_given_before(ResultCache& cache, const Request& request, std::string_view store_version);
/// Gives it once more, or 304 when the client has it (If-None-Match).
void give_again(Metrics& metrics, Answer& answer, const CachedAnswer& given);

/// Answers a request that can be repeated, as cheaply as it can be: 304 without evaluating when the
/// client has the answer (If-None-Match), else by `make`, which calls start() with the head that it
/// is given, write()s and does not finish(). The answer is kept, so that the service gives it again
/// before any handler is called. What must not be repeated is marked no-store and made each time.
void answer_once(const ServiceParts& parts, Answer& answer, Repeatable repeatable,
                 const std::string& store_version, const std::string& type,
                 const std::function<void(ResponseHead)>& make);

/// Whether the text of a query may name something that differs from one evaluation to the next:
/// NOW, RAND, UUID, STRUUID, BNODE, SERVICE. Looks at words, so it errs on the side of yes.
[[nodiscard]] Repeatable repeatable(std::string_view query);

} // namespace tela::server
