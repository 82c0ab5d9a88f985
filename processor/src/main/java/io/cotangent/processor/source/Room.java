package io.cotangent.processor.source;

import io.cotangent.processor.ir.Type;

/**
 * Where operands are kept in memory: a field, a component of a record, or the elements of all
 * arrays of a type. What is kept in one room is made alike wherever that is.
 *
 * @param of the field or component; a class for elements
 * @param type as it is declared, type arguments put in
 */
record Room(Object of, Type type) {
  /** The elements of arrays. */
  static Room elements(Type type) {
    return new Room(Room.class, type);
  }
}
