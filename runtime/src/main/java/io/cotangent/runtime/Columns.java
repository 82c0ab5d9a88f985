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
    if (next < count) {
      int row = 0;
      for (Object part : parts) {
        row = fill(part, filled, row);
      }
      next++;
    }
  }

  private double[][] room(@Nullable Object[] parts) {
    int height = 0;
    for (Object part : parts) {
      height += part instanceof Number ? 1 : Leaves.count(part);
    }
    return new double[height][count];
  }

  private int fill(@Nullable Object part, double[][] filled, int row) {
    int at = row;
    if (part instanceof double[] doubles) {
      for (double value : doubles) {
        filled[at++][next] = value;
      }
    } else if (part instanceof float[] floats) {
      for (float value : floats) {
        filled[at++][next] = value;
      }
    } else if (part instanceof Object[] inner) {
      for (Object each : inner) {
        at = fill(each, filled, at);
      }
    } else if (part instanceof Number number) {
      filled[at++][next] = number.doubleValue();
    }
    return at;
  }

  /** What has been put together. */
  public double[][] rows() {
    return rows == null ? new double[0][] : rows;
  }
}
