#!/usr/bin/python3
"""Writes a C program that compares MI.h with the facts of mi-api.json.

Usage: generate.py FACTS OUTPUT

Sizes, offsets, types and prototypes are compared when the program is compiled, texts and macros when it runs.
"""

import json
import re
import sys

PROLOGUE = """/* Written by generate.py */
#include <MI.h>
#include <stdio.h>
#include <string.h>

#define TEXT_(...) #__VA_ARGS__
#define TEXT(...) TEXT_(__VA_ARGS__)
#define SAME(what, type, fact) _Static_assert(__builtin_types_compatible_p(type, fact), what)

static unsigned n_checked, n_failed;

static void check(int is_good, const char *what)
{
        n_checked++;
        if (is_good)
                return;
        n_failed++;
        fprintf(stderr, "differs: %s\\n", what);
}

const MI_ClientFT_V1 *mi_clientFT_V1;

"""


def pointer(type_text):
    """A pointer to function without a name reads the same with `__typeof__` round it."""
    return f"__typeof__({type_text})"


def layouts(facts):
    for name, layout in facts["layouts"].items():
        yield f'_Static_assert(sizeof({name}) == {layout["size"]}, "size of {name}");'
        yield f'_Static_assert(_Alignof({name}) == {layout["align"]}, "alignment of {name}");'
        members = layout["members"]
        for member in members:
            where = f'{name}.{member["name"]}'
            yield f'_Static_assert(offsetof({name}, {member["name"]}) == {member["offset"]}, "offset of {where}");'
            if member["type"].startswith("union"):
                inner = re.findall(r"(\w+ |const \w+ \*)(\w+);", member["type"])
                for inner_type, inner_name in inner:
                    yield (f'SAME("{where}.{inner_name}", __typeof__((({name} *)0)->{member["name"]}.{inner_name}), '
                           f"{inner_type.strip()});")
            else:
                yield f'SAME("{where}", __typeof__((({name} *)0)->{member["name"]}), {pointer(member["type"])});'
        if not layout.get("is_union") and name != "MI_Value":
            last = members[-1]
            yield (f"_Static_assert(sizeof({name}) - offsetof({name}, {last['name']}) - "
                   f"sizeof((({name} *)0)->{last['name']}) < _Alignof({name}), \"end of {name}\");")


def types(facts):
    for name, text in facts["typedefs"].items():
        yield f'SAME("{name}", {name}, {pointer(text)});'
    for name, values in facts["enums"].items():
        yield f'_Static_assert(sizeof({name}) == sizeof(int), "{name}");'
        for member, value in values.items():
            yield f'_Static_assert({member} == {value}, "{member}");'


def prototypes(facts):
    for function in facts["functions"]:
        parameters = ", ".join(kind for _, kind in function["params"])
        fact = f"__typeof__({function['returns']}({parameters}))"
        yield f'SAME("{function["name"]}", __typeof__({function["name"]}), {fact});'


def constants(facts):
    for name, value in facts["constants"].items():
        yield f"#ifndef {name}\n#error {name} is not defined\n#endif"
        if isinstance(value, int):
            yield f'_Static_assert((unsigned long long)({name}) == {value}ULL, "{name}");'


def initialisers(facts):
    for name in facts["null_initializers"]:
        if name == "MI_FLAG_NULL":
            yield f'_Static_assert({name} == 1 << 29, "{name}");'
            continue
        plain = name[len("MI_"):-len("_NULL")].lower()
        handle = next(n for n in facts["layouts"] if n.lower() == "mi_" + plain)
        yield f"static const {handle} zero_{plain} = {name};"


def run_time(facts):
    yield "int main(void)\n{"
    yield "        static const char zero[256];\n"
    for name, value in facts["constants"].items():
        if isinstance(value, str):
            yield f'        check(!strcmp({name}, "{value}"), "{name}");'
    for name, value in facts["aliases"].items():
        yield f'        check(!strcmp(TEXT({name}), TEXT({value})), "{name}");'
        yield f'        check(strcmp(TEXT({name}), "{name}"), "{name}");'
    for name in facts["null_initializers"]:
        if name != "MI_FLAG_NULL":
            plain = name[len("MI_"):-len("_NULL")].lower()
            yield f'        check(!memcmp(&zero_{plain}, zero, sizeof(zero_{plain})), "{name}");'
    yield '        printf("%u checked, %u differ\\n", n_checked, n_failed);'
    yield "        return n_failed ? 1 : 0;\n}"


def main():
    facts_path, output_path = sys.argv[1:]
    with open(facts_path, encoding="utf-8") as file:
        facts = json.load(file)
    with open(output_path, "w", encoding="utf-8") as file:
        file.write(PROLOGUE)
        for part in (layouts, types, prototypes, constants, initialisers, run_time):
            for line in part(facts):
                file.write(line + "\n")
            file.write("\n")


main()
