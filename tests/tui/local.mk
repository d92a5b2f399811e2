# Tests of src/tui.
