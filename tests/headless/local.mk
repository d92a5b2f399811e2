# Tests of src/headless.
