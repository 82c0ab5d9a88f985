package io.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * An operation. Passes that handle every kind use {@link #accept}; passes that only substitute use
 * {@link #rebuild}.
 */
public sealed interface Op {
  /** The values this operation defines. */
  List<Value> results();

  /** The values this operation uses, not counting those its regions use. */
  List<Value> operands();

  /** The regions this operation owns. */
  default List<Region> regions() {
    return List.of();
  }

  /** Where the operation comes from. */
  Origin origin();

  /** The same operation over other values and regions, each list of the same length as its own. */
  Op rebuild(List<Value> results, List<Value> operands, List<Region> regions);

  /** Calls the visitor's method for this kind of operation. */
  <R> R accept(OpVisitor<R> visitor);

  /** Whether this operation, or one in its regions, is such. */
  default boolean has(Predicate<Op> wanted) {
    return wanted.test(this) || regions().stream().anyMatch(region -> region.has(wanted));
  }

  /** The only result. */
  default Value result() {
    return results().get(0);
  }

  /** A constant: a boxed primitive, a string, or null. */
  record Const(Value value, Object constant, Origin origin) implements Op {
    @Override
    public List<Value> results() {
      return List.of(value);
    }

    @Override
    public List<Value> operands() {
      return List.of();
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return new Const(results.get(0), constant, origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitConst(this);
    }
  }

  /**
   * Arithmetic without side effects. Only division and remainder of whole numbers can throw.
   *
   * @param strict whether the function is StrictMath's rather than Math's
   */
  record Apply(Value value, Operator operator, boolean strict, List<Value> args, Origin origin)
      implements Op {
    public Apply {
      args = List.copyOf(args);
    }

    @Override
    public List<Value> results() {
      return List.of(value);
    }

    @Override
    public List<Value> operands() {
      return args;
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return new Apply(results.get(0), operator, strict, operands, origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitApply(this);
    }
  }

  /** {@code value = array[index]}. */
  record Load(Value value, Value array, Value index, Origin origin) implements Op {
    @Override
    public List<Value> results() {
      return List.of(value);
    }

    @Override
    public List<Value> operands() {
      return List.of(array, index);
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return new Load(results.get(0), operands.get(0), operands.get(1), origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitLoad(this);
    }
  }

  /** {@code array[index] = stored}. */
  record Store(Value array, Value index, Value stored, Origin origin) implements Op {
    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      return List.of(array, index, stored);
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return new Store(operands.get(0), operands.get(1), operands.get(2), origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitStore(this);
    }
  }

  /** {@code value = array.length}. */
  record Length(Value value, Value array, Origin origin) implements Op {
    @Override
    public List<Value> results() {
      return List.of(value);
    }

    @Override
    public List<Value> operands() {
      return List.of(array);
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return new Length(results.get(0), operands.get(0), origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitLength(this);
    }
  }

  /** {@code new T[d0][d1]..}: of the value's type; dimensions not given stay null rows. */
  record NewArray(Value value, List<Value> dimensions, Origin origin) implements Op {
    public NewArray {
      dimensions = List.copyOf(dimensions);
    }

    @Override
    public List<Value> results() {
      return List.of(value);
    }

    @Override
    public List<Value> operands() {
      return dimensions;
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return new NewArray(results.get(0), operands, origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitNewArray(this);
    }
  }

  /**
   * A new array made from another one; null where the original is null, save for {@link
   * Kind#CLONE}.
   */
  record CopyArray(Value value, Value array, Kind kind, Origin origin) implements Op {
    /** What the new array holds. */
    public enum Kind {
      /** The same elements: {@code array.clone()}; rows are shared. */
      CLONE,
      /** Copies of everything below. */
      DEEP,
      /** Zeros, in the same shape. */
      ZEROS
    }

    @Override
    public List<Value> results() {
      return List.of(value);
    }

    @Override
    public List<Value> operands() {
      return List.of(array);
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return new CopyArray(results.get(0), operands.get(0), kind, origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitCopyArray(this);
    }
  }

  /** Runs one of two regions; the results are its yields. */
  record If(List<Value> results, Value condition, Region then, Region otherwise, Origin origin)
      implements Op {
    public If {
      results = List.copyOf(results);
    }

    @Override
    public List<Value> operands() {
      return List.of(condition);
    }

    @Override
    public List<Region> regions() {
      return List.of(then, otherwise);
    }

    @Override
    public Op rebuild(List<Value> newResults, List<Value> operands, List<Region> regions) {
      return new If(newResults, operands.get(0), regions.get(0), regions.get(1), origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitIf(this);
    }
  }

  /**
   * A counted loop: {@code for (i = lower; i < upper; i += step)}, {@code <=} if inclusive, {@code
   * >} and {@code >=} if the step is negative. The body's parameters are the index, then the
   * carried values; its yields are the carried values for the next iteration. The results are the
   * carried values at the end.
   */
  record For(
      List<Value> results,
      Value lower,
      Value upper,
      int step,
      boolean inclusive,
      List<Value> inits,
      Region body,
      Origin origin)
      implements Op {
    public For {
      results = List.copyOf(results);
      inits = List.copyOf(inits);
      if (step == 0) {
        throw new IllegalArgumentException("step 0");
      }
    }

    /** The loop index. */
    public Value index() {
      return body.params().get(0);
    }

    /** The carried values as the body sees them. */
    public List<Value> carried() {
      return body.params().subList(1, body.params().size());
    }

    @Override
    public List<Value> operands() {
      List<Value> operands = new ArrayList<>(List.of(lower, upper));
      operands.addAll(inits);
      return operands;
    }

    @Override
    public List<Region> regions() {
      return List.of(body);
    }

    @Override
    public Op rebuild(List<Value> newResults, List<Value> operands, List<Region> regions) {
      List<Value> newInits = operands.subList(2, operands.size());
      return new For(
          newResults,
          operands.get(0),
          operands.get(1),
          step,
          inclusive,
          newInits,
          regions.get(0),
          origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitFor(this);
    }
  }

  /**
   * A loop whose end is known when it comes. {@code before} takes the carried values and yields the
   * condition, then the values handed on: to {@code body}, which yields the next carried values,
   * or, when the condition is false, to the results.
   */
  record While(List<Value> results, List<Value> inits, Region before, Region body, Origin origin)
      implements Op {
    public While {
      results = List.copyOf(results);
      inits = List.copyOf(inits);
    }

    @Override
    public List<Value> operands() {
      return inits;
    }

    @Override
    public List<Region> regions() {
      return List.of(before, body);
    }

    @Override
    public Op rebuild(List<Value> newResults, List<Value> operands, List<Region> regions) {
      return new While(newResults, operands, regions.get(0), regions.get(1), origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitWhile(this);
    }
  }

  /** Calls a function of the same {@link Unit}. */
  record Call(List<Value> results, String callee, List<Value> args, Origin origin) implements Op {
    public Call {
      results = List.copyOf(results);
      args = List.copyOf(args);
    }

    @Override
    public List<Value> operands() {
      return args;
    }

    @Override
    public Op rebuild(List<Value> newResults, List<Value> operands, List<Region> regions) {
      return new Call(newResults, callee, operands, origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitCall(this);
    }
  }

  /**
   * Java the transformations do not look into.
   *
   * @param results one value, or none
   * @param java the expression; {@code #0}, {@code #1}.. stand for the arguments, {@code
   *     {pkg.Name}} for a class, {@code {pkg.Name}~field} for what reads a private field of it
   * @param nature what may be done with it
   * @param callee what a message calls it, for instance the signature of the method
   */
  record Opaque(
      List<Value> results,
      String java,
      List<Value> args,
      Nature nature,
      String callee,
      Origin origin)
      implements Op {
    /** What stands between a class and a static field of it that generated code cannot name. */
    public static final String PRIVATE = "~";

    /** What an opaque expression does, as far as the transformations care. */
    public enum Nature {
      /**
       * No effects, never throws, same result for the same arguments: may be dropped or repeated.
       */
      PURE,
      /**
       * Has no effects, but gives what others may change: the field of an object from elsewhere.
       */
      READ,
      /** Has effects, but real arguments leave the computation in it: printing, formatting. */
      SINK,
      /**
       * Computes partial derivatives and has no effects. Active arguments are refused only where
       * the result is differentiated in turn.
       */
      PARTIAL,
      /**
       * May write to the arrays it is given, in code that only computes partial derivatives:
       * refused as {@link #PARTIAL} is.
       */
      UNTRACKED,
      /** May do anything with its arguments: active ones are refused. */
      UNKNOWN;

      /** Whether it looks at what others may change, or runs their code. */
      public boolean isForeign() {
        return this == READ || this == UNKNOWN;
      }

      /** Whether arrays among the arguments may be written. */
      public boolean mayWrite() {
        return this == UNKNOWN || this == UNTRACKED;
      }
    }

    /** What {@link #callee} is where the user ends a derivative. */
    public static final String STOP = "Gradients.stop";

    /** What {@link #callee} is where an array becomes the content of a watched variable. */
    public static final String WATCH = "Watch";

    public Opaque {
      results = List.copyOf(results);
      args = List.copyOf(args);
    }

    /** Whether it gives back the array it is given, which the variable it is named after holds. */
    public boolean isWatch() {
      return callee.equals(WATCH);
    }

    /** Whether it does nothing but end derivatives. */
    public boolean isStop() {
      return callee.equals(STOP);
    }

    @Override
    public List<Value> operands() {
      return args;
    }

    @Override
    public Op rebuild(List<Value> newResults, List<Value> operands, List<Region> regions) {
      return new Opaque(newResults, java, operands, nature, callee, origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitOpaque(this);
    }
  }

  /** Throws; always the last operation of its region. */
  record Throw(Value exception, Origin origin) implements Op {
    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      return List.of(exception);
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return new Throw(operands.get(0), origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitThrow(this);
    }
  }

  /** Leaves a value on the tape. */
  record Push(Value tape, Value pushed, Origin origin) implements Op {
    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      return List.of(tape, pushed);
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return new Push(operands.get(0), operands.get(1), origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitPush(this);
    }
  }

  /** Takes the value last pushed, of the type of the result. */
  record Pop(Value value, Value tape, Origin origin) implements Op {
    @Override
    public List<Value> results() {
      return List.of(value);
    }

    @Override
    public List<Value> operands() {
      return List.of(tape);
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return new Pop(results.get(0), operands.get(0), origin);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitPop(this);
    }
  }

  /** A comment for the reader of the generated code; computes nothing. */
  record Comment(String text, Origin origin) implements Op {
    public static final String FORWARD = "Forward sweep";
    public static final String REVERSE = "Reverse sweep";

    /** Whether it stands over a sweep rather than over a statement. */
    public boolean isHeading() {
      return text.equals(FORWARD) || text.equals(REVERSE);
    }

    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      return List.of();
    }

    @Override
    public Op rebuild(List<Value> results, List<Value> operands, List<Region> regions) {
      return this;
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitComment(this);
    }
  }
}
