class Control {
  static double ifs(double x, int n) {
    double y = 0;
    if (x > 0) y = x;
    if (n > 2) {
      y += 2;
    } else if (n > 1) {
      y -= 1;
    } else y *= 3;
    if (n == 3) ;
    return y;
  }

  static double early(double x, int n) {
    if (x < 0) {
      return -x;
    }
    double y = x * 2;
    if (n > 3) return y;
    y += 1;
    if (n > 2) {
      if (x > 1) {
        return y * y;
      }
      y -= 7;
    }
    y++;
    return y;
  }

  static double earlyElse(double x, int n) {
    double y = 1;
    if (n > 2) {
      y = 2;
    } else {
      if (n < 0) return 4;
      else if (x > 0) {
        return 5;
      }
      y = 6;
    }
    y += n;
    if (x < 1) {
      y = 7;
    } else {
      return y;
    }
    return y + 1;
  }

  static double constantIf(double x) {
    if (true) {
      x++;
    }
    if (false) x = 9;
    while (true) {
      x = Math.abs(x) * 2;
      if (!(x < 10)) return x;
      x += 3;
    }
  }

  static double sum(double[] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++) s += a[i];
    return s;
  }

  static double headers(int n) {
    double s = 0;
    for (int i = 0, j = n; i < j && s < 100; i++, j--) s += i * j;
    int k = 0;
    for (; k < 3; ) k++;
    for (k = 5; k-- > 0; s++) ;
    for (double d = 0; d < 1; d += 0.25) s += d;
    for (float f = 1; f > 0.1f; f /= 2) s *= 1.1;
    for (long l = 3, m = 1; l >= m; l--) s += l;
    for (int i = 0; ; i++) {
      if (i > 3) break;
      s -= i;
    }
    for (char c = 'a'; c <= 'e'; c += 2) s += c;
    return s + k;
  }

  static int effectsInCondition(int[] a) {
    int i = 0;
    int s = 0;
    while (i < a.length && a[i++] > 0) s += i;
    while (--i > 0) s *= 2;
    do {
      s++;
    } while (s++ < 10);
    for (int j = 0; j++ < 4; s += j) i += j;
    return s * 100 + i;
  }

  static double breaks(double[] a, double limit) {
    double s = 0;
    int i;
    for (i = 0; i < a.length; i++) {
      if (a[i] < limit) break;
      s += a[i];
      if (s > 3) {
        s -= 1;
        break;
      }
      s *= 2;
    }
    return s * 10 + i;
  }

  static double continues(double[] a, int n) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      if (i == n) continue;
      s += a[i];
      if (a[i] > 0) {
        s++;
        if (s > 2) continue;
        s -= 3;
      }
      s *= 1.5;
    }
    int j = 0;
    while (j < 6) {
      j++;
      if (j % 2 == 0) continue;
      s += j;
    }
    do {
      if (--j == 3) continue;
      s -= j;
    } while (j > 0);
    return s;
  }

  static double labels(double[][] m, double limit) {
    double s = 0;
    int count = 0;
    outer:
    for (int i = 0; i < m.length; i++) {
      inner:
      for (int j = 0; j < m[i].length; j++) {
        count++;
        if (m[i][j] > limit) continue outer;
        if (m[i][j] < -limit) break outer;
        for (int k = 0; k < 2; k++) {
          if (m[i][j] * k > 1) continue inner;
          if (k == 1 && m[i][j] == 0) break inner;
          s += k + m[i][j];
        }
        s *= 2;
      }
      s += 100;
    }
    return s + count * 1e6;
  }

  static double labelledBlock(double x, int n) {
    double y = x;
    block:
    {
      y++;
      if (n > 3) break block;
      y *= 2;
      for (int i = 0; i < 3; i++) {
        if (i == n) break block;
        y += i;
      }
      y -= 5;
    }
    single:
    if (x > 0) {
      y = 3;
      if (n == 0) break single;
      y = 4;
    }
    return y;
  }

  static double returnInLoops(double[][] m, double x) {
    int steps = 0;
    for (double[] row : m) {
      for (double v : row) {
        steps++;
        if (v > x) {
          return v * steps;
        }
        if (v < -x) {
          steps += 10;
          break;
        }
      }
      steps += 100;
    }
    return -steps;
  }

  static double returnFromWhile(double x) {
    double y = x;
    int n = 0;
    while (n < 20) {
      double z = Math.cos(y);
      if (Math.abs(z - y) < 1e-3) return z + n;
      y = z;
      n++;
    }
    return y * 1000;
  }

  static double doWithExits(double x, int n) {
    double y = x;
    int i = 0;
    do {
      i++;
      if (i == n) continue;
      y += i;
      if (y > 20) return y;
      if (y < -20) break;
      y *= 1.5;
    } while (i < 5 && y < 15);
    do {
      y++;
      if (n > 3) break;
      y--;
    } while (false);
    do {
      y += 2;
      break;
    } while (true);
    return y + i;
  }

  static double forEach(int[] a, float[] f, double[][] m) {
    double s = 0;
    for (double v : a) s += v / 2;
    for (float v : f) {
      if (v > 1) continue;
      s += v;
      v = 3;
      s += v;
    }
    for (var row : m) for (var v : row) s -= v;
    double[] b = m[0];
    for (double v : b) {
      b = m[1];
      s += v;
    }
    for (char c : new char[] {'a', 'b'}) s += c;
    return s + b[0];
  }

  static double swapInLoop(double x, double y) {
    double a = x, b = y;
    for (int i = 0; i < 5; i++) {
      double t = a;
      a = b;
      b = t + a;
    }
    return a - 2 * b;
  }

  static double arraySwap(double[] a, double[] b) {
    double[] p = a;
    double[] q = b;
    for (int i = 0; i < 3; i++) {
      double[] t = p;
      p = q;
      q = t;
      p[i] += q[i] * 2;
    }
    return p[0] + q[1];
  }

  static int gcd(int a, int b) {
    int x = a;
    int y = b;
    while (y != 0) {
      int t = x % y;
      x = y;
      y = t;
    }
    return x;
  }

  static double declaredInLoop(int n) {
    double s = 0;
    for (int i = 0; i < n % 5; i++) {
      double local;
      int k = i;
      if (i % 2 == 0) local = i;
      else local = -1;
      while (k > 0) {
        local += k--;
      }
      s += local;
    }
    return s;
  }

  static double throwing(double x, int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n is " + n);
    }
    double y = x;
    for (int i = 0; i < n; i++) {
      if (y > 4) throw new IllegalArgumentException("too large: " + y);
      y += i;
    }
    if (x > 2) {
      y++;
      throw new ArithmeticException();
    } else if (x < -2) {
      if (n == 1) throw new IllegalArgumentException("one");
      return y;
    } else {
      y--;
    }
    return y;
  }

  static double allArmsThrow(double x, int n) {
    double y = x;
    if (n > 3) {
      y++;
      if (x > 0) throw new IllegalArgumentException("a" + y);
      else throw new IllegalArgumentException("b" + y);
    }
    return y;
  }

  static double endsInThrow(double x) {
    for (int i = 0; i < 3; i++) {
      if (x > i) return x * i;
    }
    throw new IllegalArgumentException("below: " + x);
  }

  static double throwInLoop(double x, int n) {
    double y = x;
    while (y < 3) {
      y++;
      if (n > 2) {
        throw new IllegalArgumentException("in loop " + y);
      } else {
        return y;
      }
    }
    do {
      if (n > 4) throw new IllegalArgumentException("first");
      else throw new IllegalArgumentException("second");
    } while (n > 0);
  }

  static double throwPrimitive(double x) {
    RuntimeException e = new IllegalArgumentException("kept");
    if (x > 0) throw e;
    return x;
  }

  static double asserting(double x, int n) {
    assert n > -1 : "n=" + n;
    assert x == x;
    int k = n;
    assert ++k > 0 && k < 6 : k;
    return x + k;
  }

  static void outParameter(double[] a, double x) {
    if (x < 0) return;
    for (int i = 0; i < a.length; i++) {
      if (a[i] < 0) return;
      a[i] = Math.sqrt(a[i]) * x;
    }
    a[0] = 7;
  }

  static double codeAfterReturnPaths(double[] a, int n) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      if (i == n) {
        for (int j = 0; j < 3; j++) {
          s += j;
          if (s > 4) return s;
        }
        s *= 2;
      } else {
        s += a[i];
        if (s < -5) break;
      }
      s -= 0.5;
    }
    s += 1000;
    if (s > 1002) return s;
    return -s;
  }

  static double manyReturns(double x, int n) {
    if (n == 0) return x;
    if (n == 1) return x + 1;
    if (n == 2) return x + 2;
    if (n == 3) {
      x++;
    } else if (n == 4) return 4;
    if (n == 5) return x + 5;
    if (x > 0) {
      if (x > 1) return 10;
      x = 3;
    } else {
      if (x < -1) return 11;
      x = 4;
    }
    if (x == 3) return 12;
    return x + 13;
  }

  static double parameterReassigned(double x, double[] a, int n) {
    while (n > 0) {
      x += a[n % 4];
      a = a.clone();
      a[0] = x;
      n = n > 100 ? 2 : n - 1;
    }
    return x + a[0];
  }

  static double nestedConditions(double[] a) {
    double best = Double.NEGATIVE_INFINITY;
    int where = -1;
    for (int i = 0; i < a.length; i++) {
      if (a[i] > best) {
        best = a[i];
        where = i;
      }
    }
    return where < 0 ? 0 : best + where;
  }

  static int collatz(int n) {
    int k = Math.abs(n % 50) + 1;
    int steps = 0;
    while (k != 1) {
      if (k % 2 == 0) {
        k /= 2;
        steps++;
        continue;
      }
      k = 3 * k + 1;
      steps++;
    }
    return steps;
  }

  static double whileTrue(double x) {
    int i = 0;
    for (; ; ) {
      if (i++ > 3) break;
      while (true) {
        x = Math.abs(x) + i;
        if (x > i) break;
        if (!(x < i)) return -1;
      }
    }
    return x;
  }

  static double returnConditional(double[] a, int n) {
    int i = 0;
    while (i < a.length && (n < 3 || a[i] > 0)) {
      if (a[i++] == 1) return i;
    }
    return i > 2 ? a[0] : -a[0];
  }

  static int emptyBodies(int n) {
    int i = 0;
    while (i++ < n % 7) ;
    for (; i > 0; i -= 2) ;
    do ; while (i++ < 3);
    {
    }
    ;
    return i;
  }

  static double innermostAfterThrow(double[] a, int n) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      if (i > n) {
        if (s < 0) throw new IllegalArgumentException("negative");
        break;
      }
      s += a[i];
    }
    return s;
  }
}
