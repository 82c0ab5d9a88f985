package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many numbers the result of a method has, where its arguments tell without running it: arrays
 * as long as a sum or product of constants, arguments and lengths of arguments. To be asked of
 * methods that write to no parameter.
 */
final class ResultRows {
  private static final Map<Operator, String> OPERATORS =
      Map.of(Operator.ADD, " + ", Operator.SUB, " - ", Operator.MUL, " * ");

  private final Members members;
  private final Function primal;
  private final Set<Local> locals = new LinkedHashSet<>();
  private final List<CodeBlock> lengths = new ArrayList<>();
  private int numbers;

  private ResultRows(Members members) {
    this.members = members;
    this.primal = members.derived().primal();
  }

  /** The rows of a method; empty if it has to run to tell. */
  static Optional<ResultRows> of(Members members) {
    ResultRows rows = new ResultRows(members);
    return rows.count() ? Optional.of(rows) : Optional.empty();
  }

  /** How many are numbers of their own. */
  int numbers() {
    return numbers;
  }

  /** How many are in arrays; empty if the result has none. */
  Optional<CodeBlock> inArrays() {
    return lengths.isEmpty() ? Optional.empty() : Optional.of(CodeBlock.join(lengths, " + "));
  }

  /** Whether {@link #inArrays()} reads the variable. */
  boolean reads(Local local) {
    return locals.contains(local);
  }

  private boolean count() {
    for (Value yield : primal.body().yields()) {
      if (yield.type() instanceof ArrayType && yield.type().isDifferentiable()) {
        Optional<CodeBlock> own = length(yield);
        own.ifPresent(lengths::add);
        if (own.isEmpty()) {
          return false;
        }
      } else if (yield.type().isDifferentiable()) {
        numbers++;
      }
    }
    return true;
  }

  /** The length of an array of numbers. */
  private Optional<CodeBlock> length(Value array) {
    boolean isFlat = array.type() instanceof ArrayType type && !type.element().isReference();
    if (!isFlat) {
      return Optional.empty();
    }
    Optional<Op> made = definition(array);
    if (made.isEmpty()) {
      return parameter(array).map(l -> CodeBlock.of("$T.length($N)", JavaTypes.LEAVES, l.name()));
    }
    return made.get() instanceof Op.NewArray created
        ? number(created.dimensions().get(0))
        : made.get() instanceof Op.CopyArray copy ? length(copy.array()) : Optional.empty();
  }

  /** A whole number. */
  private Optional<CodeBlock> number(Value value) {
    Optional<Op> found = definition(value);
    if (value.type() != Primitive.INT) {
      return Optional.empty();
    }
    if (found.isEmpty()) {
      return parameter(value).map(l -> CodeBlock.of("$N", l.name()));
    }
    Op op = found.get();
    if (op instanceof Op.Const constant) {
      return Optional.of(CodeBlock.of("$L", constant.constant()));
    }
    if (op instanceof Op.Length length) {
      return anyLength(length.array());
    }
    return op instanceof Op.Apply apply && OPERATORS.containsKey(apply.operator())
        ? computed(apply)
        : Optional.empty();
  }

  private Optional<CodeBlock> anyLength(Value array) {
    return definition(array).isPresent()
        ? length(array)
        : parameter(array).map(l -> CodeBlock.of("$T.length($N)", JavaTypes.LEAVES, l.name()));
  }

  private Optional<CodeBlock> computed(Op.Apply apply) {
    Optional<CodeBlock> left = number(apply.args().get(0));
    Optional<CodeBlock> right = number(apply.args().get(1));
    String operator = OPERATORS.get(apply.operator());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    boolean isSum = apply.operator() == Operator.ADD;
    return Optional.of(
        CodeBlock.of(
            "$L$L$L",
            isSum ? left.get() : factor(left.get()),
            operator,
            isSum ? right.get() : factor(right.get())));
  }

  /** An expression with brackets around it if it is a sum. */
  static CodeBlock factor(CodeBlock part) {
    boolean isSum = part.toString().contains(" + ") || part.toString().contains(" - ");
    return isSum ? CodeBlock.of("($L)", part) : part;
  }

  /** The one among the method's outermost operations that makes a value. */
  private Optional<Op> definition(Value value) {
    return primal.body().ops().stream().filter(op -> op.results().contains(value)).findFirst();
  }

  private Optional<Local> parameter(Value value) {
    int index = primal.params().indexOf(value);
    Optional<Local> found =
        index < 0
            ? Optional.empty()
            : Optional.of(members.locals().get(index)).filter(local -> local.cells() == 0);
    found.ifPresent(locals::add);
    return found;
  }
}
