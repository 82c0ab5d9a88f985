package io.cotangent.fuzz.generate;

import java.util.List;
import java.util.Random;

/** Random choices, reproducible from a seed. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** A number from 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number between two bounds, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** True in so many cases of a hundred. */
  boolean percent(int cases) {
    return random.nextInt(100) < cases;
  }

  /** One of a list. */
  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of a few. */
  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** An index, each as likely as its weight says. */
  int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int drawn = random.nextInt(sum);
    int index = 0;
    while (drawn >= weights[index]) {
      drawn -= weights[index++];
    }
    return index;
  }

  /** A number in the range where most programs are tame. */
  double real() {
    return random.nextInt(8) == 0 ? between(-2, 2) : random.nextDouble() * 3 - 1.5;
  }
}
