package io.cotangent.edge;

import io.cotangent.Differentiable;
import java.util.Collection;
import java.util.List;

/** Methods that reach what is outside by several ways, which may be one object. */
final class OutsidePrograms {
  static final Cell FIXED = new Cell(3);
  static final StringBuilder LOG = new StringBuilder();
  static final double[] TABLE = {1, 2};
  static final double[][] ROWS = {TABLE, {3}};
  static final Holder HOLDER = new Holder();
  static Cell global = new Cell(2);
  static Object any = global;
  static CharSequence text = LOG;

  private OutsidePrograms() {}

  static final class Cell {
    double x;

    Cell(double x) {
      this.x = x;
    }

    double square() {
      return x * x;
    }

    void grow() {
      x += 1;
    }
  }

  static final class Holder {
    double[] table = TABLE;

    double[] get() {
      return table;
    }
  }

  @Differentiable
  static double fieldOfStatic(Cell p, double y) {
    p.x *= y;
    return global.x * p.x;
  }

  @Differentiable
  static double besideArray(Cell p, double y, Cell[] others) {
    p.x *= y;
    return global.x * p.x + others[0].x;
  }

  @Differentiable
  static double inArray(Cell[] all, double y) {
    all[0].x *= y;
    return global.x * all[0].x;
  }

  @Differentiable
  static double inArrayOfArgument(Cell[] all, double y, Object other) {
    all[0].x *= y;
    return ((Cell) other).x * all[0].x;
  }

  @Differentiable
  static double methodOfConstant(Cell p, double y) {
    p.x *= y;
    return FIXED.square() * p.x;
  }

  @Differentiable
  static double wider(Cell p, double y) {
    p.x *= y;
    return ((Cell) any).x * p.x;
  }

  @Differentiable
  static double changedElsewhere(Cell p, double y) {
    double before = p.x;
    global.grow();
    return p.x * before * y;
  }

  @Differentiable
  static double argument(Cell p, Object o, double y) {
    p.x *= y;
    return o instanceof Cell c ? c.x * p.x : p.x;
  }

  @Differentiable
  static double array(double[] x, double y) {
    x[0] *= y;
    return TABLE[0] * x[1];
  }

  @Differentiable
  static double staticArrayWritten(double[] x, double y) {
    TABLE[0] = 5;
    return x[0] * y;
  }

  @Differentiable
  static double row(double[] x, double y) {
    x[0] *= y;
    return ROWS[0][0] * x[1];
  }

  @Differentiable
  static double arrayInField(double[] x, double y) {
    x[0] *= y;
    return HOLDER.table[0] * x[1];
  }

  @Differentiable
  static double arrayFound(double[] x, double y) {
    x[0] *= y;
    double s = 0;
    for (int i = 0; i < 2; i++) {
      s += HOLDER.get()[i] * x[i];
    }
    return s;
  }

  @Differentiable
  static double texts(double x, StringBuilder a, CharSequence b) {
    a.append(x);
    return x * Double.parseDouble(b.toString());
  }

  @Differentiable
  static double textInStatic(double x, StringBuilder a) {
    a.append(x);
    return x * Double.parseDouble(text.toString());
  }

  @Differentiable
  static double textInList(double x, List<String> a, Collection<String> b) {
    a.add(0, "" + x);
    return x * Double.parseDouble(b.iterator().next());
  }
}
