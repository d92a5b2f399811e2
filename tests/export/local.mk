# Tests of src/export.
