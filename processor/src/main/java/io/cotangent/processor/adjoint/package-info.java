/**
 * Reverse mode: the forward sweep with what it keeps, and the reverse sweep that mirrors it.
 *
 * <p>{@link io.cotangent.processor.adjoint.ReverseRegion} walks a region backwards, one planner for
 * each kind of structure; {@link io.cotangent.processor.adjoint.Retention} decides for every primal
 * value the reverse sweep needs how it gets there.
 */
package io.cotangent.processor.adjoint;
