package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Objects that hold objects of their own class: lists, trees, graphs and expressions. */
final class LinkedCorpus {

  private LinkedCorpus() {}

  static final class Node {
    double value;
    Node next;
    Node previous;

    Node(double value, Node next) {
      this.value = value;
      this.next = next;
    }
  }

  static final class Fixed {
    final double value;
    final Fixed next;

    Fixed(double value, Fixed next) {
      this.value = value;
      this.next = next;
    }
  }

  @Differentiable
  static double pushedAndWalked(double[] x) {
    Node head = null;
    for (int i = 0; i < x.length; i++) {
      head = new Node(x[i] * x[i], head);
    }
    double s = 1;
    for (Node n = head; n != null; n = n.next) {
      s = Math.sin(s * n.value) + s;
    }
    return s;
  }

  @Differentiable
  static double finalFields(double[] x) {
    Fixed head = null;
    for (double v : x) {
      head = new Fixed(v * v, head);
    }
    double s = 1;
    while (head != null) {
      s = s * head.value + x[0];
      head = head.next;
    }
    return s;
  }

  private static Node reverse(Node list) {
    Node before = null;
    Node at = list;
    while (at != null) {
      Node next = at.next;
      at.next = before;
      before = at;
      at = next;
    }
    return before;
  }

  @Differentiable
  static double reversed(double[] x) {
    Node head = null;
    for (double v : x) {
      head = new Node(v, head);
    }
    Node last = head;
    head = reverse(head);
    double s = last == head ? 100 : 0;
    double w = 1;
    for (Node n = head; n != null; n = n.next) {
      s += w * n.value * n.value;
      w *= 1.5;
      n.value = s;
    }
    return s + last.value * head.value;
  }

  static final class Deque {
    Node first;
    Node last;

    void add(double value) {
      Node node = new Node(value, null);
      node.previous = last;
      if (last == null) {
        first = node;
      } else {
        last.next = node;
      }
      last = node;
    }

    Cursor iterator() {
      return new Cursor(first);
    }
  }

  static final class Cursor {
    private Node at;

    Cursor(Node at) {
      this.at = at;
    }

    boolean hasNext() {
      return at != null;
    }

    double next() {
      double value = at.value;
      at = at.next;
      return value;
    }
  }

  @Differentiable
  static double bothWays(double x, int n) {
    Deque deque = new Deque();
    for (int i = 0; i < n; i++) {
      deque.add(Math.sin(x * i));
    }
    double s = 0;
    int k = 1;
    for (Cursor it = deque.iterator(); it.hasNext(); ) {
      s += it.next() * k++;
    }
    for (Node c = deque.last; c != null; c = c.previous) {
      s = s * 0.5 + c.value * c.value;
    }
    deque.first.next.value = x;
    return s + deque.first.next.value * deque.first.next.previous.value;
  }

  @Differentiable
  static double missing(double x, int n) {
    Node head = null;
    for (int i = 0; i < n; i++) {
      head = new Node(x + i, head);
    }
    try {
      return head.next.next.value * x;
    } catch (NullPointerException e) {
      return x * x * 3;
    }
  }

  @Differentiable
  static double missingThrows(double x, int n) {
    Node head = null;
    for (int i = 0; i < n; i++) {
      head = new Node(x + i, head);
    }
    head.next.value *= x;
    return head.next.value;
  }

  static final class Tree {
    final double value;
    Tree left;
    Tree right;

    Tree(double value) {
      this.value = value;
    }

    void insert(double v) {
      if (v < value) {
        if (left == null) {
          left = new Tree(v);
        } else {
          left.insert(v);
        }
      } else if (right == null) {
        right = new Tree(v);
      } else {
        right.insert(v);
      }
    }

    double fold(double start) {
      double a = left == null ? start : left.fold(start);
      a = a * 0.5 + value * value;
      return right == null ? a : right.fold(a);
    }
  }

  @Differentiable
  static double searchTree(double[] x) {
    Tree tree = new Tree(x[0]);
    for (int i = 1; i < x.length; i++) {
      tree.insert(x[i]);
    }
    return tree.fold(1);
  }

  interface Expr {
    double eval(double x);

    Expr derivative();
  }

  record Constant(double c) implements Expr {
    @Override
    public double eval(double x) {
      return c;
    }

    @Override
    public Expr derivative() {
      return new Constant(0);
    }
  }

  record Identity() implements Expr {
    @Override
    public double eval(double x) {
      return x;
    }

    @Override
    public Expr derivative() {
      return new Constant(1);
    }
  }

  record Add(Expr a, Expr b) implements Expr {
    @Override
    public double eval(double x) {
      return a.eval(x) + b.eval(x);
    }

    @Override
    public Expr derivative() {
      return new Add(a.derivative(), b.derivative());
    }
  }

  record Mul(Expr a, Expr b) implements Expr {
    @Override
    public double eval(double x) {
      return a.eval(x) * b.eval(x);
    }

    @Override
    public Expr derivative() {
      return new Add(new Mul(a.derivative(), b), new Mul(a, b.derivative()));
    }
  }

  @Differentiable
  static double expression(double[] c, double x) {
    Expr e = new Constant(c[0]);
    for (int i = 1; i < c.length; i++) {
      e = new Add(new Mul(e, new Identity()), new Constant(c[i]));
    }
    return e.eval(x) + 2 * e.derivative().eval(x);
  }

  private static Expr build(int n, double k) {
    if (n == 0) {
      return new Constant(k);
    }
    return n % 2 == 0
        ? new Add(build(n - 1, k * k), new Identity())
        : new Mul(build(n - 1, k), build(n - 1, k + 1));
  }

  private static double size(Expr e) {
    if (e instanceof Add add) {
      return 1 + size(add.a()) + size(add.b());
    }
    if (e instanceof Mul mul && mul.a() != null) {
      return 1 + size(mul.a()) * size(mul.b());
    }
    return e instanceof Constant c ? c.c() : 0.5;
  }

  @Differentiable
  static double builtByRecursion(double k, double x, int n) {
    Expr e = build(n, k);
    return e.eval(x) * size(e);
  }

  abstract static class Shape {
    abstract double accept(Visitor visitor);
  }

  interface Visitor {
    double pair(Pair pair);

    double leaf(Leaf leaf);
  }

  static final class Pair extends Shape {
    final Shape a;
    final Shape b;

    Pair(Shape a, Shape b) {
      this.a = a;
      this.b = b;
    }

    @Override
    double accept(Visitor visitor) {
      return visitor.pair(this);
    }
  }

  static final class Leaf extends Shape {
    double weight;

    Leaf(double weight) {
      this.weight = weight;
    }

    @Override
    double accept(Visitor visitor) {
      return visitor.leaf(this);
    }
  }

  static final class Total implements Visitor {
    private final double k;

    Total(double k) {
      this.k = k;
    }

    @Override
    public double pair(Pair pair) {
      return pair.a.accept(this) * k + pair.b.accept(this);
    }

    @Override
    public double leaf(Leaf leaf) {
      return leaf.weight * leaf.weight;
    }
  }

  @Differentiable
  static double visited(double x, double k, int n) {
    Shape t = new Leaf(x);
    for (int i = 0; i < n; i++) {
      t = i % 2 == 0 ? new Pair(t, new Leaf(x + i)) : new Pair(new Leaf(k), t);
    }
    return t.accept(new Total(k));
  }

  static final class Branch {
    final double value;
    final List<Branch> children = new ArrayList<>();

    Branch(double value) {
      this.value = value;
    }

    double sum() {
      double s = value;
      for (Branch child : children) {
        s += child.sum() * value;
      }
      return s;
    }
  }

  @Differentiable
  static double listsOfChildren(double x, int n) {
    Branch root = new Branch(x);
    Branch at = root;
    for (int i = 0; i < n; i++) {
      Branch child = new Branch(x + i);
      at.children.add(child);
      if (i % 2 == 0) {
        at = child;
      }
    }
    return root.sum();
  }

  static final class Vertex {
    double value;
    final Vertex[] out = new Vertex[2];

    Vertex(double value) {
      this.value = value;
    }
  }

  @Differentiable
  static double graph(double x, int n) {
    Vertex[] all = new Vertex[n];
    for (int i = 0; i < n; i++) {
      all[i] = new Vertex(x * i);
    }
    for (int i = 0; i < n; i++) {
      all[i].out[0] = all[(i + 1) % n];
      all[i].out[1] = all[i * 3 % n];
    }
    for (int k = 0; k < 3; k++) {
      for (Vertex v : all) {
        v.value = Math.sin(v.value + x) + v.out[0].value * v.out[1].value * 0.125;
      }
    }
    double s = 0;
    for (Vertex v : all) {
      s += v.value;
    }
    return s;
  }

  static final class Cell<T> {
    final T value;
    final Cell<T> next;

    Cell(T value, Cell<T> next) {
      this.value = value;
      this.next = next;
    }
  }

  static final class Stack<T> {
    private Cell<T> top;
    private int size;

    void push(T value) {
      top = new Cell<>(value, top);
      size++;
    }

    T pop() {
      T value = top.value;
      top = top.next;
      size--;
      return value;
    }
  }

  @Differentiable
  static double genericStacks(double x, int n) {
    Stack<Double> numbers = new Stack<>();
    Stack<double[]> rows = new Stack<>();
    for (int i = 0; i < n; i++) {
      numbers.push(x * i);
      rows.push(new double[] {x, i});
    }
    while (numbers.size > 1) {
      double a = numbers.pop();
      double b = numbers.pop();
      numbers.push(a * b + Math.sin(a));
    }
    double r = numbers.pop();
    while (rows.size > 0) {
      double[] row = rows.pop();
      r = r * row[0] + row[1];
    }
    return r;
  }

  static final class Gate {
    final DoubleBinaryOperator f;
    final Gate a;
    final Gate b;
    final double bias;

    Gate(DoubleBinaryOperator f, Gate a, Gate b, double bias) {
      this.f = f;
      this.a = a;
      this.b = b;
      this.bias = bias;
    }

    double eval() {
      return f == null ? bias : f.applyAsDouble(a.eval(), b.eval()) + bias;
    }
  }

  @Differentiable
  static double functionsInNodes(double x, int n) {
    Gate gate = new Gate(null, null, null, x);
    for (int i = 0; i < n; i++) {
      double k = i * x;
      DoubleBinaryOperator f = i % 2 == 0 ? (p, q) -> p * q + k : Math::hypot;
      gate = new Gate(f, gate, new Gate(null, null, null, x + i), 0.125);
    }
    return gate.eval();
  }

  @Differentiable
  static double capturedNodes(double x, int n) {
    Node list = null;
    for (int i = 0; i < n; i++) {
      list = new Node(x + i, list);
    }
    Node head = list;
    DoubleUnaryOperator[] f = new DoubleUnaryOperator[2];
    f[0] = t -> t * head.value + (head.next == null ? 0 : head.next.value);
    f[1] =
        t -> {
          head.value *= t;
          return head.value;
        };
    return f[0].applyAsDouble(x) + f[1].applyAsDouble(x) * f[0].applyAsDouble(2 * x);
  }

  static final class Owner {
    private final double k;

    Owner(double k) {
      this.k = k;
    }

    final class Inner {
      private final double value;
      private final Inner next;

      Inner(double value, Inner next) {
        this.value = value * k;
        this.next = next;
      }

      double sum() {
        return value * k + (next == null ? 0 : next.sum());
      }
    }

    double run(int n) {
      Inner inner = null;
      for (int i = 0; i < n; i++) {
        inner = new Inner(i + k, inner);
      }
      return inner.sum();
    }
  }

  @Differentiable
  static double innerNodes(double x, int n) {
    return new Owner(x).run(n);
  }

  /** A tape as one writes it by hand. */
  static final class Recorded {
    final double value;
    double adjoint;
    Recorded a;
    Recorded b;
    double partialA;
    double partialB;

    Recorded(double value) {
      this.value = value;
    }

    static Recorded mul(Recorded a, Recorded b, List<Recorded> tape) {
      Recorded r = new Recorded(a.value * b.value);
      r.a = a;
      r.b = b;
      r.partialA = b.value;
      r.partialB = a.value;
      tape.add(r);
      return r;
    }

    static Recorded sin(Recorded a, List<Recorded> tape) {
      Recorded r = new Recorded(Math.sin(a.value));
      r.a = a;
      r.partialA = Math.cos(a.value);
      tape.add(r);
      return r;
    }
  }

  @Differentiable
  static double tapeByHand(double x, double y) {
    List<Recorded> tape = new ArrayList<>();
    Recorded p = new Recorded(x);
    Recorded q = new Recorded(y);
    Recorded r = p;
    for (int i = 0; i < 3; i++) {
      r = Recorded.mul(Recorded.sin(r, tape), q, tape);
    }
    r.adjoint = 1;
    for (int i = tape.size() - 1; i >= 0; i--) {
      Recorded k = tape.get(i);
      k.a.adjoint += k.adjoint * k.partialA;
      if (k.b != null) {
        k.b.adjoint += k.adjoint * k.partialB;
      }
    }
    return p.adjoint * q.adjoint;
  }

  record Chain(double value, Chain next) {}

  private static Chain chain(double x, int n) {
    return n == 0 ? null : new Chain(x * n, chain(x * x, n - 1));
  }

  private static double sum(Chain chain) {
    return chain == null ? 0 : chain.value() + 2 * sum(chain.next());
  }

  @Differentiable
  static double recursiveRecords(double x, int n) {
    return sum(chain(x, n));
  }

  @Differentiable
  static double recursiveRoot(double x, int n) {
    Node head = null;
    for (int i = 0; i < 20; i++) {
      head = new Node(x + i, head);
    }
    double s = n == 0 ? x : recursiveRoot(x * head.next.value / 20, n - 1);
    return s * head.value;
  }
}
