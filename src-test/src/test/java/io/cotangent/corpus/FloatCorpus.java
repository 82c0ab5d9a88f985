package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** {@code float} and mixtures of it with {@code double} and integers. */
final class FloatCorpus {

  private FloatCorpus() {}

  @Differentiable
  static float product(float x, float y) {
    return x * y + x / y - y;
  }

  @Differentiable
  static double mixed(float x, double y) {
    return x * y + y * y * x;
  }

  @Differentiable
  static float narrowed(double x, float y) {
    float f = (float) (x * x);
    return f * y;
  }

  @SuppressWarnings("lossy-conversions")
  @Differentiable
  static float compoundNarrows(float x, double y) {
    float r = x;
    r *= y;
    r += y * y;
    r -= 1.5;
    r++;
    return r * x;
  }

  @Differentiable
  static float arrays(float[] v, float[][] m) {
    float r = 0f;
    for (int i = 0; i < v.length; i++) {
      for (float each : m[i]) {
        r += v[i] * each * each;
      }
    }
    return r;
  }

  @Differentiable
  static float mathOnFloats(float x, float y) {
    float r = Math.abs(x) * Math.max(x, y) + Math.min(x, y);
    r += (float) Math.sin(x) * (float) Math.sqrt(y);
    return r + Math.fma(x, y, x) + Math.copySign(x, y) + Math.round(x) * y;
  }

  @Differentiable
  static float floatLoop(float x, int n) {
    float r = 1;
    for (int i = 0; i < n; i++) {
      r = r * x * 0.5f + i;
    }
    return r;
  }

  @Differentiable
  static void floatOutputs(float[] in, float[] out, float factor) {
    for (int i = 0; i < in.length; i++) {
      out[i] = out[i] * in[i] * factor;
    }
  }

  @Differentiable
  static double floatArrayToDouble(float[] v, double[] w) {
    double[] d = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      d[i] = v[i];
      w[i] = d[i] * w[i];
      d[i] *= w[i];
    }
    return d[0] * d[1];
  }

  /** Integer times float is float; char and long widen too. */
  @Differentiable
  static float promotions(float x, int i, long l, char c) {
    return x * i + l * x * x / c + (i > 2 ? i : x);
  }

  @Differentiable
  static float unaryFloat(float x) {
    float y = -x;
    y = +y * y--;
    return ++y * (float) (int) x + y;
  }
}
