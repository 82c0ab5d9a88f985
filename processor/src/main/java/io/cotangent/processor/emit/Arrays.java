package io.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** Expressions that make arrays. */
final class Arrays {
  private Arrays() {}

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
