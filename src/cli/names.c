#include "cli/names.h"

#include <errno.h>
#include <string.h>

#include "model/decl.h"

void names_deinit(Names *names)
{
        for (size_t i = 0; i < names->count; i++)
                free(names->names[i]);
        free(names->names);
        *names = (Names){ 0 };
}

int names_parse(Names *names, const char *text)
{
        size_t count = 1;

        names_deinit(names);
        for (const char *c = text; *c; c++)
                count += *c == ',';
        names->names = calloc(count, sizeof(*names->names));
        if (!names->names)
                return -ENOMEM;
        for (;;) {
                const size_t length = strcspn(text, ",");

                if (length == 0)
                        return -EINVAL;
                names->names[names->count] = strndup(text, length);
                if (!names->names[names->count])
                        return -ENOMEM;
                names->count++;
                if (!text[length])
                        return 0;
                text += length + 1;
        }
}

void names_join(Buffer *buffer, const Names *names, const char *between)
{
        for (size_t i = 0; i < names->count; i++) {
                buffer_append_string(buffer, i ? between : "");
                buffer_append_string(buffer, names->names[i]);
        }
}

int names_check(Cli *cli, const MI_ClassDecl *decl, Names *names)
{
        for (size_t i = 0; i < names->count; i++) {
                const int index = decl_find_property(decl, names->names[i]);

                if (index < 0)
                        return cli_no_property(cli, decl->name, names->names[i]);
                memcpy(names->names[i], decl->properties[index]->name, strlen(names->names[i]));
        }
        return CLI_OK;
}

int names_to_options(Cli *cli, const char *option, const Names *names, MI_OperationOptions *options)
{
        const MI_Value list = { .stringa = { names->names, (MI_Uint32)names->count } };
        MI_Result result;

        result = MI_OperationOptions_Clone(&cli->options, options);
        if (result == MI_RESULT_OK && names->count)
                result = MI_OperationOptions_SetCustomOption(options, option, MI_STRINGA, &list, MI_FALSE);
        return result == MI_RESULT_OK ? CLI_OK : cli_refused(cli, option, result, NULL, NULL);
}

bool names_find(const MI_Instance *instance, const char *name, Element *element)
{
        MI_Uint32 index;

        return MI_Instance_GetElement(instance, name, NULL, NULL, NULL, &index) == MI_RESULT_OK &&
               instance_element(instance, index, element);
}
