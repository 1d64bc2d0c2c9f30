#pragma once

/*
 * Declarations and instances as MOF text
 *
 * Works on any declarations (generated code's, the repository's, a MofSchema's), so it goes by what those hold: a member
 * is the class's own if the class is its propagator, and a qualifier is left out if the superclass's declaration holds
 * it with the same value and it is inherited. Flags without a qualifier behind them (a module generated without
 * qualifiers) are printed as the qualifiers that they stand for. What is printed can be read again and gives the same. Text is UTF-8.
 */

#include <MI.h>

#include "util/buffer.h"

typedef enum MofPrintFlags {
        MOF_PRINT_FLAT = 1, /* inherited members and qualifiers, too (reads well; not the same class when read) */
        MOF_PRINT_NO_DESCRIPTIONS = 2, /* without Description, Values, ValueMap and other texts */
} MofPrintFlags;

/* All append to the buffer, whose `failed` tells of trouble. */
void mof_print_class(Buffer *buffer, const MI_ClassDecl *class, unsigned flags);
void mof_print_qualifier_decl(Buffer *buffer, const MI_QualifierDecl *qualifier);
/* "instance of C { ... };" with everything that is set; embedded instances inside, references as object paths. */
void mof_print_instance(Buffer *buffer, const MI_Instance *instance, unsigned flags);
/* A value as an initialiser: 5, "text", {1, 2}, TRUE, NULL ... */
void mof_print_value(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned flags);
/* Qualifier declarations, then classes so that superclasses come first. */
void mof_print_schema(Buffer *buffer, const MI_SchemaDecl *schema, unsigned flags);

/* "uint32", "string", ...; for an array type that of its elements. */
const char *mof_type_name(MI_Type type);
