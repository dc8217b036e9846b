#include "server/server_state.hpp"

namespace talentmatch {

ServerState::ServerState(const Limits& given, std::filesystem::path spool_folder,
                         std::span<const Route> routes, std::size_t threads, bool local_only,
                         const TlsContext* tls_context)
    : limits(given),
      spool(std::move(spool_folder)),
      router(routes),
      local(local_only),
      tls(tls_context),
      metrics(threads, routes.size()),
      batches(threads, limits.in_flight),
      transfers(limits.transfers, limits.waiting_transfers) {}

}  // namespace talentmatch
