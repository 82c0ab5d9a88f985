package io.cotangent.processor.ir;

/** The type of a value. */
public sealed interface Type permits Primitive, ArrayType, RefType, RecordType, TapeType {
  /** An array type with {@code rank} dimensions over {@code element}. */
  static Type array(Type element, int rank) {
    Type type = element;
    for (int i = 0; i < rank; i++) {
      type = new ArrayType(type);
    }
    return type;
  }

  /** Whether the type is a double or a float: the scalars that carry derivatives. */
  default boolean isReal() {
    return this == Primitive.DOUBLE || this == Primitive.FLOAT;
  }

  /** Whether the type is an array of any rank whose innermost elements are real. */
  default boolean isRealArray() {
    return this instanceof ArrayType array
        && (array.element().isReal() || array.element().isRealArray());
  }

  /** Whether derivatives with respect to a value of this type exist. */
  default boolean isDifferentiable() {
    return isReal() || isRealArray();
  }

  /** Whether values of this type are references to memory. */
  default boolean isReference() {
    return !(this instanceof Primitive);
  }
}
