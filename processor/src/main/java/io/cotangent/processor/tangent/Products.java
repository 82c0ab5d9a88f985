package io.cotangent.processor.tangent;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;

/** Products of derivatives that were found elsewhere with tangents and adjoints. */
public final class Products {
  private Products() {}

  /**
   * A derivative with respect to a number times an adjoint; zero for a zero adjoint.
   *
   * @return of the type of the derivative
   */
  public static Value of(Value adjoint, Value derivative, Builder out) {
    Type wide = wide(adjoint, derivative);
    Value product = Contributions.product(out.cast(adjoint, wide), out.cast(derivative, wide), out);
    return out.cast(product, derivative.type());
  }

  private static Type wide(Value a, Value b) {
    boolean isDouble = a.type() == Primitive.DOUBLE || b.type() == Primitive.DOUBLE;
    return isDouble ? Primitive.DOUBLE : Primitive.FLOAT;
  }

  /**
   * The sum and the tangent times the derivatives with respect to a number or the elements of an
   * array, in a form that can be differentiated again.
   */
  static Value plus(Value sum, Value dot, Value derivatives, Builder out) {
    if (dot.type().isReal()) {
      Value product = Contributions.differentiableProduct(dot, derivatives, out);
      return out.apply(Operator.ADD, sum, out.cast(product, sum.type()));
    }
    Value index = new Value(Primitive.INT, "i");
    Value carried = new Value(sum.type(), "");
    Builder body = out.nested();
    Value next = plus(carried, body.load(dot, index, ""), body.load(derivatives, index, ""), body);
    Region region = body.region(List.of(index, carried), List.of(next));
    Value result = new Value(sum.type(), "");
    out.add(
        new Op.For(
            List.of(result),
            out.intConstant(0),
            out.length(dot),
            1,
            false,
            List.of(sum),
            region,
            out.origin()));
    return result;
  }

  /** Adds derivatives times a factor into buffers, which are arrays. */
  public static void add(Value buffer, Value derivatives, Value factor, Builder out) {
    if (derivatives.type().isReal()) {
      addTo(buffer, out.intConstant(0), derivatives, factor, out);
      return;
    }
    Value index = new Value(Primitive.INT, "i");
    Builder body = out.nested();
    Value inner = body.load(derivatives, index, "");
    if (((ArrayType) buffer.type()).element().isReference()) {
      add(body.load(buffer, index, ""), inner, factor, body);
    } else {
      addTo(buffer, index, inner, factor, body);
    }
    Region region = body.region(List.of(index), List.of());
    Value length = out.length(derivatives);
    out.add(
        new Op.For(
            List.of(), out.intConstant(0), length, 1, false, List.of(), region, out.origin()));
  }

  private static void addTo(
      Value buffer, Value index, Value derivative, Value factor, Builder out) {
    Type wide = wide(factor, derivative);
    Value product =
        Contributions.differentiableProduct(
            out.cast(factor, wide), out.cast(derivative, wide), out);
    Value sum = out.load(buffer, index, "");
    out.store(buffer, index, out.apply(Operator.ADD, sum, out.cast(product, sum.type())));
  }
}
