package io.cotangent.bench;

/** A kernel whose gradient Hipparchus can compute too. */
interface Peer {
  /** The gradient by Hipparchus' {@code Gradient}, left in the buffers: the value. */
  double hipparchus();
}
