package io.cotangent.processor.ir;

import java.util.Arrays;
import java.util.List;

/**
 * Everything a caller sees of one run of a {@link RandomProgram}: the results or the exception, and
 * what became of the arrays.
 */
public record Outcome(String results, String arrays, boolean isNormal) {
  /** The outcome at arguments that depend on the seed. */
  public static Outcome of(Unit unit, int seed) {
    double[] vector = {0.5, -1.25, 2 + seed, 0.0, 3.5};
    double[][] matrix = {{1, 2, 3, 4}, {5, 6, 7, 8, 9}, {0, -1, -2, -3}, {0.1, 0.2, 0.3, 0.4}};
    if (seed % 3 == 0) {
      matrix[1] = vector;
    }
    IrInterpreter interpreter =
        new IrInterpreter(unit).with(RandomProgram.EXCEPTION, Outcome::fail);
    String results;
    boolean isNormal = true;
    try {
      results = interpreter.run(0.7 - seed, 1.0 + seed, seed, vector, matrix).toString();
    } catch (ArithmeticException | IndexOutOfBoundsException | Failure e) {
      results = e.getClass().getSimpleName() + e.getMessage();
      isNormal = false;
    }
    return new Outcome(results, Arrays.toString(vector) + Arrays.deepToString(matrix), isNormal);
  }

  private static Object fail(List<Object> args) {
    return new Failure(args.toString());
  }

  /** The exception random programs throw. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message);
    }
  }
}
