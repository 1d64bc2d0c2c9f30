#include "cli/arguments.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/cim-error.h"
#include "model/decl.h"
#include "model/instance.h"
#include "model/path.h"
#include "model/value.h"
#include "mof/serializer.h"
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

/* The reading of an embedded instance, which may name classes that do not exist */
typedef struct Embedded {
        Cli *cli;
        bool is_unknown;
} Embedded;

static MI_Result MI_CALL class_needed(void *context, const MI_Char *server_name, const MI_Char *name_space,
                                      const MI_Char *class_name, MI_Class **classp)
{
        Embedded *embedded = context;

        if (cli_get_class(embedded->cli, NULL, class_name, classp) == CLI_OK)
                return MI_RESULT_OK;
        embedded->is_unknown = true;
        return MI_RESULT_INVALID_CLASS;
}

/* instance of CLASS { X = 1; }, in MOF; the semicolon that ends it in a file may be left out */
static int parse_embedded(const Target *target, const Word *word, MI_Value *value)
{
        const MI_DeserializerFT *ft = &mof_deserializer_ft.common;
        MI_Deserializer self = MI_DESERIALIZER_NULL;
        Embedded embedded = { .cli = target->cli };
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;
        _cleanup_(instance_deletep) MI_Instance *error = NULL;
        const char *why = NULL;
        MI_Result result;
        MI_Uint32 read;

        buffer_append_string(&text, word->text);
        if (text.size > 0 && text.data[text.size - 1] == '}')
                buffer_append_char(&text, ';');
        if (!buffer_text(&text))
                return cli_no_memory(target->cli);
        result = ft->DeserializeInstance(&self, 0, (MI_Uint8 *)text.data, (MI_Uint32)text.size, NULL, 0, class_needed,
                                         &embedded, &read, &value->instance, &error);
        if (result == MI_RESULT_OK && embedded.is_unknown) {
                MI_Instance_Delete(value->instance);
                return CLI_FAILED; /* has been told */
        }
        if (result == MI_RESULT_OK)
                return CLI_OK;
        if (error)
                why = cim_error_message(error);
        return cli_fail(
                target->cli,
                "%s: expected an embedded instance, 'instance of CLASS { PROPERTY = VALUE; }', found '%s'%s%.*s",
                word->decl->name, word->text, why ? "\n  " : "", why ? (int)strcspn(why, "\n") : 0, why ? why : "");
}

static int parse_value(const Target *target, const Word *word, MI_Value *value)
{
        const MI_Type type = type_scalar((MI_Type)word->decl->type);
        const char *why = "";

        if (type == MI_INSTANCE)
                return parse_embedded(target, word, value);
        if (type == MI_REFERENCE) {
                if (!strpbrk(word->text, ".="))
                        return cli_fail(target->cli,
                                        "%s: expected an object path such as CLASS.KEY=\"VALUE\", found '%s'",
                                        word->decl->name, word->text);
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
        if (type_scalar((MI_Type)word->decl->type) >= MI_REFERENCE)
                instance_delete(value.instance);
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
        data = arena_zalloc(&arena, (size_t)(count - first) * size);
        if (!data)
                return cli_no_memory(target->cli);
        status = CLI_OK;
        for (int i = first; i < count && !status; i++) {
                MI_Value item;

                if (words[i].decl != words[first].decl)
                        continue;
                taken[i] = true;
                if (strcmp(words[i].text, "{}") == 0)
                        continue;
                status = parse_value(target, &words[i], &item);
                if (!status)
                        value_store(data + array.array.size++ * size, &item, type);
        }
        array.array.data = data;
        if (!status)
                status = add_element(target, &words[first], &array, instance);
        for (MI_Uint32 i = 0; type >= MI_REFERENCE && i < array.array.size; i++)
                instance_delete(array.instancea.data[i]);
        return status;
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
