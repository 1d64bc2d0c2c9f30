#include "cli/arguments.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/decl.h"
#include "model/instance.h"
#include "model/path.h"
#include "model/value.h"
#include "util/arena.h"
#include "util/text.h"

/* One word taken apart */
typedef struct Word {
        const MI_ParameterDecl *decl; /* of the property or parameter; a property's declaration begins as one */
        const char *text;             /* behind the = */
} Word;

/* What the words are about, for messages and look-up */
typedef struct Target {
        Cli *cli;
        const MI_ObjectDecl *object; /* class or method */
        bool is_method;              /* its elements are parameters, not properties */
        MI_Uint32 flags;             /* of the elements that are added */
} Target;

/* What the server would answer, were it asked: with the result code that it would have. */
static int refuse(const Target *target, MI_Result result, const char *format, ...)
{
        Buffer text = BUFFER_INIT;
        va_list args;

        va_start(args, format);
        buffer_vprintf(&text, format, args);
        va_end(args);
        cli_refused(target->cli, NULL, result, buffer_text(&text), NULL);
        buffer_deinit(&text);
        return CLI_FAILED;
}

static const MI_ParameterDecl *find_decl(const Target *target, const char *name, size_t length)
{
        for (uint32_t i = 0; i < target->object->numProperties; i++) {
                const MI_ParameterDecl *decl = (const MI_ParameterDecl *)target->object->properties[i];

                if (strlen(decl->name) == length && ascii_ncasecmp(decl->name, name, length) == 0)
                        return decl;
        }
        return NULL;
}

static int parse_word(const Target *target, const char *text, Word *word)
{
        const char *equals = strchr(text, '=');

        if (!equals || equals == text)
                return cli_usage(target->cli, "expected name=value, found '%s'", text);
        word->decl = find_decl(target, text, (size_t)(equals - text));
        word->text = equals + 1;
        if (!word->decl || ascii_equal(word->decl->name, "MIReturn"))
                return refuse(target, target->is_method ? MI_RESULT_INVALID_PARAMETER : MI_RESULT_NO_SUCH_PROPERTY,
                              "%s has no %s '%.*s'", target->object->name, target->is_method ? "parameter" : "property",
                              (int)(equals - text), text);
        return CLI_OK;
}

static int parse_value(const Target *target, const Word *word, MI_Value *value)
{
        const MI_Type type = type_scalar((MI_Type)word->decl->type);
        const char *why = "";

        if (type == MI_INSTANCE)
                return cli_fail(target->cli, "%s: an embedded instance cannot be given on the command line",
                                word->decl->name);
        if (type == MI_REFERENCE) {
                if (path_parse(&value->reference, word->text, NULL, &why))
                        return refuse(target, MI_RESULT_INVALID_PARAMETER,
                                      "%s: expected an object path, found '%s': %s", word->decl->name, word->text, why);
                return CLI_OK;
        }
        if (value_parse(value, type, word->text))
                return refuse(target, MI_RESULT_TYPE_MISMATCH, "%s: expected a %s, found '%s'", word->decl->name,
                              type_name(type), word->text);
        return CLI_OK;
}

static int add_element(const Target *target, const Word *word, const MI_Value *value, MI_Instance *instance)
{
        MI_Result result;

        result = MI_Instance_AddElement(instance, word->decl->name, value, (MI_Type)word->decl->type, target->flags);
        if (result == MI_RESULT_ALREADY_EXISTS)
                return cli_usage(target->cli, "%s is given twice", word->decl->name);
        if (result != MI_RESULT_OK)
                return cli_refused(target->cli, word->decl->name, result, NULL, NULL);
        return CLI_OK;
}

static int add_scalar(const Target *target, const Word *word, MI_Instance *instance)
{
        MI_Value value;
        int status;

        status = parse_value(target, word, &value);
        if (status)
                return status;
        status = add_element(target, word, &value, instance);
        if (word->decl->type == MI_REFERENCE)
                instance_delete(value.reference);
        return status;
}

/* All words of this array, from the one at `first` on; those behind it are marked as taken. */
static int add_array(const Target *target, const Word *words, bool *taken, int first, int count, MI_Instance *instance)
{
        _cleanup_(arena_deinit) Arena arena;
        const MI_Type type = type_scalar((MI_Type)words[first].decl->type);
        const size_t size = type_size(type);
        MI_Value array = { 0 };
        char *data;
        int status;

        arena_init(&arena, 0);
        if (type == MI_REFERENCE)
                return cli_fail(target->cli, "%s: an array of references cannot be given on the command line",
                                words[first].decl->name);
        data = arena_zalloc(&arena, (size_t)(count - first) * size);
        if (!data)
                return cli_no_memory(target->cli);
        for (int i = first; i < count; i++) {
                MI_Value item;

                if (words[i].decl != words[first].decl)
                        continue;
                taken[i] = true;
                if (strcmp(words[i].text, "{}") == 0)
                        continue;
                status = parse_value(target, &words[i], &item);
                if (status)
                        return status;
                value_store(data + array.array.size * size, &item, type);
                array.array.size++;
        }
        array.array.data = data;
        return add_element(target, &words[first], &array, instance);
}

static int add_words(const Target *target, int argc, char **argv, MI_Instance *instance)
{
        _cleanup_(freep) Word *words = calloc((size_t)argc + 1, sizeof(*words));
        _cleanup_(freep) bool *taken = calloc((size_t)argc + 1, sizeof(*taken));
        int status = CLI_OK;

        if (!words || !taken)
                return cli_no_memory(target->cli);
        for (int i = 0; i < argc && !status; i++)
                status = parse_word(target, argv[i], &words[i]);
        for (int i = 0; i < argc && !status; i++) {
                if (taken[i])
                        continue;
                if (type_is_array((MI_Type)words[i].decl->type))
                        status = add_array(target, words, taken, i, argc, instance);
                else
                        status = add_scalar(target, &words[i], instance);
        }
        return status;
}

static const MI_PropertyDecl *only_key(const MI_ClassDecl *decl)
{
        const MI_PropertyDecl *key = NULL;

        for (uint32_t i = 0; i < decl->numProperties; i++) {
                if (!(decl->properties[i]->flags & MI_FLAG_KEY))
                        continue;
                if (key)
                        return NULL;
                key = decl->properties[i];
        }
        return key;
}

static int check_keys(Cli *cli, const MI_ClassDecl *decl, const MI_Instance *instance)
{
        const char *missing = instance_missing_key(instance, decl);

        for (uint32_t i = 0; i < instance_count(instance); i++) {
                Element element;
                int index;

                if (!instance_element(instance, i, &element))
                        continue;
                index = decl_find_property(decl, element.name);
                if (index >= 0 && !(decl->properties[index]->flags & MI_FLAG_KEY))
                        return cli_usage(cli, "%s is no key of %s", element.name, decl->name);
        }
        if (missing)
                return cli_usage(cli, "the key %s of %s is missing: expected %s=value", missing, decl->name, missing);
        return CLI_OK;
}

/* name=…; anything else is a value. */
static bool begins_with_name(const char *word)
{
        size_t length = 0;

        while (ascii_is_alpha(word[length]) || word[length] == '_' || (length > 0 && ascii_is_digit(word[length])))
                length++;
        return length > 0 && word[length] == '=';
}

int arguments_keys(Cli *cli, const MI_Class *class, int argc, char **argv, MI_Instance **instancep)
{
        const MI_ClassDecl *decl = class->classDecl;
        const Target target = {
                .cli = cli,
                .object = decl_object(decl),
                .flags = MI_FLAG_KEY,
        };
        const MI_PropertyDecl *key = only_key(decl);
        MI_Instance *instance = NULL;
        int status;

        if (MI_Application_NewInstance(&cli->application, decl->name, NULL, &instance) != MI_RESULT_OK)
                return cli_no_memory(cli);
        if (argc == 1 && key && !begins_with_name(argv[0])) {
                const Word word = { .decl = (const MI_ParameterDecl *)key, .text = argv[0] };

                status = add_scalar(&target, &word, instance);
        } else {
                status = add_words(&target, argc, argv, instance);
        }
        if (!status)
                status = check_keys(cli, decl, instance);
        if (status)
                MI_Instance_Delete(instance);
        else
                *instancep = instance;
        return status;
}

int arguments_properties(Cli *cli, const MI_Class *class, int argc, char **argv, MI_Instance *instance)
{
        const Target target = { .cli = cli, .object = decl_object(class->classDecl) };

        return add_words(&target, argc, argv, instance);
}

int arguments_parameters(Cli *cli, const MI_Class *class, const char *method, int argc, char **argv,
                         MI_Instance **instancep)
{
        const MI_ClassDecl *decl = class->classDecl;
        const int index = decl_find_method(decl, method);
        Target target = { .cli = cli, .is_method = true };
        MI_Instance *instance = NULL;
        int status;

        if (index < 0) {
                char message[256];

                snprintf(message, sizeof(message),
                         "the class has no method '%s'; `xenmi class %s' shows those that it has", method, decl->name);
                return cli_refused(cli, decl->name, MI_RESULT_METHOD_NOT_FOUND, message, NULL);
        }
        target.object = method_object(decl->methods[index]);
        if (MI_Application_NewParameterSet(&cli->application, NULL, &instance) != MI_RESULT_OK)
                return cli_no_memory(cli);
        status = add_words(&target, argc, argv, instance);
        if (status)
                MI_Instance_Delete(instance);
        else
                *instancep = instance;
        return status;
}

int arguments_split(Cli *cli, const MI_Class *class, int argc, char **argv, int *n_keysp)
{
        const Target target = { .cli = cli, .object = decl_object(class->classDecl) };
        int n_keys = 0;

        for (int i = 0; i < argc; i++) {
                Word word;
                int status = parse_word(&target, argv[i], &word);

                if (status)
                        return status;
                if (word.decl->flags & MI_FLAG_KEY) {
                        char *key = argv[i];

                        /* Behind the keys so far, the others keep their order. */
                        memmove(&argv[n_keys + 1], &argv[n_keys], (size_t)(i - n_keys) * sizeof(*argv));
                        argv[n_keys++] = key;
                }
        }
        *n_keysp = n_keys;
        return CLI_OK;
}
