/* The tokenizer: where words end, where sentences begin. */
#include "entity/token.h"
#include "tests/entity/prose.h"

static EntityLists *lists;

/* The tokens between bars; before each: "S" a sentence begins, "f" a capital proves nothing there, "o" it is no name.
 */
static char *
tokens_of(const char *text, gsize budget)
{
    gsize length = strlen(text), at = 0;
    Forms *forms = forms_new(text, lists);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    while (at < length)
        at = tokens_append(tokens, 0, text, at, length, budget, forms);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        g_string_append_printf(out, "%s%s%s%s%.*s", i ? "|" : "", token->flags & TOKEN_START ? "S:" : "",
                               (token->flags & (TOKEN_START | TOKEN_FIRST)) == TOKEN_FIRST ? "f:" : "",
                               token->flags & TOKEN_ODD ? "o:" : "", (int)token->length, text + token->start);
    }
    forms_free(forms);
    return g_string_free(out, FALSE);
}

static void
test_cuts(void)
{
    static const struct {
        const char *text, *tokens;
    } cases[] = {
        {"Baku's, Emirates’ and O’Neill’s", "S:Baku|'s|,|Emirates|’|and|O’Neill|’s"},
        {"HQ-9BE, 1,200.5 km, Xi’an", "S:HQ|-|9BE|,|1,200.5|km|,|Xi’an"},
        {"the U.S. and D.C., J. R. Wren", "S:the|U.S.|and|D.C.|,|J.|R.|Wren"},
        {"In the U.S. The rest. Mr. Wren said. Next", "S:In|the|U.S.|S:The|rest|.|S:Mr|.|Wren|said|.|S:Next"},
        {"see doi.org/x and a@b.org, @jane #Tag https://a.b/C",
         "S:see|o:doi.org/x|and|o:a@b.org,|o:@jane|o:#Tag|o:https://a.b/C"},
        {"He said, “Trade grows.” She: Never. (The end.)",
         "S:He|said|,|“|f:Trade|grows|.|”|S:She|:|f:Never|.|S:(|f:The|end|.|)"},
        {"One.\nTwo", "S:One|.|S:Two"},
        {"Əliyev Čapek 中国 İlham", "S:Əliyev|Čapek|中国|İlham"},
        {"no. 5 vs. 6", "S:no|.|5|vs|.|6"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *whole = tokens_of(cases[i].text, G_MAXSIZE), *sliced = tokens_of(cases[i].text, 1);
        g_assert_cmpstr(whole, ==, cases[i].tokens);
        g_assert_cmpstr(sliced, ==, cases[i].tokens);
    }
}

static void
test_forms(void)
{
    const char *text = "Bank bank Əli əli Bank x";
    Forms *forms = forms_new(text, lists);
    guint32 upper = forms_intern(forms, 0, 4);
    g_assert_cmpuint(forms_lower(forms, upper), ==, FORM_NONE);
    guint32 lower = forms_intern(forms, 5, 4);
    g_assert_cmpuint(lower, !=, upper);
    g_assert_cmpuint(forms_lower(forms, upper), ==, lower);
    g_assert_cmpuint(forms_lower(forms, lower), ==, FORM_NONE);
    guint32 eli = forms_intern(forms, strlen("Bank bank "), strlen("Əli"));
    guint32 small = forms_intern(forms, strlen("Bank bank Əli "), strlen("əli"));
    g_assert_cmpuint(forms_lower(forms, eli), ==, small);
    g_assert_cmpuint(forms_intern(forms, strlen("Bank bank Əli əli "), 4), ==, upper);
    g_assert_true(forms_get(forms, upper)->classes & WORD_COMMON);
    g_assert_cmpuint(forms_find(forms, "none", 4), ==, FORM_NONE);
    forms_free(forms);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    lists = prose_lists();
    g_test_add_func("/entity/tokens/cuts", test_cuts);
    g_test_add_func("/entity/tokens/forms", test_forms);
    int status = g_test_run();
    entity_lists_free(lists);
    return status;
}
