package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Lists that a method makes itself. */
final class ListCorpus {

  private ListCorpus() {}

  record Item(double weight, double value) {}

  @Differentiable
  static double grows(double x, int n) {
    List<Double> list = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      list.add(x * i);
    }
    double s = 0;
    for (double t : list) {
      s += t * t;
    }
    return s + list.size();
  }

  @Differentiable
  static double changes(double x, double y) {
    List<Double> list = new ArrayList<>(List.of(x, y, x * y));
    double before = list.set(1, x * x);
    list.add(0, y * y);
    double removed = list.remove(2);
    list.add(before);
    double s = 0;
    for (int i = 0; i < list.size(); i++) {
      s = 2 * s + list.get(i);
    }
    return s * removed;
  }

  @Differentiable
  static double ofRecords(double x, int n) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      items.add(new Item(x + i, x * i));
    }
    double s = 0;
    for (Item item : items) {
      if (item.value() > 2) {
        break;
      }
      s += item.weight() * item.value();
    }
    return s;
  }

  @Differentiable
  static double fixed(double x) {
    List<Double> list = List.of(x, x * x, 2.0);
    double s = 0;
    for (Double t : list) {
      s += t * list.get(1);
    }
    return s + Arrays.asList(x, 3 * x).get(1);
  }

  @Differentiable
  static double ofFunctions(double x) {
    double s = x;
    for (DoubleUnaryOperator f : List.<DoubleUnaryOperator>of(t -> 2 * t, t -> t * x, Math::sin)) {
      s = f.applyAsDouble(s);
    }
    return s;
  }

  @Differentiable
  static double ofRows(double x, int n) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(new double[] {x * i, x + i});
    }
    double s = 0;
    for (double[] row : rows) {
      row[0] *= row[1];
    }
    for (int i = 0; i < rows.size(); i++) {
      s += rows.get(i)[0] + rows.get(0)[1];
    }
    return s;
  }

  @Differentiable
  static double streamed(double x) {
    List<Double> list = new ArrayList<>();
    list.add(x);
    list.add(x * x);
    list.replaceAll(t -> t + x);
    double[] s = {0};
    list.forEach(t -> s[0] += t * t);
    return s[0] + list.stream().mapToDouble(t -> t).sum();
  }

  private static double total(List<Double> list) {
    double s = 0;
    for (double t : list) {
      s += t;
    }
    return s;
  }

  private static void addPowers(List<Double> list, double x, int n) {
    for (int i = 0; i < n; i++) {
      list.add(list.isEmpty() ? x : list.get(list.size() - 1) * x);
    }
  }

  @Differentiable
  static double passedOn(double x, int n) {
    List<Double> list = new ArrayList<>();
    addPowers(list, x, n);
    List<Double> same = list;
    same.add(x);
    return total(list) * total(List.of(x, 1.0));
  }

  @Differentiable
  static double counts(double x) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      list.add(i * i);
    }
    list.remove(0);
    double s = 0;
    for (int k : list) {
      s += k * x;
    }
    return s;
  }

  @Differentiable
  static double outOfBounds(double x, int i) {
    List<Double> list = new ArrayList<>();
    list.add(x);
    list.add(2 * x);
    return list.get(i) * x;
  }

  @Differentiable
  static double changedInLoop(double x, double limit) {
    List<Double> list = new ArrayList<>(List.of(x, 2 * x, x * x));
    double s = 0;
    for (double t : list) {
      s += t * t;
      if (t > limit) {
        list.remove(0);
        list.add(t);
      }
    }
    return s;
  }

  @Differentiable
  static double changedInForEach(double x, double limit) {
    List<Double> list = new ArrayList<>(List.of(x, 2 * x, x * x));
    double[] s = {0};
    list.forEach(
        t -> {
          s[0] += t * t;
          if (t > limit) {
            list.add(t);
          }
        });
    return s[0];
  }

  @Differentiable
  static double changedInStream(double x, double limit) {
    List<Double> list = new ArrayList<>(List.of(x, 2 * x, x * x));
    return list.stream()
        .mapToDouble(
            t -> {
              if (t > limit) {
                list.add(t);
              }
              return t * t;
            })
        .sum();
  }

  @Differentiable
  static double removedIf(double x, double limit) {
    List<Double> list = new ArrayList<>(List.of(x, 2 * x, x * x));
    double s = list.removeIf(t -> t > limit) ? x : 1;
    for (double t : list) {
      s = 2 * s + t * list.size();
    }
    return s;
  }

  @Differentiable
  static double changedInReplaceAll(double x, double limit) {
    List<Double> list = new ArrayList<>(List.of(x, 2 * x, x * x));
    list.replaceAll(
        t -> {
          if (t > limit) {
            list.remove(0);
          }
          return t * t;
        });
    return list.get(0) * list.get(2);
  }

  @Differentiable
  static double nullRow(double[] x, boolean without) {
    double[] doubled = without ? null : new double[] {2 * x[0]};
    double s = 0;
    for (double[] row : List.of(x, doubled)) {
      s += row == null ? 1 : row[0] * row[0];
    }
    return s;
  }

  @Differentiable
  static double nullBox(double x, boolean without) {
    Double box = without ? null : x * x;
    return List.of(x, box).get(0) * 3;
  }

  @Differentiable
  static double rows(double[] x, double[] y) {
    double s = 0;
    for (double[] row : Arrays.asList(x, y, x)) {
      s = s * row[0] + row[1];
    }
    return s;
  }

  @SafeVarargs
  private static <T> T pick(int i, T... all) {
    return all[i];
  }

  @Differentiable
  static double generic(double[] x, double[] y, int i) {
    Object[] objects = {y, x};
    return pick(i, x, y)[0] * pick(1 - i, x, y)[1] * ((double[]) objects[i])[1];
  }
}
