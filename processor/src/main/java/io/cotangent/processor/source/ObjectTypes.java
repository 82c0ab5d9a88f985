package io.cotangent.processor.source;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Kinship;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Which types one object can be of. */
final class ObjectTypes implements Kinship {
  private static final Set<String> OF_ARRAYS =
      Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable");

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
  public boolean mayBeOne(Type a, Type b) {
    if (a.equals(b)) {
      return a.isReference();
    }
    if (a instanceof ArrayType first && b instanceof ArrayType second) {
      return mayBeOne(first.element(), second.element());
    }
    if (a instanceof ArrayType || b instanceof ArrayType) {
      Type other = a instanceof ArrayType ? b : a;
      return other instanceof RefType reference && OF_ARRAYS.contains(reference.name());
    }
    return a instanceof RefType first
        && b instanceof RefType second
        && mayBeOne(find(first), find(second));
  }

  /** A class that can have subclasses may have one that implements the interface. */
  private boolean mayBeOne(TypeElement a, TypeElement b) {
    if (a == null || b == null || isSubtype(a, b) || isSubtype(b, a)) {
      return true;
    }
    return a.getKind().isInterface() && isOpen(b) || b.getKind().isInterface() && isOpen(a);
  }

  private static boolean isOpen(TypeElement type) {
    return !type.getModifiers().contains(Modifier.FINAL);
  }

  private boolean isSubtype(TypeElement a, TypeElement b) {
    return program.isSubclass(a.asType(), b.asType());
  }
}
