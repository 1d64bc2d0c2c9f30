#pragma once

/*
 * Intrusive, circular, doubly linked lists
 *
 * A List is both the head and the link; a link that is on no list points to itself.
 */

#include "util/macro.h"

typedef struct List List;

struct List {
        List *next;
        List *previous;
};

#define LIST_INIT(list)          \
        {                        \
                &(list), &(list) \
        }

#define list_entry(link, type, member) container_of(link, type, member)
#define list_for_each(link, list)      for (List *link = (list)->next; link != (list); link = link->next)
/* `link` may be removed (and freed) in the body */
#define list_for_each_safe(link, list)                                             \
        for (List *link = (list)->next, *link##_next = link->next; link != (list); \
             link = link##_next, link##_next = link->next)

static inline void list_init(List *list)
{
        list->next = list;
        list->previous = list;
}

static inline bool list_is_empty(const List *list)
{
        return list->next == list;
}

/* Puts `link` before `where`: at the tail of the list if `where` is its head. */
static inline void list_insert_before(List *where, List *link)
{
        link->previous = where->previous;
        link->next = where;
        where->previous->next = link;
        where->previous = link;
}

static inline void list_append(List *list, List *link)
{
        list_insert_before(list, link);
}

static inline void list_prepend(List *list, List *link)
{
        list_insert_before(list->next, link);
}

/* Removes `link` from the list it is on; harmless if it is on none. */
static inline void list_remove(List *link)
{
        link->previous->next = link->next;
        link->next->previous = link->previous;
        list_init(link);
}

/* The first link, or NULL if the list is empty */
static inline List *list_first(List *list)
{
        return list_is_empty(list) ? NULL : list->next;
}
