package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Parameter;
import java.util.Iterator;
import java.util.function.Function;

/** Checks that tangents and adjoints are of the classes that belong to those of the objects. */
final class Fitting {
  private final Members members;
  private final Function<Local, CodeBlock> numbers;

  /**
   * Checks.
   *
   * @param numbers the expression for the number that says of which class an object is
   */
  Fitting(Members members, Function<Local, CodeBlock> numbers) {
    this.members = members;
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
      Iterator<Local> locals = members.locals(parameter).iterator();
      write(code, parameter.form(), parameter.name(), dual, check, locals);
    }
  }

  private void write(
      CodeBlock.Builder code,
      Form form,
      String path,
      CodeBlock dual,
      String check,
      Iterator<Local> locals) {
    if (form instanceof Form.Choice choice) {
      CodeBlock number = numbers.apply(locals.next());
      code.addStatement(
          "$T.$L($S, $L, $L)", JavaTypes.SHAPES, check, path, dual, expected(choice, number));
      for (Form.Option option : choice.options()) {
        if (!option.isNamed()) {
          Leaf.of(option.form()).forEach(leaf -> locals.next());
          continue;
        }
        CodeBlock is = DualPath.EMPTY.option(option).from(dual);
        CodeBlock isOther = DualPath.EMPTY.option(option).isMissing(dual);
        parts(code, option.form(), path, is, isOther, check, locals);
      }
    } else if (form instanceof Form.Whole whole) {
      parts(code, whole, path, dual, CodeBlock.of("$L == null", dual), check, locals);
    } else {
      Leaf.of(form).forEach(leaf -> locals.next());
    }
  }

  private void parts(
      CodeBlock.Builder code,
      Form.Whole whole,
      String path,
      CodeBlock dual,
      CodeBlock isMissing,
      String check,
      Iterator<Local> locals) {
    for (Form.Part part : whole.parts()) {
      if (whole.dualParts().contains(part) && Form.hasChoice(part.form())) {
        CodeBlock inner = CodeBlock.of("($L ? null : $L.$N())", isMissing, dual, part.name());
        write(code, part.form(), path + "." + part.name(), inner, check, locals);
      } else {
        Leaf.of(part.form()).forEach(leaf -> locals.next());
      }
    }
  }

  private static CodeBlock expected(Form.Choice choice, CodeBlock number) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Form.Option option : choice.named()) {
      code.add("$L == $L ? $T.class : ", number, option.number(), JavaTypes.dual(option.form()));
    }
    return code.add("null").build();
  }
}
