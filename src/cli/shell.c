#include <ctype.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <editline/readline.h>

#include "cli/command.h"
#include "cli/complete.h"
#include "util/text.h"

/*
 * xenmi-shell: the commands of xenmi one after the other, over one session, with line editing
 */

#define SHELL_WORDS_MAX   256
#define SHELL_HISTORY_MAX 1000

/* What stays from line to line */
typedef struct Shell {
        Cli cli;
        char *name_space;
        bool is_done;
        char *history; /* path, or NULL */
} Shell;

/* libedit calls back without a context. */
static Shell *the_shell;

/* Candidates on their way to libedit, which takes them one by one */
typedef struct Candidates {
        char **list;
        size_t count;
        size_t room;
        size_t next;
} Candidates;

static Candidates candidates;

/*
 * Cuts a line into words in place: blanks part them; '…' is taken as it is; in "…" and outside of quotes a backslash takes the next
 * character as it is. Returns the number of words, or -1 for an open quote or too many words.
 */
static int split(char *line, char **words)
{
        char *in = line, *out = line;
        int n_words = 0;

        for (;;) {
                char quote = 0;

                while (ascii_is_space(*in))
                        in++;
                if (!*in)
                        return n_words;
                if (n_words == SHELL_WORDS_MAX)
                        return -1;
                words[n_words++] = out;
                for (; *in && (quote || !ascii_is_space(*in)); in++) {
                        if (quote ? *in == quote : *in == '\'' || *in == '"')
                                quote = quote ? 0 : *in;
                        else if (*in == '\\' && quote != '\'' && in[1])
                                *out++ = *++in;
                        else
                                *out++ = *in;
                }
                if (quote)
                        return -1;
                if (*in)
                        in++;
                *out++ = 0;
        }
}

static void keep_candidate(void *context, const char *candidate)
{
        if (candidates.count == candidates.room) {
                size_t room = candidates.room ? candidates.room * 2 : 32;
                char **list = reallocarray(candidates.list, room, sizeof(*list));

                if (!list)
                        return;
                candidates.list = list;
                candidates.room = room;
        }
        candidates.list[candidates.count] = strdup(candidate);
        if (candidates.list[candidates.count])
                candidates.count++;
}

static void collect(const char *text)
{
        static const char *const own[] = { "exit", "help", "use" };
        char *words[SHELL_WORDS_MAX];
        char *line = strndup(rl_line_buffer, (size_t)MAX(rl_point - (int)strlen(text), 0));
        const char *name_space = the_shell->cli.name_space;
        int n_words = line ? split(line, words) : -1;

        candidates.count = candidates.next = 0;
        if (n_words == 1 && strcmp(words[0], "use") == 0) {
                /* As the argument of --namespace */
                static char option[] = "--namespace";

                words[0] = option;
        }
        for (size_t i = 0; i < ARRAY_SIZE(own) && n_words == 0; i++)
                if (ascii_starts_with(own[i], text))
                        keep_candidate(NULL, own[i]);
        if (n_words >= 0)
                complete_line(&the_shell->cli, words, n_words, text, keep_candidate, NULL);
        the_shell->cli.name_space = name_space;
        free(line);
}

static char *next_candidate(const char *text, int state)
{
        if (state == 0)
                collect(text);
        /* libedit frees what it was given. */
        return candidates.next < candidates.count ? candidates.list[candidates.next++] : NULL;
}

static char **complete(const char *text, int start, int end)
{
        char **matches = rl_completion_matches(text, next_candidate);

        rl_attempted_completion_over = 1;
        /* name= goes on with a value */
        rl_completion_append_character = candidates.count == 1 && matches && matches[0] && matches[0][0] &&
                                                         matches[0][strlen(matches[0]) - 1] == '='
                                                 ? 0
                                                 : ' ';
        return matches;
}

static char *history_path(void)
{
        const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
        Buffer path = BUFFER_INIT;

        if (state && *state)
                buffer_printf(&path, "%s/xenmi_history", state);
        else if (home && *home)
                buffer_printf(&path, "%s/.xenmi_history", home);
        else
                return NULL;
        return buffer_steal(&path);
}

static int use(Shell *shell, int n_words, char **words)
{
        if (n_words > 2)
                return cli_usage(&shell->cli, "expected: use NAMESPACE");
        if (n_words == 2) {
                free(shell->name_space);
                shell->name_space = strdup(words[1]);
                shell->cli.name_space = shell->name_space;
        }
        printf("%s\n", cli_namespace(&shell->cli));
        return CLI_OK;
}

/* Options of one line last for that line only. */
static int run_command(Shell *shell, int n_words, char **words)
{
        const Cli before = shell->cli;
        OptionParser parser;
        const char *value;
        int status = CLI_USAGE;

        option_parser_init(&parser, &shell->cli, NULL, n_words, words);
        parser.in_order = true;
        if (option_next(&parser, &value) == 0 && parser.argc > 0) {
                /* A time-out is part of the operation options, which are made anew when it changes. */
                if (shell->cli.has_options && shell->cli.timeout != before.timeout) {
                        MI_OperationOptions_Delete(&shell->cli.options);
                        shell->cli.has_options = false;
                }
                status = command_dispatch(&shell->cli, commands, "xenmi", parser.argc, parser.argv);
        }
        if (shell->cli.has_options && shell->cli.timeout != before.timeout) {
                MI_OperationOptions_Delete(&shell->cli.options);
                shell->cli.has_options = false;
        }
        if (shell->cli.protocol != before.protocol)
                cli_deinit(&shell->cli);
        shell->cli.name_space = before.name_space;
        shell->cli.json = before.json;
        shell->cli.assume_yes = before.assume_yes;
        shell->cli.verbose = before.verbose;
        shell->cli.timeout = before.timeout;
        shell->cli.protocol = before.protocol;
        memcpy(shell->cli.command, before.command, sizeof(before.command));
        return status;
}

static void print_shell_help(void)
{
        puts("Commands:");
        command_print_list(commands);
        puts("  use            Change the namespace, or show it\n"
             "  help           Show this\n"
             "  exit           End the shell\n"
             "\n"
             "COMMAND --help tells more of one.");
}

static int run_line(Shell *shell, char *line)
{
        char *words[SHELL_WORDS_MAX];
        const int n_words = split(line, words);
        int status = CLI_OK;

        if (n_words < 0)
                status = cli_fail(&shell->cli, "a quote is open, or there are more than %d words", SHELL_WORDS_MAX);
        else if (n_words == 0 || words[0][0] == '#')
                return CLI_OK;
        else if (strcmp(words[0], "exit") == 0 || strcmp(words[0], "quit") == 0)
                shell->is_done = true;
        else if (strcmp(words[0], "help") == 0)
                print_shell_help();
        else if (strcmp(words[0], "use") == 0)
                status = use(shell, n_words, words);
        else if (strcmp(words[0], "shell") == 0)
                status = cli_usage(&shell->cli, "this is the shell already");
        else
                status = run_command(shell, n_words, words);
        return cli_finish_output(&shell->cli, status);
}

static void run_terminal(Shell *shell)
{
        rl_initialize();
        rl_readline_name = "xenmi";
        rl_attempted_completion_function = complete;
        /* '=' and '/' are parts of words here. */
        rl_basic_word_break_characters = " \t\n\"'";
        using_history();
        stifle_history(SHELL_HISTORY_MAX);
        if (shell->history)
                read_history(shell->history);

        while (!shell->is_done) {
                char prompt[256];
                char *line;

                snprintf(prompt, sizeof(prompt), "xenmi %.200s> ", cli_namespace(&shell->cli));
                line = readline(prompt);
                if (!line) {
                        putchar('\n');
                        break;
                }
                if (line[strspn(line, " \t")])
                        add_history(line);
                run_line(shell, line);
                free(line);
        }
        if (shell->history) {
                /* Values that were typed are nobody else's business. */
                const mode_t mask = umask(077);

                write_history(shell->history);
                umask(mask);
        }
}

/* A script: no prompt, no history. It goes on after a command that failed, and its status tells of it. */
static int run_script(Shell *shell)
{
        int status = CLI_OK;
        char *line = NULL;
        size_t room = 0;

        while (!shell->is_done && getline(&line, &room, stdin) >= 0)
                if (run_line(shell, line))
                        status = CLI_FAILED;
        free(line);
        return status;
}

int main(int argc, char **argv)
{
        Shell shell = { 0 };
        OptionParser parser;
        const char *value;
        int status = CLI_OK;

        signal(SIGPIPE, SIG_IGN);
        cli_init(&shell.cli);
        option_parser_init(&parser, &shell.cli, NULL, argc - 1, argv + 1);
        if (option_next(&parser, &value) != 0 || parser.argc > 0)
                return parser.argc > 0 ? cli_usage(&shell.cli, "the shell takes no arguments") : CLI_USAGE;
        the_shell = &shell;
        shell.history = history_path();
        if (isatty(STDIN_FILENO))
                run_terminal(&shell);
        else
                status = run_script(&shell);
        cli_deinit(&shell.cli);
        free(shell.history);
        free(shell.name_space);
        free(candidates.list);
        return status;
}
