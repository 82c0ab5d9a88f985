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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Appends the operations of a region, each followed by those of its tangents. */
final class TangentRegion implements OpVisitor<Void> {
  private final Unit unit;
  private final Activity activity;
  private final List<Direction> directions;
  private final boolean isPlain;
  private final UnaryOperator<String> names;
  private Builder out = new Builder(Origin.NONE);
  private Value tape;

  /**
   * Tangents of one function.
   *
   * @param directions in which there are tangents; the primal is there once for all
   * @param isPlain whether they may be differentiated again
   * @param names what the tangents of the functions that are called are called
   */
  TangentRegion(
      Unit unit,
      Activity activity,
      List<Direction> directions,
      boolean isPlain,
      UnaryOperator<String> names) {
    this.isPlain = isPlain;
    this.unit = unit;
    this.activity = activity;
    this.directions = directions;
    this.names = names;
  }

  void useTape(Value newTape) {
    this.tape = newTape;
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

  private List<Shadowing> shadowings() {
    return directions.stream().map(Direction::shadowing).toList();
  }

  /** New tangents for the active ones of the values, direction by direction. */
  private List<Value> freshAll(List<Value> values) {
    return directions.stream().flatMap(d -> d.freshAll(values).stream()).toList();
  }

  private static List<Value> join(List<Value> first, List<Value> second) {
    List<Value> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }

  /** The values followed by the tangents of those whose counterpart in {@code model} is active. */
  private List<Value> withTangents(List<Value> values, List<Value> model, Builder target) {
    List<Value> joined = new ArrayList<>(values);
    joined.addAll(tangents(values, model, target));
    return joined;
  }

  private List<Value> tangents(List<Value> values, List<Value> model, Builder target) {
    List<Value> tangents = new ArrayList<>();
    for (Direction direction : directions) {
      for (int i = 0; i < values.size(); i++) {
        if (activity.isActive(model.get(i))) {
          tangents.add(direction.orZero(values.get(i), target));
        }
      }
    }
    return tangents;
  }

  /** New tangents for the results whose counterpart in {@code model} is active. */
  private List<Value> freshResults(List<Value> results, List<Value> model) {
    List<Value> tangents = new ArrayList<>();
    for (Direction direction : directions) {
      for (int i = 0; i < model.size(); i++) {
        if (activity.isActive(model.get(i))) {
          tangents.add(direction.fresh(results.get(i)));
        }
      }
    }
    return tangents;
  }

  @Override
  public Void visitConst(Op.Const op) {
    out.add(op);
    shadowings().forEach(s -> s.constant(op, out));
    return null;
  }

  @Override
  public Void visitApply(Op.Apply op) {
    out.add(op);
    directions.forEach(direction -> apply(op, direction));
    return null;
  }

  private void apply(Op.Apply op, Direction direction) {
    Value sum = null;
    for (int i = 0; i < op.args().size(); i++) {
      Value tangent = direction.of(op.args().get(i));
      if (tangent != null) {
        Value term = term(op, i, tangent).orElse(null);
        sum = sum == null || term == null ? (sum == null ? term : sum) : plus(sum, term);
      }
    }
    if (sum != null) {
      direction.put(op.value(), sum);
    }
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
    for (Direction direction : directions) {
      Shadowing shadowing = direction.shadowing();
      if (op.value().type().isReference()) {
        shadowing.load(op, out);
      } else {
        Value tangent = direction.fresh(op.value());
        out.add(new Op.Load(tangent, shadowing.of(op.array()), op.index(), op.origin()));
      }
    }
    return null;
  }

  @Override
  public Void visitStore(Op.Store op) {
    out.add(op);
    for (Direction direction : directions) {
      Shadowing shadowing = direction.shadowing();
      if (op.stored().type().isReference()) {
        shadowing.store(op, out);
      } else {
        out.store(shadowing.of(op.array()), op.index(), direction.orZero(op.stored(), out));
      }
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
    shadowings().forEach(s -> s.newArray(op, out));
    return null;
  }

  @Override
  public Void visitCopyArray(Op.CopyArray op) {
    out.add(op);
    shadowings().forEach(s -> copyArray(op, s));
    return null;
  }

  private void copyArray(Op.CopyArray op, Shadowing shadowing) {
    if (shadowing.isShadowed(op.value())) {
      Value shadow = shadowing.of(op.value());
      boolean hasTangent = shadowing.isShadowed(op.array());
      Value from = hasTangent ? shadowing.of(op.array()) : op.array();
      Op.CopyArray.Kind kind = hasTangent ? op.kind() : Op.CopyArray.Kind.ZEROS;
      out.add(new Op.CopyArray(shadow, from, kind, op.origin()));
    }
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
    List<Value> results = join(op.results(), freshResults(op.results(), op.carried()));
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
    List<Value> yields = op.before().yields();
    List<Value> handedOn = yields.isEmpty() ? yields : yields.subList(1, yields.size());
    List<Value> beforeYields = join(yields, tangents(handedOn, handedOn, before));
    List<Value> bodyParams = join(op.body().params(), freshResults(op.body().params(), handedOn));
    Region first = before.region(beforeParams, beforeYields);
    Builder body = out.nested();
    appendTo(body, op.body());
    Region second =
        body.region(
            bodyParams,
            body.isTerminated() ? List.of() : withTangents(op.body().yields(), params, body));
    List<Value> results = join(op.results(), freshResults(op.results(), handedOn));
    out.add(new Op.While(results, inits, first, second, op.origin()));
    return null;
  }

  @Override
  public Void visitCall(Op.Call op) {
    Region callee = unit.function(op.callee()).body();
    List<Value> args = new ArrayList<>(tape == null ? List.of() : List.of(tape));
    args.addAll(withTangents(op.args(), callee.params(), out));
    List<Value> results = join(op.results(), freshResults(op.results(), callee.yields()));
    out.add(new Op.Call(results, names.apply(op.callee()), args, op.origin()));
    return null;
  }

  @Override
  public Void visitOpaque(Op.Opaque op) {
    out.add(op);
    op.results().forEach(result -> shadowings().forEach(s -> s.foreign(result, out)));
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
