#pragma once

/*
 * xenmi: what its commands share
 *
 * A command is a row of the table in command.h. It gets a Cli with the global options and its own arguments, talks to the server
 * through the public MI API only, writes its answer to stdout, and says what went wrong with the functions here, on stderr, as what,
 * where and what to do.
 */

#include <MI.h>
#include <stdbool.h>
#include <stddef.h>

#include "util/buffer.h"
#include "util/macro.h"

/* Exit status of the program, and what commands return */
enum {
        CLI_OK = 0,
        CLI_FAILED = 1, /* the operation failed */
        CLI_USAGE = 2,  /* the command line is wrong */
};

#define CLI_NAMESPACE          "root/cimv2"
#define CLI_XENSTORE_NAMESPACE "root/wmi"

/* Bounds on what one command line may ask for */
#define CLI_TIMEOUT_MAX 1000000 /* seconds */

typedef struct Cli {
        const char *name_space; /* of --namespace, or NULL */
        bool json;
        bool assume_yes; /* answer prompts of providers with yes */
        bool verbose;
        bool is_quiet;        /* no messages: completion must not talk into the line being typed */
        double timeout;       /* seconds, 0: none */
        char command[96];     /* "xenmi COMMAND", for messages */
        const char *protocol; /* of the session; NULL: the local server */
        bool has_application;
        bool has_session;
        bool has_options;
        MI_Application application;
        MI_Session session;
        MI_OperationOptions options;
        MI_OperationCallbacks callbacks;
} Cli;

void cli_init(Cli *cli);
void cli_deinit(Cli *cli);

const char *cli_namespace(const Cli *cli);          /* --namespace, or root/cimv2 */
const char *cli_xenstore_namespace(const Cli *cli); /* --namespace, or root/wmi */

/* Makes application, session and operation options on first use. CLI_OK, or CLI_FAILED after having told why. */
int cli_connect(Cli *cli);

/* Messages on stderr: "xenmi COMMAND: text"; usage errors add where to read on. They return the exit status. */
int cli_fail(const Cli *cli, const char *format, ...) _printf_(2, 3);
int cli_usage(const Cli *cli, const char *format, ...) _printf_(2, 3);
int cli_no_memory(const Cli *cli);

/* A refused operation: `where` is the object that it was about. Prints message, result code and a hint. */
int cli_refused(const Cli *cli, const char *where, MI_Result result, const char *message, const MI_Instance *details);

int cli_no_property(const Cli *cli, const char *class_name, const char *name);

/* Called for each instance of an answer; anything but CLI_OK ends it. */
typedef int (*InstanceFunction)(void *context, const MI_Instance *instance);

/* Pulls the whole answer of a synchronous operation and closes it. `where` names the object in messages; *countp may be NULL. */
int cli_each(Cli *cli, MI_Operation *operation, const char *where, InstanceFunction function, void *context,
             size_t *countp);

/* The class, the caller's to delete; the namespace may be NULL for the command's own. */
int cli_get_class(Cli *cli, const char *name_space, const char *class_name, MI_Class **classp);

/* To stdout, for cli_finish_output() to see whether it got there */
void cli_print(const Buffer *buffer);

/* stdout could not be written to (a closed pipe, a full disk) */
int cli_finish_output(const Cli *cli, int status);
