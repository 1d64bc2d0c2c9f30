#include "cli/names.h"

#include <errno.h>
#include <string.h>

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
