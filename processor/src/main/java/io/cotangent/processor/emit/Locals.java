package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Parameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Finds the leaves of a parameter and names what belongs to them. */
final class Locals {
  private final NameTable names;
  private final Parameter parameter;
  private final Iterator<Leaf> leaves;
  private final List<Local> found = new ArrayList<>();

  private Locals(NameTable names, Parameter parameter) {
    this.names = names;
    this.parameter = parameter;
    this.leaves = parameter.leaves().iterator();
  }

  /**
   * The leaves in order.
   *
   * @param bar the name of the parameter's buffer, null if it has none
   * @param dot the name of its tangent, likewise
   */
  static List<Local> of(Parameter parameter, String bar, String dot, NameTable names) {
    CodeBlock name = CodeBlock.of("$N", parameter.name());
    if (parameter.form() instanceof Form.Whole whole) {
      Locals locals = new Locals(names, parameter);
      locals.add(whole, name, "", parameter.name());
      return locals.found;
    }
    Leaf leaf = parameter.leaves().get(0);
    return List.of(new Local(parameter, leaf, name, "", true, parameter.name(), bar, dot));
  }

  private static CodeBlock read(CodeBlock access, Form.Part part) {
    return part.form() instanceof Form.Single single && !single.instead().isEmpty()
        ? CodeBlock.of("$L", single.instead())
        : CodeBlock.of("$L.$L", access, part.reader());
  }

  private void add(Form.Whole whole, CodeBlock access, String dualAccess, String hint) {
    for (Form.Part part : whole.parts()) {
      CodeBlock read = read(access, part);
      String dual = dualAccess + "." + part.name() + "()";
      String plain = part.isKind() ? "kind" : part.name();
      String name = hint + Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
      if (part.form() instanceof Form.Whole inner) {
        add(inner, read, dual, name);
      } else {
        Leaf leaf = leaves.next();
        String bar = leaf.differentiated() ? names.fresh(name + "Bar") : null;
        String dot = leaf.differentiated() ? names.fresh(name + "Dot") : null;
        boolean isInDual = whole.dualParts().contains(part);
        String own = names.fresh(name);
        found.add(new Local(parameter, leaf, read, dual, isInDual, own, bar, dot));
      }
    }
  }
}
