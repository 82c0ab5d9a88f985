package io.cotangent.processor.ir;

/** One method for each kind of operation and no default: a new kind breaks every pass. */
public interface OpVisitor<R> {
  R visitConst(Op.Const op);

  R visitApply(Op.Apply op);

  R visitLoad(Op.Load op);

  R visitStore(Op.Store op);

  R visitLength(Op.Length op);

  R visitNewArray(Op.NewArray op);

  R visitCopyArray(Op.CopyArray op);

  R visitIf(Op.If op);

  R visitFor(Op.For op);

  R visitWhile(Op.While op);

  R visitCall(Op.Call op);

  R visitOpaque(Op.Opaque op);

  R visitThrow(Op.Throw op);

  R visitPush(Op.Push op);

  R visitPop(Op.Pop op);

  R visitComment(Op.Comment op);
}
