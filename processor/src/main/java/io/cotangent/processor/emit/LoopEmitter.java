package io.cotangent.processor.emit;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Writes loops: what they carry are variables that are assigned at the end of each iteration. */
final class LoopEmitter {
  private final BodyEmitter body;

  LoopEmitter(BodyEmitter body) {
    this.body = body;
  }

  void emit(Op.For op) {
    List<String> carried = carry(op.carried(), op.inits());
    Expr lower = body.use(op.lower());
    Expr upper = bound(op.upper());
    body.settle();
    String index = body.names().fresh(op.index().name().isEmpty() ? "i" : op.index().name());
    bindAll(op.carried(), carried);
    body.bind(op.index(), index);
    Pending inside = body.nested(op.body());
    if (!op.body().isTerminated()) {
      finish(inside, carried, op.body().yields());
      body.giveBack(op.body(), inside);
    }
    String comparison = (op.step() > 0 ? "<" : ">") + (op.inclusive() ? "=" : "");
    Pending out = body.pending();
    out.open(
        "for ($T $N = $L; $N $L $L; $L)",
        JavaTypes.of(op.index().type()),
        index,
        lower.code(),
        index,
        comparison,
        upper.at(Precedence.of(Operator.LT) + 1),
        advance(index, op.step()));
    out.append(inside);
    out.close();
    bindAll(op.results(), carried);
  }

  private static String advance(String index, int step) {
    if (Math.abs(step) == 1) {
      return index + (step > 0 ? "++" : "--");
    }
    return index + (step > 0 ? " += " : " -= ") + Math.abs(step);
  }

  /** A bound that may be evaluated again each time: a variable, a constant or a length of one. */
  private Expr bound(Value value) {
    Expr expr = body.use(value);
    String text = expr.code().toString();
    boolean isPlain = text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.');
    return isPlain || expr.isAtom() ? expr : body.temporary(value, expr);
  }

  void emit(Op.While op) {
    List<Value> params = op.before().params();
    List<Value> yields = op.before().yields();
    List<Value> handedOn = yields.subList(1, yields.size());
    List<String> carried = carry(params, op.inits());
    bindAll(params, carried);
    body.settle();
    List<String> passed = new ArrayList<>();
    for (int i = 0; i < handedOn.size(); i++) {
      // The body can be handed more than the loop carries.
      boolean isCarried = i < params.size() && handedOn.get(i) == params.get(i);
      passed.add(isCarried ? carried.get(i) : null);
    }
    Pending before = body.nested(op.before());
    boolean isPlain = before.isEmpty() && !passed.contains(null);
    declarePassed(op, passed);
    Pending around = body.resume(before);
    Expr condition = body.use(yields.get(0));
    if (!isPlain) {
      new Assignments(body).assign(passed, handedOn);
    }
    body.resume(around);
    bindAll(op.body().params(), passed);
    Pending inside = body.nested(op.body());
    if (!op.body().isTerminated()) {
      finish(inside, carried, op.body().yields());
      body.giveBack(op.body(), inside);
    }
    write(isPlain, before, condition, inside);
    bindAll(op.results(), passed);
  }

  private void declarePassed(Op.While op, List<String> passed) {
    for (int i = 0; i < passed.size(); i++) {
      if (passed.get(i) == null) {
        Value param = op.body().params().get(i);
        String name = body.names().fresh(param.name());
        body.pending().statement("$T $N", JavaTypes.of(param.type()), name);
        body.own(name);
        passed.set(i, name);
      }
    }
  }

  private void write(boolean isPlain, Pending before, Expr condition, Pending inside) {
    Pending out = body.pending();
    if (isPlain && condition.code().toString().equals("false")) {
      return; // javac would not reach the body
    }
    if (isPlain && !condition.code().toString().equals("true")) {
      out.open("while ($L)", condition.code());
    } else {
      out.open("while (true)");
      out.append(before);
      out.open("if (!$L)", condition.at(Precedence.PRIMARY));
      out.statement("break");
      out.close();
    }
    out.append(inside);
    out.close();
  }

  /** The variables for carried values, holding the initial ones. */
  private List<String> carry(List<Value> params, List<Value> inits) {
    List<String> carried = new ArrayList<>();
    List<String> reused = new ArrayList<>();
    for (Value init : inits) {
      boolean isLast = body.uses().count(init) == 1;
      reused.add(isLast ? body.ownVariable(init) : null);
    }
    body.settleExcept(inits);
    for (int i = 0; i < params.size(); i++) {
      String name = reused.get(i);
      if (name == null) {
        Expr init = body.use(inits.get(i));
        name = body.names().fresh(params.get(i).name());
        Code type = Code.of("$T", JavaTypes.of(params.get(i).type()));
        body.pending().statement("$L $N = $L", type, name, init.code());
        body.own(name);
      }
      carried.add(name);
    }
    return carried;
  }

  private void finish(Pending inside, List<String> carried, List<Value> yields) {
    Pending around = body.resume(inside);
    new Assignments(body).assign(carried, yields);
    body.resume(around);
  }

  private void bindAll(List<Value> values, List<String> variables) {
    for (int i = 0; i < values.size(); i++) {
      body.bind(values.get(i), variables.get(i));
    }
  }
}
