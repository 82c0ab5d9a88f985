/** The derivatives of the primitives, one row each. */
package io.cotangent.processor.rule;
