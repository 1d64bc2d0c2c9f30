#include "dispatch/feed.h"

#include <errno.h>
#include <string.h>

#include "dispatch/context.h"
#include "dispatch/limit.h"
#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "dispatch/subscription.h"
#include "model/cim-error.h"
#include "model/decl.h"
#include "model/instance.h"
#include "util/error.h"
#include "util/log.h"
#include "util/text.h"

typedef struct FeedEntry {
        char *text;
        List members; /* of Membership.link */
} FeedEntry;

static char *lower(const char *text)
{
        char *copy = strdup(text);

        for (char *c = copy; c && *c; c++)
                *c = ascii_lower(*c);
        return copy;
}

Feed *feed_of(Provider *provider)
{
        Feed *feed;

        pthread_mutex_lock(&provider->lock);
        feed = provider->feed;
        if (!feed) {
                feed = calloc(1, sizeof(*feed));
                if (feed) {
                        feed->provider = provider;
                        feed->server = provider->module->server;
                        pthread_mutex_init(&feed->lock, NULL);
                        pthread_cond_init(&feed->changed, NULL);
                        list_init(&feed->unindexed);
                        str_map_init(&feed->index, false);
                        provider->feed = feed;
                }
        }
        pthread_mutex_unlock(&provider->lock);
        return feed;
}

Feed *feed_free(Feed *feed)
{
        if (!feed)
                return NULL;
        str_map_deinit(&feed->index);
        problem_clear(&feed->problem);
        pthread_cond_destroy(&feed->changed);
        pthread_mutex_destroy(&feed->lock);
        free(feed->name_space);
        free(feed);
        return NULL;
}

/* ---------------------------------------------------------------- on and off */

/* Without the lock; the state is FEED_ENABLING. */
static int feed_enable(Feed *feed, const char *name_space)
{
        Provider *provider = feed->provider;
        Context *context;
        int r;

        r = context_new(&context, feed->server, CONTEXT_FEED, provider->module, provider, "EnableIndications");
        if (r < 0)
                return error_trace(r);
        context->feed = feed;

        pthread_mutex_lock(&feed->lock);
        feed->context = context;
        free(feed->name_space);
        feed->name_space = strdup(name_space);
        pthread_mutex_unlock(&feed->lock);

        context_begin_call(context);
        if (provider->decl->providerFT->EnableIndications)
                provider->decl->providerFT->EnableIndications(provider->self, &context->base, name_space,
                                                              provider->decl->name);
        context_end_call(context);
        return 0;
}

bool feed_hold(Feed *feed, const char *name_space, Problem *problem)
{
        bool held;
        int r;

        pthread_mutex_lock(&feed->lock);
        while (feed->state == FEED_ENABLING || feed->state == FEED_DISABLING)
                pthread_cond_wait(&feed->changed, &feed->lock);
        if (feed->state == FEED_OFF) {
                feed->state = FEED_ENABLING;
                problem_clear(&feed->problem);
                pthread_mutex_unlock(&feed->lock);
                r = feed_enable(feed, name_space);
                pthread_mutex_lock(&feed->lock);
                if (r < 0)
                        problem_set_errno(&feed->problem, r, "cannot enable indications");
                /* The provider may have posted an error: then it is off again. */
                feed->state = problem_is_set(&feed->problem) ? FEED_OFF : FEED_ON;
                pthread_cond_broadcast(&feed->changed);
        }
        held = feed->state == FEED_ON;
        if (held) {
                feed->n_holders++;
        } else {
                *problem = feed->problem;
                feed->problem = (Problem)PROBLEM_NONE;
                if (!problem_is_set(problem))
                        problem_set(problem, MI_RESULT_FAILED, "%s: the provider has ended its indications",
                                    feed->provider->decl->name);
        }
        pthread_mutex_unlock(&feed->lock);
        return held;
}

/* Without the lock; the state is FEED_DISABLING. */
static void feed_disable(Feed *feed, Context *enabled)
{
        Provider *provider = feed->provider;
        MI_Instance *error = NULL;
        Context *context;
        MI_Result result;

        if (provider->decl->providerFT->DisableIndications &&
            context_new(&context, feed->server, CONTEXT_LIFETIME, provider->module, provider, "DisableIndications") ==
                    0) {
                context_begin_call(context);
                provider->decl->providerFT->DisableIndications(provider->self, &context->base, feed->name_space,
                                                               provider->decl->name);
                if (context_wait(context, LIMIT_LOAD_MS, &result, &error) && result != MI_RESULT_OK)
                        log_warning("provider %s: DisableIndications of %s: %s", provider->module->name,
                                    provider->decl->name,
                                    (error ? cim_error_message(error) : NULL) ?: result_name(result));
                context_end_call(context);
                instance_delete(error);
        }

        /* Posts to it are mistakes from now on. */
        if (!atomic_exchange(&enabled->final, true))
                context_leave(enabled);
}

void feed_release(Feed *feed)
{
        Context *context;

        pthread_mutex_lock(&feed->lock);
        if (--feed->n_holders > 0 || feed->state != FEED_ON) {
                pthread_mutex_unlock(&feed->lock);
                return;
        }
        feed->state = FEED_DISABLING;
        context = steal(&feed->context);
        pthread_mutex_unlock(&feed->lock);

        server_block_begin(feed->server);
        feed_disable(feed, context);
        server_block_end(feed->server);

        pthread_mutex_lock(&feed->lock);
        feed->state = FEED_OFF;
        pthread_cond_broadcast(&feed->changed);
        pthread_mutex_unlock(&feed->lock);
}

/* ---------------------------------------------------------------- who gets what */

/* The first term that fixes a string property to a text and that the index can serve, or NULL. Lock held. */
static const QueryTerm *feed_index_term(Feed *feed, const Query *query)
{
        for (size_t i = 0; query && i < query->n_terms; i++) {
                const QueryTerm *term = &query->terms[i];
                const MI_ClassDecl *decl = feed->provider->decl;
                int index;

                if (term->literal.kind != QUERY_LITERAL_STRING)
                        continue;
                index = decl_find_property(decl, term->property);
                if (index < 0 || decl->properties[index]->type != MI_STRING)
                        continue;
                if (!feed->indexed_property)
                        feed->indexed_property = decl->properties[index]->name;
                if (ascii_equal(feed->indexed_property, term->property))
                        return term;
        }
        return NULL;
}

/* Lock held. */
static FeedEntry *feed_entry(Feed *feed, const char *text)
{
        FeedEntry *entry = str_map_get(&feed->index, text);

        if (entry)
                return entry;
        entry = calloc(1, sizeof(*entry));
        if (!entry)
                return NULL;
        list_init(&entry->members);
        entry->text = strdup(text);
        if (!entry->text || str_map_add(&feed->index, entry->text, entry) < 0) {
                free(entry->text);
                free(entry);
                return NULL;
        }
        return entry;
}

int feed_add(Feed *feed, Membership *member)
{
        List *list = &feed->unindexed;
        const QueryTerm *term;
        int r = 0;

        pthread_mutex_lock(&feed->lock);
        term = feed_index_term(feed, member->subscription->operation->query);
        if (term) {
                FeedEntry *entry;

                member->indexed = lower(term->literal.string);
                entry = member->indexed ? feed_entry(feed, member->indexed) : NULL;
                if (entry)
                        list = &entry->members;
                else
                        r = error_origin(-ENOMEM);
        }
        if (!r) {
                list_append(list, &member->link);
                member->is_listed = true;
                operation_ref(member->subscription->operation);
        }
        pthread_mutex_unlock(&feed->lock);
        return r;
}

/* Lock held. */
static void feed_unlist(Feed *feed, Membership *member)
{
        list_remove(&member->link);
        member->is_listed = false;
        if (member->indexed) {
                FeedEntry *entry = str_map_get(&feed->index, member->indexed);

                if (entry && list_is_empty(&entry->members)) {
                        str_map_remove(&feed->index, entry->text);
                        free(entry->text);
                        free(entry);
                }
        }
}

bool feed_remove(Feed *feed, Membership *member)
{
        bool was_listed;

        pthread_mutex_lock(&feed->lock);
        was_listed = member->is_listed;
        if (was_listed)
                feed_unlist(feed, member);
        pthread_mutex_unlock(&feed->lock);
        if (was_listed)
                operation_unref(member->subscription->operation);
        return was_listed;
}

/* ---------------------------------------------------------------- posting */

static void feed_deliver(List *list, const MI_Instance *indication, const XenmiDelivery *delivery)
{
        list_for_each (link, list) {
                Membership *member = list_entry(link, Membership, link);

                if (membership_wants(member, indication, delivery))
                        subscription_push(member->subscription, indication, delivery);
        }
}

MI_Result feed_post(Feed *feed, const MI_Instance *indication, const XenmiDelivery *delivery)
{
        const MI_ClassDecl *decl = feed->provider->decl;

        if (indication->classDecl != decl && !decl_is_a(indication->classDecl, decl)) {
                log_error("provider %s: it posted an indication of class %s on the feed of %s; ignored",
                          feed->provider->module->name, instance_class_name(indication), decl->name);
                return MI_RESULT_INVALID_CLASS;
        }

        pthread_mutex_lock(&feed->lock);
        feed_deliver(&feed->unindexed, indication, delivery);
        if (feed->index.count > 0) {
                const char *text = instance_string(indication, feed->indexed_property);
                _cleanup_(freep) char *key = text ? lower(text) : NULL;
                FeedEntry *entry = key ? str_map_get(&feed->index, key) : NULL;

                if (entry)
                        feed_deliver(&entry->members, indication, delivery);
        }
        pthread_mutex_unlock(&feed->lock);
        return MI_RESULT_OK;
}

/* Takes the next one off the feed and hands out the reference to its operation that the feed had; NULL: there is none. */
static Membership *feed_take(Feed *feed)
{
        Membership *member = NULL;
        StrMapEntry *entry;
        size_t position = 0;

        pthread_mutex_lock(&feed->lock);
        if (!list_is_empty(&feed->unindexed)) {
                member = list_entry(feed->unindexed.next, Membership, link);
        } else if ((entry = str_map_next(&feed->index, &position))) {
                FeedEntry *indexed = entry->value;

                member = list_entry(indexed->members.next, Membership, link);
        }
        if (member)
                feed_unlist(feed, member);
        pthread_mutex_unlock(&feed->lock);
        return member;
}

/* The provider has ended its indications: so none goes to its subscriptions any more. */
void feed_post_final(Feed *feed, Problem *problem)
{
        Membership *member;
        bool is_on;

        pthread_mutex_lock(&feed->lock);
        is_on = feed->state == FEED_ON;
        if (feed->state == FEED_ENABLING) {
                feed->problem = *problem;
                *problem = (Problem)PROBLEM_NONE;
                if (!problem_is_set(&feed->problem))
                        problem_set(&feed->problem, MI_RESULT_FAILED, "%s: the provider has ended its indications",
                                    feed->provider->decl->name);
        }
        if (is_on)
                feed->state = FEED_OFF;
        if (feed->state != FEED_DISABLING)
                feed->context = NULL;
        pthread_mutex_unlock(&feed->lock);

        while (is_on && (member = feed_take(feed))) {
                Operation *operation = member->subscription->operation;
                Problem copy = { problem->result, NULL };

                if (problem->error)
                        (void)instance_clone(&copy.error, problem->error);
                membership_end(member, &copy);
                operation_unref(operation);
        }
}
