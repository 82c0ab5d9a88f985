package io.cotangent.processor.source;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The point of the program that is being lowered: the region that takes the next operation, and
 * what the variables hold. Branches and loops open regions of their own and join the variables
 * afterwards.
 */
final class Cursor {
  /** A loop that still needs more room after so many attempts will always need more. */
  private static final int MOST_ATTEMPTS = 10;

  private final Raising raising = new Raising(this);
  private Builder builder;
  private Environment variables;
  private final Set<Value> made = new HashSet<>();
  private final Map<Value, Boolean> decided = new HashMap<>();
  private final Joining joining;
  private final Consumer<Origin> unbounded;
  private final Consumer<Operand> growing;
  private List<Pending> pending = new ArrayList<>();

  /**
   * A cursor at the beginning.
   *
   * @param unbounded is told where what variables hold gets deeper without end
   * @param growing is told what gets wider in loops, and may stop it
   */
  Cursor(Origin origin, Joining joining, Consumer<Origin> unbounded, Consumer<Operand> growing) {
    this.growing = growing;
    this.builder = new Builder(origin, raising);
    this.variables = new Environment();
    this.joining = joining;
    this.unbounded = unbounded;
  }

  Builder builder() {
    return builder;
  }

  /** From here on the value is known to be a reference to something. */
  void made(Value reference) {
    made.add(reference);
  }

  /** Whether the value is known not to be null. */
  boolean isMade(Value reference) {
    return made.contains(reference);
  }

  /** From here on the condition is known to hold, or not to hold. */
  void decide(Value condition, boolean holds) {
    decided.put(condition, holds);
  }

  /** Whether the condition holds, if the program says it. */
  Optional<Boolean> decided(Value condition) {
    return Optional.ofNullable(decided.get(condition));
  }

  Environment variables() {
    return variables;
  }

  /** Where exceptions go. */
  Raising raising() {
    return raising;
  }

  /** Whether what would come next is never reached. */
  boolean isTerminated() {
    return builder.isTerminated() || raising.isRaised(variables);
  }

  /**
   * Code that runs only if the condition does not hold, up to the end of the arm.
   *
   * @param thrown what runs if it does
   * @param front the operations before
   * @param entry what the variables hold before
   */
  private record Pending(
      Origin origin, Value condition, Arm thrown, List<Op> front, Environment entry) {}

  /** Code lowered into a builder of its own. */
  private record Arm(Builder builder, Environment variables, List<Value> values) {
    boolean isTerminated() {
      return builder.isTerminated();
    }

    Operand held(Variable variable) {
      return variables.get(variable);
    }
  }

  private Arm arm(Environment entry, Supplier<List<Value>> code) {
    Builder outerBuilder = builder;
    Environment outerVariables = variables;
    builder = outerBuilder.nested();
    variables = entry.copy();
    try {
      List<Value> values = closed(code);
      return new Arm(builder, variables, values);
    } finally {
      builder = outerBuilder;
      variables = outerVariables;
    }
  }

  /** Lowers code; what an exception skips in it ends with it. */
  List<Value> closed(Supplier<List<Value>> code) {
    List<Pending> outerPending = pending;
    Raising.Checked outerChecked = raising.enter();
    pending = new ArrayList<>();
    try {
      List<Value> values = code.get();
      for (int i = pending.size() - 1; i >= 0; i--) {
        values = close(pending.get(i), values);
      }
      return values;
    } finally {
      pending = outerPending;
      raising.leave(outerChecked);
    }
  }

  private List<Value> close(Pending last, List<Value> values) {
    Builder rest = builder.nested();
    rest.addAll(builder.resume(last.front()));
    Arm second = new Arm(rest, variables, values);
    variables = last.entry();
    Builder out = last.thrown().builder();
    List<Value> zeros = values.stream().map(v -> out.zero(v.type())).toList();
    Arm first = new Arm(out, last.thrown().variables(), zeros);
    List<String> names = values.stream().map(Value::name).toList();
    List<Value> joined = join(last.origin(), last.condition(), first, second, names);
    if (raising.isRaised(second.variables())) {
      raising.certain();
    }
    return joined;
  }

  /** From here on code runs only if the condition does not hold; if it does, the other runs. */
  void unless(Origin origin, Value condition, Runnable thrown) {
    pend(origin, condition, arm(variables, returningNothing(thrown)));
  }

  private void pend(Origin origin, Value condition, Arm thrown) {
    pending.add(new Pending(origin, condition, thrown, builder.suspend(), variables));
    variables = variables.copy();
  }

  /** A branch between statements. */
  void branch(Origin origin, Value condition, Runnable then, Runnable otherwise) {
    branch(origin, condition, returningNothing(then), returningNothing(otherwise), List.of());
  }

  private static Supplier<List<Value>> returningNothing(Runnable code) {
    return () -> {
      code.run();
      return List.of();
    };
  }

  /**
   * A branch whose arms give values; where the condition is decided only one of them is lowered.
   *
   * @param names one name for each value
   */
  List<Value> branch(
      Origin origin,
      Value condition,
      Supplier<List<Value>> then,
      Supplier<List<Value>> otherwise,
      List<String> names) {
    Optional<Boolean> known = decided(condition);
    if (known.isPresent()) {
      return known.get() ? then.get() : otherwise.get();
    }
    Arm first = arm(variables, then);
    Arm second = arm(variables, otherwise);
    if (first.isTerminated()) {
      Region empty = new Region(List.of(), List.of(), List.of());
      Region thrown = regionOf(first, List.of(), Map.of());
      builder.add(new Op.If(List.of(), condition, thrown, empty, origin));
      return goOn(origin, second);
    }
    boolean raises = raising.isRaised(first.variables());
    if (raises != raising.isRaised(second.variables())) {
      Value raised = raises ? condition : builder.apply(Operator.NOT, condition);
      pend(origin, raised, raises ? first : second);
      return goOn(origin, raises ? second : first);
    }
    List<Value> values = join(origin, condition, first, second, names);
    raising.joined(origin, raises);
    return values;
  }

  /** Goes on where an arm has ended. */
  private List<Value> goOn(Origin origin, Arm arm) {
    builder.addAll(arm.builder().ops());
    variables = arm.variables();
    raising.joined(origin, false);
    return arm.values();
  }

  /** A branch whose arms give operands of any make. */
  Operand choose(
      Origin origin,
      Value condition,
      String name,
      Supplier<Operand> then,
      Supplier<Operand> otherwise) {
    Variable chosen = new Variable(name, RefType.OBJECT);
    variables.set(chosen, new Operand.Unset(RefType.OBJECT));
    branch(origin, condition, () -> hold(chosen, then.get()), () -> hold(chosen, otherwise.get()));
    return variables.get(chosen);
  }

  /** Sets it where the cursor is once the operand is there: what makes it can move the cursor. */
  private void hold(Variable variable, Operand operand) {
    variables.set(variable, operand);
  }

  private List<Value> join(
      Origin origin, Value condition, Arm first, Arm second, List<String> names) {
    Set<Variable> changed = new LinkedHashSet<>(variables.changedIn(first.variables()));
    if (!second.isTerminated()) {
      changed.addAll(variables.changedIn(second.variables()));
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < first.values().size(); i++) {
      values.add(new Value(first.values().get(i).type(), i < names.size() ? names.get(i) : ""));
    }
    List<Value> results = new ArrayList<>(values);
    Map<Variable, Operand> held = new LinkedHashMap<>();
    for (Variable variable : changed) {
      Operand one = first.held(variable);
      held.put(variable, second.isTerminated() ? one : joined(one, second.held(variable)));
    }
    Region then = regionOf(first, List.of(), held);
    Region otherwise = regionOf(second, List.of(), held);
    held.forEach((variable, like) -> results.addAll(variables.renew(variable, like)));
    builder.add(new Op.If(results, condition, then, otherwise, origin));
    return values;
  }

  private Operand joined(Operand a, Operand b) {
    Operand joined = joining.join(a, b);
    if (Joining.depth(joined) > Joining.MOST_NESTED) {
      growing.accept(joined);
      unbounded.accept(builder.origin());
      throw new Rejected();
    }
    return joined;
  }

  /**
   * A loop. What a variable holds may be of another make after an iteration than before: then the
   * loop is lowered again with variables that can hold both.
   *
   * @param carried the variables that change in it
   * @param before gives the condition under which the body runs
   */
  void loop(Origin origin, Set<Variable> carried, Supplier<Value> before, Runnable body) {
    Set<Variable> all = new LinkedHashSet<>(carried);
    all.addAll(raising.variables());
    Map<Variable, Operand> held = new LinkedHashMap<>();
    all.forEach(v -> held.put(v, variables.get(v)));
    Supplier<Value> head = () -> raising.unlessRaised(origin, before);
    int attempts = 1;
    while (!attempt(origin, held, head, raising.body(body))) {
      if (++attempts > MOST_ATTEMPTS) {
        unbounded.accept(origin);
        throw new Rejected();
      }
    }
    raising.joined(origin, false);
  }

  /** Lowers a loop, unless what the variables are to hold turns out to be too narrow. */
  private boolean attempt(
      Origin origin, Map<Variable, Operand> held, Supplier<Value> before, Runnable body) {
    Environment entry = variables.copy();
    List<Value> params = renewAll(entry, held);
    Arm head = arm(entry, () -> List.of(before.get()));
    Environment bodyEntry = variables.copy();
    List<Value> bodyParams = renewAll(bodyEntry, held);
    Arm tail = arm(bodyEntry, returningNothing(body));
    if (widened(head, held) | widened(tail, held)) {
      return false;
    }
    Region headRegion = regionOf(head, params, held);
    Region bodyRegion = regionOf(tail, bodyParams, held);
    List<Value> inits = new ArrayList<>();
    held.forEach((v, like) -> inits.addAll(leaves(variables.get(v), like, builder)));
    checkCarried(entry, head.variables(), held.keySet());
    checkCarried(bodyEntry, tail.variables(), held.keySet());
    List<Value> results = renewAll(variables, held);
    builder.add(new Op.While(results, inits, headRegion, bodyRegion, origin));
    return true;
  }

  private static List<Value> renewAll(Environment environment, Map<Variable, Operand> held) {
    List<Value> fresh = new ArrayList<>();
    held.forEach((variable, like) -> fresh.addAll(environment.renew(variable, like)));
    return fresh;
  }

  private boolean widened(Arm arm, Map<Variable, Operand> held) {
    boolean widened = false;
    for (Map.Entry<Variable, Operand> entry : held.entrySet()) {
      if (!arm.isTerminated()) {
        Operand wide = joined(entry.getValue(), arm.held(entry.getKey()));
        boolean isWider = !wide.key().equals(entry.getValue().key());
        if (isWider) {
          growing.accept(wide);
        }
        widened |= isWider;
        entry.setValue(wide);
      }
    }
    return widened;
  }

  private List<Value> leaves(Operand operand, Operand like, Builder out) {
    return joining.adapt(operand, like, out).leaves();
  }

  private Region regionOf(Arm arm, List<Value> params, Map<Variable, Operand> held) {
    List<Value> yields = new ArrayList<>();
    if (!arm.isTerminated()) {
      yields.addAll(arm.values());
      held.forEach((v, like) -> yields.addAll(leaves(arm.held(v), like, arm.builder())));
    }
    return arm.builder().region(params, yields);
  }

  private static void checkCarried(Environment entry, Environment exit, Set<Variable> carried) {
    for (Variable variable : entry.changedIn(exit)) {
      if (!carried.contains(variable)) {
        throw new IllegalStateException("not carried: " + variable);
      }
    }
  }
}
