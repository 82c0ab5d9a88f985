package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.analysis.Lending;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.OpVisitor;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.TapeType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the body of a function. Values that are used once, where they are defined, are folded into
 * the expression that uses them; every other value is a local variable. Structure is left to {@link
 * BranchEmitter} and {@link LoopEmitter}.
 */
final class BodyEmitter implements OpVisitor<Void> {
  /** The longest expression that is folded into another one. */
  private static final int LONGEST = 90;

  private final Unit unit;
  private final Function function;
  private final Borrowing borrowing;
  private final Uses uses;
  private final NameTable names;
  private final Map<Value, Expr> variables = new HashMap<>();
  private final Set<String> owned = new HashSet<>();
  private final LineMarks lineMarks;
  private final Map<Value, Origin> origins = new HashMap<>();
  private Region region;
  private Pending pending = new Pending();

  /**
   * A body.
   *
   * @param lending what it borrows from the tape, which is the first parameter of the function then
   */
  BodyEmitter(Unit unit, Function function, NameTable names, Lending lending, LineMarks lineMarks) {
    this.lineMarks = lineMarks;
    this.unit = unit;
    this.borrowing = new Borrowing(this, lending);
    this.function = function;
    this.uses = new Uses(function.body());
    this.names = names;
    this.region = function.body();
  }

  /** Says what a value is called. */
  void bind(Value value, String name) {
    variables.put(value, Expr.variable(name));
  }

  /** A value stands for an expression from now on. */
  void bind(Value value, Expr expr) {
    variables.put(value, expr);
  }

  Uses uses() {
    return uses;
  }

  NameTable names() {
    return names;
  }

  Region region() {
    return region;
  }

  Pending pending() {
    return pending;
  }

  /** Writes what the function borrows before anything else. */
  void emitShelves() {
    borrowing.begin(function.name());
  }

  /** Writes the statements of the function's body. */
  void emitBody() {
    for (Op op : region.ops()) {
      lineMarks.at(pending, op.origin());
      op.results().forEach(v -> origins.put(v, op.origin()));
      op.accept(this);
    }
    lineMarks.at(pending, Origin.NONE);
  }

  /** What is written next comes from where the value was computed. */
  void markLike(Value value) {
    lineMarks.at(pending, origins.getOrDefault(value, Origin.NONE));
  }

  /** Writes a region into a place of its own. */
  Pending nested(Region inner) {
    Region outerRegion = region;
    Pending outer = pending;
    region = inner;
    pending = new Pending();
    borrowing.begin(inner);
    emitBody();
    Pending result = pending;
    region = outerRegion;
    pending = outer;
    return result;
  }

  /** Gives back at the end of a region what was borrowed in it. */
  void giveBack(Region inner, Pending place) {
    borrowing.end(inner, place);
  }

  /** The tape the function borrows from. */
  Code tape() {
    return variables.get(function.params().get(0)).code();
  }

  /** Goes on writing in another place, for what ends a region: its yields wait there. */
  Pending resume(Pending place) {
    Pending before = pending;
    pending = place;
    return before;
  }

  /** The expression for a value; if it was waiting, it is used up. */
  Expr use(Value value) {
    Expr waiting = pending.take(value);
    if (waiting != null) {
      return waiting;
    }
    Expr variable = variables.get(value);
    if (variable == null) {
      throw new IllegalStateException("value without definition: " + value);
    }
    return variable;
  }

  /** The expression if it is no more than a variable or a constant; otherwise a new variable. */
  Expr atom(Value value) {
    Expr expr = use(value);
    return expr.isAtom() ? expr : declare(value, expr);
  }

  /** Everything that reads memory is written before memory changes. */
  void settle() {
    for (Expr.Of reading : pending.takeReading()) {
      declare(reading.value(), reading.expr());
    }
  }

  /** Everything that reads memory and is none of the values is written. */
  void settleExcept(List<Value> values) {
    for (Expr.Of reading : pending.takeReading()) {
      if (values.contains(reading.value())) {
        pending.put(reading.value(), reading.expr());
      } else {
        declare(reading.value(), reading.expr());
      }
    }
  }

  /** Declares a variable for a value. */
  Expr declare(Value value, Expr expr) {
    String name = names.fresh(value.name());
    pending.statement("$T $N = $L", JavaTypes.of(value.type()), name, expr.code());
    bind(value, name);
    own(name);
    return variables.get(value);
  }

  /** Declares a variable for the expression only. */
  Expr temporary(Value value, Expr expr) {
    String name = names.fresh(value.name());
    pending.statement("$T $N = $L", JavaTypes.of(value.type()), name, expr.code());
    return Expr.variable(name);
  }

  /** The variable of that name may be assigned again. */
  void own(String name) {
    owned.add(name);
  }

  /**
   * The variable that holds a value and may be assigned once the value is not needed any more; null
   * if there is none, or if the variable outlives a run of this region.
   */
  String ownVariable(Value value) {
    Expr expr = variables.get(value);
    String name = expr == null ? "" : expr.code().toString();
    return owned.contains(name) && uses.isDefinedIn(value, region) ? name : null;
  }

  /** Defines a value: it waits for its only use, or becomes a variable. */
  void define(Value value, Expr expr) {
    boolean folds = uses.isUsedOnceAtHome(value) && expr.code().toString().length() <= LONGEST;
    if (folds) {
      pending.put(value, expr);
    } else {
      declare(value, expr);
    }
  }

  List<Expr> useAll(List<Value> values) {
    List<Expr> exprs = new ArrayList<>();
    values.forEach(v -> exprs.add(use(v)));
    return exprs;
  }

  /** The code of all values, for the member around the body. */
  List<CodeBlock> blocks(List<Value> values) {
    return useAll(values).stream().map(e -> e.code().block()).toList();
  }

  @Override
  public Void visitConst(Op.Const op) {
    variables.put(op.value(), Literals.of(op));
    return null;
  }

  @Override
  public Void visitApply(Op.Apply op) {
    define(op.value(), Operators.expression(op, useAll(op.args())));
    return null;
  }

  /** An array that is looked into or handed on: a null says of what type it is. */
  private Expr array(Value value) {
    Expr expr = use(value);
    boolean isNull = expr.code().toString().equals("null");
    return isNull
        ? Expr.constant(
            Code.of("($T) $L", JavaTypes.of(value.type()), expr.code()), Precedence.UNARY)
        : expr;
  }

  @Override
  public Void visitLoad(Op.Load op) {
    Expr array = array(op.array());
    Expr index = use(op.index());
    Code code = Code.of("$L[$L]", array.at(Precedence.PRIMARY), index.code());
    define(op.value(), reading(code, array, index));
    return null;
  }

  private static Expr reading(Code code, Expr... parts) {
    return new Expr(code, Precedence.PRIMARY, Expr.variablesOf(List.of(parts)), true, null);
  }

  @Override
  public Void visitStore(Op.Store op) {
    Expr array = array(op.array());
    Expr index = use(op.index());
    Expr stored = use(op.stored());
    settle();
    Code target = Code.of("$L[$L]", array.at(Precedence.PRIMARY), index.code());
    assign(target, stored);
    return null;
  }

  /** Writes an assignment, as a compound one where it reads {@code target = target op rest}. */
  void assign(Code target, Expr expr) {
    Expr.Split split = expr.split();
    if (split != null && split.left().toString().equals(target.toString())) {
      pending.statement("$L $L= $L", target, split.operator(), split.right());
    } else {
      pending.statement("$L = $L", target, expr.code());
    }
  }

  @Override
  public Void visitLength(Op.Length op) {
    Expr array = array(op.array());
    Code code = Code.of("$L.length", array.at(Precedence.PRIMARY));
    define(op.value(), reading(code, array));
    return null;
  }

  @Override
  public Void visitNewArray(Op.NewArray op) {
    List<Expr> dimensions = useAll(op.dimensions());
    if (borrowing.isLent(op.value())) {
      declare(op.value(), borrowing.array(op, commaSeparated(dimensions)));
      return null;
    }
    ArrayType type = (ArrayType) op.value().type();
    Code made = Arrays.create(type, dimensions.stream().map(Expr::code).toList());
    declare(op.value(), Expr.constant(made, Precedence.PRIMARY));
    return null;
  }

  @Override
  public Void visitCopyArray(Op.CopyArray op) {
    Expr array = array(op.array());
    if (borrowing.isLent(op.value())) {
      declare(op.value(), reading(borrowing.copy(op, array.code()), array));
      return null;
    }
    Code code =
        switch (op.kind()) {
          case CLONE -> Code.of("$L.clone()", array.at(Precedence.PRIMARY));
          case DEEP -> Code.of("$T.copy($L)", JavaTypes.SHADOWS, array.code());
          case ZEROS -> Code.of("$T.zerosLike($L)", JavaTypes.SHADOWS, array.code());
        };
    declare(op.value(), reading(code, array));
    return null;
  }

  @Override
  public Void visitIf(Op.If op) {
    new BranchEmitter(this).emit(op);
    return null;
  }

  @Override
  public Void visitFor(Op.For op) {
    new LoopEmitter(this).emit(op);
    return null;
  }

  @Override
  public Void visitWhile(Op.While op) {
    new LoopEmitter(this).emit(op);
    return null;
  }

  @Override
  public Void visitCall(Op.Call op) {
    List<Expr> args = useAll(op.args());
    settle();
    Code call = Code.of("$L($L)", Identifiers.method(op.callee()), commaSeparated(args));
    boolean isVoid = unit.function(op.callee()).resultTypes().isEmpty();
    if (isVoid || op.results().isEmpty()) {
      pending.statement("$L", call);
      return null;
    }
    declare(op.result(), Expr.constant(call, Precedence.PRIMARY));
    for (int i = op.results().size() - 1; i > 0; i--) {
      Expr tape = variables.get(op.args().get(0));
      declare(op.results().get(i), pop(Code.of("$L.scratch()", tape.code()), op.results().get(i)));
    }
    return null;
  }

  @Override
  public Void visitOpaque(Op.Opaque op) {
    List<Expr> args =
        op.args().stream().map(a -> a.type() instanceof ArrayType ? array(a) : use(a)).toList();
    boolean isPure = op.nature() == Op.Opaque.Nature.PURE;
    if (!isPure) {
      settle();
    }
    Expr expr = Templates.fill(op, args);
    if (op.results().isEmpty()) {
      pending.statement("$L", expr.code());
    } else if (isPure) {
      define(op.result(), expr);
    } else {
      declare(op.result(), expr);
    }
    return null;
  }

  @Override
  public Void visitThrow(Op.Throw op) {
    Expr exception = use(op.exception());
    settle();
    pending.statement("throw $L", exception.code());
    return null;
  }

  @Override
  public Void visitPush(Op.Push op) {
    if (borrowing.isLeft(op)) {
      return null;
    }
    Expr tape = use(op.tape());
    Expr pushed = use(op.pushed());
    settle();
    pending.statement("$L.push$L($L)", tape.code(), stack(op.pushed().type()), pushed.code());
    return null;
  }

  @Override
  public Void visitPop(Op.Pop op) {
    settle();
    Expr tape = use(op.tape());
    declare(op.value(), borrowing.taken(op).orElseGet(() -> pop(tape.code(), op.value())));
    return null;
  }

  private static Expr pop(Code tape, Value value) {
    String cast = cast(value.type());
    Code code = Code.of("$L$L.pop$L()", cast, tape, stack(value.type()));
    return Expr.constant(code, cast.isEmpty() ? Precedence.PRIMARY : Precedence.UNARY);
  }

  /** What makes a value of the type of what its stack gives back. */
  static String cast(Type type) {
    boolean isSmall = type == Primitive.BYTE || type == Primitive.SHORT || type == Primitive.CHAR;
    return isSmall ? "(" + type + ") " : "";
  }

  /** Which of the tape's stacks holds values of a type. */
  static String stack(Type type) {
    if (!(type instanceof Primitive primitive)) {
      return "Ref";
    }
    return switch (primitive) {
      case BOOLEAN -> "Boolean";
      case BYTE, SHORT, CHAR, INT -> "Int";
      case LONG -> "Long";
      case FLOAT -> "Float";
      case DOUBLE -> "Double";
    };
  }

  @Override
  public Void visitComment(Op.Comment op) {
    if (op.isHeading()) {
      settle();
      pending.heading(op.text());
    } else {
      pending.comment(op.text());
    }
    return null;
  }

  static Code commaSeparated(List<Expr> exprs) {
    return Code.join(exprs.stream().map(Expr::code).toList(), ", ");
  }

  /** Whether a value is the tape. */
  static boolean isTape(Value value) {
    return value.type() == TapeType.TAPE;
  }
}
