#include "cli/command.h"
#include "cli/names.h"
#include "cli/object.h"
#include "cli/show.h"

/* associators, references */

enum {
        ASSOCIATION_CLASS = OPTION_FIRST_OWN,
        ASSOCIATION_RESULT_CLASS,
        ASSOCIATION_ROLE,
        ASSOCIATION_RESULT_ROLE,
        ASSOCIATION_KEYS_ONLY,
        ASSOCIATION_PROPERTIES,
};

typedef struct AssociationOptions {
        const char *assoc_class;
        const char *result_class;
        const char *role;
        const char *result_role;
        bool keys_only;
        Names properties; /* of the results, whatever their class */
} AssociationOptions;

static void association_options_deinit(AssociationOptions *association)
{
        names_deinit(&association->properties);
}

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
                case ASSOCIATION_PROPERTIES:
                        if (names_parse(&association->properties, value))
                                return cli_usage(parser->cli, "--properties: expected names with commas, found '%s'",
                                                 value);
                        break;
                default:
                        association->keys_only = true;
                        break;
                }
        }
        return option < 0 ? CLI_USAGE : CLI_OK;
}

static int run_association(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(association_options_deinit) AssociationOptions association = { 0 };
        _cleanup_(object_deinit) Object object = { 0 };
        MI_OperationOptions options = MI_OPERATIONOPTIONS_NULL;
        MI_Operation operation = MI_OPERATION_NULL;
        OptionParser parser;
        Show show;
        int status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        status = parse_options(&parser, &association);
        if (!status)
                status = object_parse(&object, cli, parser.argc, parser.argv);
        if (!status)
                status = names_to_options(cli, NAMES_READ, &association.properties, &options);
        if (status)
                return status;

        if (command == &command_associators)
                MI_Session_AssociatorInstances(&cli->session, 0, &options, object_namespace(&object, cli), object.keys,
                                               association.assoc_class, association.result_class, association.role,
                                               association.result_role, association.keys_only, &cli->callbacks,
                                               &operation);
        else
                MI_Session_ReferenceInstances(&cli->session, 0, &options, object_namespace(&object, cli), object.keys,
                                              association.result_class, association.role, association.keys_only,
                                              &cli->callbacks, &operation);
        show_init(&show, cli, SHOW_LIST);
        show.names = (const char *const *)association.properties.names;
        show.n_names = association.properties.count;
        status = show_end(&show, cli_each(cli, &operation, object.class->classDecl->name, show_instance, &show, NULL));
        show_deinit(&show);
        MI_OperationOptions_Delete(&options);
        return status;
}

static const Option associators_options[] = {
        { ASSOCIATION_CLASS, "assoc-class", "CLASS", "only through this association class" },
        { ASSOCIATION_RESULT_CLASS, "result-class", "CLASS", "only instances of this class" },
        { ASSOCIATION_ROLE, "role", "NAME", "the association's property that refers to the given instance" },
        { ASSOCIATION_RESULT_ROLE, "result-role", "NAME", "the association's property that refers to the result" },
        { ASSOCIATION_KEYS_ONLY, "keys-only", NULL, "only the keys" },
        { ASSOCIATION_PROPERTIES, "properties", "A,B,...", "only these properties" },
        { 0 },
};

const Command command_associators = {
        .name = "associators",
        .usage = "[OPTION...] CLASS KEY=VALUE...\n[OPTION...] 'CLASS.KEY=\"VALUE\",...'",
        .summary = "Show the instances that are associated with one",
        .options = associators_options,
        .run = run_association,
};

static const Option references_options[] = {
        { ASSOCIATION_RESULT_CLASS, "result-class", "CLASS", "only this association class" },
        { ASSOCIATION_ROLE, "role", "NAME", "the association's property that refers to the given instance" },
        { ASSOCIATION_KEYS_ONLY, "keys-only", NULL, "only the keys" },
        { ASSOCIATION_PROPERTIES, "properties", "A,B,...", "only these properties" },
        { 0 },
};

const Command command_references = {
        .name = "references",
        .usage = "[OPTION...] CLASS KEY=VALUE...\n[OPTION...] 'CLASS.KEY=\"VALUE\",...'",
        .summary = "Show the associations that refer to an instance",
        .options = references_options,
        .run = run_association,
};
