#include <string.h>

#include "util/error.h"
#include "util/log.h"

int error_record(int r, const char *file, int line, const char *function)
{
        const char *name = strerrorname_np(-r);

        log_debug("%s:%d: %s: %s", file, line, function, name ? name : "unknown error");
        return r;
}
