package io.cotangent.processor.ir;

/**
 * A value: assigned once, by the operation or region that lists it. Two values are the same only if
 * they are the same object.
 */
public final class Value {
  private final Type type;
  private final String name;

  /**
   * A new value.
   *
   * @param name what a reader would call it, usually the source variable; empty if it has no name
   */
  public Value(Type type, String name) {
    this.type = type;
    this.name = name;
  }

  /** A new value of the same type and name. */
  public Value copy() {
    return new Value(type, name);
  }

  public Type type() {
    return type;
  }

  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return (name.isEmpty() ? "%" : name) + ":" + type;
  }
}
