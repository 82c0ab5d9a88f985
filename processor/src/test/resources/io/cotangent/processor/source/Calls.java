class Calls {
  record Point(double x, double y) {}

  record Segment(Point from, Point to, int kind) {}

  private static double helpSquare(double x) {
    return x * x;
  }

  static double helpOver(int i) {
    return i + 0.5;
  }

  static double helpOver(double d) {
    return d * 2;
  }

  static double helpOver(long l) {
    return l * 3;
  }

  static double helpSum(double... values) {
    double s = 0;
    for (double v : values) s = s * 2 + v;
    return s;
  }

  static int helpMixed(String format, Object... rest) {
    return rest == null ? -1 : rest.length;
  }

  static void helpScale(double[] a, double by) {
    for (int i = 0; i < a.length; i++) a[i] *= by;
  }

  static double[] helpCopy(double[] a, int n) {
    double[] c = new double[n];
    for (int i = 0; i < n; i++) c[i] = a[i];
    return c;
  }

  static double privates(double x) {
    return helpSquare(x + 1) + helpSquare(helpSquare(x));
  }

  static double overloads(int i, char c, float f, long l) {
    return helpOver(i) + helpOver(c) * 10 + helpOver(f) * 100 + Calls.helpOver(l);
  }

  static double varargs(double x, int i) {
    return helpSum() + helpSum(x) * 3 + helpSum(x, i, 'c') + helpSum(new double[] {x, 2});
  }

  static int objectVarargs(int i) {
    return helpMixed("a") + 10 * helpMixed("a", i, "b") + helpMixed("a", (Object[]) null);
  }

  static double argumentsInOrder(double x, int n) {
    int i = n & 1;
    double[] a = {x, 2, 3, 4};
    return helpSum(a[i++], a[i] = 7, i += 1, a[i - 1]) + i;
  }

  static double effects(double[] a, double x) {
    helpScale(a, x);
    double[] b = helpCopy(a, 3);
    helpScale(b, 2);
    return a[0] + b[1];
  }

  static double factorial(int n) {
    if (n <= 1 || n > 20) return 1;
    return n * factorial(n - 1);
  }

  static boolean even(int n) {
    return n <= 0 || n > 50 || helpOdd(n - 1);
  }

  static boolean helpOdd(int n) {
    return n > 0 && even(n - 1);
  }

  static double recursiveWithLoop(double x, int n) {
    if (n <= 0 || n > 3) return x;
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += recursiveWithLoop(x * 0.5 + i, n - 1);
      if (s > 10) return s;
    }
    return s;
  }

  static double nested(double x) {
    return Inner.twice(x) + Inner.Deeper.thrice(x);
  }

  static class Inner {
    static double twice(double x) {
      return 2 * x;
    }

    private static class Deeper {
      static double thrice(double x) {
        return 3 * x + FACTOR;
      }

      private static final double FACTOR = 2.5;
    }
  }

  static double records(double x, double y, int n) {
    Point p = new Point(x, y);
    Point q = new Point(n, p.x() * 2);
    if (x > y) q = p;
    Segment s = new Segment(p, q, n);
    for (int i = 0; i < 3; i++) {
      s = new Segment(s.to(), helpMid(s), s.kind() + 1);
      if (s.from().x() > 2) break;
    }
    Point r = n > 2 ? s.from() : s.to;
    return r.x() + r.y * 3 + s.kind();
  }

  private static Point helpMid(Segment s) {
    if (s.kind() > 3) {
      return s.to();
    }
    return new Point((s.from().x() + s.to().x()) / 2, s.from().y());
  }

  static String recordText(double x) {
    Point p = new Point(x, 1);
    return "p=" + p + String.valueOf(p.equals(new Point(x, 1)));
  }

  static double lazyCalls(double x, boolean b) {
    return b && helpSquare(x) > 2 || helpOver(x) < 0 ? helpSum(x, 1) : -x;
  }

  static double voidCallWithReturn(double[] a, int n) {
    helpEarly(a, n);
    helpEarly(a, 2);
    return a[0] + a[2];
  }

  static void helpEarly(double[] a, int n) {
    for (int i = 0; i < a.length; i++) {
      if (i == n) return;
      a[i]++;
    }
    a[0] = -1;
  }

  static double interfaces(double x) {
    return Shape.area(x) + Shape.SIDES;
  }

  interface Shape {
    int SIDES = 4;

    static double area(double x) {
      return x * x;
    }
  }
}
