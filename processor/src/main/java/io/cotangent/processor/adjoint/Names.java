package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Value;

/** What adjoints are called. */
final class Names {
  static final String SUFFIX = "Bar";

  private Names() {}

  /** The name of a value's adjoint; empty if the value has none. */
  static String bar(Value value) {
    return value.name().isEmpty() ? "" : value.name() + SUFFIX;
  }
}
