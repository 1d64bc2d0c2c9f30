#pragma once

/*
 * The verbs: which provider functions an operation calls, and what it makes of their answers
 *
 * verb_start() checks what can be checked without the provider (permission, namespace, class) and goes on to the verb's own first step.
 * All of these end the operation with an error where they cannot go on.
 */

#include "dispatch/operation.h"

typedef struct Association Association;

void verb_start(Operation *operation);
void verb_audit(const Operation *operation, const Problem *problem); /* a line in the log for what changes something */

/* First steps */
void get_start(Operation *operation);
void enumerate_start(Operation *operation);
void query_start(Operation *operation);
void create_start(Operation *operation);
void modify_start(Operation *operation);
void delete_start(Operation *operation);
void invoke_start(Operation *operation);
void associate_start(Operation *operation);
void subscribe_start(Operation *operation);
void class_start(Operation *operation);

/*
 * Shared. A provider of a class: false and the operation is ended if there is none. A static instance for a provider, made of what the
 * client sent: NULL and the operation is ended if that does not fit the class.
 */
bool verb_find_provider(Operation *operation, const char *class_name, Provider **providerp);
MI_Instance *verb_cast(Operation *operation, const MI_ClassDecl *decl, const MI_Instance *from, unsigned int flags);
bool verb_check_keys(Operation *operation, const MI_Instance *instance, const MI_ClassDecl *decl);
/* The property set of the request for a provider, or NULL. */
const MI_PropertySet *verb_property_set(Operation *operation);

/* The provider's mistake: the operation ends with it when its final result comes. Returns VERDICT_REFUSE. */
Verdict verb_blame(Operation *operation, const char *format, ...) _printf_(2, 3);
/* Is the instance one of exactly this class, with all its keys? Else VERDICT_REFUSE. */
Verdict verb_check_instance(Operation *operation, const MI_Instance *instance, const MI_ClassDecl *decl);
/* The first instance posted in a call is taken, more are a mistake. */
Verdict verb_only_one(Operation *operation);
/* Ends the operation with what the provider said. */
void verb_final(Operation *operation, Problem *problem);
/* What a provider that lacks a function answers. */
void verb_not_supported(Operation *operation, const Provider *provider, const char *function);

/*
 * Reads an instance from operation->provider by its keys, for get and for what follows a modify: GetInstance, and an enumeration where
 * that is not supported. `keys` is a static instance in the request's arena.
 */
void get_by_keys(Operation *operation, MI_Instance *keys);

/* Calls EnumerateInstances of one provider; the caller has set accept and final. */
void enumerate_call(Operation *operation, Provider *provider, bool keys_only, const MI_Filter *filter);

Association *association_free(Association *association);
