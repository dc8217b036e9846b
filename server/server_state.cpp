#include "server/server_state.hpp"

#include "server/http/request_id.hpp"

namespace talentmatch {

ServerState::ServerState(const Limits& given, std::filesystem::path spool_folder,
                         std::span<const Route> routes, std::size_t threads, bool local_only,
                         std::shared_ptr<const TlsContext> tls_context, const RequestLogOptions& log_options)
    : limits(given),
      spool(std::move(spool_folder)),
      router(routes),
      local(local_only),
      secure(tls_context != nullptr),
      tls(std::move(tls_context)),
      log(log_options),
      nonce(boot_nonce()),
      metrics(threads, routes.size()),
      batches(threads, limits.in_flight),
      transfers(limits.transfers, limits.waiting_transfers) {}

}  // namespace talentmatch
