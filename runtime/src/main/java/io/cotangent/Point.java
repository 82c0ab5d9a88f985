package io.cotangent;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The arguments a derivative is checked at, and the numbers in them it is taken with respect to.
 * Every use gets copies, since a method may write to its arguments.
 */
final class Point {
  private final Object[] arguments;
  private final int[] positions;
  private final double[] numbers;

  /** A point, with the positions of the arguments that are differentiated. */
  Point(Object[] arguments, int... positions) {
    this.arguments = arguments;
    this.positions = positions;
    this.numbers = Numbers.of(differentiated(arguments));
  }

  /** The positions of the arguments of differentiable type. */
  static int[] differentiable(Object[] arguments) {
    return IntStream.range(0, arguments.length)
        .filter(i -> Numbers.isDifferentiable(arguments[i]))
        .toArray();
  }

  private List<Object> differentiated(Object[] all) {
    return Arrays.stream(positions).mapToObj(position -> all[position]).toList();
  }

  /** The differentiated arguments. */
  List<Object> differentiated() {
    return differentiated(arguments);
  }

  /** Whether the first argument is an object whose fields may be differentiated. */
  boolean hasOpaqueReceiver() {
    return arguments.length > 0 && !Numbers.isDifferentiable(arguments[0]);
  }

  /** How many numbers there are. */
  int size() {
    return numbers.length;
  }

  /** Whether one of the numbers is a float. */
  boolean hasFloat() {
    return differentiated().stream().anyMatch(Numbers::hasFloat);
  }

  /** The arguments. */
  Object[] copy() {
    return moved(new double[size()], 0);
  }

  /** The arguments with {@code step} times the direction added, rounded to their types. */
  Object[] moved(double[] direction, double step) {
    double[] sums = new double[size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = numbers[i] + step * direction[i];
    }
    DoubleBuffer buffer = DoubleBuffer.wrap(sums);
    Object[] moved = new Object[arguments.length];
    for (int i = 0; i < moved.length; i++) {
      int position = i;
      boolean isMoved = Arrays.stream(positions).anyMatch(p -> p == position);
      DoubleBuffer from =
          isMoved ? buffer : DoubleBuffer.wrap(Numbers.of(Collections.singletonList(arguments[i])));
      moved[i] = Numbers.with(arguments[i], from);
    }
    return moved;
  }

  /** The numbers of arguments that were moved. */
  double[] numbers(Object[] moved) {
    return Numbers.of(differentiated(moved));
  }

  /** How far a step of one moves a number: as far as it is from zero, and not too little. */
  double scale(int number) {
    double size = Math.abs(numbers[number]);
    return size == 0 ? 1 : Math.max(size, 1e-3);
  }
}
