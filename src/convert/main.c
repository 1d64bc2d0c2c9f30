/*
 * convert-moftoprovider: from MOF to the C source of a provider
 *
 * Reads the MOF files as one schema, plans which classes are needed, and writes a header for each, stubs for those that
 * the provider serves, and the declarations and entry points that all share.
 */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "convert/output.h"
#include "util/error.h"
#include "util/fd.h"

enum {
        EXIT_WRONG_INPUT = 1,
        EXIT_USAGE = 2,
};

static void print_messages(const MofMessages *messages)
{
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;

        mof_messages_print(&text, messages);
        if (buffer_text(&text))
                fputs(text.data, stderr);
}

static int write_class_stubs(Generator *generator, Output *output, const PlanClass *class, Buffer *buffer)
{
        _cleanup_(freep) char *old = NULL, *added = NULL;
        const char *name = arena_printf(generator->arena, "%s.c", class->name);
        size_t size = 0;
        int r;

        if (!name)
                return error_origin(-ENOMEM);
        r = generator->options->force_overwrite ? -ENOENT : output_read(output, generator->arena, name, &old, &size);
        if (r == -ENOENT) {
                r = write_stubs(buffer, generator, class);
                return r ? r : output_write(output, generator->arena, "Creating", name, buffer);
        }
        if (r)
                return r;
        r = patch_stubs(buffer, generator, class, old, size, &added);
        if (r)
                return r;
        if (!added) {
                if (!output->is_quiet)
                        printf("Keeping %s/%s\n", output->folder, name);
                return 0;
        }
        r = output_write(output, generator->arena, "Patching", name, buffer);
        if (!r && !output->is_quiet)
                printf("    added %s\n", added);
        return r;
}

static int write_module_file(Generator *generator, Output *output, Buffer *buffer)
{
        _cleanup_(freep) char *old = NULL;
        size_t size = 0;
        int r;

        r = generator->options->force_overwrite ? -ENOENT
                                                : output_read(output, generator->arena, "module.c", &old, &size);
        if (r == -ENOENT) {
                write_module(buffer, generator);
                return output_write(output, generator->arena, "Creating", "module.c", buffer);
        }
        if (!r)
                r = patch_module(buffer, generator, old, size);
        return r ? r : output_write(output, generator->arena, "Patching", "module.c", buffer);
}

static int write_class_files(Generator *generator, Output *output, Buffer *buffer)
{
        const Plan *plan = &generator->plan;
        int r = 0;

        for (uint32_t i = 0; !r && i < plan->n_order; i++) {
                const char *name = arena_printf(generator->arena, "%s.h", plan->order[i]->name);

                if (!name)
                        return error_origin(-ENOMEM);
                buffer_clear(buffer);
                write_header(buffer, generator, plan->order[i]);
                r = output_write(output, generator->arena, "Creating", name, buffer);
        }
        for (uint32_t i = 0; !r && i < plan->n_targets; i++) {
                buffer_clear(buffer);
                r = write_class_stubs(generator, output, plan->targets[i], buffer);
        }
        return r;
}

static int write_shared_files(Generator *generator, Output *output, Buffer *buffer)
{
        int r;

        buffer_clear(buffer);
        r = write_schema(buffer, generator);
        if (!r)
                r = output_write(output, generator->arena, "Creating", "schema.c", buffer);
        if (r)
                return r;

        buffer_clear(buffer);
        r = write_module_file(generator, output, buffer);
        if (r)
                return r;

        buffer_clear(buffer);
        r = write_adapter(buffer);
        if (!r)
                r = output_write(output, generator->arena, "Creating", "WMIAdapter.c", buffer);
        if (r)
                return r;

        buffer_clear(buffer);
        write_definitions(buffer);
        r = output_write(output, generator->arena, "Creating", "Provider.DEF", buffer);
        if (r || generator->options->skip_localize)
                return r;

        /* Last, for it holds what schema.c asked for. */
        buffer_clear(buffer);
        strings_write(buffer, &generator->strings);
        return output_write(output, generator->arena, "Creating", "strings.rc", buffer);
}

/* In a make rule a space ends a name, a dollar begins a variable. */
static void write_dependency(Buffer *buffer, const char *path)
{
        for (; *path; path++) {
                if (*path == ' ' || *path == '#' || *path == '\\')
                        buffer_append_char(buffer, '\\');
                else if (*path == '$')
                        buffer_append_char(buffer, '$');
                buffer_append_char(buffer, *path);
        }
}

static int write_dep_file(Generator *generator, Buffer *buffer)
{
        const char *path = generator->options->dep_file;
        int r;

        buffer_clear(buffer);
        write_dependency(buffer, generator->options->out_path);
        buffer_append_string(buffer, "/schema.c:");
        for (uint32_t i = 0; i < generator->schema->n_files; i++) {
                buffer_append_string(buffer, " \\\n ");
                write_dependency(buffer, generator->schema->files[i]);
        }
        buffer_append_char(buffer, '\n');
        r = buffer->failed ? error_origin(-ENOMEM) : fd_replace_file(path, buffer->data, buffer->size, 0666);
        if (r < 0)
                fprintf(stderr, "%s: error: %s\n", path, strerror(-r));
        return r;
}

static int read_old_strings(Generator *generator)
{
        const char *path = generator->options->old_rc_path;
        _cleanup_(freep) char *text = NULL;
        uint32_t line = 0;
        size_t size;
        int r;

        if (!path || generator->options->skip_localize)
                return 0;
        r = fd_read_file(&text, &size, path, MOF_FILE_MAX);
        if (r < 0) {
                fprintf(stderr, "%s: error: %s\n", path, strerror(-r));
                return r;
        }
        r = strings_read(&generator->strings, text, size, &line);
        if (r > 0) {
                fprintf(stderr, "%s:%u: error: not a string table: expected a number and a text in quotes\n", path,
                        line);
                return -EINVAL;
        }
        return r;
}

static int generate(Generator *generator)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        Output output;
        int r;

        r = read_old_strings(generator);
        if (!r)
                r = output_init(&output, generator->options->out_path, generator->options->quiet);
        if (!r)
                r = write_class_files(generator, &output, &buffer);
        if (!r)
                r = write_shared_files(generator, &output, &buffer);
        if (!r && generator->options->dep_file)
                r = write_dep_file(generator, &buffer);
        return r;
}

static int read_schema(const Options *options, MofSchema **schemap)
{
        MofOptions mof_options = {
                .include_path = options->include_path.words,
                .n_include_path = options->include_path.count,
        };
        int r;

        r = mof_read_files(schemap, &mof_options, options->mof_files.words, options->mof_files.count);
        if (r >= 0 && *schemap)
                print_messages(&(*schemap)->messages);
        return r;
}

static int run(const Options *options, Arena *arena)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;
        Generator generator = { .options = options, .arena = arena };
        int r, planned;

        r = read_schema(options, &schema);
        if (r < 0)
                return r;
        generator.schema = schema;
        /* With errors in the MOF nothing is written, but what else is wrong is told in the same run. */
        planned = plan_make(&generator.plan, arena, schema, options);
        if (planned < 0)
                return planned;
        if (r == 0)
                print_messages(&generator.plan.problems);
        if (planned || r)
                return -EINVAL;

        strings_init(&generator.strings, arena);
        r = generate(&generator);
        strings_deinit(&generator.strings);
        return r;
}

int main(int argc, char **argv)
{
        _cleanup_(arena_deinit) Arena arena;
        Options options;
        const char *why = "";
        int r;

        arena_init(&arena, 64 * 1024);
        r = options_parse(&options, &arena, argc > 0 ? argc - 1 : 0, argv + 1, &why);
        if (r == OPTIONS_HELP) {
                fputs(options_help, stdout);
                return EXIT_SUCCESS;
        }
        if (r == OPTIONS_USAGE) {
                fprintf(stderr, "error: %s\n%s", why, options_hint);
                return EXIT_USAGE;
        }
        if (!r)
                r = run(&options, &arena);
        if (r == -ENOMEM)
                fputs("error: not enough memory\n", stderr);
        if (r)
                return EXIT_WRONG_INPUT;
        if (fflush(stdout) != 0) {
                fprintf(stderr, "error: standard output: %s\n", strerror(errno));
                return EXIT_WRONG_INPUT;
        }
        return EXIT_SUCCESS;
}
