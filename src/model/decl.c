#include <string.h>

#include "model/decl.h"
#include "model/value.h"
#include "util/macro.h"
#include "util/text.h"

enum {
        SUPERCLASSES_MAX = 256, /* a chain that is longer runs in a circle */
};

int object_find_property(const MI_ObjectDecl *object, const char *name)
{
        return name ? object_find_coded(object, name, text_code(name)) : -1;
}

int object_find_coded(const MI_ObjectDecl *object, const char *name, MI_Uint32 code)
{
        for (MI_Uint32 i = 0; i < object->numProperties; i++) {
                if (object->properties[i]->code == code && ascii_equal(object->properties[i]->name, name))
                        return (int)i;
        }
        return -1;
}

int decl_find_property(const MI_ClassDecl *decl, const char *name)
{
        return object_find_property(decl_object(decl), name);
}

int decl_find_method(const MI_ClassDecl *decl, const char *name)
{
        MI_Uint32 code;

        if (!name)
                return -1;
        code = text_code(name);
        for (MI_Uint32 i = 0; i < decl->numMethods; i++) {
                if (decl->methods[i]->code == code && ascii_equal(decl->methods[i]->name, name))
                        return (int)i;
        }
        return -1;
}

const MI_Qualifier *qualifiers_find(const MI_Qualifier *const *qualifiers, uint32_t count, const char *name)
{
        for (uint32_t i = 0; name && i < count; i++) {
                if (ascii_equal(qualifiers[i]->name, name))
                        return qualifiers[i];
        }
        return NULL;
}

bool qualifiers_true(const MI_Qualifier *const *qualifiers, uint32_t count, const char *name)
{
        const MI_Qualifier *qualifier = qualifiers_find(qualifiers, count, name);

        /* a boolean qualifier without a value is true by being there */
        return qualifier && qualifier->type == MI_BOOLEAN &&
               (!qualifier->value || *(const MI_Boolean *)qualifier->value != MI_FALSE);
}

const MI_ClassDecl *schema_find_class(const MI_SchemaDecl *schema, const char *name)
{
        for (MI_Uint32 i = 0; schema && name && i < schema->numClassDecls; i++) {
                if (ascii_equal(schema->classDecls[i]->name, name))
                        return schema->classDecls[i];
        }
        return NULL;
}

static bool class_is(const MI_ClassDecl *decl, MI_Uint32 flag, const char *qualifier)
{
        return (decl->flags & flag) || qualifiers_true(decl->qualifiers, decl->numQualifiers, qualifier);
}

bool decl_is_association(const MI_ClassDecl *decl)
{
        return class_is(decl, MI_FLAG_ASSOCIATION, "Association");
}

bool decl_is_indication(const MI_ClassDecl *decl)
{
        return class_is(decl, MI_FLAG_INDICATION, "Indication");
}

bool decl_is_abstract(const MI_ClassDecl *decl)
{
        return class_is(decl, MI_FLAG_ABSTRACT, "Abstract");
}

bool decl_has_keys(const MI_ClassDecl *decl)
{
        for (MI_Uint32 i = 0; i < decl->numProperties; i++) {
                if (decl->properties[i]->flags & MI_FLAG_KEY)
                        return true;
        }
        return false;
}

bool method_is_static(const MI_MethodDecl *method)
{
        return (method->flags & MI_FLAG_STATIC) || qualifiers_true(method->qualifiers, method->numQualifiers, "Static");
}

void decl_find_keys(const MI_ClassDecl *decl, DeclKeys *keys)
{
        *keys = (DeclKeys){ .is_complete = true };
        for (MI_Uint32 i = 0; i < decl->numProperties && keys->is_complete; i++) {
                if (!(decl->properties[i]->flags & MI_FLAG_KEY))
                        continue;
                keys->is_complete = keys->count < ARRAY_SIZE(keys->first);
                if (keys->is_complete)
                        keys->first[keys->count++] = decl->properties[i];
        }
}

bool decl_is_a(const MI_ClassDecl *decl, const MI_ClassDecl *ancestor)
{
        if (!ancestor || (ancestor->flags & MI_FLAG_METHOD))
                return false;
        return decl == ancestor || decl_is_a_name(decl, ancestor->name);
}

bool decl_is_a_name(const MI_ClassDecl *decl, const char *ancestor)
{
        /* parameters are an object, too, but what lies behind the common prefix is another thing */
        if (!decl || !ancestor || (decl->flags & MI_FLAG_METHOD))
                return false;
        for (unsigned i = 0; decl && i < SUPERCLASSES_MAX; decl = decl->superClassDecl, i++) {
                if (ascii_equal(decl->name, ancestor))
                        return true;
                if (!decl->superClassDecl)
                        return decl->superClass && ascii_equal(decl->superClass, ancestor);
        }
        return false;
}

static MI_Uint32 place(MI_Uint32 *sizep, MI_Type type)
{
        MI_Uint32 offset = ALIGN_UP(*sizep, (MI_Uint32)type_field_align(type));

        *sizep = offset + (MI_Uint32)type_field_size(type);
        return offset;
}

void decl_layout(MI_ClassDecl *decl)
{
        MI_Uint32 size = sizeof(MI_Instance);

        for (MI_Uint32 i = 0; i < decl->numProperties; i++) {
                MI_PropertyDecl *property = (MI_PropertyDecl *)decl->properties[i];

                property->offset = place(&size, (MI_Type)property->type);
        }
        decl->size = ALIGN_UP(size, 8u);
}

void method_layout(MI_MethodDecl *method)
{
        MI_Uint32 size = sizeof(MI_Instance);

        for (MI_Uint32 i = 0; i < method->numParameters; i++) {
                MI_ParameterDecl *parameter = (MI_ParameterDecl *)method->parameters[i];

                parameter->offset =
                        parameter->flags & MI_FLAG_STREAM ? DECL_STREAM_OFFSET : place(&size, (MI_Type)parameter->type);
        }
        method->size = ALIGN_UP(size, 8u);
}
