#include "wire/verbs.h"

static const struct {
        const char *name;
        uint32_t needed;
} verbs[_REQUEST_VERBS] = {
        [REQUEST_NONE] = { "nothing", 0 },
        [REQUEST_GET] = { "get", VERB_READ },
        [REQUEST_ENUMERATE] = { "enumerate", VERB_READ },
        [REQUEST_QUERY] = { "query", VERB_READ },
        [REQUEST_CREATE] = { "create", VERB_WRITE },
        [REQUEST_MODIFY] = { "modify", VERB_WRITE },
        [REQUEST_DELETE] = { "delete", VERB_WRITE },
        [REQUEST_INVOKE] = { "invoke", VERB_INVOKE },
        [REQUEST_ASSOCIATORS] = { "associators", VERB_READ },
        [REQUEST_REFERENCES] = { "references", VERB_READ },
        [REQUEST_SUBSCRIBE] = { "subscribe", VERB_SUBSCRIBE },
        [REQUEST_TEST] = { "test", VERB_READ },
        [REQUEST_GET_CLASS] = { "get class", VERB_READ },
        [REQUEST_ENUMERATE_CLASSES] = { "enumerate classes", VERB_READ },
};

uint32_t verb_needed(RequestVerb verb)
{
        return (unsigned)verb < _REQUEST_VERBS ? verbs[verb].needed : 0;
}

const char *verb_name(RequestVerb verb)
{
        return (unsigned)verb < _REQUEST_VERBS ? verbs[verb].name : verbs[REQUEST_NONE].name;
}
