package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Parameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Checks that tangents and adjoints are of the classes that belong to those of the objects. */
final class Fitting {
  private final Members members;
  private final NameTable names;
  private final Function<Local, CodeBlock> numbers;

  /**
   * Checks.
   *
   * @param names of what is around them
   * @param numbers the expression for the number that says of which class an object is, or for the
   *     numbers of all elements of an array
   */
  Fitting(Members members, NameTable names, Function<Local, CodeBlock> numbers) {
    this.members = members;
    this.names = names;
    this.numbers = numbers;
  }

  /** Requires a tangent or a seed of the argument. */
  void require(CodeBlock.Builder code, Parameter parameter, CodeBlock dual) {
    write(code, parameter, dual, "requireDual");
  }

  /** The same where null stands for zeros. */
  void requireIfAny(CodeBlock.Builder code, Parameter parameter, CodeBlock dual) {
    write(code, parameter, dual, "requireDualIfAny");
  }

  private void write(CodeBlock.Builder code, Parameter parameter, CodeBlock dual, String check) {
    if (Form.hasChoice(parameter.form())) {
      Iterator<CodeBlock> leaves = members.locals(parameter).stream().map(numbers).iterator();
      write(code, parameter.form(), new Place(parameter.name(), dual, check), leaves);
    }
  }

  /**
   * Where a tangent or adjoint is.
   *
   * @param path as messages call it
   * @param check the method that checks it
   */
  private record Place(String path, CodeBlock dual, String check) {
    /** Whether it is that of a whole parameter. */
    boolean isParameter() {
      return path.indexOf('.') < 0 && path.indexOf('[') < 0;
    }

    Place part(String name, CodeBlock isMissing, CodeBlock of) {
      CodeBlock inner = CodeBlock.of("($L ? null : $L.$N())", isMissing, of, name);
      return new Place(path + "." + name, inner, check);
    }
  }

  private void write(CodeBlock.Builder code, Form form, Place place, Iterator<CodeBlock> leaves) {
    CodeBlock dual = place.dual();
    if (form instanceof Form.Choice choice) {
      choice(code, choice, place, leaves);
    } else if (form instanceof Form.Row row && Form.hasChoice(row)) {
      row(code, row, place, leaves);
    } else if (form instanceof Form.Whole whole) {
      parts(code, whole, place, dual, CodeBlock.of("$L == null", dual), leaves);
    } else {
      Leaf.of(form).forEach(leaf -> leaves.next());
    }
  }

  private void choice(
      CodeBlock.Builder code, Form.Choice choice, Place place, Iterator<CodeBlock> leaves) {
    CodeBlock expected = expected(choice, leaves.next());
    CodeBlock dual = place.dual();
    code.addStatement(
        "$T.$L($S, $L, $L)", JavaTypes.SHAPES, place.check(), place.path(), dual, expected);
    for (Form.Option option : choice.options()) {
      if (option.isNamed()) {
        CodeBlock is = DualPath.EMPTY.option(option).from(dual);
        CodeBlock isOther = DualPath.EMPTY.option(option).isMissing(dual);
        parts(code, option.form(), place, is, isOther, leaves);
      } else {
        Leaf.of(option.form()).forEach(leaf -> leaves.next());
      }
    }
  }

  private void parts(
      CodeBlock.Builder code,
      Form.Whole whole,
      Place place,
      CodeBlock dual,
      CodeBlock isMissing,
      Iterator<CodeBlock> leaves) {
    for (Form.Part part : whole.parts()) {
      if (whole.dualParts().contains(part) && Form.hasChoice(part.form())) {
        write(code, part.form(), place.part(part.name(), isMissing, dual), leaves);
      } else {
        Leaf.of(part.form()).forEach(leaf -> leaves.next());
      }
    }
  }

  private void row(CodeBlock.Builder code, Form.Row row, Place place, Iterator<CodeBlock> leaves) {
    List<CodeBlock> columns = Leaf.of(row).stream().map(leaf -> leaves.next()).toList();
    if (place.isParameter()) {
      elements(code, row, place, columns);
      return;
    }
    CodeBlock duals = CodeBlock.of("$N", names.fresh("duals"));
    code.addStatement("$T $L = $L", JavaTypes.dual(row), duals, place.dual());
    code.beginControlFlow("if ($L != null)", duals);
    elements(code, row, new Place(place.path(), duals, place.check()), columns);
    code.endControlFlow();
  }

  /** Null in place of an element stands for zeros. */
  private void elements(
      CodeBlock.Builder code, Form.Row row, Place place, List<CodeBlock> columns) {
    CodeBlock duals = place.dual();
    String index = names.fresh("i");
    code.addStatement(
        "$T.requireLength($S, $L, $L)", JavaTypes.SHAPES, place.path(), columns.get(0), duals);
    code.beginControlFlow("for (int $N = 0; $N < $L.length; $N++)", index, index, duals, index);
    CodeBlock dual = CodeBlock.of("$L[$N]", duals, index);
    Place element = new Place(place.path() + "[]", dual, "requireDualIfAny");
    List<CodeBlock> parts = new ArrayList<>();
    for (Leaf leaf : Leaf.of(row.element())) {
      CodeBlock part = CodeBlock.of("$L[$N]", columns.get(parts.size()), index);
      parts.add(leaf.form().cells() == 0 ? part : inside(part, leaf.form()));
    }
    write(code, row.element(), element, parts.iterator());
    code.endControlFlow();
  }

  /** What cells around a part of an element hold, if that is there. */
  private static CodeBlock inside(CodeBlock part, Form.Single form) {
    String cells = "[0]".repeat(form.cells());
    return CodeBlock.of("($L == null ? $L : $L$L)", part, Form.nothing(form.held()), part, cells);
  }

  private static CodeBlock expected(Form.Choice choice, CodeBlock number) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Form.Option option : choice.named()) {
      code.add("$L == $L ? $T.class : ", number, option.number(), JavaTypes.dual(option.form()));
    }
    return code.add("null").build();
  }
}
