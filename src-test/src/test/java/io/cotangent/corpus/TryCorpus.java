package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Exceptions that are thrown and caught inside the differentiated method. */
final class TryCorpus {
  /** What ran, for tests that count effects. */
  static final List<String> LOG = new ArrayList<>();

  private TryCorpus() {}

  @Differentiable
  static double fallback(double x, int n) {
    try {
      return x * x * (10 / n);
    } catch (ArithmeticException e) {
      return -3 * x;
    }
  }

  @Differentiable
  static double parsed(double x, String text) {
    int power;
    try {
      power = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      power = 2;
    }
    double y = 1;
    for (int i = 0; i < power; i++) {
      y *= x;
    }
    return y;
  }

  @Differentiable
  static double parsedDouble(double x, String text) {
    try {
      return x * Double.parseDouble(text);
    } catch (NumberFormatException | NullPointerException e) {
      return x * x * e.getClass().getSimpleName().length();
    }
  }

  @Differentiable
  static double localThrow(double x) {
    double y = x;
    try {
      y = y * x;
      if (x > 2) {
        throw new IllegalStateException("large");
      }
      y = y * x;
      if (x < 0) {
        throw new IllegalArgumentException("negative");
      }
      y = y + 1;
    } catch (IllegalStateException e) {
      y = y * 7;
    } catch (RuntimeException e) {
      y = y * 5 + e.getMessage().length() * x;
    }
    return y * x;
  }

  /** What was stored before the exception stays stored. */
  @Differentiable
  static double storesBefore(double[] a, int[] order) {
    double[] b = new double[3];
    double scale = 1;
    try {
      for (int k = 0; k < order.length; k++) {
        scale *= 2;
        b[order[k]] += scale * a[k] * a[k];
        a[k] = b[order[k]];
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      scale *= a[0];
    }
    return scale * (b[0] + 2 * b[1] + 3 * b[2]);
  }

  @Differentiable
  static double caughtFromCallee(double[] x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      try {
        sum += root(x, i);
      } catch (IllegalArgumentException e) {
        sum -= x[i];
      } catch (IndexOutOfBoundsException e) {
        sum *= 2;
      }
    }
    return sum;
  }

  private static double root(double[] x, int i) {
    if (x[i] < 0) {
      throw new IllegalArgumentException("negative");
    }
    return Math.sqrt(x[i]);
  }

  @Differentiable
  static double caughtFromRecursion(double x, int depth) {
    try {
      return descend(x, depth);
    } catch (IllegalStateException e) {
      return x * x * x;
    }
  }

  private static double descend(double x, int depth) {
    if (depth == 0) {
      return Math.sin(x);
    }
    if (depth < 0) {
      throw new IllegalStateException();
    }
    return x * descend(x * 0.5, depth - 2);
  }

  @Differentiable
  static double finallyOnEveryWay(double x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double term = x;
      try {
        if (i == 1) {
          continue;
        }
        if (i == 4) {
          break;
        }
        if (x > 3) {
          return sum * x;
        }
        term = term * x;
      } finally {
        sum += term * (i + 1);
      }
      sum += x;
    }
    return sum;
  }

  @Differentiable
  static double finallyRuns(double[] a, int i) {
    double y = 1;
    try {
      y = a[i] * a[0];
    } catch (ArrayIndexOutOfBoundsException e) {
      y = a[0] * a[0] * a[0];
    } finally {
      y *= a[1];
    }
    return y;
  }

  @SuppressWarnings("finally")
  @Differentiable
  static double finallyReturns(double x, int n) {
    for (int i = 0; i < 3; i++) {
      try {
        if (n / i > 1) {
          return x * i;
        }
      } finally {
        if (i == n) {
          return x * x;
        }
      }
    }
    return 3 * x;
  }

  @SuppressWarnings("finally")
  @Differentiable
  static double finallyThrowsInstead(double x, int n) {
    double y = x;
    try {
      try {
        if (n == 1) {
          return x * 100;
        }
        y *= x;
      } finally {
        if (n < 3) {
          throw new IllegalStateException("instead");
        }
        y += 1;
      }
      y *= 2;
    } catch (IllegalStateException e) {
      y = y * y * y;
    }
    return y;
  }

  @Differentiable
  static double nested(double x, int n, int d) {
    double y = x;
    try {
      y *= x;
      try {
        y += x * (n / d);
        throw new IOException("always");
      } catch (IOException e) {
        y *= 3;
        if (n > 5) {
          throw new IllegalArgumentException(e);
        }
      } finally {
        y += x;
      }
      y *= x;
    } catch (ArithmeticException e) {
      y = y * 11;
    } catch (IllegalArgumentException e) {
      y = y * (e.getCause() instanceof IOException ? 13 : 17);
    }
    return y;
  }

  @Differentiable
  static double rethrown(double x) {
    try {
      if (x < 0) {
        throw new IllegalArgumentException("negative");
      }
      return Math.sqrt(x);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("not a number", e);
    }
  }

  @Differentiable
  static double escapes(double[] a, int i) {
    LOG.add("begin");
    try {
      a[0] *= 2;
      return a[i] * a[0];
    } finally {
      LOG.add("end");
    }
  }

  @Differentiable
  static double resource(double x, String text) {
    double y = x;
    try (StringReader in = new StringReader(text)) {
      for (int c = in.read(); c >= 0; c = in.read()) {
        y *= x + (c - 'a');
      }
    } catch (IOException e) {
      y = 0;
    }
    return y;
  }

  @Differentiable
  static double inConditions(double[] a, int n) {
    double y = a[0];
    int i = 0;
    try {
      while (a[i] < 100 && (i == n ? a[i + 50] > 0 : true)) {
        y += a[i] * a[i++];
      }
      y *= 3;
    } catch (IndexOutOfBoundsException e) {
      y *= i;
    }
    return y;
  }

  @Differentiable
  static double nulls(double x, double[][] rows) {
    double y = x;
    for (int i = 0; i < 3; i++) {
      try {
        y *= rows[i].length + x;
        y += rows[i][0];
      } catch (NullPointerException e) {
        y *= 2;
      } catch (RuntimeException e) {
        y *= y;
      }
    }
    return y;
  }

  @Differentiable
  static double doLoop(double x, int n) {
    double y = x;
    int i = n;
    try {
      do {
        y *= x + 10 / i;
        i--;
      } while (i > -3);
    } catch (ArithmeticException e) {
      y += x;
    } finally {
      y *= 2;
    }
    return y;
  }

  @Differentiable
  static double untouched(double[] x) {
    double sum = 0;
    try {
      for (int i = 0; i < x.length; i++) {
        sum += x[i] * x[i];
      }
    } catch (ArithmeticException e) {
      sum = 0;
    }
    return sum;
  }

  @Differentiable
  static double switchThrows(double x, int k) {
    double y = x;
    try {
      y *=
          switch (k) {
            case 0 -> x;
            case 1 -> {
              if (x > 1) {
                throw new IllegalStateException();
              }
              yield 3 * x;
            }
            default -> throw new UnsupportedOperationException("k");
          };
      y += 1;
    } catch (IllegalStateException e) {
      y += 5 * x;
    } catch (UnsupportedOperationException e) {
      y -= x * x;
    }
    return y;
  }

  @Differentiable
  static double lambdaThrows(double x, int n) {
    DoubleUnaryOperator f =
        v -> {
          if (v > 4) {
            throw new IllegalStateException("large");
          }
          return v * x;
        };
    double y = x;
    for (int i = 0; i < n; i++) {
      try {
        y = f.applyAsDouble(y);
      } catch (IllegalStateException e) {
        y = Math.sqrt(y);
      }
    }
    return y;
  }

  /** Conditionals of which one side may throw. */
  @Differentiable
  static double chosenInTry(double[] x, int at) {
    double y = x[0];
    try {
      y *= x[0] > 2 ? x[0] * x[0] : 3 * x[at];
      if (x[0] > 4 ? true : x[at] >= 0.3) {
        throw new IllegalStateException("large");
      }
      y += 1;
    } catch (IllegalStateException e) {
      y *= x[0];
    } catch (ArrayIndexOutOfBoundsException e) {
      y -= x[0] / 3;
    }
    return y;
  }

  @Differentiable
  static void streamInTry(double[] x, double p) {
    try {
      x[0] *=
          Arrays.stream(x)
              .map(
                  v -> {
                    double scaled = v * p;
                    return scaled;
                  })
              .reduce(-0.5, (a, b) -> a + b);
    } catch (ArithmeticException e) {
      x[1] = p;
    }
  }

  /** Keeps the number that was wrong. */
  static class Negative extends Exception {
    private static final long serialVersionUID = 1L;
    final double number;

    Negative(String what, double number) {
      super(what + " is " + number);
      this.number = number;
    }
  }

  private static double root(double x) throws Negative {
    if (x < 0) {
      throw new Negative("x", x);
    }
    return Math.sqrt(x);
  }

  /** An exception that is told a number: its text and a jump depend on it. */
  @Differentiable
  static double tellingException(double x, double y) {
    double factor = 1;
    try {
      return root(x) * y;
    } catch (Negative e) {
      if (e.number < -2 && e.getMessage().length() > 3) {
        factor = 3;
      }
    }
    return factor * y * y * x;
  }

  @Differentiable
  static double ownException(double x) throws Negative {
    return root(x * x - 1) * x;
  }
}
