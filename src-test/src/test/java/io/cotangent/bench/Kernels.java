package io.cotangent.bench;

import io.cotangent.adbench.AdBench;
import io.cotangent.adbench.BundleInstance;
import io.cotangent.adbench.HandInstance;
import io.cotangent.adbench.LstmInstance;
import io.cotangent.adbench.MixtureInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All kernels by name, in the order of the table. */
final class Kernels {
  private static final Map<String, Supplier<Kernel>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("wave, 2 inputs (x256)", WaveKernel::new);
    ALL.put("wing weight, 10 inputs (x64)", WingKernel::new);
    ALL.put("Rosenbrock n1000", () -> new RosenbrockKernel(1000));
    ALL.put("dot n10000", () -> new DotKernel(10_000));
    ALL.put("norm n10000", () -> new NormKernel(10_000));
    ALL.put("damped sum n10", () -> new DampedKernel(10));
    ALL.put("damped sum n10000", () -> new DampedKernel(10_000));
    ALL.put("MLP 64-64-1 b128", NetworkKernel::new);
    ALL.put("Kepler by Newton (x1000)", KeplerKernel::new);
    ALL.put("Lotka-Volterra RK4, 10000 steps", PredatorsKernel::new);
    ALL.put("5 bodies, 1000 steps", BodiesKernel::new);
    ALL.put("hvp of Rosenbrock n1000", () -> new RosenbrockCurvature(1000));
    AdBench.folder().ifPresent(Kernels::addObjectives);
  }

  private Kernels() {}

  private static void addObjectives(Path folder) {
    for (String size : new String[] {"d2_K5", "d10_K10", "d32_K50"}) {
      Path file = folder.resolve("gmm_" + size + ".txt");
      ALL.put(
          "GMM " + size.replace('_', ' '),
          () -> read(file, path -> new MixtureKernel(MixtureInstance.read(path))));
    }
    Path mixture = folder.resolve("gmm_d10_K10.txt");
    ALL.put(
        "hvp of GMM d10 K10",
        () -> read(mixture, path -> new MixtureCurvature(MixtureInstance.read(path))));
    Path network = folder.resolve("lstm_l2_c1024.txt");
    ALL.put("LSTM l2 c1024", () -> read(network, path -> new LstmKernel(LstmInstance.read(path))));
    Path bundle = folder.resolve("ba1_n49_m7776_p31843.txt");
    ALL.put(
        "BA ba1, Jacobian",
        () -> read(bundle, path -> new BundleKernel(BundleInstance.read(path))));
    ALL.put(
        "HAND simple, Jacobian",
        () -> read(folder, path -> new HandKernel(HandInstance.read(path, "simple"))));
  }

  /** The names; ADBench's only where its data is. */
  static Set<String> names() {
    return ALL.keySet();
  }

  static Kernel of(String name) {
    return ALL.get(name).get();
  }

  /** Reads a file of ADBench. */
  private interface Reading {
    Kernel from(Path path) throws IOException;
  }

  private static Kernel read(Path path, Reading reading) {
    try {
      return reading.from(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
