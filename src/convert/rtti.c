/* Declarations as C objects: see rtti.h */

#include "convert/rtti.h"

#include <string.h>

#include "convert/literals.h"
#include "convert/names.h"
#include "mof/schema.h"
#include "util/text.h"

typedef struct FlagName {
        MI_Uint32 flag;
        const char *name;
} FlagName;

static void write_flags(Buffer *buffer, MI_Uint32 flags, const FlagName *names, size_t count)
{
        bool is_first = true;

        for (size_t i = 0; i < count; i++) {
                if (!(flags & names[i].flag))
                        continue;
                buffer_printf(buffer, "%s%s", is_first ? "" : "|", names[i].name);
                is_first = false;
        }
        if (is_first)
                buffer_append_char(buffer, '0');
}

void write_scope(Buffer *buffer, MI_Uint32 scope)
{
        static const FlagName names[] = {
                { MI_FLAG_ASSOCIATION, "MI_FLAG_ASSOCIATION" }, { MI_FLAG_CLASS, "MI_FLAG_CLASS" },
                { MI_FLAG_INDICATION, "MI_FLAG_INDICATION" },   { MI_FLAG_METHOD, "MI_FLAG_METHOD" },
                { MI_FLAG_PARAMETER, "MI_FLAG_PARAMETER" },     { MI_FLAG_PROPERTY, "MI_FLAG_PROPERTY" },
                { MI_FLAG_REFERENCE, "MI_FLAG_REFERENCE" },
        };

        if ((scope & MI_FLAG_ANY) == MI_FLAG_ANY)
                buffer_append_string(buffer, "MI_FLAG_ANY");
        else
                write_flags(buffer, scope, names, ARRAY_SIZE(names));
}

void write_flavor(Buffer *buffer, MI_Uint32 flavor)
{
        static const FlagName names[] = {
                { MI_FLAG_DISABLEOVERRIDE, "MI_FLAG_DISABLEOVERRIDE" },
                { MI_FLAG_ENABLEOVERRIDE, "MI_FLAG_ENABLEOVERRIDE" },
                { MI_FLAG_RESTRICTED, "MI_FLAG_RESTRICTED" },
                { MI_FLAG_TOSUBCLASS, "MI_FLAG_TOSUBCLASS" },
                { MI_FLAG_TRANSLATABLE, "MI_FLAG_TRANSLATABLE" },
        };

        if (!(flavor & (MI_FLAG_DISABLEOVERRIDE | MI_FLAG_ENABLEOVERRIDE)))
                flavor |= MI_FLAG_ENABLEOVERRIDE;
        if (!(flavor & (MI_FLAG_RESTRICTED | MI_FLAG_TOSUBCLASS)))
                flavor |= MI_FLAG_TOSUBCLASS;
        write_flags(buffer, flavor, names, ARRAY_SIZE(names));
}

/* A name made of others, for as long as the generator lives; never NULL, for the buffer remembers that memory was short. */
static const char *name_of(Buffer *buffer, const Generator *generator, const char *a, const char *b, const char *c)
{
        const char *name = arena_printf(generator->arena, "%s_%s%s%s", a, b, c ? "_" : "", c ? c : "");

        if (!name)
                buffer->failed = true;
        return name ? name : "";
}

void write_qualifier_decl(Buffer *buffer, Generator *generator, const MofQualifierDecl *qualifier)
{
        const MI_QualifierDecl *decl = &qualifier->decl;
        const char *name = name_of(buffer, generator, decl->name, "qual_decl", NULL);
        bool has_value = write_value_object(buffer, generator, name, (MI_Type)decl->type, decl->value, false);
        char constant[TYPE_CONSTANT_MAX];

        buffer_printf(buffer,
                      "static MI_CONST MI_QualifierDecl %s =\n"
                      "{\n"
                      "    MI_T(\"%s\"), /* name */\n"
                      "    %s, /* type */\n"
                      "    ",
                      name, decl->name, type_constant(constant, (MI_Type)decl->type));
        write_scope(buffer, decl->scope);
        buffer_append_string(buffer, ", /* scope */\n    ");
        write_flavor(buffer, decl->flavor);
        buffer_printf(buffer, ", /* flavor */\n    %u, /* subscript */\n    ", decl->subscript);
        if (has_value)
                buffer_printf(buffer, "&%s_value, /* value */\n};\n\n", name);
        else
                buffer_append_string(buffer, "NULL, /* value */\n};\n\n");
}

/* The generator leaves out where in other models a thing comes from; everything else is kept. */
static bool is_emitted(const MI_Qualifier *qualifier)
{
        return !ascii_equal(qualifier->name, "MappingStrings");
}

static void write_qualifier(Buffer *buffer, Generator *generator, const char *owner, const MI_Qualifier *qualifier)
{
        const char *name = name_of(buffer, generator, owner, qualifier->name, "qual");
        bool is_localized = (qualifier->flavor & MI_FLAG_TRANSLATABLE) && !generator->options->skip_localize &&
                            type_names((MI_Type)qualifier->type) == type_names(MI_STRING);
        bool has_value =
                write_value_object(buffer, generator, name, (MI_Type)qualifier->type, qualifier->value, is_localized);
        char constant[TYPE_CONSTANT_MAX];

        buffer_printf(buffer,
                      "static MI_CONST MI_Qualifier %s =\n"
                      "{\n"
                      "    MI_T(\"%s\"),\n"
                      "    %s,\n"
                      "    ",
                      name, qualifier->name, type_constant(constant, (MI_Type)qualifier->type));
        write_flavor(buffer, qualifier->flavor);
        if (has_value)
                buffer_printf(buffer, ",\n    &%s_value\n};\n\n", name);
        else
                buffer_append_string(buffer, ",\n    NULL\n};\n\n");
}

bool write_qualifiers(Buffer *buffer, Generator *generator, const char *name, const MI_Qualifier *const *qualifiers,
                      MI_Uint32 count)
{
        MI_Uint32 emitted = 0;

        for (MI_Uint32 i = 0; i < count; i++) {
                if (!is_emitted(qualifiers[i]))
                        continue;
                write_qualifier(buffer, generator, name, qualifiers[i]);
                emitted++;
        }
        if (emitted == 0)
                return false;

        buffer_printf(buffer, "static MI_Qualifier MI_CONST* MI_CONST %s_quals[] =\n{\n", name);
        for (MI_Uint32 i = 0; i < count; i++)
                if (is_emitted(qualifiers[i]))
                        buffer_printf(buffer, "    &%s_%s_qual,\n", name, qualifiers[i]->name);
        buffer_append_string(buffer, "};\n\n");
        return true;
}

void write_qualifiers_members(Buffer *buffer, const char *name, bool has_qualifiers)
{
        if (has_qualifiers)
                buffer_printf(buffer, "    %s_quals, /* qualifiers */\n    MI_COUNT(%s_quals), /* numQualifiers */\n",
                              name, name);
        else
                buffer_append_string(buffer, "    NULL, /* qualifiers */\n    0, /* numQualifiers */\n");
}

static void write_class_name_member(Buffer *buffer, const Generator *generator, const char *class_name)
{
        if (class_name)
                buffer_printf(buffer, "    MI_T(\"%s\"), /* className */\n", class_spelling(generator, class_name));
        else
                buffer_append_string(buffer, "    NULL, /* className */\n");
}

static void write_property_rtti(Buffer *buffer, Generator *generator, const PlanClass *class,
                                const MI_PropertyDecl *property)
{
        const MI_Qualifier *const *qualifiers = (const MI_Qualifier *const *)property->qualifiers;
        const char *name = name_of(buffer, generator, class->name, property->name, NULL);
        bool has_qualifiers = write_qualifiers(buffer, generator, name, qualifiers, property->numQualifiers);
        bool has_value = write_value_object(buffer, generator, name, (MI_Type)property->type, property->value, false);
        char constant[TYPE_CONSTANT_MAX];

        buffer_printf(buffer,
                      "/* property %s.%s */\n"
                      "static MI_CONST MI_PropertyDecl %s_prop =\n"
                      "{\n"
                      "    MI_FLAG_PROPERTY%s%s%s, /* flags */\n"
                      "    0x%08X, /* code */\n"
                      "    MI_T(\"%s\"), /* name */\n",
                      class->name, property->name, name, property->flags & MI_FLAG_KEY ? "|MI_FLAG_KEY" : "",
                      property->flags & MI_FLAG_REQUIRED ? "|MI_FLAG_REQUIRED" : "",
                      mof_is_true(qualifiers, property->numQualifiers, "Write") ? "" : "|MI_FLAG_READONLY",
                      text_code(property->name), property->name);
        write_qualifiers_members(buffer, name, has_qualifiers);
        buffer_printf(buffer, "    %s, /* type */\n", type_constant(constant, (MI_Type)property->type));
        write_class_name_member(buffer, generator, property->className);
        buffer_printf(buffer,
                      "    %u, /* subscript */\n"
                      "    offsetof(%s, %s), /* offset */\n"
                      "    MI_T(\"%s\"), /* origin */\n"
                      "    MI_T(\"%s\"), /* propagator */\n",
                      property->subscript, class->name, property->name, property->origin, property->propagator);
        if (has_value)
                buffer_printf(buffer, "    &%s_value,\n};\n\n", name);
        else
                buffer_append_string(buffer, "    NULL,\n};\n\n");
}

void write_properties_rtti(Buffer *buffer, Generator *generator, const PlanClass *class)
{
        const MI_ClassDecl *decl = &class->class->decl;

        for (MI_Uint32 i = 0; i < decl->numProperties; i++)
                if (mof_property(decl->properties[i])->declared_in == class->class)
                        write_property_rtti(buffer, generator, class, decl->properties[i]);
        if (decl->numProperties == 0)
                return;

        buffer_printf(buffer, "static MI_PropertyDecl MI_CONST* MI_CONST %s_props[] =\n{\n", class->name);
        for (MI_Uint32 i = 0; i < decl->numProperties; i++)
                buffer_printf(buffer, "    &%s_%s_prop,\n", mof_property(decl->properties[i])->declared_in->decl.name,
                              decl->properties[i]->name);
        buffer_append_string(buffer, "};\n\n");
}

static void write_parameter_rtti(Buffer *buffer, Generator *generator, const PlanClass *class,
                                 const MI_MethodDecl *method, MI_Uint32 index)
{
        const MI_ParameterDecl *parameter = method->parameters[index];
        const char *owner = name_of(buffer, generator, class->name, method->name, NULL);
        const char *name = name_of(buffer, generator, owner, parameter->name, NULL);
        bool has_qualifiers = write_qualifiers(
                buffer, generator, name, (const MI_Qualifier *const *)parameter->qualifiers, parameter->numQualifiers);
        bool is_return = index == 0 && !mof_method(method)->is_void;
        bool is_stream = parameter->offset == MOF_NO_OFFSET;
        char constant[TYPE_CONSTANT_MAX];

        buffer_printf(buffer,
                      "/* parameter %s.%s(): %s */\n"
                      "static MI_CONST MI_ParameterDecl %s_param =\n"
                      "{\n"
                      "    MI_FLAG_PARAMETER%s%s%s, /* flags */\n"
                      "    0x%08X, /* code */\n"
                      "    MI_T(\"%s\"), /* name */\n",
                      class->name, method->name, parameter->name, name,
                      !is_return && parameter->flags & MI_FLAG_IN ? "|MI_FLAG_IN" : "",
                      is_return || parameter->flags & MI_FLAG_OUT ? "|MI_FLAG_OUT" : "",
                      is_stream ? "|MI_FLAG_STREAM" : "", text_code(parameter->name), parameter->name);
        write_qualifiers_members(buffer, name, has_qualifiers);
        buffer_printf(buffer, "    %s, /* type */\n", type_constant(constant, (MI_Type)parameter->type));
        write_class_name_member(buffer, generator, parameter->className);
        buffer_printf(buffer, "    %u, /* subscript */\n", parameter->subscript);
        if (is_stream)
                buffer_append_string(buffer, "    0xFFFFFFFF, /* offset */\n};\n\n");
        else
                buffer_printf(buffer, "    offsetof(%s, %s), /* offset */\n};\n\n", owner, parameter->name);
}

static void write_parameters_rtti(Buffer *buffer, Generator *generator, const PlanClass *class,
                                  const MI_MethodDecl *method)
{
        bool is_void = mof_method(method)->is_void;

        for (MI_Uint32 i = is_void ? 0 : 1; i < method->numParameters; i++)
                write_parameter_rtti(buffer, generator, class, method, i);
        if (!is_void)
                write_parameter_rtti(buffer, generator, class, method, 0);
        if (method->numParameters == 0)
                return;

        buffer_printf(buffer, "static MI_ParameterDecl MI_CONST* MI_CONST %s_%s_params[] =\n{\n", class->name,
                      method->name);
        for (MI_Uint32 i = 0; i < method->numParameters; i++)
                buffer_printf(buffer, "    &%s_%s_%s_param,\n", class->name, method->name, method->parameters[i]->name);
        buffer_append_string(buffer, "};\n\n");
}

static void write_method_rtti(Buffer *buffer, Generator *generator, const PlanClass *class, const MI_MethodDecl *method)
{
        const char *name = name_of(buffer, generator, class->name, method->name, NULL);
        bool has_qualifiers = write_qualifiers(buffer, generator, name, (const MI_Qualifier *const *)method->qualifiers,
                                               method->numQualifiers);
        char constant[TYPE_CONSTANT_MAX];

        write_parameters_rtti(buffer, generator, class, method);
        buffer_printf(buffer,
                      "/* method %s.%s() */\n"
                      "MI_CONST MI_MethodDecl %s_rtti =\n"
                      "{\n"
                      "    MI_FLAG_METHOD%s, /* flags */\n"
                      "    0x%08X, /* code */\n"
                      "    MI_T(\"%s\"), /* name */\n",
                      class->name, method->name, name, method->flags & MI_FLAG_STATIC ? "|MI_FLAG_STATIC" : "",
                      text_code(method->name), method->name);
        write_qualifiers_members(buffer, name, has_qualifiers);
        if (method->numParameters)
                buffer_printf(buffer, "    %s_params, /* parameters */\n    MI_COUNT(%s_params), /* numParameters */\n",
                              name, name);
        else
                buffer_append_string(buffer, "    NULL, /* parameters */\n    0, /* numParameters */\n");
        buffer_printf(buffer, "    sizeof(%s), /* size */\n", name);
        /* MI.h has no word for void; readers know a void method by this value and by the missing MIReturn. */
        if (mof_method(method)->is_void)
                buffer_printf(buffer, "    0x%02X, /* returnType */\n", (unsigned)MOF_TYPE_VOID);
        else
                buffer_printf(buffer, "    %s, /* returnType */\n",
                              type_constant(constant, (MI_Type)method->returnType));
        buffer_printf(buffer,
                      "    MI_T(\"%s\"), /* origin */\n"
                      "    MI_T(\"%s\"), /* propagator */\n"
                      "    &schemaDecl, /* schema */\n",
                      method->origin, method->propagator);
        if (class->is_target)
                buffer_printf(buffer, "    (MI_ProviderFT_Invoke)%s_Invoke_%s, /* method */\n};\n\n", class->name,
                              method->name);
        else
                buffer_append_string(buffer, "    NULL, /* method */\n};\n\n");
}

void write_methods_rtti(Buffer *buffer, Generator *generator, const PlanClass *class)
{
        const MI_ClassDecl *decl = &class->class->decl;

        for (MI_Uint32 i = 0; i < decl->numMethods; i++)
                if (class->is_target || mof_method(decl->methods[i])->declared_in == class->class)
                        write_method_rtti(buffer, generator, class, decl->methods[i]);
        if (decl->numMethods == 0)
                return;

        buffer_printf(buffer, "static MI_MethodDecl MI_CONST* MI_CONST %s_meths[] =\n{\n", class->name);
        for (MI_Uint32 i = 0; i < decl->numMethods; i++)
                buffer_printf(buffer, "    &%s_%s_rtti,\n",
                              class->is_target ? class->name : mof_method(decl->methods[i])->declared_in->decl.name,
                              decl->methods[i]->name);
        buffer_append_string(buffer, "};\n\n");
}

void write_class_rtti(Buffer *buffer, Generator *generator, const PlanClass *class)
{
        const MI_ClassDecl *decl = &class->class->decl;
        const char *name = class->name;
        bool has_qualifiers = write_qualifiers(buffer, generator, name, (const MI_Qualifier *const *)decl->qualifiers,
                                               decl->numQualifiers);

        buffer_printf(buffer,
                      "/* class %s */\n"
                      "MI_CONST MI_ClassDecl %s_rtti =\n"
                      "{\n"
                      "    MI_FLAG_CLASS%s%s%s, /* flags */\n"
                      "    0x%08X, /* code */\n"
                      "    MI_T(\"%s\"), /* name */\n",
                      name, name, class->is_association ? "|MI_FLAG_ASSOCIATION" : "",
                      class->is_indication ? "|MI_FLAG_INDICATION" : "",
                      decl->flags & MI_FLAG_ABSTRACT ? "|MI_FLAG_ABSTRACT" : "", text_code(name), name);
        write_qualifiers_members(buffer, name, has_qualifiers);
        if (decl->numProperties)
                buffer_printf(buffer, "    %s_props, /* properties */\n    MI_COUNT(%s_props), /* numProperties */\n",
                              name, name);
        else
                buffer_append_string(buffer, "    NULL, /* properties */\n    0, /* numProperties */\n");
        buffer_printf(buffer, "    sizeof(%s), /* size */\n", name);
        if (class->super)
                buffer_printf(buffer, "    MI_T(\"%s\"), /* superClass */\n    &%s_rtti, /* superClassDecl */\n",
                              class->super->name, class->super->name);
        else
                buffer_append_string(buffer, "    NULL, /* superClass */\n    NULL, /* superClassDecl */\n");
        if (decl->numMethods)
                buffer_printf(buffer, "    %s_meths, /* methods */\n    MI_COUNT(%s_meths), /* numMethods */\n", name,
                              name);
        else
                buffer_append_string(buffer, "    NULL, /* methods */\n    0, /* numMethods */\n");
        buffer_append_string(buffer, "    &schemaDecl, /* schema */\n");
        if (class->is_target)
                buffer_printf(buffer, "    &%s_funcs, /* functions */\n", name);
        else
                buffer_append_string(buffer, "    NULL, /* functions */\n");
        buffer_append_string(buffer, "    NULL /* owningClass */\n};\n\n");
}
