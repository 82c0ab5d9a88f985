package io.cotangent.corpus;

import static io.cotangent.corpus.CallTargets.dot;

import io.cotangent.Differentiable;

/** Static calls: same file, other file, private, overloaded, recursive, with effects on arrays. */
final class CallCorpus {

  private CallCorpus() {}

  @Differentiable
  static double sameFile(double x) {
    return square(x) * square(x + 1);
  }

  static double square(double x) {
    return x * x;
  }

  @Differentiable
  static double nestedCalls(double x) {
    return square(square(square(x) + 1) - x);
  }

  @Differentiable
  static double otherFile(double x) {
    return CallTargets.cube(x) + CallTargets.Inner.cube(x * x);
  }

  @Differentiable
  static double importedStatically(double[] a, double[] b) {
    return dot(a, b) * dot(a, a);
  }

  @Differentiable
  static double qualified(double x) {
    return io.cotangent.corpus.CallTargets.cube(x) * CallCorpus.square(x);
  }

  @Differentiable
  static double privateCallee(double x, double y) {
    return blend(x, y, 0.25) * blend(y, x, 0.75);
  }

  private static double blend(double a, double b, double weight) {
    double rest = 1 - weight;
    return a * weight + b * rest * a;
  }

  @Differentiable
  static double overloads(double x, float f, int k) {
    double r = CallTargets.pick(x) * CallTargets.pick(f);
    r += CallTargets.pick(k) * x + CallTargets.pick(new double[] {x, k});
    return r + CallTargets.pick(x, k) + CallTargets.pick(k, k);
  }

  @Differentiable(name = "TwiceOfOne")
  static double twice(double x) {
    return 2 * x * x;
  }

  @Differentiable(name = "TwiceOfTwo")
  static double twice(double x, double y) {
    return twice(x) * twice(y);
  }

  @Differentiable(name = "TwiceOfArray")
  static double twice(double[] v) {
    return twice(v[0], v[1]);
  }

  @Differentiable
  static double recursivePower(double x, int n) {
    if (n == 0) {
      return 1;
    }
    double half = recursivePower(x, n / 2);
    return n % 2 == 0 ? half * half : half * half * x;
  }

  @Differentiable
  static double recursiveSum(double[] v, int from, int to) {
    if (to - from == 1) {
      return v[from] * v[from];
    }
    int middle = (from + to) >>> 1;
    double left = recursiveSum(v, from, middle);
    return left * recursiveSum(v, middle, to) + left;
  }

  @Differentiable
  static double privateRecursion(double x) {
    return descend(x, 4);
  }

  private static double descend(double x, int depth) {
    return depth == 0 ? x : x * descend(Math.sin(x), depth - 1) + depth;
  }

  @Differentiable
  static double mutualRecursion(double x, int n) {
    return even(x, n);
  }

  static double even(double x, int n) {
    return n == 0 ? x : odd(x * x * 0.5, n - 1) + x;
  }

  static double odd(double x, int n) {
    return n == 0 ? 3 * x : even(x + 1, n - 1) * x;
  }

  /** Recursion that fills an active array on its way. */
  @Differentiable
  static double mutualRecursionOnArray(double[] v) {
    double[] work = v.clone();
    up(work, 0);
    double r = 0;
    for (double each : work) {
      r += each * each;
    }
    return r;
  }

  private static void up(double[] work, int i) {
    if (i < work.length) {
      work[i] = work[i] * (i + 1);
      down(work, i);
    }
  }

  private static void down(double[] work, int i) {
    if (i > 0) {
      work[i - 1] *= work[i];
    }
    up(work, i + 1);
    work[i] += 1;
  }

  @Differentiable
  static double fibonacci(double x, int n) {
    return n < 2 ? x + n : fibonacci(x, n - 1) * fibonacci(x, n - 2);
  }

  /** The callee changes the array between its use before and after. */
  @Differentiable
  static double calleeWrites(double x) {
    double[] a = {x, 2, x * x};
    double before = a[0] * a[2];
    CallTargets.addTo(a, x);
    double after = a[0] * a[1];
    CallTargets.addTo(a, before);
    return after * a[2];
  }

  @Differentiable
  static double calleeWritesAlias(double[] v) {
    double[] a = v.clone();
    double[] b = a;
    double old = b[0] * b[1];
    moveSum(a, b);
    return old * b[0] + a[1];
  }

  private static void moveSum(double[] target, double[] source) {
    for (int i = 0; i < source.length; i++) {
      target[0] += source[i];
    }
    source[1] = target[0] * target[0];
  }

  @Differentiable
  static double calleeReturnsArray(double[] v, double x) {
    double[] w = CallTargets.scaled(v, x);
    return dot(w, v) + CallTargets.scaled(w, w[0])[1];
  }

  @Differentiable
  static double calleeReturnsItsArgument(double[] v) {
    double[] a = v.clone();
    double[] b = firstDoubled(a);
    b[1] *= a[0];
    return a[1] * b[0];
  }

  static double[] firstDoubled(double[] v) {
    v[0] *= 2;
    return v;
  }

  @Differentiable
  static double resultIgnored(double x) {
    double[] a = {x, 3};
    firstDoubled(a);
    square(x);
    return a[0] * a[0];
  }

  @Differentiable
  static double callInLoop(double x, int n) {
    double r = x;
    for (int i = 0; i < n; i++) {
      r = blend(r, x, 0.5) + CallTargets.cube(r) * 0.01;
    }
    return r;
  }

  @Differentiable
  static double callInConditions(double[] v, double x) {
    double r = x;
    while (!CallTargets.isLarge(r)) {
      r += square(r) + 0.1;
    }
    return CallTargets.countPositive(v) * r + CallTargets.firstPositive(v);
  }

  @Differentiable
  static double varargsSpread(double x, double y) {
    return total(x, y, x * y) * total(y) + total() + total(new double[] {x, y});
  }

  static double total(double... all) {
    double r = 1;
    for (double each : all) {
      r += each * each;
    }
    return r;
  }

  @Differentiable
  static double varargsParameter(double... all) {
    return total(all) * all.length;
  }

  @Differentiable
  static double throwingCallee(double x) {
    double y = x * x * x;
    return CallTargets.checked(y) + y;
  }

  /** An active argument at one call is passive at the next. */
  @Differentiable
  static double passiveAndActive(double x, int k) {
    return blend(x, 2, 0.5) + blend(3, x, 0.5) + blend(2, 3, x) + blend(k, k, 0.5) * x;
  }

  /** A parameter that the callee overwrites is a copy. */
  @Differentiable
  static double calleeOverwritesParameter(double x) {
    double y = x;
    double r = consume(y);
    return r * y;
  }

  private static double consume(double x) {
    x = x * x;
    x++;
    return x;
  }

  @Differentiable
  static double callsAnnotated(double x, double y) {
    return sameFile(x) + privateCallee(x, y) * recursivePower(y, 3);
  }

  /** Evaluation order of arguments with effects. */
  @Differentiable
  static double argumentOrder(double x) {
    double y = x;
    return blend(y, y = y * y, y += 1) * y;
  }

  /** The copy of the first for second derivatives must not take the place of the second. */
  @Differentiable
  static double namesakes(double x) {
    return twin(x, 3) * twin2(x, 2);
  }

  /** Functions with the names that those of another one have that are derived from it. */
  @Differentiable
  static double derivedNames(double x) {
    return step(x, 3) + stepForward(x, 2) * stepReverse(x, 2) + stepTangent(x, 2);
  }

  private static double step(double x, int n) {
    return n <= 0 ? x : Math.sin(x) * step(x * x, n - 1) + stepForward(x, n - 1);
  }

  private static double stepForward(double x, int n) {
    return n <= 0 ? x * x : x + stepForward(0.5 * x, n - 1);
  }

  private static double stepReverse(double x, int n) {
    return n <= 0 ? x + 1 : Math.exp(-x) * stepReverse(x, n - 1);
  }

  private static double stepTangent(double x, int n) {
    return n <= 0 ? x + 2 : x * stepTangent(x * x, n - 1);
  }

  private static double twin(double x, int n) {
    return n <= 0 ? x : Math.sin(x) * twin(x * x, n - 1);
  }

  private static double twin2(double x, int n) {
    return n <= 0 ? x : Math.exp(x) + twin2(x * x, n - 1);
  }

  /** The length of a builder is a method of a class that nobody sees. */
  @Differentiable
  static double builderLength(double x, String csv) {
    double s = 0;
    StringBuilder seen = new StringBuilder();
    for (String part : csv.split(",")) {
      double w = Double.parseDouble(part.trim());
      s += w * x;
      seen.append(part);
      if (seen.length() > 4) {
        x *= w;
      }
    }
    return s * seen.length();
  }
}
