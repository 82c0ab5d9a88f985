package io.cotangent.processor.source;

import io.cotangent.processor.ir.Type;

/** Something that can be assigned to, its subexpressions already evaluated. */
interface Place {
  Type type();

  /** What is there now. */
  Operand load();

  /** Replaces what is there by an operand of the same type. */
  void store(Operand content);

  /** The name of what is there; empty if it has none. */
  String name();
}
