package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;

/** Queues, stacks, heaps, maps and sorting: collections that methods make of active values. */
final class CollectionCorpus {
  private CollectionCorpus() {}

  record Task(double cost, int id) implements Comparable<Task> {
    @Override
    public int compareTo(Task other) {
      return Double.compare(cost, other.cost);
    }
  }

  private static double bell(double x, double p) {
    return Math.exp(-p * x * x);
  }

  /** Integrates with a stack of intervals that are still too long. */
  @Differentiable
  static double quadrature(double a, double b, double p) {
    Deque<double[]> open = new ArrayDeque<>();
    open.push(new double[] {a, b});
    double total = 0;
    while (!open.isEmpty()) {
      double[] interval = open.pop();
      double middle = (interval[0] + interval[1]) / 2;
      double width = interval[1] - interval[0];
      if (width < 0.3) {
        total += width / 6 * (bell(interval[0], p) + 4 * bell(middle, p) + bell(interval[1], p));
      } else {
        open.push(new double[] {interval[0], middle});
        open.push(new double[] {middle, interval[1]});
      }
    }
    return total;
  }

  @Differentiable
  static double movingWindow(double[] x, int window) {
    Queue<Double> queue = new LinkedList<>();
    double sum = 0;
    double out = 0;
    for (double v : x) {
      queue.add(v * v);
      sum += v * v;
      if (queue.size() > window) {
        sum -= queue.poll();
      }
      out += Math.sin(sum) / queue.size();
    }
    return out + queue.peek();
  }

  @Differentiable
  static double postfix(double x, double y) {
    Deque<Double> stack = new ArrayDeque<>();
    for (String token : "x y * x + y sin - x *".split(" ")) {
      switch (token) {
        case "x" -> stack.push(x);
        case "y" -> stack.push(y);
        case "+" -> stack.push(stack.pop() + stack.pop());
        case "*" -> stack.push(stack.pop() * stack.pop());
        case "sin" -> stack.push(Math.sin(stack.pop()));
        case "-" -> {
          double right = stack.pop();
          stack.push(stack.pop() - right);
        }
        default -> throw new IllegalArgumentException(token);
      }
    }
    return stack.pop();
  }

  @Differentiable
  static double bothEnds(double[] x) {
    Deque<Double> deque = new ArrayDeque<>();
    for (int i = 0; i < x.length; i++) {
      if (i % 2 == 0) {
        deque.addFirst(x[i] * i);
      } else {
        deque.addLast(x[i] * x[i]);
      }
    }
    double s = 0;
    int k = 1;
    for (double v : deque) {
      s += k++ * v * v;
    }
    while (deque.size() > 1) {
      s += deque.pollFirst() * deque.pollLast();
    }
    deque.clear();
    return s + (deque.poll() == null ? x[0] : 0);
  }

  @Differentiable
  static double linkedList(double x) {
    LinkedList<Task> list = new LinkedList<>();
    for (int i = 0; i < 5; i++) {
      list.addFirst(new Task(x * i, i));
    }
    list.add(2, new Task(x * x, 9));
    list.remove(1);
    list.removeLast();
    double s = 0;
    for (Task task : list) {
      s = s * 2 + task.cost() * task.id();
    }
    return s + list.get(2).cost();
  }

  @Differentiable
  static double stack(double[] x) {
    Stack<double[]> stack = new Stack<>();
    for (double v : x) {
      stack.push(new double[] {v, v * v});
    }
    double s = 0;
    while (!stack.empty()) {
      double[] top = stack.pop();
      s = s * 0.5 + top[0] * top[1];
      if (!stack.isEmpty()) {
        stack.peek()[0] += 1;
      }
    }
    return s;
  }

  @Differentiable
  static double popsNothing(double x, int n) {
    Deque<Double> deque = new ArrayDeque<>();
    deque.push(x);
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += deque.pop();
    }
    return s;
  }

  @Differentiable
  static double pushesNull(double x, boolean isNull) {
    Deque<Double> deque = new ArrayDeque<>();
    deque.push(isNull ? null : x);
    return deque.pop();
  }

  /** Shortest paths: the lengths of edges are squares of the weights. */
  @Differentiable
  static double shortestPaths(double[] weights, int n) {
    double[] distance = new double[n];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    distance[0] = 0;
    PriorityQueue<Task> queue = new PriorityQueue<>(Comparator.comparingDouble(Task::cost));
    queue.add(new Task(0, 0));
    while (!queue.isEmpty()) {
      Task task = queue.poll();
      if (task.cost() > distance[task.id()]) {
        continue;
      }
      for (int v = 0; v < n; v++) {
        double w = weights[task.id() * n + v];
        double length = task.cost() + w * w;
        if (length < distance[v]) {
          distance[v] = length;
          queue.add(new Task(length, v));
        }
      }
    }
    double s = 0;
    for (double d : distance) {
      s += d * d;
    }
    return s;
  }

  @Differentiable
  static double naturalOrder(double[] x) {
    PriorityQueue<Double> numbers = new PriorityQueue<>();
    PriorityQueue<Task> tasks = new PriorityQueue<>();
    for (int i = 0; i < x.length; i++) {
      numbers.offer(x[i] * x[i]);
      tasks.offer(new Task(x[i], i));
    }
    double s = 0;
    int k = 1;
    while (!numbers.isEmpty()) {
      s += k++ * numbers.poll();
    }
    for (Task task : tasks) {
      s += k++ * task.cost() * task.cost();
    }
    while (tasks.peek() != null) {
      s += k++ * tasks.poll().cost();
    }
    return s;
  }

  @Differentiable
  static double median(double[] x) {
    List<Double> squares = new ArrayList<>();
    for (double v : x) {
      squares.add(v * v);
    }
    Collections.sort(squares);
    double median = squares.get(squares.size() / 2);
    squares.sort(Comparator.reverseOrder());
    Collections.reverse(squares);
    Collections.swap(squares, 0, 1);
    return median * squares.get(0) + Collections.max(squares) + 3 * Collections.min(squares);
  }

  @Differentiable
  static double sortedBy(double[] x) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      tasks.add(new Task(x[i], i % 2));
    }
    tasks.sort(Comparator.comparingInt(Task::id).thenComparing(Task::cost));
    double s = 0;
    int k = 0;
    for (Task task : tasks) {
      s += k++ * task.cost() * task.cost();
    }
    tasks.sort(Comparator.comparing(Task::cost, Comparator.reverseOrder()));
    for (Task task : tasks) {
      s = s * 0.5 + k++ * task.cost() * task.id();
    }
    return s;
  }

  @Differentiable
  static double compared(double x, double y) {
    Double a = x;
    Double b = x > 2 ? null : Double.valueOf(y);
    return a.compareTo(b) < 0 ? a * a : b * a;
  }

  @Differentiable
  static double hashMap(double[] x) {
    Map<String, Double> map = new HashMap<>();
    map.put("a", x[0]);
    map.put("b", x[1] * x[0]);
    map.put("c", 2.0);
    map.put("a", map.get("a") + 1);
    map.merge("b", x[2], Double::sum);
    map.merge("d", x[2], (u, v) -> u * v);
    map.computeIfAbsent("e", k -> x[0] * k.length());
    map.computeIfPresent("c", (k, v) -> v * x[1]);
    double s = map.getOrDefault("z", x[1] * x[1]);
    for (Map.Entry<String, Double> entry : map.entrySet()) {
      s = s * 0.9 + entry.getKey().charAt(0) * entry.getValue();
    }
    for (double v : map.values()) {
      s += v * v;
    }
    for (String key : map.keySet()) {
      s += map.get(key) * key.length();
    }
    if (map.remove("a") != null && !map.containsKey("a") && map.get("a") == null) {
      s += map.size() * x[2];
    }
    return s;
  }

  private static Map<Integer, Double> sequence(double x, int n) {
    Map<Integer, Double> values = new TreeMap<>();
    values.put(1, x * x);
    values.put(0, x);
    for (int i = 2; i < n; i++) {
      values.put(i, Math.sin(values.get(i - 1)) + values.get(i - 2));
    }
    return values;
  }

  @Differentiable
  static double treeMap(double x, int n) {
    double s = 0;
    for (var entry : sequence(x, n).entrySet()) {
      s = s * 0.5 + (entry.getKey() + 1) * entry.getValue();
    }
    return s;
  }

  @Differentiable
  static double mapOfArrays(double[] x) {
    Map<String, double[]> map = new LinkedHashMap<>();
    map.put("w", x.clone());
    map.put("z", new double[] {1, x[0]});
    map.get("z")[0] = x[1];
    map.get("w")[0] *= 2;
    double s = 0;
    for (double[] row : map.values()) {
      for (double v : row) {
        s = s * 0.5 + v * v;
      }
    }
    return s + map.get("z")[0];
  }

  @Differentiable
  static double comesAndGoes(double x, int n) {
    Map<Integer, Double> map = new HashMap<>();
    for (int i = 0; i < n; i++) {
      map.put(i * 37 % 101, x * i);
      if (i % 3 == 0) {
        map.remove(i * 5 % 101);
      }
    }
    double[] s = {0};
    map.forEach((k, v) -> s[0] += k * v * v);
    map.replaceAll((k, v) -> v * x);
    for (double v : map.values()) {
      s[0] += v;
    }
    return s[0] + map.size();
  }

  @Differentiable
  static double groups(double[] x) {
    Map<String, List<Double>> groups = new HashMap<>();
    for (int i = 0; i < x.length; i++) {
      groups.computeIfAbsent(i % 2 == 0 ? "a" : "b", k -> new ArrayList<>()).add(x[i] * x[i]);
    }
    double s = 0;
    for (List<Double> group : groups.values()) {
      double product = 1;
      for (double v : group) {
        product *= v;
      }
      s += product;
    }
    return s + groups.get("a").get(0);
  }

  @Differentiable
  static double listOfLists(double[] x, int n) {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<Double> row = new ArrayList<>();
      for (double v : x) {
        row.add(v * i);
      }
      rows.add(row);
    }
    double s = 0;
    for (List<Double> row : rows) {
      for (double v : row) {
        s = s * 0.5 + v * v;
      }
    }
    return s;
  }

  @Differentiable
  static double changedInLoop(double x, boolean changes) {
    Map<String, Double> map = new HashMap<>();
    map.put("a", x);
    map.put("b", x * x);
    double s = 0;
    for (double v : map.values()) {
      s += v * v;
      if (changes) {
        map.put("c", v);
      }
    }
    return s;
  }

  /** Collections without active values stay as they are. */
  @Differentiable
  static double passive(double[] x, int n) {
    Map<String, Integer> places = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      places.put("p" + i, (i * 7) % n);
      names.add("p" + (n - 1 - i));
    }
    double s = 0;
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      if (place.getKey().equals("p1")) {
        continue;
      }
      s = s * 0.5 + x[place.getValue()] * x[place.getValue()];
    }
    for (String name : names) {
      s += x[places.get(name)] * name.length();
    }
    return s;
  }

  /** Functions that use nothing of the method go into maps and sets without active values. */
  @Differentiable
  static double counted(double[] x) {
    Map<Integer, Integer> seen = new HashMap<>();
    Set<Integer> kept = new TreeSet<>();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      seen.merge(i % 3, 1, Integer::sum);
      seen.computeIfAbsent(5 + i % 2, k -> Math.max(k, 6) - 1);
      kept.add(i);
      sum += x[i] * x[i] * seen.get(i % 3) + x[0] * seen.get(5 + i % 2);
    }
    kept.removeIf(k -> k > 1);
    seen.replaceAll((k, v) -> k < 2 ? v + 1 : v);
    return sum * seen.get(0) * kept.size();
  }

  private static double kept(int n, double x, Map<Integer, Double> known) {
    if (n < 2) {
      return x;
    }
    Double found = known.get(n);
    if (found != null) {
      return found;
    }
    double value = kept(n - 1, x, known) / 2 + kept(n - 2, x, known) * x;
    known.put(n, value);
    return value;
  }

  @Differentiable
  static double recursionWithMap(double x) {
    return kept(8, x, new HashMap<>());
  }
}
