/*
 * Qualifiers that need no declaration
 *
 * Files written for mofcomp declare nothing: the compiler knows the standard's qualifiers and those of WMI. These are
 * their types and flavors, for tolerant reading.
 */

#include "mof/syntax.h"
#include "util/text.h"

#define CLASSES  (MI_FLAG_CLASS | MI_FLAG_ASSOCIATION | MI_FLAG_INDICATION)
#define FEATURES (MI_FLAG_PROPERTY | MI_FLAG_REFERENCE | MI_FLAG_METHOD | MI_FLAG_PARAMETER)
#define FIXED    (MI_FLAG_DISABLEOVERRIDE | MI_FLAG_TOSUBCLASS)
#define PLAIN    (MI_FLAG_ENABLEOVERRIDE | MI_FLAG_TOSUBCLASS)
#define LOCAL    (MI_FLAG_ENABLEOVERRIDE | MI_FLAG_RESTRICTED)
#define TEXT     (PLAIN | MI_FLAG_TRANSLATABLE)

static const MI_QualifierDecl standard[] = {
        { "Abstract", MI_BOOLEAN, CLASSES, LOCAL, 0, NULL },
        { "Aggregate", MI_BOOLEAN, MI_FLAG_REFERENCE, FIXED, 0, NULL },
        { "Aggregation", MI_BOOLEAN, MI_FLAG_ASSOCIATION, FIXED, 0, NULL },
        { "Alias", MI_STRING, FEATURES, TEXT, 0, NULL },
        { "ArrayType", MI_STRING, FEATURES, FIXED, 0, NULL },
        { "Association", MI_BOOLEAN, MI_FLAG_ASSOCIATION, FIXED, 0, NULL },
        { "BitMap", MI_STRINGA, FEATURES, PLAIN, 0, NULL },
        { "BitValues", MI_STRINGA, FEATURES, TEXT, 0, NULL },
        { "ClassVersion", MI_STRING, CLASSES, LOCAL, 0, NULL },
        { "Composition", MI_BOOLEAN, MI_FLAG_ASSOCIATION, FIXED, 0, NULL },
        { "Counter", MI_BOOLEAN, FEATURES, PLAIN, 0, NULL },
        { "Deprecated", MI_STRINGA, MI_FLAG_ANY, LOCAL, 0, NULL },
        { "Description", MI_STRING, MI_FLAG_ANY, TEXT, 0, NULL },
        { "DisplayName", MI_STRING, MI_FLAG_ANY, TEXT, 0, NULL },
        { "EmbeddedInstance", MI_STRING, FEATURES, PLAIN, 0, NULL },
        { "EmbeddedObject", MI_BOOLEAN, FEATURES, FIXED, 0, NULL },
        { "Exception", MI_BOOLEAN, CLASSES, FIXED, 0, NULL },
        { "Experimental", MI_BOOLEAN, MI_FLAG_ANY, LOCAL, 0, NULL },
        { "Gauge", MI_BOOLEAN, FEATURES, PLAIN, 0, NULL },
        { "In", MI_BOOLEAN, MI_FLAG_PARAMETER, FIXED, 0, NULL },
        { "Indication", MI_BOOLEAN, CLASSES, FIXED, 0, NULL },
        { "Key", MI_BOOLEAN, MI_FLAG_PROPERTY | MI_FLAG_REFERENCE, FIXED, 0, NULL },
        { "MappingStrings", MI_STRINGA, MI_FLAG_ANY, PLAIN, 0, NULL },
        { "Max", MI_UINT32, MI_FLAG_REFERENCE, PLAIN, 0, NULL },
        { "MaxLen", MI_UINT32, FEATURES, PLAIN, 0, NULL },
        { "MaxValue", MI_SINT64, FEATURES, PLAIN, 0, NULL },
        { "Min", MI_UINT32, MI_FLAG_REFERENCE, PLAIN, 0, NULL },
        { "MinLen", MI_UINT32, FEATURES, PLAIN, 0, NULL },
        { "MinValue", MI_SINT64, FEATURES, PLAIN, 0, NULL },
        { "ModelCorrespondence", MI_STRINGA, MI_FLAG_ANY, PLAIN, 0, NULL },
        { "Octetstring", MI_BOOLEAN, FEATURES, FIXED, 0, NULL },
        { "Out", MI_BOOLEAN, MI_FLAG_PARAMETER, FIXED, 0, NULL },
        { "Override", MI_STRING, FEATURES, LOCAL, 0, NULL },
        { "Propagated", MI_STRING, MI_FLAG_PROPERTY | MI_FLAG_REFERENCE, FIXED, 0, NULL },
        { "PUnit", MI_STRING, FEATURES, PLAIN, 0, NULL },
        { "Read", MI_BOOLEAN, FEATURES, PLAIN, 0, NULL },
        { "Required", MI_BOOLEAN, FEATURES, FIXED, 0, NULL },
        { "Revision", MI_STRING, CLASSES, LOCAL, 0, NULL },
        { "Static", MI_BOOLEAN, FEATURES, FIXED, 0, NULL },
        { "Stream", MI_BOOLEAN, FEATURES, FIXED, 0, NULL },
        { "Terminal", MI_BOOLEAN, CLASSES, LOCAL, 0, NULL },
        { "UMLPackagePath", MI_STRING, CLASSES, PLAIN, 0, NULL },
        { "Units", MI_STRING, FEATURES, TEXT, 0, NULL },
        { "ValueMap", MI_STRINGA, FEATURES, PLAIN, 0, NULL },
        { "Values", MI_STRINGA, FEATURES, TEXT, 0, NULL },
        { "Version", MI_STRING, CLASSES, LOCAL | MI_FLAG_TRANSLATABLE, 0, NULL },
        { "Weak", MI_BOOLEAN, MI_FLAG_REFERENCE, FIXED, 0, NULL },
        { "Write", MI_BOOLEAN, FEATURES, PLAIN, 0, NULL },
        { "Xmlns", MI_STRING, CLASSES, LOCAL, 0, NULL },
        /* of WMI */
        { "Amendment", MI_BOOLEAN, CLASSES, LOCAL, 0, NULL },
        { "BitMask", MI_STRINGA, FEATURES, PLAIN, 0, NULL },
        { "CIMType", MI_STRING, FEATURES, PLAIN, 0, NULL },
        { "Dynamic", MI_BOOLEAN, MI_FLAG_ANY, PLAIN, 0, NULL },
        { "Guid", MI_STRING, MI_FLAG_ANY, LOCAL, 0, NULL },
        { "ID", MI_SINT32, FEATURES, PLAIN, 0, NULL },
        { "IDQualifier", MI_SINT32, MI_FLAG_PARAMETER, PLAIN, 0, NULL },
        { "Implemented", MI_BOOLEAN, MI_FLAG_METHOD, LOCAL, 0, NULL },
        { "Locale", MI_SINT32, CLASSES, LOCAL, 0, NULL },
        { "Provider", MI_STRING, MI_FLAG_ANY, PLAIN, 0, NULL },
        { "Singleton", MI_BOOLEAN, CLASSES, PLAIN, 0, NULL },
        { "SupportsCreate", MI_BOOLEAN, CLASSES, LOCAL, 0, NULL },
        { "SupportsDelete", MI_BOOLEAN, CLASSES, LOCAL, 0, NULL },
        { "SupportsUpdate", MI_BOOLEAN, CLASSES, LOCAL, 0, NULL },
        { "UUID", MI_STRING, MI_FLAG_ANY, LOCAL, 0, NULL },
        { "WMI", MI_BOOLEAN, CLASSES, PLAIN, 0, NULL },
        { "WmiDataId", MI_SINT32, FEATURES, PLAIN, 0, NULL },
        { "WmiExpense", MI_SINT32, CLASSES, PLAIN, 0, NULL },
        { "WmiMethodId", MI_SINT32, MI_FLAG_METHOD, PLAIN, 0, NULL },
        { "WmiSizeIs", MI_STRING, FEATURES, PLAIN, 0, NULL },
        { "WmiVersion", MI_SINT32, CLASSES, PLAIN, 0, NULL },
        { "WmiScale", MI_SINT32, FEATURES, PLAIN, 0, NULL },
};

const MI_QualifierDecl *mof_standard_qualifier(const char *name)
{
        for (size_t i = 0; i < ARRAY_SIZE(standard); i++)
                if (ascii_equal(standard[i].name, name))
                        return &standard[i];
        return NULL;
}
