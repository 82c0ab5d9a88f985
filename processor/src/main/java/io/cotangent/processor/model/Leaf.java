package io.cotangent.processor.model;

import io.cotangent.processor.ir.Type;

/**
 * A value a parameter consists of: the parameter itself or, of one that is taken apart, a part.
 *
 * @param path the names that lead to it: {@code p.inner.x}
 * @param isWritable whether what is left in it can be put back where it came from
 */
public record Leaf(String path, Form.Single form, boolean differentiated, boolean isWritable) {
  /** The type in the IR. */
  public Type type() {
    return form.type();
  }

  /** Whether generated code cannot read it. */
  public boolean isLost() {
    return !form.instead().isEmpty() && !path.endsWith(".class");
  }

  /** Whether it is a number in cells, which nothing else can share. */
  public boolean isOwnCell() {
    return form.cells() > 0 && !form.held().isReference();
  }
}
