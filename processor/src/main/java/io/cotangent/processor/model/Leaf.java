package io.cotangent.processor.model;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A value a parameter consists of: the parameter itself or, of one that is taken apart, a part.
 *
 * @param path the names that lead to it: {@code p.inner.x}, {@code all[].x}
 * @param returned for each array around what the user sees, outermost first, whether what the
 *     method leaves in it can be put back where it came from
 * @param isInRow whether it is such a part of each element of an array
 * @param isOwn whether nothing else can share its arrays: generated code makes them
 * @param isLost whether generated code cannot read it
 */
public record Leaf(
    String path,
    Form.Single form,
    boolean differentiated,
    List<Boolean> returned,
    boolean isInRow,
    boolean isOwn,
    boolean isLost) {
  /** What stands between the name of a part that cannot be read and the numbers of its leaves. */
  public static final String LOST = "#";

  private static final String KIND = ".class";

  public Leaf {
    returned = List.copyOf(returned);
  }

  /** What a value consists of, in order, everything with derivatives differentiated. */
  public static List<Leaf> of(Form form) {
    return of("", form, true);
  }

  /** What a value consists of, in order. */
  static List<Leaf> of(String path, Form form, boolean isWanted) {
    List<Leaf> leaves = new ArrayList<>();
    add(path, form, isWanted, false, leaves);
    return leaves;
  }

  private static void add(
      String path, Form form, boolean isWanted, boolean isWritable, List<Leaf> leaves) {
    if (form instanceof Form.Whole whole) {
      for (Form.Part part : whole.parts()) {
        String inner = path + (part.isKind() ? KIND : "." + part.name());
        add(inner, part.form(), isWanted, isWritable || part.writer().isPresent(), leaves);
      }
    } else if (form instanceof Form.Choice choice) {
      leaves.add(of(path + "." + Form.Choice.NUMBER, choice.number(), false, false));
      for (Form.Option option : choice.options()) {
        add(path + "." + option.name(), option.form(), isWanted, isWritable, leaves);
      }
    } else if (form instanceof Form.Row row) {
      of(path + "[]", row.element(), isWanted).forEach(leaf -> leaves.add(leaf.in(row)));
    } else {
      leaves.add(of(path, (Form.Single) form, isWanted, isWritable));
    }
  }

  private static Leaf of(String path, Form.Single form, boolean isWanted, boolean isWritable) {
    List<Boolean> returned = new ArrayList<>(Collections.nCopies(form.cells(), false));
    if (form.cells() > 0) {
      returned.set(form.cells() - 1, isWritable);
    }
    boolean isOwn = form.cells() > 0 && !form.held().isReference();
    boolean isLost = !form.instead().isEmpty() && !path.endsWith(KIND);
    boolean isDifferentiated = isWanted && form.isDifferentiable();
    return new Leaf(path, form, isDifferentiated, returned, false, isOwn, isLost);
  }

  /** The same part of each element of an array. */
  private Leaf in(Form.Row row) {
    List<Boolean> all = new ArrayList<>(Collections.nCopies(row.cells(), false));
    all.add(row.takesElements());
    all.addAll(returned);
    Form.Single column = new Form.Single(new ArrayType(form.type()), row.cells(), "");
    boolean isNumber = isInRow ? isOwn : !form.held().isReference();
    return new Leaf(path, column, differentiated, all, true, isNumber, isLost);
  }

  /** The type in the IR. */
  public Type type() {
    return form.type();
  }

  /** The path as messages call it: what cannot be read is named as a whole. */
  public String called() {
    return path.contains(LOST) ? path.substring(0, path.indexOf(LOST)) : path;
  }

  /** Whether this is the number that says which kind of object stands somewhere. */
  public boolean isKind() {
    return path.endsWith(KIND);
  }
}
