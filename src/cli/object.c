#include "cli/object.h"

#include <stdlib.h>
#include <string.h>

#include "cli/arguments.h"
#include "model/path.h"

/* No name of a class has one of these. */
#define PATH_SIGNS ".=:"

bool object_is_path(const char *word)
{
        return strpbrk(word, PATH_SIGNS) != NULL;
}

void object_deinit(Object *object)
{
        if (object->keys)
                MI_Instance_Delete(object->keys);
        if (object->class)
                MI_Class_Delete(object->class);
        free(object->name_space);
        *object = (Object){ 0 };
}

const char *object_namespace(const Object *object, const Cli *cli)
{
        return object->name_space ? object->name_space : cli_namespace(cli);
}

/* //server/name/space:Class.Key="value",...: the class is needed to know of what types the keys are. */
static int parse_path(Object *object, Cli *cli, const char *path)
{
        const char *end = path + strcspn(path, ".="), *name = path, *why = "", *colon = NULL;
        char *class_name;
        int status;

        for (const char *c = path; c < end; c++)
                if (*c == ':')
                        colon = c;
        if (colon) {
                const char *start = path;

                if (strncmp(start, "//", 2) == 0)
                        start += 2 + strcspn(start + 2, "/:");
                start += *start == '/';
                if (start < colon) {
                        object->name_space = strndup(start, (size_t)(colon - start));
                        if (!object->name_space)
                                return cli_no_memory(cli);
                }
                name = colon + 1;
        }
        class_name = strndup(name, (size_t)(end - name));
        if (!class_name)
                return cli_no_memory(cli);
        status = cli_get_class(cli, object->name_space, class_name, &object->class);
        free(class_name);
        if (status)
                return status;
        if (path_parse(&object->keys, path, object->class->classDecl, &why))
                return cli_usage(cli, "expected an object path such as CLASS.KEY=\"VALUE\", found '%s': %s", path, why);
        return CLI_OK;
}

int object_parse(Object *object, Cli *cli, int argc, char **argv)
{
        int status;

        if (argc < 1)
                return cli_usage(cli, "expected the name of a class and its keys, or an object path");
        if (object_is_path(argv[0])) {
                if (argc > 1)
                        return cli_usage(cli, "expected nothing behind the object path, found '%s'", argv[1]);
                return parse_path(object, cli, argv[0]);
        }
        status = cli_get_class(cli, NULL, argv[0], &object->class);
        return status ? status : arguments_keys(cli, object->class, argc - 1, argv + 1, &object->keys);
}
