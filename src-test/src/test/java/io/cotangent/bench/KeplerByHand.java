package io.cotangent.bench;

/** The adjoint of {@link Orbits#anomalies}: what a solution's iterations need is kept, once. */
final class KeplerByHand {
  private final double[] kept = new double[4 * 100];

  double gradient(double[] means, double eccentricity, double[] meansBar, double[] bar) {
    double sum = 0;
    double eccentricityBar = 0;
    for (int i = 0; i < means.length; i++) {
      double mean = means[i];
      double anomaly = mean;
      double step;
      int at = 0;
      do {
        double sine = Math.sin(anomaly);
        double cosine = Math.cos(anomaly);
        double inverse = 1 / (1 - eccentricity * cosine);
        step = (anomaly - eccentricity * sine - mean) * inverse;
        kept[at] = sine;
        kept[at + 1] = cosine;
        kept[at + 2] = inverse;
        kept[at + 3] = step;
        at += 4;
        anomaly -= step;
      } while (Math.abs(step) > 1e-10);
      sum += anomaly;
      double anomalyBar = 1;
      double meanBar = 0;
      while (at > 0) {
        at -= 4;
        double errorBar = -anomalyBar * kept[at + 2];
        double slopeBar = -errorBar * kept[at + 3];
        meanBar -= errorBar;
        eccentricityBar -= errorBar * kept[at] + slopeBar * kept[at + 1];
        anomalyBar +=
            errorBar * (1 - eccentricity * kept[at + 1]) + slopeBar * eccentricity * kept[at];
      }
      meansBar[i] += meanBar + anomalyBar;
    }
    bar[0] += eccentricityBar;
    return sum;
  }
}
