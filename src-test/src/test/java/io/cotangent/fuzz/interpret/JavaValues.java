package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Type;
import java.lang.reflect.Array;

/** Turns the interpreter's values back into Java's. */
final class JavaValues {
  private JavaValues() {}

  static Object of(Object value, Type type) {
    if (type.rank() == 0) {
      return scalar(value, type.kind());
    }
    Object[] cells = (Object[]) value;
    Object array = Array.newInstance(javaClass(type.element()), cells.length);
    for (int i = 0; i < cells.length; i++) {
      Array.set(array, i, of(cells[i], type.element()));
    }
    return array;
  }

  private static Object scalar(Object value, Kind kind) {
    if (value instanceof Real real) {
      return kind == Kind.FLOAT ? (Object) (float) real.value() : (Object) real.value();
    }
    return value;
  }

  private static Class<?> javaClass(Type type) {
    if (type.rank() > 0) {
      return javaClass(type.element()).arrayType();
    }
    return switch (type.kind()) {
      case BOOLEAN -> boolean.class;
      case INT -> int.class;
      case LONG -> long.class;
      case FLOAT -> float.class;
      case DOUBLE -> double.class;
      case RECORD, OBJECT, FUNCTION, VOID -> throw new IllegalArgumentException(type.text());
    };
  }
}
