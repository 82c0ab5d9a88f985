package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Parameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
        declare(code, local, local.name(), local.around(local.access()));
      }
    }
  }

  /** Whether a leaf is needed even where the method does not use it. */
  boolean isNeeded(Local local) {
    return local.holdsArray() && local.leaf().form().instead().isEmpty() || isChanged(local);
  }

  private static void declare(CodeBlock.Builder code, Local local, String name, CodeBlock value) {
    code.addStatement("$T $N = $L", JavaTypes.of(local.type()), name, value);
  }

  /** Declares variables for the tangents of all differentiated leaves. */
  void unpackTangents(CodeBlock.Builder code) {
    for (Local local : members.differentiated()) {
      if (!local.isWhole()) {
        CodeBlock dot = CodeBlock.of("$N$L", members.dot(local.parameter()), local.dualAccess());
        declare(code, local, local.dot(), local.around(dot));
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
      CodeBlock zero =
          local.holdsArray()
              ? CodeBlock.of("$T.zerosLike($L)", JavaTypes.SHADOWS, local.inside(local.name()))
              : CodeBlock.of("0");
      CodeBlock isZero = isNull(element, local.dualAccess());
      CodeBlock held = CodeBlock.of("$L ? $L : $L$L", isZero, zero, element, local.dualAccess());
      if (local.isArray()) {
        declare(code, local, local.bar(), local.around(held));
      } else {
        code.addStatement("$T[] $N = {$L}", JavaTypes.of(local.type()), local.bar(), held);
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

  /** Whether the method changes fields. */
  boolean hasFieldsToPutBack() {
    return members.locals().stream().anyMatch(this::isChanged);
  }

  private boolean isChanged(Local local) {
    return local.cells() > 0 && members.isWritten(local);
  }

  /** Puts the final contents of changed fields back into the caller's objects. */
  void putBack(CodeBlock.Builder code) {
    for (Parameter parameter : members.signature().parameters()) {
      Iterator<Local> locals = members.locals(parameter).iterator();
      putBack(code, parameter.form(), CodeBlock.of("$N", parameter.name()), locals);
    }
  }

  private void putBack(
      CodeBlock.Builder code, Form form, CodeBlock access, Iterator<Local> locals) {
    if (!(form instanceof Form.Whole whole)) {
      locals.next();
      return;
    }
    for (Form.Part part : whole.parts()) {
      List<Local> own = new ArrayList<>();
      new Parameter("", part.form(), false).leaves().forEach(leaf -> own.add(locals.next()));
      if (part.writer().isEmpty()) {
        putBack(code, part.form(), CodeBlock.of("$L.$L", access, part.reader()), own.iterator());
      } else if (own.stream().anyMatch(this::isChanged)) {
        String[] around = part.writer().get().split("#", -1);
        code.addStatement("$L.$L$L$L", access, around[0], content(part.form(), own), around[1]);
      }
    }
  }

  private static CodeBlock content(Form form, List<Local> own) {
    Local first = own.get(0);
    if (form instanceof Form.Single) {
      return first.inside(first.name());
    }
    // A field that holds a record: the first leaf says whether that is null.
    List<CodeBlock> leaves = own.stream().map(l -> l.inside(l.name())).toList();
    return CodeBlock.of(
        "$L == $L ? $L : null",
        first.inside(first.name()),
        first.leaf().form().instead(),
        ResultExprs.assemble(form, leaves.iterator()));
  }
}
