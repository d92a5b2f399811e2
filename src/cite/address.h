/* Addresses in running text: "https://…", "www.…", "host.tld/path", "News.az". */
#ifndef IBID_CITE_ADDRESS_H
#define IBID_CITE_ADDRESS_H

#include "base/range.h"

typedef enum { ADDRESS_NONE, ADDRESS_DOMAIN, ADDRESS_URL } AddressKind;

/* Whether an address begins at text[at], which is not inside a word; *end is set behind it, final punctuation of the
 * sentence and unpaired brackets left off. Looks no further than `limit`. */
AddressKind address_match(const char *text, gsize at, gsize limit, gsize *end);

/* The host of an address, without scheme, user and "www.", as a range of text. */
Range address_host(const char *text, Range address);

/* What kind of service an address is at: "Telegram", "VK", "YouTube", "X", "Facebook", … or NULL. */
const char *address_service(const char *text, Range address);

#endif
