class Switches {
  enum Color {
    RED,
    GREEN,
    BLUE
  }

  private static Color help(int n) {
    return n == 0 ? Color.RED : n == 1 ? Color.GREEN : Color.BLUE;
  }

  static double old(int n, double x) {
    double y = x;
    switch (n) {
      case 0:
        y = 1;
        break;
      case 1:
      case 2:
        y += 2;
      case 3:
        y *= 3;
        if (x > 0) break;
        y -= 4;
      case 4:
        y += 5;
        break;
      default:
        y = -y;
    }
    return y;
  }

  static double defaultInTheMiddle(int n, double x) {
    double y = x;
    switch (n) {
      case 0:
        y = 1;
      default:
        y += 2;
        if (x > 1) break;
      case 3:
        y *= 3;
        break;
      case 5:
        y = 5;
    }
    return y;
  }

  static double returning(int n, double x) {
    switch (n) {
      case 0:
        return x;
      case 1:
        return x * x;
      case 2:
        x++;
    }
    switch (n) {
      case 4:
        return 4;
      default:
        return x - 1;
    }
  }

  static double inLoop(int[] a, double x) {
    double y = x;
    loop:
    for (int v : a) {
      switch (v) {
        case -1:
          continue;
        case 0:
          y += 1;
          break;
        case 1:
          break loop;
        case 2:
          if (y > 3) continue loop;
          y *= 2;
        case 3:
          y -= 1;
          break;
        default:
          if (v > 100) return y;
      }
      y += 0.5;
    }
    return y;
  }

  static double arrows(int n, double x) {
    double y = x;
    switch (n) {
      case 0, 1 -> y++;
      case 2 -> {
        y *= 2;
        if (x > 0) break;
        y -= 1;
      }
      case 3 -> throw new IllegalArgumentException("three");
      default -> y = 0;
    }
    return y;
  }

  static double expression(int n, double x) {
    double y =
        switch (n) {
          case 0 -> x;
          case 1, 2 -> {
            double z = x * 2;
            if (z > 1) yield z;
            for (int i = 0; i < 3; i++) {
              z += i;
              if (z > 2) yield -z;
            }
            yield z - 1;
          }
          case 3 -> n;
          default -> throw new IllegalArgumentException("no " + n);
        };
    return y + switch (n) {
      case 0:
        y = 4;
      case 1:
        yield y;
      default:
        yield 2;
    };
  }

  static int strings(String s) {
    switch (s) {
      case "a":
        return 1;
      case "b":
      case "c":
        return 2;
      default:
        break;
    }
    return switch (s) {
      case "d" -> 3;
      case "e", "f" -> 4;
      default -> 5;
    };
  }

  static int nullString(boolean b) {
    String s = b ? "x" : null;
    switch (s) {
      case "y":
        return 1;
      default:
        return 2;
    }
  }

  static double enums(int n, double x) {
    Color c = n == 0 ? Color.RED : n == 1 ? Color.GREEN : Color.BLUE;
    double y = switch (c) {
      case RED -> x;
      case GREEN -> x * 2;
      case BLUE -> 3;
    };
    switch (c) {
      case GREEN:
        y++;
      case BLUE:
        y--;
        break;
      default:
    }
    return c == Color.RED ? y : -y + c.ordinal();
  }

  static int chars(char c, byte b) {
    int n = 0;
    switch (c) {
      case 'a':
      case 'b':
        n = 1;
        break;
      case 'c' + 1:
        n = 2;
    }
    switch (b) {
      case 1 -> n++;
      case -1 -> n--;
      default -> {}
    }
    Integer boxed = n;
    return switch (boxed) {
      case 1 -> 10;
      case 2 -> 20;
      default -> boxed;
    };
  }

  static int declaredAcrossGroups(int n) {
    switch (n) {
      case 0:
        int k = 3;
        break;
      case 1:
        k = 4;
        for (int i = 0; i < 2; i++) k += i;
      case 2:
        k = 5;
        n += k;
      default:
        n++;
    }
    return n;
  }

  static int emptySwitch(int n) {
    int k = n;
    switch (k++) {
    }
    switch (k++) {
      default:
    }
    return k;
  }
}
