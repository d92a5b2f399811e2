noinst_LIBRARIES += src/entity/libentity.a
src_entity_libentity_a_SOURCES = \
  src/entity/entities.h 
