#pragma once

/*
 * The sessions that providers get: one for each channel that a provider asked one for, acting as the channel's caller. It ends when the
 * channel does.
 */

#include "hostd/host.h"

/* As ServerConfig.local_session */
MI_Result local_session(void *userdata, const ServerLocalSession *request, MI_Session *session);
/* The channel is gone; its session, if it has one, ends in the background. */
void local_session_forget(Host *host, uint64_t channel);
