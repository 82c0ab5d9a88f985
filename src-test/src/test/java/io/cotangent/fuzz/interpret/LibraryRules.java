package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.LibraryMethod;
import io.cotangent.fuzz.program.Type;
import java.util.Arrays;
import java.util.List;

/** What methods of the library do. */
record LibraryRules(Objects functions) {
  Object call(LibraryMethod method, List<Object> args) {
    Object[] array = (Object[]) args.get(0);
    return switch (method) {
      case CLONE -> array.clone();
      case COPY_OF -> copy(array, (Integer) args.get(1));
      case FILL -> fill(array, Conversions.convert(args.get(1), Type.DOUBLE));
      case ARRAY_COPY -> move(array, args);
      case MAP_REDUCE -> reduce(array, args.get(1), Conversions.convert(args.get(2), Type.DOUBLE));
      case FILTER_REDUCE -> filtered(array, (Real) args.get(1), args.get(2));
      case MAP_ARRAY ->
          Arrays.stream(array)
              .map(x -> (Object) functions.apply(args.get(1), List.of(x)))
              .toArray();
    };
  }

  private static Object copy(Object[] array, int length) {
    if (length < 0) {
      throw new Unsuitable("negative length");
    }
    Object[] copy = Arrays.copyOf(array, length);
    for (int i = array.length; i < length; i++) {
      copy[i] = Real.ZERO;
    }
    return copy;
  }

  private static Object fill(Object[] array, Object value) {
    Arrays.fill(array, value);
    return null;
  }

  private static Object move(Object[] from, List<Object> args) {
    Object[] to = (Object[]) args.get(2);
    int[] at = {(Integer) args.get(1), (Integer) args.get(3), (Integer) args.get(4)};
    try {
      System.arraycopy(from, at[0], to, at[1], at[2]);
    } catch (IndexOutOfBoundsException e) {
      throw new Unsuitable("index");
    }
    return null;
  }

  private Object reduce(Object[] array, Object function, Object start) {
    Object sum = start;
    for (Object element : array) {
      Real mapped = functions.apply(function, List.of(element));
      sum = Arithmetic.apply(BinaryOp.ADD, sum, Type.DOUBLE, mapped, Type.DOUBLE);
    }
    return sum;
  }

  private Object filtered(Object[] array, Real bound, Object function) {
    Object sum = Real.constant(1);
    for (Object element : array) {
      if (((Real) element).value() > bound.value()) {
        Real mapped = functions.apply(function, List.of(element));
        Object half =
            Arithmetic.apply(BinaryOp.MUL, Real.constant(0.5), Type.DOUBLE, sum, Type.DOUBLE);
        sum = Arithmetic.apply(BinaryOp.ADD, half, Type.DOUBLE, mapped, Type.DOUBLE);
      }
    }
    return sum;
  }
}
