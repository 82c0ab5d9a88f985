package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The variables that can be named at a place, and names that are free there. */
final class Scope {
  /** Among them what generated code might call its own variables. */
  private static final List<String> NAMES =
      List.of(
          "x",
          "y",
          "z",
          "w",
          "s",
          "t",
          "u",
          "v",
          "acc",
          "sum",
          "tape",
          "seed",
          "value",
          "t1",
          "xBar",
          "aBar",
          "result",
          "i0",
          "pullback",
          "gradient",
          "tangent",
          "xDot",
          "self");

  private final Deque<List<Variable>> frames = new ArrayDeque<>();
  private final Dice dice;

  Scope(Dice dice) {
    this.dice = dice;
    open();
  }

  void open() {
    frames.push(new ArrayList<>());
  }

  void close() {
    frames.pop();
  }

  Variable add(Variable variable) {
    frames.peek().add(variable);
    return variable;
  }

  /** All variables that satisfy a condition. */
  List<Variable> all(Predicate<Variable> condition) {
    return frames.stream().flatMap(List::stream).filter(condition).toList();
  }

  List<Variable> scalars(Kind kind) {
    return all(v -> v.type().equals(Type.of(kind)));
  }

  List<Variable> assignable(Kind kind) {
    return all(v -> v.assignable() && v.type().equals(Type.of(kind)));
  }

  List<Variable> arrays(Kind kind, int rank) {
    return all(v -> v.type().equals(new Type(kind, rank)));
  }

  /** Counters that can be an index of an array. */
  List<Variable> indices(int length) {
    return all(v -> v.type().equals(Type.INT) && v.below() > 0 && v.below() <= length);
  }

  /** A name nothing in scope has. */
  String fresh() {
    return free(dice.pick(NAMES));
  }

  /** A name nothing in scope has: the one wished for or one like it. */
  String free(String wish) {
    String name = wish;
    for (int n = 2; isTaken(name); n++) {
      name = wish + n;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return !all(v -> v.name().equals(name)).isEmpty();
  }
}
