package io.cotangent.processor.ir;

import java.util.List;

/** Functions several tests look at. */
final class Samples {
  private Samples() {}

  /** {@code for (i..) if (a[i] > 0) s += a[i]}. */
  static Function sumOfPositives() {
    Value a = new Value(Type.array(Primitive.DOUBLE, 1), "a");
    Value i = new Value(Primitive.INT, "i");
    Value s = new Value(Primitive.DOUBLE, "s");
    Builder out = new Builder(Origin.NONE);
    Value lower = out.intConstant(0);
    Value zero = out.real(Primitive.DOUBLE, 0);
    Value upper = out.length(a);
    Builder body = out.nested();
    body.add(new Op.Comment("add a[i] if it is positive", Origin.NONE));
    Value element = body.load(a, i, "");
    Value positive = body.apply(Operator.GT, element, zero);
    Builder then = body.nested();
    Value more = then.apply(Operator.ADD, Primitive.DOUBLE, "s", List.of(s, element));
    Value next = new Value(Primitive.DOUBLE, "");
    Region arm = then.region(List.of(), List.of(more));
    Region otherwise = new Region(List.of(), List.of(), List.of(s));
    body.add(new Op.If(List.of(next), positive, arm, otherwise, Origin.NONE));
    Value sum = new Value(Primitive.DOUBLE, "sum");
    Region region = body.region(List.of(i, s), List.of(next));
    List<Value> inits = List.of(zero);
    out.add(new Op.For(List.of(sum), lower, upper, 1, false, inits, region, Origin.NONE));
    return new Function("sum", out.region(List.of(a), List.of(sum)), List.of(Primitive.DOUBLE));
  }
}
