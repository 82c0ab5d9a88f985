package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Parameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
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
    for (Parameter parameter : members.signature().parameters()) {
      Iterator<Local> locals = members.locals(parameter).iterator();
      requireObjects(
          code, parameter.form(), CodeBlock.of("$N", parameter.name()), locals, isNeeded);
    }
    for (Local local : members.locals()) {
      boolean isChoice = local.leaf().form().isChoice();
      if (!local.isWhole() && (isChoice || isNeeded.test(local))) {
        declare(code, local, local.name(), local.initial());
      }
    }
  }

  /**
   * Refuses null where an object was expected and none of its parts is read.
   *
   * @param locals the next leaves
   * @return whether null is refused
   */
  private static boolean requireObjects(
      CodeBlock.Builder code,
      Form form,
      CodeBlock access,
      Iterator<Local> locals,
      Predicate<Local> isNeeded) {
    if (!(form instanceof Form.Whole whole)) {
      boolean isRead = false;
      for (int i = 0; i < Leaf.of(form).size(); i++) {
        Local local = locals.next();
        isRead |= local.leaf().form().instead().isEmpty() && isNeeded.test(local);
      }
      return isRead;
    }
    boolean isRead = false;
    for (Form.Part part : whole.parts()) {
      CodeBlock inner = CodeBlock.of("$L.$L", access, part.reader());
      isRead |= requireObjects(code, part.form(), inner, locals, isNeeded);
    }
    if (!isRead) {
      code.addStatement("$T.requireNonNull($L, $S)", Objects.class, access, access.toString());
    }
    return true;
  }

  /** Whether a leaf is needed even where the method does not use it. */
  boolean isNeeded(Local local) {
    if (local.leaf().form().isChoice()) {
      return true;
    }
    if (local.column().isPresent()) {
      return local.parameter().differentiated() && local.isInDual() || isPartOfChanged(local);
    }
    return local.holdsArray() && local.leaf().form().instead().isEmpty() || isChanged(local);
  }

  private static void declare(CodeBlock.Builder code, Local local, String name, CodeBlock value) {
    code.addStatement("$T $N = $L", JavaTypes.of(local.type()), name, value);
  }

  /** Declares variables for the tangents of all differentiated leaves. */
  void unpackTangents(CodeBlock.Builder code, NameTable names) {
    Fitting fitting = new Fitting(members, names, l -> l.inside(l.name()));
    for (Parameter parameter : members.signature().differentiated()) {
      fitting.require(code, parameter, CodeBlock.of("$N", members.dot(parameter)));
    }
    for (Local local : members.differentiated()) {
      if (!local.isWhole()) {
        CodeBlock whole = CodeBlock.of("$N", members.dot(local.parameter()));
        CodeBlock dot = local.dual(whole, local.leaf().path() + ": " + local.dot(), zeros(local));
        declare(code, local, local.dot(), local.holding(dot));
      }
    }
  }

  /** Declares buffers for all differentiated leaves, with what the caller's buffers hold. */
  void unpackBuffers(CodeBlock.Builder code, NameTable names) {
    Fitting fitting = new Fitting(members, names, l -> l.inside(l.name()));
    for (Parameter parameter : members.signature().differentiated()) {
      fitting.requireIfAny(code, parameter, buffer(parameter));
    }
    for (Local local : members.differentiated()) {
      if (local.isWhole()) {
        continue;
      }
      CodeBlock held = buffer(local);
      if (local.isArray()) {
        declare(code, local, local.bar(), local.holding(held));
      } else {
        code.addStatement("$T[] $N = {$L}", JavaTypes.of(local.type()), local.bar(), held);
      }
    }
  }

  private CodeBlock buffer(Parameter parameter) {
    String bar = members.bar(parameter);
    return Members.isArray(parameter) ? CodeBlock.of("$N", bar) : CodeBlock.of("$N[0]", bar);
  }

  /** What the caller's buffer holds for a leaf, zeros if that is null. */
  private CodeBlock buffer(Local local) {
    CodeBlock zero = local.holdsArray() ? zeros(local) : CodeBlock.of("0");
    String what = local.leaf().path() + ": " + local.bar();
    CodeBlock bar = CodeBlock.of("$N", members.bar(local.parameter()));
    if (Members.isArray(local.parameter())) {
      return local.dual(bar, what, zero);
    }
    CodeBlock element = CodeBlock.of("$L[0]", bar);
    CodeBlock isZero = local.dualPath().isMissing(element);
    CodeBlock found =
        local.column().isPresent()
            ? local.dual(element, what, zero)
            : local.dualPath().from(element);
    return CodeBlock.of("$L ? $L : $L", isZero, zero, found);
  }

  private static CodeBlock zeros(Local local) {
    return CodeBlock.of("$T.zerosLike($L)", JavaTypes.SHADOWS, local.inside(local.name()));
  }

  /** Puts what the leaves' buffers hold into the caller's. */
  void packBuffers(CodeBlock.Builder code) {
    for (Parameter parameter : members.signature().differentiated()) {
      if (parameter.form() instanceof Form.Whole || parameter.form() instanceof Form.Choice) {
        code.addStatement("$N[0] = $L", members.bar(parameter), dual(parameter, Local::found));
      } else if (parameter.form() instanceof Form.Row row) {
        CodeBlock bar = CodeBlock.of("$N", members.bar(parameter));
        List<CodeBlock> leaves = dualLeaves(parameter, Local::found, Packing::held);
        code.addStatement("$L", members.rows().fill(row, true, bar, leaves));
      }
    }
  }

  /** Whether there is anything {@link #packBuffers} has to do. */
  boolean hasBuffersToPack() {
    return members.signature().differentiated().stream()
        .anyMatch(p -> !(p.form() instanceof Form.Single));
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
    return dual(parameter, number, Packing::held);
  }

  /** The same, with an expression for what has no derivatives. */
  CodeBlock dual(
      Parameter parameter, Function<Local, CodeBlock> number, Function<Local, CodeBlock> passive) {
    List<CodeBlock> leaves = dualLeaves(parameter, number, passive);
    return members.results().assembleDual(parameter.form(), leaves.iterator());
  }

  private List<CodeBlock> dualLeaves(
      Parameter parameter, Function<Local, CodeBlock> number, Function<Local, CodeBlock> passive) {
    return members.locals(parameter).stream()
        .map(local -> local.isDifferentiated() ? number.apply(local) : passive(local, passive))
        .toList();
  }

  /** Where elements are replaced, the kinds of those that were there are not known. */
  private CodeBlock passive(Local local, Function<Local, CodeBlock> passive) {
    return isReplacedKind(local) ? CodeBlock.of("null") : passive.apply(local);
  }

  /** Whether a local says which elements of an array are null, and does not stay as it is. */
  boolean isReplacedKind(Local local) {
    return local.column().isPresent() && local.leaf().isKind() && isChanged(local);
  }

  /** A part of the argument: parts of elements are in variables. */
  private static CodeBlock held(Local local) {
    boolean isVariable = local.column().isPresent() || local.leaf().form().isChoice();
    return isVariable ? local.inside(local.name()) : local.access();
  }

  /** Whether the method changes fields. */
  boolean hasFieldsToPutBack() {
    return members.locals().stream().anyMatch(this::isChanged);
  }

  private boolean isChanged(Local local) {
    return members.derived().isChanged(local.leaf());
  }

  /** Whether generated code puts elements into the array of which the local is a part. */
  private boolean isPartOfChanged(Local local) {
    return members.locals(local.parameter()).stream()
        .anyMatch(l -> l.column().isPresent() && isChanged(l));
  }

  /** Puts the final contents of changed fields and arrays back into the caller's objects. */
  void putBack(CodeBlock.Builder code) {
    new PuttingBack(members).write(code);
  }

  /** Puts the final tangents of changed arrays of objects into those of the caller. */
  void putTangentsBack(CodeBlock.Builder code) {
    eachChanged(
        (row, dot, leaves) -> {
          CodeBlock fill = members.rows().fill(row, true, dot.access(), leaves);
          if (dot.tests().isEmpty()) {
            code.addStatement("$L", fill);
          } else {
            code.beginControlFlow("if ($L)", dot.test()).addStatement("$L", fill).endControlFlow();
          }
        });
  }

  /** The arrays of tangents that {@link #putTangentsBack} writes to. */
  List<CodeBlock> changedTangents() {
    List<CodeBlock> found = new ArrayList<>();
    eachChanged((row, dot, leaves) -> found.add(dot.orNull()));
    return found;
  }

  /**
   * An array of tangents.
   *
   * @param tests what must hold for it to be there
   */
  private record Dot(CodeBlock access, List<CodeBlock> tests) {
    Dot part(String name) {
      return new Dot(CodeBlock.of("$L.$N()", access, name), tests);
    }

    Dot option(Form.Option option) {
      DualPath path = DualPath.EMPTY.option(option);
      List<CodeBlock> more = new ArrayList<>(tests);
      path.fits(access).ifPresent(more::add);
      return new Dot(path.from(access), more);
    }

    CodeBlock test() {
      return CodeBlock.join(tests, " && ");
    }

    CodeBlock orNull() {
      return tests.isEmpty() ? access : CodeBlock.of("$L ? $L : null", test(), access);
    }
  }

  private interface Action {
    void accept(Form.Row row, Dot dot, List<CodeBlock> leaves);
  }

  private void eachChanged(Action action) {
    for (Parameter parameter : members.signature().differentiated()) {
      List<Local> own = members.locals(parameter);
      if (own.stream().anyMatch(l -> l.column().isPresent() && isChanged(l))) {
        CodeBlock dot = CodeBlock.of("$N", members.dot(parameter));
        Iterator<CodeBlock> leaves =
            dualLeaves(parameter, l -> l.inside(l.dot()), Packing::held).iterator();
        eachRow(parameter.form(), new Dot(dot, List.of()), leaves, action);
      }
    }
  }

  private void eachRow(Form form, Dot dot, Iterator<CodeBlock> leaves, Action action) {
    if (form instanceof Form.Choice choice) {
      leaves.next();
      for (Form.Option option : choice.options()) {
        Action inner = option.isNamed() ? action : (row, none, own) -> {};
        eachRow(option.form(), dot.option(option), leaves, inner);
      }
      return;
    }
    if (form instanceof Form.Whole whole) {
      for (Form.Part part : whole.parts()) {
        boolean isDual = whole.dualParts().contains(part);
        eachRow(
            part.form(), dot.part(part.name()), leaves, isDual ? action : (row, none, own) -> {});
      }
      return;
    }
    List<CodeBlock> own = Leaf.of(form).stream().map(l -> leaves.next()).toList();
    if (form instanceof Form.Row row && row.isDifferentiable()) {
      action.accept(row, dot, own);
    }
  }
}
