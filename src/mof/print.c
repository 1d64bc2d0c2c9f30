#include "mof/print.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "model/datetime.h"
#include "model/decl.h"
#include "model/value.h"
#include "mof/print-private.h"
#include "mof/schema.h"
#include "mof/syntax.h"
#include "util/number.h"
#include "util/text.h"

#define TEXT_WIDTH 80 /* characters of a text on one line */
#define LINE_WIDTH 90 /* after which an array goes on on the next line */

const char *mof_type_name(MI_Type type)
{
        return type == MOF_TYPE_VOID ? "void" : type_name(type);
}

/* Values */

static void print_escaped(Buffer *buffer, uint32_t c, char quote)
{
        switch (c) {
        case '\n':
                buffer_append_string(buffer, "\\n");
                break;
        case '\t':
                buffer_append_string(buffer, "\\t");
                break;
        case '\r':
                buffer_append_string(buffer, "\\r");
                break;
        case '\b':
                buffer_append_string(buffer, "\\b");
                break;
        case '\f':
                buffer_append_string(buffer, "\\f");
                break;
        default:
                if (c == '\\' || c == (unsigned char)quote)
                        buffer_printf(buffer, "\\%c", (char)c);
                else if (c < 0x20 || c == 0x7F)
                        buffer_printf(buffer, "\\x%04X", c);
                else
                        utf8_append(buffer, c);
        }
}

/* A text; long ones as several adjacent strings, at `indent`, broken behind a space or a line end. */
void mof_print_text(Buffer *buffer, const char *text, int indent)
{
        const char *p = text ? text : "", *end = p + strlen(p);
        int width = 0;

        buffer_append_char(buffer, '"');
        while (p < end) {
                const char *at = p;
                uint32_t c = utf8_next(&p, end);

                print_escaped(buffer, c == UINT32_MAX ? (unsigned char)*at : c, '"');
                width++;
                if (indent >= 0 && p < end && (c == '\n' || (c == ' ' && width >= TEXT_WIDTH))) {
                        buffer_printf(buffer, "\"\n%*s\"", indent, "");
                        width = 0;
                }
        }
        buffer_append_char(buffer, '"');
}

static void print_char16(Buffer *buffer, MI_Char16 c)
{
        if (c >= 0xD800 && c <= 0xDFFF) {
                buffer_printf(buffer, "'\\x%04X'", c);
                return;
        }
        buffer_append_char(buffer, '\'');
        print_escaped(buffer, c, '\'');
        buffer_append_char(buffer, '\'');
}

static void print_real(Buffer *buffer, const MI_Value *value, MI_Type type)
{
        char text[NUMBER_TEXT_MAX];
        double real = type == MI_REAL32 ? (double)value->real32 : value->real64;

        if (isfinite(real))
                buffer_append_string(buffer, type == MI_REAL32 ? number_format_real32(text, value->real32)
                                                               : number_format_real64(text, real));
        else
                buffer_append_string(buffer, "NULL"); /* the language has no word for it */
}

static void print_datetime(Buffer *buffer, const MI_Datetime *datetime)
{
        char text[DATETIME_TEXT_SIZE];

        datetime_format(datetime, text);
        buffer_printf(buffer, "\"%s\"", text);
}

static void print_scalar(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned flags, int indent)
{
        uint64_t positive;
        int64_t number;

        switch (type) {
        case MI_BOOLEAN:
                buffer_append_string(buffer, value->boolean ? "TRUE" : "FALSE");
                return;
        case MI_CHAR16:
                print_char16(buffer, value->char16);
                return;
        case MI_REAL32:
        case MI_REAL64:
                print_real(buffer, value, type);
                return;
        case MI_DATETIME:
                print_datetime(buffer, &value->datetime);
                return;
        case MI_STRING:
                mof_print_text(buffer, value->string, indent);
                return;
        case MI_REFERENCE:
                mof_print_reference(buffer, value->reference);
                return;
        case MI_INSTANCE:
                mof_print_embedded(buffer, value->instance, flags, MAX(indent, 0));
                return;
        default:
                if (value_to_uint64(value, type, &positive))
                        buffer_printf(buffer, "%" PRIu64, positive);
                else if (value_to_sint64(value, type, &number))
                        buffer_printf(buffer, "%" PRId64, number);
        }
}

void mof_print_indented_value(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned flags, int indent)
{
        size_t line_start = buffer->size;

        if (!type_is_array(type)) {
                print_scalar(buffer, value, type, flags, indent);
                return;
        }

        buffer_append_char(buffer, '{');
        for (uint32_t i = 0; i < value->array.size; i++) {
                MI_Value element;

                value_array_at(value, type, i, &element);
                if (i > 0 && indent >= 0 && buffer->size - line_start > LINE_WIDTH) {
                        buffer_printf(buffer, ",\n%*s", indent, "");
                        line_start = buffer->size - (size_t)indent;
                } else if (i > 0) {
                        buffer_append_string(buffer, ", ");
                }
                print_scalar(buffer, &element, type_scalar(type), flags, indent);
        }
        buffer_append_char(buffer, '}');
}

void mof_print_value(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned flags)
{
        mof_print_indented_value(buffer, value, type, flags, -1);
}

/* The value that a declaration points to */
static void print_declared_value(Buffer *buffer, const void *from, uint32_t type, int indent)
{
        MI_Value value;

        if (!from) {
                buffer_append_string(buffer, "NULL");
                return;
        }
        value_load(&value, from, (MI_Type)type);
        mof_print_indented_value(buffer, &value, (MI_Type)type, 0, indent);
}

/* Qualifiers */

typedef struct FlagWord {
        uint32_t flag;
        const char *word;
} FlagWord;

static const FlagWord scope_words[] = {
        { MI_FLAG_CLASS, "class" },           { MI_FLAG_ASSOCIATION, "association" },
        { MI_FLAG_INDICATION, "indication" }, { MI_FLAG_PROPERTY, "property" },
        { MI_FLAG_REFERENCE, "reference" },   { MI_FLAG_METHOD, "method" },
        { MI_FLAG_PARAMETER, "parameter" },
};

static const FlagWord flavor_words[] = {
        { MI_FLAG_ENABLEOVERRIDE, "EnableOverride" }, { MI_FLAG_DISABLEOVERRIDE, "DisableOverride" },
        { MI_FLAG_TOSUBCLASS, "ToSubclass" },         { MI_FLAG_RESTRICTED, "Restricted" },
        { MI_FLAG_TRANSLATABLE, "Translatable" },
};

static void print_flags(Buffer *buffer, const FlagWord *words, size_t count, uint32_t flags, const char *separator)
{
        const char *before = "";

        for (size_t i = 0; i < count; i++)
                if (flags & words[i].flag) {
                        buffer_append_string(buffer, before);
                        buffer_append_string(buffer, words[i].word);
                        before = separator;
                }
}

void mof_print_qualifier_decl(Buffer *buffer, const MI_QualifierDecl *qualifier)
{
        buffer_printf(buffer, "Qualifier %s : %s", qualifier->name, mof_type_name((MI_Type)qualifier->type));
        if (qualifier->type & MI_ARRAY) {
                if (qualifier->subscript)
                        buffer_printf(buffer, "[%u]", qualifier->subscript);
                else
                        buffer_append_string(buffer, "[]");
        }
        if (qualifier->value) {
                buffer_append_string(buffer, " = ");
                print_declared_value(buffer, qualifier->value, qualifier->type, -1);
        }
        buffer_append_string(buffer, ", Scope(");
        if ((qualifier->scope & MI_FLAG_ANY) == MI_FLAG_ANY)
                buffer_append_string(buffer, "any");
        else
                print_flags(buffer, scope_words, ARRAY_SIZE(scope_words), qualifier->scope, ", ");
        buffer_append_string(buffer, "), Flavor(");
        print_flags(buffer, flavor_words, ARRAY_SIZE(flavor_words), qualifier->flavor, ", ");
        buffer_append_string(buffer, ");\n");
}

/* A declaration whose qualifiers are printed: what it inherits and what its flags say beside them. */
typedef struct Qualified {
        const MI_Qualifier *const *list;
        uint32_t count;
        const MI_Qualifier *const *inherited; /* of the ancestor's declaration */
        uint32_t n_inherited;
        const MI_SchemaDecl *schema; /* for the declared flavors; NULL: the standard's */
        unsigned flags;
        int indent;
        bool any;        /* one is printed already */
        bool after_text; /* and it was a long one */
} Qualified;

static bool is_text(const char *name)
{
        static const char *const texts[] = {
                "Description",        "Values",         "ValueMap",
                "BitValues",          "BitMap",         "DisplayName",
                "DisplayDescription", "MappingStrings", "ModelCorrespondence",
        };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
                if (ascii_equal(name, texts[i]))
                        return true;
        return false;
}

static bool same_value(const MI_Qualifier *a, const MI_Qualifier *b)
{
        MI_Value left, right;

        if (a->type != b->type || a->flavor != b->flavor || !a->value || !b->value)
                return a->type == b->type && a->flavor == b->flavor && a->value == b->value;
        value_load(&left, a->value, (MI_Type)a->type);
        value_load(&right, b->value, (MI_Type)b->type);
        return value_equal(&left, &right, (MI_Type)a->type);
}

/* Said again even if it is inherited: not all readers let the parameters of an override inherit, and types hang on it. */
static bool is_always_said(const char *name)
{
        static const char *const names[] = { "In", "Out", "Stream", "Static", "EmbeddedInstance", "EmbeddedObject" };

        for (size_t i = 0; i < ARRAY_SIZE(names); i++)
                if (ascii_equal(name, names[i]))
                        return true;
        return false;
}

static bool is_left_out(const Qualified *qualified, const MI_Qualifier *qualifier)
{
        const MI_Qualifier *inherited;

        if (qualified->flags & MOF_PRINT_NO_DESCRIPTIONS && is_text(qualifier->name))
                return true;
        if (qualified->flags & MOF_PRINT_FLAT || is_always_said(qualifier->name))
                return false;
        inherited = mof_find_qualifier(qualified->inherited, qualified->n_inherited, qualifier->name);
        return inherited && inherited->flavor & MI_FLAG_TOSUBCLASS && same_value(inherited, qualifier);
}

static uint32_t declared_flavor(const Qualified *qualified, const char *name)
{
        const MI_QualifierDecl *decl;

        for (uint32_t i = 0; qualified->schema && i < qualified->schema->numQualifierDecls; i++)
                if (ascii_equal(qualified->schema->qualifierDecls[i]->name, name))
                        return qualified->schema->qualifierDecls[i]->flavor;
        decl = mof_standard_qualifier(name);
        return decl ? decl->flavor : MI_FLAG_ENABLEOVERRIDE | MI_FLAG_RESTRICTED;
}

static void print_separator(Buffer *buffer, Qualified *qualified, bool own_line)
{
        if (!qualified->any)
                buffer_append_char(buffer, '[');
        else if (own_line || qualified->after_text)
                buffer_printf(buffer, ",\n%*s", qualified->indent + 1, "");
        else
                buffer_append_string(buffer, ", ");
        qualified->any = true;
        qualified->after_text = own_line;
}

static void print_qualifier(Buffer *buffer, Qualified *qualified, const MI_Qualifier *qualifier)
{
        uint32_t declared = declared_flavor(qualified, qualifier->name);
        bool is_true = qualifier->type == MI_BOOLEAN && qualifier->value && *(const MI_Boolean *)qualifier->value;

        print_separator(buffer, qualified, is_text(qualifier->name));
        buffer_append_string(buffer, qualifier->name);
        if (qualifier->type & MI_ARRAY) {
                buffer_append_char(buffer, ' ');
                if (qualifier->value)
                        print_declared_value(buffer, qualifier->value, qualifier->type, qualified->indent + 4);
                else
                        buffer_append_string(buffer, "(NULL)");
        } else if (!is_true) {
                buffer_append_string(buffer, " (");
                print_declared_value(buffer, qualifier->value, qualifier->type, qualified->indent + 4);
                buffer_append_char(buffer, ')');
        }
        if (qualifier->flavor & ~declared) {
                buffer_append_string(buffer, " : ");
                print_flags(buffer, flavor_words, ARRAY_SIZE(flavor_words), qualifier->flavor & ~declared, " ");
        }
}

/* A flag that no qualifier of the declaration stands for. */
static void print_flag(Buffer *buffer, Qualified *qualified, bool is_set, const char *name, const char *value)
{
        if (!is_set || mof_find_qualifier(qualified->list, qualified->count, name))
                return;
        print_separator(buffer, qualified, false);
        buffer_append_string(buffer, name);
        if (value)
                buffer_printf(buffer, " (\"%s\")", value);
}

static void print_list(Buffer *buffer, Qualified *qualified)
{
        for (uint32_t i = 0; i < qualified->count; i++)
                if (!is_left_out(qualified, qualified->list[i]))
                        print_qualifier(buffer, qualified, qualified->list[i]);
}

static void print_embedding(Buffer *buffer, Qualified *qualified, uint32_t type, const char *class_name)
{
        bool is_embedded = type_scalar((MI_Type)type) == MI_INSTANCE;

        print_flag(buffer, qualified, is_embedded && class_name, "EmbeddedInstance", class_name);
        print_flag(buffer, qualified, is_embedded && !class_name, "EmbeddedObject", NULL);
}

/* Classes */

static void print_type(Buffer *buffer, uint32_t type, const char *class_name)
{
        MI_Type scalar = (MI_Type)(type == (uint32_t)MOF_TYPE_VOID ? type : type & ~(uint32_t)MI_ARRAY);

        if (scalar == MI_REFERENCE)
                buffer_printf(buffer, "%s REF ", class_name ? class_name : "object");
        else
                buffer_printf(buffer, "%s ", scalar == MI_INSTANCE ? "string" : mof_type_name(scalar));
}

static void print_subscript(Buffer *buffer, uint32_t type, uint32_t subscript)
{
        if (!(type & MI_ARRAY))
                return;
        if (subscript)
                buffer_printf(buffer, "[%u]", subscript);
        else
                buffer_append_string(buffer, "[]");
}

static const MI_PropertyDecl *inherited_property(const MI_ClassDecl *class, const char *name)
{
        int i = class->superClassDecl ? decl_find_property(class->superClassDecl, name) : -1;

        return i < 0 ? NULL : class->superClassDecl->properties[i];
}

static const MI_MethodDecl *inherited_method(const MI_ClassDecl *class, const char *name)
{
        int i = class->superClassDecl ? decl_find_method(class->superClassDecl, name) : -1;

        return i < 0 ? NULL : class->superClassDecl->methods[i];
}

static void print_property(Buffer *buffer, const MI_ClassDecl *class, const MI_PropertyDecl *decl,
                           const MI_SchemaDecl *schema, unsigned flags)
{
        const MI_PropertyDecl *inherited = inherited_property(class, decl->name);
        Qualified qualified = { decl->qualifiers, decl->numQualifiers, NULL, 0, schema, flags, 4, false, false };

        if (inherited) {
                qualified.inherited = inherited->qualifiers;
                qualified.n_inherited = inherited->numQualifiers;
        }
        buffer_append_string(buffer, "    ");
        print_flag(buffer, &qualified, decl->flags & MI_FLAG_KEY, "Key", NULL);
        print_flag(buffer, &qualified, decl->flags & MI_FLAG_REQUIRED, "Required", NULL);
        print_flag(buffer, &qualified, !(decl->flags & MI_FLAG_READONLY), "Write", NULL);
        print_embedding(buffer, &qualified, decl->type, decl->className);
        print_list(buffer, &qualified);
        if (qualified.any)
                buffer_append_string(buffer, "]\n    ");

        print_type(buffer, decl->type, decl->className);
        buffer_append_string(buffer, decl->name);
        print_subscript(buffer, decl->type, decl->subscript);
        if (decl->value && type_scalar((MI_Type)decl->type) < MI_REFERENCE) {
                buffer_append_string(buffer, " = ");
                print_declared_value(buffer, decl->value, decl->type, 8);
        }
        buffer_append_string(buffer, ";\n");
}

static void print_parameter(Buffer *buffer, const MI_ParameterDecl *decl, const MI_MethodDecl *inherited,
                            const MI_SchemaDecl *schema, unsigned flags)
{
        Qualified qualified = { decl->qualifiers, decl->numQualifiers, NULL, 0, schema, flags, 8, false, false };
        int i = inherited ? object_find_property(method_object(inherited), decl->name) : -1;

        if (i >= 0) {
                qualified.inherited = inherited->parameters[i]->qualifiers;
                qualified.n_inherited = inherited->parameters[i]->numQualifiers;
        }
        buffer_append_string(buffer, "\n        ");
        print_flag(buffer, &qualified, decl->flags & MI_FLAG_IN, "In", NULL);
        print_flag(buffer, &qualified, decl->flags & MI_FLAG_OUT, "Out", NULL);
        print_flag(buffer, &qualified, decl->flags & MI_FLAG_STREAM, "Stream", NULL);
        print_embedding(buffer, &qualified, decl->type, decl->className);
        print_list(buffer, &qualified);
        if (qualified.any)
                buffer_append_string(buffer, "] ");
        print_type(buffer, decl->type, decl->className);
        buffer_append_string(buffer, decl->name);
        print_subscript(buffer, decl->type, decl->subscript);
}

static bool is_return(const MI_ParameterDecl *decl)
{
        return ascii_equal(decl->name, "MIReturn") || ascii_equal(decl->name, "ReturnValue");
}

static void print_method(Buffer *buffer, const MI_ClassDecl *class, const MI_MethodDecl *decl,
                         const MI_SchemaDecl *schema, unsigned flags)
{
        const MI_MethodDecl *inherited = inherited_method(class, decl->name);
        Qualified qualified = { decl->qualifiers, decl->numQualifiers, NULL, 0, schema, flags, 4, false, false };
        bool is_void = decl->returnType == (uint32_t)MOF_TYPE_VOID, any = false;
        const char *class_name = NULL;

        if (inherited) {
                qualified.inherited = inherited->qualifiers;
                qualified.n_inherited = inherited->numQualifiers;
        }
        for (uint32_t i = 0; i < decl->numParameters; i++)
                if (is_return(decl->parameters[i]))
                        class_name = decl->parameters[i]->className;

        buffer_append_string(buffer, "    ");
        print_flag(buffer, &qualified, decl->flags & MI_FLAG_STATIC, "Static", NULL);
        if (!is_void)
                print_embedding(buffer, &qualified, decl->returnType, class_name);
        print_list(buffer, &qualified);
        if (qualified.any)
                buffer_append_string(buffer, "]\n    ");

        print_type(buffer, decl->returnType, class_name);
        buffer_printf(buffer, "%s(", decl->name);
        for (uint32_t i = 0; i < decl->numParameters; i++) {
                if (is_return(decl->parameters[i]))
                        continue;
                buffer_append_string(buffer, any ? "," : "");
                any = true;
                print_parameter(buffer, decl->parameters[i], inherited, schema, flags);
        }
        buffer_append_string(buffer, ");\n");
}

static bool is_own(const MI_ClassDecl *class, const char *propagator, unsigned flags)
{
        return flags & MOF_PRINT_FLAT || !propagator || ascii_equal(propagator, class->name);
}

static void print_class_head(Buffer *buffer, const MI_ClassDecl *class, const MI_SchemaDecl *schema, unsigned flags)
{
        const MI_ClassDecl *super = class->superClassDecl;
        Qualified qualified = { class->qualifiers, class->numQualifiers, NULL, 0, schema, flags, 0, false, false };
        uint32_t inherited_flags = super && !(flags & MOF_PRINT_FLAT) ? super->flags : 0;

        if (super) {
                qualified.inherited = super->qualifiers;
                qualified.n_inherited = super->numQualifiers;
        }
        print_flag(buffer, &qualified, class->flags & ~inherited_flags & MI_FLAG_ASSOCIATION, "Association", NULL);
        print_flag(buffer, &qualified, class->flags & ~inherited_flags & MI_FLAG_INDICATION, "Indication", NULL);
        print_flag(buffer, &qualified, class->flags & MI_FLAG_ABSTRACT, "Abstract", NULL);
        print_list(buffer, &qualified);
        buffer_append_string(buffer, qualified.any ? "]\n" : "");
        buffer_printf(buffer, "class %s", class->name);
        if (class->superClass)
                buffer_printf(buffer, " : %s", class->superClass);
}

static void print_class(Buffer *buffer, const MI_ClassDecl *class, const MI_SchemaDecl *schema, unsigned flags)
{
        const char *gap = "";

        print_class_head(buffer, class, schema, flags);
        buffer_append_string(buffer, "\n{\n");
        for (uint32_t i = 0; i < class->numProperties; i++)
                if (is_own(class, class->properties[i]->propagator, flags)) {
                        buffer_append_string(buffer, gap);
                        print_property(buffer, class, class->properties[i], schema, flags);
                        gap = "\n";
                }
        for (uint32_t i = 0; i < class->numMethods; i++)
                if (is_own(class, class->methods[i]->propagator, flags)) {
                        buffer_append_string(buffer, gap);
                        print_method(buffer, class, class->methods[i], schema, flags);
                        gap = "\n";
                }
        buffer_append_string(buffer, "};\n");
}

void mof_print_class(Buffer *buffer, const MI_ClassDecl *class, unsigned flags)
{
        print_class(buffer, class, class->schema, flags);
}

/* Superclasses first: those that the schema has and that are not printed yet. */
static void print_chain(Buffer *buffer, const MI_SchemaDecl *schema, const MI_ClassDecl *class, StrMap *printed,
                        unsigned flags)
{
        const MI_ClassDecl *chain[MOF_INHERITANCE_MAX];
        uint32_t count = 0;

        for (; class && count < ARRAY_SIZE(chain); class = class->superClassDecl) {
                if (str_map_get(printed, class->name))
                        break;
                chain[count++] = class;
        }
        while (count > 0) {
                class = chain[--count];
                if (str_map_add(printed, class->name, (void *)class) < 0) {
                        buffer->failed = true;
                        return;
                }
                print_class(buffer, class, schema, flags);
                buffer_append_char(buffer, '\n');
        }
}

void mof_print_schema(Buffer *buffer, const MI_SchemaDecl *schema, unsigned flags)
{
        _cleanup_(str_map_deinit) StrMap printed;

        str_map_init(&printed, true);
        for (uint32_t i = 0; i < schema->numQualifierDecls; i++)
                mof_print_qualifier_decl(buffer, schema->qualifierDecls[i]);
        if (schema->numQualifierDecls > 0)
                buffer_append_char(buffer, '\n');
        for (uint32_t i = 0; i < schema->numClassDecls; i++)
                print_chain(buffer, schema, schema->classDecls[i], &printed, flags);
}
