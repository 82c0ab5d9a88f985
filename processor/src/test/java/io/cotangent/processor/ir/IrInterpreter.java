package io.cotangent.processor.ir;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs a unit on Java values: boxed primitives, arrays, any objects. Opaque operations are looked
 * up by their text; those not registered are an error when they are reached.
 */
public final class IrInterpreter {
  /** Operations a run may take: more than any test needs, so that a loop that never ends fails. */
  private static final int FUEL = 10_000_000;

  /** Stands for null on a tape: queues do not take nulls. */
  private static final Object NULL = new Object();

  private final Unit unit;
  private final Map<String, Function<List<Object>, Object>> opaques = new HashMap<>();
  private int fuel = FUEL;

  public IrInterpreter(Unit unit) {
    this.unit = unit;
  }

  /** What an opaque operation with that text does. */
  public IrInterpreter with(String java, Function<List<Object>, Object> meaning) {
    opaques.put(java, meaning);
    return this;
  }

  /** The results of the root. */
  public List<Object> run(Object... args) {
    return call(unit.root(), List.of(args));
  }

  /** The results of a function of the unit; a tape argument is any {@link Deque}. */
  public List<Object> call(String name, List<Object> args) {
    Map<Value, Object> values = new HashMap<>();
    return new Frame(values).region(unit.function(name).body(), args);
  }

  /** A new array of the type, rows that are not given null. */
  static Object allocate(Type type, List<Integer> lengths) {
    Type element = ((ArrayType) type).element();
    Object array = Array.newInstance(javaClass(element), lengths.get(0));
    if (lengths.size() > 1) {
      for (int i = 0; i < lengths.get(0); i++) {
        Array.set(array, i, allocate(element, lengths.subList(1, lengths.size())));
      }
    }
    return array;
  }

  private static Class<?> javaClass(Type type) {
    if (type instanceof ArrayType array) {
      return javaClass(array.element()).arrayType();
    }
    if (!(type instanceof Primitive primitive)) {
      return type.equals(RefType.STRING) ? String.class : Object.class;
    }
    return switch (primitive) {
      case BOOLEAN -> boolean.class;
      case BYTE -> byte.class;
      case SHORT -> short.class;
      case CHAR -> char.class;
      case INT -> int.class;
      case LONG -> long.class;
      case FLOAT -> float.class;
      case DOUBLE -> double.class;
    };
  }

  /** Thrown by {@link Op.Throw} for what is no unchecked exception. */
  public static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Thrown(Object exception) {
      super(String.valueOf(exception));
    }
  }

  /** One activation of a function. */
  private final class Frame implements OpVisitor<Object> {
    private final Map<Value, Object> values;

    Frame(Map<Value, Object> values) {
      this.values = values;
    }

    List<Object> region(Region region, List<Object> args) {
      bind(region.params(), args);
      for (Op op : region.ops()) {
        if (fuel-- == 0) {
          throw new IllegalStateException("does not end");
        }
        Object result = op.accept(this);
        if (op.results().size() == 1 && op.regions().isEmpty() && !(op instanceof Op.Call)) {
          values.put(op.result(), result);
        }
      }
      return get(region.yields());
    }

    private void bind(List<Value> names, List<Object> objects) {
      if (names.size() != objects.size()) {
        throw new IllegalStateException(objects + " for " + names);
      }
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), objects.get(i));
      }
    }

    private Object get(Value value) {
      if (!values.containsKey(value)) {
        throw new IllegalStateException(value + " is not defined");
      }
      return values.get(value);
    }

    private List<Object> get(List<Value> list) {
      List<Object> objects = new ArrayList<>();
      list.forEach(v -> objects.add(get(v)));
      return objects;
    }

    private int integer(Value value) {
      return (Integer) get(value);
    }

    @Override
    public Object visitConst(Op.Const op) {
      return op.constant();
    }

    @Override
    public Object visitApply(Op.Apply op) {
      return Arithmetic.evaluate(op.operator(), op.strict(), op.value().type(), get(op.args()));
    }

    @Override
    public Object visitLoad(Op.Load op) {
      return Array.get(get(op.array()), integer(op.index()));
    }

    @Override
    public Object visitStore(Op.Store op) {
      Array.set(get(op.array()), integer(op.index()), get(op.stored()));
      return null;
    }

    @Override
    public Object visitLength(Op.Length op) {
      return Array.getLength(get(op.array()));
    }

    @Override
    public Object visitNewArray(Op.NewArray op) {
      List<Integer> lengths = op.dimensions().stream().map(this::integer).toList();
      return allocate(op.value().type(), lengths);
    }

    @Override
    public Object visitCopyArray(Op.CopyArray op) {
      return Copies.of(get(op.array()), op.kind());
    }

    @Override
    public Object visitIf(Op.If op) {
      Region arm = (Boolean) get(op.condition()) ? op.then() : op.otherwise();
      bind(op.results(), region(arm, List.of()));
      return null;
    }

    @Override
    public Object visitFor(Op.For op) {
      Object index = get(op.lower());
      List<Object> carried = get(op.inits());
      Operator test =
          op.step() > 0
              ? op.inclusive() ? Operator.LE : Operator.LT
              : op.inclusive() ? Operator.GE : Operator.GT;
      Object step = Arithmetic.cast(op.step(), (Primitive) op.lower().type());
      while ((Boolean) compute(test, Primitive.BOOLEAN, index, get(op.upper()))) {
        List<Object> args = new ArrayList<>(List.of(index));
        args.addAll(carried);
        carried = region(op.body(), args);
        index = compute(Operator.ADD, op.lower().type(), index, step);
      }
      bind(op.results(), carried);
      return null;
    }

    private Object compute(Operator operator, Type type, Object x, Object y) {
      return Arithmetic.evaluate(operator, false, type, List.of(x, y));
    }

    @Override
    public Object visitWhile(Op.While op) {
      List<Object> carried = get(op.inits());
      while (true) {
        List<Object> before = region(op.before(), carried);
        List<Object> handedOn = before.subList(1, before.size());
        if (!(Boolean) before.get(0)) {
          bind(op.results(), handedOn);
          return null;
        }
        carried = region(op.body(), handedOn);
      }
    }

    @Override
    public Object visitCall(Op.Call op) {
      bind(op.results(), call(op.callee(), get(op.args())));
      return null;
    }

    @Override
    public Object visitOpaque(Op.Opaque op) {
      Function<List<Object>, Object> meaning = opaques.get(op.java());
      if (meaning == null) {
        throw new IllegalStateException("no meaning for " + op.java());
      }
      return meaning.apply(get(op.args()));
    }

    @Override
    public Object visitThrow(Op.Throw op) {
      if (get(op.exception()) instanceof RuntimeException e) {
        throw e;
      }
      throw new Thrown(get(op.exception()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object visitPush(Op.Push op) {
      Object pushed = get(op.pushed());
      ((Deque<Object>) get(op.tape())).push(pushed == null ? NULL : pushed);
      return null;
    }

    @Override
    public Object visitPop(Op.Pop op) {
      Object popped = ((Deque<?>) get(op.tape())).pop();
      return popped == NULL ? null : popped;
    }

    @Override
    public Object visitComment(Op.Comment op) {
      return null;
    }
  }

  /** A tape to pass to {@link #call}. */
  public static Deque<Object> tape() {
    return new ArrayDeque<>();
  }
}
