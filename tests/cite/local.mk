# Tests of src/cite.
