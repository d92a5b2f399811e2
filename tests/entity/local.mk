# Tests of src/entity.
