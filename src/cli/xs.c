#include "cli/xs.h"

const Command *const xs_commands[] = {
        &xs_read, &xs_write,   &xs_list,        &xs_tree,  &xs_remove, &xs_exists, &xs_mkdir, &xs_chmod,
        &xs_dump, &xs_restore, &xs_transaction, &xs_watch, &xs_wait,   &xs_domain, NULL,
};

const Command command_xs = {
        .name = "xs",
        .usage = "COMMAND [ARGUMENT...]",
        .summary = "Read, write and watch xenstore",
        .help = "Paths are absolute (/tool/xenstored) or begin at the domain's home (data/x). Values are shown as "
                "xenstore-read shows\n"
                "them: a backslash as \\\\, a new line as \\n, other octets that are not text as \\xHH; `write' "
                "understands the same.",
        .subcommands = xs_commands,
};
