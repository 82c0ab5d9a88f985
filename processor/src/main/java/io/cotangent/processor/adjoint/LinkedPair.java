package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.TapeType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.tangent.LinkedCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Forward and reverse function of a function whose code is elsewhere, while they are made. */
final class LinkedPair {
  private final Unit unit;
  private final Function primal;
  private final Link link;
  private final Activity activity;
  private final Builder forward = new Builder(Origin.NONE);
  private final Builder reverse = new Builder(Origin.NONE);
  private final Value forwardTape = new Value(TapeType.TAPE, "tape");
  private final Value reverseTape = new Value(TapeType.TAPE, "tape");
  private final List<Value> forwardParams = new ArrayList<>(List.of(forwardTape));
  private final List<Value> reverseParams = new ArrayList<>(List.of(reverseTape));
  private final Deque<Op> pops = new ArrayDeque<>();

  LinkedPair(Primal program, Function primal) {
    this.unit = program.unit();
    this.primal = primal;
    this.link = primal.link().orElseThrow();
    this.activity = program.activity();
    forwardParams.addAll(primal.params());
  }

  Link link() {
    return link;
  }

  /** Where the forward function is made. */
  Builder forward() {
    return forward;
  }

  /** Where the reverse function is made, once everything is kept. */
  Builder reverse() {
    return reverse;
  }

  Value tape() {
    return forwardTape;
  }

  List<Value> params() {
    return primal.params();
  }

  Value param(int index) {
    return primal.params().get(index);
  }

  boolean isActive(Value value) {
    return activity.isActive(value);
  }

  /** Whether a result of the function has an adjoint. */
  boolean isActiveResult(int index) {
    return activity.isActive(primal.body().yields().get(index));
  }

  /** Leaves a value of the forward function to the reverse function; returns what it is there. */
  Value kept(Value value) {
    forward.add(new Op.Push(forwardTape, value, Origin.NONE));
    Value popped = new Value(value.type(), value.name());
    pops.push(new Op.Pop(popped, reverseTape, Origin.NONE));
    return popped;
  }

  /** The same for a value that may change until then. */
  Value keptAsItIs(Value value) {
    return kept(
        value.type() instanceof ArrayType
            ? forward.copyArray(value, Op.CopyArray.Kind.DEEP, value.name())
            : value);
  }

  /** An array of zeros of the shape of another one. */
  Value zeros(Value array) {
    return forward.copyArray(array, Op.CopyArray.Kind.ZEROS, "");
  }

  /**
   * The shadow of a parameter in the reverse function, which becomes a parameter of the forward
   * function; null if it has none.
   */
  Value shadow(int index) {
    Value param = param(index);
    if (!param.type().isReference() || !isActive(param)) {
      return null;
    }
    Value shadow = new Value(param.type(), Names.bar(param));
    forwardParams.add(shadow);
    return kept(shadow);
  }

  /** A new parameter of the reverse function: the adjoint of a result. */
  Value seed(Type type) {
    Value seed = new Value(type, "seed");
    reverseParams.add(seed);
    return seed;
  }

  /** Takes back what was kept; nothing can be kept from here on. */
  void turn() {
    pops.forEach(reverse::add);
  }

  /** The value and the derivatives; in buffers of the forward function, if these are no records. */
  List<Value> gradient() {
    if (!link.hasBuffers()) {
      return LinkedCode.gradient(link, params(), forward);
    }
    List<Value> buffers = new ArrayList<>();
    for (int i = 0; i < link.params().size(); i++) {
      if (link.params().get(i).isDifferentiated()) {
        buffers.add(buffer(param(i)));
      }
    }
    List<Value> results = new ArrayList<>();
    results.add(LinkedCode.addGradient(link, forwardTape, params(), buffers, forward));
    List<Link.Param> differentiated = link.differentiated();
    for (int i = 0; i < buffers.size(); i++) {
      boolean isNumber = differentiated.get(i).type().isReal();
      Value buffer = buffers.get(i);
      results.add(isNumber ? forward.load(buffer, forward.intConstant(0), "") : buffer);
    }
    return results;
  }

  private Value buffer(Value param) {
    if (!param.type().isReal()) {
      return zeros(param);
    }
    Value buffer = new Value(new ArrayType(param.type()), Names.bar(param));
    List<Value> length = List.of(forward.intConstant(1));
    forward.add(new Op.NewArray(buffer, length, Origin.NONE));
    return buffer;
  }

  /**
   * Both functions.
   *
   * @param yields the results of the forward function
   * @param bars the adjoints of the parameters that are active numbers
   */
  List<Function> functions(List<Value> yields, List<Value> bars) {
    return List.of(
        function(CallPlanner.forwardName(unit, primal.name()), forwardParams, yields, forward),
        function(CallPlanner.reverseName(unit, primal.name()), reverseParams, bars, reverse));
  }

  private static Function function(
      String name, List<Value> params, List<Value> yields, Builder out) {
    List<Type> types = yields.stream().map(Value::type).toList();
    return new Function(name, out.region(params, yields), types);
  }
}
