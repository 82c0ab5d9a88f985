package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The checks of arguments that run before anything is computed. */
final class Checks {
  private final Members members;

  Checks(Members members) {
    this.members = members;
  }

  /** Every buffer has the shape of its parameter. */
  void buffers(CodeBlock.Builder code, Function<Parameter, String> buffer) {
    for (Parameter parameter : members.signature().differentiated()) {
      String name = buffer.apply(parameter);
      if (parameter.type() instanceof ArrayType) {
        shape(code, parameter, name);
      } else {
        code.addStatement(
            "$T.requireScalar($S, $N)",
            JavaTypes.SHAPES,
            parameter.name() + ": buffer " + name,
            name);
      }
    }
  }

  /** Every tangent of an array has the shape of its parameter. */
  void tangents(CodeBlock.Builder code, Function<Parameter, String> tangent) {
    for (Parameter parameter : members.signature().differentiated()) {
      if (parameter.type() instanceof ArrayType) {
        shape(code, parameter, tangent.apply(parameter));
      }
    }
  }

  private static void shape(CodeBlock.Builder code, Parameter parameter, String name) {
    code.addStatement(
        "$T.require($S, $N, $N)",
        JavaTypes.SHAPES,
        parameter.name() + ": " + name,
        parameter.name(),
        name);
  }

  /** No array that is written is also another argument. */
  void distinct(CodeBlock.Builder code) {
    for (Parameter parameter : writtenMatrices()) {
      code.addStatement(
          "$T.requireDistinctRows($S, $N)", JavaTypes.SHAPES, parameter.name(), parameter.name());
    }
    pairs((a, b) -> distinct(code, a, b));
  }

  /** Where an array that is written is also another argument, their buffers are one as well. */
  void sameAliasing(CodeBlock.Builder code, Function<Parameter, String> buffer) {
    for (Parameter matrix : writtenMatrices()) {
      if (matrix.differentiated()) {
        sameAliasing(code, buffer, matrix, matrix);
      } else {
        code.addStatement(
            "$T.requireDistinctRows($S, $N)", JavaTypes.SHAPES, matrix.name(), matrix.name());
      }
    }
    pairs(
        (a, b) -> {
          if (a.differentiated() && b.differentiated()) {
            sameAliasing(code, buffer, a, b);
          } else {
            distinct(code, a, b);
          }
        });
  }

  private static void sameAliasing(
      CodeBlock.Builder code, Function<Parameter, String> buffer, Parameter a, Parameter b) {
    code.addStatement(
        "$T.requireSameAliasing($S, $N, $N, $S, $N, $N)",
        JavaTypes.SHAPES,
        a.name(),
        a.name(),
        buffer.apply(a),
        b.name(),
        b.name(),
        buffer.apply(b));
  }

  /** The written parameters whose rows could be one array. */
  private List<Parameter> writtenMatrices() {
    return members.signature().parameters().stream()
        .filter(p -> members.isWritten(p) && p.type() instanceof ArrayType a && a.rank() > 1)
        .toList();
  }

  private static void distinct(CodeBlock.Builder code, Parameter a, Parameter b) {
    code.addStatement(
        "$T.requireDistinct($S, $N, $S, $N)",
        JavaTypes.SHAPES,
        a.name(),
        a.name(),
        b.name(),
        b.name());
  }

  /** Whether two differentiated arguments overlap; empty if they cannot. */
  Optional<CodeBlock> overlap() {
    List<CodeBlock> tests = new ArrayList<>();
    pairs(
        (a, b) -> {
          if (a.differentiated() && b.differentiated()) {
            tests.add(CodeBlock.of("$T.share($N, $N)", JavaTypes.SHAPES, a.name(), b.name()));
          }
        });
    return tests.isEmpty() ? Optional.empty() : Optional.of(CodeBlock.join(tests, " || "));
  }

  private interface Pair {
    void accept(Parameter a, Parameter b);
  }

  /** The pairs of arrays that could be one and of which one is written. */
  private void pairs(Pair action) {
    List<Parameter> parameters = members.signature().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      for (int j = i + 1; j < parameters.size(); j++) {
        Parameter a = parameters.get(i);
        Parameter b = parameters.get(j);
        boolean isWritten = members.isWritten(a) || members.isWritten(b);
        if (isWritten && mayShare(a, b)) {
          action.accept(a, b);
        }
      }
    }
  }

  private static boolean mayShare(Parameter a, Parameter b) {
    return a.type() instanceof ArrayType first
        && b.type() instanceof ArrayType second
        && first.innermost().equals(second.innermost());
  }
}
