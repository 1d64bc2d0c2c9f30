#pragma once

/*
 * A node and all below it, in as many calls as it takes
 */

#include "cli/xs.h"

typedef struct XsNodesRequest {
        const char *path;
        uint32_t depth; /* 0: no limit */
        bool permissions;
} XsNodesRequest;

typedef struct XsNode {
        const char *path;
        const char *value;       /* escaped */
        const char *permissions; /* "n0,r7", or NULL */
        MI_Result result;        /* not OK: the node could not be read */
} XsNode;

/* Anything but CLI_OK ends it. */
typedef int (*XsNodeFunction)(void *context, const XsNode *node);

int xs_nodes_each(Cli *cli, const XsNodesRequest *request, XsNodeFunction function, void *context);
