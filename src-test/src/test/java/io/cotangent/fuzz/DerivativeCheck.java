package io.cotangent.fuzz;

import io.cotangent.fuzz.generate.Sample;
import io.cotangent.fuzz.interpret.Block;
import io.cotangent.fuzz.interpret.Reference;
import io.cotangent.fuzz.program.Parameter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Compares every generated member at one point with the oracle. */
final class DerivativeCheck {
  private final Sample sample;
  private final Members generated;
  private final Object[] point;
  private final Reference reference;
  private final PrimalCheck primal;
  private final Tolerance tolerance;
  private final List<Parameter> active;
  private final Object[] inputs;
  private final Random random;

  /**
   * A check.
   *
   * @param generated the nested class with the derivatives
   */
  DerivativeCheck(Sample sample, Members program, Members generated, Object[] point) {
    this.sample = sample;
    this.generated = generated;
    this.point = point;
    this.reference = sample.reference(point);
    this.primal = new PrimalCheck(program, point, reference);
    this.tolerance = Tolerance.of(sample.program());
    this.active = sample.program().differentiated();
    this.random = new Random(sample.seed());
    List<Parameter> params = sample.program().entry().params();
    List<Object> differentiated = new ArrayList<>();
    for (int i = 0; i < point.length; i++) {
      if (active.contains(params.get(i))) {
        differentiated.add(point[i]);
      }
    }
    this.inputs = differentiated.toArray();
  }

  /** Runs all comparisons. */
  void run() {
    Object result = primal.run();
    vjp(result);
    gradient(result);
    jvp(result);
    jacobian(result);
    pullback(result);
  }

  private double number() {
    return random.nextInt(9) == 0 ? 0 : (float) (random.nextDouble() * 2 - 1);
  }

  private static Object[] join(Object[]... parts) {
    return Stream.of(parts).flatMap(Arrays::stream).toArray();
  }

  private Object[] seeds(Object result) {
    return result == null ? new Object[0] : new Object[] {Leaves.like(result, this::number)};
  }

  /** Buffers: for a scalar an array of length 1. */
  private Object[] buffers() {
    return Arrays.stream(inputs)
        .map(
            v ->
                v instanceof Double
                    ? new double[] {number()}
                    : v instanceof Float
                        ? new float[] {(float) number()}
                        : Leaves.like(v, this::number))
        .toArray();
  }

  private void vjp(Object result) {
    Object[] arguments = Leaves.copy(point);
    Object[] seeds = seeds(result);
    Object[] buffers = buffers();
    Pulled expected = new Pulled(reference, seeds);
    double[] scalars = new double[reference.inputs()];
    int at = 0;
    for (int i = 0; i < inputs.length; i++) {
      double[] before = Leaves.of(buffers[i]);
      if (active.get(i).type().rank() > 0) {
        expected.add(reference.ofArguments().get(i), before);
      } else {
        scalars[at] = before[0];
      }
      at += before.length;
    }
    expected.addExact(scalars);
    Object value = generated.call("vjp", join(arguments, seeds, buffers));
    primal.compare("vjp", value, arguments);
    tolerance.compare("vjp", expected, Leaves.of(buffers));
  }

  private void gradient(Object result) {
    if (!sample.program().entry().result().isReal()) {
      return;
    }
    Object[] arguments = Leaves.copy(point);
    Object[] components = Leaves.components(generated.call("gradient", arguments));
    primal.compare("gradient", components[0], arguments);
    Object one = Leaves.like(result, () -> 1);
    tolerance.compare(
        "gradient", new Pulled(reference, new Object[] {one}), partials("gradient", components));
  }

  /** The leaves of the last components, which must be like the parameters. */
  private double[] partials(String member, Object[] components) {
    Object[] partials =
        Arrays.copyOfRange(components, components.length - inputs.length, components.length);
    Object[] shapes = Leaves.copy(partials);
    for (int i = 0; i < inputs.length; i++) {
      Object expected = Leaves.like(inputs[i], () -> 0);
      PrimalCheck.same(member + ": shape", expected, Leaves.like(shapes[i], () -> 0));
    }
    return Leaves.of(partials);
  }

  private void jvp(Object result) {
    Object[] arguments = Leaves.copy(point);
    Object[] tangents = Leaves.copy(inputs);
    Arrays.setAll(tangents, i -> Leaves.like(tangents[i], this::number));
    double[] in = Leaves.of(tangents);
    Object returned = generated.call("jvp", join(arguments, tangents));
    Object[] components = returned == null ? new Object[2] : Leaves.components(returned);
    primal.compare("jvp", components[0], arguments);
    tolerance.compare("jvp", reference.ofResult(), in, Leaves.of(components[1]));
    for (int i = 0; i < inputs.length; i++) {
      Block block = reference.ofArguments().get(i);
      if (block.partials().length > 0) {
        tolerance.compare("jvp: argument " + i, block, in, Leaves.of(tangents[i]));
      }
    }
    innerProduct(result, in, components[1], tangents);
  }

  /** Forward against reverse: tighter than the comparison with the oracle. */
  private void innerProduct(Object result, double[] in, Object out, Object[] outs) {
    Object[] seeds = seeds(result);
    Object[] buffers = buffers();
    double forward = 0;
    double scale = 0;
    Pulled all = new Pulled(reference, seeds);
    double[] seed = Leaves.of(seeds);
    double[] dot = Leaves.of(out);
    for (int i = 0; i < seed.length; i++) {
      forward += seed[i] * dot[i];
    }
    for (int i = 0; i < inputs.length; i++) {
      boolean isArray = active.get(i).type().rank() > 0;
      double[] before = Leaves.of(buffers[i]);
      if (!isArray) {
        buffers[i] = Leaves.like(buffers[i], () -> 0);
        continue;
      }
      all.add(reference.ofArguments().get(i), before);
      double[] last = Leaves.of(outs[i]);
      for (int k = 0; k < before.length; k++) {
        forward += before[k] * last[k];
      }
    }
    generated.call("vjp", join(Leaves.copy(point), seeds, buffers));
    double[] bars = Leaves.of(buffers);
    double reverse = 0;
    for (int i = 0; i < in.length; i++) {
      reverse += bars[i] * in[i];
      scale += all.scales()[i] * Math.abs(in[i]);
    }
    tolerance.inner(forward, reverse, scale);
  }

  private void jacobian(Object result) {
    if (result == null || generated.all("jacobian").isEmpty()) {
      return;
    }
    Object[] arguments = Leaves.copy(point);
    double[][] rows = (double[][]) generated.call("jacobian", arguments);
    primal.compare("jacobian", reference.result(), arguments);
    if (rows.length != reference.ofResult().partials().length) {
      throw new Wrong("jacobian: " + rows.length + " rows");
    }
    for (int i = 0; i < rows.length; i++) {
      Pulled row = new Pulled(reference.inputs());
      row.addRow(reference.ofResult(), i);
      tolerance.compare("jacobian, row " + i, row, rows[i]);
    }
  }

  private void pullback(Object result) {
    Object[] arguments = Leaves.copy(point);
    Object pullback = generated.call("pullback", arguments);
    Members members = Members.of(pullback);
    primal.compare("pullback", result == null ? null : members.call("value"), arguments);
    Object[] first = seeds(result);
    for (Method apply : members.all("apply")) {
      Object[] seeds = join(first, outputSeeds(apply, first.length));
      double[] once = apply(members, apply, seeds);
      apply(members, apply, join(seeds(result), outputSeeds(apply, first.length)));
      PrimalCheck.same("apply again", once, apply(members, apply, seeds));
    }
    primal.compare("apply", reference.result(), arguments);
    members.call("close");
  }

  private double[] apply(Members members, Method apply, Object[] seeds) {
    int results = sample.program().entry().result().text().equals("void") ? 0 : 1;
    Pulled expected = new Pulled(reference, Arrays.copyOf(seeds, results));
    for (int i = results; i < seeds.length; i++) {
      int input = output(apply, i);
      expected.add(reference.ofArguments().get(input), Leaves.of(seeds[i]));
    }
    Object[] components = Leaves.components(members.call("apply", seeds));
    double[] partials = partials("apply", components);
    tolerance.compare("apply", expected, partials);
    return partials;
  }

  private Object[] outputSeeds(Method apply, int from) {
    Object[] seeds = new Object[apply.getParameterCount() - from];
    Arrays.setAll(seeds, i -> Leaves.like(inputs[output(apply, from + i)], this::number));
    return seeds;
  }

  /** Which input a seed of {@code apply} belongs to: it is named after it. */
  private int output(Method apply, int parameter) {
    String name = apply.getParameters()[parameter].getName();
    for (int i = 0; i < inputs.length; i++) {
      if (name.startsWith(active.get(i).name() + "Seed")) {
        return i;
      }
    }
    throw new Wrong("apply: what is the seed " + name + " for?");
  }
}
