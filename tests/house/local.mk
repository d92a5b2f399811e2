dist_check_SCRIPTS += tests/house/floors.test tests/house/manual.test tests/house/readme.test
