#include "client/plan.h"

#include <errno.h>
#include <string.h>

#include "client/session.h"
#include "model/decl.h"
#include "model/instance.h"
#include "model/options.h"
#include "query/query.h"
#include "util/clock.h"
#include "util/text.h"
#include "wire/verbs.h"

#define OPTION(name)      "__MI_OPERATIONOPTIONS_" name
#define DEFAULT_NAMESPACE "root/cimv2"

static int no_memory(Job *job)
{
        return failure_set_errno(&job->failure, -ENOMEM, "cannot prepare the operation");
}

/* Those that the request has no member for */
static int add_options(Job *job, Request *request, const Options *options)
{
        static const char *const members[] = { OPTION("TIMEOUT"), OPTION("CHANNEL"), OPTION("WRITEERRORMODE"),
                                               OPTION("PROMPTUSERMODE") };
        uint32_t count = options_count(options);
        RequestOption *list;

        if (count == 0)
                return 0;
        list = arena_alloc(&job->arena, count * sizeof(*list));
        if (!list)
                return no_memory(job);
        request->options = list;
        for (uint32_t i = 0; i < count; i++) {
                const Option *option = options_at(options, i);
                bool is_member = false;

                for (size_t k = 0; k < ARRAY_SIZE(members); k++)
                        is_member |= ascii_equal(option->name, members[k]);
                if (is_member)
                        continue;
                list[request->n_options++] = (RequestOption){
                        .name = option->name,
                        .type = option->type,
                        .value = option->value,
                        .must_comply = option->must_comply,
                };
        }
        return 0;
}

/*
 * A property list: MI's calls have no argument for one. As in WMI it is an option with an array of names: one name for what is read,
 * another one for what is changed.
 */
static int set_property_list(Job *job, Request *request, const Options *options)
{
        const char *name = request->verb == REQUEST_MODIFY ? "__PUT_EXT_PROPERTIES" : "__GET_EXT_PROPERTIES";
        const Option *option = options_find(options, name);

        if (!option)
                return 0;
        if (option->type != MI_STRINGA || option->value.stringa.size > REQUEST_PROPERTIES_MAX)
                return failure_set(&job->failure, MI_RESULT_INVALID_PARAMETER,
                                   "the option %s is not an array of at most %d names of properties", name,
                                   REQUEST_PROPERTIES_MAX);
        request->properties = (const char *const *)option->value.stringa.data;
        request->n_properties = option->value.stringa.size;
        return 0;
}

static void set_modes(const Job *job, Request *request, const Options *options)
{
        uint32_t mode;

        request->prompt_mode = job->callbacks.promptUser ? MI_CALLBACKMODE_INQUIRE : MI_CALLBACKMODE_IGNORE;
        if (job->callbacks.promptUser && options_number(options, OPTION("PROMPTUSERMODE"), &mode))
                request->prompt_mode = mode;
        request->write_error_mode = job->callbacks.writeError ? MI_CALLBACKMODE_REPORT : MI_CALLBACKMODE_IGNORE;
        if (job->callbacks.writeError && options_number(options, OPTION("WRITEERRORMODE"), &mode))
                request->write_error_mode = mode;
        if (job->callbacks.writeMessage)
                request->channels = options_channels(options, 1u << MI_WRITEMESSAGE_CHANNEL_WARNING |
                                                                      1u << MI_WRITEMESSAGE_CHANNEL_VERBOSE |
                                                                      1u << MI_WRITEMESSAGE_CHANNEL_DEBUG);
}

int plan_begin(Job *job, Request *request, MI_OperationOptions *handle, const MI_Char *name_space, RequestVerb verb)
{
        const Options *options = operation_options(handle);
        Transport *transport = job->session->transport;
        uint64_t timeout_ms = options_timeout_ms(options, OPTION("TIMEOUT"));

        memset(request, 0, offsetof(Request, packed_instance));
        request->verb = verb;
        request->mi_flags = job->flags;
        request->hops = job->session->hops;
        request->credit = CREDIT_BYTES;
        request->locale = job->session->locale;
        request->name_space = job->name_space;
        if (job->flags & MI_OPERATIONFLAGS_LOCALIZED_QUALIFIERS)
                request->flags |= REQUEST_LOCALIZED;
        if (job->flags & MI_OPERATIONFLAGS_EXPENSIVE_PROPERTIES)
                request->flags |= REQUEST_EXPENSIVE;
        set_modes(job, request, options);
        job->verbs = verb_needed(verb);

        if (timeout_ms == 0)
                timeout_ms = job->session->timeout_ms;
        request->deadline_ms = timeout_ms;
        if (timeout_ms > 0)
                job->deadline_ns = clock_now_ns() + timeout_ms * CLOCK_NS_PER_MS;

        if (!catalog_normalize(job->name_space, sizeof(job->name_space), name_space ? name_space : DEFAULT_NAMESPACE))
                return failure_set(&job->failure, MI_RESULT_INVALID_NAMESPACE,
                                   "%s: not the name of a namespace, such as root/cimv2", name_space);
        if (add_options(job, request, options) < 0 || set_property_list(job, request, options) < 0)
                return -1;
        return transport->methods->catalog(transport, false, &job->catalog, &job->failure);
}

int plan_class(Job *job, const char *name, const RepositoryClass **classp)
{
        Transport *transport = job->session->transport;
        Catalog *newer;

        if (!name || !name[0])
                return failure_set(&job->failure, MI_RESULT_INVALID_PARAMETER, "a class has to be named");
        if (catalog_class(job->catalog, job->name_space, name, classp, &job->failure) == 0)
                return 0;
        if (transport->methods->catalog(transport, true, &newer, &job->failure) < 0)
                return -1;
        catalog_unref(job->catalog);
        job->catalog = newer;
        job->failure.result = MI_RESULT_OK;
        return catalog_class(job->catalog, job->name_space, name, classp, &job->failure);
}

int plan_leg(Job *job, Request *request, const RepositoryClass *class)
{
        Leg *leg;
        int r;

        if (!class->provider)
                return failure_set(
                        &job->failure, MI_RESULT_NOT_SUPPORTED,
                        "%s:%s has no provider of its own; ask for one of its subclasses (`xenmi --namespace %s "
                        "classes`)",
                        job->name_space, class->name, job->name_space);
        if (job_add_leg(job, class, &leg) < 0)
                return -1;
        request->class_name = class->name;
        r = request_pack(&leg->request, 1, request, NULL);
        if (r == 0)
                return 0;
        if (r == -EMSGSIZE)
                return failure_set(&job->failure, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                                   "%s:%s: the request is too large (at most %d bytes)", job->name_space, class->name,
                                   FRAME_SIZE_MAX);
        if (r == -EINVAL)
                return failure_set(
                        &job->failure, MI_RESULT_INVALID_PARAMETER,
                        "%s:%s: a value, name or option of the request cannot be sent: strings must be UTF-8, "
                        "names at most %d and queries at most %d bytes",
                        job->name_space, class->name, REQUEST_NAME_MAX, REQUEST_QUERY_MAX);
        return failure_set_errno(&job->failure, r, "%s:%s: cannot make the request", job->name_space, class->name);
}

/* A host serves the subclasses of its module along with a class. */
static bool is_covered(const RepositoryClass *class, const RepositoryClass *top)
{
        for (const RepositoryClass *above = class; above != top;) {
                above = above->super;
                if (above->provider == class->provider)
                        return true;
        }
        return false;
}

/* Of a subclass in another module only what the class asked for has */
static int limit_to_base(Job *job, Request *request, const RepositoryClass *top)
{
        const MI_ClassDecl *decl;
        const char **names;

        if (catalog_decl(job->catalog, top, &decl, &job->failure) < 0)
                return -1;
        names = arena_alloc(&job->arena, (decl->numProperties + 1) * sizeof(*names));
        if (!names)
                return no_memory(job);
        for (MI_Uint32 i = 0; i < decl->numProperties; i++)
                names[i] = decl->properties[i]->name;
        request->properties = names;
        request->n_properties = decl->numProperties;
        return 0;
}

int plan_deep(Job *job, Request *request, const RepositoryClass *top)
{
        MI_Uint32 polymorphism = job->flags & MI_OPERATIONFLAGS_POLYMORPHISM_DEEP_BASE_PROPS_ONLY;

        if (polymorphism == MI_OPERATIONFLAGS_POLYMORPHISM_SHALLOW)
                return plan_leg(job, request, top);
        request->flags |= REQUEST_DEEP;
        if (polymorphism == MI_OPERATIONFLAGS_POLYMORPHISM_DEEP_BASE_PROPS_ONLY) {
                request->flags |= REQUEST_BASE_PROPERTIES;
                if (!top->provider && limit_to_base(job, request, top) < 0)
                        return -1;
        }
        for (const RepositoryClass *class = top; class; class = repository_next(top, class)) {
                if (!class->provider || (class != top && is_covered(class, top)))
                        continue;
                if (class != top && (request->flags & REQUEST_BASE_PROPERTIES) && !request->properties &&
                    limit_to_base(job, request, top) < 0)
                        return -1;
                if (plan_leg(job, request, class) < 0)
                        return -1;
        }
        if (job->n_legs == 0)
                return failure_set(&job->failure, MI_RESULT_NOT_SUPPORTED,
                                   "%s:%s: neither this class nor one derived from it has a provider; see "
                                   "register-cimprovider",
                                   job->name_space, top->name);
        return 0;
}

int plan_instance(Job *job, Request *request, const MI_Instance *instance)
{
        const RepositoryClass *class;
        const MI_ClassDecl *decl;

        if (!instance)
                return failure_set(&job->failure, MI_RESULT_INVALID_PARAMETER, "an instance has to be given");
        if (plan_class(job, instance_class_name(instance), &class) < 0 ||
            catalog_decl(job->catalog, class, &decl, &job->failure) < 0)
                return -1;
        if (validate_keys(job, instance, decl, request->verb) < 0)
                return -1;
        if ((request->verb == REQUEST_CREATE || request->verb == REQUEST_MODIFY) &&
            validate_properties(job, instance, decl) < 0)
                return -1;
        request->instance = instance;
        if (class->is_builtin)
                return request->verb == REQUEST_GET ? plan_builtin(job, class, instance)
                                                    : plan_builtin_refused(job, class);
        return plan_leg(job, request, class);
}

int plan_invoke(Job *job, Request *request, const MI_Char *class_name, const MI_Char *method,
                const MI_Instance *instance, const MI_Instance *parameters)
{
        const RepositoryClass *class;
        const MI_ClassDecl *decl;

        if (!method || !method[0])
                return failure_set(&job->failure, MI_RESULT_INVALID_PARAMETER, "a method has to be named");
        if ((!class_name || !class_name[0]) && instance)
                class_name = instance_class_name(instance);
        if (plan_class(job, class_name, &class) < 0 || catalog_decl(job->catalog, class, &decl, &job->failure) < 0 ||
            validate_method(job, decl, method, instance, parameters) < 0)
                return -1;
        request->method = method;
        request->instance = instance;
        request->parameters = parameters;
        return plan_leg(job, request, class);
}

int plan_enumerate(Job *job, Request *request, const MI_Char *class_name, bool keys_only)
{
        const RepositoryClass *class;

        if (plan_class(job, class_name, &class) < 0)
                return -1;
        if (class->is_builtin)
                return plan_builtin(job, class, NULL);
        if (keys_only)
                request->flags |= REQUEST_KEYS_ONLY;
        return plan_deep(job, request, class);
}

int plan_association(Job *job, Request *request, const MI_Instance *source)
{
        const RepositoryClass *class, *wanted = NULL, *association;
        const MI_ClassDecl *decl;

        if (!source)
                return failure_set(&job->failure, MI_RESULT_INVALID_PARAMETER, "an instance has to be given");
        if (plan_class(job, instance_class_name(source), &class) < 0 ||
            catalog_decl(job->catalog, class, &decl, &job->failure) < 0 ||
            validate_keys(job, source, decl, request->verb) < 0)
                return -1;
        if (request->association_class && request->association_class[0] &&
            plan_class(job, request->association_class, &wanted) < 0)
                return -1;

        request->instance = source;
        job->forgives_unsupported = true;
        for (association = catalog_next(job->catalog, job->name_space, NULL); association;
             association = catalog_next(job->catalog, job->name_space, association)) {
                const RepositoryClass *end;
                const char *role;
                bool fits = false;

                if (!(association->flags & MI_FLAG_ASSOCIATION) || !association->provider ||
                    (wanted && !repository_is_a(association, wanted)))
                        continue;
                for (uint32_t i = 0; catalog_association_end(job->catalog, association, i, &role, &end) && !fits; i++)
                        fits = end && repository_is_a(class, end) &&
                               (!request->role || !request->role[0] || ascii_equal(request->role, role));
                if (!fits)
                        continue;
                request->association_class = association->name;
                if (plan_leg(job, request, association) < 0)
                        return -1;
        }
        return 0;
}

int plan_subscribe(Job *job, Request *request, const MI_Char *language, const MI_Char *text,
                   const MI_SubscriptionDeliveryOptions *delivery)
{
        const Options *options = subscription_options(delivery);

        job->is_subscription = true;
        request->delivery = options ? options_delivery_type(options) : MI_SubscriptionDeliveryType_Pull;
        request->bookmark = options_string(options, "__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_BOOKMARK");
        if (plan_query(job, request, language, text) < 0)
                return -1;
        job->forgives_unsupported = job->n_legs > 1;
        return 0;
}
