/*
 * Classes that are not from the texts
 *
 * The caller's declarations (of a session's classes, of a repository) become classes of the schema: copies of the parts
 * that have a Mof counterpart, the rest is shared.
 */

#include <errno.h>
#include <string.h>

#include "mof/syntax.h"
#include "util/error.h"

static const MI_Qualifier *const *import_qualifiers(MofParser *parser, const MI_Qualifier *const *from, uint32_t count,
                                                    const void *owner)
{
        const MI_Qualifier **list = mof_alloc(parser, MAX(count, 1u) * sizeof(*list));
        MofQualifier *copies = mof_alloc(parser, MAX(count, 1u) * sizeof(*copies));

        if (!list || !copies)
                return NULL;
        for (uint32_t i = 0; i < count; i++) {
                copies[i].decl = *from[i];
                copies[i].where.file = "";
                copies[i].owner = owner;
                list[i] = &copies[i].decl;
        }
        return list;
}

static MofProperty *import_property(MofParser *parser, const MI_PropertyDecl *from, MofClass *class)
{
        MofProperty *property = mof_alloc(parser, sizeof(*property));

        if (!property)
                return NULL;
        property->decl = *from;
        property->decl.qualifiers = import_qualifiers(parser, from->qualifiers, from->numQualifiers, property);
        property->where.file = "";
        property->declared_in = class;
        property->is_embedded_object = (from->type & ~(uint32_t)MI_ARRAY) == MI_INSTANCE && !from->className;
        return property;
}

static MofParameter *import_parameter(MofParser *parser, const MI_ParameterDecl *from)
{
        MofParameter *parameter = mof_alloc(parser, sizeof(*parameter));

        if (!parameter)
                return NULL;
        parameter->decl = *from;
        parameter->decl.qualifiers = import_qualifiers(parser, from->qualifiers, from->numQualifiers, parameter);
        parameter->where.file = "";
        parameter->is_embedded_object = (from->type & ~(uint32_t)MI_ARRAY) == MI_INSTANCE && !from->className;
        return parameter;
}

static MofMethod *import_method(MofParser *parser, const MI_MethodDecl *from, MofClass *class)
{
        MofMethod *method = mof_alloc(parser, sizeof(*method));
        MofParameter **list = mof_alloc(parser, MAX(from->numParameters, 1u) * sizeof(*list));

        if (!method || !list)
                return NULL;
        method->decl = *from;
        method->decl.qualifiers = import_qualifiers(parser, from->qualifiers, from->numQualifiers, method);
        for (uint32_t i = 0; i < from->numParameters; i++) {
                list[i] = import_parameter(parser, from->parameters[i]);
                if (!list[i])
                        return NULL;
        }
        method->decl.parameters = (const MI_ParameterDecl *const *)list;
        method->where.file = "";
        method->declared_in = class;
        method->is_void = from->returnType == (uint32_t)MOF_TYPE_VOID;
        return method;
}

static int import_members(MofParser *parser, MofClass *class, const MI_ClassDecl *from)
{
        MofProperty **properties = mof_alloc(parser, MAX(from->numProperties, 1u) * sizeof(*properties));
        MofMethod **methods = mof_alloc(parser, MAX(from->numMethods, 1u) * sizeof(*methods));

        if (!properties || !methods)
                return error_trace(parser->fatal);
        for (uint32_t i = 0; i < from->numProperties; i++) {
                properties[i] = import_property(parser, from->properties[i], class);
                if (!properties[i])
                        return error_trace(parser->fatal);
        }
        for (uint32_t i = 0; i < from->numMethods; i++) {
                methods[i] = import_method(parser, from->methods[i], class);
                if (!methods[i])
                        return error_trace(parser->fatal);
        }
        class->decl.properties = (const MI_PropertyDecl *const *)properties;
        class->decl.methods = (const MI_MethodDecl *const *)methods;
        return 0;
}

static int import_one(MofParser *parser, const MI_ClassDecl *decl, MofClass *super, MofClass **classp)
{
        MofClass *class = mof_alloc(parser, sizeof(*class));
        int r;

        if (!class)
                return error_trace(parser->fatal);
        class->decl = *decl;
        class->decl.schema = NULL;
        class->decl.providerFT = NULL;
        class->decl.owningClass = NULL;
        class->decl.superClassDecl = super ? &super->decl : NULL;
        class->where.file = "";
        class->is_external = true;
        class->super = super;
        class->depth = super ? super->depth + 1 : 0;
        class->decl.qualifiers = import_qualifiers(parser, decl->qualifiers, decl->numQualifiers, class);
        r = import_members(parser, class, decl);
        if (!r)
                r = str_map_add(&parser->schema->classes_by_name, class->decl.name, class);
        if (r < 0)
                return error_trace(r);
        *classp = class;
        return 0;
}

int mof_import_class(MofParser *parser, const MI_ClassDecl *decl, MofClass **classp)
{
        const MI_ClassDecl *chain[MOF_INHERITANCE_MAX];
        uint32_t count = 0;
        MofClass *class = NULL;
        int r;

        for (; decl; decl = decl->superClassDecl) {
                class = str_map_get(&parser->schema->classes_by_name, decl->name);
                if (class)
                        break;
                if (count == MOF_INHERITANCE_MAX)
                        return error_origin(-EINVAL);
                chain[count++] = decl;
        }
        while (count > 0) {
                r = import_one(parser, chain[--count], class, &class);
                if (r)
                        return r;
        }
        *classp = class;
        return 0;
}
