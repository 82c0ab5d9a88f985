package io.cotangent.processor.source;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Exceptions that are caught where they are thrown, as structure: throwing one sets the flag of the
 * handler, and what follows is skipped. Where there is no handler an exception stays one.
 */
final class Raising implements Builder.Guard {
  /** What has been checked on the way to the cursor. */
  record Checked(Set<Object> facts) {}

  private final Cursor cursor;
  private final Deque<Handler> handlers = new ArrayDeque<>();
  private final Set<Value> raised = new HashSet<>();
  private final Set<Value> clear = new HashSet<>();
  private Set<Object> checked = new HashSet<>();
  private Predicate<Op.Call> reports = call -> false;
  private BiConsumer<Handler, Op.Call> unknown = (handler, call) -> {};
  private final ThrowingOps operations;

  Raising(Cursor cursor) {
    this.cursor = cursor;
    this.operations = new ThrowingOps(this);
  }

  /**
   * What is to be known of calls.
   *
   * @param test whether one says by one more result that there was an exception
   * @param refusal is told of those that do not
   */
  void calls(Predicate<Op.Call> test, BiConsumer<Handler, Op.Call> refusal) {
    reports = test;
    unknown = refusal;
  }

  /** Whether a call gives back what it throws; one that does not is refused. */
  boolean reports(Op.Call call) {
    boolean known = reports.test(call);
    if (!known) {
      unknown.accept(handler(), call);
    }
    return known;
  }

  Checked enter() {
    Checked outer = new Checked(checked);
    checked = handlers.isEmpty() ? checked : new HashSet<>(checked);
    return outer;
  }

  void leave(Checked outer) {
    checked = outer.facts();
  }

  /** Notes a fact about values; false if it is known already. */
  boolean check(Object fact) {
    return checked.add(fact);
  }

  /** The exceptions of the virtual machine some handler waits for; empty where there is none. */
  Set<Implicit> caught() {
    Set<Implicit> all = EnumSet.noneOf(Implicit.class);
    handlers.forEach(h -> all.addAll(h.caught()));
    return all;
  }

  boolean isCaught() {
    return !handlers.isEmpty();
  }

  /** The handler exceptions go to. */
  Handler handler() {
    return handlers.element();
  }

  /** Lowers code whose exceptions go to the handler; behind it the handler's variables tell. */
  void within(Handler handler, Runnable code) {
    set(handler, false);
    Value none = cursor.builder().constant(Handler.THROWABLE, null);
    cursor.variables().set(handler.exception(), new Operand.Scalar(none));
    handlers.push(handler);
    try {
      cursor.closed(
          () -> {
            code.run();
            return List.of();
          });
    } finally {
      handlers.pop();
    }
  }

  /** Whether the handler has certainly got nothing. */
  boolean isClear(Handler handler) {
    return clear.contains(flag(handler, cursor.variables()));
  }

  /** Lets the handler wait again. */
  void clear(Handler handler) {
    set(handler, false);
  }

  private void set(Handler handler, boolean flag) {
    Builder builder = cursor.builder();
    Value value = new Value(handler.flag().type(), "");
    builder.append(new Op.Const(value, flag, builder.origin()));
    (flag ? raised : clear).add(value);
    cursor.variables().set(handler.flag(), new Operand.Scalar(value));
  }

  /** Whether an exception is on its way to the handler. */
  Value flag(Handler handler) {
    return flag(handler, cursor.variables());
  }

  private static Value flag(Handler handler, Environment variables) {
    return variables.get(handler.flag()).leaves().get(0);
  }

  Value exception(Handler handler) {
    return cursor.variables().get(handler.exception()).leaves().get(0);
  }

  /** Throws: to the nearest handler, or out of the method. */
  void raise(Value exception, Origin origin) {
    Builder builder = cursor.builder();
    if (handlers.isEmpty()) {
      builder.append(new Op.Throw(exception, origin));
      return;
    }
    Value any = exception;
    if (!exception.type().equals(Handler.THROWABLE)) {
      any = opaque(Handler.THROWABLE, "#0", List.of(exception), Nature.PURE, origin);
    }
    cursor.variables().set(handler().exception(), new Operand.Scalar(any));
    set(handler(), true);
  }

  /** Java that never throws. */
  Value opaque(Type type, String java, List<Value> args, Nature nature, Origin origin) {
    Value value = new Value(type, "");
    List<Value> results = List.of(value);
    cursor.builder().append(new Op.Opaque(results, java, args, nature, "exception", origin));
    return value;
  }

  /** If the condition holds an exception is thrown, and what follows is skipped. */
  void raiseIf(Value condition, Supplier<Value> exception, Origin origin) {
    cursor.unless(origin, condition, () -> raise(exception.get(), origin));
  }

  /** Whether an exception certainly is on its way. */
  boolean isRaised(Environment variables) {
    return isCaught() && raised.contains(flag(handler(), variables));
  }

  /** Skips what follows if an exception was thrown where arms have come together again. */
  void joined(Origin origin, boolean certain) {
    if (!isCaught()) {
      return;
    }
    Value flag = flag(handler());
    if (certain) {
      certain();
    } else if (!clear.contains(flag) && !raised.contains(flag)) {
      skip(origin, flag);
    }
  }

  /** An exception is on its way whichever arm has run. */
  void certain() {
    raised.add(flag(handler()));
  }

  private void skip(Origin origin, Value condition) {
    cursor.unless(origin, condition, () -> set(handler(), true));
    set(handler(), false);
  }

  /** The variables a loop has to carry. */
  List<Variable> variables() {
    return isCaught() ? handler().variables() : List.of();
  }

  /** The head of a loop, which an exception ends. */
  Value unlessRaised(Origin origin, Supplier<Value> condition) {
    if (!isCaught()) {
      return condition.get();
    }
    Supplier<List<Value>> head =
        () -> {
          clear.add(flag(handler()));
          return List.of(condition.get());
        };
    Value flag = flag(handler());
    Supplier<List<Value>> end = () -> List.of(cursor.builder().bool(false));
    return cursor.branch(origin, flag, end, head, List.of()).get(0);
  }

  /** The body of a loop, which begins without an exception. */
  Runnable body(Runnable code) {
    return () -> {
      if (isCaught()) {
        clear.add(flag(handler()));
      }
      code.run();
    };
  }

  @Override
  public void add(Op op, Builder builder) {
    if (!isCaught() || builder != cursor.builder()) {
      builder.append(op);
      return;
    }
    if (isRaised(cursor.variables()) && !(op instanceof Op.Const)) {
      // Nothing runs behind a throw; what is lowered all the same goes where it never does.
      Value always = new Value(handler().flag().type(), "");
      builder.append(new Op.Const(always, true, op.origin()));
      skip(op.origin(), always);
    }
    operations.add(op, builder);
  }
}
