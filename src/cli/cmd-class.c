#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/show.h"
#include "mof/print.h"
#include "model/value.h"
#include "util/text.h"

/* Classes of one answer; 100,000 are more than any schema has. */
#define CLASSES_MAX 100000

enum {
        CLASSES_TREE = OPTION_FIRST_OWN,
        CLASS_FLAT,
        CLASS_BRIEF,
};

typedef struct ClassLine {
        char *name;
        char *super_class; /* NULL for a root class */
        bool is_printed;   /* or not to be printed */
} ClassLine;

typedef struct ClassList {
        ClassLine *lines;
        size_t count;
        size_t room;
} ClassList;

static void class_list_deinit(ClassList *list)
{
        for (size_t i = 0; i < list->count; i++) {
                free(list->lines[i].name);
                free(list->lines[i].super_class);
        }
        free(list->lines);
}

static int class_list_add(Cli *cli, ClassList *list, const MI_Class *class)
{
        const MI_Char *name = NULL, *super_class = NULL;
        ClassLine *line;

        if (MI_Class_GetClassName(class, &name) != MI_RESULT_OK || !name)
                return CLI_OK;
        if (MI_Class_GetParentClassName(class, &super_class) != MI_RESULT_OK)
                super_class = NULL;
        if (list->count == list->room) {
                size_t room = list->room ? list->room * 2 : 128;
                ClassLine *lines = room <= 2 * CLASSES_MAX ? reallocarray(list->lines, room, sizeof(*lines)) : NULL;

                if (!lines)
                        return cli_no_memory(cli);
                list->lines = lines;
                list->room = room;
        }
        line = &list->lines[list->count];
        *line = (ClassLine){ .name = strdup(name), .super_class = super_class ? strdup(super_class) : NULL };
        list->count++;
        return line->name ? CLI_OK : cli_no_memory(cli);
}

static int compare_lines(const void *a, const void *b)
{
        return ascii_casecmp(((const ClassLine *)a)->name, ((const ClassLine *)b)->name);
}

static int collect_classes(Cli *cli, ClassList *list)
{
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Class *class;
        const MI_Instance *details = NULL;
        const MI_Char *message = NULL;
        MI_Result result = MI_RESULT_OK, pulled;
        MI_Boolean more = MI_TRUE;
        int status;

        status = cli_connect(cli);
        if (status)
                return status;
        MI_Session_EnumerateClasses(&cli->session, 0, &cli->options, cli_namespace(cli), NULL, MI_FALSE, NULL,
                                    &operation);
        while (more && !status) {
                class = NULL;
                pulled = MI_Operation_GetClass(&operation, &class, &more, &result, &message, &details);
                if (pulled != MI_RESULT_OK)
                        status = cli_refused(cli, cli_namespace(cli), pulled, NULL, NULL);
                else if (class)
                        status = class_list_add(cli, list, class);
        }
        if (!status && result != MI_RESULT_OK)
                status = cli_refused(cli, cli_namespace(cli), result, message, details);
        MI_Operation_Close(&operation);
        if (list->count)
                qsort(list->lines, list->count, sizeof(*list->lines), compare_lines);
        return status;
}

static bool class_matches(const ClassLine *line, const char *pattern)
{
        return !pattern || fnmatch(pattern, line->name, FNM_CASEFOLD) == 0;
}

static ClassLine *find_line(const ClassList *list, const char *name)
{
        const ClassLine key = { .name = (char *)(uintptr_t)name };

        return list->count && name ? bsearch(&key, list->lines, list->count, sizeof(key), compare_lines) : NULL;
}

/* Of a tree those that match are shown, and above each what it derives from. */
static void choose_lines(ClassList *list, const char *pattern)
{
        for (size_t i = 0; i < list->count; i++)
                list->lines[i].is_printed = true;
        for (size_t i = 0; i < list->count; i++)
                if (class_matches(&list->lines[i], pattern))
                        for (ClassLine *line = &list->lines[i]; line && line->is_printed;
                             line = find_line(list, line->super_class))
                                line->is_printed = false;
}

static void print_below(ClassList *list, const char *super_class, int depth)
{
        for (size_t i = 0; i < list->count; i++) {
                ClassLine *line = &list->lines[i];
                const bool is_root = !line->super_class || !find_line(list, line->super_class);

                if (line->is_printed || (super_class ? !ascii_equal(line->super_class, super_class) : !is_root))
                        continue;
                line->is_printed = true;
                printf("%*s%s\n", depth * 2, "", line->name);
                print_below(list, line->name, depth + 1);
        }
}

static int print_classes(Cli *cli, ClassList *list, const char *pattern)
{
        Buffer buffer = BUFFER_INIT;
        size_t printed = 0;

        for (size_t i = 0; i < list->count; i++) {
                const ClassLine *line = &list->lines[i];

                if (!class_matches(line, pattern))
                        continue;
                if (!cli->json) {
                        puts(line->name);
                        printed++;
                        continue;
                }
                buffer_append_string(&buffer, printed++ ? ",\n {\"name\": " : "[{\"name\": ");
                json_put_string(&buffer, line->name);
                buffer_append_string(&buffer, ", \"superclass\": ");
                json_put_string(&buffer, line->super_class);
                buffer_append_char(&buffer, '}');
        }
        if (cli->json) {
                buffer_append_string(&buffer, printed ? "]" : "[]");
                puts(buffer_text(&buffer) ? buffer_text(&buffer) : "[]");
        }
        buffer_deinit(&buffer);
        return cli_finish_output(cli, CLI_OK);
}

static int run_classes(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(class_list_deinit) ClassList list = { 0 };
        OptionParser parser;
        const char *value;
        bool tree = false;
        int option, status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0)
                tree = tree || option == CLASSES_TREE;
        if (option < 0)
                return CLI_USAGE;
        if (parser.argc > 1)
                return cli_usage(cli, "expected one pattern, found '%s' too", parser.argv[1]);
        status = collect_classes(cli, &list);
        if (status)
                return status;
        if (tree && !cli->json) {
                choose_lines(&list, parser.argc ? parser.argv[0] : NULL);
                print_below(&list, NULL, 0);
                return cli_finish_output(cli, CLI_OK);
        }
        return print_classes(cli, &list, parser.argc ? parser.argv[0] : NULL);
}

static void json_qualifiers(Buffer *buffer, const MI_Qualifier *const *qualifiers, uint32_t count)
{
        buffer_append_string(buffer, "\"qualifiers\": {");
        for (uint32_t i = 0; i < count; i++) {
                MI_Value value;

                buffer_append_string(buffer, i ? ", " : "");
                json_put_string(buffer, qualifiers[i]->name);
                buffer_append_string(buffer, ": ");
                if (!qualifiers[i]->value) {
                        buffer_append_string(buffer, "null");
                        continue;
                }
                value_load(&value, qualifiers[i]->value, (MI_Type)qualifiers[i]->type);
                json_put_value(buffer, &value, (MI_Type)qualifiers[i]->type, 0);
        }
        buffer_append_char(buffer, '}');
}

static void json_typed(Buffer *buffer, const MI_ParameterDecl *decl)
{
        buffer_append_string(buffer, "{\"name\": ");
        json_put_string(buffer, decl->name);
        buffer_append_string(buffer, ", \"type\": ");
        buffer_printf(buffer, "\"%s%s\"", type_name((MI_Type)decl->type),
                      type_is_array((MI_Type)decl->type) ? "[]" : "");
        if (decl->className) {
                buffer_append_string(buffer, ", \"class\": ");
                json_put_string(buffer, decl->className);
        }
        buffer_append_string(buffer, ", ");
        json_qualifiers(buffer, decl->qualifiers, decl->numQualifiers);
        buffer_append_char(buffer, '}');
}

static void json_method(Buffer *buffer, const MI_MethodDecl *method)
{
        bool is_first = true;

        buffer_append_string(buffer, "{\"name\": ");
        json_put_string(buffer, method->name);
        buffer_append_string(buffer, ", \"static\": ");
        buffer_append_string(buffer, method->flags & MI_FLAG_STATIC ? "true" : "false");
        buffer_append_string(buffer, ", \"parameters\": [");
        for (uint32_t i = 0; i < method->numParameters; i++) {
                if (ascii_equal(method->parameters[i]->name, "MIReturn"))
                        continue;
                buffer_append_string(buffer, is_first ? "" : ", ");
                json_typed(buffer, method->parameters[i]);
                is_first = false;
        }
        buffer_append_string(buffer, "], ");
        json_qualifiers(buffer, method->qualifiers, method->numQualifiers);
        buffer_append_char(buffer, '}');
}

static void json_class(Buffer *buffer, const MI_ClassDecl *decl)
{
        buffer_append_string(buffer, "{\"name\": ");
        json_put_string(buffer, decl->name);
        buffer_append_string(buffer, ", \"superclass\": ");
        json_put_string(buffer, decl->superClass);
        buffer_append_string(buffer, ",\n ");
        json_qualifiers(buffer, decl->qualifiers, decl->numQualifiers);
        buffer_append_string(buffer, ",\n \"properties\": [");
        for (uint32_t i = 0; i < decl->numProperties; i++) {
                buffer_append_string(buffer, i ? ",\n  " : "\n  ");
                json_typed(buffer, (const MI_ParameterDecl *)decl->properties[i]);
        }
        buffer_append_string(buffer, "],\n \"methods\": [");
        for (uint32_t i = 0; i < decl->numMethods; i++) {
                buffer_append_string(buffer, i ? ",\n  " : "\n  ");
                json_method(buffer, decl->methods[i]);
        }
        buffer_append_string(buffer, "]}\n");
}

static int run_class(Cli *cli, const Command *command, int argc, char **argv)
{
        Buffer buffer = BUFFER_INIT;
        unsigned flags = 0;
        OptionParser parser;
        MI_Class *class = NULL;
        const char *value;
        int option, status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0)
                flags |= option == CLASS_FLAT ? MOF_PRINT_FLAT : MOF_PRINT_NO_DESCRIPTIONS;
        if (option < 0)
                return CLI_USAGE;
        if (parser.argc != 1)
                return cli_usage(cli, "expected the name of one class");

        status = cli_get_class(cli, NULL, parser.argv[0], &class);
        if (status)
                return status;
        if (cli->json)
                json_class(&buffer, class->classDecl);
        else
                mof_print_class(&buffer, class->classDecl, flags);
        if (buffer.size > 0 && buffer.data[buffer.size - 1] != '\n')
                buffer_append_char(&buffer, '\n');
        if (buffer_text(&buffer))
                fputs(buffer_text(&buffer), stdout);
        else
                status = cli_no_memory(cli);
        buffer_deinit(&buffer);
        MI_Class_Delete(class);
        return cli_finish_output(cli, status);
}

static const Option classes_options[] = {
        { CLASSES_TREE, "tree", NULL, "indent each class below its superclass" },
        { 0 },
};

const Command command_classes = {
        .name = "classes",
        .usage = "[--tree] [PATTERN]",
        .summary = "List the classes of a namespace",
        .help = "PATTERN is a shell pattern such as '*Session', matched without case.",
        .options = classes_options,
        .run = run_classes,
};

static const Option class_options[] = {
        { CLASS_FLAT, "flat", NULL, "with inherited properties and methods" },
        { CLASS_BRIEF, "brief", NULL, "without descriptions" },
        { 0 },
};

const Command command_class = {
        .name = "class",
        .usage = "[--flat] [--brief] NAME",
        .summary = "Show a class as MOF, or with --json as an object",
        .options = class_options,
        .run = run_class,
};
