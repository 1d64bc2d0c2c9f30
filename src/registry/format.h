#pragma once

/*
 * The compiled repository as a file (private to src/registry)
 *
 * A header, then sections that it names by offset and count, all little-endian and 8-aligned. Strings are offsets into one heap whose last byte is
 * NUL, so that every offset within it is a string. Declarations are runs of 32-bit words (decl.h). Everything is checked
 * against the file's size when it is opened or decoded: a damaged file is an answer, not a crash.
 */

#include <stddef.h>
#include <stdint.h>

#define FORMAT_MAGIC "xenmi-cr"

enum {
        FORMAT_VERSION = 1,

        FORMAT_STRINGS_MAX = 512 << 20,
        FORMAT_DECLS_MAX = 256 << 20,
        FORMAT_CLASSES_MAX = 1 << 20,
        FORMAT_NAMESPACES_MAX = 4096,
        FORMAT_PROVIDERS_MAX = 4096,
        FORMAT_OPTIONS_MAX = 65536,
        FORMAT_DEPTH_MAX = 64, /* classes between a class and its root */
        FORMAT_NAME_MAX = 256, /* bytes of the name of a namespace, with the NUL */
};

#define FORMAT_NONE UINT32_MAX /* no string, no class, no provider */

typedef struct FormatSection {
        uint32_t offset;
        uint32_t count; /* of its records; bytes of the strings; words of the declarations */
} FormatSection;

typedef struct FormatHeader {
        char magic[8];
        uint32_t version;
        uint32_t size; /* of the file */
        uint64_t stamp;
        FormatSection strings;
        FormatSection namespaces;
        FormatSection classes;
        FormatSection providers;
        FormatSection options;
        FormatSection buckets; /* a power of two of them, each the index of a class + 1, or 0 */
        FormatSection decls;
} FormatHeader;

typedef struct FormatNamespace {
        uint32_t name;
        uint32_t first_class;
        uint32_t n_classes;
        uint32_t reserved;
} FormatNamespace;

enum {
        FORMAT_CLASS_BUILTIN = 1,
};

typedef struct FormatClass {
        uint32_t name;
        uint32_t namespace;
        uint32_t super;    /* index of a class of the same namespace */
        uint32_t provider; /* index */
        uint32_t flags;    /* MI_FLAG_... */
        uint32_t marks;    /* FORMAT_CLASS_... */
        uint32_t decl;     /* word */
        uint32_t reserved;
} FormatClass;

enum {
        FORMAT_PROVIDER_REQUESTOR = 1,
        FORMAT_PROVIDER_FILTER = 2,
};

typedef struct FormatProvider {
        uint64_t stamp;
        uint32_t name;
        uint32_t library;
        uint32_t host;
        uint32_t user;
        uint32_t marks; /* FORMAT_PROVIDER_... */
        uint32_t first_option;
        uint32_t n_options;
        uint32_t reserved;
} FormatProvider;

typedef struct FormatOption {
        uint32_t name;
        uint32_t value;
} FormatOption;

/* Hash of a class's name in a namespace, without case. */
uint32_t format_hash(const char *namespace, const char *class_name);
