/*
 * Qualifiers of a declaration: their types, values and flavors, and what is inherited
 */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "mof/syntax.h"
#include "model/value.h"
#include "util/error.h"
#include "util/text.h"

/* Told once for each name. */
static int undeclared(MofParser *parser, const QualifierNode *node)
{
        int r;

        r = str_map_add(&parser->warned, node->name, (void *)node);
        if (r == -EEXIST)
                return 0;
        if (r < 0)
                return error_trace(r);
        return mof_complaint(
                parser, &node->where,
                "the qualifier %s is not declared, expected a declaration \"Qualifier %s : ...\" before it", node->name,
                node->name);
}

/* The declaration behind a use; *declp is NULL for what nobody knows, whose type is that of its value. */
static int find_declaration(MofParser *parser, const QualifierNode *node, const MI_QualifierDecl **declp)
{
        const MofQualifierDecl *qualifier = str_map_get(&parser->schema->qualifiers_by_name, node->name);

        if (!qualifier) {
                *declp = mof_standard_qualifier(node->name);
                return undeclared(parser, node);
        }
        *declp = &qualifier->decl;
        if (parser->options.is_strict && qualifier->sequence > node->sequence)
                return mof_error(parser, &node->where, "the qualifier %s is used before its declaration at %s:%u",
                                 node->name, qualifier->where.file, qualifier->where.line);
        return 0;
}

static MI_Type type_of_value(const Initializer *value)
{
        static const MI_Type types[] = {
                [LITERAL_NULL] = MI_STRING,  [LITERAL_BOOLEAN] = MI_BOOLEAN, [LITERAL_INTEGER] = MI_SINT32,
                [LITERAL_REAL] = MI_REAL64,  [LITERAL_STRING] = MI_STRING,   [LITERAL_CHARACTER] = MI_CHAR16,
                [LITERAL_ALIAS] = MI_STRING, [LITERAL_INSTANCE] = MI_STRING,
        };
        MI_Type type;

        if (!value)
                return MI_BOOLEAN;
        type = value->count ? types[value->list[0].kind] : MI_STRING;
        for (uint32_t i = 0; i < value->count; i++)
                if (value->list[i].kind == LITERAL_INTEGER && value->list[i].value.integer > INT32_MAX)
                        type = MI_SINT64;
        return value->is_array ? type | MI_ARRAY : type;
}

static int check_scope(MofParser *parser, const QualifierTarget *target, const MI_QualifierDecl *decl,
                       const QualifierNode *node)
{
        if (!decl || decl->scope & target->scope)
                return 0;
        return mof_complaint(parser, &node->where, "the qualifier %s cannot stand on %s: its scope is another one",
                             node->name, target->what);
}

static uint32_t merged_flavor(uint32_t declared, uint32_t written)
{
        uint32_t override = MI_FLAG_ENABLEOVERRIDE | MI_FLAG_DISABLEOVERRIDE;
        uint32_t propagation = MI_FLAG_TOSUBCLASS | MI_FLAG_RESTRICTED;

        if (written & override)
                declared &= ~override;
        if (written & propagation)
                declared &= ~propagation;
        return declared | written;
}

/* A qualifier as written, with its type and value. */
static int make_qualifier(MofParser *parser, const QualifierTarget *target, const QualifierNode *node,
                          MofQualifier **qualifierp)
{
        static const MI_Boolean is_true = MI_TRUE;
        MofQualifier *qualifier = mof_alloc(parser, sizeof(*qualifier));
        const MI_QualifierDecl *decl;
        MI_Value *value = NULL;
        int r;

        if (!qualifier)
                return error_trace(parser->fatal);
        r = find_declaration(parser, node, &decl);
        if (!r)
                r = check_scope(parser, target, decl, node);
        if (r)
                return r;

        qualifier->decl.name = decl ? decl->name : node->name;
        qualifier->decl.type = decl ? decl->type : (MI_Uint32)type_of_value(node->value);
        qualifier->decl.flavor =
                merged_flavor(decl ? decl->flavor : MI_FLAG_ENABLEOVERRIDE | MI_FLAG_RESTRICTED, node->flavor);
        qualifier->where = node->where;
        qualifier->owner = target->owner;
        qualifier->is_declared = decl && str_map_get(&parser->schema->qualifiers_by_name, node->name);
        qualifier->has_flavor = node->has_flavor;
        qualifier->is_amended = node->is_amended;

        if (!node->value) {
                qualifier->decl.value = qualifier->decl.type == MI_BOOLEAN ? &is_true : NULL;
        } else {
                char what[MOF_NAME_MAX + 16];

                snprintf(what, sizeof(what), "qualifier %s", node->name);
                r = mof_convert(parser, node->value, (MI_Type)qualifier->decl.type, what, &value);
                qualifier->decl.value = value;
        }
        *qualifierp = qualifier;
        return r;
}

static bool same_value(const MI_Qualifier *a, const MI_Qualifier *b)
{
        MI_Value left, right;

        if (a->type != b->type || !a->value || !b->value)
                return a->type == b->type && a->value == b->value;
        value_load(&left, a->value, (MI_Type)a->type);
        value_load(&right, b->value, (MI_Type)b->type);
        return value_equal(&left, &right, (MI_Type)a->type);
}

static uint32_t find(const MI_Qualifier *const *list, uint32_t count, const char *name)
{
        uint32_t i;

        for (i = 0; i < count; i++)
                if (ascii_equal(list[i]->name, name))
                        break;
        return i;
}

/* Puts an own qualifier in the place of the inherited one, or behind all. */
static int place(MofParser *parser, const QualifierTarget *target, const MofQualifier *qualifier,
                 const MI_Qualifier **list, uint32_t *countp)
{
        uint32_t i = find(list, *countp, qualifier->decl.name);
        int r;

        if (i < *countp && mof_qualifier(list[i])->owner == target->owner)
                return mof_error(parser, &qualifier->where, "the qualifier %s stands twice on %s", qualifier->decl.name,
                                 target->what);
        if (i < *countp && list[i]->flavor & MI_FLAG_DISABLEOVERRIDE && !same_value(list[i], &qualifier->decl)) {
                r = mof_complaint(parser, &qualifier->where,
                                  "the qualifier %s of %s cannot be given another value than the inherited one "
                                  "(DisableOverride)",
                                  qualifier->decl.name, target->what);
                if (r)
                        return r;
        }
        list[i] = &qualifier->decl;
        *countp = MAX(*countp, i + 1);
        return 0;
}

int mof_resolve_qualifiers(MofParser *parser, const QualifierTarget *target, const QualifierList *written,
                           const MI_Qualifier *const *inherited, uint32_t n_inherited,
                           const MI_Qualifier *const **listp, uint32_t *countp, const MofQualifier *const **ownp,
                           uint32_t *n_ownp)
{
        const MI_Qualifier **list = NULL;
        const MofQualifier **own = NULL;
        uint32_t count = 0, n_own = 0;
        int r, result = 0;

        if (n_inherited + written->count > 0) {
                list = mof_alloc(parser, (n_inherited + written->count) * sizeof(*list));
                own = mof_alloc(parser, MAX(written->count, 1u) * sizeof(*own));
                if (!list || !own)
                        return error_trace(parser->fatal);
        }
        for (uint32_t i = 0; i < n_inherited; i++)
                if (inherited[i]->flavor & MI_FLAG_TOSUBCLASS)
                        list[count++] = inherited[i];

        for (const QualifierNode *node = written->first; node; node = node->next) {
                MofQualifier *qualifier;

                r = make_qualifier(parser, target, node, &qualifier);
                if (!r)
                        r = place(parser, target, qualifier, list, &count);
                if (r < 0)
                        return error_trace(r);
                if (r)
                        result = r; /* tell of the others, too */
                else
                        own[n_own++] = qualifier;
        }

        *listp = list;
        *countp = count;
        *ownp = own;
        *n_ownp = n_own;
        return result;
}
