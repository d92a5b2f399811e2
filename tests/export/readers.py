"""What readers.test asks of JSON: readers.py schema SCHEMA ITEMS | same ITEMS BIB RIS | read ITEMS READ

Ends with status 0 when it holds, 77 when it cannot be asked here, else 1 with what is wrong on standard error.
"""

import json
import re
import sys


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def schema(schema_path, items_path):
    """The items are valid."""
    try:
        import jsonschema
    except ImportError:
        sys.exit(77)
    validator = jsonschema.Draft7Validator(load(schema_path))
    faults = [f"{list(fault.path)}: {fault.message}" for fault in validator.iter_errors(load(items_path))]
    # A schema that lets anything pass would prove nothing.
    for wrong in ([{"type": "report", "note": "x"}], [{"id": "a", "type": "salt", "note": "x"}],
                  [{"id": "a", "type": "report", "note": "x", "issued": {"date-parts": [[2025, 13]]}}]):
        if validator.is_valid(wrong):
            faults.append(f"the schema takes {wrong}")
    return faults


def same(items_path, bib_path, ris_path):
    """Each format has the same works under the same keys, each key once."""
    with open(bib_path, encoding="utf-8") as file:
        bib = re.findall(r"^@[a-z]+\{([^,]+),", file.read(), re.M)
    with open(ris_path, encoding="utf-8", newline="") as file:
        ris = re.findall(r"^ID  - (.*)\r$", file.read(), re.M)
    items = [item["id"] for item in load(items_path)]
    faults = [f"{name} has {keys}, not {items}" for name, keys in (("BibTeX", bib), ("RIS", ris)) if keys != items]
    if not items or len(set(items)) != len(items):
        faults.append(f"keys are missing or stand twice: {items}")
    return faults


def name_of(item):
    author = item.get("author")
    name = author[0].get("literal") if author else item.get("container-title", item.get("title"))
    return None if name is None else name.replace("{", "").replace("}", "")


def read(items_path, read_path):
    """What a reader made of the BibTeX is what the CSL-JSON says: works, names, dates, addresses."""
    want = {item["id"]: item for item in load(items_path)}
    got = {item["id"]: item for item in load(read_path)}
    faults = []
    if want.keys() != got.keys():
        faults.append(f"works differ: {sorted(want.keys() ^ got.keys())}")
    for key in want.keys() & got.keys():
        for what, one, other in (("name", name_of(want[key]), name_of(got[key])),
                                 ("address", want[key].get("URL"), got[key].get("URL")),
                                 ("date", want[key].get("issued", {}).get("date-parts"),
                                  got[key].get("issued", {}).get("date-parts"))):
            if one != other:
                faults.append(f"{key}: the {what} is {other}, not {one}")
    return faults


if __name__ == "__main__":
    wrong = {"schema": schema, "same": same, "read": read}[sys.argv[1]](*sys.argv[2:])
    for line in wrong:
        print(line, file=sys.stderr)
    sys.exit(1 if wrong else 0)
