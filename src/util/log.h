#pragma once

/*
 * The log: one line an event, to the journal (when stderr is the journal's) or to stderr
 *
 * Lines carry a level prefix that systemd understands ("<6>") when the journal reads them, and "program: level: " for
 * people. Control characters are escaped, so that data cannot forge a line. Thread-safe; a line is one write().
 */

#include <stddef.h>

#include "util/macro.h"

typedef enum LogLevel {
        LOG_LEVEL_ERROR = 3,
        LOG_LEVEL_WARNING = 4,
        LOG_LEVEL_NOTICE = 5,
        LOG_LEVEL_INFO = 6,
        LOG_LEVEL_DEBUG = 7,
} LogLevel;

/* `program` is kept, not copied. Default level: LOG_LEVEL_NOTICE, or what XENMI_LOG says (error, warning, notice, info, debug). */
void log_init(const char *program);
void log_set_level(LogLevel level);
LogLevel log_level(void);
/* 0, or -EINVAL if `name` is not a level */
int log_level_parse(LogLevel *levelp, const char *name);

/* From here on the log goes to a duplicate of stderr: code that closes or redirects descriptor 2 does not silence it. */
void log_keep_stream(void);

void log_write(LogLevel level, const char *format, ...) _printf_(2, 3);

/* The text as it is. Async-signal-safe. */
void log_write_raw(const char *text, size_t size);

/*
 * The audit line of one operation that changes something, or of a refusal: `who` did `what` to `object` with `result`.
 * Written at level notice as  audit: uid=0 pid=12 op=invoke object="root/wmi:…" result=0 ("…")
 */
void log_audit(const char *who, const char *what, const char *object, unsigned int result, const char *message);

#define log_error(...)   log_write(LOG_LEVEL_ERROR, __VA_ARGS__)
#define log_warning(...) log_write(LOG_LEVEL_WARNING, __VA_ARGS__)
#define log_notice(...)  log_write(LOG_LEVEL_NOTICE, __VA_ARGS__)
#define log_info(...)    log_write(LOG_LEVEL_INFO, __VA_ARGS__)
#define log_debug(...)                                           \
        do {                                                     \
                if (unlikely(log_level() >= LOG_LEVEL_DEBUG))    \
                        log_write(LOG_LEVEL_DEBUG, __VA_ARGS__); \
        } while (false)
