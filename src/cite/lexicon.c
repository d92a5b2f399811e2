/* The word table, sorted by bytes and searched by halves. A word is folded into a small buffer first; one that does
 * not fit is in no table. */
#include "cite/lexicon.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

/* clang-format off */
static const LexEntry TABLE[] = {
    {"a", LEX_ARTICLE, 0}, {"about", LEX_ABOUT | LEX_PREPOSITION, 0}, {"above", LEX_CROSS, 0},
    {"abril", LEX_FOREIGN | LEX_MONTH, 4}, {"academy", LEX_INSTITUTION, 0}, {"accessed", LEX_ROLE, 0},
    {"according", LEX_PROSE, 0}, {"account", LEX_LEAD, 0}, {"administration", LEX_INSTITUTION, 0},
    {"adopted", LEX_PROSE, 0}, {"after", LEX_PREPOSITION, 0}, {"against", LEX_PREPOSITION, 0},
    {"aged", LEX_PROSE, 0}, {"agencies", LEX_MEDIA, 0}, {"agency", LEX_INSTITUTION | LEX_MEDIA, 0},
    {"agosto", LEX_FOREIGN | LEX_MONTH, 8}, {"agustos", LEX_FOREIGN | LEX_MONTH, 8}, {"aired", LEX_ROLE, 0},
    {"airport", LEX_PLACE, 0}, {"almaty", LEX_PLACE, 0}, {"already", LEX_PROSE, 0}, {"also", LEX_LEAD, 0},
    {"although", LEX_PROSE, 0}, {"amid", LEX_PREPOSITION, 0}, {"among", LEX_PROSE, 0}, {"an", LEX_ARTICLE, 0},
    {"analysis", LEX_LEAD, 0}, {"and", LEX_AND, 0}, {"ankara", LEX_PLACE, 0}, {"annex", LEX_CROSS, 0},
    {"anniversary", LEX_OCCASION, 0}, {"another", LEX_PROSE, 0}, {"any", LEX_PROSE, 0},
    {"aout", LEX_FOREIGN | LEX_MONTH, 8}, {"appendix", LEX_CROSS, 0}, {"approximately", LEX_ABOUT, 0},
    {"apr", LEX_MONTH, 4}, {"april", LEX_MONTH, 4}, {"aprile", LEX_FOREIGN | LEX_MONTH, 4},
    {"aralik", LEX_FOREIGN | LEX_MONTH, 12}, {"archived", LEX_ROLE, 0}, {"are", LEX_PROSE, 0},
    {"around", LEX_ABOUT | LEX_PREPOSITION, 0}, {"art", LEX_LOCATOR, 0}, {"article", LEX_PIECE, 0},
    {"as", LEX_PREPOSITION, 0}, {"ashgabat", LEX_PLACE, 0}, {"assembly", LEX_INSTITUTION, 0},
    {"association", LEX_INSTITUTION, 0}, {"astana", LEX_PLACE, 0}, {"at", LEX_PREPOSITION, 0},
    {"athens", LEX_PLACE, 0}, {"aug", LEX_MONTH, 8}, {"august", LEX_MONTH, 8}, {"authority", LEX_INSTITUTION, 0},
    {"autonomous", LEX_PLACE, 0}, {"autumn", LEX_SEASON, 0}, {"avenue", LEX_PLACE, 0},
    {"avril", LEX_FOREIGN | LEX_MONTH, 4}, {"background", LEX_LEAD, 0}, {"baghdad", LEX_PLACE, 0},
    {"baku", LEX_PLACE, 0}, {"bank", LEX_INSTITUTION, 0}, {"battle", LEX_OCCASION, 0}, {"be", LEX_PROSE, 0},
    {"because", LEX_PROSE, 0}, {"been", LEX_PROSE, 0}, {"before", LEX_PREPOSITION, 0}, {"began", LEX_PROSE, 0},
    {"beijing", LEX_PLACE, 0}, {"being", LEX_PROSE, 0}, {"beirut", LEX_PLACE, 0}, {"belgrade", LEX_PLACE, 0},
    {"below", LEX_CROSS, 0}, {"berlin", LEX_PLACE, 0}, {"between", LEX_PREPOSITION | LEX_PROSE, 0},
    {"bishkek", LEX_PLACE, 0}, {"blog", LEX_MEDIA, 0}, {"blogpost", LEX_PIECE, 0}, {"bolotnaya", LEX_PLACE, 0},
    {"born", LEX_PROSE, 0}, {"both", LEX_PROSE, 0}, {"box", LEX_CROSS, 0}, {"bratislava", LEX_PLACE, 0},
    {"broadcast", LEX_ROLE, 0}, {"broadcasting", LEX_MEDIA, 0}, {"brussels", LEX_PLACE, 0},
    {"bucharest", LEX_PLACE, 0}, {"budapest", LEX_PLACE, 0}, {"bulletin", LEX_MEDIA, 0},
    {"bureau", LEX_INSTITUTION, 0}, {"but", LEX_PROSE, 0}, {"by", LEX_PREPOSITION, 0}, {"ca", LEX_ABOUT, 0},
    {"cabinet", LEX_INSTITUTION, 0}, {"cairo", LEX_PLACE, 0}, {"called", LEX_PROSE, 0}, {"can", LEX_PROSE, 0},
    {"carried", LEX_VIA, 0}, {"center", LEX_INSTITUTION, 0}, {"centre", LEX_INSTITUTION, 0}, {"cf", LEX_SEE, 0},
    {"ch", LEX_LOCATOR, 0}, {"championship", LEX_OCCASION, 0}, {"channel", LEX_MEDIA, 0},
    {"channels", LEX_MEDIA, 0}, {"chapter", LEX_CROSS | LEX_LOCATOR, 0}, {"chart", LEX_CROSS, 0},
    {"chinese", LEX_QUALIFIER, 0}, {"chisinau", LEX_PLACE, 0}, {"christmas", LEX_OCCASION, 0},
    {"chronicle", LEX_MEDIA, 0}, {"circa", LEX_ABOUT, 0}, {"cited", LEX_VIA, 0}, {"citing", LEX_VIA, 0},
    {"city", LEX_PLACE, 0}, {"column", LEX_PIECE, 0}, {"commentary", LEX_PIECE, 0},
    {"commission", LEX_INSTITUTION, 0}, {"committee", LEX_INSTITUTION, 0}, {"communication", LEX_INTERVIEW, 0},
    {"communications", LEX_INTERVIEW, 0}, {"company", LEX_INSTITUTION, 0}, {"comparison", LEX_LEAD, 0},
    {"conference", LEX_OCCASION, 0}, {"congress", LEX_OCCASION, 0}, {"consulate", LEX_INSTITUTION, 0},
    {"conversation", LEX_INTERVIEW, 0}, {"conversations", LEX_INTERVIEW, 0}, {"copenhagen", LEX_PLACE, 0},
    {"corporation", LEX_INSTITUTION, 0}, {"correspondence", LEX_INTERVIEW, 0}, {"correspondents", LEX_MEDIA, 0},
    {"could", LEX_PROSE, 0}, {"council", LEX_INSTITUTION, 0}, {"courier", LEX_MEDIA, 0},
    {"court", LEX_INSTITUTION, 0}, {"courtesy", LEX_CREDIT, 0}, {"coverage", LEX_LEAD, 0},
    {"credit", LEX_CREDIT, 0}, {"credits", LEX_CREDIT, 0}, {"currently", LEX_PROSE, 0},
    {"czerwca", LEX_FOREIGN | LEX_MONTH, 6}, {"da", LEX_OF, 0}, {"dailies", LEX_MEDIA, 0}, {"daily", LEX_MEDIA, 0},
    {"damascus", LEX_PLACE, 0}, {"dated", LEX_ROLE, 0}, {"day", LEX_OCCASION, 0}, {"de", LEX_OF, 0},
    {"dec", LEX_MONTH, 12}, {"december", LEX_MONTH, 12}, {"decembre", LEX_FOREIGN | LEX_MONTH, 12},
    {"del", LEX_OF, 0}, {"delhi", LEX_PLACE, 0}, {"department", LEX_INSTITUTION, 0}, {"des", LEX_OF, 0},
    {"despite", LEX_PREPOSITION | LEX_PROSE, 0}, {"details", LEX_LEAD, 0},
    {"dezember", LEX_FOREIGN | LEX_MONTH, 12}, {"dezembro", LEX_FOREIGN | LEX_MONTH, 12}, {"di", LEX_OF, 0},
    {"dicembre", LEX_FOREIGN | LEX_MONTH, 12}, {"diciembre", LEX_FOREIGN | LEX_MONTH, 12}, {"did", LEX_PROSE, 0},
    {"died", LEX_PROSE, 0}, {"discussion", LEX_LEAD, 0}, {"district", LEX_PLACE, 0}, {"do", LEX_OF | LEX_PROSE, 0},
    {"does", LEX_PROSE, 0}, {"doha", LEX_PLACE, 0}, {"downloaded", LEX_ROLE, 0}, {"du", LEX_OF, 0},
    {"during", LEX_PREPOSITION | LEX_PROSE, 0}, {"dushanbe", LEX_PLACE, 0}, {"e", LEX_AND, 0}, {"e.g", LEX_LEAD, 0},
    {"each", LEX_PROSE, 0}, {"earlier", LEX_CROSS | LEX_LEAD, 0}, {"early", LEX_ABOUT, 0},
    {"easter", LEX_OCCASION, 0}, {"ed", LEX_LOCATOR, 0}, {"editing", LEX_CREDIT, 0}, {"editorial", LEX_PIECE, 0},
    {"edn", LEX_LOCATOR, 0}, {"eg", LEX_LEAD, 0}, {"eight", LEX_ORDINALWORD, 0}, {"either", LEX_PROSE, 0},
    {"ekim", LEX_FOREIGN | LEX_MONTH, 10}, {"election", LEX_OCCASION, 0}, {"elections", LEX_OCCASION, 0},
    {"embassy", LEX_INSTITUTION, 0}, {"ended", LEX_PROSE, 0}, {"endnote", LEX_CROSS, 0},
    {"enero", LEX_FOREIGN | LEX_MONTH, 1}, {"especially", LEX_PROSE, 0}, {"essay", LEX_PIECE, 0},
    {"established", LEX_PROSE, 0}, {"et", LEX_AND, 0}, {"etc", LEX_ETC, 0}, {"even", LEX_PROSE, 0},
    {"every", LEX_PROSE, 0}, {"example", LEX_LEAD, 0}, {"except", LEX_PREPOSITION, 0},
    {"exercise", LEX_OCCASION, 0}, {"exercises", LEX_OCCASION, 0}, {"exhibition", LEX_OCCASION, 0},
    {"expo", LEX_OCCASION, 0}, {"express", LEX_MEDIA, 0}, {"eylul", LEX_FOREIGN | LEX_MONTH, 9},
    {"fall", LEX_SEASON, 0}, {"feb", LEX_MONTH, 2}, {"febbraio", LEX_FOREIGN | LEX_MONTH, 2},
    {"febrero", LEX_FOREIGN | LEX_MONTH, 2}, {"februar", LEX_FOREIGN | LEX_MONTH, 2}, {"february", LEX_MONTH, 2},
    {"federation", LEX_INSTITUTION, 0}, {"festival", LEX_OCCASION, 0}, {"fevereiro", LEX_FOREIGN | LEX_MONTH, 2},
    {"fevrier", LEX_FOREIGN | LEX_MONTH, 2}, {"few", LEX_PROSE, 0}, {"fig", LEX_CROSS, 0}, {"figure", LEX_CROSS, 0},
    {"figures", LEX_CROSS, 0}, {"first", LEX_ROLE, 0}, {"five", LEX_ORDINALWORD, 0}, {"following", LEX_CROSS, 0},
    {"footnote", LEX_CROSS, 0}, {"for", LEX_LEAD | LEX_PREPOSITION, 0}, {"foreign", LEX_QUALIFIER, 0},
    {"formerly", LEX_PROSE, 0}, {"forum", LEX_OCCASION, 0}, {"foundation", LEX_INSTITUTION, 0},
    {"founded", LEX_PROSE, 0}, {"four", LEX_ORDINALWORD, 0}, {"fri", LEX_WEEKDAY, 0}, {"friday", LEX_WEEKDAY, 0},
    {"from", LEX_PREPOSITION, 0}, {"fund", LEX_INSTITUTION, 0}, {"further", LEX_LEAD, 0}, {"gazeta", LEX_MEDIA, 0},
    {"gazette", LEX_MEDIA, 0}, {"geneva", LEX_PLACE, 0}, {"gennaio", LEX_FOREIGN | LEX_MONTH, 1},
    {"getty", LEX_CREDIT, 0}, {"giugno", LEX_FOREIGN | LEX_MONTH, 6}, {"gmt", LEX_OCCASION, 0},
    {"government", LEX_INSTITUTION | LEX_QUALIFIER, 0}, {"governmental", LEX_QUALIFIER, 0}, {"graph", LEX_CROSS, 0},
    {"grudnia", LEX_FOREIGN | LEX_MONTH, 12}, {"haber", LEX_MEDIA, 0}, {"had", LEX_PROSE, 0}, {"has", LEX_PROSE, 0},
    {"have", LEX_PROSE, 0}, {"having", LEX_PROSE, 0}, {"haziran", LEX_FOREIGN | LEX_MONTH, 6}, {"he", LEX_PROSE, 0},
    {"headquarters", LEX_INSTITUTION, 0}, {"held", LEX_PROSE, 0}, {"helsinki", LEX_PLACE, 0}, {"her", LEX_PROSE, 0},
    {"herald", LEX_MEDIA, 0}, {"here", LEX_PROSE, 0}, {"his", LEX_PROSE, 0}, {"holiday", LEX_OCCASION, 0},
    {"how", LEX_PROSE, 0}, {"however", LEX_PROSE, 0}, {"i", LEX_AND | LEX_ORDINALWORD | LEX_PROSE, 0},
    {"ibid", LEX_IBID, 0}, {"ibidem", LEX_IBID, 0}, {"idem", LEX_IBID, 0}, {"if", LEX_PROSE, 0},
    {"ii", LEX_ORDINALWORD, 0}, {"iii", LEX_ORDINALWORD, 0}, {"illustration", LEX_CREDIT, 0},
    {"image", LEX_CREDIT | LEX_CROSS, 0}, {"images", LEX_CREDIT, 0}, {"in", LEX_PREPOSITION, 0},
    {"including", LEX_PREPOSITION, 0}, {"independent", LEX_QUALIFIER, 0}, {"information", LEX_LEAD, 0},
    {"infra", LEX_CROSS, 0}, {"instance", LEX_LEAD, 0}, {"instead", LEX_PROSE, 0},
    {"institute", LEX_INSTITUTION, 0}, {"institution", LEX_INSTITUTION, 0}, {"international", LEX_QUALIFIER, 0},
    {"interview", LEX_INTERVIEW, 0}, {"interviewed", LEX_INTERVIEW, 0}, {"interviews", LEX_INTERVIEW, 0},
    {"into", LEX_PREPOSITION, 0}, {"is", LEX_PROSE, 0}, {"islamabad", LEX_PLACE, 0}, {"issue", LEX_LOCATOR, 0},
    {"issued", LEX_ROLE, 0}, {"istanbul", LEX_PLACE, 0}, {"it", LEX_PROSE, 0}, {"its", LEX_PROSE, 0},
    {"iv", LEX_ORDINALWORD, 0}, {"ix", LEX_ORDINALWORD, 0}, {"izvestia", LEX_MEDIA, 0}, {"izvestiya", LEX_MEDIA, 0},
    {"jan", LEX_MONTH, 1}, {"janeiro", LEX_FOREIGN | LEX_MONTH, 1}, {"januar", LEX_FOREIGN | LEX_MONTH, 1},
    {"january", LEX_MONTH, 1}, {"janvier", LEX_FOREIGN | LEX_MONTH, 1}, {"jerusalem", LEX_PLACE, 0},
    {"journal", LEX_MEDIA, 0}, {"juillet", LEX_FOREIGN | LEX_MONTH, 7}, {"juin", LEX_FOREIGN | LEX_MONTH, 6},
    {"jul", LEX_MONTH, 7}, {"julho", LEX_FOREIGN | LEX_MONTH, 7}, {"juli", LEX_FOREIGN | LEX_MONTH, 7},
    {"julio", LEX_FOREIGN | LEX_MONTH, 7}, {"july", LEX_MONTH, 7}, {"jun", LEX_MONTH, 6}, {"june", LEX_MONTH, 6},
    {"junho", LEX_FOREIGN | LEX_MONTH, 6}, {"juni", LEX_FOREIGN | LEX_MONTH, 6},
    {"junio", LEX_FOREIGN | LEX_MONTH, 6}, {"just", LEX_PROSE, 0}, {"kabul", LEX_PLACE, 0},
    {"kasim", LEX_FOREIGN | LEX_MONTH, 11}, {"kazan", LEX_PLACE, 0}, {"kiev", LEX_PLACE, 0},
    {"known", LEX_PROSE, 0}, {"krai", LEX_PLACE, 0}, {"kwietnia", LEX_FOREIGN | LEX_MONTH, 4},
    {"kyiv", LEX_PLACE, 0}, {"last", LEX_ROLE, 0}, {"late", LEX_ABOUT, 0}, {"later", LEX_CROSS, 0},
    {"least", LEX_PROSE, 0}, {"less", LEX_PROSE, 0}, {"lipca", LEX_FOREIGN | LEX_MONTH, 7},
    {"listopada", LEX_FOREIGN | LEX_MONTH, 11}, {"local", LEX_QUALIFIER, 0}, {"london", LEX_PLACE, 0},
    {"luglio", LEX_FOREIGN | LEX_MONTH, 7}, {"lutego", LEX_FOREIGN | LEX_MONTH, 2}, {"madrid", LEX_PLACE, 0},
    {"magazine", LEX_MEDIA, 0}, {"maggio", LEX_FOREIGN | LEX_MONTH, 5}, {"mai", LEX_FOREIGN | LEX_MONTH, 5},
    {"maio", LEX_FOREIGN | LEX_MONTH, 5}, {"maja", LEX_FOREIGN | LEX_MONTH, 5}, {"map", LEX_CROSS, 0},
    {"maps", LEX_CROSS, 0}, {"mar", LEX_MONTH, 3}, {"marca", LEX_FOREIGN | LEX_MONTH, 3}, {"march", LEX_MONTH, 3},
    {"marco", LEX_FOREIGN | LEX_MONTH, 3}, {"mars", LEX_FOREIGN | LEX_MONTH, 3},
    {"mart", LEX_FOREIGN | LEX_MONTH, 3}, {"marz", LEX_FOREIGN | LEX_MONTH, 3},
    {"marzo", LEX_FOREIGN | LEX_MONTH, 3}, {"may", LEX_MONTH, 5}, {"mayis", LEX_FOREIGN | LEX_MONTH, 5},
    {"mayo", LEX_FOREIGN | LEX_MONTH, 5}, {"meaning", LEX_PROSE, 0}, {"media", LEX_MEDIA, 0},
    {"meeting", LEX_OCCASION, 0}, {"mid", LEX_ABOUT, 0}, {"might", LEX_PROSE, 0}, {"ministry", LEX_INSTITUTION, 0},
    {"minsk", LEX_PLACE, 0}, {"mirror", LEX_MEDIA, 0}, {"mission", LEX_INSTITUTION, 0}, {"mon", LEX_WEEKDAY, 0},
    {"monday", LEX_WEEKDAY, 0}, {"monitoring", LEX_MEDIA, 0}, {"monthly", LEX_MEDIA, 0},
    {"more", LEX_LEAD | LEX_PROSE, 0}, {"moscow", LEX_PLACE, 0}, {"much", LEX_PROSE, 0}, {"must", LEX_PROSE, 0},
    {"my", LEX_PROSE, 0}, {"national", LEX_QUALIFIER, 0}, {"near", LEX_PREPOSITION, 0}, {"neither", LEX_PROSE, 0},
    {"never", LEX_PROSE, 0}, {"news", LEX_MEDIA, 0}, {"newsletter", LEX_MEDIA, 0}, {"newsline", LEX_MEDIA, 0},
    {"newspaper", LEX_MEDIA, 0}, {"newspapers", LEX_MEDIA, 0}, {"newswire", LEX_MEDIA, 0}, {"next", LEX_CROSS, 0},
    {"nine", LEX_ORDINALWORD, 0}, {"nisan", LEX_FOREIGN | LEX_MONTH, 4}, {"no", LEX_LOCATOR, 0},
    {"nor", LEX_PROSE, 0}, {"nos", LEX_LOCATOR, 0}, {"not", LEX_PROSE, 0}, {"note", LEX_CROSS, 0},
    {"notes", LEX_CROSS, 0}, {"nov", LEX_MONTH, 11}, {"november", LEX_MONTH, 11},
    {"novembre", LEX_FOREIGN | LEX_MONTH, 11}, {"novembro", LEX_FOREIGN | LEX_MONTH, 11},
    {"noviembre", LEX_FOREIGN | LEX_MONTH, 11}, {"novosti", LEX_MEDIA, 0}, {"novruz", LEX_OCCASION, 0},
    {"now", LEX_PROSE, 0}, {"nowruz", LEX_OCCASION, 0}, {"nur-sultan", LEX_PLACE, 0}, {"oblast", LEX_PLACE, 0},
    {"observer", LEX_MEDIA, 0}, {"ocak", LEX_FOREIGN | LEX_MONTH, 1}, {"oct", LEX_MONTH, 10},
    {"october", LEX_MONTH, 10}, {"octobre", LEX_FOREIGN | LEX_MONTH, 10}, {"octubre", LEX_FOREIGN | LEX_MONTH, 10},
    {"of", LEX_OF, 0}, {"off", LEX_PREPOSITION, 0}, {"office", LEX_INSTITUTION, 0}, {"official", LEX_QUALIFIER, 0},
    {"oktober", LEX_FOREIGN | LEX_MONTH, 10}, {"olympics", LEX_OCCASION, 0}, {"on", LEX_PREPOSITION, 0},
    {"one", LEX_ORDINALWORD, 0}, {"online", LEX_MEDIA, 0}, {"only", LEX_PROSE, 0}, {"op-ed", LEX_PIECE, 0},
    {"oped", LEX_PIECE, 0}, {"opposition", LEX_QUALIFIER, 0}, {"or", LEX_PROSE, 0},
    {"organisation", LEX_INSTITUTION, 0}, {"organization", LEX_INSTITUTION, 0}, {"originally", LEX_ROLE, 0},
    {"oslo", LEX_PLACE, 0}, {"other", LEX_QUALIFIER, 0}, {"ottobre", LEX_FOREIGN | LEX_MONTH, 10},
    {"our", LEX_PROSE, 0}, {"outlet", LEX_MEDIA, 0}, {"outlets", LEX_MEDIA, 0},
    {"outubro", LEX_FOREIGN | LEX_MONTH, 10}, {"over", LEX_PREPOSITION, 0}, {"overleaf", LEX_CROSS, 0},
    {"p", LEX_LOCATOR, 0}, {"page", LEX_CROSS | LEX_LOCATOR, 0}, {"pages", LEX_CROSS | LEX_LOCATOR, 0},
    {"papers", LEX_MEDIA, 0}, {"para", LEX_LOCATOR, 0}, {"parade", LEX_OCCASION, 0}, {"paragraph", LEX_LOCATOR, 0},
    {"paragraphs", LEX_LOCATOR, 0}, {"paris", LEX_PLACE, 0}, {"parliament", LEX_INSTITUTION, 0},
    {"part", LEX_CROSS | LEX_LOCATOR, 0}, {"particularly", LEX_PROSE, 0}, {"parts", LEX_LOCATOR, 0},
    {"party", LEX_QUALIFIER, 0}, {"pazdziernika", LEX_FOREIGN | LEX_MONTH, 10}, {"per", LEX_PREPOSITION, 0},
    {"petersburg", LEX_PLACE, 0}, {"photo", LEX_CREDIT | LEX_CROSS, 0}, {"photograph", LEX_CREDIT, 0},
    {"photographer", LEX_CREDIT, 0}, {"photographs", LEX_CREDIT, 0}, {"photos", LEX_CREDIT, 0},
    {"piece", LEX_PIECE, 0}, {"port", LEX_PLACE, 0}, {"portal", LEX_MEDIA, 0}, {"post", LEX_MEDIA, 0},
    {"posted", LEX_ROLE, 0}, {"pp", LEX_LOCATOR, 0}, {"prague", LEX_PLACE, 0}, {"pravda", LEX_MEDIA, 0},
    {"preceding", LEX_CROSS, 0}, {"presidency", LEX_INSTITUTION, 0}, {"president", LEX_INSTITUTION, 0},
    {"presidential", LEX_INSTITUTION | LEX_QUALIFIER, 0}, {"press", LEX_MEDIA, 0},
    {"previous", LEX_CROSS | LEX_LEAD, 0}, {"previously", LEX_LEAD, 0}, {"province", LEX_PLACE, 0},
    {"published", LEX_ROLE, 0}, {"pyongyang", LEX_PLACE, 0}, {"quoted", LEX_VIA, 0}, {"quoting", LEX_VIA, 0},
    {"radio", LEX_MEDIA, 0}, {"raion", LEX_PLACE, 0}, {"ramadan", LEX_OCCASION, 0}, {"rather", LEX_PROSE, 0},
    {"referendum", LEX_OCCASION, 0}, {"region", LEX_PLACE, 0}, {"regional", LEX_QUALIFIER, 0},
    {"relayed", LEX_VIA, 0}, {"released", LEX_ROLE, 0}, {"report", LEX_PIECE, 0}, {"reported", LEX_VIA, 0},
    {"reporting", LEX_CREDIT, 0}, {"reprinted", LEX_VIA, 0}, {"republic", LEX_PLACE, 0},
    {"republished", LEX_VIA, 0}, {"retrieved", LEX_ROLE, 0}, {"review", LEX_MEDIA, 0},
    {"revolution", LEX_OCCASION, 0}, {"riga", LEX_PLACE, 0}, {"riyadh", LEX_PLACE, 0}, {"rome", LEX_PLACE, 0},
    {"russian", LEX_QUALIFIER, 0}, {"s", LEX_LOCATOR, 0}, {"said", LEX_PROSE, 0}, {"samarkand", LEX_PLACE, 0},
    {"sat", LEX_WEEKDAY, 0}, {"saturday", LEX_WEEKDAY, 0}, {"says", LEX_PROSE, 0}, {"screenshot", LEX_CREDIT, 0},
    {"sec", LEX_LOCATOR, 0}, {"secretariat", LEX_INSTITUTION, 0}, {"section", LEX_CROSS, 0}, {"see", LEX_SEE, 0},
    {"seoul", LEX_PLACE, 0}, {"sep", LEX_MONTH, 9}, {"sept", LEX_MONTH, 9}, {"september", LEX_MONTH, 9},
    {"septembre", LEX_FOREIGN | LEX_MONTH, 9}, {"septiembre", LEX_FOREIGN | LEX_MONTH, 9},
    {"service", LEX_INSTITUTION, 0}, {"services", LEX_MEDIA, 0}, {"session", LEX_OCCASION, 0},
    {"setembro", LEX_FOREIGN | LEX_MONTH, 9}, {"settembre", LEX_FOREIGN | LEX_MONTH, 9},
    {"seven", LEX_ORDINALWORD, 0}, {"several", LEX_QUALIFIER, 0}, {"shall", LEX_PROSE, 0},
    {"shanghai", LEX_PLACE, 0}, {"she", LEX_PROSE, 0}, {"should", LEX_PROSE, 0}, {"sidebar", LEX_CROSS, 0},
    {"sierpnia", LEX_FOREIGN | LEX_MONTH, 8}, {"signed", LEX_PROSE, 0}, {"since", LEX_PREPOSITION | LEX_PROSE, 0},
    {"site", LEX_MEDIA, 0}, {"sites", LEX_MEDIA, 0}, {"six", LEX_ORDINALWORD, 0}, {"so", LEX_PROSE, 0},
    {"sochi", LEX_PLACE, 0}, {"sofia", LEX_PLACE, 0}, {"source", LEX_CREDIT, 0},
    {"sources", LEX_CREDIT | LEX_MEDIA, 0}, {"spring", LEX_SEASON, 0}, {"square", LEX_PLACE, 0},
    {"st", LEX_PLACE, 0}, {"standard", LEX_MEDIA, 0}, {"state", LEX_QUALIFIER, 0}, {"stations", LEX_MEDIA, 0},
    {"still", LEX_PROSE, 0}, {"stockholm", LEX_PLACE, 0}, {"story", LEX_LEAD, 0}, {"street", LEX_PLACE, 0},
    {"stycznia", LEX_FOREIGN | LEX_MONTH, 1}, {"subat", LEX_FOREIGN | LEX_MONTH, 2}, {"such", LEX_PROSE, 0},
    {"summer", LEX_SEASON, 0}, {"summit", LEX_OCCASION, 0}, {"sun", LEX_WEEKDAY, 0}, {"sunday", LEX_WEEKDAY, 0},
    {"supra", LEX_CROSS, 0}, {"table", LEX_CROSS, 0}, {"tables", LEX_CROSS, 0}, {"taipei", LEX_PLACE, 0},
    {"takes", LEX_PROSE, 0}, {"talks", LEX_OCCASION, 0}, {"tallinn", LEX_PLACE, 0}, {"tashkent", LEX_PLACE, 0},
    {"tbilisi", LEX_PLACE, 0}, {"tehran", LEX_PLACE, 0}, {"telegraf", LEX_MEDIA, 0}, {"telegraph", LEX_MEDIA, 0},
    {"television", LEX_MEDIA, 0}, {"tells", LEX_PROSE, 0}, {"temmuz", LEX_FOREIGN | LEX_MONTH, 7},
    {"ten", LEX_ORDINALWORD, 0}, {"text", LEX_CROSS | LEX_LEAD, 0}, {"than", LEX_PROSE, 0}, {"that", LEX_PROSE, 0},
    {"the", LEX_ARTICLE, 0}, {"their", LEX_PROSE, 0}, {"then", LEX_PROSE, 0}, {"there", LEX_PROSE, 0},
    {"therefore", LEX_PROSE, 0}, {"these", LEX_PROSE, 0}, {"they", LEX_PROSE, 0}, {"those", LEX_PROSE, 0},
    {"though", LEX_PROSE, 0}, {"three", LEX_ORDINALWORD, 0}, {"through", LEX_THROUGH, 0}, {"thru", LEX_THROUGH, 0},
    {"thu", LEX_WEEKDAY, 0}, {"thur", LEX_WEEKDAY, 0}, {"thurs", LEX_WEEKDAY, 0}, {"thursday", LEX_WEEKDAY, 0},
    {"thus", LEX_PROSE, 0}, {"till", LEX_PREPOSITION | LEX_THROUGH, 0}, {"time", LEX_OCCASION, 0},
    {"times", LEX_MEDIA, 0}, {"to", LEX_PREPOSITION | LEX_THROUGH, 0}, {"today", LEX_MEDIA, 0},
    {"tokyo", LEX_PLACE, 0}, {"told", LEX_PROSE, 0}, {"too", LEX_PROSE, 0}, {"took", LEX_PROSE, 0},
    {"translated", LEX_VIA, 0}, {"tribune", LEX_MEDIA, 0}, {"tue", LEX_WEEKDAY, 0}, {"tues", LEX_WEEKDAY, 0},
    {"tuesday", LEX_WEEKDAY, 0}, {"tv", LEX_MEDIA, 0}, {"two", LEX_ORDINALWORD, 0}, {"ulaanbaatar", LEX_PLACE, 0},
    {"und", LEX_AND, 0}, {"under", LEX_PREPOSITION, 0}, {"union", LEX_INSTITUTION, 0},
    {"university", LEX_INSTITUTION, 0}, {"unless", LEX_PROSE, 0}, {"until", LEX_PREPOSITION | LEX_THROUGH, 0},
    {"updated", LEX_ROLE, 0}, {"upon", LEX_PREPOSITION, 0}, {"usw", LEX_ETC, 0}, {"v", LEX_ORDINALWORD, 0},
    {"various", LEX_QUALIFIER, 0}, {"very", LEX_PROSE, 0}, {"vesti", LEX_MEDIA, 0}, {"vi", LEX_ORDINALWORD, 0},
    {"via", LEX_PREPOSITION | LEX_VIA, 0}, {"vienna", LEX_PLACE, 0}, {"viewed", LEX_ROLE, 0},
    {"vii", LEX_ORDINALWORD, 0}, {"viii", LEX_ORDINALWORD, 0}, {"village", LEX_PLACE, 0}, {"vilnius", LEX_PLACE, 0},
    {"visited", LEX_ROLE, 0}, {"vladivostok", LEX_PLACE, 0}, {"vol", LEX_LOCATOR, 0}, {"vols", LEX_LOCATOR, 0},
    {"volume", LEX_LOCATOR, 0}, {"war", LEX_OCCASION, 0}, {"warsaw", LEX_PLACE, 0}, {"was", LEX_PROSE, 0},
    {"washington", LEX_PLACE, 0}, {"we", LEX_PROSE, 0}, {"webpage", LEX_MEDIA, 0}, {"website", LEX_MEDIA, 0},
    {"websites", LEX_MEDIA, 0}, {"wed", LEX_WEEKDAY, 0}, {"wednesday", LEX_WEEKDAY, 0}, {"weeklies", LEX_MEDIA, 0},
    {"weekly", LEX_MEDIA, 0}, {"were", LEX_PROSE, 0}, {"western", LEX_QUALIFIER, 0}, {"what", LEX_PROSE, 0},
    {"when", LEX_PROSE, 0}, {"where", LEX_PROSE, 0}, {"which", LEX_PROSE, 0}, {"while", LEX_PROSE, 0},
    {"who", LEX_PROSE, 0}, {"whom", LEX_PROSE, 0}, {"whose", LEX_PROSE, 0}, {"why", LEX_PROSE, 0},
    {"will", LEX_PROSE, 0}, {"winter", LEX_SEASON, 0}, {"wire", LEX_MEDIA, 0}, {"with", LEX_PREPOSITION, 0},
    {"within", LEX_PREPOSITION, 0}, {"would", LEX_PROSE, 0}, {"wrzesnia", LEX_FOREIGN | LEX_MONTH, 9},
    {"x", LEX_ORDINALWORD, 0}, {"y", LEX_AND, 0}, {"yerevan", LEX_PLACE, 0}, {"you", LEX_PROSE, 0},
    {"your", LEX_PROSE, 0}, {"zeitung", LEX_MEDIA, 0}, {"августа", LEX_FOREIGN | LEX_MONTH, 8},
    {"апреля", LEX_FOREIGN | LEX_MONTH, 4}, {"березня", LEX_FOREIGN | LEX_MONTH, 3},
    {"вересня", LEX_FOREIGN | LEX_MONTH, 9}, {"грудня", LEX_FOREIGN | LEX_MONTH, 12},
    {"декабря", LEX_FOREIGN | LEX_MONTH, 12}, {"др", LEX_ETC, 0}, {"жовтня", LEX_FOREIGN | LEX_MONTH, 10},
    {"и", LEX_AND, 0}, {"июля", LEX_FOREIGN | LEX_MONTH, 7}, {"июня", LEX_FOREIGN | LEX_MONTH, 6},
    {"квітня", LEX_FOREIGN | LEX_MONTH, 4}, {"липня", LEX_FOREIGN | LEX_MONTH, 7},
    {"листопада", LEX_FOREIGN | LEX_MONTH, 11}, {"лютого", LEX_FOREIGN | LEX_MONTH, 2},
    {"марта", LEX_FOREIGN | LEX_MONTH, 3}, {"мая", LEX_FOREIGN | LEX_MONTH, 5},
    {"ноября", LEX_FOREIGN | LEX_MONTH, 11}, {"октября", LEX_FOREIGN | LEX_MONTH, 10}, {"с", LEX_LOCATOR, 0},
    {"сентября", LEX_FOREIGN | LEX_MONTH, 9}, {"серпня", LEX_FOREIGN | LEX_MONTH, 8}, {"стр", LEX_LOCATOR, 0},
    {"січня", LEX_FOREIGN | LEX_MONTH, 1}, {"т.д", LEX_ETC, 0}, {"т.п", LEX_ETC, 0}, {"та", LEX_AND, 0},
    {"травня", LEX_FOREIGN | LEX_MONTH, 5}, {"февраля", LEX_FOREIGN | LEX_MONTH, 2},
    {"червня", LEX_FOREIGN | LEX_MONTH, 6}, {"января", LEX_FOREIGN | LEX_MONTH, 1}, {"№", LEX_LOCATOR, 0},
};
/* clang-format on */

/* Folds word into buffer (NUL-terminated); FALSE when it does not fit. */
static gboolean
fold_word(const char *word, gsize length, char *buffer, gsize size)
{
    gsize n = 0;
    for (gsize at = 0; at < length;) {
        guchar c = (guchar)word[at];
        if (c < 0x80) {
            if (n + 1 >= size)
                return FALSE;
            buffer[n++] = g_ascii_tolower(c);
            at++;
            continue;
        }
        gunichar out[3];
        int count = fold_char(utf8_next(word, &at), FOLD_ALL, out);
        for (int i = 0; i < count; i++) {
            if (n + 7 >= size)
                return FALSE;
            n += (gsize)g_unichar_to_utf8(out[i], buffer + n);
        }
    }
    buffer[n] = '\0';
    return TRUE;
}

const LexEntry *
lexicon_find(const char *word, gsize length)
{
    char buffer[32];
    if (length == 0 || length >= sizeof buffer || !fold_word(word, length, buffer, sizeof buffer))
        return NULL;
    gsize low = 0, high = G_N_ELEMENTS(TABLE);
    while (low < high) {
        gsize middle = low + (high - low) / 2;
        const char *entry = TABLE[middle].word;
        int order = (guchar)buffer[0] - (guchar)entry[0];
        if (order == 0)
            order = strcmp(buffer, entry);
        if (order == 0)
            return &TABLE[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const LexEntry *
lexicon_table(guint *count)
{
    *count = G_N_ELEMENTS(TABLE);
    return TABLE;
}
