#pragma once

/*
 * What the parser leaves for the resolver
 *
 * Nodes hold what was written, in lists in the order of the text. They live in MofParser.nodes and go with the parser;
 * names and texts live in the schema's arena and stay.
 */

#include "mof/lexer.h"
#include "mof/parse.h"
#include "mof/source.h"

typedef struct InstanceNode InstanceNode;

typedef enum LiteralKind {
        LITERAL_NULL,
        LITERAL_BOOLEAN,
        LITERAL_INTEGER,
        LITERAL_REAL,
        LITERAL_STRING,
        LITERAL_CHARACTER,
        LITERAL_ALIAS,
        LITERAL_INSTANCE,
} LiteralKind;

typedef struct Literal {
        LiteralKind kind;
        bool is_negative;
        uint32_t line;
        uint32_t column;
        union {
                bool boolean;
                uint64_t integer; /* magnitude; also of a character */
                double real;
                const char *string; /* also an alias, with its $ */
                InstanceNode *instance;
        } value;
} Literal;

/* `5`, `{1, 2}`; also `(5)` of a qualifier */
typedef struct Initializer {
        bool is_array;
        uint32_t count;
        Literal *list;
        MofWhere where;
} Initializer;

typedef struct QualifierNode {
        struct QualifierNode *next;
        const char *name;
        MofWhere where;
        Initializer *value; /* NULL: none written */
        uint32_t flavor;    /* those written */
        bool has_flavor;    /* any, also those that say nothing here */
        bool is_amended;
        uint32_t sequence; /* place in the text, to tell whether its declaration came first */
} QualifierNode;

typedef struct QualifierList {
        QualifierNode *first;
        uint32_t count;
} QualifierList;

/* A type as written: `uint32`, `CIM_X REF`, `CIM_X`, with `[]` or `[4]` behind the name. */
typedef struct TypeNode {
        MI_Type type;           /* without MI_ARRAY; MOF_TYPE_VOID; MI_INSTANCE for `object` and a bare class name */
        const char *class_name; /* of MI_REFERENCE and MI_INSTANCE; NULL: any */
        MofWhere where;
        bool is_array;
        uint32_t subscript;
} TypeNode;

typedef struct PropertyNode {
        struct PropertyNode *next;
        const char *name;
        MofWhere where;
        QualifierList qualifiers;
        TypeNode type;
        Initializer *value;
} PropertyNode; /* also a parameter */

typedef struct MethodNode {
        struct MethodNode *next;
        const char *name;
        MofWhere where;
        QualifierList qualifiers;
        TypeNode type;
        PropertyNode *parameters;
        uint32_t n_parameters;
} MethodNode;

typedef enum ClassState {
        CLASS_UNRESOLVED,
        CLASS_RESOLVING,
        CLASS_RESOLVED,
} ClassState;

typedef struct ClassNode {
        struct ClassNode *next;
        MofClass *class;
        const char *super_name;
        MofWhere super_where;
        QualifierList qualifiers;
        PropertyNode *properties;
        uint32_t n_properties;
        MethodNode *methods;
        uint32_t n_methods;
        ClassState state;
        uint32_t sequence;
} ClassNode;

typedef struct AssignmentNode {
        struct AssignmentNode *next;
        const char *name;
        MofWhere where;
        Initializer *value;
} AssignmentNode;

struct InstanceNode {
        InstanceNode *next;
        MofInstance *instance;
        AssignmentNode *assignments;
        uint32_t n_assignments;
        bool is_resolved;
        uint32_t sequence;
};

struct MofParser {
        MofOptions options;
        MofSchema *schema;
        Arena *arena; /* the schema's */
        Arena nodes;
        Buffer scratch;

        MofSource *sources; /* all texts read, newest first */
        MofSource *source;  /* the one in hand */
        MofLexer lexer;
        MofToken token; /* the next one */

        const char *class_name; /* what messages name */
        const char *namespace_name;
        int depth; /* open braces of the source in hand */
        uint32_t include_depth;
        uint32_t instance_depth;
        uint32_t n_includes;
        uint32_t sequence;
        size_t bytes;
        bool is_finished;
        int fatal; /* negative errno that ends everything */

        ClassNode *classes, **classes_tail;
        InstanceNode *instances, **instances_tail;
        StrMap class_nodes; /* ClassNode by name, without case */
        StrMap aliases;     /* InstanceNode by alias, without case */
        StrMap warned;      /* names of qualifiers, pragmas told of once */
        MofQualifierDecl **qualifiers;
        size_t qualifiers_room, classes_room, instances_room, files_room;
};

/* Messages. `where` NULL: at the token in hand. mof_error returns MOF_FAILED, or a negative errno. */
int mof_error(MofParser *parser, const MofWhere *where, const char *format, ...) _printf_(3, 4);
int mof_warning(MofParser *parser, const MofWhere *where, const char *format, ...) _printf_(3, 4);
/* An error in strict mode, else a warning and 0. */
int mof_complaint(MofParser *parser, const MofWhere *where, const char *format, ...) _printf_(3, 4);
MofWhere mof_here(MofParser *parser);
bool mof_is_stopped(const MofParser *parser); /* too many errors, or fatal */

/* Memory of the schema and of the nodes; NULL sets parser->fatal. */
void *mof_alloc(MofParser *parser, size_t size);
void *mof_node(MofParser *parser, size_t size);
char *mof_text(MofParser *parser, const char *text, size_t length);
/* Appends to an array of pointers in the schema's arena. 0 or -ENOMEM. */
int mof_append(MofParser *parser, void *listp, uint32_t *countp, size_t *roomp, void *item);

/* parser.c: tokens */
int mof_next(MofParser *parser);
int mof_expect(MofParser *parser, int kind, const char *what); /* takes it, or says "expected WHAT, found ..." */
int mof_unexpected(MofParser *parser, const char *expected);
int mof_take_name(MofParser *parser, const char **namep, const char *what);
bool mof_accept(MofParser *parser, int kind);
/* The text and all that follow it directly, as one; `textp` in the schema's arena. */
int mof_take_string(MofParser *parser, const char **textp);
int mof_read_source(MofParser *parser, MofSource *source);

/* parse-value.c */
int mof_parse_initializer(MofParser *parser, Initializer **initializerp);
int mof_parse_qualifiers(MofParser *parser, QualifierList *list); /* [ ... ], if there is one */
int mof_parse_qualifier_decl(MofParser *parser);
int mof_parse_type(MofParser *parser, TypeNode *type, bool is_return);
int mof_parse_subscript(MofParser *parser, TypeNode *type);
bool mof_type_by_name(const MofToken *token, MI_Type *typep);

/* parse-class.c */
int mof_parse_class(MofParser *parser, QualifierList *qualifiers);
int mof_parse_instance(MofParser *parser, InstanceNode **nodep, bool is_embedded);
/* After an error: skips to the end of the member of a body `depth` braces deep, or of the declaration if that is 0. */
void mof_recover(MofParser *parser, int depth);

/* pragma.c */
int mof_parse_pragma(MofParser *parser);

/* resolve.c */
int mof_resolve(MofParser *parser);
/* The class of that name, if need be from outside; *classp is NULL if there is none. */
int mof_find_class(MofParser *parser, const char *name, MofClass **classp);

/* resolve-member.c: the properties and methods of a class whose superclass is resolved */
int mof_resolve_members(MofParser *parser, ClassNode *node);

/* resolve-external.c: a class that is not from the texts, as one of the schema */
int mof_import_class(MofParser *parser, const MI_ClassDecl *decl, MofClass **classp);

/* resolve-qualifier.c */
typedef struct QualifierTarget {
        const void *owner;
        uint32_t scope;
        const char *what; /* "property X", for messages */
} QualifierTarget;
/*
 * The qualifiers of a declaration: `inherited` ones first, own ones in their places or behind. *listp gets all, *ownp
 * those written.
 */
int mof_resolve_qualifiers(MofParser *parser, const QualifierTarget *target, const QualifierList *written,
                           const MI_Qualifier *const *inherited, uint32_t n_inherited,
                           const MI_Qualifier *const **listp, uint32_t *countp, const MofQualifier *const **ownp,
                           uint32_t *n_ownp);

/* resolve-value.c: an initialiser as a value of the type; *valuep is NULL for a null one. Not for instances and references. */
int mof_convert(MofParser *parser, const Initializer *initializer, MI_Type type, const char *what, MI_Value **valuep);
MofWhere mof_literal_where(const Initializer *initializer, const Literal *literal);

/* resolve-instance.c */
int mof_resolve_instances(MofParser *parser);

/* standard.c: what the standard and mofcomp know without a declaration; NULL for others. */
const MI_QualifierDecl *mof_standard_qualifier(const char *name);
