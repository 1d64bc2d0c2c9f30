#include "query/pattern.h"

#include <errno.h>
#include <string.h>

#include "query/pattern-parser.h"
#include "util/error.h"
#include "util/text.h"

/*
 * A pattern is a small program. The machine is at many of its places at once, at each at most once: that is what bounds its time.
 */

typedef enum Step {
        STEP_CHARACTER,
        STEP_ANY,
        STEP_SET,
        STEP_START,
        STEP_END,
        STEP_GO,   /* on at `to` */
        STEP_FORK, /* on at the next one and at `to` */
        STEP_DONE,
} Step;

typedef struct Instruction {
        Step step;
        uint16_t to;
        uint32_t character;
        const PatternSet *set;
} Instruction;

struct Pattern {
        size_t count;
        Instruction instructions[];
};

/* An instruction costs one at least, and STEP_DONE is none of the pattern's. */
enum {
        INSTRUCTIONS_MAX = PATTERN_MAX_COST + 1,
};

typedef struct Program {
        size_t count;
        size_t cost;
        Instruction instructions[INSTRUCTIONS_MAX];
} Program;

static int emit_part(Program *program, const PatternPart *part);

static int emit(Program *program, Instruction instruction)
{
        program->cost += 1 + (instruction.set ? instruction.set->n_ranges : 0);
        if (program->cost > PATTERN_MAX_COST)
                return PATTERN_TOO_LARGE;
        program->instructions[program->count++] = instruction;
        return 0;
}

/* Nothing at all is an instruction too: otherwise (){1000} in (…){1000} would cost time and not be counted. */
static int emit_nothing(Program *program)
{
        return emit(program, (Instruction){ .step = STEP_GO, .to = (uint16_t)(program->count + 1) });
}

static int emit_sequence(Program *program, const PatternPart *sequence)
{
        int r = 0;

        if (!sequence->children)
                return emit_nothing(program);
        for (const PatternPart *part = sequence->children; part && !r; part = part->next)
                r = emit_part(program, part);
        return r;
}

/* FORK second; first; GO end; second: … The GOs are chained through `to` until the end is known. */
static int emit_choice(Program *program, const PatternPart *choice)
{
        const uint16_t none = UINT16_MAX;
        uint16_t last = none;
        int r = 0;

        for (const PatternPart *part = choice->children; part; part = part->next) {
                const size_t fork = program->count;

                r = part->next ? emit(program, (Instruction){ .step = STEP_FORK }) : 0;
                if (!r)
                        r = emit_sequence(program, part);
                if (r || !part->next)
                        break;
                r = emit(program, (Instruction){ .step = STEP_GO, .to = last });
                if (r)
                        break;
                last = (uint16_t)(program->count - 1);
                program->instructions[fork].to = (uint16_t)program->count;
        }
        while (!r && last != none) {
                const uint16_t before = program->instructions[last].to;

                program->instructions[last].to = (uint16_t)program->count;
                last = before;
        }
        return r;
}

static int emit_once(Program *program, const PatternPart *part)
{
        switch (part->kind) {
        case PATTERN_SEQUENCE:
                return emit_sequence(program, part);
        case PATTERN_CHOICE:
                return emit_choice(program, part);
        case PATTERN_ANY:
                return emit(program, (Instruction){ .step = STEP_ANY });
        case PATTERN_SET:
                return emit(program, (Instruction){ .step = STEP_SET, .set = part->set });
        case PATTERN_START:
                return emit(program, (Instruction){ .step = STEP_START });
        case PATTERN_END:
                return emit(program, (Instruction){ .step = STEP_END });
        default:
                return emit(program, (Instruction){ .step = STEP_CHARACTER, .character = part->character });
        }
}

/* again: FORK end; part; GO again; end: */
static int emit_loop(Program *program, const PatternPart *part)
{
        const size_t again = program->count;
        int r;

        r = emit(program, (Instruction){ .step = STEP_FORK });
        if (!r)
                r = emit_once(program, part);
        if (!r)
                r = emit(program, (Instruction){ .step = STEP_GO, .to = (uint16_t)again });
        if (!r)
                program->instructions[again].to = (uint16_t)program->count;
        return r;
}

/* FORK behind; part; behind: FORK behind'; part; … One that is left out leaves the next ones their own choice. */
static int emit_option(Program *program, const PatternPart *part)
{
        const size_t fork = program->count;
        int r;

        r = emit(program, (Instruction){ .step = STEP_FORK });
        if (!r)
                r = emit_once(program, part);
        if (!r)
                program->instructions[fork].to = (uint16_t)program->count;
        return r;
}

static int emit_part(Program *program, const PatternPart *part)
{
        int r = part->most == 0 ? emit_nothing(program) : 0;

        for (uint32_t i = 0; i < part->least && !r; i++)
                r = emit_once(program, part);
        if (part->most == PATTERN_NO_LIMIT)
                return r ? r : emit_loop(program, part);
        for (uint32_t i = part->least; i < part->most && !r; i++)
                r = emit_option(program, part);
        return r;
}

int pattern_compile(const Pattern **patternp, Arena *arena, const char *text, size_t *costp, const char **whyp)
{
        Program program;
        PatternPart *part;
        Pattern *pattern;
        int r;

        program.count = program.cost = 0;
        r = pattern_parse(&part, arena, text, whyp);
        if (!r)
                r = emit_part(&program, part);
        if (r)
                return r;
        program.instructions[program.count++] = (Instruction){ .step = STEP_DONE };

        pattern = arena_alloc(arena, sizeof(*pattern) + program.count * sizeof(*program.instructions));
        if (!pattern)
                return error_origin(-ENOMEM);
        pattern->count = program.count;
        memcpy(pattern->instructions, program.instructions, program.count * sizeof(*program.instructions));
        *costp = program.cost;
        *patternp = pattern;
        return 0;
}

/* Places that wait for the next character, each once */
typedef struct Places {
        size_t count;
        uint16_t places[INSTRUCTIONS_MAX];
} Places;

typedef struct Machine {
        const Pattern *pattern;
        uint64_t turn;                   /* counts characters from 1 */
        uint64_t seen[INSTRUCTIONS_MAX]; /* the turn in which the machine was there last */
        bool at_start, at_end;
        bool is_done;
} Machine;

/* Goes on from a place, through all that takes no character. */
static void go(Machine *machine, Places *waiting, uint16_t from)
{
        uint16_t stack[INSTRUCTIONS_MAX];
        size_t depth = 0;

        if (machine->seen[from] == machine->turn)
                return;
        machine->seen[from] = machine->turn;
        stack[depth++] = from;
        while (depth > 0) {
                const uint16_t place = stack[--depth];
                const Instruction *instruction = &machine->pattern->instructions[place];
                uint16_t on[2];
                size_t n_on = 0;

                switch (instruction->step) {
                case STEP_GO:
                        on[n_on++] = instruction->to;
                        break;
                case STEP_FORK:
                        on[n_on++] = (uint16_t)(place + 1);
                        on[n_on++] = instruction->to;
                        break;
                case STEP_START:
                case STEP_END:
                        if (instruction->step == STEP_START ? machine->at_start : machine->at_end)
                                on[n_on++] = (uint16_t)(place + 1);
                        break;
                case STEP_DONE:
                        machine->is_done = true;
                        break;
                default:
                        waiting->places[waiting->count++] = place;
                        break;
                }
                for (size_t i = 0; i < n_on; i++) {
                        if (machine->seen[on[i]] == machine->turn)
                                continue;
                        machine->seen[on[i]] = machine->turn;
                        stack[depth++] = on[i];
                }
        }
}

static bool is_in_ranges(const PatternSet *set, uint32_t character)
{
        for (size_t i = 0; i < set->n_ranges; i++)
                if (character >= set->ranges[i].low && character <= set->ranges[i].high)
                        return true;
        return false;
}

/* `lower` is the character, or its lower case if it is a letter of ASCII. */
static bool takes(const Instruction *instruction, uint32_t lower)
{
        const bool is_letter = lower < 0x80 && ascii_is_alpha((char)lower);

        switch (instruction->step) {
        case STEP_ANY:
                return true;
        case STEP_SET:
                return (is_in_ranges(instruction->set, lower) ||
                        (is_letter && is_in_ranges(instruction->set, lower - 'a' + 'A'))) != instruction->set->negated;
        default:
                return instruction->character == lower;
        }
}

bool pattern_matches(const Pattern *pattern, const char *text)
{
        Places places[2];
        Places *now = &places[0], *then = &places[1];
        Machine machine;

        /* Member by member: an initializer would clear some ten thousand bytes for the shortest pattern. */
        machine.pattern = pattern;
        machine.turn = 1;
        machine.at_start = true;
        machine.at_end = !*text;
        machine.is_done = false;
        memset(machine.seen, 0, pattern->count * sizeof(*machine.seen));
        now->count = 0;
        go(&machine, now, 0);
        while (*text && now->count > 0) {
                uint32_t character = pattern_next_character(&text);
                Places *swap = now;

                if (character < 0x80)
                        character = (unsigned char)ascii_lower((char)character);
                machine.turn++;
                machine.at_start = false;
                machine.at_end = !*text;
                machine.is_done = false;
                then->count = 0;
                for (size_t i = 0; i < now->count; i++)
                        if (takes(&pattern->instructions[now->places[i]], character))
                                go(&machine, then, (uint16_t)(now->places[i] + 1));
                now = then;
                then = swap;
        }
        return !*text && machine.is_done;
}
