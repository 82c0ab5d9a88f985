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

  /** Whether the next leaf says that the object at hand is there. */
  private boolean isIdentity;

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
      return List.of(
          new Local(
              parameter,
              leaf,
              name,
              List.of(),
              false,
              Optional.empty(),
              DualPath.EMPTY,
              true,
              own,
              bar,
              dot));
    }
    Locals locals = new Locals(names, parameter, rows);
    locals.add(parameter.form(), new Way(name, List.of(), DualPath.EMPTY, parameter.name(), true));
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
    for (String part : path.replace("[]", "").replace(Leaf.LOST, "_").split("\\.")) {
      String plain = part.equals("class") ? "kind" : part;
      if (name.isEmpty() || plain.isEmpty()) {
        name.append(plain);
      } else {
        name.append(Character.toUpperCase(plain.charAt(0))).append(plain.substring(1));
      }
    }
    return name.toString();
  }

  /**
   * How a part is reached.
   *
   * @param access from the parameter
   * @param tests what must hold for it to be there
   * @param dual from a tangent or an adjoint
   * @param hint what it is called
   * @param isInDual whether tangents and adjoints have it
   */
  private record Way(
      CodeBlock access, List<CodeBlock> tests, DualPath dual, String hint, boolean isInDual) {
    Way named(String name) {
      return new Way(access, tests, dual, suffixed(hint, name), isInDual);
    }
  }

  private void add(Form form, Way way) {
    if (form instanceof Form.Whole whole) {
      whole.parts().forEach(part -> addPart(whole, part, way));
    } else if (form instanceof Form.Choice choice) {
      addChoice(choice, way);
    } else if (form instanceof Form.Row row) {
      addRow(row, way);
    } else {
      add(leaves.next(), Optional.empty(), way);
    }
  }

  private void addPart(Form.Whole whole, Form.Part part, Way way) {
    String name = suffixed(way.hint(), part.isKind() ? "class" : part.name());
    boolean isKept = whole.dualParts().contains(part);
    DualPath dual = way.dual().part(part.name());
    CodeBlock access = read(way.access(), part);
    add(part.form(), new Way(access, way.tests(), dual, name, isKept));
  }

  private void addChoice(Form.Choice choice, Way way) {
    CodeBlock which = rows.number(choice, way.access());
    DualPath none = way.dual().part(Form.Choice.NUMBER);
    Way number = new Way(which, way.tests(), none, way.hint(), true);
    add(leaves.next(), Optional.empty(), number.named(Form.Choice.NUMBER));
    for (Form.Option option : choice.options()) {
      if (!option.isNamed()) {
        add(option.form(), way.named(option.name()));
        continue;
      }
      List<CodeBlock> tests = new ArrayList<>(way.tests());
      tests.add(rows.is(choice, option, way.access()));
      CodeBlock access = CodeBlock.of("(($T) $L)", JavaTypes.of(option.form()), way.access());
      DualPath dual = way.dual().option(option);
      Way inner = new Way(access, tests, dual, way.hint(), way.isInDual());
      addOption(option.form(), inner.named(option.name()));
    }
  }

  private void addOption(Form.Whole whole, Way way) {
    for (int i = 0; i < whole.parts().size(); i++) {
      isIdentity = i == whole.identity();
      addPart(whole, whole.parts().get(i), way);
    }
  }

  private void addRow(Form.Row row, Way way) {
    List<Leaf> own = Rows.leaves(row);
    List<Boolean> needed = RowFilling.needed(row, true);
    for (int i = 0; i < own.size(); i++) {
      Local.Column column = new Local.Column(rows, row, i);
      String name = suffixed(way.hint(), own.get(i).path());
      boolean isInDual = way.isInDual() && needed.get(i);
      Way part = new Way(way.access(), way.tests(), way.dual(), name, isInDual);
      add(leaves.next(), Optional.of(column), part);
    }
  }

  private void add(Leaf leaf, Optional<Local.Column> column, Way way) {
    boolean isFirst = isIdentity;
    isIdentity = false;
    String bar = leaf.differentiated() ? names.fresh(way.hint() + "Bar") : null;
    String dot = leaf.differentiated() ? names.fresh(way.hint() + "Dot") : null;
    String own = names.fresh(way.hint());
    found.add(
        new Local(
            parameter,
            leaf,
            way.access(),
            way.tests(),
            isFirst,
            column,
            way.dual(),
            way.isInDual(),
            own,
            bar,
            dot));
  }
}
