package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Parameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Finds the leaves of a parameter and names what belongs to them. */
final class Locals {
  private final NameTable names;
  private final Parameter parameter;
  private final Iterator<Leaf> leaves;
  private final Rows rows;
  private final List<Local> found = new ArrayList<>();

  private Locals(NameTable names, Parameter parameter, Rows rows) {
    this.names = names;
    this.rows = rows;
    this.parameter = parameter;
    this.leaves = parameter.leaves().iterator();
  }

  /**
   * The leaves in order.
   *
   * @param bar the name of the parameter's buffer, null if it has none
   * @param dot the name of its tangent, likewise
   */
  static List<Local> of(Parameter parameter, String bar, String dot, NameTable names, Rows rows) {
    CodeBlock name = CodeBlock.of("$N", parameter.name());
    if (parameter.form() instanceof Form.Single) {
      Leaf leaf = parameter.leaves().get(0);
      String own = parameter.name();
      return List.of(new Local(parameter, leaf, name, Optional.empty(), "", true, own, bar, dot));
    }
    Locals locals = new Locals(names, parameter, rows);
    locals.add(parameter.form(), name, "", parameter.name(), true);
    return locals.found;
  }

  /** What stands for a part of an object. */
  static CodeBlock read(CodeBlock access, Form.Part part) {
    return part.form() instanceof Form.Single single && !single.instead().isEmpty()
        ? CodeBlock.of("$L", single.instead())
        : CodeBlock.of("$L.$L", access, part.reader());
  }

  /** A name for what a path leads to: {@code allCenterX} for {@code all[].center.x}. */
  static String suffixed(String hint, String path) {
    StringBuilder name = new StringBuilder(hint);
    for (String part : path.replace("[]", "").split("\\.")) {
      String plain = part.equals("class") ? "kind" : part;
      if (name.isEmpty() || plain.isEmpty()) {
        name.append(plain);
      } else {
        name.append(Character.toUpperCase(plain.charAt(0))).append(plain.substring(1));
      }
    }
    return name.toString();
  }

  private void add(Form form, CodeBlock access, String dual, String hint, boolean isInDual) {
    if (form instanceof Form.Whole whole) {
      for (Form.Part part : whole.parts()) {
        String name = suffixed(hint, part.isKind() ? "class" : part.name());
        boolean isKept = whole.dualParts().contains(part);
        add(part.form(), read(access, part), dual + "." + part.name() + "()", name, isKept);
      }
    } else if (form instanceof Form.Row row) {
      addRow(row, access, dual, hint, isInDual);
    } else {
      add(leaves.next(), access, Optional.empty(), dual, isInDual, hint);
    }
  }

  private void addRow(Form.Row row, CodeBlock access, String dual, String hint, boolean isInDual) {
    List<Leaf> own = Rows.leaves(row);
    List<Boolean> needed = Rows.needed(row, true);
    for (int i = 0; i < own.size(); i++) {
      Local.Column column = new Local.Column(rows, row, i);
      String name = suffixed(hint, own.get(i).path());
      add(leaves.next(), access, Optional.of(column), dual, isInDual && needed.get(i), name);
    }
  }

  private void add(
      Leaf leaf,
      CodeBlock access,
      Optional<Local.Column> column,
      String dual,
      boolean isInDual,
      String name) {
    String bar = leaf.differentiated() ? names.fresh(name + "Bar") : null;
    String dot = leaf.differentiated() ? names.fresh(name + "Dot") : null;
    String own = names.fresh(name);
    found.add(new Local(parameter, leaf, access, column, dual, isInDual, own, bar, dot));
  }
}
