package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Acotangent.dump=storage} says what is kept, and why. */
final class StorageDumpTest {
  @TempDir Path folder;

  @Test
  void fused() {
    check(
        """
        static double energy(double[] x, double stiffness) {
          double sum = 0;
          for (int i = 1; i < x.length; i++) {
            double stretch = x[i] - x[i - 1] - 1;
            sum += 0.5 * stiffness * stretch * stretch;
          }
          return sum;
        }
        """,
        """
        vjp
          adjoint of 0.5 * stiffness: still there (a local variable)
          for (int i = 1; i < x.length; i++) [6]: fused
              its iterations only add to sums
            stretch [7]: still there (the iteration has just run)
            (0.5 * stiffness) * stretch [8]: still there (the iteration has just run)
            i - 1 [7]: still there (the iteration has just run)
            i: still there (the iteration has just run)
        forward, 12 bytes outside of loops
          x: tape, 4 bytes (an argument, which the reverse function is not given)
          stiffness: tape, 8 bytes (an argument, which the reverse function is not given; 0.5 * stiffness needs it)
          x.length [6]: computed again (an array keeps its length)
          0.5 * stiffness [8]: computed again (arithmetic costs less than the tape)
          for (int i = 1; i < x.length; i++) [6]: backwards
              not fused: the two sweeps are separate methods
            i - 1 [7]: computed again (arithmetic costs less than the tape)
            stretch [7]: computed again (arithmetic costs less than the tape)
            (0.5 * stiffness) * stretch [8]: computed again (arithmetic costs less than the tape)
        """);
  }

  @Test
  void recorded() {
    check(
        """
        static double decay(double[] x, double a) {
          double s = 1;
          for (int i = 0; i < x.length; i++) {
            double y = Math.exp(a * x[i]);
            s = s * y + x[i];
          }
          while (s > 10) {
            s = s * a;
          }
          return s * s;
        }
        """,
        """
        vjp
          s [10]: still there (a local variable)
          trips: still there (a local variable)
          a: still there (an argument)
          x.length [6]: still there (a local variable)
          x: still there (an argument)
          for (int i = 0; i < x.length; i++) [6]: recorded, 16 bytes an iteration
              not fused: its adjoints are known only when the code behind it has run
              iterations not independent: the iteration before makes s
            s: tape, 8 bytes (the loop replaces it in each iteration)
            x[i] [7]: computed again (nothing overwrites it)
            y [7]: tape, 8 bytes (exp takes longer than the tape)
          while (s > 10) [10]: recorded, 8 bytes an iteration
              not fused: how often it runs is known only at its end
            s: tape, 8 bytes (the loop replaces it in each iteration)
        forward, 24 bytes outside of loops
          x: tape, 4 bytes (an argument, which the reverse function is not given)
          a: tape, 8 bytes (an argument, which the reverse function is not given)
          x.length [6]: computed again (an array keeps its length)
          s [10]: tape, 8 bytes (it is the result of a loop)
          trips: tape, 4 bytes (it is the result of a loop)
          for (int i = 0; i < x.length; i++) [6]: recorded, 16 bytes an iteration
              not fused: the two sweeps are separate methods
              iterations not independent: the iteration before makes s
            s: tape, 8 bytes (the loop replaces it in each iteration)
            x[i] [7]: computed again (nothing overwrites it)
            y [7]: tape, 8 bytes (exp takes longer than the tape)
          while (s > 10) [10]: recorded, 8 bytes an iteration
              not fused: how often it runs is known only at its end
            s: tape, 8 bytes (the loop replaces it in each iteration)
        """);
  }

  @Test
  void independentAndBranch() {
    check(
        """
        static double layer(double[][] w, double[] x, double b) {
          double[] h = new double[w.length];
          for (int i = 0; i < w.length; i++) {
            double z = b;
            for (int j = 0; j < x.length; j++) {
              z += w[i][j] * x[j];
            }
            h[i] = Math.tanh(z);
          }
          double s = 0;
          for (int i = 0; i < h.length; i++) {
            s += h[i] * h[i];
          }
          return s > 1 ? Math.log(s) * s : s * s;
        }
        """,
        """
        vjp
          s > 1.0 [17]: still there (a local variable)
          s [14]: still there (a local variable)
          h.length [14]: still there (a local variable)
          h [5]: still there (a local variable)
          hBar: still there (a local variable)
          w.length [5]: still there (a local variable)
          x: still there (an argument)
          b: still there (an argument)
          w: still there (an argument)
          for (int i = 0; i < w.length; i++) [6]: independent iterations
              not fused: it writes to h, which outlives it
            x.length [8]: computed again (the body runs again)
            tanh(z) [11]: computed again (the body runs again)
            for (int j = 0; j < x.length; j++) [8]: backwards
                not fused: its adjoints are known only when the code behind it has run
              adjoints of w[i]: computed again (nothing overwrites it)
              w[i][j] [9]: computed again (nothing overwrites it)
              x[j] [9]: computed again (nothing overwrites it)
          for (int i = 0; i < h.length; i++) [14]: backwards
              not fused: its adjoints are known only when the code behind it has run
            h[i] [15]: computed again (nothing overwrites it)
          log(s) [17]: kept in a local variable (log takes longer than the tape)
          h: array borrowed from the tape (nobody holds it when the method returns)
          hBar: array borrowed from the tape (nobody holds it when the method returns)
        forward, 36 bytes outside of loops
          w: tape, 4 bytes (an argument, which the reverse function is not given)
          x: tape, 4 bytes (an argument, which the reverse function is not given)
          b: tape, 8 bytes (an argument, which the reverse function is not given)
          w.length [5]: computed again (an array keeps its length)
          h [5]: tape, 4 bytes (an array, with what is in it)
          hBar: computed again (nothing else uses it)
          h.length [14]: computed again (an array keeps its length)
          s [14]: tape, 8 bytes (it is the result of a loop)
          s > 1.0 [17]: computed again (arithmetic costs less than the tape)
          log(s): tape, 8 bytes (it is the result of a branch)
          for (int i = 0; i < w.length; i++) [6]: independent iterations
              not fused: the two sweeps are separate methods
            x.length [8]: computed again (the body runs again)
            tanh(z) [11]: computed again (the body runs again)
            for (int j = 0; j < x.length; j++) [8]: backwards
                not fused: its adjoints are known only when the code behind it has run
              adjoints of w[i]: computed again (nothing overwrites it)
              w[i][j] [9]: computed again (nothing overwrites it)
              x[j] [9]: computed again (nothing overwrites it)
          for (int i = 0; i < h.length; i++) [14]: backwards
              not fused: the two sweeps are separate methods
            h[i] [15]: computed again (nothing overwrites it)
          log(s) [17]: kept in a local variable (log takes longer than the tape)
        """);
  }

  @Test
  void overwritten() {
    check(
        """
        static void smooth(double[] u, int n) {
          for (int k = 0; k < n; k++) {
            for (int i = 1; i < u.length; i++) {
              u[i] = u[i] * u[i - 1];
            }
          }
        }
        """,
        """
        vjp
          n: still there (an argument)
          u: still there (an argument)
          for (int k = 0; k < n; k++) [5]: recorded
              not fused: it reads u[i]: overwritten: u[i] = u[i] * u[i - 1];
              iterations not independent: they read u[i]: overwritten: u[i] = u[i] * u[i - 1];
            u.length [6]: computed again (an array keeps its length)
            for (int i = 1; i < u.length; i++) [6]: recorded, 16 bytes an iteration
                not fused: the loop around it is reversed later
                iterations not independent: it stands in a loop
              u[i] [7]: tape, 8 bytes (overwritten: u[i] = u[i] * u[i - 1];)
              i - 1 [7]: computed again (arithmetic costs less than the tape)
              u[i - 1] [7]: tape, 8 bytes (overwritten: u[i] = u[i] * u[i - 1];)
        forward, 8 bytes outside of loops
          u: tape, 4 bytes (an argument, which the reverse function is not given)
          n: tape, 4 bytes (an argument, which the reverse function is not given)
          for (int k = 0; k < n; k++) [5]: recorded
              not fused: the two sweeps are separate methods
              iterations not independent: they read u[i]: others may write to the array meanwhile
            u.length [6]: computed again (an array keeps its length)
            for (int i = 1; i < u.length; i++) [6]: recorded, 16 bytes an iteration
                not fused: the loop around it is reversed later
                iterations not independent: it stands in a loop
              u[i] [7]: tape, 8 bytes (others may write to the array meanwhile)
              i - 1 [7]: computed again (arithmetic costs less than the tape)
              u[i - 1] [7]: tape, 8 bytes (others may write to the array meanwhile)
        """);
  }

  @Test
  void checkpointedAndUnrolledAndCalled() {
    check(
        """
        static double march(double x, double h, int n) {
          double[] factors = {1, 2};
          for (@io.cotangent.Checkpointed(snapshots = 5) int i = 0; i < n; i++) {
            x = x + h * Math.sin(x);
          }
          double s = 0;
          for (int i = 0; i < 2; i++) {
            s += power(x, n) * factors[i];
          }
          return s;
        }
        static double power(double x, int n) {
          return n == 0 ? 1 : x * power(x, n - 1);
        }
        """,
        """
        everywhere
          for (int i = 0; i < 2; i++) [10]: unrolled
              2 times 6 operations
        vjp
          steps: still there (a local variable)
          checkpoints: still there (a local variable)
          h: still there (an argument)
          for (@io.cotangent.Checkpointed(snapshots = 5) int i = 0; i < n; i++) [6]: checkpointed
              not fused: its adjoints are known only when the code behind it has run
              iterations not independent: the iteration before makes x
              asked for: 5 states
            x: kept in each state (an iteration starts from it)
          M_power [11]: tape of the call (the function was not inlined and has a plan of its own)
          M_power [11]: tape of the call (the function was not inlined and has a plan of its own)
        forward, 16 bytes outside of loops
          h: tape, 8 bytes (an argument, which the reverse function is not given)
          n: tape, 4 bytes (an argument, which the reverse function is not given; steps needs it)
          steps: computed again (a call that only computes)
          checkpoints: tape, 4 bytes (the call that gives it may do more than compute)
          for (@io.cotangent.Checkpointed(snapshots = 5) int i = 0; i < n; i++) [6]: checkpointed
              not fused: the two sweeps are separate methods
              iterations not independent: the iteration before makes x
              asked for: 5 states
            x: kept in each state (an iteration starts from it)
          M_power [11]: tape of the call (the function was not inlined and has a plan of its own)
          M_power [11]: tape of the call (the function was not inlined and has a plan of its own)
        M_powerForward, 20 bytes outside of loops
          x: tape, 8 bytes (an argument, which the reverse function is not given)
          n: tape, 4 bytes (an argument, which the reverse function is not given; n == 0 needs it)
          n == 0 [16]: computed again (arithmetic costs less than the tape)
          M_power(..): tape, 8 bytes (it is the result of a branch)
          M_power(..) [16]: kept in a local variable (it is the result of a call)
          M_power [16]: tape of the call (the function was not inlined and has a plan of its own)
        """);
  }

  private void check(String method, String expected) {
    String source =
        "import io.cotangent.Differentiable;\nclass M {\n@Differentiable\n" + method + "}\n";
    Build build = new Build(folder).file("M.java", source);
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertTrue(build.onClassPath("-Acotangent.dump=storage"), build.messages());
    } finally {
      System.setErr(before);
    }
    String dump = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    String plans = dump.substring(dump.indexOf('\n') + 1).strip();
    assertEquals(expected.strip(), plans);
    assertEquals(
        count(plans, ": tape, "),
        count(build.read("MAdjoint.java"), "tape.push"),
        "what is pushed");
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
