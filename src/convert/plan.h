#pragma once

/*
 * What to generate: the classes, in order
 *
 * A plan holds the closure of the classes that were asked for: their ancestors and all classes that a reference or an
 * embedded instance names, in a property or a parameter, and theirs in turn. Whatever stands in the way of generating
 * them is told in `problems`, as messages with their place.
 */

#include "convert/options.h"
#include "mof/parse.h"

typedef struct PlanClass PlanClass;

struct PlanClass {
        const MofClass *class;
        const char *name;
        bool is_target; /* gets provider functions and stubs */
        bool is_association;
        bool is_indication;
        bool has_keys;
        bool is_done;   /* in `order`, or on its way there */
        bool is_cyclic; /* its header and others would include each other, or a property of it is of the class itself */
        uint32_t visit; /* for finding cycles: when the class was reached, and */
        uint32_t low;   /* the earliest class that it leads back to */
        bool is_open;   /* may still turn out to be in a cycle */
        PlanClass *super;
        PlanClass *
                *uses; /* classes that properties and parameters name, in order of first use; the class itself, too */
        uint32_t n_uses;
};

typedef struct Plan {
        PlanClass *classes; /* one for each class of the schema, in its order */
        uint32_t n_classes;
        PlanClass **order; /* the closure, whatever a class needs before it */
        uint32_t n_order;
        PlanClass **open; /* while the plan is made */
        uint32_t n_open;
        uint32_t n_visits;
        PlanClass **targets; /* as they were asked for */
        uint32_t n_targets;
        PlanClass **extras;
        uint32_t n_extras;
        MofMessages problems;
} Plan;

enum {
        _PLAN_SUCCESS,

        PLAN_PROBLEMS, /* there are errors among plan->problems */
};

int plan_make(Plan *plan, Arena *arena, const MofSchema *schema, const Options *options);

/* The planned class of a name that a property or parameter gives; NULL for none. */
PlanClass *plan_find(const Plan *plan, const MofSchema *schema, const char *name);
