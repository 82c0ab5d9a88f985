package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams over arrays, ranges, numbers and records; sorting. */
final class StreamCorpus {

  private StreamCorpus() {}

  record Item(double weight, double value) {}

  @Differentiable
  static double sum(double[] x) {
    return Arrays.stream(x).sum();
  }

  @Differentiable
  static double mapFilterSum(double[] x, double k) {
    return Arrays.stream(x).map(t -> t * k).filter(t -> t > 1).map(Math::sqrt).sum();
  }

  @Differentiable
  static double dot(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
  }

  @Differentiable
  static double extremes(double[] x) {
    return Arrays.stream(x).max().getAsDouble() * Arrays.stream(x).min().orElse(1);
  }

  @Differentiable
  static double average(double[] x) {
    OptionalDouble mean = DoubleStream.of(x).average();
    return mean.isPresent() ? mean.getAsDouble() * mean.orElseThrow() : -1;
  }

  @Differentiable
  static double averageOfSome(double[] x) {
    return Arrays.stream(x).filter(t -> t > 0).average().orElse(x[0] * 3);
  }

  @Differentiable
  static double product(double[] x) {
    return Arrays.stream(x).reduce(1, (a, b) -> a * b)
        + Arrays.stream(x).reduce(Double::sum).orElseGet(() -> x.length);
  }

  @Differentiable
  static double[] toArray(double[] x) {
    return Arrays.stream(x, 1, x.length).map(Math::sin).toArray();
  }

  @Differentiable
  static double powers(double x, int n) {
    return DoubleStream.iterate(1, t -> t * x).limit(n).sum();
  }

  @Differentiable(wrt = "x")
  static double powersBelow(double x, double limit) {
    return DoubleStream.iterate(x, t -> t < limit, t -> t * x).skip(1).sum();
  }

  @Differentiable
  static double limitAfterFilter(double[] x) {
    return Arrays.stream(x).filter(t -> t > 0).limit(2).map(t -> t * t).sum();
  }

  @Differentiable
  static double effectsInOrder(double[] x) {
    double[] log = new double[2 * x.length];
    int[] n = {0};
    double found =
        Arrays.stream(x)
            .peek(t -> log[n[0]++] = t)
            .map(t -> t * t)
            .peek(t -> log[n[0]++] = t)
            .filter(t -> t > 1)
            .findFirst()
            .orElse(0);
    double s = found;
    for (int i = 0; i < n[0]; i++) {
      s += log[i] * (i + 1);
    }
    return s;
  }

  @Differentiable
  static double records(double x, int n) {
    return IntStream.rangeClosed(1, n)
        .mapToObj(i -> new Item(i * x, x + i))
        .filter(item -> item.weight() > 1)
        .mapToDouble(item -> item.weight() * item.value())
        .sum();
  }

  @Differentiable
  static double boxedStream(double x) {
    return Stream.of(x, 2 * x, x * x).map(t -> t + 1).reduce(0.0, Double::sum)
        * DoubleStream.of(x, 3).boxed().map(t -> t * t).mapToDouble(Double::doubleValue).sum();
  }

  @Differentiable
  static double best(double x, double y) {
    Item best =
        Stream.of(new Item(x, y), new Item(y, x * x), new Item(2, x * y))
            .max(Comparator.comparingDouble(Item::value))
            .orElseThrow();
    return best.weight() * best.value();
  }

  @Differentiable
  static double rows(double[][] x) {
    return Arrays.stream(x).mapToDouble(r -> Arrays.stream(r).sum()).map(t -> t * t).sum();
  }

  @Differentiable
  static double matches(double[] x) {
    double s = Arrays.stream(x).anyMatch(t -> t > 2) ? x[0] * x[0] : x[0];
    s *= Arrays.stream(x).allMatch(t -> t > 0) ? 3 * x[1] : x[1];
    return s + Arrays.stream(x).filter(t -> t > 0).count() * x[1];
  }

  @Differentiable
  static double whiles(double[] x) {
    return Arrays.stream(x).takeWhile(t -> t > 0).map(t -> t * t).sum()
        + Arrays.stream(x).dropWhile(t -> t > 0).map(t -> 3 * t).sum();
  }

  @Differentiable
  static double median(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  @Differentiable
  static void sortInPlace(double[] x, int from, int to) {
    Arrays.sort(x, from, to);
    x[from] *= 3;
  }

  @Differentiable
  static double trimmed(double[] x) {
    return Arrays.stream(x).sorted().skip(1).limit(x.length - 2).average().getAsDouble();
  }

  @Differentiable
  static double setAll(double x, int n) {
    double[] a = new double[n];
    Arrays.setAll(a, i -> i == 0 ? x : a[i - 1] * x);
    return Arrays.stream(a).sum();
  }

  @Differentiable
  static double concatenated(double[] x, double[] y) {
    return DoubleStream.concat(Arrays.stream(x), Arrays.stream(y).map(t -> 2 * t))
        .reduce(0, (a, b) -> a / 2 + b);
  }

  @Differentiable
  static double forEach(double[] x) {
    double[] s = {1};
    Arrays.stream(x).forEach(t -> s[0] = s[0] * t + 1);
    IntStream.of(2, 0).filter(i -> i < x.length).forEach(i -> s[0] += x[i]);
    return s[0];
  }

  @Differentiable
  static double throughMethods(double[] x) {
    return clipped(Arrays.stream(x), 2).sum();
  }

  private static DoubleStream clipped(DoubleStream stream, double limit) {
    return stream.map(t -> Math.min(t, limit));
  }

  @Differentiable
  static double nested(double[] x) {
    return IntStream.range(0, x.length)
        .mapToDouble(
            i -> IntStream.range(i + 1, x.length).mapToDouble(j -> x[i] * x[j]).sum() * (i + 1))
        .sum();
  }

  @Differentiable
  static double usedTwice(double[] x, int times) {
    DoubleStream squares = Arrays.stream(x).map(t -> t * t);
    double s = squares.sum();
    return times > 1 ? s + squares.sum() : s;
  }

  @Differentiable
  static double usedByAnother(double[] x, boolean again) {
    DoubleStream all = Arrays.stream(x);
    DoubleStream doubled = all.map(t -> 2 * t);
    return (again ? all.filter(t -> t > 1) : doubled).sum();
  }

  @Differentiable
  static double closed(double[] x, boolean early) {
    DoubleStream all = Arrays.stream(x);
    if (early) {
      all.close();
    }
    return all.sum();
  }

  @Differentiable
  static double endlessBehind(double x) {
    return DoubleStream.concat(DoubleStream.of(x), DoubleStream.iterate(x, t -> t * x))
        .limit(4)
        .sum();
  }
}
