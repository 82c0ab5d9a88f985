package io.cotangent.processor.ir;

/** An array; rows of arrays of higher rank are arrays themselves. */
public record ArrayType(Type element) implements Type {
  /** The number of dimensions. */
  public int rank() {
    return element instanceof ArrayType inner ? 1 + inner.rank() : 1;
  }

  /** The type of the elements of the innermost arrays. */
  public Type innermost() {
    return element instanceof ArrayType inner ? inner.innermost() : element;
  }

  // Written out, here and in other keys of maps: what the compiler derives is slow to start.
  @Override
  public boolean equals(Object other) {
    return other instanceof ArrayType array && element.equals(array.element);
  }

  @Override
  public int hashCode() {
    return 31 * element.hashCode() + 1;
  }

  @Override
  public String toString() {
    return element + "[]";
  }
}
