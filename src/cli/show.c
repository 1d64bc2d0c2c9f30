#include "cli/show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/json.h"
#include "cli/names.h"
#include "model/instance.h"
#include "model/print.h"
#include "model/value.h"
#include "util/text.h"

#define INDENT 4

void show_init(Show *show, const Cli *cli, ShowForm form)
{
        *show = (Show){ .cli = cli, .form = form, .with_class = true };
        buffer_init(&show->buffer, 0);
}

void show_deinit(Show *show)
{
        buffer_deinit(&show->buffer);
}

void show_text(Buffer *buffer, const char *text)
{
        for (const char *end = text + strlen(text); text < end;) {
                const char *start = text;
                uint32_t character = utf8_next(&text, end);

                if (character == '\n')
                        buffer_append_string(buffer, "\\n");
                else if (character == '\t')
                        buffer_append_string(buffer, "\\t");
                else if (character < 0x20 || (character >= 0x7f && character < 0xa0) || character == UINT32_MAX)
                        buffer_printf(buffer, "\\x%02x", (unsigned char)*start);
                else
                        buffer_append(buffer, start, (size_t)(text - start));
        }
}

void show_value(Buffer *buffer, const MI_Value *value, MI_Type type)
{
        Buffer text = BUFFER_INIT;

        if (value_print(&text, value, type, type_is_array(type) ? PRINT_QUOTED : 0) == 0 && buffer_text(&text))
                show_text(buffer, buffer_text(&text));
        buffer_deinit(&text);
}

static void show_block(Buffer *buffer, const MI_Instance *instance, const char *const *names, size_t n_names,
                       unsigned depth);

static void show_nested(Buffer *buffer, const MI_Instance *instance, unsigned depth)
{
        buffer_append_string(buffer, instance_class_name(instance));
        buffer_append_char(buffer, '\n');
        show_block(buffer, instance, NULL, 0, depth + 1);
}

static void show_element(Buffer *buffer, const Element *element, int width, unsigned depth)
{
        const MI_Type scalar = type_scalar(element->type);

        buffer_printf(buffer, "%*s%-*s : ", (int)(depth * INDENT), "", width, element->name);
        if (element->is_null) {
                buffer_append_string(buffer, "<null>\n");
        } else if (scalar == MI_INSTANCE && depth < VALUE_DEPTH_MAX) {
                const bool is_array = type_is_array(element->type);
                const uint32_t count = is_array ? element->value.array.size : 1;

                if (count == 0)
                        buffer_append_string(buffer, "{}\n");
                for (uint32_t i = 0; i < count; i++) {
                        MI_Value item = element->value;

                        if (is_array)
                                value_array_at(&element->value, element->type, i, &item);
                        if (i > 0)
                                buffer_printf(buffer, "%*s%-*s : ", (int)(depth * INDENT), "", width, "");
                        show_nested(buffer, item.instance, depth);
                }
        } else {
                show_value(buffer, &element->value, element->type);
                buffer_append_char(buffer, '\n');
        }
}

static void show_block(Buffer *buffer, const MI_Instance *instance, const char *const *names, size_t n_names,
                       unsigned depth)
{
        const uint32_t count = n_names ? (uint32_t)n_names : instance_count(instance);
        Element element;
        int width = 0;

        for (uint32_t i = 0; i < count; i++)
                if (n_names ? names_find(instance, names[i], &element) : instance_element(instance, i, &element))
                        width = MAX(width, (int)strlen(element.name));
        for (uint32_t i = 0; i < count; i++)
                if (n_names ? names_find(instance, names[i], &element) : instance_element(instance, i, &element))
                        show_element(buffer, &element, width, depth);
}

static void show_json(Show *show, const MI_Instance *instance)
{
        if (show->form == SHOW_LIST)
                buffer_append_string(&show->buffer, show->count ? ",\n " : "[");
        json_put_instance(&show->buffer, instance, show->with_class, show->names, show->n_names, 0);
        if (show->form != SHOW_LIST)
                buffer_append_char(&show->buffer, '\n');
}

int show_instance(void *context, const MI_Instance *instance)
{
        Show *show = context;

        buffer_clear(&show->buffer);
        if (show->cli->json) {
                show_json(show, instance);
        } else {
                if (show->count)
                        buffer_append_char(&show->buffer, '\n');
                show_block(&show->buffer, instance, show->names, show->n_names, 0);
        }
        show->count++;
        if (show->buffer.failed)
                return cli_no_memory(show->cli);
        cli_print(&show->buffer);
        if (show->form == SHOW_LINES)
                return cli_finish_output(show->cli, CLI_OK);
        return ferror(stdout) ? cli_finish_output(show->cli, CLI_OK) : CLI_OK;
}

int show_end(Show *show, int status)
{
        if (show->cli->json && show->form == SHOW_LIST && (show->count || status == CLI_OK))
                puts(show->count ? "]" : "[]");
        if (show->cli->json && show->form == SHOW_OBJECT && show->count == 0 && status == CLI_OK)
                puts("{}");
        return cli_finish_output(show->cli, status);
}

void show_streamed(const char *name, MI_Type type, const MI_Value *value, bool json)
{
        Buffer buffer = BUFFER_INIT;

        if (json) {
                buffer_append_char(&buffer, '{');
                json_put_string(&buffer, name);
                buffer_append_string(&buffer, ": ");
                json_put_value(&buffer, value, type, 0);
                buffer_append_string(&buffer, "}\n");
        } else {
                const Element element = { .name = name, .type = type, .value = *value };

                show_element(&buffer, &element, (int)strlen(name), 0);
        }
        if (buffer_text(&buffer))
                fputs(buffer_text(&buffer), stdout);
        fflush(stdout);
        buffer_deinit(&buffer);
}

void table_init(Table *table, size_t n_columns)
{
        *table = (Table){ .n_columns = n_columns };
}

void table_deinit(Table *table)
{
        for (size_t i = 0; i < table->n_cells; i++)
                free(table->cells[i]);
        free(table->cells);
}

void table_add(Table *table, const char *cell)
{
        Buffer text = BUFFER_INIT;

        if (table->n_cells == table->room) {
                size_t room = table->room ? table->room * 2 : 64;
                char **cells = reallocarray(table->cells, room, sizeof(*cells));

                if (!cells) {
                        table->failed = true;
                        return;
                }
                table->cells = cells;
                table->room = room;
        }
        show_text(&text, cell);
        table->cells[table->n_cells] = buffer_steal(&text);
        if (table->cells[table->n_cells])
                table->n_cells++;
        else
                table->failed = true;
}

/* Columns of a text on a terminal, as far as one character is one column */
static int columns_of(const char *text)
{
        int columns = 0;

        for (; *text; text++)
                columns += ((unsigned char)*text & 0xc0) != 0x80;
        return columns;
}

static void print_cell(const char *cell, int width, bool is_right, bool is_last)
{
        const int padding = width - columns_of(cell);

        if (is_right)
                printf("%*s%s", padding, "", cell);
        else if (is_last)
                printf("%s", cell);
        else
                printf("%s%*s", cell, padding, "");
        printf("%s", is_last ? "\n" : "  ");
}

int table_print(Table *table, const char *align)
{
        int width[16] = { 0 };
        const size_t n_columns = MIN(table->n_columns, ARRAY_SIZE(width));

        if (table->failed)
                return -1;
        for (size_t i = 0; i < table->n_cells; i++)
                width[i % n_columns] = MAX(width[i % n_columns], columns_of(table->cells[i]));
        for (size_t i = 0; i < table->n_cells; i++)
                print_cell(table->cells[i], width[i % n_columns], align[i % n_columns] == 'r',
                           i % n_columns == n_columns - 1);
        return 0;
}
