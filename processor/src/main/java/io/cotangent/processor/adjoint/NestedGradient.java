package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.pass.CodeSize;
import io.cotangent.processor.tangent.Tangent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gradient of the last result of a program, in plain operations: the tangents in the directions
 * of its numbers, several in one sweep, and a sweep for each element of its arrays.
 */
final class NestedGradient {
  private static final int WIDEST = 8;

  /** What sweeps in several directions may come to, before they are cut into methods. */
  private static final int MOST_CODE = 20_000;

  /** What becomes of the derivative with respect to one leaf. */
  interface Sink {
    /** The derivative with respect to a number, the {@code index}-th of the leaves. */
    void number(Builder at, int index, Value derivative);

    /**
     * What the derivatives with respect to the elements of an array are put into.
     *
     * @return an array of its shape
     */
    Value target(int index, Value point);

    /** The derivative with respect to an element. */
    void element(Builder at, Value row, Value index, Value derivative);
  }

  private final Unit unit;
  private final List<Integer> leaves;
  private final String suffix;
  private final Builder out;
  private final Map<String, Function> functions = new LinkedHashMap<>();

  /**
   * The gradient of a program.
   *
   * @param leaves the positions of the root's differentiated parameters
   * @param suffix is appended to the names of new functions
   */
  NestedGradient(Unit unit, List<Integer> leaves, String suffix, Builder out) {
    this.unit = unit;
    this.leaves = leaves;
    this.suffix = suffix;
    this.out = out;
  }

  /** The functions this needs. */
  Map<String, Function> functions() {
    return functions;
  }

  /** Whether one sweep is enough, so that what the method does happens once. */
  boolean isOneSweep() {
    return leaves.size() <= width() && leaves.stream().noneMatch(i -> type(i).isReference());
  }

  /** How many directions a sweep has; derivatives that are compiled already come one by one. */
  private int width() {
    boolean isLinked = unit.functions().values().stream().anyMatch(f -> f.link().isPresent());
    int size = unit.functions().values().stream().mapToInt(CodeSize::of).sum();
    return isLinked ? 1 : Math.max(1, Math.min(WIDEST, MOST_CODE / Math.max(1, size)));
  }

  private Type type(int leaf) {
    return unit.rootFunction().params().get(leaf).type();
  }

  /**
   * Hands all derivatives to the sink.
   *
   * @param arguments for all parameters
   * @return what the program itself gives
   */
  List<Value> run(List<Value> arguments, Sink sink) {
    List<Value> results = List.of();
    List<Integer> numbers = leaves.stream().filter(i -> !type(i).isReference()).toList();
    for (int from = 0; from < numbers.size(); from += width()) {
      List<Integer> some = numbers.subList(from, Math.min(numbers.size(), from + width()));
      results = numbers(some, "N" + from, arguments, sink);
    }
    List<Integer> arrays = leaves.stream().filter(i -> type(i).isReference()).toList();
    if (!arrays.isEmpty()) {
      arrays(arrays, arguments, sink);
    }
    return results.isEmpty() ? call(out, unit, arguments) : results;
  }

  private Activity activity(List<Value> independents) {
    List<Value> yields = unit.rootFunction().body().yields();
    List<Value> last = yields.isEmpty() ? yields : yields.subList(yields.size() - 1, yields.size());
    return Activity.of(unit, Memory.of(unit, List.of()), independents, last);
  }

  private List<Value> parameters(List<Integer> some) {
    return some.stream().map(unit.rootFunction().params()::get).toList();
  }

  private List<Value> numbers(List<Integer> some, String name, List<Value> arguments, Sink sink) {
    List<Value> independents = parameters(some);
    Unit sweep = Tangent.along(unit, activity(independents), independents, suffix + name);
    functions.putAll(sweep.functions());
    List<Value> all = call(out, sweep, arguments);
    int results = unit.rootFunction().resultTypes().size();
    int tangents = (all.size() - results) / some.size();
    for (int i = 0; i < some.size(); i++) {
      Value derivative = all.get(results + (i + 1) * tangents - 1);
      sink.number(out, leaves.indexOf(some.get(i)), derivative);
    }
    return all.subList(0, results);
  }

  private void arrays(List<Integer> some, List<Value> arguments, Sink sink) {
    List<Value> independents = parameters(some);
    Unit sweep = Tangent.plain(unit, activity(independents), independents::contains, suffix + "A");
    functions.putAll(sweep.functions());
    for (int i = 0; i < some.size(); i++) {
      Value point = arguments.get(some.get(i));
      Value target = sink.target(leaves.indexOf(some.get(i)), point);
      List<Value> dots = new ArrayList<>();
      for (int leaf : some) {
        dots.add(out.copyArray(arguments.get(leaf), Op.CopyArray.Kind.ZEROS, ""));
      }
      List<Value> all = new ArrayList<>(arguments);
      all.addAll(dots);
      elements(
          out,
          dots.get(i),
          target,
          (at, dot, row, index) -> {
            Type type = ((ArrayType) dot.type()).element();
            at.store(dot, index, at.real(type, 1));
            List<Value> found = call(at, sweep, all);
            sink.element(at, row, index, found.get(found.size() - 1));
            at.store(dot, index, at.zero(type));
          });
    }
  }

  /** A call of a unit's root. */
  static List<Value> call(Builder at, Unit unit, List<Value> arguments) {
    Function root = unit.rootFunction();
    List<Value> results = new ArrayList<>();
    root.resultTypes().forEach(type -> results.add(new Value(type, "")));
    at.add(new Op.Call(results, root.name(), arguments, Origin.NONE));
    return results;
  }

  /** Something to do for each number of two arrays of one shape. */
  private interface ElementAction {
    void at(Builder out, Value first, Value second, Value index);
  }

  private static void elements(Builder out, Value first, Value second, ElementAction action) {
    boolean hasRows = ((ArrayType) first.type()).element().isReference();
    out.eachIndex(
        first,
        "i",
        (body, index) -> {
          if (hasRows) {
            elements(body, body.load(first, index, ""), body.load(second, index, ""), action);
          } else {
            action.at(body, first, second, index);
          }
        });
  }
}
