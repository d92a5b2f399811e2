noinst_LIBRARIES += src/entity/libentity.a
src_entity_libentity_a_SOURCES = \
  src/entity/entities.h src/entity/entities.c \
  src/entity/lists.h src/entity/lists.c \
  src/entity/token.h src/entity/token.c src/entity/forms.c \
  src/entity/run.h src/entity/run.c \
  src/entity/find.h src/entity/find.c src/entity/finder.h src/entity/find_emit.c src/entity/find_names.c \
  src/entity/acronym.h src/entity/acronym.c \
  src/entity/weigh.h src/entity/weigh.c \
  src/entity/join.h src/entity/join.c
