package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Parameter;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Between the objects users pass and the leaves everything is computed with. Parameters that are
 * not taken apart are their own leaves: for them nothing is written.
 */
final class Packing {
  private final Members members;

  Packing(Members members) {
    this.members = members;
  }

  /** Declares variables for the leaves that are needed. */
  void unpack(CodeBlock.Builder code, Predicate<Local> isNeeded) {
    for (Local local : members.locals()) {
      if (!local.isWhole() && isNeeded.test(local)) {
        code.addStatement("$T $N = $L", JavaTypes.of(local.type()), local.name(), local.access());
      }
    }
  }

  /** Declares variables for the tangents of all differentiated leaves. */
  void unpackTangents(CodeBlock.Builder code) {
    for (Local local : members.differentiated()) {
      if (!local.isWhole()) {
        code.addStatement(
            "$T $N = $N$L",
            JavaTypes.of(local.type()),
            local.dot(),
            members.dot(local.parameter()),
            local.dualAccess());
      }
    }
  }

  /** Declares buffers for all differentiated leaves, with what the caller's buffers hold. */
  void unpackBuffers(CodeBlock.Builder code) {
    for (Local local : members.differentiated()) {
      if (local.isWhole()) {
        continue;
      }
      CodeBlock element = CodeBlock.of("$N[0]", members.bar(local.parameter()));
      CodeBlock isZero = isNull(element, local.dualAccess());
      if (local.isArray()) {
        code.addStatement(
            "$T $N = $L ? $T.zerosLike($N) : $L$L",
            JavaTypes.of(local.type()),
            local.bar(),
            isZero,
            JavaTypes.SHADOWS,
            local.name(),
            element,
            local.dualAccess());
      } else {
        code.addStatement(
            "$T[] $N = {$L ? 0 : $L$L}",
            JavaTypes.of(local.type()),
            local.bar(),
            isZero,
            element,
            local.dualAccess());
      }
    }
  }

  /** Whether the element, or an object in it on the way to the leaf, is null. */
  private static CodeBlock isNull(CodeBlock element, String dualAccess) {
    CodeBlock.Builder code = CodeBlock.builder().add("$L == null", element);
    for (int dot = dualAccess.indexOf('.', 1); dot > 0; dot = dualAccess.indexOf('.', dot + 1)) {
      code.add(" || $L$L == null", element, dualAccess.substring(0, dot));
    }
    return code.build();
  }

  /** Puts what the leaves' buffers hold into the caller's. */
  void packBuffers(CodeBlock.Builder code) {
    for (Parameter parameter : members.signature().differentiated()) {
      if (parameter.form() instanceof Form.Whole) {
        code.addStatement("$N[0] = $L", members.bar(parameter), dual(parameter, Local::found));
      }
    }
  }

  /** Whether there is anything {@link #packBuffers} has to do. */
  boolean hasBuffersToPack() {
    return members.signature().differentiated().stream()
        .anyMatch(p -> p.form() instanceof Form.Whole);
  }

  /** Declares a buffer of zeros for each differentiated leaf. */
  void declareZeros(CodeBlock.Builder code, Predicate<Local> isNeeded) {
    members.differentiated().stream().filter(isNeeded).forEach(local -> declareZeros(code, local));
  }

  private static void declareZeros(CodeBlock.Builder code, Local local) {
    if (local.isArray()) {
      code.addStatement(
          "$T $N = $T.zerosLike($N)",
          JavaTypes.of(local.type()),
          local.bar(),
          JavaTypes.SHADOWS,
          local.name());
    } else {
      code.addStatement(
          "$T[] $N = new $T[1]",
          JavaTypes.of(local.type()),
          local.bar(),
          JavaTypes.of(local.type()));
    }
  }

  /** A tangent or adjoint of a parameter; what has no derivatives is the argument's. */
  CodeBlock dual(Parameter parameter, Function<Local, CodeBlock> number) {
    return dual(parameter, number, Local::access);
  }

  /** The same, with an expression for what has no derivatives. */
  CodeBlock dual(
      Parameter parameter, Function<Local, CodeBlock> number, Function<Local, CodeBlock> passive) {
    Iterator<CodeBlock> leaves =
        members.locals(parameter).stream()
            .map(local -> local.isDifferentiated() ? number.apply(local) : passive.apply(local))
            .iterator();
    return ResultExprs.assembleDual(parameter.form(), leaves);
  }
}
