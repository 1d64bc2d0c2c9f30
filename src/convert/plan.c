/* What to generate: see plan.h */

#include "convert/plan.h"

#include <errno.h>
#include <string.h>

#include "convert/names.h"
#include "model/decl.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/text.h"

#define PLAN_DEPTH_MAX 10000 /* classes in a row of which each needs the next */

typedef struct Planner {
        Plan *plan;
        Arena *arena;
        const MofSchema *schema;
        uint32_t depth;
} Planner;

/* A message of the plan, with the line that it is about where the file can still be read. */
static int tell(Planner *planner, MofSeverity severity, const MofWhere *where, const char *class_name,
                const char *format, va_list args)
{
        _cleanup_(freep) char *text = NULL;
        const char *line = NULL, *end = NULL;
        size_t size;

        if (where->line > 0 && fd_read_file(&text, &size, where->file, MOF_FILE_MAX) == 0 && utf8_valid(text, size)) {
                line = text;
                for (uint32_t i = 1; line && i < where->line; i++) {
                        line = strchr(line, '\n');
                        line = line ? line + 1 : NULL;
                }
                end = line ? line + strcspn(line, "\r\n") : NULL;
        }
        return mof_message_add(&planner->plan->problems, planner->arena, severity, where, class_name, line, end, format,
                               args);
}

static int problem(Planner *planner, const MofWhere *where, const char *class_name, const char *format, ...)
        _printf_(4, 5);

static int problem(Planner *planner, const MofWhere *where, const char *class_name, const char *format, ...)
{
        va_list args;
        int r;

        va_start(args, format);
        r = tell(planner, MOF_ERROR, where, class_name, format, args);
        va_end(args);
        return r;
}

static int warning(Planner *planner, const MofClass *class, const char *format, ...) _printf_(3, 4);

static int warning(Planner *planner, const MofClass *class, const char *format, ...)
{
        va_list args;
        int r;

        va_start(args, format);
        r = tell(planner, MOF_WARNING, &class->where, class->decl.name, format, args);
        va_end(args);
        return r;
}

PlanClass *plan_find(const Plan *plan, const MofSchema *schema, const char *name)
{
        const MofClass *class = name ? mof_schema_find_class(schema, name) : NULL;

        return class && class->index < plan->n_classes ? &plan->classes[class->index] : NULL;
}

static bool is_used(const PlanClass *class, const PlanClass *other)
{
        for (uint32_t i = 0; i < class->n_uses; i++)
                if (class->uses[i] == other)
                        return true;
        return false;
}

static int add_use(Planner *planner, PlanClass *class, const char *name, const MofWhere *where, const char *what,
                   const char *of)
{
        PlanClass *used;

        if (!name)
                return 0;
        used = plan_find(planner->plan, planner->schema, name);
        if (!used)
                return problem(planner, where, class->name, "%s %s names class %s, which no file declares", what, of,
                               name);
        if (is_used(class, used))
                return 0;
        if ((class->n_uses & (class->n_uses - 1)) == 0) {
                size_t capacity = class->n_uses ? (size_t) class->n_uses * 2 : 1;
                PlanClass **uses = arena_alloc(planner->arena, capacity * sizeof(PlanClass *));

                if (!uses)
                        return error_origin(-ENOMEM);
                if (class->n_uses)
                        memcpy(uses, class->uses, class->n_uses * sizeof(PlanClass *));
                class->uses = uses;
        }
        class->uses[class->n_uses++] = used;
        return 0;
}

static int find_uses(Planner *planner, PlanClass *class)
{
        const MI_ClassDecl *decl = &class->class->decl;
        int r;

        for (MI_Uint32 i = 0; i < decl->numProperties; i++) {
                const MI_PropertyDecl *property = decl->properties[i];

                r = add_use(planner, class, property->className, &mof_property(property)->where, "property",
                            property->name);
                if (r)
                        return r;
                if (property->className && ascii_equal(property->className, class->name))
                        class->is_cyclic = true;
        }
        for (MI_Uint32 i = 0; i < decl->numMethods; i++) {
                const MI_MethodDecl *method = decl->methods[i];

                for (MI_Uint32 j = 0; j < method->numParameters; j++) {
                        const MI_ParameterDecl *parameter = method->parameters[j];

                        r = add_use(planner, class, parameter->className, &mof_method(method)->where, "method",
                                    method->name);
                        if (r)
                                return r;
                }
        }
        return 0;
}

/* A member's name becomes the name of a C struct's member and part of others. */
static int check_name(Planner *planner, const PlanClass *class, const MofWhere *where, const char *name)
{
        if (name_is_c_keyword(name))
                return problem(planner, where, class->name, "'%s' is a keyword of C, no struct can have it as a member",
                               name);
        for (const char *p = name; *p; p++)
                if ((unsigned char)*p >= 0x80)
                        return problem(planner, where, class->name,
                                       "'%s' cannot be a name in C: expected ASCII letters, digits and underscores",
                                       name);
        return 0;
}

static int check_names(Planner *planner, const PlanClass *class)
{
        const MofClass *mof = class->class;
        int r;

        r = check_name(planner, class, &mof->where, class->name);
        for (uint32_t i = 0; !r && i < mof->n_own_properties; i++)
                r = check_name(planner, class, &mof->own_properties[i]->where, mof->own_properties[i]->decl.name);
        for (uint32_t i = 0; !r && i < mof->n_own_methods; i++) {
                const MofMethod *method = mof->own_methods[i];

                for (MI_Uint32 j = method->is_void ? 0 : 1; !r && j < method->decl.numParameters; j++) {
                        const char *name = method->decl.parameters[j]->name;

                        r = check_name(planner, class, &method->where, name);
                        if (!r && strcmp(name, "MIReturn") == 0)
                                r = problem(
                                        planner, &method->where, class->name,
                                        "a parameter cannot have the name MIReturn, which stands for the return value");
                }
        }
        return r;
}

static uint32_t count_references(const MI_ClassDecl *decl)
{
        uint32_t count = 0;

        for (MI_Uint32 i = 0; i < decl->numProperties; i++)
                if (decl->properties[i]->type == MI_REFERENCE)
                        count++;
        return count;
}

static int check_target(Planner *planner, const PlanClass *class)
{
        const MI_ClassDecl *decl = &class->class->decl;
        uint32_t references = count_references(decl);

        if (decl_is_abstract(decl))
                return problem(planner, &class->class->where, class->name,
                               "an abstract class has no instances to provide: expected a class derived from it");
        if (class->is_association && references != 2)
                return problem(planner, &class->class->where, class->name,
                               "the association has %u references: the provider of one is generated for exactly two",
                               references);
        return 0;
}

static int add_to_order(Planner *planner, PlanClass *class);

static int add_needed(Planner *planner, PlanClass *class, PlanClass *needed)
{
        bool is_new = !needed->is_done;
        int r;

        r = add_to_order(planner, needed);
        if (is_new || needed->is_open)
                class->low = MIN(class->low, needed->low);
        return r;
}

/* All classes that lead back to this one, and to no earlier one, are a cycle (Tarjan's algorithm). */
static void close_cycle(Planner *planner, PlanClass *class)
{
        Plan *plan = planner->plan;
        bool is_alone = plan->open[plan->n_open - 1] == class;
        PlanClass *last;

        do {
                last = plan->open[--plan->n_open];
                last->is_open = false;
                if (!is_alone)
                        last->is_cyclic = true;
        } while (last != class);
}

/* Puts a class into the order, after all that it needs. */
static int add_to_order(Planner *planner, PlanClass *class)
{
        Plan *plan = planner->plan;
        int r;

        if (class->is_done)
                return 0;
        class->is_done = true;
        if (planner->depth == PLAN_DEPTH_MAX)
                return problem(planner, &class->class->where, class->name,
                               "more than %u classes in a row need each other", PLAN_DEPTH_MAX);
        if (class->class->is_incomplete)
                return problem(planner, &class->class->where, class->name, "its superclass %s is not known",
                               class->class->decl.superClass ? class->class->decl.superClass : "");

        planner->depth++;
        class->visit = class->low = plan->n_visits++;
        class->is_open = true;
        plan->open[plan->n_open++] = class;
        r = check_names(planner, class);
        if (!r && class->super)
                r = add_needed(planner, class, class->super);
        if (!r)
                r = find_uses(planner, class);
        for (uint32_t i = 0; !r && i < class->n_uses; i++)
                r = add_needed(planner, class, class->uses[i]);
        planner->depth--;
        if (r)
                return r;
        if (class->low == class->visit)
                close_cycle(planner, class);
        plan->order[plan->n_order++] = class;
        return 0;
}

static int add_named(Planner *planner, const WordList *names, const char *option, PlanClass **list, uint32_t *countp)
{
        for (uint32_t i = 0; i < names->count; i++) {
                PlanClass *class = plan_find(planner->plan, planner->schema, names->words[i]);
                bool is_repeated = false;
                int r;

                if (!class) {
                        MofWhere where = { .file = option };

                        r = problem(planner, &where, NULL, "no MOF file declares a class %s", names->words[i]);
                        if (r)
                                return r;
                        continue;
                }
                for (uint32_t j = 0; j < *countp; j++)
                        is_repeated = is_repeated || list[j] == class;
                if (!is_repeated)
                        list[(*countp)++] = class;
        }
        return 0;
}

/* Every class that can have a provider */
static int choose_all(Planner *planner)
{
        Plan *plan = planner->plan;

        for (uint32_t i = 0; i < plan->n_classes; i++) {
                PlanClass *class = &plan->classes[i];
                int r;

                if (decl_is_abstract(&class->class->decl))
                        continue;
                if (class->is_association && count_references(&class->class->decl) != 2) {
                        r = warning(planner, class->class,
                                    "left out: an association is served with exactly two references");
                        if (r)
                                return r;
                        continue;
                }
                plan->targets[plan->n_targets++] = class;
        }
        return 0;
}

static int choose(Planner *planner, const Options *options)
{
        Plan *plan = planner->plan;
        uint32_t n_named = options->classes.count + options->extra_classes.count;
        int r;

        plan->targets = arena_zalloc(planner->arena, (plan->n_classes + n_named + 1) * sizeof(PlanClass *));
        plan->extras = arena_zalloc(planner->arena, (n_named + 1) * sizeof(PlanClass *));
        if (!plan->targets || !plan->extras)
                return error_origin(-ENOMEM);

        r = add_named(planner, &options->classes, "-ClassList", plan->targets, &plan->n_targets);
        if (!r)
                r = add_named(planner, &options->extra_classes, "-ExtraClass", plan->extras, &plan->n_extras);
        if (r)
                return r;
        /* An empty -ClassList beside -ExtraClass means what it says; without it nothing would be left to do. */
        if (options->classes.count == 0 && !(options->classes.is_given && options->extra_classes.count > 0)) {
                r = choose_all(planner);
                if (r)
                        return r;
        }
        for (uint32_t i = 0; i < plan->n_targets; i++)
                plan->targets[i]->is_target = true;
        return 0;
}

int plan_make(Plan *plan, Arena *arena, const MofSchema *schema, const Options *options)
{
        Planner planner = { plan, arena, schema, 0 };
        int r;

        *plan = (Plan){ .n_classes = schema->n_classes };
        plan->classes = arena_zalloc(arena, (schema->n_classes + 1) * sizeof(PlanClass));
        plan->order = arena_zalloc(arena, (schema->n_classes + 1) * sizeof(PlanClass *));
        plan->open = arena_zalloc(arena, (schema->n_classes + 1) * sizeof(PlanClass *));
        if (!plan->classes || !plan->order || !plan->open)
                return error_origin(-ENOMEM);
        for (uint32_t i = 0; i < schema->n_classes; i++) {
                const MofClass *class = schema->classes[i];

                plan->classes[i] = (PlanClass){
                        .class = class,
                        .name = class->decl.name,
                        .is_association = decl_is_association(&class->decl),
                        .is_indication = decl_is_indication(&class->decl),
                        .has_keys = decl_has_keys(&class->decl),
                        .super = class->super ? &plan->classes[class->super->index] : NULL,
                };
        }

        r = choose(&planner, options);
        for (uint32_t i = 0; !r && i < plan->n_targets; i++) {
                r = check_target(&planner, plan->targets[i]);
                if (!r)
                        r = add_to_order(&planner, plan->targets[i]);
        }
        for (uint32_t i = 0; !r && i < plan->n_extras; i++)
                r = add_to_order(&planner, plan->extras[i]);
        if (r)
                return r;
        if (plan->problems.errors == 0 && plan->n_order == 0) {
                MofWhere where = { .file = options->mof_files.words[0] };

                r = problem(&planner, &where, NULL, "no class that a provider could serve is declared");
                if (r)
                        return r;
        }
        return plan->problems.errors ? PLAN_PROBLEMS : 0;
}
