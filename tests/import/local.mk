# Tests of src/import.
