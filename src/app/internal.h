/* What the files of this folder share: the session's state and the small verbs that commands are made of. Nobody outside src/app includes it.
 *
 * One article is shown at a time; articles that a command opened lie on a stack below it. Two windows look at its text: the article pane and, where it is pinned, the summary; each keeps
 * a caret of its own, and `focus` says whose keys are meant. Everything on the screen is drawn anew from this state (draw.c); `stale` says that something may have changed. */
#ifndef IBID_APP_INTERNAL_H
#define IBID_APP_INTERNAL_H

#include "app/command.h"
#include "app/hits.h"
#include "app/jumps.h"
#include "app/prompt.h"
#include "app/session.h"
#include "view/geometry.h"
#include "view/pane.h"
#include "view/popup.h"
#include "view/text_view.h"

#define MARK_COUNT 26
#define EXCERPT 160 /* bytes of a sentence in a box */

typedef enum { POPUP_NONE, POPUP_PEEK, POPUP_LINK, POPUP_USES, POPUP_HELP, POPUP_OPTIONS, POPUP_PROFILE } PopupKind;
typedef enum { WAIT_NONE, WAIT_MARK, WAIT_GO_TO_MARK } Waiting; /* for a letter */
typedef enum { SELECT_NONE, SELECT_CLUSTER, SELECT_SENTENCE } SelectKind;

/* A place that f and F name with letters. */
typedef struct {
    gsize offset;
    char letters[4];
} Hint;

/* How one window on the text stands: found again to the row, since empty rows at the top have no offset of their own. */
typedef struct {
    gsize caret, top;
    int row; /* of the caret in the window, -1: it was out of sight */
} WindowPlace;

/* What an article is left with, and found with when the reader comes back. */
typedef struct {
    WindowPlace window[2]; /* PANE_ARTICLE, PANE_SUMMARY */
    gsize marks[MARK_COUNT];
} ArticlePlace;

struct Session {
    Options *options;
    Theme *theme;
    Keymap *keymap;      /* NULL before it is needed: ask session_keymap() */
    SessionHost host;
    gpointer host_data;
    gboolean theme_given; /* by the command line: config.ini does not win over it */

    /* the screen */
    int width, height;
    Grid *grid;
    Geometry geometry;
    gboolean stale, layout_stale;
    gsize findings_shown; /* how far citations had been found when the screen was drawn last */

    /* the article */
    Article *article;
    GPtrArray *below;    /* Article *, the ones below the one shown, oldest first */
    GHashTable *left;    /* Article → ArticlePlace: those shown before */
    guint revision;      /* of the article, as last drawn */
    TextView *text[2];   /* PANE_ARTICLE, PANE_SUMMARY (NULL: no summary) */
    gsize caret[2];
    WindowPlace aside;   /* of the article, while a resize has moved the reader from one window into the other */
    gboolean has_aside, aside_pinned; /* it is kept; the summary was pinned by that resize */
    gboolean caret_lost; /* a resize left the caret out of sight: the next motion begins in sight */
    int goal;            /* column that j and k keep to, -1: none */
    Range summary;       /* of the document, RANGE_NONE: none */
    Pane *pane[PANE_COUNT]; /* the lists; NULL for texts */

    /* panes */
    guint shown;         /* asked for */
    PaneId drawer;
    guint shown_before;  /* only-article hid them */
    PaneId drawer_before;
    PaneId focus;
    PaneId reading;      /* while a list has the focus: the text window that the reader was in */
    int weight[PANE_COUNT];

    /* keys */
    GArray *pending;     /* Key: a sequence begun */
    int count;           /* -1: none typed */
    Waiting waiting;
    const Command *repeat, *repeat_back; /* for ; and , */
    const Command *running; /* the command that runs */

    /* reading */
    Jumps *jumps;
    gsize marks[MARK_COUNT]; /* G_MAXSIZE: not set */
    Hits *hits;          /* whose matches are marked; NULL: none */
    char *query;         /* what was searched for last, for n and N; NULL: nothing yet */
    SearchKind query_kind;
    gboolean had_hits;   /* when the search prompt opened */
    WindowPlace search_from; /* how the window stood when the search prompt opened */
    Hits *only;          /* & : only paragraphs that match, NULL: all */
    int entity;          /* whose mentions are marked, -1: none */
    SelectKind selecting;
    gsize anchor;        /* the other end of the selection */
    Range last_selection;
    GArray *hints;       /* Hint, NULL: none shown */
    gboolean hints_peek;
    GString *hint_typed;
    gboolean jumped;     /* the last command was a jump: the status line names the way back */

    /* boxes and lines */
    Popup *popup;
    PopupKind popup_kind;
    gsize popup_anchor;  /* offset that stays in sight */
    int peek_citation, peek_cite; /* what n and N step from; -1 */
    Prompt *prompt;      /* NULL: none */
    gboolean preview_stale; /* a query has changed since it was searched for */
    Pane *prompt_pane;   /* the pane whose filter is typed */
    GPtrArray *history[PROMPT_KINDS];
    char *message;
    gboolean message_is_error;
    char *first_fault;   /* of the files of settings, while it is the message, and how many there are */
    guint faults;
    char *copied;        /* the register */
    gboolean has_quit;
};

/* messages.c: what the status line says next. session_fail() gives COMMAND_FAILED. */
void session_say(Session *session, const char *format, ...) G_GNUC_PRINTF(2, 3);
CommandStatus session_fail(Session *session, const char *format, ...) G_GNUC_PRINTF(2, 3);
void session_clear_message(Session *session);

/* article_state.c: the article that is shown, its windows, and places in it. */
gboolean session_has_text(const Session *session);
Document *session_document(const Session *session);
/* The text window whose caret the keys mean, the last one while a list has the focus: PANE_ARTICLE or PANE_SUMMARY. */
PaneId session_text_pane(const Session *session);
TextView *session_view(const Session *session);
gsize session_caret_offset(const Session *session);
/* The reader goes on in a text window; a list that has the focus keeps it. */
void session_read_in(Session *session, PaneId pane);
/* Moves the caret to an offset, in the window that shows it, and brings it into sight. keep_goal: a motion by screen line. */
void session_go(Session *session, gsize offset, gboolean keep_goal);
/* The caret to an offset by a motion; why_not is said where it is there already. */
CommandStatus session_move_to(Session *session, gsize offset, const char *why_not);
/* The same as a jump: the place left goes into the jump list. */
void session_jump(Session *session, gsize offset);
/* The block under the caret; NULL in an empty document. */
const Block *session_block(const Session *session);
/* The citation / cite / note mark / mention / link under an offset, or -1. */
int session_citation_at(const Session *session, gsize offset);
int session_cite_at(const Session *session, gsize offset);
int session_note_mark_at(const Session *session, gsize offset);
int session_mention_at(const Session *session, gsize offset);
int session_link_at(const Session *session, gsize offset);
int session_note_at(const Session *session, gsize offset);
/* An offset where a window shows it, else the nearest that it does show. */
gsize session_shown_offset(const Session *session, PaneId pane, gsize offset);
WindowPlace session_window_place(const Session *session, PaneId pane);
void session_restore_window(Session *session, PaneId pane, WindowPlace place);
void session_open_views(Session *session);
void session_close_views(Session *session);
gboolean session_hides(const Document *document, guint block, gpointer session);
Range session_selection(const Session *session);
/* Nothing is selected any more; gv brings it back. */
void session_end_selection(Session *session);
/* A stretch of the text on one line, cut at `limit` bytes at a word. Free with g_free(). */
char *session_excerpt(const Session *session, Range range, gsize limit);

/* session.c: shows another article; the one shown before lies below, unless the new one lay there already. */
void session_switch(Session *session, Article *article);
/* Goes back to the article below of this index, to where the reader was in it; those above it leave the stack. */
void session_back_to(Session *session, guint index);

/* panes.c */
void session_update_geometry(Session *session);
gboolean session_pane_visible(const Session *session, PaneId pane);
void session_show_pane(Session *session, PaneId pane, gboolean show);
void session_focus(Session *session, PaneId pane);

/* peek.c, help.c, hints.c, draw.c, status.c */
gboolean session_peek(Session *session, gsize offset);
gboolean session_peek_cite(Session *session, int cite);
void session_close_popup(Session *session);
void session_open_popup(Session *session, Popup *popup, PopupKind kind, gsize anchor);
Popup *help_new(Session *session);
/* "¶ 4" for a place in a numbered paragraph, NULL elsewhere; free with g_free(). */
char *session_paragraph_of(const Session *session, gsize offset);
/* A line of a box for a mention, with its sentence, which *sentence gets. limit: bytes. */
void session_popup_mention(Session *session, Popup *popup, Range mention, gsize limit, Range *sentence);
/* uses.c: the command `uses`, whose row stands in the table of peek.c. */
CommandStatus session_list_uses(Session *session, const char *argument, int count);
gboolean session_hint_key(Session *session, Key key);
void session_drop_hints(Session *session);
/* TRUE when what idle work finds changes what is on the screen. */
gboolean session_shows_findings(const Session *session);
void draw_status(Session *session, Rect area);
void draw_top_line(Session *session, Rect area);

/* prompt_session.c: the line at the bottom and what it leads to. */
void session_open_prompt(Session *session, PromptKind kind, const char *text);
void session_prompt_key(Session *session, Key key);
void session_prompt_changed(Session *session);
CommandStatus session_prompt_command(Session *session, const char *name);

/* dispatch.c */
gboolean session_run(Session *session, const Command *command, const char *argument, int count);
KeyMode session_mode(const Session *session);

/* copy.c */
gboolean session_copy(Session *session, const char *text, const char *what);
char *session_quotation(const Session *session, Range range);

/* search.c */
/* Shows what the query that is being typed finds, if that has changed. */
void session_preview(Session *session);
CommandStatus session_search(Session *session, const char *query, SearchKind kind);
/* Marks the matches of the last query again; FALSE where there is none. */
gboolean session_search_again(Session *session);
/* A query as a reader reads it, without the \\c or \\C behind it. Free with g_free(). */
char *query_words(const char *query);
/* TRUE for a hit that is in sight of the reader (not in what was set aside). */
gboolean session_hit_counts(Range hit, gpointer session);

/* settings.c */
void session_apply_option(Session *session, int option);
Keymap *session_keymap(Session *session);
void session_load_settings(Session *session, const char *theme);

/* The tables of commands, one in each commands file; NULL-named row ends. */
extern const Command commands_move[], commands_words[], commands_jump[], commands_search[], commands_pane[], commands_select[], commands_peek[], commands_prompt[], commands_general[], commands_hint[];

#endif
