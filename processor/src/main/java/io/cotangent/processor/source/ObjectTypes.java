package io.cotangent.processor.source;

import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Kinship;
import javax.lang.model.element.TypeElement;

/** Which types one object can be of. */
final class ObjectTypes implements Kinship {
  private final Program program;

  ObjectTypes(Program program) {
    this.program = program;
  }

  @Override
  public boolean isA(Type type, Type declared) {
    return type instanceof RefType first
        && declared instanceof RefType second
        && (find(first) == null || find(second) == null || isSubtype(find(first), find(second)));
  }

  private TypeElement find(RefType type) {
    return program.find(type).orElse(null);
  }

  @Override
  public boolean areApart(Type into, Type outOf) {
    return new LoneTypes(program).areApart(into, outOf);
  }

  private boolean isSubtype(TypeElement a, TypeElement b) {
    return program.isSubclass(a.asType(), b.asType());
  }
}
