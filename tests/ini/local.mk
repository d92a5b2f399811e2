# Tests of src/ini.
