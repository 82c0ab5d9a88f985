/**
 * The intermediate representation: structured control flow, values in single-assignment form.
 *
 * <p>Everything here is immutable. Passes build new operations instead of changing old ones, and
 * keep what they find out in objects of their own.
 */
package io.cotangent.processor.ir;
