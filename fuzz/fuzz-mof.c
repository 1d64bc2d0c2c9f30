/*
 * MOF of any content: reads, strictly and not, prints what was declared, makes objects of it, formats
 */

#include <stdlib.h>

#include "model/class.h"
#include "model/instance.h"
#include "mof/format.h"
#include "mof/make.h"
#include "mof/parse.h"
#include "mof/print.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void make_objects(MofSchema *schema)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;

        for (uint32_t i = 0; i < schema->n_instances; i++) {
                _cleanup_(instance_deletep) MI_Instance *instance = NULL;
                const char *why;

                if (mof_make_instance(&instance, schema, schema->instances[i], &why) == 0)
                        mof_print_instance(&buffer, instance, 0);
        }
        for (uint32_t i = 0; i < schema->n_classes; i++) {
                _cleanup_(class_deletep) MI_Class *class = NULL;

                if (mof_make_class(&class, schema->classes[i], "root/x", NULL) == 0)
                        mof_print_class(&buffer, class->classDecl, 0);
        }
}

static void read_and_print(const uint8_t *data, size_t size, bool is_strict)
{
        MofOptions options = { .is_strict = is_strict, .allow_repeats = true, .no_includes = true };
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;

        if (mof_read_text(&schema, &options, "fuzz", (const char *)data, size) < 0)
                return;
        mof_messages_print(&buffer, &schema->messages);
        for (uint32_t i = 0; i < schema->n_qualifiers; i++)
                mof_print_qualifier_decl(&buffer, &schema->qualifiers[i]->decl);
        for (uint32_t i = 0; i < schema->n_classes; i++)
                mof_print_class(&buffer, &schema->classes[i]->decl, i % 2 ? MOF_PRINT_FLAT : 0);
        mof_tree(&buffer, schema);
        make_objects(schema);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        _cleanup_(arena_deinit) Arena arena;
        MofMessages messages = { 0 };

        read_and_print(data, size, false);
        read_and_print(data, size, true);
        arena_init(&arena, 0);
        mof_format(&buffer, "fuzz", data, size, &arena, &messages);
        return 0;
}
