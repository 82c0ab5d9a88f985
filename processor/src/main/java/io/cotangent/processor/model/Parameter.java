package io.cotangent.processor.model;

import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
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

  /** The type in signatures of the IR. */
  public Type type() {
    return form.type();
  }

  /** What it consists of, in order. */
  public List<Leaf> leaves() {
    List<Leaf> leaves = new ArrayList<>();
    addLeaves(name, form, false, leaves);
    return leaves;
  }

  private void addLeaves(String path, Form of, boolean isWritable, List<Leaf> leaves) {
    if (of instanceof Form.Whole whole) {
      for (Form.Part part : whole.parts()) {
        String inner = part.isKind() ? path + ".class" : path + "." + part.name();
        addLeaves(inner, part.form(), isWritable || part.writer().isPresent(), leaves);
      }
    } else {
      boolean isWanted = differentiated && of.isDifferentiable();
      leaves.add(new Leaf(path, (Form.Single) of, isWanted, isWritable));
    }
  }
}
