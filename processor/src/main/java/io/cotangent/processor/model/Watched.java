package io.cotangent.processor.model;

import io.cotangent.processor.ir.Type;

/**
 * A local variable whose adjoint was asked for.
 *
 * @param type {@code double}, {@code float}, or arrays of them
 */
public record Watched(String name, Type type) {
  /** Whether the adjoints of its elements were asked for. */
  public boolean isArray() {
    return type.isReference();
  }
}
