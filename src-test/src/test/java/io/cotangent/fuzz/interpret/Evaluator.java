package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Expr.ArrayLiteral;
import io.cotangent.fuzz.program.Expr.Assign;
import io.cotangent.fuzz.program.Expr.Binary;
import io.cotangent.fuzz.program.Expr.Call;
import io.cotangent.fuzz.program.Expr.Cast;
import io.cotangent.fuzz.program.Expr.CompoundAssign;
import io.cotangent.fuzz.program.Expr.Conditional;
import io.cotangent.fuzz.program.Expr.Element;
import io.cotangent.fuzz.program.Expr.Length;
import io.cotangent.fuzz.program.Expr.Literal;
import io.cotangent.fuzz.program.Expr.Local;
import io.cotangent.fuzz.program.Expr.MathCall;
import io.cotangent.fuzz.program.Expr.NewArray;
import io.cotangent.fuzz.program.Expr.NewRecord;
import io.cotangent.fuzz.program.Expr.Step;
import io.cotangent.fuzz.program.Expr.Unary;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.MathFunction;
import io.cotangent.fuzz.program.ObjectExpr.Apply;
import io.cotangent.fuzz.program.ObjectExpr.Arm;
import io.cotangent.fuzz.program.ObjectExpr.Choice;
import io.cotangent.fuzz.program.ObjectExpr.Field;
import io.cotangent.fuzz.program.ObjectExpr.InstanceOf;
import io.cotangent.fuzz.program.ObjectExpr.Invoke;
import io.cotangent.fuzz.program.ObjectExpr.Lambda;
import io.cotangent.fuzz.program.ObjectExpr.Library;
import io.cotangent.fuzz.program.ObjectExpr.New;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Evaluates expressions, strictly from left to right. */
final class Evaluator implements Expr.Visitor<Object> {
  private final Interpreter interpreter;
  private final Objects objects;

  Evaluator(Interpreter interpreter, Objects objects) {
    this.objects = objects;
    this.interpreter = interpreter;
  }

  boolean test(Expr condition) {
    return (Boolean) condition.accept(this);
  }

  /** The value, converted to a type. */
  Object as(Expr e, Type type) {
    return Conversions.convert(e.accept(this), type);
  }

  List<Object> values(List<Expr> expressions) {
    List<Object> values = new ArrayList<>();
    expressions.forEach(e -> values.add(e.accept(this)));
    return values;
  }

  @Override
  public Object literal(Literal e) {
    return e.value() instanceof Double || e.value() instanceof Float
        ? Real.constant(((Number) e.value()).doubleValue())
        : e.value();
  }

  @Override
  public Object local(Local e) {
    return interpreter.get(e.name());
  }

  @Override
  public Object element(Element e) {
    return place(e).get();
  }

  @Override
  public Object length(Length e) {
    return ((Object[]) e.array().accept(this)).length;
  }

  @Override
  public Object unary(Unary e) {
    Object value = e.operand().accept(this);
    return switch (e.op()) {
      case PLUS -> value;
      case NOT -> !(Boolean) value;
      case COMPLEMENT -> value instanceof Integer i ? (Object) ~i : (Object) ~(Long) value;
      case NEGATE -> negate(value);
    };
  }

  private static Object negate(Object value) {
    if (value instanceof Real real) {
      return new Rule(-real.value()).times(real, -1).real();
    }
    return value instanceof Integer i ? (Object) (-i) : (Object) (-(Long) value);
  }

  @Override
  public Object binary(Binary e) {
    if (e.op().isShortCircuit()) {
      boolean left = test(e.left());
      return e.op() == BinaryOp.AND_THEN ? left && test(e.right()) : left || test(e.right());
    }
    Object left = e.left().accept(this);
    Object right = e.right().accept(this);
    return Arithmetic.apply(e.op(), left, e.left().type(), right, e.right().type());
  }

  @Override
  public Object conditional(Conditional e) {
    return as(test(e.condition()) ? e.yes() : e.no(), e.type());
  }

  @Override
  public Object cast(Cast e) {
    return as(e.operand(), e.type());
  }

  @Override
  public Object mathCall(MathCall e) {
    Kind kind = e.function().argumentKind(e.args());
    List<Object> args = values(e.args());
    int converted = e.function() == MathFunction.SCALB ? 1 : args.size();
    for (int i = 0; i < converted; i++) {
      args.set(i, Conversions.convert(args.get(i), kind));
    }
    return MathRules.apply(e.function(), e.strict(), kind, args);
  }

  @Override
  public Object call(Call e) {
    return interpreter.call(e.method(), values(e.args()));
  }

  @Override
  public Object assign(Assign e) {
    Place place = place(e.target());
    return place.set(as(e.value(), e.type()));
  }

  @Override
  public Object compoundAssign(CompoundAssign e) {
    Place place = place(e.target());
    Object before = place.get();
    Object right = e.value().accept(this);
    Object result = Arithmetic.apply(e.op(), before, e.type(), right, e.value().type());
    return place.set(Conversions.convert(result, e.type()));
  }

  @Override
  public Object step(Step e) {
    Place place = place(e.target());
    Object before = place.get();
    BinaryOp op = e.up() ? BinaryOp.ADD : BinaryOp.SUB;
    Object after = Arithmetic.apply(op, before, e.type(), 1, Type.INT);
    place.set(after);
    return e.prefix() ? after : before;
  }

  @Override
  public Object newArray(NewArray e) {
    int[] extents = values(e.extents()).stream().mapToInt(v -> (Integer) v).toArray();
    return zeros(e.type(), extents, 0);
  }

  private static Object zeros(Type type, int[] extents, int at) {
    if (type.rank() == 0) {
      return type.kind() == Kind.BOOLEAN ? false : Conversions.convert(0, type);
    }
    if (extents[at] < 0) {
      throw new Unsuitable("negative length");
    }
    Object[] array = new Object[extents[at]];
    Arrays.setAll(array, i -> zeros(type.element(), extents, at + 1));
    return array;
  }

  @Override
  public Object arrayLiteral(ArrayLiteral e) {
    Object[] array = new Object[e.elements().size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = as(e.elements().get(i), e.type().element());
    }
    return array;
  }

  @Override
  public Object newRecord(NewRecord e) {
    Object[] components = values(e.components()).toArray();
    Arrays.setAll(components, i -> interpreter.component(i, components[i]));
    return components;
  }

  @Override
  public Object field(Field e) {
    return place(e).get();
  }

  @Override
  public Object newObject(New e) {
    return objects.make(e.type(), values(e.args()));
  }

  @Override
  public Object invoke(Invoke e) {
    Object receiver = e.receiver().accept(this);
    List<Object> args = values(e.args());
    return objects.invoke(Objects.of(receiver), e.method(), args);
  }

  @Override
  public Object instanceOf(InstanceOf e) {
    return objects.isOf(e.object().accept(this), e.tested());
  }

  @Override
  public Object lambda(Lambda e) {
    return interpreter.capture(e);
  }

  @Override
  public Object apply(Apply e) {
    return objects.apply(e.function().accept(this), values(e.args()));
  }

  @Override
  public Object library(Library e) {
    return new LibraryRules(objects).call(e.method(), values(e.args()));
  }

  @Override
  public Object choice(Choice e) {
    int index = e.selector().clip((Integer) e.index().accept(this));
    Arm chosen = null;
    for (Arm arm : e.arms()) {
      if (arm.labels().contains(index) || chosen == null && arm.labels().isEmpty()) {
        chosen = arm;
      }
    }
    interpreter.run(chosen.before());
    return as(chosen.value(), e.type());
  }

  /** Where an assignment goes: array and index are evaluated once, before the value. */
  private Place place(Expr target) {
    if (target instanceof Local local) {
      return new Variable(interpreter, local.name());
    }
    if (target instanceof Field field) {
      return new Part(Objects.of(field.object().accept(this)), field);
    }
    Element element = (Element) target;
    Object[] array = (Object[]) element.array().accept(this);
    int index = (Integer) element.index().accept(this);
    if (index < 0 || index >= array.length) {
      throw new Unsuitable("index");
    }
    return new Cell(array, index);
  }

  /** What can be assigned to. */
  private interface Place {
    Object get();

    Object set(Object value);
  }

  private record Variable(Interpreter interpreter, String name) implements Place {
    @Override
    public Object get() {
      return interpreter.get(name);
    }

    @Override
    public Object set(Object value) {
      interpreter.set(name, value);
      return value;
    }
  }

  private record Part(Instance object, Field field) implements Place {
    @Override
    public Object get() {
      return object.get(field.name());
    }

    @Override
    public Object set(Object value) {
      object.set(field.name(), value);
      return value;
    }
  }

  private record Cell(Object[] array, int index) implements Place {
    @Override
    public Object get() {
      return array[index];
    }

    @Override
    public Object set(Object value) {
      array[index] = value;
      return value;
    }
  }
}
