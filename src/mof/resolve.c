/*
 * From what was written to declarations: classes and what they refer to
 */

#include <errno.h>
#include <string.h>

#include "mof/print.h"
#include "mof/syntax.h"
#include "util/error.h"
#include "util/text.h"

#define SCOPE_CLASSES (MI_FLAG_CLASS | MI_FLAG_ASSOCIATION | MI_FLAG_INDICATION)

static int resolve_class(MofParser *parser, ClassNode *node, uint32_t level);

static int add_name(MofParser *parser, MofClass *class)
{
        int r = str_map_add(&parser->schema->classes_by_name, class->decl.name, class);

        return r < 0 && r != -EEXIST ? error_trace(r) : 0;
}

int mof_find_class(MofParser *parser, const char *name, MofClass **classp)
{
        const MI_ClassDecl *decl;

        *classp = str_map_get(&parser->schema->classes_by_name, name);
        if (*classp || !parser->options.class_needed)
                return 0;
        decl = parser->options.class_needed(parser->options.userdata, name);
        return decl ? mof_import_class(parser, decl, classp) : 0;
}

static int resolve_super(MofParser *parser, ClassNode *node, uint32_t level)
{
        ClassNode *super = str_map_get(&parser->class_nodes, node->super_name);
        MofClass *class = node->class;
        int r;

        if (!super)
                r = mof_find_class(parser, node->super_name, &class->super);
        else if (super->state == CLASS_RESOLVING)
                return mof_error(parser, &node->super_where, "the class is its own ancestor by its superclass %s",
                                 node->super_name);
        else if (super->sequence > node->sequence && parser->options.is_strict)
                return mof_error(parser, &node->super_where, "the superclass %s is declared after this class, at %s:%u",
                                 node->super_name, super->class->where.file, super->class->where.line);
        else
                r = resolve_class(parser, super, level + 1);
        if (r < 0)
                return error_trace(r);
        if (super)
                class->super = super->class;

        class->decl.superClass = node->super_name;
        if (!class->super) {
                class->is_incomplete = true;
                return mof_complaint(parser, &node->super_where,
                                     "the superclass %s is not declared, expected its declaration or an include of it",
                                     node->super_name);
        }
        class->decl.superClass = class->super->decl.name;
        class->decl.superClassDecl = &class->super->decl;
        class->is_incomplete |= class->super->is_incomplete;
        class->depth = class->super->depth + 1;
        if (class->depth >= MOF_INHERITANCE_MAX)
                return mof_error(parser, &node->super_where, "more than %u superclasses", MOF_INHERITANCE_MAX);
        return 0;
}

static uint32_t class_flags(const MI_ClassDecl *decl)
{
        uint32_t flags = MI_FLAG_CLASS;

        if (mof_is_true(decl->qualifiers, decl->numQualifiers, "Association"))
                flags |= MI_FLAG_ASSOCIATION;
        if (mof_is_true(decl->qualifiers, decl->numQualifiers, "Indication"))
                flags |= MI_FLAG_INDICATION;
        if (mof_is_true(decl->qualifiers, decl->numQualifiers, "Abstract"))
                flags |= MI_FLAG_ABSTRACT;
        return flags;
}

static int resolve_inside(MofParser *parser, ClassNode *node, uint32_t level)
{
        MofClass *class = node->class, *super;
        MI_ClassDecl *decl = &class->decl;
        QualifierTarget target = { class, SCOPE_CLASSES, "a class" };
        int r, result = 0;

        decl->flags = MI_FLAG_CLASS;
        decl->code = text_code(decl->name);
        decl->size = sizeof(MI_Instance);
        if (node->super_name) {
                r = resolve_super(parser, node, level);
                if (r)
                        return r;
        }

        super = class->super;
        r = mof_resolve_qualifiers(parser, &target, &node->qualifiers, super ? super->decl.qualifiers : NULL,
                                   super ? super->decl.numQualifiers : 0, &decl->qualifiers, &decl->numQualifiers,
                                   &class->own, &class->n_own);
        if (r < 0)
                return error_trace(r);
        result = r;
        decl->flags = class_flags(decl);
        r = mof_resolve_members(parser, node);
        return r ? r : result;
}

static int resolve_class(MofParser *parser, ClassNode *node, uint32_t level)
{
        const char *outer_name = parser->class_name;
        int r;

        if (node->state == CLASS_RESOLVED)
                return 0;
        if (mof_is_stopped(parser))
                return MOF_FAILED;
        parser->class_name = node->class->decl.name;
        node->state = CLASS_RESOLVING;
        if (level > MOF_INHERITANCE_MAX)
                r = mof_error(parser, &node->class->where, "more than %u superclasses", MOF_INHERITANCE_MAX);
        else
                r = resolve_inside(parser, node, level);
        node->state = CLASS_RESOLVED;
        if (r)
                node->class->is_incomplete = true;
        parser->class_name = outer_name;
        return r < 0 ? error_trace(r) : 0; /* told; the class is there, incomplete */
}

/* A class declared again has to say the same. */
static int compare_repeated(MofParser *parser, ClassNode *node, const ClassNode *first)
{
        _cleanup_(buffer_deinit) Buffer one = BUFFER_INIT, other = BUFFER_INIT;
        int r;

        r = resolve_class(parser, node, 0);
        if (r)
                return r;
        mof_print_class(&one, &first->class->decl, 0);
        mof_print_class(&other, &node->class->decl, 0);
        if (one.failed || other.failed)
                return error_origin(-ENOMEM);
        if (one.size == other.size && memcmp(one.data, other.data, one.size) == 0)
                return 0;
        return mof_error(parser, &node->class->where,
                         "the class is declared otherwise at %s:%u, expected the same declaration",
                         first->class->where.file, first->class->where.line);
}

/* The class that a property or parameter names; its name is spelled as declared from now on. */
static int check_class_name(MofParser *parser, const char **namep, const MofWhere *where, const char *what)
{
        MofClass *class;
        int r;

        if (!*namep)
                return 0;
        r = mof_find_class(parser, *namep, &class);
        if (r)
                return r;
        if (!class)
                return mof_complaint(parser, where, "the class %s that %s refers to is not declared", *namep, what);
        *namep = class->decl.name;
        return 0;
}

/* A reference may be narrowed by an override, to a subclass. */
static int check_narrowing(MofParser *parser, const MofClass *class, const MofProperty *property)
{
        const MI_PropertyDecl *decl = &property->decl;

        for (uint32_t i = 0; property->is_override && class->super && i < class->super->decl.numProperties; i++) {
                const MI_PropertyDecl *inherited = class->super->decl.properties[i];
                const MofClass *narrow;

                if (!ascii_equal(inherited->name, decl->name))
                        continue;
                if (!inherited->className || !decl->className)
                        return 0;
                narrow = mof_schema_find_class(parser->schema, decl->className);
                if (!narrow || mof_class_is_a(narrow, inherited->className) || narrow->is_incomplete)
                        return 0;
                return mof_complaint(parser, &property->where,
                                     "property %s refers to class %s, expected %s as inherited or a subclass of it",
                                     decl->name, decl->className, inherited->className);
        }
        return 0;
}

static int check_class(MofParser *parser, MofClass *class)
{
        int r;

        parser->class_name = class->decl.name;
        for (uint32_t i = 0; i < class->n_own_properties; i++) {
                MofProperty *property = class->own_properties[i];

                r = check_class_name(parser, &property->decl.className, &property->where, property->decl.name);
                if (!r)
                        r = check_narrowing(parser, class, property);
                if (r < 0)
                        return error_trace(r);
        }
        for (uint32_t i = 0; i < class->n_own_methods; i++) {
                MofMethod *method = class->own_methods[i];

                for (uint32_t j = 0; j < method->decl.numParameters; j++) {
                        MofParameter *parameter = (MofParameter *)method->decl.parameters[j];

                        r = check_class_name(parser, &parameter->decl.className, &parameter->where,
                                             parameter->decl.name);
                        if (r < 0)
                                return error_trace(r);
                }
        }
        return 0;
}

int mof_resolve(MofParser *parser)
{
        MofSchema *schema = parser->schema;
        int r;

        for (uint32_t i = 0; i < schema->n_classes; i++) {
                r = add_name(parser, schema->classes[i]);
                if (r)
                        return r;
        }
        for (ClassNode *node = parser->classes; node && !mof_is_stopped(parser); node = node->next) {
                ClassNode *first = str_map_get(&parser->class_nodes, node->class->decl.name);

                if (first == node)
                        r = resolve_class(parser, node, 0);
                else if (parser->options.allow_repeats)
                        r = resolve_class(parser, first, 0) < 0 ? -ENOMEM : compare_repeated(parser, node, first);
                if (r < 0)
                        return error_trace(r);
        }
        for (uint32_t i = 0; i < schema->n_classes && !mof_is_stopped(parser); i++) {
                r = check_class(parser, schema->classes[i]);
                if (r)
                        return r;
        }
        parser->class_name = NULL;
        return mof_resolve_instances(parser);
}
