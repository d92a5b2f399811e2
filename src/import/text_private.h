/* What the passes of the text importer share. See text.c for their order. Nothing outside src/import includes this. */
#ifndef IBID_IMPORT_TEXT_PRIVATE_H
#define IBID_IMPORT_TEXT_PRIVATE_H

#include "doc/builder.h"
#include "import/import.h"

/* ---- lines (text_lines.c) ---- */

/* What a pass has found a line to be; what is left LINE_PROSE is formed into blocks by text_blocks.c. */
typedef enum {
    LINE_PROSE,
    LINE_TITLE,
    LINE_HEADING, /* the heading of a section: "Executive Summary:", "Notes" */
    LINE_OWN,     /* a paragraph of its own, whatever stands beside it */
    LINE_CAPTION,
    LINE_ENTRY, /* begins a note; the lines right below it that are LINE_PROSE belong to it */
    LINE_MORE,  /* begins a further paragraph of the note above */
} LineForm;

/* One line without its white space at both ends and without its line end; start == end: an empty line. Offsets are
 * bytes of the whole text. */
typedef struct {
    gsize start, end;
    guint16 indent; /* columns of white space before it, at most LINE_MAX_INDENT; a tab goes to a multiple of 4 */
    guint8 role;    /* BlockRole */
    guint8 form;    /* LineForm */
} Line;

#define LINE_MAX_INDENT 1000

static inline gboolean
line_is_empty(const Line *line)
{
    return line->start == line->end;
}

static inline gsize
line_length(const Line *line)
{
    return line->end - line->start;
}

/* Walks the lines of a text once, whatever ends them (LF, CR LF, CR); linear because it remembers where the next LF
 * and the next CR stand. */
typedef struct {
    const char *text;
    gsize length, at;
    gsize next_lf, next_cr; /* offsets, or length; valid while >= at */
} LineReader;

void line_reader_init(LineReader *reader, const char *text, gsize from, gsize to);
/* Lets it end earlier than it was told at first. */
void line_reader_stop_at(LineReader *reader, gsize to);
gboolean line_reader_next(LineReader *reader, Line *line);

/* Narrows a range to what stands between white space (Unicode's too) at both ends; *indent (may be NULL) as in Line. */
void line_trim(const char *text, gsize *start, gsize *end, guint16 *indent);

/* How the text is set, judged from a sample of its lines. */
typedef struct {
    gboolean wrapped;      /* paragraphs are broken into lines of about `width` columns */
    guint width;           /* of a full line; 0 unknown */
    guint indent;          /* of ordinary text */
    gboolean first_indent; /* a paragraph begins with an indented line */
    gboolean hyphenated;   /* words are divided at line ends */
} TextShape;

TextShape text_shape(const char *text, const Line *lines, guint count);

/* TRUE when the line is as full as one is that a program has broken: the first word of the next would not have fitted
 * into width. */
gboolean line_is_full(const char *text, const Line *line, const Line *next, guint width);

/* ---- words and characters (text_words.c); s need not be valid UTF-8 ---- */

/* The character at *at, U+FFFD for a byte that begins none; moves *at behind it. 0 at the end. */
gunichar words_char(const char *s, gsize length, gsize *at);
/* Characters, as far as `most`. */
guint words_columns(const char *s, gsize length, guint most);
/* Words between white space, as far as `most`. */
guint words_count(const char *s, gsize length, guint most);
/* TRUE when the text ends with a full stop, question mark … (closing quotes, brackets and note marks after it do not
 * count). */
gboolean words_end_sentence(const char *s, gsize length);
/* The last character that is no closing quote, bracket or note mark; 0 if none. */
gunichar words_last(const char *s, gsize length);
/* TRUE when it has at least four letters with case, all of them capitals. */
gboolean words_are_capitals(const char *s, gsize length);
/* TRUE when most words begin with a capital or a digit, short ones ("of", "the") aside. */
gboolean words_are_titled(const char *s, gsize length);
gboolean words_begin(const char *s, gsize length, const char *prefix);
gboolean words_begin_lower(const char *s, gsize length);
/* A letter of a script with capitals: -1 small, 1 capital; 0 else. */
int words_case(gunichar c);
/* Valid UTF-8, case and typographic signs folded, runs of white space made one space, ends trimmed: for comparison
 * with plain phrases. Free with g_free(). */
char *words_fold(const char *s, gsize length);
/* TRUE when s (folded) has phrase at a word's beginning and end. */
gboolean words_have(const char *folded, const char *phrase);

/* ---- dates (text_dates.c) ---- */

/* The first date with a year in the text: its place and its ISO form, as precise as it stands there. FALSE if none. */
gboolean date_find(const char *s, gsize length, Range *where, char iso[11]);
/* A time of day at the start of the text ("04:56 PM", "16.56 GMT+4"): its length, or 0. */
gsize date_time_length(const char *s, gsize length);

/* ---- names and fields of a masthead (text_byline.c, text_fields.c) ---- */

/* "Jane Doe, John Q. Roe and Ann Poe": the names, or NULL when it is no list of names. Free with g_strfreev(). */
char **byline_names(const char *s, gsize length);
/* "By Jane Doe", "by: Jane Doe and John Roe"; an empty list for "By:" alone. */
char **byline_parse(const char *s, gsize length);

/* What has been read from a masthead; strings are owned. */
typedef struct {
    char *title, *issued, *publication, *volume, *issue, *url;
    GPtrArray *byline, *keywords;
    gboolean by_empty; /* a "By:" without a name */
} Masthead;

void masthead_clear(Masthead *masthead);
void masthead_add_names(Masthead *masthead, char **names);
void masthead_add_keyword(Masthead *masthead, const char *keyword);
/* Sets *slot unless it is set already; takes value. */
void masthead_set(char **slot, char *value);

/* Each reads one line of a masthead into it; FALSE, and nothing read, where the line is no such line.
 * "Publication: X Volume: 1 Issue: 2", "Category: …", "Date: …", "Subject: …", "Vol. 21, No. 54", "URL: …", "Retrieved
 * from …". */
gboolean fields_read(Masthead *masthead, const char *s, gsize length);
/* "02.18.2026 Jane Doe", "February 18, 2026 04:56 PM Age: 2 yrs", "Published May 5, 2025 by Jane Doe". */
gboolean dateline_read(Masthead *masthead, const char *s, gsize length);
/* "Foreign Policy Publication Eurasia Daily Monitor Azerbaijan", "Latest Eurasia Daily Monitor Articles". */
gboolean tagline_read(Masthead *masthead, const char *s, gsize length);
/* A line that is the name of a newspaper or a journal by its last word: "Christian Science Monitor". */
gboolean tagline_is_publication(const char *s, gsize length);
/* "[“Title” – Reuters – May 5, 2011]". */
gboolean bracket_line_read(Masthead *masthead, const char *s, gsize length);
/* "Moscow, 14 May 1997 (RFE/RL) -- …" at the beginning of a paragraph. */
gboolean agency_dateline_read(Masthead *masthead, const char *s, gsize length);

/* ---- listings of articles (text_listing.c) ---- */

/* The title line of a listing: "Latest Eurasia Daily Monitor Articles". */
gboolean listing_is_title(const char *s, gsize length);

/* ---- boilerplate phrases (text_boilerplate.c) ---- */

typedef enum {
    BOILERPLATE_NO,
    BOILERPLATE_WEAK,   /* furniture if it stands among furniture: "Search", "Print", a bare "Home" */
    BOILERPLATE_STRONG, /* surely furniture where no prose stands around it: "Skip to content", "© 2026 …" */
    BOILERPLATE_OPENER, /* begins furniture that may hold prose: "Privacy Overview", "Related Articles" */
} BoilerplateForce;

BoilerplateForce boilerplate_force(const char *s, gsize length);

/* ---- the passes ---- */

typedef struct {
    const char *text;
    gsize length;
    const ImportOptions *options;
    Builder *builder;
    TextShape shape;
    Masthead masthead;
    GHashTable *labels;   /* labels of the notes found so far: char* set */
    GHashTable *words;    /* words of the text's beginning, for hyphens at line ends; NULL until asked for */
    gboolean listing;     /* a page of titles and leads: its summaries are the leads' */
    gboolean word_notes;  /* notes are labelled otherwise than "[1]": marks are looked for that need more care */
    gboolean round_marks; /* "(10)" behind a full stop is a mark even without its note: another story has the list */

    /* text_blocks.c */
    GString *scratch;
    GArray *list;      /* guint: indents of the open list levels */
    guint list_number; /* number of the last numbered item */
    guint item_column; /* where the text of the last item begins */
    gboolean quoted;   /* the last block was a quotation */
    guint plain_mark;  /* number of the last mark without brackets */
} TextPage;

/* The lines above the leads of a listing are titles (text_listing.c). */
void listing_mark_titles(TextPage *page, GArray *lines);
/* The masthead and the furniture before it (text_masthead.c): sets role and form of the lines of the head, fills
 * page->masthead. */
void text_find_masthead(TextPage *page, GArray *lines);
/* The executive summary (text_sections.c): index of its heading line, or -1; the same after marking its lines. */
int text_find_summary(const TextPage *page, GArray *lines);
void text_mark_summary(TextPage *page, GArray *lines);
/* Furniture behind the article (text_boilerplate.c). from: the first line behind the masthead. */
void text_find_tail(TextPage *page, GArray *lines);
/* Sections of notes (text_notes.c), anywhere in the lines; last: they are the last lines of the text. */
void text_find_notes(TextPage *page, GArray *lines, gboolean last);
/* "[1]", "12.", "(3)", "¹", "*" at the start of a note: bytes with the white space behind, 0 if none. *label (may be
 * NULL) is new. bare: accept "1 Text" too. */
gsize note_label(const char *s, gsize length, gboolean bare, char **label);
/* The marks in one block's text are handed to the builder (text_marks.c); from: behind the block's label. */
void text_mark_notes(TextPage *page, const char *s, gsize length, gsize from);

/* A list mark at the start of a line. */
typedef enum { MARK_NONE, MARK_SIGN, MARK_DASH, MARK_NUMBER, MARK_LETTER } MarkKind;
typedef struct {
    MarkKind kind;
    guint number; /* of MARK_NUMBER */
    gsize length; /* bytes of the mark */
    gsize skip;   /* with the white space behind */
} ListMark;
ListMark list_mark(const char *s, gsize length);

/* Lines that are blocks by their look (text_looks.c). */
gboolean looks_ruled(const char *s, gsize length);            /* "* * *", "-----" */
char looks_underline(const char *s, gsize length);            /* '=', '-' or '~' when the line is made of it, else 0 */
gboolean looks_tabular(const char *s, gsize length);          /* columns, or the frame of a table */
gboolean looks_credited(const char *s, gsize length);         /* a caption: "… (Source: TASS)", "Photo: …" */
guint looks_hashed(const char *s, gsize length, gsize *skip); /* "## Heading": 2, with the bytes before the text */
gboolean looks_heading(const char *s, gsize length);          /* short, begins with a capital, no sentence */

/* A group of lines as one text (text_join.c). */
typedef enum {
    TEXT_JOINED,   /* one paragraph, broken into lines by a program */
    TEXT_KEPT,     /* one block whose line ends mean something */
    TEXT_SEPARATE, /* each line a paragraph */
} TextLayout;
TextLayout text_layout(const TextPage *page, const Line *lines, guint count);
/* The lines joined with spaces, or with newlines and their indents against each other; lent, until the next call. One
 * line is lent from the text itself. */
const char *text_join_lines(TextPage *page, const Line *lines, guint count, TextLayout layout, gsize *length);
void text_append_joined(TextPage *page, GString *out, const char *s, gsize length);

/* The lines that are being formed into blocks (text_blocks.c). Each form_…() looks at line i and returns how many
 * lines it made into blocks: 0 when they are none of its kind. */
typedef struct {
    TextPage *page;
    const Line *lines;
    guint count;
} Former;

void text_form_blocks(TextPage *page, const Line *lines, guint count);

/* Appends a block; one that is too long in pieces. */
void former_emit(TextPage *page, BlockSpec spec, const char *s, gsize length);
/* The index of the next line that is not empty, or count. */
guint former_next(const Former *former, guint i);
/* TRUE when line i is prose of the same role as line `as`, so that it may go on with it. */
gboolean former_goes_on(const Former *former, guint i, guint as);

/* text_lists.c */
guint form_list_item(const Former *former, guint i);
/* TRUE when a list item begins at line i, which stands in a group. */
gboolean former_begins_item(const Former *former, guint i);
/* text_quotes.c */
guint form_quotation(const Former *former, guint i);
guint form_indented(const Former *former, guint i, guint group);
guint form_code(const Former *former, guint i);
guint form_table(const Former *former, guint i, guint group);

#endif
