package io.cotangent.edge;

import io.cotangent.Differentiable;

/** Methods that reach what is outside by several ways, which may be one object. */
final class OutsidePrograms {
  static final Cell FIXED = new Cell(3);
  static final double[] TABLE = {1, 2};
  static final int[] INDICES = {2, 1, 2};
  static final double[][] ROWS = {TABLE, {3}};
  static final Holder HOLDER = new Holder();
  static Cell global = new Cell(2);
  static Object any = global;

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
    int[] indices = INDICES;

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
  static double foundInRecursion(double[] x, double y) {
    x[0] *= y;
    return found(2, HOLDER) * x[1];
  }

  private static double found(int n, Holder holder) {
    return n == 0 ? 1 : holder.get()[0] + found(n - 1, holder);
  }

  @Differentiable
  static double passedToRecursion(double[] x, double y) {
    return passed(2, HOLDER, x) * y;
  }

  private static double passed(int n, Holder holder, double[] x) {
    if (n == 0) {
      return x[0];
    }
    x[0] *= holder.table[1];
    return passed(n - 1, holder, x) + x[0] * holder.table[0];
  }

  @Differentiable
  static double indicesFound(double y, int[] at, double[] x) {
    int[] found = HOLDER.indices;
    double s = y;
    for (int i = 0; i < at.length; i++) {
      s *= Math.sin(x[found[i]] * s);
      at[i] = 0;
    }
    return s;
  }
}
