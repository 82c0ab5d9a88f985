package io.cotangent.processor.source;

import io.cotangent.processor.ir.Type;

/** A place whose content changes while a method is lowered: a local variable, or an exit's flag. */
final class Variable {
  private final String name;
  private final Type type;

  Variable(String name, Type type) {
    this.name = name;
    this.type = type;
  }

  String name() {
    return name;
  }

  Type type() {
    return type;
  }

  @Override
  public String toString() {
    return name;
  }
}
