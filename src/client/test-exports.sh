#!/bin/sh
# libmi exports the API's two symbols and nothing else
exported=$(nm -D --defined-only "$1" | awk '{ print $3 }' | sort | tr '\n' ' ')
[ "$exported" = "MI_Application_InitializeV1 mi_clientFT_V1 " ] || {
        echo "libmi exports: $exported" >&2
        exit 1
}
