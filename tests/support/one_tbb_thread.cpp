// Part of every test program under the thread sanitizer, and only there. Debian's TBB is not built for it, so
// that it sees no order between the tasks of two TBB threads and reports races that are none. With one thread
// TBB runs tasks where they are asked for, and what is watched are the threads of the product itself: the
// server's workers, writers in one commit, readers beside writers. That answers are the same on 1, 2 and 4
// TBB threads other tests say.
#include <tbb/global_control.h>

namespace {

const tbb::global_control kOneThread(tbb::global_control::max_allowed_parallelism, 1);

}  // namespace
