package io.cotangent.processor.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A class of the compilation as far as its objects are taken apart: what they consist of, inherited
 * parts first.
 *
 * @param slots one for each field that is not static, for the object around an inner one, and for
 *     each variable a local class uses
 */
record ObjectClass(TypeElement element, DeclaredType type, List<Slot> slots) {
  /** How a part of an object is held. */
  enum Kind {
    /** As what it is: nobody changes it once the object is made. */
    FIXED,
    /** In arrays of length one, which all references to the object share. */
    CELL,
    /** An array that stands for the object where it has no cells. */
    IDENTITY
  }

  /**
   * One part.
   *
   * @param key the field or captured variable; for the object around it the inner class
   * @param type as it is declared, type arguments put in
   */
  record Slot(Object key, String name, TypeMirror type, Kind kind) {}

  ObjectClass {
    slots = List.copyOf(slots);
  }

  String name() {
    String qualified = element.getQualifiedName().toString();
    return qualified.isEmpty() ? element.getSimpleName().toString() : qualified;
  }

  /** What makes the class another than the rest. */
  Object identity() {
    return List.of(element, type.toString());
  }

  /** The number of the part for a field, a captured variable or an inner class. */
  Optional<Integer> indexOf(Object key) {
    return IntStream.range(0, slots.size())
        .filter(i -> slots.get(i).key().equals(key))
        .boxed()
        .findFirst();
  }

  /** Whether the field is held as what it is. */
  boolean isFixed(Element field) {
    return indexOf(field).filter(i -> slots.get(i).kind() == Kind.FIXED).isPresent();
  }

  /** Whether a field is one of the parts. */
  boolean has(Element field) {
    return indexOf(field).isPresent();
  }

  /** The part whose first array tells one object from another, and is null for no object. */
  int identityIndex() {
    return IntStream.range(0, slots.size())
        .filter(i -> slots.get(i).kind() != Kind.FIXED)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectClass that && identity().equals(that.identity());
  }

  @Override
  public int hashCode() {
    return identity().hashCode();
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
