/* Members of generated structs and their accessors: see accessors.h */

#include "convert/accessors.h"

#include "convert/names.h"

Member member_of_property(const Generator *generator, const PlanClass *class, MI_Uint32 index)
{
        const MI_PropertyDecl *property = class->class->decl.properties[index];

        return (Member){ class->name, property->name, (MI_Type)property->type,
                         class_spelling(generator, property->className), index };
}

Member member_of_parameter(const Generator *generator, const char *owner, const MI_MethodDecl *method, MI_Uint32 index)
{
        const MI_ParameterDecl *parameter = method->parameters[index];

        return (Member){ owner, parameter->name, (MI_Type)parameter->type,
                         class_spelling(generator, parameter->className), index };
}

static bool is_array(const Member *member)
{
        return (unsigned)member->type & MI_ARRAY;
}

void write_field(Buffer *buffer, const Member *member)
{
        const char *stem = type_names(member->type)->stem;

        if (member->class_name)
                buffer_printf(buffer, "%s_%s %s;", member->class_name, is_array(member) ? "ConstArrayRef" : "ConstRef",
                              member->name);
        else if (type_names(member->type) == type_names(MI_INSTANCE))
                /* An embedded object of any class has the layout of a reference, and its name in the original. */
                buffer_printf(buffer, "MI_ConstReference%s %s;", is_array(member) ? "AField" : "Field", member->name);
        else
                buffer_printf(buffer, "MI_Const%s%s %s;", stem, is_array(member) ? "AField" : "Field", member->name);
}

/* The value parameters of a setter, behind `self` */
static void write_value_arguments(Buffer *buffer, const Generator *generator, const Member *member)
{
        const char *value = member->class_name ? member->class_name : "MI_Instance";
        MI_Type scalar = (MI_Type)((unsigned)member->type & ~(unsigned)MI_ARRAY);

        if (is_array(member)) {
                buffer_printf(buffer, "    %s", sal(generator, "_In_reads_opt_(size) "));
                if (scalar == MI_STRING)
                        buffer_append_string(buffer, "const MI_Char** data,\n");
                else if (type_is_pointer(scalar))
                        buffer_printf(buffer, "const %s * const * data,\n", value);
                else
                        buffer_printf(buffer, "const %s* data,\n", type_names(scalar)->value);
                buffer_printf(buffer, "    %sMI_Uint32 size)\n", sal(generator, "_In_ "));
        } else if (scalar == MI_STRING) {
                buffer_printf(buffer, "    %sconst MI_Char* str)\n", sal(generator, "_In_z_ "));
        } else if (type_is_pointer(scalar)) {
                buffer_printf(buffer, "    %sconst %s* x)\n", sal(generator, "_In_ "), value);
        } else {
                buffer_printf(buffer, "    %s%s x)\n", sal(generator, "_In_ "), type_names(scalar)->value);
        }
}

static void write_head(Buffer *buffer, const Generator *generator, const Member *member, const char *verb)
{
        buffer_printf(buffer, "MI_INLINE MI_Result MI_CALL %s_%s_%s(\n    %s%s* self", member->owner, verb,
                      member->name, sal(generator, "_Inout_ "), member->owner);
}

/* A setter that goes through the function table */
static void write_table_setter(Buffer *buffer, const Generator *generator, const Member *member, const char *verb,
                               const char *flags)
{
        char constant[TYPE_CONSTANT_MAX];
        const char *value = is_array(member) ? "arr" : type_names(member->type) == type_names(MI_STRING) ? "str" : "x";

        write_head(buffer, generator, member, verb);
        buffer_append_string(buffer, ",\n");
        write_value_arguments(buffer, generator, member);
        buffer_append_string(buffer, "{\n");
        if (is_array(member))
                buffer_append_string(buffer, "    MI_Array arr;\n"
                                             "    arr.data = (void*)data;\n"
                                             "    arr.size = size;\n");
        buffer_printf(buffer,
                      "    return self->__instance.ft->SetElementAt(\n"
                      "        (MI_Instance*)&self->__instance,\n"
                      "        %u,\n"
                      "        (MI_Value*)&%s,\n"
                      "        %s,\n"
                      "        %s);\n"
                      "}\n\n",
                      member->index, value, type_constant(constant, member->type), flags);
}

static void write_field_setter(Buffer *buffer, const Generator *generator, const Member *member)
{
        const char *stem = type_names(member->type)->stem;

        write_head(buffer, generator, member, "Set");
        buffer_append_string(buffer, ",\n");
        write_value_arguments(buffer, generator, member);
        buffer_printf(buffer,
                      "{\n"
                      "    ((MI_%sField*)&self->%s)->value = x;\n"
                      "    ((MI_%sField*)&self->%s)->exists = 1;\n"
                      "    return MI_RESULT_OK;\n"
                      "}\n\n",
                      stem, member->name, stem, member->name);
}

void write_accessors(Buffer *buffer, const Generator *generator, const Member *member)
{
        bool has_memory = is_array(member) || type_is_pointer(member->type);

        if (has_memory) {
                write_table_setter(buffer, generator, member, "Set", "0");
                write_table_setter(buffer, generator, member, "SetPtr", "MI_FLAG_BORROW");
        } else {
                write_field_setter(buffer, generator, member);
        }

        write_head(buffer, generator, member, "Clear");
        buffer_append_string(buffer, ")\n{\n");
        if (has_memory)
                buffer_printf(buffer,
                              "    return self->__instance.ft->ClearElementAt(\n"
                              "        (MI_Instance*)&self->__instance,\n"
                              "        %u);\n",
                              member->index);
        else
                buffer_printf(buffer,
                              "    memset((void*)&self->%s, 0, sizeof(self->%s));\n"
                              "    return MI_RESULT_OK;\n",
                              member->name, member->name);
        buffer_append_string(buffer, "}\n\n");
}
