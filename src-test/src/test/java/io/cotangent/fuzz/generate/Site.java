package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.Method;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the generator knows while it writes the body of one method. */
final class Site {
  final Plan plan;
  final Dice dice;
  final Scope scope;

  /** Lengths arrays have in this program, so that they often fit together. */
  final int rows;

  final int length;

  /** Whether the program computes with floats. */
  final boolean floats;

  /** What can be called. */
  final List<Method> callable;

  /** The type returned and, for a record, its components. */
  final Type result;

  final List<Type> components;

  /** Labels of the loops around, innermost first; empty for a loop without. */
  final Deque<String> loops = new ArrayDeque<>();

  private int budget;
  private int labels;

  Site(Plan plan, Type result, List<Method> callable, int budget) {
    this(plan, new Scope(plan), result, callable, budget);
  }

  /** Inside a function of a method. */
  Site(Site outer, Type result, int budget) {
    this(outer.plan, outer.scope, result, outer.callable, budget);
    this.labels = outer.labels + 10;
  }

  private Site(Plan plan, Scope scope, Type result, List<Method> callable, int budget) {
    this.plan = plan;
    this.dice = plan.dice();
    this.scope = scope;
    this.rows = plan.rows();
    this.length = plan.length();
    this.floats = plan.floats();
    this.components = plan.components();
    this.callable = new ArrayList<>(callable);
    this.result = result;
    this.budget = budget;
  }

  /** Whether another statement may be written. */
  boolean spend() {
    return budget-- > 0;
  }

  /** A label for a loop or none. */
  String label() {
    return dice.percent(25) ? "loop" + labels++ : "";
  }
}
