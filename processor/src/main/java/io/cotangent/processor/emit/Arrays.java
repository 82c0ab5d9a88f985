package io.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Map;

/** Expressions that make arrays. */
final class Arrays {
  /** Up to so many rows HotSpot makes itself. */
  private static final int FEW_ROWS = 6;

  private static final Map<Type, String> KINDS =
      Map.of(Primitive.DOUBLE, "doubles", Primitive.FLOAT, "floats", Primitive.INT, "ints");

  private Arrays() {}

  /**
   * A new array, all elements zero or null.
   *
   * @param dimensions the lengths that are known, from the outside in
   */
  static Code create(ArrayType type, List<Code> dimensions) {
    Code.Builder code = new Code.Builder();
    if (hasManyRows(type, dimensions)) {
      String kind = KINDS.get(type.innermost());
      return Code.of("$T.$L($L)", JavaTypes.MATRICES, kind, Code.join(dimensions, ", "));
    }
    code.add("new $T", JavaTypes.element(JavaTypes.of(type.innermost())));
    dimensions.forEach(dimension -> code.add("[$L]", dimension));
    return code.text("[]".repeat(type.rank() - dimensions.size())).build();
  }

  /** Whether a loop in the runtime makes it more quickly. */
  private static boolean hasManyRows(ArrayType type, List<Code> dimensions) {
    boolean isMatrix = type.rank() == 2 && KINDS.containsKey(type.innermost());
    boolean isLayered = type.rank() == 3 && type.innermost() == Primitive.DOUBLE;
    return (isMatrix || isLayered)
        && dimensions.size() == type.rank()
        && !isFew(dimensions.get(0).toString());
  }

  private static boolean isFew(String rows) {
    return rows.matches("\\d") && Integer.parseInt(rows) <= FEW_ROWS;
  }

  /** A new array of the type, all elements zero or null. */
  static CodeBlock create(TypeName type, CodeBlock length) {
    TypeName element = type;
    int rank = 0;
    while (element instanceof ArrayTypeName array) {
      element = array.componentType();
      rank++;
    }
    String inner = "[]".repeat(rank - 1);
    return CodeBlock.of("new $T[$L]$L", JavaTypes.element(element), length, inner);
  }
}
