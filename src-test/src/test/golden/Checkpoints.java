import io.cotangent.Checkpointed;
import io.cotangent.Differentiable;

// shows vjp
class Checkpoints {
  @Differentiable
  static double pendulum(double angle, double speed, double step, int steps) {
    for (@Checkpointed(snapshots = 20) int i = 0; i < steps; i++) {
      speed -= step * Math.sin(angle);
      angle += step * speed;
    }
    return angle;
  }
}
