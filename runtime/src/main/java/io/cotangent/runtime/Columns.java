package io.cotangent.runtime;

/** A Jacobian that is put together column by column. */
public final class Columns {
  private final int count;
  private double @Nullable [][] rows;
  private int next;

  /**
   * An empty Jacobian.
   *
   * @param count how many columns it will have
   */
  public Columns(int count) {
    this.count = count;
  }

  /**
   * Adds a column; it is dropped if all are there.
   *
   * @param parts numbers, and arrays of any rank: together one number for each row
   */
  public void add(@Nullable Object... parts) {
    double[][] filled = rows == null ? room(parts) : rows;
    rows = filled;
    if (next == count) {
      return;
    }
    double[] column =
        parts.length == 1 && parts[0] instanceof double[] only
            ? only
            : joined(parts, filled.length);
    for (int row = 0; row < filled.length; row++) {
      filled[row][next] = column[row];
    }
    next++;
  }

  private static double[] joined(@Nullable Object[] parts, int height) {
    double[] column = new double[height];
    int at = 0;
    for (Object part : parts) {
      if (part instanceof Number number) {
        column[at++] = number.doubleValue();
      } else {
        at = Leaves.fill(part, column, at);
      }
    }
    return column;
  }

  private double[][] room(@Nullable Object[] parts) {
    int height = 0;
    for (Object part : parts) {
      height += part instanceof Number ? 1 : Leaves.count(part);
    }
    return Matrices.doubles(height, count);
  }

  /** What has been put together. */
  public double[][] rows() {
    return rows == null ? new double[0][] : rows;
  }
}
