package io.cotangent.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;

/**
 * Fits a mixture of three Gaussians to Fisher's irises, without being told the species, by
 * conjugate gradients on the generated gradient.
 */
public final class MixtureFit {
  private static final int COMPONENTS = 3;
  private static final int DIMENSION = 4;
  private static final double GAMMA = 0; // no prior: maximum likelihood

  private final double[][] flowers = Iris.measurements();

  private MixtureFit() {}

  /** Runs the fit and prints its course. */
  public static void main(String[] args) {
    new MixtureFit().run();
  }

  private void run() {
    double[] start = start().pack();
    System.out.println("Fitting 3 Gaussians, " + start.length + " parameters, to 150 irises");
    System.out.println();
    checkGradient(start);
    System.out.println("iteration   log likelihood");
    PointValuePair fitted = maximise(start);
    System.out.println();
    print(Parameters.unpack(fitted.getPoint(), COMPONENTS, DIMENSION));
    System.out.println();
    System.out.println("gradient generated in  " + generatedSource());
  }

  /** Equal weights, three flowers as means, unit covariances. */
  private Parameters start() {
    double[][] means = {flowers[7].clone(), flowers[57].clone(), flowers[107].clone()};
    double[][] icf = new double[COMPONENTS][DIMENSION * (DIMENSION + 1) / 2];
    return new Parameters(new double[COMPONENTS], means, icf);
  }

  private double logLikelihood(double[] packed) {
    Parameters p = Parameters.unpack(packed, COMPONENTS, DIMENSION);
    return Mixture.logPosterior(p.alphas(), p.means(), p.icf(), flowers, GAMMA, 0);
  }

  private double[] gradient(double[] packed) {
    Parameters p = Parameters.unpack(packed, COMPONENTS, DIMENSION);
    var gradient =
        MixtureAdjoint.LogPosterior.gradient(p.alphas(), p.means(), p.icf(), flowers, GAMMA, 0);
    return new Parameters(gradient.alphas(), gradient.means(), gradient.icf()).pack();
  }

  private PointValuePair maximise(double[] start) {
    ConvergenceChecker<PointValuePair> stop = new SimpleValueChecker(1e-9, 1e-7);
    NonLinearConjugateGradientOptimizer optimiser =
        new NonLinearConjugateGradientOptimizer(
            NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
            (iteration, previous, current) -> {
              printIteration(iteration, current.getValue());
              return stop.converged(iteration, previous, current);
            });
    return optimiser.optimize(
        new MaxEval(20_000),
        new ObjectiveFunction(this::logLikelihood),
        new ObjectiveFunctionGradient(this::gradient),
        GoalType.MAXIMIZE,
        new InitialGuess(start));
  }

  private static void printIteration(int iteration, double value) {
    if (iteration <= 10 || iteration % 10 == 0) {
      System.out.printf(Locale.ROOT, "%9d %16.6f%n", iteration, value);
    }
  }

  /** Compares the gradient in one direction with central differences. */
  private void checkGradient(double[] at) {
    double[] gradient = gradient(at);
    double derivative = 0;
    double[] ahead = at.clone();
    double[] behind = at.clone();
    double step = 1e-5;
    for (int i = 0; i < at.length; i++) {
      double direction = Math.cos(3 * i + 1);
      derivative += gradient[i] * direction;
      ahead[i] += step * direction;
      behind[i] -= step * direction;
    }
    double difference = (logLikelihood(ahead) - logLikelihood(behind)) / (2 * step);
    System.out.printf(
        Locale.ROOT,
        "gradient check: %.9f along a direction, differences give %.9f%n%n",
        derivative,
        difference);
  }

  private static void print(Parameters fitted) {
    double sum = 0;
    for (double alpha : fitted.alphas()) {
      sum += Math.exp(alpha);
    }
    System.out.println("   weight   sepal length  sepal width  petal length  petal width");
    for (int k = 0; k < COMPONENTS; k++) {
      double[] mean = fitted.means()[k];
      System.out.printf(
          Locale.ROOT,
          "%9.3f %14.3f %12.3f %13.3f %12.3f%n",
          Math.exp(fitted.alphas()[k]) / sum,
          mean[0],
          mean[1],
          mean[2],
          mean[3]);
    }
  }

  private static String generatedSource() {
    String name = "target/generated-sources/annotations/io/cotangent/examples/MixtureAdjoint.java";
    Path inModule = Path.of("examples").resolve(name);
    return (Files.exists(inModule) ? inModule : Path.of(name)).toString();
  }
}
