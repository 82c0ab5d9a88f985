package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.OpVisitor;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.rule.DerivativeTable;
import io.cotangent.processor.rule.Partial;
import java.util.List;

/**
 * The ways a derivative travels, one pair (from, to) at a time. {@link VariedPass} reads them
 * forwards, {@link UsefulPass} backwards.
 */
abstract class Flow implements OpVisitor<Void> {
  private final Unit unit;

  Flow(Unit unit) {
    this.unit = unit;
  }

  /** A derivative can travel from one value to the other. */
  abstract void edge(Value from, Value to);

  /** Reports the edges of all functions once. */
  void sweep() {
    for (Function function : unit.functions().values()) {
      function
          .link()
          .ifPresentOrElse(link -> linked(link, function.body()), () -> region(function.body()));
    }
  }

  /** Every differentiated parameter has an influence on the results and on what is written. */
  private void linked(Link link, Region body) {
    List<Link.Param> params = link.params();
    for (int i = 0; i < params.size() && link.member() != Link.Member.LAST; i++) {
      if (params.get(i).isDifferentiated()) {
        Value from = body.params().get(i);
        body.yields().forEach(to -> edge(from, to));
        for (int j = 0; j < params.size(); j++) {
          if (j != i && params.get(j).isDifferentiated() && params.get(j).written()) {
            edge(from, body.params().get(j));
          }
        }
      }
    }
  }

  abstract void region(Region region);

  void visit(Op op) {
    op.accept(this);
    op.regions().forEach(this::region);
  }

  private void edges(List<Value> from, List<Value> to) {
    for (int i = 0; i < from.size() && i < to.size(); i++) {
      edge(from.get(i), to.get(i));
    }
  }

  @Override
  public Void visitConst(Op.Const op) {
    return null;
  }

  @Override
  public Void visitApply(Op.Apply op) {
    if (op.operator() == Operator.RULED) {
      for (int i = 1; i < op.args().size(); i += 2) {
        edge(op.args().get(i), op.value());
      }
      return null;
    }
    List<Partial> partials = DerivativeTable.partials(op.operator());
    for (int i = 0; i < op.args().size(); i++) {
      boolean travels = partials.isEmpty() || !(partials.get(i) instanceof Partial.Zero);
      if (travels && op.args().get(i).type().isReal() && op.value().type().isReal()) {
        edge(op.args().get(i), op.value());
      }
    }
    return null;
  }

  @Override
  public Void visitLoad(Op.Load op) {
    edge(op.array(), op.value());
    return null;
  }

  @Override
  public Void visitStore(Op.Store op) {
    edge(op.stored(), op.array());
    return null;
  }

  @Override
  public Void visitLength(Op.Length op) {
    return null;
  }

  @Override
  public Void visitNewArray(Op.NewArray op) {
    return null;
  }

  @Override
  public Void visitCopyArray(Op.CopyArray op) {
    if (op.kind() != Op.CopyArray.Kind.ZEROS
        && !((ArrayType) op.array().type()).element().isReference()) {
      edge(op.array(), op.value());
    }
    return null;
  }

  @Override
  public Void visitIf(Op.If op) {
    edges(op.then().yields(), op.results());
    edges(op.otherwise().yields(), op.results());
    return null;
  }

  @Override
  public Void visitFor(Op.For op) {
    edges(op.inits(), op.carried());
    edges(op.body().yields(), op.carried());
    edges(op.carried(), op.results());
    return null;
  }

  @Override
  public Void visitWhile(Op.While op) {
    List<Value> yields = op.before().yields();
    List<Value> handedOn = yields.isEmpty() ? yields : yields.subList(1, yields.size());
    edges(op.inits(), op.before().params());
    edges(op.body().yields(), op.before().params());
    edges(handedOn, op.body().params());
    edges(handedOn, op.results());
    return null;
  }

  @Override
  public Void visitCall(Op.Call op) {
    Region callee = unit.function(op.callee()).body();
    edges(op.args(), callee.params());
    edges(callee.yields(), op.results());
    return null;
  }

  @Override
  public Void visitOpaque(Op.Opaque op) {
    return null;
  }

  @Override
  public Void visitThrow(Op.Throw op) {
    return null;
  }

  @Override
  public Void visitPush(Op.Push op) {
    return null;
  }

  @Override
  public Void visitPop(Op.Pop op) {
    return null;
  }

  @Override
  public Void visitComment(Op.Comment op) {
    return null;
  }
}
