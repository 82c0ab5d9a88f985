package io.cotangent.processor.ir;

import static io.cotangent.processor.ir.IrVerifier.check;
import static io.cotangent.processor.ir.IrVerifier.yields;

import java.util.ArrayList;
import java.util.List;

/** Checks the types around one operation. */
final class TypeCheck implements OpVisitor<Void> {
  private final Unit unit;

  TypeCheck(Unit unit) {
    this.unit = unit;
  }

  static List<Type> types(List<Value> values) {
    List<Type> types = new ArrayList<>(values.size());
    for (Value value : values) {
      types.add(value.type());
    }
    return types;
  }

  /** The types of the values that stand for those of other types, records taken apart. */
  static List<Type> leaves(List<Type> types) {
    List<Type> leaves = new ArrayList<>();
    for (Type type : types) {
      leaves.addAll(RecordType.leavesOf(type));
    }
    return leaves;
  }

  /** There must be as many values as types, and they must be compatible. */
  static void agree(List<Value> actual, List<Type> expected, String what) {
    boolean same = actual.size() == expected.size();
    for (int i = 0; same && i < actual.size(); i++) {
      same = isCompatible(actual.get(i).type(), expected.get(i));
    }
    if (!same) {
      throw new IllegalStateException(what + " are " + types(actual) + ", expected " + expected);
    }
  }

  /** Subtypes among passive references are none of the IR's business. */
  static boolean isCompatible(Type actual, Type expected) {
    return actual.equals(expected)
        || actual.isReference()
            && expected.isReference()
            && (actual instanceof RefType || expected instanceof RefType);
  }

  private static void same(Value actual, Type expected, String what) {
    if (!isCompatible(actual.type(), expected)) {
      agree(List.of(actual), List.of(expected), what + "s");
    }
  }

  private static void complain(boolean isRight, String complaint, Object what) {
    if (!isRight) {
      throw new IllegalStateException(complaint + what);
    }
  }

  private static ArrayType array(Value value) {
    if (value.type() instanceof ArrayType array) {
      return array;
    }
    throw new IllegalStateException("not an array: " + value);
  }

  @Override
  public Void visitConst(Op.Const op) {
    Type type = op.value().type();
    if (type instanceof Primitive primitive) {
      Object zero = Constants.zero(primitive);
      boolean fits = op.constant() != null && op.constant().getClass() == zero.getClass();
      if (!fits) {
        throw new IllegalStateException("constant " + op.constant() + " is not of type " + type);
      }
    } else {
      complain(op.constant() == null || op.constant() instanceof String, "constant of type ", type);
    }
    return null;
  }

  @Override
  public Void visitApply(Op.Apply op) {
    OperatorTypes.check(op);
    return null;
  }

  @Override
  public Void visitLoad(Op.Load op) {
    same(op.value(), array(op.array()).element(), "result");
    same(op.index(), Primitive.INT, "index");
    return null;
  }

  @Override
  public Void visitStore(Op.Store op) {
    same(op.stored(), array(op.array()).element(), "stored value");
    same(op.index(), Primitive.INT, "index");
    return null;
  }

  @Override
  public Void visitLength(Op.Length op) {
    array(op.array());
    same(op.value(), Primitive.INT, "result");
    return null;
  }

  @Override
  public Void visitNewArray(Op.NewArray op) {
    int rank = array(op.value()).rank();
    int given = op.dimensions().size();
    complain(given >= 1 && given <= rank, "wrong number of dimensions for rank ", rank);
    for (Value dimension : op.dimensions()) {
      same(dimension, Primitive.INT, "dimension");
    }
    return null;
  }

  @Override
  public Void visitCopyArray(Op.CopyArray op) {
    array(op.array());
    same(op.value(), op.array().type(), "result");
    return null;
  }

  @Override
  public Void visitIf(Op.If op) {
    same(op.condition(), Primitive.BOOLEAN, "condition");
    for (Region arm : op.regions()) {
      check(arm.params().isEmpty(), "an arm has parameters");
      yields(arm, types(op.results()));
    }
    return null;
  }

  @Override
  public Void visitFor(Op.For op) {
    check(!op.body().params().isEmpty(), "no index");
    Type index = op.index().type();
    complain(index == Primitive.INT || index == Primitive.LONG, "index of type ", index);
    same(op.lower(), index, "lower bound");
    same(op.upper(), index, "upper bound");
    List<Type> carried = types(op.carried());
    agree(op.inits(), carried, "initial values");
    agree(op.results(), carried, "results");
    yields(op.body(), carried);
    return null;
  }

  @Override
  public Void visitWhile(Op.While op) {
    List<Type> carried = types(op.before().params());
    List<Type> handedOn = types(op.body().params());
    agree(op.inits(), carried, "initial values");
    agree(op.results(), handedOn, "results");
    List<Type> before = new ArrayList<>(List.of(Primitive.BOOLEAN));
    before.addAll(handedOn);
    yields(op.before(), before);
    yields(op.body(), carried);
    return null;
  }

  @Override
  public Void visitCall(Op.Call op) {
    Function callee = unit.function(op.callee());
    agree(op.args(), types(callee.params()), "arguments");
    agree(op.results(), leaves(callee.resultTypes()), "results");
    return null;
  }

  @Override
  public Void visitOpaque(Op.Opaque op) {
    check(op.results().size() <= 1, "more than one result");
    return null;
  }

  @Override
  public Void visitThrow(Op.Throw op) {
    complain(op.exception().type() instanceof RefType, "not an exception: ", op.exception());
    return null;
  }

  @Override
  public Void visitPush(Op.Push op) {
    same(op.tape(), TapeType.TAPE, "tape");
    return null;
  }

  @Override
  public Void visitPop(Op.Pop op) {
    same(op.tape(), TapeType.TAPE, "tape");
    return null;
  }

  @Override
  public Void visitComment(Op.Comment op) {
    return null;
  }
}
