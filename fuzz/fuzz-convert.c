/*
 * What the generator reads besides MOF: an old string table, C source that it brings up to date, a parameter file
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "convert/csource.h"
#include "convert/options.h"
#include "convert/strings.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_table(Arena *arena, const char *text, size_t size)
{
        Buffer buffer = BUFFER_INIT;
        StringTable table;
        uint32_t line = 0;

        strings_init(&table, arena);
        if (strings_read(&table, text, size, &line) == 0) {
                strings_id(&table, "a new text");
                strings_write(&buffer, &table);
        }
        strings_deinit(&table);
        buffer_deinit(&buffer);
}

static void read_source(const char *text, size_t size)
{
        CBody body;

        if (c_find_definition(text, size, "F", &body) &&
            (body.open >= size || body.close > size || body.close < body.open))
                abort();
}

static void read_options(Arena *arena, const char *text, size_t size)
{
        WordList list = { 0 };
        const char *why;
        Options options;

        if (options_split(arena, text, size, &list, &why) == 0)
                options_parse(&options, arena, (int)list.count, (char *const *)list.words, &why);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        char *copy = malloc(size ? size : 1);
        Arena arena;

        if (!copy)
                return 0;
        if (size)
                memcpy(copy, data, size);
        arena_init(&arena, 0);
        read_table(&arena, copy, size);
        read_source(copy, size);
        read_options(&arena, copy, size);
        arena_deinit(&arena);
        free(copy);
        return 0;
}
