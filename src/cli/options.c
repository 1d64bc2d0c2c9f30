#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "util/number.h"

const Option global_options[] = {
        { OPTION_NAMESPACE, "namespace", "NS",
          "namespace of the classes (default root/cimv2; xs, sessions: root/wmi)" },
        { OPTION_JSON, "json", NULL, "answer in JSON" },
        { OPTION_TIMEOUT, "timeout", "SECONDS", "give up after that time" },
        { OPTION_YES, "yes", NULL, "answer yes to what a provider asks" },
        { OPTION_VERBOSE, "verbose", NULL, "show the verbose messages of providers" },
        { 'h', "help", NULL, "show help, also behind each command" },
        { 0 },
};

void option_parser_init(OptionParser *parser, Cli *cli, const Option *options, int argc, char **argv)
{
        *parser = (OptionParser){ .cli = cli, .options = options, .argc = argc, .argv = argv };
}

static const Option *find_long(const Option *options, const char *name, size_t length)
{
        for (; options && options->id; options++)
                if (strlen(options->name) == length && strncmp(options->name, name, length) == 0)
                        return options;
        return NULL;
}

static const Option *find_short(const Option *options, char letter)
{
        for (; options && options->id; options++)
                if (options->id == letter)
                        return options;
        return NULL;
}

static int take_value(OptionParser *parser, const Option *option, const char **valuep)
{
        if (parser->next >= parser->argc) {
                cli_usage(parser->cli, "--%s needs %s", option->name, option->argument);
                return -1;
        }
        *valuep = parser->argv[parser->next++];
        return 0;
}

/* -x, -xVALUE, -xyz */
static const Option *parse_short(OptionParser *parser, const char **valuep)
{
        const char letter = *parser->rest++;
        const Option *option = find_short(parser->options, letter);

        if (!option)
                option = find_short(global_options, letter);
        if (!option) {
                cli_usage(parser->cli, "unknown option -%c", letter);
                return NULL;
        }
        if (!option->argument) {
                if (!*parser->rest)
                        parser->rest = NULL;
                return option;
        }
        *valuep = parser->rest;
        if (!**valuep && take_value(parser, option, valuep) < 0)
                return NULL;
        parser->rest = NULL;
        return option;
}

static const Option *parse_long(OptionParser *parser, const char *word, const char **valuep)
{
        const size_t length = strcspn(word, "=");
        const Option *option = find_long(parser->options, word, length);

        if (!option)
                option = find_long(global_options, word, length);
        if (!option) {
                cli_usage(parser->cli, "unknown option --%.*s", (int)length, word);
                return NULL;
        }
        if (word[length] && !option->argument) {
                cli_usage(parser->cli, "--%s takes no value", option->name);
                return NULL;
        }
        if (word[length])
                *valuep = word + length + 1;
        else if (option->argument && take_value(parser, option, valuep) < 0)
                return NULL;
        return option;
}

/* 1: it was a global option; 0: it was none; -1: wrong */
static int apply_global(Cli *cli, int id, const char *value)
{
        switch (id) {
        case OPTION_NAMESPACE:
                cli->name_space = value;
                return 1;
        case OPTION_JSON:
                cli->json = true;
                return 1;
        case OPTION_YES:
                cli->assume_yes = true;
                return 1;
        case OPTION_VERBOSE:
                cli->verbose = true;
                return 1;
        case OPTION_TIMEOUT:
                return option_seconds(cli, "--timeout", value, &cli->timeout) ? -1 : 1;
        default:
                return 0;
        }
}

/* The next option word; arguments met on the way are kept. NULL at the end, or with *wrongp set. */
static const Option *next_option(OptionParser *parser, const char **valuep, bool *wrongp)
{
        const Option *option;

        *wrongp = true;
        while (!parser->rest && parser->next < parser->argc) {
                char *word = parser->argv[parser->next];

                if (word[0] == '-' && word[1] == '-' && !word[2]) {
                        parser->next++;
                        break;
                }
                if (word[0] == '-' && word[1] == '-') {
                        parser->next++;
                        return parse_long(parser, word + 2, valuep);
                }
                if (word[0] == '-' && word[1]) {
                        parser->next++;
                        parser->rest = word + 1;
                        break;
                }
                if (parser->in_order)
                        break;
                parser->argv[parser->n_arguments++] = word;
                parser->next++;
        }
        if (parser->rest) {
                option = parse_short(parser, valuep);
                return option;
        }
        while (parser->next < parser->argc)
                parser->argv[parser->n_arguments++] = parser->argv[parser->next++];
        parser->argc = parser->n_arguments;
        *wrongp = false;
        return NULL;
}

int option_next(OptionParser *parser, const char **valuep)
{
        const Option *option;
        bool wrong;
        int r;

        for (;;) {
                *valuep = NULL;
                option = next_option(parser, valuep, &wrong);
                if (!option)
                        return wrong ? -1 : 0;
                r = apply_global(parser->cli, option->id, *valuep);
                if (r == 0)
                        return option->id;
                if (r < 0)
                        return -1;
        }
}

bool options_ask_help(int argc, char **argv)
{
        for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
                if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
                        return true;
        return false;
}

void options_print(const Option *options)
{
        char text[64];

        for (; options && options->id; options++) {
                if (options->id < 256)
                        snprintf(text, sizeof(text), "-%c, --%s%s%s", options->id, options->name,
                                 options->argument ? " " : "", options->argument ? options->argument : "");
                else
                        snprintf(text, sizeof(text), "    --%s%s%s", options->name, options->argument ? " " : "",
                                 options->argument ? options->argument : "");
                printf("  %-26s %s\n", text, options->help);
        }
}

int option_number(const Cli *cli, const char *name, const char *text, unsigned long low, unsigned long high,
                  unsigned long *valuep)
{
        uint64_t value;

        if (number_parse_uint64(&value, text) || value < low || value > high)
                return cli_usage(cli, "%s: expected a number from %lu to %lu, found '%s'", name, low, high, text);
        *valuep = value;
        return CLI_OK;
}

int option_seconds(const Cli *cli, const char *name, const char *text, double *secondsp)
{
        double value;

        if (number_parse_real64(&value, text) || !(value > 0) || value > CLI_TIMEOUT_MAX)
                return cli_usage(cli, "%s: expected a number of seconds, above 0 and at most %d, found '%s'", name,
                                 CLI_TIMEOUT_MAX, text);
        *secondsp = value;
        return CLI_OK;
}
