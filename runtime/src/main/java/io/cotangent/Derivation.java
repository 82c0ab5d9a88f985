package io.cotangent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a claim comes from a generated member and the function it should be the derivative of. */
interface Derivation {
  /** Evaluates the member at a point. */
  Claim claim(Point point);

  /** What messages call the member. */
  String name();

  /** A gradient, which also knows the value. */
  static Derivation gradient(Claim.Call primal, Claim.Call gradient) {
    return new Derivation() {
      @Override
      public Claim claim(Point point) {
        Object value = called(primal, point);
        Components components = components(gradient, point);
        Precision precision = precision(point, value);
        components.requireValue(((Number) value).doubleValue(), precision);
        double[][] matrix = {components.numbers()};
        return new Claim(point, primal, matrix, List.of(""), components.names(), precision);
      }

      @Override
      public String name() {
        return "the gradient";
      }
    };
  }

  /** A Jacobian. */
  static Derivation jacobian(Claim.Call primal, Claim.Call jacobian) {
    return new Derivation() {
      @Override
      public Claim claim(Point point) {
        Object value = called(primal, point);
        double[][] matrix = (double[][]) called(jacobian, point);
        List<String> rows = new ArrayList<>();
        Numbers.name(value, " result", rows);
        List<String> columns = argumentNames(point);
        requireSize(matrix, rows.size(), columns.size());
        return new Claim(point, primal, matrix, rows, columns, precision(point, value));
      }

      @Override
      public String name() {
        return "the Jacobian";
      }
    };
  }

  /** A Hessian, the derivative of a gradient. */
  static Derivation hessian(Claim.Call gradient, Claim.Call hessian) {
    return new Derivation() {
      @Override
      public Claim claim(Point point) {
        Components components = components(gradient, point);
        List<String> names = components.names();
        double[][] matrix = (double[][]) called(hessian, point);
        requireSize(matrix, names.size(), names.size());
        requireSymmetry(matrix, names);
        List<String> rows = names.stream().map(name -> "(d/d" + name + ")").toList();
        Claim.Call numbers = all -> Components.of(gradient.on(all), point).numbers();
        return new Claim(point, numbers, matrix, rows, names, precision(point, 0.0));
      }

      @Override
      public String name() {
        return "the Hessian";
      }
    };
  }

  private static Components components(Claim.Call gradient, Point point) {
    return Components.of(called(gradient, point), point);
  }

  private static Object called(Claim.Call call, Point point) {
    try {
      return call.on(point.copy());
    } catch (Exception e) {
      throw new AssertionError("the method, or its derivative, threw at the given arguments", e);
    }
  }

  private static Precision precision(Point point, Object value) {
    return point.hasFloat() || Numbers.hasFloat(value) ? Precision.FLOAT : Precision.DOUBLE;
  }

  private static List<String> argumentNames(Point point) {
    List<String> names = new ArrayList<>();
    List<Object> arguments = point.differentiated();
    for (int i = 0; i < arguments.size(); i++) {
      Numbers.name(arguments.get(i), " argument " + i, names);
    }
    return names;
  }

  private static void requireSize(double[][] matrix, int rows, int columns) {
    boolean isRight = matrix.length == rows;
    isRight &= Arrays.stream(matrix).allMatch(row -> row.length == columns);
    if (!isRight) {
      int width = matrix.length == 0 ? 0 : matrix[0].length;
      throw new AssertionError(
          "a matrix of "
              + rows
              + " rows and "
              + columns
              + " columns expected, got "
              + matrix.length
              + " rows and "
              + width
              + " columns");
    }
  }

  private static void requireSymmetry(double[][] matrix, List<String> names) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        double size = Math.max(Math.abs(matrix[i][j]), Math.abs(matrix[j][i]));
        double diagonal = Math.sqrt(Math.abs(matrix[i][i] * matrix[j][j]));
        if (!(Math.abs(matrix[i][j] - matrix[j][i]) <= 1e-10 * Math.max(size, diagonal))) {
          throw new AssertionError(
              "the Hessian is not symmetric at "
                  + names.get(i)
                  + ", "
                  + names.get(j)
                  + ": "
                  + matrix[i][j]
                  + " and "
                  + matrix[j][i]);
        }
      }
    }
  }
}
