# Tests mirror src/. Programs (GTest) and scripts speak TAP; tests/test.h makes a program do so.
TEST_LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(TEST_LOG_DRIVER)
TEST_EXTENSIONS = .test
AM_TESTS_ENVIRONMENT = \
  IBID_DATADIR='$(abs_top_srcdir)' srcdir='$(abs_top_srcdir)' builddir='$(abs_top_builddir)' \
  XDG_CONFIG_HOME=/nonexistent XDG_STATE_HOME=/dev/null XDG_DATA_HOME=/nonexistent \
  LC_ALL=C.UTF-8 G_SLICE=always-malloc; export IBID_DATADIR srcdir builddir XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME LC_ALL G_SLICE;
EXTRA_DIST += tests/test.h

include tests/base/local.mk
include tests/text/local.mk
include tests/ini/local.mk
include tests/doc/local.mk
include tests/import/local.mk
include tests/cite/local.mk
include tests/entity/local.mk
include tests/article/local.mk
include tests/config/local.mk
include tests/view/local.mk
include tests/export/local.mk
include tests/app/local.mk
include tests/tui/local.mk
include tests/cli/local.mk
include tests/headless/local.mk
include tests/house/local.mk
include tests/fuzz/local.mk
