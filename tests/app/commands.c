/* Every command has a case: where it begins, the keys or the line that run it, and what must have come of it. A command without a case fails the last test. */
#include "tests/app/harness.h"

typedef struct {
    const char *command;
    int width, height;
    const char *before;  /* keys on the way there */
    const char *at;      /* text that the caret is put on, or NULL: where it is */
    const char *keys;    /* that run the command */
    const char *caret;   /* what the caret must stand on then, or NULL */
    const char *message; /* part of the message; NULL: there must be none; "*": does not matter */
    const char *screen;  /* what must stand on the screen, or NULL */
    const char *absent;  /* what must not, or NULL */
} Case;

#define WIDE 120, 40
#define USUAL 80, 24
#define SMALL 60, 16

static const Case cases[] = {
    /* moving */
    {"down", USUAL, "", "On September 2", "2j", "September 3). The notice", NULL},
    {"down", USUAL, "", "On September 2", "<Down>", "night ferry would sail", NULL},
    {"down", USUAL, "G", NULL, "j", NULL, "last line"},
    {"up", USUAL, "", "On September 2", "jk", "On September 2", NULL},
    {"up", USUAL, "", NULL, "k", "The Ferry", "first line"},
    {"left", USUAL, "", "On September 2", "llh", "n September", NULL},
    {"left", USUAL, "", "On September 2", "h", "On September", "line begins here"},
    {"right", USUAL, "", "On September 2", "3l", "September 2", NULL},
    {"right", USUAL, "", "On September 2", "200l", "e night ferry would", NULL},
    {"line-start", USUAL, "", "September 2 the", "0", "On September", NULL},
    {"line-first", USUAL, "", "September 2 the", "^", "On September", NULL},
    {"line-end", USUAL, "", "On September 2", "$", "e night ferry", "*"},
    {"screen-top", USUAL, "", "On September 2", "H", "The Ferry That", NULL},
    {"screen-top", USUAL, "", "On September 2", "2H", "Transport & Coast", NULL},
    {"screen-middle", USUAL, "", NULL, "M", NULL, NULL},
    {"screen-bottom", USUAL, "", NULL, "L", "September 4, 2025; see EDM", NULL},
    {"view-down", USUAL, "", NULL, "3<C-e>", NULL, NULL, NULL, "▎   The Ferry"},
    {"view-down", USUAL, "G", NULL, "<C-e>", NULL, "end of the text is in sight"},
    {"view-up", USUAL, "<C-e><C-e>", NULL, "2<C-y>", NULL, NULL, "    The Ferry That"},
    {"view-up", USUAL, "", NULL, "<C-y>", NULL, "beginning of the text is in sight"},
    {"view-top", USUAL, "", "On September 2", "zt", "On September", NULL, NULL, "Executive Summary"},
    {"view-middle", USUAL, "", "Three things", "zz", "Three things", NULL},
    {"view-bottom", USUAL, "", "Three things", "ztzb", "Three things", NULL},
    {"view-top", USUAL, "", NULL, "zt", "The Ferry", "as near"},
    {"page-down", USUAL, "", NULL, "<Space>", NULL, NULL, "2 The ship itself", NULL},
    {"page-down", USUAL, "G", NULL, "<PageDown>", NULL, "end of the text"},
    {"page-up", USUAL, "<C-f>", NULL, "-", "The Ferry That", NULL},
    {"page-up", USUAL, "", NULL, "<C-b>", NULL, "beginning of the text"},
    {"half-page-down", USUAL, "", NULL, "<C-d>", NULL, NULL, NULL, "09.14.2025"},
    {"half-page-up", USUAL, "<C-d>", NULL, "<C-u>", "The Ferry", NULL, "09.14.2025"},
    {"start", USUAL, "G", NULL, "gg", "The Ferry That Orlen", NULL, "< back"},
    {"start", USUAL, "G", NULL, "3gg", "For the Harbour Union", NULL},
    {"start", USUAL, "", NULL, "99gg", NULL, "No paragraph 99; the last one is "},
    {"end", USUAL, "", NULL, "G", "[2] In other years", NULL, "note · 100 %"},
    {"end", USUAL, "", NULL, "4G", "The bridge at Tarvik", NULL},
    {"percent", USUAL, "", NULL, "50%", NULL, NULL, " of "},
    {"percent", USUAL, "50%", NULL, "50%", NULL, "The caret is there"},
    {"percent", USUAL, "", NULL, "%", NULL, "up to 100"},
    {"percent", USUAL, "", NULL, ":50%<Enter>", NULL, NULL, " of "},
    {"paragraph-number", USUAL, "", NULL, ":2<Enter>", "The ship itself", NULL},
    {"paragraph-number", USUAL, "", NULL, ":paragraph-number 2<Enter>", "The ship itself", NULL},
    {"paragraph-number", USUAL, "", NULL, ":paragraph-number x<Enter>", NULL, "takes a number"},
    {"word-next", USUAL, "", "On September 2", "w", "September", NULL},
    {"word-next", USUAL, "", "seven (Orlen", "w", "(Orlen Gazette", NULL},
    {"word-previous", USUAL, "", "September 2 the", "b", "On September", NULL},
    {"word-end", USUAL, "", "On September 2", "ee", "r 2 the", NULL},
    {"bigword-next", USUAL, "", "seven (Orlen", "WW", "Gazette, Sept", NULL},
    {"bigword-previous", USUAL, "", "Gazette, September 3)", "B", "(Orlen", NULL},
    {"bigword-end", USUAL, "", "(Orlen Gazette, September 3)", "EE", ", September 3)", NULL},
    {"sentence-next", USUAL, "", "On September 2", ")", "The notice was a single", NULL},
    {"sentence-previous", USUAL, "", "It gave no reason", "(", "The notice was a single", NULL},
    {"sentence-previous", USUAL, "", "gave no reason", "(", "It gave no", NULL},
    {"paragraph-next", USUAL, "", "On September 2", "}", "The ship itself", NULL},
    {"paragraph-next", USUAL, "", "On September 2", "2}", "For the Harbour", NULL},
    {"paragraph-previous", USUAL, "", "The ship itself", "{", "On September 2", NULL},
    {"paragraph-previous", USUAL, "", "yard that did", "{", "The ship itself", NULL},

    /* jumps */
    {"next-citation", USUAL, "", NULL, "]c", "(Orlen Gazette, September 3)", NULL, "1 cite"},
    {"next-citation", USUAL, "", NULL, "3]c", "(Shipping Ledger", NULL},
    {"next-citation", USUAL, "99]c", NULL, "]c", NULL, "no further citation"},
    {"previous-citation", USUAL, "", "(Shipping", "[c", "(Coast Radio, September 4", NULL},
    {"previous-citation", USUAL, "", NULL, "[c", NULL, "no citation before this one"},
    {"next-note", USUAL, "", NULL, "]f", "[1]\nThe ship", NULL, "footnote mark"},
    {"previous-note", USUAL, "2]f", NULL, "[f", "[1]\nThe ship", NULL},
    {"next-mention", USUAL, "", "Hanne Brekke, did", "]e", "Hanne Brekke will", "Hanne Brekke, mention 2 of 2"},
    {"previous-mention", USUAL, "", "Hanne Brekke will", "[e", "Hanne Brekke, did", "mention 1 of 2"},
    {"next-mention", USUAL, "", "Hanne Brekke will", "]e", "Hanne Brekke will", "no further mention of Hanne"},
    {"next-heading", USUAL, "", NULL, "3]h", "Notes:", NULL},
    {"previous-heading", USUAL, "G", NULL, "[h", "Notes:", NULL},
    {"previous-heading", USUAL, "", NULL, "[h", NULL, "no heading before"},
    {"repeat", USUAL, "", NULL, "]c;;", "(Shipping Ledger", NULL},
    {"repeat-back", USUAL, "", NULL, "]c;;,", "(Coast Radio, September 4", NULL},
    {"repeat", USUAL, "", NULL, ";", NULL, "*"},
    {"jump-back", USUAL, "", NULL, "]c]c<lt>", "(Orlen Gazette, September 3)", NULL},
    {"jump-back", USUAL, "", NULL, "]c]c<C-o><BS>", "The Ferry", NULL},
    {"jump-back", USUAL, "", NULL, "<lt>", NULL, "*"},
    {"jump-forward", USUAL, "", NULL, "]c]c<lt><lt>>", "(Orlen Gazette, September 3)", NULL},
    {"jump-forward", USUAL, "", NULL, ">", NULL, "*"},
    {"last-position", USUAL, "", NULL, "]c``", "The Ferry", NULL},
    {"last-position", USUAL, "", NULL, "]c````", "(Orlen Gazette, September 3)", NULL},
    {"mark", USUAL, "", "The ship itself", "ma", "The ship", "Mark a set"},
    {"mark", USUAL, "", NULL, "m", NULL, "which letter"},
    {"mark", USUAL, "", NULL, "m1", NULL, "from a to z"},
    {"go-to-mark", USUAL, "", "The ship itself", "magg'a", "The ship itself", NULL},
    {"go-to-mark", USUAL, "", NULL, "'q", NULL, "Mark q is not set"},
    {"go-to-mark", USUAL, "", NULL, "]c''", "The Ferry", NULL},
    {"go-to-mark", USUAL, "", NULL, "'<Esc>", NULL, "Cancelled"},
    {"go-to", USUAL, "]f", NULL, "gd", "[1] The office later", NULL},
    {"go-to", USUAL, "]fgd", NULL, "gd", "[1]\nThe ship", NULL},
    {"go-to", USUAL, "", "(see EDM, January 12", "gd", NULL, "*"},
    {"go-to", USUAL, "", "September 3, 2025). Prime", "gd", "Orlen Gazette, September 3)", NULL},
    {"go-to", USUAL, "", "Hanne Brekke will", "gd", "Hanne Brekke, did", NULL},
    {"go-to", USUAL, "", "notice was a single", "gd", NULL, "Nothing to go to"},

    /* looking */
    {"peek", USUAL, "]c", NULL, "K", "(Orlen Gazette", NULL, "Citation 1 of 7", NULL},
    {"peek", USUAL, "]f", NULL, "K", "[1]", NULL, "Note 1", NULL},
    {"peek", USUAL, "", "Hanne Brekke, did", "K", "Hanne", NULL, "2 mentions", NULL},
    {"peek", USUAL, "", "letter with their names", "K", NULL, NULL, "Coast Radio", NULL},
    {"peek", USUAL, "", "Transport & Coast", "K", NULL, "Nothing to look at"},
    {"uses", USUAL, "]c", NULL, "gr", NULL, NULL, "Orlen Gazette ─", NULL},
    {"uses", USUAL, "", "Tor Lindal is", "gr", NULL, NULL, "2 mentions", NULL},
    {"uses", USUAL, "", "notice was", "gr", NULL, "put the caret on one"},
    {"peek-next", USUAL, "", "(see EDM, January", "Kn", "February 9, 2024", NULL, "9 February 2024", NULL},
    {"peek-next", USUAL, "]f", NULL, "Kn", NULL, "only this one"},
    {"peek-previous", USUAL, "", "(see EDM, January", "KnN", "EDM, January", NULL, "12 January 2024", NULL},
    {"peek-down", USUAL, "", "(see EDM, January", "Kj", NULL, "*"},
    {"peek-up", USUAL, "]c", NULL, "Kk", NULL, "beginning of the box"},
    {"peek-page-down", USUAL, "?", NULL, "<Space>", NULL, NULL, NULL, "New to ibid?"},
    {"peek-page-up", USUAL, "?<Space>", NULL, "-", NULL, NULL, "New to ibid?", NULL},
    {"peek-start", USUAL, "?", NULL, "Ggg", NULL, NULL, "New to ibid?", NULL},
    {"peek-end", USUAL, "?", NULL, "G", NULL, NULL, "sidebar", "New to ibid?"},
    {"peek-end", USUAL, "?", NULL, "GG", NULL, "end of the box"},
    {"peek-act", USUAL, "", "Tor Lindal is", "gr<Enter>", "Tor Lindal called", NULL, NULL, "mentions ─"},
    {"peek-act", USUAL, "", "Tor Lindal called", "grj<Enter>", "Tor Lindal is", NULL},
    {"peek-copy", USUAL, "]c", NULL, "Ky", NULL, "Copied the box"},
    {"peek-close", USUAL, "]cK", NULL, "<Esc>", "(Orlen", NULL, NULL, "Citation 1"},
    {"peek-close", USUAL, "]cK", NULL, "q", "(Orlen", NULL, NULL, "Citation 1"},
    {"hint", USUAL, "", "On September 2", "f", NULL, "Go where?"},
    {"hint", USUAL, "", "On September 2", "fz", NULL, "No place is called"},
    {"hint", USUAL, "", "On September 2", "f<Esc>", "On September 2", "Cancelled"},
    {"hint-peek", USUAL, "", "On September 2", "F", NULL, "Look at which?"},
    {"act", USUAL, "]f", NULL, "<Enter>", "[1] The office", NULL},
    {"act", USUAL, "]c", NULL, "<Enter>", NULL, NULL, "Citation 1 of", NULL},
    {"act", USUAL, "", "Hanne Brekke, did", "<Enter>", "Hanne", "2 mentions are marked"},
    {"act", USUAL, "", "notice was", "<Enter>", NULL, "Nothing to act on"},
    {"act", WIDE, "<Tab>", NULL, "<Enter>", NULL, "carries this point"},

    /* searching */
    {"search", USUAL, "", NULL, "/bridge<Enter>", "bridge at Tarvik.", NULL, "«bridge» 1/4", NULL},
    {"search", USUAL, "", NULL, ":search bridge<Enter>", "bridge at Tarvik.", NULL, "«bridge» 1/4", NULL},
    {"search", USUAL, "", NULL, "/qqq<Enter>", "The Ferry", "«qqq» does not occur"},
    {"search", USUAL, "", NULL, "/<Enter>", "The Ferry", "Nothing has been searched"},
    {"pattern", USUAL, "", NULL, ":pattern \\b[A-Z]{3}\\b<Enter>", "EDM", NULL, NULL, NULL},
    {"pattern", USUAL, "", NULL, ":pattern (<Enter>", NULL, "parenthesis"},
    {"pattern", USUAL, "", NULL, ":pattern<Enter>", NULL, "needs a regular expression"},
    {"next-match", USUAL, "/bridge<Enter>", NULL, "n", "bridge at Tarvik has", NULL, "2/4", NULL},
    {"next-match", USUAL, "/bridge<Enter>", NULL, "4n", "bridge at Tarvik.", "On from the beginning", "1/4", NULL},
    {"next-match", USUAL, "", NULL, "n", NULL, "/ searches"},
    {"previous-match", USUAL, "/bridge<Enter>", NULL, "N", "bridge, and the herring", "On from the end", "4/4", NULL},
    {"search-word", USUAL, "", "herring came", "*", "herring", "On from the beginning", "1/1", NULL},
    {"search-word", USUAL, "", "channel would", "*", "channel fear", NULL, "«channel» 3/4", NULL},
    {"search-word-back", USUAL, "", "channel fear the second", "#", "channel would", NULL, "«channel» 2/4", NULL},
    {"only-matching", USUAL, "", NULL, "&bridge<Enter>", NULL, "Only «bridge»", "4 The bridge", "1 On September"},
    {"only-matching", USUAL, "&bridge<Enter>", NULL, "&", NULL, "All paragraphs are shown", NULL, NULL},
    {"only-matching", USUAL, "", NULL, ":only-matching qqq<Enter>", NULL, "does not occur"},
    {"nohlsearch", USUAL, "/bridge<Enter>", NULL, ":nohlsearch<Enter>", "bridge", NULL, NULL, "1/4"},
    {"nohlsearch", USUAL, "", NULL, ":noh<Enter>", NULL, "No matches are marked"},

    /* panes */
    {"pane-summary", WIDE, "", NULL, "ss", NULL, NULL, "Executive Summary", "  SUMMARY"},
    {"pane-citations", WIDE, "", NULL, "sc", NULL, NULL, "ENTITIES", "CITATIONS"},
    {"pane-citations", USUAL, "", NULL, "sc", NULL, NULL, "CITATIONS", "ENTITIES"},
    {"pane-citations", USUAL, "sc", NULL, "sc", NULL, NULL, NULL, "CITATIONS"},
    {"pane-entities", USUAL, "sc", NULL, "se", NULL, NULL, "ENTITIES", "CITATIONS"},
    {"pane-outline", WIDE, "", NULL, "st", NULL, NULL, "OUTLINE", NULL},
    {"only-article", WIDE, "", NULL, "so", NULL, NULL, NULL, "CITATIONS"},
    {"only-article", WIDE, "so", NULL, "so", NULL, NULL, "CITATIONS", NULL},
    {"only-article", USUAL, "sc", NULL, "<C-w>o", NULL, NULL, NULL, "CITATIONS"},
    {"only-article", USUAL, "", NULL, "so", NULL, "already"},
    {"focus-next", WIDE, "", NULL, "<Tab><Tab>j<Enter>", NULL, "*", NULL, NULL},
    {"focus-previous", WIDE, "", NULL, "<S-Tab>", NULL, NULL},
    {"focus-next", USUAL, "", NULL, "<Tab>", NULL, "No other pane is open"},
    {"focus-left", WIDE, "<C-w>l", NULL, "<C-w>h", NULL, NULL},
    {"focus-left", WIDE, "", NULL, "<C-w>h", NULL, "no pane to the left"},
    {"focus-right", WIDE, "", NULL, "<C-w>l", NULL, NULL},
    {"focus-up", WIDE, "", NULL, "<C-w>k", NULL, NULL},
    {"focus-down", WIDE, "<C-w>k", NULL, "<C-w>j", NULL, NULL},
    {"focus-down", WIDE, "", NULL, "<C-w>j", NULL, "no pane below"},
    {"focus-other", WIDE, "", NULL, "<C-w>p", NULL, NULL},
    {"pane-grow", WIDE, "<C-w>l", NULL, "3<C-w>+", NULL, NULL},
    {"pane-grow", WIDE, "", NULL, "<C-w>+", NULL, "focus one of them"},
    {"pane-shrink", WIDE, "<C-w>l", NULL, "3<C-w>-", NULL, NULL},
    {"pane-shrink", USUAL, "sc<Tab>", NULL, "99<C-w>-", NULL, NULL},
    {"pane-shrink", USUAL, "sc<Tab>99<C-w>-", NULL, "<C-w>-", NULL, "cannot shrink"},
    {"pane-down", USUAL, "sc<Tab>", NULL, "j", NULL, NULL},
    {"pane-up", USUAL, "sc<Tab>", NULL, "k", NULL, "first entry"},
    {"pane-page-down", USUAL, "sc<Tab>", NULL, "<Space>", NULL, NULL},
    {"pane-page-up", USUAL, "sc<Tab>G", NULL, "-", NULL, NULL},
    {"pane-start", USUAL, "sc<Tab>G", NULL, "gg", NULL, NULL},
    {"pane-end", USUAL, "sc<Tab>", NULL, "G", NULL, NULL},
    {"pane-end", USUAL, "sc<Tab>G", NULL, "G", NULL, "last entry"},
    {"pane-act", USUAL, "sc<Tab>", NULL, "<Enter>", "EDM, August 19, 2025", "Place 1 of 6", NULL, NULL},
    {"pane-act", USUAL, "sc<Tab>", NULL, "<Enter><Enter>", "EDM, January 12", "Place 2 of 6", NULL, NULL},
    {"pane-act", USUAL, "sc<Tab>j", NULL, "<Enter>", "EDM, July 8, 2022", "Its only place", NULL, NULL},
    {"pane-filter", USUAL, "sc<Tab>", NULL, "/gaz<Enter>", NULL, NULL, "Orlen Gazette", "Shipping Ledger  "},
    {"pane-filter", USUAL, "sc<Tab>", NULL, ":pane-filter gaz<Enter>", NULL, NULL, "«gaz»", NULL},
    {"pane-filter", USUAL, "sc<Tab>", NULL, "/qqq<Enter>", NULL, NULL, "Nothing matches", NULL},
    {"pane-filter", USUAL, "", NULL, ":pane-filter gaz<Enter>", NULL, "for the lists"},
    {"pane-order", USUAL, "sc<Tab>", NULL, "o", NULL, "Listed by date", "by date", NULL},
    {"pane-order-back", USUAL, "sc<Tab>", NULL, "O", NULL, "Listed by class", "by class", NULL},
    {"pane-order", USUAL, "st<Tab>", NULL, "o", NULL, "one order only"},

    /* selecting and copying */
    {"select", USUAL, "", "On September 2", "v", NULL, NULL, "selecting", NULL},
    {"select", USUAL, "", "On September 2", "vv", NULL, NULL, NULL, "selecting"},
    {"select-sentence", USUAL, "", "gave no reason", "Vy", NULL, "Copied the selection"},
    {"reselect", USUAL, "", "On September 2", "vey0gv", NULL, NULL, "selecting", NULL},
    {"reselect", USUAL, "", NULL, "gv", NULL, "Nothing was selected yet"},
    {"other-end", USUAL, "", "On September 2", "vwwo", "On September", NULL},
    {"select-word", USUAL, "", "eptember 2 the", "viwo", "September 2 the", NULL},
    {"select-the-sentence", USUAL, "", "gave no reason", "viso", "It gave", NULL},
    {"select-paragraph", USUAL, "", "gave no reason", "vipo", "On September 2", NULL},
    {"select-citation", USUAL, "", "Gazette, September 3)", "vico", "(Orlen Gazette", NULL},
    {"select-citation", USUAL, "", "gave no reason", "vic", NULL, "no citation under the caret"},
    {"select-entity", USUAL, "", "Brekke, did not", "vieo", "Hanne Brekke", NULL},
    {"select-entity", USUAL, "", "gave no reason", "vie", NULL, "no name under the caret"},
    {"copy", USUAL, "", "On September 2", "vey", NULL, "Copied the selection, 2 characters, to the test."},
    {"copy", USUAL, "", NULL, ":copy<Enter>", NULL, "Nothing is selected"},
    {"copy-paragraph", USUAL, "", "gave no reason", "yy", NULL, "Copied the paragraph"},
    {"copy-citation", USUAL, "]c", NULL, "yc", NULL, "Copied the citation"},
    {"copy-citation", USUAL, "", "gave no reason", "yc", NULL, "no citation under the caret"},
    {"copy-url", USUAL, "", "EDM, August", "yu", NULL, "home page"},
    {"copy-url", USUAL, "]c", NULL, "yu", NULL, "No address is known"},
    {"copy-url", USUAL, "", "gave no reason", "yu", NULL, "own address is not known"},
    {"copy-quotation", USUAL, "", "gave no reason", "vY", NULL, "Copied the quotation"},
    {"copy-quotation", USUAL, "", "gave no reason", ":copy-quotation<Enter>", NULL, "Copied the quotation"},

    /* the program */
    {"set", WIDE, "", NULL, ":set<Enter>", NULL, NULL, "┌ Options", NULL},
    {"set", USUAL, "", NULL, ":set nonumbers<Enter>", NULL, "nonumbers", NULL, "  1 On September"},
    {"set", USUAL, "", NULL, ":set colour<Enter>", NULL, "colors"},
    {"help", WIDE, "", NULL, "?", NULL, NULL, "Keys and commands", NULL},
    {"help", USUAL, "", NULL, ":help peek<Enter>", NULL, ":peek"},
    {"help", USUAL, "", NULL, ":help measure<Enter>", NULL, "measure (option)"},
    {"help", USUAL, "", NULL, ":help ]c<Enter>", NULL, "]c — to the next citation (:next-citation)"},
    {"help", USUAL, "", NULL, ":help <lt>Tab><Enter>", NULL, "(:focus-next)"},
    {"help", USUAL, "", NULL, ":help qqq<Enter>", NULL, "no command, no option and no key"},
    {"open", USUAL, "", NULL, ":open<Enter>", NULL, "needs a file"},
    {"open", USUAL, "", NULL, ":open /nonexistent/a.txt<Enter>", "The Ferry", "/nonexistent/a.txt: "},
    {"open", USUAL, "", NULL, ":open -<Enter>", "The Ferry", "Standard input"},
    {"profile", USUAL, "", NULL, ":profile<Enter>", NULL, NULL, "12 cites"},
    {"guide", USUAL, "", NULL, ":guide<Enter>", NULL, NULL, NULL, "Orlen"},
    {"guide", USUAL, "3G", NULL, ":guide<Enter>q", "For the Harbour Union", NULL},
    {"dump-screen", USUAL, "", NULL, ":dump-screen<Enter>", NULL, NULL},
    {"dump-document", USUAL, "", NULL, ":dump-document<Enter>", NULL, NULL},
    {"redraw", USUAL, "", NULL, "<C-l>", NULL, NULL},
    {"suspend", USUAL, "", NULL, "<C-z>", NULL, NULL},
    {"escape", USUAL, "/bridge<Enter>", NULL, "<Esc>", "bridge", NULL, NULL, "1/4"},
    {"escape", USUAL, "", NULL, "<Esc>", NULL, "Nothing is open"},
    {"close", USUAL, "sc", NULL, "q", NULL, NULL, NULL, "CITATIONS"},
    {"quit", USUAL, "", NULL, "ZZ", NULL, NULL},

    /* typing */
    {"command-line", USUAL, "", NULL, ":set th", NULL, NULL, ":set th", NULL},
    {"command-line", USUAL, "", NULL, ":nonsense<Enter>", NULL, ":nonsense: there is no such command"},
    {"prompt-accept", USUAL, "", NULL, ":2<Enter>", "The ship", NULL},
    {"prompt-accept", USUAL, "", NULL, ":prompt-accept<Enter>", NULL, "Nothing is being typed"},
    {"prompt-cancel", USUAL, "", NULL, ":2<Esc>", "The Ferry", NULL, NULL, ":2"},
    {"prompt-complete", USUAL, "", NULL, ":nohl<Tab>", NULL, NULL, ":nohlsearch", NULL},
    {"prompt-complete", USUAL, "", NULL, ":set nonum<Tab>", NULL, NULL, ":set nonumbers", NULL},
    {"prompt-complete", USUAL, "", NULL, ":set theme=sol<Tab><Tab>", NULL, NULL, ":set theme=solarized-light", NULL},
    {"prompt-complete", USUAL, "", NULL, ":help nohl<Tab>", NULL, NULL, ":help nohlsearch", NULL},
    {"prompt-complete", USUAL, "", NULL, ":qqq<Tab>", NULL, "Nothing completes this"},
    {"prompt-complete-back", USUAL, "", NULL, ":page<S-Tab>", NULL, NULL, ":page-up", NULL},
    {"prompt-history-previous", USUAL, ":2<Enter>:3<Enter>", NULL, ":<Up><Up>", NULL, NULL, "\n:2", NULL},
    {"prompt-history-previous", USUAL, "", NULL, ":<Up>", NULL, "No older line"},
    {"prompt-history-next", USUAL, ":2<Enter>:3<Enter>", NULL, ":<Up><Up><Down>", NULL, NULL, "\n:3", NULL},
    {"prompt-left", USUAL, "", NULL, ":ab<Left>x", NULL, NULL, ":axb", NULL},
    {"prompt-right", USUAL, "", NULL, ":ab<Left><Left><Right>x", NULL, NULL, ":axb", NULL},
    {"prompt-word-left", USUAL, "", NULL, ":ab cd<A-b>x", NULL, NULL, ":ab xcd", NULL},
    {"prompt-word-right", USUAL, "", NULL, ":ab cd<C-a><A-f>x", NULL, NULL, ":abx cd", NULL},
    {"prompt-home", USUAL, "", NULL, ":ab<Home>x", NULL, NULL, ":xab", NULL},
    {"prompt-end", USUAL, "", NULL, ":ab<C-a><C-e>x", NULL, NULL, ":abx", NULL},
    {"prompt-backspace", USUAL, "", NULL, ":ab<BS>", NULL, NULL, "\n:a\n", ":ab"},
    {"prompt-backspace", USUAL, "", NULL, ":a<BS><BS>", NULL, NULL, "head · 0 %", NULL},
    {"prompt-backspace", USUAL, "", NULL, ":a<Home><BS>", NULL, "The line begins here", ":a", NULL},
    {"prompt-delete", USUAL, "", NULL, ":ab<Left><Del>", NULL, NULL, NULL, ":ab"},
    {"prompt-kill-word", USUAL, "", NULL, ":ab cd<C-w>", NULL, NULL, NULL, "cd"},
    {"prompt-kill-start", USUAL, "", NULL, ":ab cd<C-u>", NULL, NULL, NULL, ":ab"},
    {"prompt-kill-end", USUAL, "", NULL, ":ab cd<C-a><C-k>", NULL, NULL, NULL, ":ab"},
    {"prompt-yank", USUAL, "", NULL, ":ab cd<C-w><C-y><C-y>", NULL, NULL, ":ab cdcd", NULL},
};

static void
test_case(gconstpointer data)
{
    const Case *it = data;
    g_autoptr(Harness) h = harness_open(FERRY, it->width, it->height);
    press(h, it->before);
    if (it->at)
        go_to(h, it->at);
    press(h, it->keys);
    if (it->caret)
        assert_caret(h, it->caret);
    if (!it->message)
        assert_no_message(h);
    else if (strcmp(it->message, "*") != 0)
        assert_message(h, it->message);
    if (it->screen)
        assert_shows(h, it->screen);
    if (it->absent)
        assert_hides(h, it->absent);
}

static void
test_all_have_cases(void)
{
    for (guint i = 0; i < command_count(); i++) {
        const char *name = command_get(i)->name;
        gboolean has = FALSE;
        for (guint c = 0; c < G_N_ELEMENTS(cases) && !has; c++)
            has = strcmp(cases[c].command, name) == 0;
        if (!has) {
            g_test_message(":%s has no case", name);
            g_test_fail();
        }
    }
    for (guint c = 0; c < G_N_ELEMENTS(cases); c++)
        g_assert_nonnull(command_find(cases[c].command));
}

/* What the help says of a command is whole: a name that can be typed, words, a group. */
static void
test_table(void)
{
    for (guint i = 0; i < command_count(); i++) {
        const Command *command = command_get(i);
        g_assert_true(command_find(command->name) == command);
        g_assert_cmpuint(strspn(command->name, "abcdefghijklmnopqrstuvwxyz-"), ==, strlen(command->name));
        g_assert_cmpuint(strlen(command->help), >, 3);
        g_assert_cmpuint(strlen(command->group), >, 3);
        g_assert_nonnull(command->run);
        char *what = NULL;
        g_assert_true(command_check(command->name, &what, NULL));
    }
    g_assert_null(command_get(command_count()));
    g_assert_null(command_find("nonsense"));
    g_autofree char *what = NULL, *why = NULL;
    g_assert_false(command_check("nonsense", &what, NULL));
    g_assert_nonnull(what);
    g_assert_false(command_check("quit now", &why, NULL));
    g_assert_nonnull(why);
}

/* The same through the door that scripts take; every command with nothing to work on fails with a reason, or does nothing that harms. */
static void
test_without_text(void)
{
    for (int kind = 0; kind < 3; kind++) {
        for (guint i = 0; i < command_count(); i++) {
            const Command *command = command_get(i);
            g_autoptr(Harness) h = harness_new(kind == 0 ? NULL : harness_text(kind == 1 ? "" : "Salt"), 80, 24);
            g_free(screen(h));
            gboolean done = session_command(h->session, command->name);
            g_assert_true(done || session_message(h->session, NULL));
            g_autofree char *after = screen(h);
            g_assert_nonnull(after);
        }
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *name = g_strdup_printf("/app/commands/%s/%u", cases[i].command, i);
        g_test_add_data_func(name, &cases[i], test_case);
    }
    g_test_add_func("/app/commands/all-have-cases", test_all_have_cases);
    g_test_add_func("/app/commands/table", test_table);
    g_test_add_func("/app/commands/without-text", test_without_text);
    return g_test_run();
}
