# Tests of src/doc.
