#pragma once

/*
 * The test module: what its classes share
 */

#include <MI.h>

#include "Test_Item.h"

/* Of every class of the module: nothing to load, nothing to unload */
#define LOAD_AND_UNLOAD(Class)                                                                           \
        void MI_CALL Class##_Load(Class##_Self **self, MI_Module_Self *selfModule, MI_Context *context)  \
        {                                                                                                \
                MI_UNREFERENCED_PARAMETER(selfModule);                                                   \
                *self = NULL;                                                                            \
                MI_Context_PostResult(context, MI_RESULT_OK);                                            \
        }                                                                                                \
        void MI_CALL Class##_Unload(Class##_Self *self, MI_Context *context)                             \
        {                                                                                                \
                MI_UNREFERENCED_PARAMETER(self);                                                         \
                MI_Context_PostResult(context, MI_RESULT_OK);                                            \
        }                                                                                                \
        struct needs_a_semicolon_

/* item.c: the store of items, those of Test_Special among them */
/* Empties the store and, unless context is NULL, puts in it what is there at first. */
void items_reset(MI_Context *context);
/* Copies of the items that match (class, or both; group or NULL for all): the caller's to delete. Returns their number. */
MI_Uint32 items_copy(MI_Boolean is_special, const MI_Char *group, Test_Item ***itemsp);
void items_delete(Test_Item **items, MI_Uint32 count);
/* The name of the group that a number belongs to */
const MI_Char *group_of(MI_Uint32 number);

/* many.c */
extern MI_Uint64 many_count;

/* event.c */
MI_Result events_fire(const MI_Char *name, MI_Uint32 count);
void events_count(MI_Uint32 *subscriptions, MI_Uint32 *enabled);
/* Of the newest subscription, cut to `size` with its NUL; "" for none */
void events_bookmark(MI_Char *bookmark, size_t size);
