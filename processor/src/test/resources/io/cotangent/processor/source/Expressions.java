import java.util.Objects;

class Expressions {
  static final double HALF = 0.5;
  static final int COUNT = 3;
  static final double[] TABLE = {1.5, 2.5, -1};
  static int counter = 7;

  static double polynomial(double x, double y) {
    return x * x * y - 3 * x / (1 + y * y) + HALF;
  }

  static double mixed(int i, long l, float f, double d, char c, byte b, short s) {
    return i + l * f - d / (c + 1) + b % 5 - (s >> 2) + (i & 7) + (l ^ i);
  }

  static float floats(float x, double y, int n) {
    float z = x * n;
    z += y;
    z /= 3;
    z -= 1e-3;
    return z * 1.1f + (float) (y * 2);
  }

  static int overflow(int a, int b) {
    int p = a * b * 1_000_003;
    p ^= a << 5;
    p += b >>> 3;
    p -= a >> b;
    return ~p + -a;
  }

  static long longs(long a, int b, long c) {
    long p = a * 1_000_003L + b;
    p <<= b;
    p ^= c >>> 7;
    return p | (a & c) % (b == 0 ? 1 : b);
  }

  static int narrowing(int a, double d) {
    byte b = (byte) a;
    short s = (short) (a * 1000);
    char c = (char) a;
    b += 100;
    b *= 3;
    s -= 7.9;
    c += 1;
    c++;
    int i = a;
    i *= 1.5;
    i += d;
    long l = i;
    l /= 2.5f;
    return b + s * 31 + c * 7 + i + (int) l;
  }

  static int bytes(byte b, short s, char c) {
    byte x = b;
    x++;
    x >>= 1;
    x >>>= 1;
    short t = s;
    t--;
    t <<= 3;
    char d = c;
    d += 'b' - 'a';
    return x + t + d + (b >>> 4) + (c << 2);
  }

  static double steps(double x, int n) {
    int i = n;
    double y = x;
    double z = y++ + ++y * i-- - --i + y-- * i++ + (--y);
    return z + y + i;
  }

  static double order(double x) {
    double y = x;
    double z = y + (y = 2 * y) * (y += 3) - y++;
    return z * y;
  }

  static double arrayOrder(double[] a, int n) {
    int i = n & 1;
    a[i++] = a[i++] + i;
    a[i] += i = 3;
    a[i = 0] *= a[i + 1] - (a[1] = 4);
    a[i]++;
    --a[i + 1];
    double v = a[i]-- + ++a[1];
    return v + i;
  }

  static double outOfBounds(double[] a, int i, int d) {
    double s = a[0];
    a[1] = s;
    a[i] = a[0] / d;
    a[i] += 10 / d;
    return s;
  }

  static double compoundBeforeRight(double[] a, int i, int d) {
    a[i] += 10 / d;
    return a[0];
  }

  static double nullArray(boolean b, double x) {
    double[] a = b ? null : new double[2];
    int i = 0;
    a[i++] = x;
    return a[0] + i;
  }

  static double assignments(double x, double y) {
    double a, b, c;
    a = b = c = x * y;
    a += b -= c *= 2;
    return a + b * c;
  }

  static double intoInt(double x) {
    int i;
    double d = i = (int) x;
    int j = 3;
    d += j += 2.7;
    return d + i + j;
  }

  static double ternaries(double x, double y, int n) {
    double r = x > y ? n > 2 ? x * 2 : y : n < 0 ? x < 0 ? -x : x / y : 1;
    return n == 0 ? r : n == 1 ? n : r + 1;
  }

  static double ternaryEffects(double x, int n) {
    int i = n;
    double y = x;
    double z = y > 0 ? (y += 1) * i++ : (y -= 2) + --i;
    return z + y * i;
  }

  static double ternaryTypes(boolean b, int i, long l, char c) {
    long w = b ? i : l;
    double d = b ? 1 : 2.5f;
    char e = b ? 'x' : c;
    int k = b ? c : i;
    return w + d + e + k;
  }

  static boolean shortCircuit(int a, int b) {
    return b != 0 && a / b > 1 || a > 2 && !(b < 0 || a == b);
  }

  static int shortCircuitEffects(int a, int b) {
    int n = 0;
    if (a > 0 && (n = b) > 1 || n++ == 0 && b < 4) {
      n += 10;
    }
    boolean both = (n > 3) & (++n > 5) | a < 0 ^ b < 0;
    return both ? n : -n;
  }

  static boolean logic(boolean a, boolean b, boolean c) {
    boolean d = a;
    d &= b;
    d |= c;
    d ^= a != c;
    return d == (a && !b) || c;
  }

  static int comparisons(double x, double y, int i, long l, float f) {
    int n = 0;
    n += x < y ? 1 : 0;
    n += x <= i ? 2 : 0;
    n += l == i ? 4 : 0;
    n += f >= x ? 8 : 0;
    n += x != x ? 16 : 0;
    n += i > l ? 32 : 0;
    n += 'a' == i + 97 ? 64 : 0;
    return n;
  }

  static double casts(double x, int i, long l) {
    return (int) x + (long) x + (float) x + (char) i + (byte) l + (short) x + (double) (i / 2);
  }

  static double constants(double x) {
    final int n = 10;
    final double scale = n / 4 + 1e-3;
    byte b = n;
    return x * scale + b + COUNT / 2 + Math.PI * 2 + Integer.MAX_VALUE + 'a' + (char) 98 + (n > 3 ? 1 : 2);
  }

  static int divisions(int a, int b) {
    return a / b + a % b;
  }

  static double remainders(double x, double y, float f) {
    double r = x % y;
    r %= 2.5;
    return r + f % 1.5f;
  }

  static double negative(double x) {
    return -x + +x - -(-x) + 0.0 * -1;
  }

  static double statics(int i) {
    return TABLE[i] + HALF + counter;
  }

  static String strings(double x, int i, char c, String s, boolean b) {
    String t = "x=" + x + ',' + i + c + s + b + null + 1 + 2 + 'c' + 1.0f + (i + i) + (s + c);
    t += i;
    t += c + 1;
    return i + x + t + COUNT + "k" + COUNT;
  }

  static String constantsInStrings() {
    return "a" + 1 + 'b' + 2.0 + true + 3f + 10L + (char) 100;
  }

  static double[] math(double x, double y) {
    return new double[] {
      Math.sin(x), Math.cos(y), Math.tan(x), Math.exp(-x * x), Math.hypot(x, y), Math.pow(x, 2),
      Math.pow(x, y), Math.sqrt(y), Math.cbrt(x), Math.atan2(x, y), StrictMath.log(x), Math.log(y),
      Math.log1p(y), Math.expm1(x), Math.sinh(x), Math.tanh(y), Math.signum(x), Math.abs(x),
      Math.max(x, y), Math.min(x, y), Math.floor(x), Math.ceil(y), Math.rint(x),
      Math.toRadians(y), Math.toDegrees(x), Math.IEEEremainder(x, y), Math.ulp(x),
      Math.nextUp(x), Math.nextDown(y), Math.nextAfter(x, y), Math.scalb(x, 3),
      Math.copySign(x, y), Math.fma(x, y, x), Math.asin(x), Math.acos(y), Math.atan(x),
      Math.cosh(y), Math.log10(x), Double.max(x, y), Double.sum(x, 1), Math.abs(-3)
    };
  }

  static long mathOnWholes(int i, long l, double x, float f) {
    return Math.abs(i) + Math.max(i, l) + Math.min(i, 3) + Math.round(x) + Math.round(f)
        + Math.getExponent(x) + Math.floorMod(i, 5) + Math.multiplyHigh(l, 1L << 60)
        + Integer.bitCount(i) + Long.compare(l, i) + Double.compare(x, f) + Integer.signum(i)
        + Integer.max(i, 2) + Long.sum(l, i) + Double.doubleToLongBits(x) + Character.getNumericValue('7');
  }

  static float mathOnFloats(float f, int i) {
    return Math.abs(f) + Math.max(f, i) - Math.min(f, 2) + Math.signum(f) + Math.ulp(f)
        + Math.nextAfter(f, 2.0) + Math.scalb(f, 2) + Math.fma(f, 2, i) + Float.sum(f, 1);
  }

  static int exact(int i) {
    return Math.addExact(i, 5) + Math.toIntExact(i * 2L);
  }

  static boolean special(double x, float f) {
    return Double.isNaN(x) || Double.isInfinite(x) || Float.isFinite(f) && Double.isFinite(x);
  }

  static double strict(double x) {
    return StrictMath.sin(x) + StrictMath.pow(x, 3) + StrictMath.max(x, 1);
  }

  static double arrays(int n) {
    int k = n & 3;
    double[] a = new double[k + 1];
    double[][] b = new double[2][k + 1];
    double[][][] c = new double[2][2][];
    a[k] = 3;
    b[1] = a;
    b[1][0] += 2;
    c[0] = b;
    c[0][1][k]++;
    return a[0] + a[k] + b[0].length + c[1].length + (c[1][0] == null ? 1 : 0);
  }

  static double literals(double x, int i) {
    double[] a = {x, i, 'c', 1};
    double[][] b = {{x, 2}, {}, a, new double[] {3, x}};
    long[] l = {i, 'b', 3L};
    int[][] m = new int[][] {{i}, {1, 2}};
    boolean[] t = {x > 0, true};
    String[] s = {"a", "b" + i, null};
    return a[2] + b[0][1] + b[3][1] + b[1].length + l[1] + m[1][1] + (t[0] ? 1 : 0) + s[1].length();
  }

  static double rows(double[][] m, double x) {
    double[] row = m[1];
    row[0] = x;
    m[2] = row;
    m[2][1] = x * 2;
    double[] swap = m[0];
    m[0] = m[3];
    m[3] = swap;
    double[] copy = row.clone();
    copy[0] = 5;
    double[][] shallow = m.clone();
    shallow[1][2] = copy[0];
    return m[1][0] + m[2][1] + m[1][2] + copy.length;
  }

  static double negativeLength(int n) {
    double[] a = new double[n > 100 ? 3 : n];
    return a.length;
  }

  static int integerArrays(int[] a, byte[] b, char[] c, long[] l, short[] s) {
    a[0] += a[1]++ - --a[2];
    b[1] += 3;
    b[0] <<= 2;
    c[0]++;
    s[c[0] & 1] -= 1.5;
    l[b[0] & 3] ^= a[0];
    return a[c[1] & 1] + b[1] + c[0] + s[0] + (int) l[0];
  }

  static int boxes(int n) {
    Integer i = n;
    i++;
    i += 2;
    Long l = (long) i;
    Object o = i;
    Character c = 'x';
    int back = (Integer) o + (int) o;
    return i + (int) (l + c) + back;
  }

  static boolean references(String s, boolean b) {
    String t = b ? s : null;
    Object o = s;
    return t != null && t == s || o instanceof String && null == t;
  }

  static int varAndShadow(int n) {
    var i = n + 1L;
    var x = 2.0;
    {
      int j = 3;
      x += j;
    }
    {
      double j = 4.5;
      x *= j;
    }
    final int a = 1, b = n, c[] = {a, b};
    return (int) (i + x) + c[1] + c.length;
  }

  static double requireNonNull(double[] a, boolean b) {
    double[] c = Objects.requireNonNull(b ? a : null, "no array");
    c[0] = 3;
    return a[0];
  }

  static double parentheses(double x) {
    double y = 1;
    (y) = (x);
    (y) += ((2));
    double[] a = {y};
    (a)[(0)]++;
    return ((a[0]) * (y));
  }

  static String library(int n, String s, double x) {
    StringBuilder b = new StringBuilder();
    b.append(x).append(s).append(n);
    java.util.Random r = new java.util.Random(7);
    double d = r.nextDouble() + r.nextInt(5);
    return String.format("%d %.3f", n, d) + b + s.length() + "abc".charAt(1) + String.valueOf(x);
  }

  static Class<?> classes() {
    return double[].class;
  }

  static double emptyParameters() {
    return 1 / 2 + 1.0 / 4;
  }
}
