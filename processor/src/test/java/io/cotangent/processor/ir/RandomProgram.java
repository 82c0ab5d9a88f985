package io.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random units of plain IR: {@code (double x, double y, int n, double[] a, double[][] m)} to two
 * doubles and an int, with branches, loops of many forms, calls, memory and now and then a throw.
 * {@code a} and the rows of {@code m} have four elements or more.
 */
public final class RandomProgram {
  /** The text of the opaque operation that makes an exception of its argument. */
  public static final String EXCEPTION = "new IllegalStateException(#0)";

  private static final Type VECTOR = Type.array(Primitive.DOUBLE, 1);
  private static final Type MATRIX = Type.array(Primitive.DOUBLE, 2);
  private static final List<Type> PARAMS =
      List.of(Primitive.DOUBLE, Primitive.DOUBLE, Primitive.INT, VECTOR, MATRIX);
  private static final List<Type> RESULTS =
      List.of(Primitive.DOUBLE, Primitive.DOUBLE, Primitive.INT);

  private final Random random;
  private final List<String> callees;

  private RandomProgram(Random random, List<String> callees) {
    this.random = random;
    this.callees = callees;
  }

  /** The unit of a seed. */
  public static Unit of(long seed) {
    Random random = new Random(seed);
    Map<String, Function> functions = new LinkedHashMap<>();
    List<String> callees = new ArrayList<>();
    for (String name : List.of("helper", "middle", "root")) {
      functions.put(name, new RandomProgram(random, callees).function(name));
      callees.add(name);
    }
    return new Unit("root", functions);
  }

  private Function function(String name) {
    List<Value> params = new ArrayList<>();
    PARAMS.forEach(t -> params.add(new Value(t, "p")));
    Builder out = new Builder(Origin.NONE);
    List<Value> scope = new ArrayList<>(params);
    body(out, scope, 3, 8);
    List<Value> yields = new ArrayList<>();
    RESULTS.forEach(t -> yields.add(pick(scope, t, out)));
    return new Function(name, out.region(params, yields), RESULTS);
  }

  private void body(Builder out, List<Value> scope, int depth, int statements) {
    int count = 2 + random.nextInt(statements);
    for (int i = 0; i < count && !out.isTerminated(); i++) {
      int kind = random.nextInt(depth > 0 ? 20 : 13);
      if (kind < 6) {
        scope.add(real(out, scope));
      } else if (kind < 9) {
        scope.add(whole(out, scope));
      } else if (kind < 13) {
        memory(out, scope);
      } else if (kind < 16) {
        branch(out, scope, depth - 1);
      } else if (kind < 19) {
        loop(out, scope, depth - 1);
      } else if (!callees.isEmpty()) {
        call(out, scope);
      }
    }
  }

  private Value pick(List<Value> scope, Type type, Builder out) {
    List<Value> candidates = scope.stream().filter(v -> v.type().equals(type)).toList();
    boolean constant = type instanceof Primitive && random.nextInt(4) == 0;
    if (candidates.isEmpty() || constant) {
      return literal(type, out);
    }
    // Recent values more often than old ones.
    int back = Math.min(random.nextInt(candidates.size()), random.nextInt(candidates.size()));
    return candidates.get(candidates.size() - 1 - back);
  }

  private Value literal(Type type, Builder out) {
    if (type == Primitive.INT) {
      return out.intConstant(random.nextInt(5) - 1);
    }
    double[] some = {0.0, -0.0, 1.0, -1.0, 2.5, 0.3};
    return out.real(type, some[random.nextInt(some.length)]);
  }

  private Operator any(Operator... operators) {
    return operators[random.nextInt(operators.length)];
  }

  private Value real(Builder out, List<Value> scope) {
    Value x = pick(scope, Primitive.DOUBLE, out);
    Value y = pick(scope, Primitive.DOUBLE, out);
    return switch (random.nextInt(8)) {
      case 0 -> out.apply(any(Operator.SIN, Operator.EXP, Operator.SQRT, Operator.ABS), x);
      case 1 -> out.apply(any(Operator.MAX, Operator.MIN, Operator.POW), x, y);
      case 2 -> out.apply(Operator.NEG, x);
      case 3 -> out.cast(pick(scope, Primitive.INT, out), Primitive.DOUBLE);
      case 4 -> out.apply(Operator.SELECT, condition(out, scope), x, y);
      default -> out.apply(any(Operator.ADD, Operator.SUB, Operator.MUL, Operator.DIV), x, y);
    };
  }

  private Value whole(Builder out, List<Value> scope) {
    Value x = pick(scope, Primitive.INT, out);
    Value y = pick(scope, Primitive.INT, out);
    return switch (random.nextInt(8)) {
      case 0 -> out.apply(any(Operator.DIV, Operator.REM), x, y);
      case 1 -> out.apply(any(Operator.BIT_AND, Operator.BIT_XOR, Operator.SHR), x, y);
      case 2 -> out.length(pick(scope, VECTOR, out));
      case 3 -> out.apply(any(Operator.NEG, Operator.BIT_NOT), x);
      default -> out.apply(any(Operator.ADD, Operator.SUB, Operator.MUL), x, y);
    };
  }

  private Value condition(Builder out, List<Value> scope) {
    Type type = random.nextBoolean() ? Primitive.INT : Primitive.DOUBLE;
    Operator operator =
        any(Operator.LT, Operator.LE, Operator.GT, Operator.GE, Operator.EQ, Operator.NE);
    Value compared = out.apply(operator, pick(scope, type, out), pick(scope, type, out));
    return random.nextInt(4) == 0 ? out.apply(Operator.NOT, compared) : compared;
  }

  /** An index between 0 and 3, often a small constant so that elements meet; now and then any. */
  private Value index(Builder out, List<Value> scope) {
    if (random.nextInt(3) > 0) {
      return out.intConstant(random.nextInt(2));
    }
    Value any = pick(scope, Primitive.INT, out);
    return random.nextInt(60) == 0 ? any : out.apply(Operator.BIT_AND, any, out.intConstant(3));
  }

  private void memory(Builder out, List<Value> scope) {
    boolean usual = random.nextInt(3) > 0;
    Value vector = usual ? scope.get(PARAMS.indexOf(VECTOR)) : pick(scope, VECTOR, out);
    switch (random.nextInt(8)) {
      case 0 -> scope.add(out.copyArray(vector, Op.CopyArray.Kind.CLONE, "c"));
      case 1 -> {
        Value array = new Value(VECTOR, "fresh");
        out.add(
            new Op.NewArray(array, List.of(out.intConstant(4 + random.nextInt(5))), out.origin()));
        scope.add(array);
      }
      case 2 -> scope.add(out.load(pick(scope, MATRIX, out), index(out, scope), "row"));
      case 3 -> out.store(pick(scope, MATRIX, out), index(out, scope), pick(scope, VECTOR, out));
      case 4, 5 -> out.store(vector, index(out, scope), pick(scope, Primitive.DOUBLE, out));
      default -> scope.add(out.load(vector, index(out, scope), "e"));
    }
  }

  private void branch(Builder out, List<Value> scope, int depth) {
    Value condition =
        random.nextInt(8) == 0 ? out.bool(random.nextBoolean()) : condition(out, scope);
    List<Type> types = List.of(Primitive.DOUBLE, Primitive.INT, VECTOR);
    List<Region> arms = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Builder arm = out.nested();
      List<Value> inner = new ArrayList<>(scope);
      body(arm, inner, depth, 4);
      if (i == 0 && random.nextInt(12) == 0) {
        fail(arm, inner);
      }
      List<Value> yields =
          arm.isTerminated() ? List.of() : types.stream().map(t -> pick(inner, t, arm)).toList();
      arms.add(arm.region(List.of(), yields));
    }
    List<Value> results = types.stream().map(t -> new Value(t, "r")).toList();
    out.add(new Op.If(results, condition, arms.get(0), arms.get(1), out.origin()));
    scope.addAll(results);
  }

  private void fail(Builder out, List<Value> scope) {
    if (out.isTerminated()) {
      return;
    }
    Value exception = new Value(new RefType("java.lang.IllegalStateException"), "");
    List<Value> args = List.of(pick(scope, Primitive.INT, out));
    Op.Opaque.Nature nature = Op.Opaque.Nature.PURE;
    out.add(
        new Op.Opaque(
            List.of(exception), EXCEPTION, args, nature, "IllegalStateException", out.origin()));
    out.add(new Op.Throw(exception, out.origin()));
  }

  /** A loop that counts in some way, or one that stops at a flag, too. */
  private void loop(Builder out, List<Value> scope, int depth) {
    int step = List.of(1, 1, 1, 2, 3, -1, -2).get(random.nextInt(7));
    Value small = out.apply(Operator.BIT_AND, pick(scope, Primitive.INT, out), out.intConstant(7));
    Value start = step > 0 ? out.intConstant(random.nextInt(3)) : small;
    Value matrix = pick(scope, MATRIX, out);
    List<Value> outer =
        List.of(pick(scope, Primitive.DOUBLE, out), start, pick(scope, VECTOR, out));
    List<Value> carried = outer.stream().map(Value::copy).toList();
    Builder before = out.nested();
    List<Value> inBefore = new ArrayList<>(scope);
    Value end = end(before, step > 0 ? small : before.intConstant(random.nextInt(2)), matrix);
    Value condition = compare(before, carried.get(1), end, step > 0);
    if (random.nextInt(4) == 0) {
      inBefore.addAll(carried);
      condition = before.apply(Operator.BIT_AND, condition, condition(before, inBefore));
    }
    List<Value> yields = new ArrayList<>(List.of(condition));
    yields.addAll(carried);
    Region head = before.region(carried, yields);
    List<Value> results = carried.stream().map(Value::copy).toList();
    out.add(
        new Op.While(
            results, outer, head, loopBody(out, scope, depth, step, carried), out.origin()));
    scope.addAll(results);
  }

  private Value end(Builder before, Value small, Value matrix) {
    if (random.nextInt(3) > 0) {
      return small;
    }
    return before.length(before.load(matrix, before.intConstant(random.nextInt(2)), ""));
  }

  private Value compare(Builder out, Value counter, Value end, boolean up) {
    boolean inclusive = random.nextBoolean();
    Operator operator =
        up ? inclusive ? Operator.LE : Operator.LT : inclusive ? Operator.GE : Operator.GT;
    return switch (random.nextInt(3)) {
      case 0 -> out.apply(operator, counter, end);
      case 1 -> out.apply(flip(operator), end, counter);
      default -> out.apply(Operator.NOT, out.apply(negate(operator), counter, end));
    };
  }

  private static Operator flip(Operator operator) {
    return switch (operator) {
      case LT -> Operator.GT;
      case LE -> Operator.GE;
      case GT -> Operator.LT;
      default -> Operator.LE;
    };
  }

  private static Operator negate(Operator operator) {
    return switch (operator) {
      case LT -> Operator.GE;
      case LE -> Operator.GT;
      case GT -> Operator.LE;
      default -> Operator.LT;
    };
  }

  private Region loopBody(
      Builder out, List<Value> scope, int depth, int step, List<Value> carried) {
    List<Value> params = carried.stream().map(Value::copy).toList();
    Builder body = out.nested();
    List<Value> inner = new ArrayList<>(scope);
    inner.addAll(params);
    body(body, inner, depth, 4);
    if (body.isTerminated()) {
      return body.region(params, List.of());
    }
    Value index = params.get(1);
    Value next =
        random.nextBoolean()
            ? body.apply(Operator.ADD, index, body.intConstant(step))
            : body.apply(Operator.SUB, index, body.intConstant(-step));
    Value vector = random.nextInt(3) == 0 ? pick(inner, VECTOR, body) : params.get(2);
    return body.region(params, List.of(pick(inner, Primitive.DOUBLE, body), next, vector));
  }

  private void call(Builder out, List<Value> scope) {
    String callee = callees.get(random.nextInt(callees.size()));
    List<Value> args = PARAMS.stream().map(t -> pick(scope, t, out)).toList();
    List<Value> results = RESULTS.stream().map(t -> new Value(t, "q")).toList();
    out.add(new Op.Call(results, callee, args, out.origin()));
    scope.addAll(results);
  }
}
