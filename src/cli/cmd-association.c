#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/show.h"

/* associators, references */

enum {
        ASSOCIATION_CLASS = OPTION_FIRST_OWN,
        ASSOCIATION_RESULT_CLASS,
        ASSOCIATION_ROLE,
        ASSOCIATION_RESULT_ROLE,
        ASSOCIATION_KEYS_ONLY,
};

typedef struct AssociationOptions {
        const char *assoc_class;
        const char *result_class;
        const char *role;
        const char *result_role;
        bool keys_only;
} AssociationOptions;

static int parse_options(OptionParser *parser, AssociationOptions *association)
{
        const char *value;
        int option;

        while ((option = option_next(parser, &value)) > 0) {
                switch (option) {
                case ASSOCIATION_CLASS:
                        association->assoc_class = value;
                        break;
                case ASSOCIATION_RESULT_CLASS:
                        association->result_class = value;
                        break;
                case ASSOCIATION_ROLE:
                        association->role = value;
                        break;
                case ASSOCIATION_RESULT_ROLE:
                        association->result_role = value;
                        break;
                default:
                        association->keys_only = true;
                        break;
                }
        }
        if (option < 0)
                return CLI_USAGE;
        if (parser->argc < 1)
                return cli_usage(parser->cli, "expected the name of a class and its keys");
        return CLI_OK;
}

static int run_association(Cli *cli, const Command *command, int argc, char **argv)
{
        AssociationOptions association = { 0 };
        MI_Operation operation = MI_OPERATION_NULL;
        MI_Instance *keys = NULL;
        MI_Class *class = NULL;
        OptionParser parser;
        Show show;
        int status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        status = parse_options(&parser, &association);
        if (!status)
                status = cli_get_class(cli, NULL, parser.argv[0], &class);
        if (status)
                return status;
        status = arguments_keys(cli, class, parser.argc - 1, parser.argv + 1, &keys);
        MI_Class_Delete(class);
        if (status)
                return status;

        if (command == &command_associators)
                MI_Session_AssociatorInstances(&cli->session, 0, &cli->options, cli_namespace(cli), keys,
                                               association.assoc_class, association.result_class, association.role,
                                               association.result_role, association.keys_only, &cli->callbacks,
                                               &operation);
        else
                MI_Session_ReferenceInstances(&cli->session, 0, &cli->options, cli_namespace(cli), keys,
                                              association.result_class, association.role, association.keys_only,
                                              &cli->callbacks, &operation);
        show_init(&show, cli, SHOW_LIST);
        status = show_end(&show, cli_each(cli, &operation, parser.argv[0], show_instance, &show, NULL));
        show_deinit(&show);
        MI_Instance_Delete(keys);
        return status;
}

static const Option associators_options[] = {
        { ASSOCIATION_CLASS, "assoc-class", "CLASS", "only through this association class" },
        { ASSOCIATION_RESULT_CLASS, "result-class", "CLASS", "only instances of this class" },
        { ASSOCIATION_ROLE, "role", "NAME", "the association's property that refers to the given instance" },
        { ASSOCIATION_RESULT_ROLE, "result-role", "NAME", "the association's property that refers to the result" },
        { ASSOCIATION_KEYS_ONLY, "keys-only", NULL, "only the keys" },
        { 0 },
};

const Command command_associators = {
        .name = "associators",
        .usage = "[OPTION...] CLASS KEY=VALUE...",
        .summary = "Show the instances that are associated with one",
        .options = associators_options,
        .run = run_association,
};

static const Option references_options[] = {
        { ASSOCIATION_RESULT_CLASS, "result-class", "CLASS", "only this association class" },
        { ASSOCIATION_ROLE, "role", "NAME", "the association's property that refers to the given instance" },
        { ASSOCIATION_KEYS_ONLY, "keys-only", NULL, "only the keys" },
        { 0 },
};

const Command command_references = {
        .name = "references",
        .usage = "[OPTION...] CLASS KEY=VALUE...",
        .summary = "Show the associations that refer to an instance",
        .options = references_options,
        .run = run_association,
};
