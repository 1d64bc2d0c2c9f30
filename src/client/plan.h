#pragma once

/*
 * Plans: from what the client asks to the requests that hosts are sent
 *
 * A plan looks the class up in the catalog, checks keys, properties and parameters against its declaration, and gives the job a leg
 * for each host and class that has to be asked, or a source where this process knows the answer. On failure the job's failure says
 * what, where, and what to do.
 */

#include "client/job.h"
#include "query/query.h"

/* Begins: options of the operation, namespace and catalog. The request is filled with what is common to all verbs. */
int plan_begin(Job *job, Request *request, MI_OperationOptions *options, const MI_Char *name_space, RequestVerb verb);

/* get, create, modify, delete: the instance's class is the one asked */
int plan_instance(Job *job, Request *request, const MI_Instance *instance);
int plan_invoke(Job *job, Request *request, const MI_Char *class_name, const MI_Char *method,
                const MI_Instance *instance, const MI_Instance *parameters);
int plan_enumerate(Job *job, Request *request, const MI_Char *class_name, bool keys_only);
int plan_query(Job *job, Request *request, const MI_Char *language, const MI_Char *text);
/* associators, references; those not wanted are NULL */
int plan_association(Job *job, Request *request, const MI_Instance *source);
int plan_subscribe(Job *job, Request *request, const MI_Char *language, const MI_Char *text,
                   const MI_SubscriptionDeliveryOptions *delivery);
int plan_get_class(Job *job, const MI_Char *class_name);
int plan_enumerate_classes(Job *job, const MI_Char *class_name, bool names_only);
/* meta-class.c: select ... from meta_class; takes the query over. */
int plan_meta_class(Job *job, Query *query);

/* Parts */

/* A leg with the request for that class. */
int plan_leg(Job *job, Request *request, const RepositoryClass *class);
/* Legs for `top` and all its descendants that somebody serves. */
int plan_deep(Job *job, Request *request, const RepositoryClass *top);
/* Looks again when the class is not known: it may just have been registered. */
int plan_class(Job *job, const char *name, const RepositoryClass **classp);
/* Is the job's namespace there? Looks again, and says which there are, if it is not. */
int plan_namespace(Job *job);

/* source.c: instances that this process makes; keys NULL: all */
int plan_builtin(Job *job, const RepositoryClass *class, const MI_Instance *keys);
int plan_builtin_query(Job *job, const RepositoryClass *class, const Query *query);
int plan_builtin_refused(Job *job, const RepositoryClass *class);

/* validate.c: against declarations; the failure is the job's */
int validate_keys(Job *job, const MI_Instance *instance, const MI_ClassDecl *decl, RequestVerb verb);
int validate_properties(Job *job, const MI_Instance *instance, const MI_ClassDecl *decl);
int validate_method(Job *job, const MI_ClassDecl *decl, const char *method, const MI_Instance *instance,
                    const MI_Instance *parameters);
