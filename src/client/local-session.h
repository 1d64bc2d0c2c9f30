#pragma once

/*
 * Sessions that a host lends its providers (MI_Context_GetLocalSession)
 *
 * They are ordinary sessions over a transport of the host's making, which opens channels in the name of a caller; MI_Session_Close
 * does not end them.
 */

#include <MI.h>

#include "client/transport.h"

typedef struct Application Application;

int application_new(Application **applicationp);
/* All its sessions have ended. */
void application_free(Application *application);
void application_handle(const Application *application, MI_Application *handle);

/* Takes the transport over in any case. `hops`: hosts between the person and this session. */
int local_session_new(Application *application, Transport *transport, uint32_t hops, MI_Session *session);
/* Cancels what runs and waits until the provider has closed it. */
void local_session_end(MI_Session *session);
