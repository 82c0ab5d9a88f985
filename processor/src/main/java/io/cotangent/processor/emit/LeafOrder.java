package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Walks the numbers of the differentiated parameters in their order: arrays row by row, arrays of
 * objects object by object.
 */
final class LeafOrder {
  private final Members members;
  private final NameTable names;
  private final Function<Parameter, CodeBlock> components;

  /**
   * An order of numbers.
   *
   * @param components the expression for the tangent or adjoint of a parameter
   */
  LeafOrder(Members members, NameTable names, Function<Parameter, CodeBlock> components) {
    this.members = members;
    this.names = names;
    this.components = components;
  }

  /** Writes what counts them, if that takes statements; the result is the expression. */
  CodeBlock count(CodeBlock.Builder code) {
    List<CodeBlock> counts = new ArrayList<>();
    if (members.signature().hasRows()) {
      String count = names.fresh("count");
      code.addStatement("int $N = 0", count);
      each(
          (form, access) ->
              code.addStatement(
                  "$N += $L", count, isArray(form) ? counted(access) : CodeBlock.of("1")),
          code);
      return CodeBlock.of("$N", count);
    }
    each((form, access) -> counts.add(isArray(form) ? counted(access) : CodeBlock.of("1")), code);
    return JacobianMethod.sum(counts);
  }

  private static CodeBlock counted(CodeBlock access) {
    return CodeBlock.of("$T.count($L)", JavaTypes.LEAVES, access);
  }

  private static boolean isArray(Form.Single form) {
    return form.held().isReference();
  }

  /** Writes what puts them into an array. */
  void fill(CodeBlock.Builder code, CodeBlock row) {
    String at = names.fresh("at");
    code.addStatement("int $N = 0", at);
    each(
        (form, access) -> {
          if (isArray(form)) {
            code.addStatement("$N = $T.fill($L, $L, $N)", at, JavaTypes.LEAVES, access, row, at);
          } else {
            code.addStatement("$L[$N++] = $L", row, at, access);
          }
        },
        code);
  }

  private interface Action {
    void accept(Form.Single form, CodeBlock access);
  }

  private void each(Action action, CodeBlock.Builder code) {
    for (Parameter parameter : members.signature().differentiated()) {
      each(parameter.form(), components.apply(parameter), action, code);
    }
  }

  private void each(Form form, CodeBlock access, Action action, CodeBlock.Builder code) {
    if (form instanceof Form.Whole whole) {
      for (Form.Part part : whole.dualParts()) {
        each(part.form(), CodeBlock.of("$L.$N()", access, part.name()), action, code);
      }
    } else if (form instanceof Form.Choice choice) {
      for (Form.Option option : choice.named()) {
        if (option.form().isDifferentiable()) {
          DualPath path = DualPath.EMPTY.option(option);
          code.beginControlFlow("if ($L instanceof $T)", access, JavaTypes.dual(option.form()));
          each(option.form(), path.from(access), action, code);
          code.endControlFlow();
        }
      }
    } else if (form instanceof Form.Row row) {
      if (row.isDifferentiable()) {
        String each = names.fresh("each");
        code.beginControlFlow("for ($T $N : $L)", JavaTypes.dual(row.element()), each, access);
        code.beginControlFlow("if ($N != null)", each);
        each(row.element(), CodeBlock.of("$N", each), action, code);
        code.endControlFlow().endControlFlow();
      }
    } else if (form.isDifferentiable()) {
      action.accept((Form.Single) form, access);
    }
  }
}
