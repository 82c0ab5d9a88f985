package io.cotangent.processor.tangent;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.OpVisitor;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Appends the operations of a region, each followed by those of its tangent. */
final class TangentRegion implements OpVisitor<Void> {
  private final Unit unit;
  private final Activity activity;
  private final Shadowing shadowing;
  private final Map<Value, Value> tangents;
  private Builder out = new Builder(Origin.NONE);
  private final boolean isPlain;
  private Value tape;

  /**
   * Tangents of one function.
   *
   * @param isPlain whether they may be differentiated again
   */
  TangentRegion(Unit unit, Activity activity, Shadowing shadowing, boolean isPlain) {
    this.isPlain = isPlain;
    this.unit = unit;
    this.activity = activity;
    this.shadowing = shadowing;
    this.tangents = new HashMap<>();
  }

  Shadowing shadowing() {
    return shadowing;
  }

  void useTape(Value newTape) {
    this.tape = newTape;
  }

  /** A new value for the tangent of a parameter. */
  Value parameter(Value param) {
    return fresh(param, true);
  }

  /** Appends the region's operations with their tangents. */
  void appendTo(Builder target, Region region) {
    Builder outer = out;
    out = target;
    for (Op op : region.ops()) {
      out.at(op.origin());
      if (op instanceof Op.Throw || activity.touches(op)) {
        op.accept(this);
      } else {
        out.add(op);
      }
    }
    out = outer;
  }

  /** The tangent of a value, zero if it has none. */
  Value tangentOrZero(Value value, Builder target) {
    if (value.type().isReference()) {
      return shadowing.isShadowed(value)
          ? shadowing.of(value)
          : target.copyArray(value, Op.CopyArray.Kind.ZEROS, shadowing.name(value));
    }
    Value tangent = tangents.get(value);
    return tangent != null ? tangent : target.zero(value.type());
  }

  private Value fresh(Value value, boolean even) {
    Value tangent = new Value(value.type(), shadowing.name(value));
    if (value.type().isReference()) {
      if (even || shadowing.isShadowed(value)) {
        shadowing.bind(value, tangent);
      }
    } else {
      tangents.put(value, tangent);
    }
    return tangent;
  }

  /** New tangents for the active ones of the values, in order. */
  private List<Value> freshAll(List<Value> values) {
    return values.stream().filter(activity::isActive).map(v -> fresh(v, false)).toList();
  }

  private static List<Value> join(List<Value> first, List<Value> second) {
    List<Value> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }

  /** The values followed by the tangents of those whose counterpart in {@code model} is active. */
  private List<Value> withTangents(List<Value> values, List<Value> model, Builder target) {
    List<Value> joined = new ArrayList<>(values);
    for (int i = 0; i < values.size(); i++) {
      if (activity.isActive(model.get(i))) {
        joined.add(tangentOrZero(values.get(i), target));
      }
    }
    return joined;
  }

  @Override
  public Void visitConst(Op.Const op) {
    out.add(op);
    shadowing.constant(op, out);
    return null;
  }

  @Override
  public Void visitApply(Op.Apply op) {
    out.add(op);
    Value sum = null;
    for (int i = 0; i < op.args().size(); i++) {
      Value tangent = tangents.get(op.args().get(i));
      if (tangent != null) {
        Value term = term(op, i, tangent).orElse(null);
        sum = sum == null || term == null ? (sum == null ? term : sum) : plus(sum, term);
      }
    }
    if (sum != null) {
      tangents.put(op.value(), sum);
    }
    return null;
  }

  private Optional<Value> term(Op.Apply op, int operand, Value tangent) {
    return isPlain
        ? Contributions.again(op, operand, tangent, op.value().type(), out)
        : Contributions.of(op, operand, tangent, op.value().type(), out);
  }

  private Value plus(Value a, Value b) {
    return out.apply(Operator.ADD, a, b);
  }

  @Override
  public Void visitLoad(Op.Load op) {
    out.add(op);
    if (op.value().type().isReference()) {
      shadowing.load(op, out);
    } else {
      Value tangent = fresh(op.value(), false);
      out.add(new Op.Load(tangent, shadowing.of(op.array()), op.index(), op.origin()));
    }
    return null;
  }

  @Override
  public Void visitStore(Op.Store op) {
    out.add(op);
    if (op.stored().type().isReference()) {
      shadowing.store(op, out);
    } else {
      out.store(shadowing.of(op.array()), op.index(), tangentOrZero(op.stored(), out));
    }
    return null;
  }

  @Override
  public Void visitLength(Op.Length op) {
    out.add(op);
    return null;
  }

  @Override
  public Void visitNewArray(Op.NewArray op) {
    out.add(op);
    shadowing.newArray(op, out);
    return null;
  }

  @Override
  public Void visitCopyArray(Op.CopyArray op) {
    out.add(op);
    if (shadowing.isShadowed(op.value())) {
      Value shadow = shadowing.of(op.value());
      boolean hasTangent = shadowing.isShadowed(op.array());
      Value from = hasTangent ? shadowing.of(op.array()) : op.array();
      Op.CopyArray.Kind kind = hasTangent ? op.kind() : Op.CopyArray.Kind.ZEROS;
      out.add(new Op.CopyArray(shadow, from, kind, op.origin()));
    }
    return null;
  }

  private Region arm(Region arm, List<Value> results) {
    Builder inner = out.nested();
    appendTo(inner, arm);
    return inner.region(
        arm.params(), arm.isTerminated() ? List.of() : withTangents(arm.yields(), results, inner));
  }

  @Override
  public Void visitIf(Op.If op) {
    List<Value> results = join(op.results(), freshAll(op.results()));
    Region then = arm(op.then(), op.results());
    Region otherwise = arm(op.otherwise(), op.results());
    out.add(new Op.If(results, op.condition(), then, otherwise, op.origin()));
    return null;
  }

  @Override
  public Void visitFor(Op.For op) {
    List<Value> inits = withTangents(op.inits(), op.carried(), out);
    List<Value> params = join(op.body().params(), freshAll(op.carried()));
    Builder inner = out.nested();
    appendTo(inner, op.body());
    Region body =
        inner.region(
            params,
            inner.isTerminated()
                ? List.of()
                : withTangents(op.body().yields(), op.carried(), inner));
    List<Value> results = new ArrayList<>(op.results());
    for (int i = 0; i < op.results().size(); i++) {
      if (activity.isActive(op.carried().get(i))) {
        results.add(fresh(op.results().get(i), false));
      }
    }
    out.add(
        new Op.For(
            results, op.lower(), op.upper(), op.step(), op.inclusive(), inits, body, op.origin()));
    return null;
  }

  @Override
  public Void visitWhile(Op.While op) {
    List<Value> params = op.before().params();
    List<Value> inits = withTangents(op.inits(), params, out);
    List<Value> beforeParams = join(params, freshAll(params));
    Builder before = out.nested();
    appendTo(before, op.before());
    List<Value> handedOn = op.before().yields();
    List<Value> beforeYields = new ArrayList<>(handedOn);
    List<Value> bodyParams = new ArrayList<>(op.body().params());
    List<Value> results = new ArrayList<>(op.results());
    for (int i = 0; i < op.results().size(); i++) {
      if (activity.isActive(handedOn.get(i + 1))) {
        beforeYields.add(tangentOrZero(handedOn.get(i + 1), before));
        bodyParams.add(fresh(op.body().params().get(i), false));
      }
    }
    Region first = before.region(beforeParams, beforeYields);
    Builder body = out.nested();
    appendTo(body, op.body());
    Region second =
        body.region(
            bodyParams,
            body.isTerminated() ? List.of() : withTangents(op.body().yields(), params, body));
    for (int i = 0; i < op.results().size(); i++) {
      if (activity.isActive(handedOn.get(i + 1))) {
        results.add(fresh(op.results().get(i), false));
      }
    }
    out.add(new Op.While(results, inits, first, second, op.origin()));
    return null;
  }

  @Override
  public Void visitCall(Op.Call op) {
    Region callee = unit.function(op.callee()).body();
    List<Value> args = new ArrayList<>(tape == null ? List.of() : List.of(tape));
    args.addAll(withTangents(op.args(), callee.params(), out));
    List<Value> results = new ArrayList<>(op.results());
    for (int i = 0; i < callee.yields().size(); i++) {
      if (activity.isActive(callee.yields().get(i))) {
        results.add(fresh(op.results().get(i), false));
      }
    }
    out.add(new Op.Call(results, Tangent.nameOf(op.callee()), args, op.origin()));
    return null;
  }

  @Override
  public Void visitOpaque(Op.Opaque op) {
    out.add(op);
    op.results().forEach(result -> shadowing.foreign(result, out));
    return null;
  }

  @Override
  public Void visitThrow(Op.Throw op) {
    out.add(op);
    return null;
  }

  @Override
  public Void visitPush(Op.Push op) {
    out.add(op);
    return null;
  }

  @Override
  public Void visitPop(Op.Pop op) {
    out.add(op);
    return null;
  }

  @Override
  public Void visitComment(Op.Comment op) {
    out.add(op);
    return null;
  }
}
