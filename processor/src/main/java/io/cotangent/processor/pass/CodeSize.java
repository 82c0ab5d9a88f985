package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.OpVisitor;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An estimate of the bytes of bytecode javac makes of operations. It knows which values the emitter
 * folds into expressions; reading or assigning a variable takes 2 bytes, 4 beyond the 256th slot.
 */
public final class CodeSize implements OpVisitor<Integer> {
  private static final int SHORT_ACCESS = 2;
  private static final int LONG_ACCESS = 4;
  private static final int SHORT_SLOTS = 256;
  private static final int CALL = 3;
  private static final int JUMP = 3;

  private final Map<Value, Integer> constants = new HashMap<>();
  private final Set<Value> folded = new HashSet<>();
  private final double access;

  private CodeSize(Region body, boolean isShort) {
    Map<Value, Region> homes = new HashMap<>();
    Map<Value, Region> users = new HashMap<>();
    Set<Value> often = new HashSet<>();
    collect(body, homes, users, often);
    users.forEach(
        (value, region) -> {
          if (homes.get(value) == region && !often.contains(value)) {
            folded.add(value);
          }
        });
    body.params().forEach(folded::remove);
    int slots = slots(body);
    double longShare = slots <= SHORT_SLOTS ? 0 : 1.0 - (double) SHORT_SLOTS / slots;
    this.access = isShort ? SHORT_ACCESS : SHORT_ACCESS + (LONG_ACCESS - SHORT_ACCESS) * longShare;
  }

  /** The size of a function's method. */
  public static int of(Function function) {
    Region body = function.body();
    CodeSize size = new CodeSize(body, false);
    return size.of(body) + size.operands(body.yields()) + 1;
  }

  /** The sizes of parts of a function, once they are in small methods. */
  static CodeSize ofParts(Function function) {
    return new CodeSize(function.body(), true);
  }

  /** The size of what a region does. */
  int of(Region region) {
    int size = 0;
    for (Op op : region.ops()) {
      size += of(op);
    }
    return size;
  }

  /** The size of an operation with everything in it. */
  int of(Op op) {
    return op.accept(this);
  }

  private void collect(
      Region region, Map<Value, Region> homes, Map<Value, Region> users, Set<Value> often) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Const constant) {
        constants.put(constant.value(), constant(constant.constant()));
      }
      op.operands().forEach(v -> use(v, region, users, often));
      op.results().forEach(v -> homes.put(v, region));
      op.regions().forEach(inner -> collect(inner, homes, users, often));
    }
    region.yields().forEach(v -> use(v, region, users, often));
  }

  private static void use(Value value, Region region, Map<Value, Region> users, Set<Value> often) {
    if (users.put(value, region) != null) {
      often.add(value);
    }
  }

  /** The slots of local variables that are in use at the same time. */
  private int slots(Region region) {
    int own = 0;
    int deepest = 0;
    for (Value param : region.params()) {
      own += width(param.type());
    }
    for (Op op : region.ops()) {
      for (Value result : op.results()) {
        own += folded.contains(result) || constants.containsKey(result) ? 0 : width(result.type());
      }
      for (Region inner : op.regions()) {
        deepest = Math.max(deepest, slots(inner));
      }
    }
    return own + deepest;
  }

  /** The slots a variable of a type takes. */
  static int width(Type type) {
    return type == Primitive.DOUBLE || type == Primitive.LONG ? 2 : 1;
  }

  private static int constant(Object constant) {
    if (constant instanceof Double || constant instanceof Float || constant instanceof Long) {
      double number = ((Number) constant).doubleValue();
      return number == 0 || number == 1 ? 1 : 3;
    }
    if (constant instanceof Integer number) {
      return number >= -1 && number <= 5 ? 1 : number == (byte) (int) number ? 2 : 3;
    }
    return constant instanceof String ? 2 : 1;
  }

  private int variables(int count) {
    return (int) Math.ceil(count * access);
  }

  private int operands(List<Value> values) {
    int size = 0;
    int read = 0;
    for (Value value : values) {
      Integer constant = constants.get(value);
      if (constant != null) {
        size += constant;
      } else if (!folded.contains(value)) {
        read++;
      }
    }
    return size + variables(read);
  }

  /** An operation of a number of bytes between reading its operands and assigning its results. */
  private int simple(Op op, int bytes) {
    int assigned = 0;
    for (Value result : op.results()) {
      assigned += folded.contains(result) ? 0 : 1;
    }
    return operands(op.operands()) + bytes + variables(assigned);
  }

  @Override
  public Integer visitConst(Op.Const op) {
    return 0;
  }

  @Override
  public Integer visitApply(Op.Apply op) {
    return simple(op, bytes(op.operator(), op.value().type()));
  }

  private static int bytes(Operator operator, Type type) {
    if (operator.isComparison() || operator == Operator.NOT || operator == Operator.SELECT) {
      return 1 + 2 * JUMP;
    }
    if (operator == Operator.CAST) {
      return type instanceof Primitive p && p.compareTo(Primitive.INT) < 0 ? 2 : 1;
    }
    return operator.form() == Operator.Form.FUNCTION ? CALL : 1;
  }

  @Override
  public Integer visitLoad(Op.Load op) {
    return simple(op, 1);
  }

  @Override
  public Integer visitStore(Op.Store op) {
    return simple(op, 1);
  }

  @Override
  public Integer visitLength(Op.Length op) {
    return simple(op, 1);
  }

  @Override
  public Integer visitNewArray(Op.NewArray op) {
    return simple(op, 4);
  }

  @Override
  public Integer visitCopyArray(Op.CopyArray op) {
    return simple(op, 2 * CALL);
  }

  @Override
  public Integer visitIf(Op.If op) {
    int size = operands(op.operands()) + 2 * JUMP;
    for (Region arm : op.regions()) {
      size += of(arm) + operands(arm.yields()) + variables(arm.yields().size());
    }
    return size;
  }

  @Override
  public Integer visitFor(Op.For op) {
    int carrying = variables(2 * op.inits().size()) + operands(op.body().yields());
    return operands(op.operands()) + of(op.body()) + carrying + variables(3) + 4 * JUMP;
  }

  @Override
  public Integer visitWhile(Op.While op) {
    int passed = operands(op.before().yields()) + operands(op.body().yields());
    int carrying = variables(op.inits().size() + op.results().size()) + passed;
    return operands(op.operands()) + of(op.before()) + of(op.body()) + carrying + 3 * JUMP;
  }

  @Override
  public Integer visitCall(Op.Call op) {
    int taken = Math.max(0, op.results().size() - 1);
    return simple(op, CALL + taken * (variables(1) + 3 * CALL));
  }

  @Override
  public Integer visitOpaque(Op.Opaque op) {
    return simple(op, CALL + op.java().length() / 4);
  }

  @Override
  public Integer visitThrow(Op.Throw op) {
    return simple(op, 1);
  }

  @Override
  public Integer visitPush(Op.Push op) {
    return simple(op, CALL);
  }

  @Override
  public Integer visitPop(Op.Pop op) {
    return simple(op, op.value().type() instanceof Primitive ? CALL + 1 : 2 * CALL);
  }

  @Override
  public Integer visitComment(Op.Comment op) {
    return 0;
  }
}
