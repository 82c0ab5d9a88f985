package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.ClassDecl;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.ObjectExpr;
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

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Plan plan;
  private final Dice dice;

  Scope(Plan plan) {
    this.plan = plan;
    this.dice = plan.dice();
    open();
  }

  void open() {
    frames.push(new Frame(new ArrayList<>(), false));
  }

  /** Opens the body of a function, which can use some of the variables around only. */
  void enclose() {
    frames.push(new Frame(new ArrayList<>(), true));
  }

  void close() {
    frames.pop();
  }

  Variable add(Variable variable) {
    frames.peek().variables().add(variable);
    parts(variable);
    return variable;
  }

  /** Fields of objects and elements of arrays of objects are in scope as well. */
  private void parts(Variable v) {
    if (v.type().kind() != Kind.OBJECT) {
      return;
    }
    if (v.type().rank() > 0) {
      for (int i = 0; i < v.length(); i++) {
        Expr place = new Expr.Element(v.read(), Terms.number(i));
        add(v.part(v.type().element(), "[" + i + "]", 0, true, place));
      }
      return;
    }
    String type = v.type().name();
    while (!type.isEmpty()) {
      ClassDecl c = plan.named(type);
      for (ClassDecl.Field f : c.fields()) {
        Expr place = new ObjectExpr.Field(f.type(), v.read(), f.name());
        add(v.part(f.type(), "." + f.name(), f.length(), !f.isFinal(), place));
      }
      type = c.parent();
    }
  }

  /** All variables that satisfy a condition. */
  List<Variable> all(Predicate<Variable> condition) {
    List<Variable> found = new ArrayList<>();
    boolean outside = false;
    for (Frame frame : frames) {
      for (Variable v : frame.variables()) {
        if ((!outside || v.capturable()) && condition.test(v)) {
          found.add(v);
        }
      }
      outside |= frame.encloses();
    }
    return found;
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
    long depth = frames.stream().filter(Frame::encloses).count();
    // What is declared in a function that initialises a variable must not have that one's name.
    String base = wish + "_".repeat((int) depth);
    String name = base;
    for (int n = 2; isTaken(name); n++) {
      name = base + n;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return frames.stream()
        .flatMap(f -> f.variables().stream())
        .anyMatch(v -> v.name().equals(name));
  }

  /**
   * Variables declared together.
   *
   * @param encloses whether it is the outermost one in the body of a function
   */
  private record Frame(List<Variable> variables, boolean encloses) {}
}
