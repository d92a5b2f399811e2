/* What is left: acting on what is under the caret, settings, help, opening, dumps, closing and quitting. */
#include "app/internal.h"

#include <string.h>

#include "app/carries.h"
#include "article/profile.h"
#include "base/output.h"
#include "base/paths.h"
#include "doc/dump.h"

/* Enter: a footnote mark leads to its note and back, a bullet of the summary to the paragraph that carries it, a name becomes the current entity, a citation is looked at. */
static CommandStatus
run_act(Session *session, const char *argument, int count)
{
    if (!session_has_text(session))
        return session_fail(session, "There is no text.");
    gsize caret = session_caret_offset(session);
    if (session_note_mark_at(session, caret) >= 0 || session_note_at(session, caret) >= 0)
        return command_find("go-to")->run(session, "", -1);
    if (session_link_at(session, caret) >= 0 || session_citation_at(session, caret) >= 0)
        return command_find("peek")->run(session, "", -1);
    int mention = session_mention_at(session, caret);
    const Block *block = session_block(session);
    if (block->role == ROLE_SUMMARY && block->kind != BLOCK_HEADING) {
        int carrier = summary_carrier(session_document(session), block);
        if (carrier < 0)
            return session_fail(session, "No paragraph of the text clearly carries this point.");
        const Block *to = document_block(session_document(session), (guint)carrier);
        session_jump(session, to->range.start);
        session_say(session, "Paragraph %u carries this point most clearly.", to->number);
        return COMMAND_OK;
    }
    if (mention >= 0) {
        Entities *entities = article_entities(session->article);
        session->entity = (int)entities_mention(entities, (guint)mention)->entity;
        const Entity *entity = entities_get(entities, (guint)session->entity);
        session_say(session, "%s: %u mentions are marked; ]e goes to the next.", entity->name, entity->mentions->len);
        return COMMAND_OK;
    }
    return session_fail(session, "Nothing to act on here: citations, footnote marks, names, links and points of the summary are.");
}

static CommandStatus
run_set(Session *session, const char *argument, int count)
{
    if (!*argument) {
        Popup *popup = popup_new("Options", NULL);
        for (int i = 0; i < OPT_COUNT; i++)
            popup_line(popup, option_spec((OptionId)i)->name, option_spec((OptionId)i)->help, options_string(session->options, (OptionId)i), G_MAXSIZE);
        popup_keys(popup, ":set NAME=VALUE changes one · Esc close");
        session_open_popup(session, popup, POPUP_OPTIONS, G_MAXSIZE);
        return COMMAND_OK;
    }
    g_autoptr(GError) error = NULL;
    g_autofree char *answer = NULL;
    int changed = -1;
    if (!options_command(session->options, argument, &changed, &answer, &error))
        return session_fail(session, "%s", error->message);
    if (answer)
        session_say(session, "%s", answer);
    if (changed >= 0)
        session_apply_option(session, changed);
    return session->message_is_error ? COMMAND_FAILED : COMMAND_OK;
}

/* The command that keys run, in the first mode that knows them; NULL: none. */
static const Command *
command_of_keys(Session *session, const char *text)
{
    g_autoptr(GArray) keys = keys_parse(text, NULL);
    for (int mode = 0; keys && keys->len > 0 && mode < MODE_COUNT; mode++) {
        const char *line = NULL;
        if (keymap_lookup(session_keymap(session), (KeyMode)mode, (const Key *)(gpointer)keys->data, keys->len, &line) != KEYMAP_MATCH)
            continue;
        g_autofree char *name = g_strndup(line, strcspn(line, " "));
        return command_find(name);
    }
    return NULL;
}

static CommandStatus
run_help(Session *session, const char *argument, int count)
{
    if (*argument) {
        const Command *command = command_find(argument);
        int option = option_find(argument);
        if (command)
            session_say(session, ":%s %s — %s", command->name, command->arguments, command->help);
        else if (option >= 0)
            session_say(session, "%s (option) — %s", argument, option_spec((OptionId)option)->help);
        else if ((command = command_of_keys(session, argument)))
            session_say(session, "%s — %s (:%s)", argument, command->help, command->name);
        else
            return session_fail(session, "%s: no command, no option and no key; ? lists them", argument);
        return COMMAND_OK;
    }
    session_open_popup(session, help_new(session), POPUP_HELP, G_MAXSIZE);
    return COMMAND_OK;
}

static void
profile_line(gpointer popup, const char *name, const char *text, const char *remark)
{
    if (text)
        popup_line(popup, name, text, remark, G_MAXSIZE);
    else
        popup_rule(popup);
}

/* Of what has been found so far, which the corner says. */
static CommandStatus
run_profile(Session *session, const char *argument, int count)
{
    enum { NAME_AND_NUMBER = 36 }; /* cells of a box that a bar leaves to its name, its number and the frame */
    if (!session->article)
        return session_fail(session, "There is no article.");
    g_autoptr(Profile) profile = profile_new(session->article);
    int progress = article_progress(session->article);
    g_autofree char *corner = progress < 100 ? g_strdup_printf("%d %% searched", progress)
                                             : g_strdup_printf("%u %s", profile->n_cites, profile->n_cites == 1 ? "cite" : "cites");
    Popup *popup = popup_new("Sourcing profile", corner);
    int cells = CLAMP(MIN(session->width, POPUP_WIDTH) - NAME_AND_NUMBER, 4, POPUP_WIDTH - NAME_AND_NUMBER);
    profile_lines(profile, cells, grid_ascii(session->grid), profile_line, popup);
    popup_keys(popup, "j k scroll · q or Esc close");
    session_open_popup(session, popup, POPUP_PROFILE, G_MAXSIZE);
    return COMMAND_OK;
}

static CommandStatus
run_open(Session *session, const char *argument, int count)
{
    if (!*argument)
        return session_fail(session, ":open needs a file.");
    g_autoptr(GError) error = NULL;
    ArticleOptions options = {.max_size = (gsize)options_number(session->options, OPT_MAX_SIZE)};
    g_autofree char *path = path_expand(argument);
    g_autoptr(Article) article = strcmp(argument, "-") == 0 ? NULL : article_open(path, &options, &error);
    if (!article)
        return session_fail(session, "%s", error ? error->message : "Standard input can only be opened when ibid starts.");
    session_show(session, article);
    return COMMAND_OK;
}

/* The guide comes with ibid and is an article like any other. */
static CommandStatus
run_guide(Session *session, const char *argument, int count)
{
    g_autofree char *guide = paths_data("content", "articles", "guide.txt", NULL);
    return run_open(session, guide, count);
}

/* Where a dump goes: the file named, else the driver. */
static CommandStatus
put_out(Session *session, const char *file, const char *text, const char *what)
{
    g_autoptr(GError) error = NULL;
    if (*file) {
        if (!output_file(file, text, strlen(text), &error))
            return session_fail(session, "%s", error->message);
        session_say(session, "Wrote %s to %s.", what, file);
        return COMMAND_OK;
    }
    if (!session->host.print)
        return session_fail(session, "Name a file: “:%s FILE”", session->running->name);
    session->host.print(session->host_data, text);
    return COMMAND_OK;
}

static CommandStatus
run_dump_screen(Session *session, const char *argument, int count)
{
    session_clear_message(session);
    Grid *grid = session_draw(session);
    g_autofree char *text = g_str_has_suffix(argument, ".svg") ? grid_svg(grid, session->theme) : grid_dump(grid, FALSE);
    return put_out(session, argument, text, "the screen");
}

static CommandStatus
run_dump_document(Session *session, const char *argument, int count)
{
    if (!session->article)
        return session_fail(session, "There is no article.");
    g_autofree char *text = document_dump(session_document(session));
    return put_out(session, argument, text, "the document");
}

static CommandStatus
run_redraw(Session *session, const char *argument, int count)
{
    if (!session->host.redraw)
        return session_fail(session, "There is no terminal to paint.");
    session->host.redraw(session->host_data);
    return COMMAND_OK;
}

static CommandStatus
run_suspend(Session *session, const char *argument, int count)
{
    if (!session->host.suspend)
        return session_fail(session, "There is no shell to go back to.");
    session->host.suspend(session->host_data);
    return COMMAND_OK;
}

/* Esc: closes and clears, one thing at a time, and never quits. */
static CommandStatus
run_escape(Session *session, const char *argument, int count)
{
    if (session->popup)
        session_close_popup(session);
    else if (session->selecting != SELECT_NONE)
        session_end_selection(session);
    else if (session->focus != PANE_ARTICLE) {
        Pane *pane = session->pane[session->focus];
        if (pane && pane_filter(pane) && *pane_filter(pane))
            pane_set_filter(pane, NULL);
        else
            session_focus(session, PANE_ARTICLE);
    } else if (session->hits)
        g_clear_pointer(&session->hits, hits_free);
    else if (session->entity >= 0)
        session->entity = -1;
    else
        session_say(session, "Nothing is open, selected or marked. q leaves ibid.");
    return COMMAND_OK;
}

/* q: the box, then the drawer, then the article that was opened from another, then the end. */
static CommandStatus
run_close(Session *session, const char *argument, int count)
{
    if (session->popup) {
        session_close_popup(session);
    } else if (session->selecting != SELECT_NONE) {
        session_end_selection(session);
    } else if (session->width < GEOMETRY_WIDE && session->drawer != PANE_ARTICLE) {
        session_show_pane(session, session->drawer, FALSE);
    } else if (session->below->len > 0) {
        g_autoptr(Article) closed = article_ref(session->article);
        session_back_to(session, session->below->len - 1);
        jumps_forget(session->jumps, closed);
        g_hash_table_remove(session->left, closed);
    } else {
        session->has_quit = TRUE;
    }
    return COMMAND_OK;
}

static CommandStatus
run_quit(Session *session, const char *argument, int count)
{
    session->has_quit = TRUE;
    return COMMAND_OK;
}

#define GROUP "ibid"

const Command commands_general[] = {
    {"act", "", "act on what is under the caret: to the note and back, to the paragraph that carries a point, mark a name, look at a citation", "Looking things up", run_act},
    {"profile", "", "what the article rests on: classes and years of its sources, the most used, paragraphs that cite nothing", "Looking things up", run_profile},
    {"set", "[OPTION]", "change an option, or list them", GROUP, run_set, COMPLETE_OPTION},
    {"help", "[NAME]", "the keys and commands, or one of them, or an option", GROUP, run_help, COMPLETE_COMMAND},
    {"open", "FILE", "open another article; q comes back", GROUP, run_open, COMPLETE_FILE},
    {"guide", "", "open a guide to practise on; q comes back", GROUP, run_guide},
    {"dump-screen", "[FILE]", "write the screen as text, or as a picture where FILE ends in .svg", GROUP, run_dump_screen, COMPLETE_FILE},
    {"dump-document", "[FILE]", "write what ibid made of the article", GROUP, run_dump_document, COMPLETE_FILE},
    {"redraw", "", "paint the screen anew", GROUP, run_redraw},
    {"suspend", "", "stop ibid; fg comes back", GROUP, run_suspend},
    {"escape", "", "close and clear: the box, the selection, the filter, the marked matches", GROUP, run_escape},
    {"close", "", "close the box, the selection, the drawer, the article opened last; then quit", GROUP, run_close},
    {"quit", "", "quit at once", GROUP, run_quit},
    {NULL},
};
