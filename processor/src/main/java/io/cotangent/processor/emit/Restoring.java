package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives objects back what they held, so that a method that changes them can run once more: their
 * fields from the variables they were taken apart into, and what arrays in them held.
 */
final class Restoring {
  private final Members members;
  private final Packing packing;
  private final CodeBlock.Builder contents = CodeBlock.builder();

  Restoring(Members members, Packing packing) {
    this.members = members;
    this.packing = packing;
  }

  /** Whether the parameter is an object that a copy cannot stand for. */
  boolean isObject(Parameter parameter) {
    return !parameter.form().isOwnDual()
        && members.locals(parameter).stream().anyMatch(members::isWritten);
  }

  /** Writes what keeps the contents of arrays, once everything has been taken apart. */
  void keep(CodeBlock.Builder code, NameTable names) {
    for (Local local : changedInPlace()) {
      String kept = names.fresh(local.name() + "Before");
      CodeBlock array = local.inside(local.name());
      code.addStatement(
          "$T $N = $T.copy($L)", JavaTypes.of(local.held()), kept, JavaTypes.SHADOWS, array);
      contents.addStatement("$T.restore($L, $N)", JavaTypes.LEAVES, array, kept);
    }
  }

  private List<Local> changedInPlace() {
    List<Local> found = new ArrayList<>();
    for (Parameter parameter : members.signature().parameters()) {
      if (isObject(parameter)) {
        members.locals(parameter).stream()
            .filter(l -> l.holdsArray() && members.isWritten(l))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** Writes what gives everything back. */
  void restore(CodeBlock.Builder code) {
    packing.putBack(code);
    code.add(contents.build());
  }

  /** Whether there is anything to give back. */
  boolean isNeeded() {
    return packing.hasFieldsToPutBack() || !changedInPlace().isEmpty();
  }
}
