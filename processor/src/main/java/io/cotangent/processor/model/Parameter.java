package io.cotangent.processor.model;

import io.cotangent.processor.ir.Type;
import java.util.List;

/**
 * A parameter of an annotated method.
 *
 * @param differentiated whether derivatives with respect to it were asked for
 */
public record Parameter(String name, Form form, boolean differentiated) {
  /** A parameter that code beside the user's class can read as far as it is taken apart. */
  public Parameter(String name, Type type, boolean differentiated) {
    this(name, Form.of(type), differentiated);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The type in signatures of the IR. */
  public Type type() {
    return form.type();
  }

  /** What it consists of, in order. */
  public List<Leaf> leaves() {
    return Leaf.of(name, form, differentiated);
  }
}
