/* One work in each format, for export_bibliography(); each format has a file of its own. */
#ifndef IBID_EXPORT_BIBLIOGRAPHY_FORMATS_H
#define IBID_EXPORT_BIBLIOGRAPHY_FORMATS_H

#include "export/bibliography.h"
#include "export/sink.h"

void work_bibtex(Sink *sink, const Work *work);
void work_ris(Sink *sink, const Work *work);
/* Caller owns the reference. */
json_t *work_csl(const Work *work);

#endif
