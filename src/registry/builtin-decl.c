#include "registry/builtin-decl.h"

#include <stddef.h>

static const char true_value = 1;
static const MI_Qualifier key_qualifier = { "Key", MI_BOOLEAN, MI_FLAG_DISABLEOVERRIDE | MI_FLAG_TOSUBCLASS,
                                            &true_value };
static const MI_Qualifier *const key_qualifiers[] = { &key_qualifier };

#define KEY(class, text)                                                                                \
        {                                                                                               \
                .flags = MI_FLAG_PROPERTY | MI_FLAG_KEY | MI_FLAG_READONLY, .name = (text),             \
                .qualifiers = key_qualifiers, .numQualifiers = 1, .type = MI_STRING, .origin = (class), \
                .propagator = (class),                                                                  \
        }
#define PLAIN(class, text, kind)                                                                                 \
        {                                                                                                        \
                .flags = MI_FLAG_PROPERTY | MI_FLAG_READONLY, .name = (text), .type = (kind), .origin = (class), \
                .propagator = (class),                                                                           \
        }

static const MI_PropertyDecl namespace_properties[] = { KEY("__Namespace", "Name") };
static const MI_PropertyDecl *const namespace_list[] = { &namespace_properties[0] };

const MI_ClassDecl builtin_namespace_decl = {
        .flags = MI_FLAG_CLASS,
        .name = "__Namespace",
        .properties = namespace_list,
        .numProperties = 1,
};

static const MI_PropertyDecl cim_properties[] = {
        KEY("CIM_Namespace", "SystemCreationClassName"),
        KEY("CIM_Namespace", "SystemName"),
        KEY("CIM_Namespace", "ObjectManagerCreationClassName"),
        KEY("CIM_Namespace", "ObjectManagerName"),
        KEY("CIM_Namespace", "CreationClassName"),
        KEY("CIM_Namespace", "Name"),
        PLAIN("CIM_Namespace", "Caption", MI_STRING),
        PLAIN("CIM_Namespace", "ElementName", MI_STRING),
        PLAIN("CIM_Namespace", "ClassInfo", MI_UINT16),
        PLAIN("CIM_Namespace", "ClassType", MI_UINT16),
        PLAIN("CIM_Namespace", "DescriptionOfClassType", MI_STRING),
};
static const MI_PropertyDecl *const cim_list[] = {
        &cim_properties[0], &cim_properties[1], &cim_properties[2],  &cim_properties[3],
        &cim_properties[4], &cim_properties[5], &cim_properties[6],  &cim_properties[7],
        &cim_properties[8], &cim_properties[9], &cim_properties[10],
};

const MI_ClassDecl builtin_cim_namespace_decl = {
        .flags = MI_FLAG_CLASS,
        .name = "CIM_Namespace",
        .properties = cim_list,
        .numProperties = sizeof(cim_list) / sizeof(cim_list[0]),
};
